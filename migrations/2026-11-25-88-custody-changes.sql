-- What was recorded of a guardian's custody, and when: every state that held, kept as it was recorded. What it rests on (a
-- judgment, an agreement) is the home team's to read, so these rows have an audience of their own.
create table custody_changes (
  id uuid primary key default uuidv7(),
  case_id uuid not null references cases,
  acl_key bigint not null references audiences,
  relation_id uuid not null,
  custody text check (custody in ('joint', 'sole', 'limited', 'none')),
  custody_from date,
  custody_until date,
  power_classes text[] not null,
  ended_on date,
  basis text not null,
  -- Null: as it was when the relation was first recorded.
  recorded_by uuid references people,
  recorded_at timestamptz not null,
  foreign key (relation_id, case_id) references relations (id, case_id),
  foreign key (acl_key, case_id) references audiences (acl_key, case_id)
);
create index custody_changes_relation on custody_changes (relation_id, recorded_at);
alter table custody_changes enable row level security;
alter table custody_changes force row level security;
create policy access_all on custody_changes to rinki_access using (true) with check (true);
create policy readable on custody_changes for select to rinki_app
  using (exists (select from acl_members m where m.acl_key = custody_changes.acl_key and m.person_id = (select app.person()) and m.valid @> (select app.now())));
-- Only added to, in one's own name, under a key that one holds.
create policy of_home on custody_changes for insert to rinki_app with check (access.holds(case_id, 'home')
  and (recorded_by is null or recorded_by = (select app.person()))
  and exists (select from acl_members m where m.acl_key = custody_changes.acl_key and m.person_id = (select app.person()) and m.valid @> (select app.now())));
grant select, insert on custody_changes to rinki_app;

-- Every row of the case that has an audience, made from the catalog anew.
do $$
declare
  t record;
  v_parts text[] := '{}';
begin
  for t in select c.relname as name, a.attname as key,
      (select i.attname from pg_index p join pg_attribute i on i.attrelid = c.oid and i.attnum = p.indkey[0]
        where p.indrelid = c.oid and p.indisprimary) as id,
      regexp_replace(regexp_replace(replace(c.relname, '_', '-'), 'ies$', 'y'), '(?<!about)s$', '') as kind
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname in ('acl_key', 'pair_acl_key')
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('audiences', 'acl_members', 'events')
      and exists (select from pg_constraint k where k.conrelid = c.oid and k.confrelid = 'audiences'::regclass and a.attnum = any (k.conkey))
    order by 1, 2 loop
    v_parts := v_parts || format('select %L, r.%I, r.%I, %s, %s from %I r %s and r.%I is not null and (not p_new or r.xmin = pg_current_xact_id()::xid)',
      t.kind, t.id, t.key,
      case when t.name in ('memberships', 'membership_invitations', 'activities') then 'r.person_id' else 'null::uuid' end,
      case when t.name = 'entries' then 'coalesce(r.shared_at, ''-infinity'')' else '''-infinity''::timestamptz' end,
      t.name,
      case when t.name = 'cases' then 'where r.id = p_case'
        when t.name in ('entry_alternatives', 'entry_history') then 'join entries e on e.id = r.entry_id where e.case_id = p_case'
        else 'where r.case_id = p_case' end,
      t.key);
    execute format('grant select on %I to rinki_access', t.name);
  end loop;
  execute format('create or replace function access.disclosable(p_case uuid, p_new boolean)
    returns table (kind text, id uuid, acl_key bigint, about_id uuid, since timestamptz)
    language sql stable set search_path = public, pg_temp as $f$ %s $f$', array_to_string(v_parts, E'\nunion all '));
end $$;
