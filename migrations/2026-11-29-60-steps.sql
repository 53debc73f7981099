-- Small agreed steps: who does what by when. A step is of a case, by audience, as everything that people write; what became of it is
-- its history, from which nothing is taken.
grant create on schema access to rinki_access;

create table steps (
  id uuid primary key default uuidv7(),
  case_id uuid not null references cases,
  acl_key bigint not null references audiences,
  owner_agency_id uuid not null references agencies,
  data_class text not null,
  -- As it was written: what was understood of it stands beside it.
  text text not null check (length(text) between 1 and 400),
  -- Who does it, in which affiliation; a member of the family in none.
  doer_id uuid not null references people,
  doer_affiliation_id uuid references affiliations,
  due_on date,
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  agenda_item_id uuid,
  -- To whom it is offered; it stays with the doer until they accept.
  offered_to_id uuid references people,
  offered_to_affiliation_id uuid references affiliations,
  written_by uuid not null references people,
  written_by_affiliation_id uuid references affiliations,
  written_at timestamptz not null,
  changed_at timestamptz not null,
  version int not null default 1,
  foreign key (acl_key, case_id) references audiences (acl_key, case_id),
  foreign key (acl_key, owner_agency_id, data_class) references audiences (acl_key, owner_agency_id, data_class),
  foreign key (agenda_item_id, case_id) references agenda_items (id, case_id)
);
create index steps_case on steps (case_id);
create index steps_doer on steps (doer_id) where state = 'open';
create index steps_offered on steps (offered_to_id) where state = 'open';
create index steps_item on steps (agenda_item_id);

create table step_moves (
  id uuid primary key default uuidv7(),
  step_id uuid not null references steps,
  case_id uuid not null references cases,
  acl_key bigint not null references audiences,
  act text not null check (act in ('write', 'done', 'reopen', 'postpone', 'offer', 'accept', 'decline', 'take-back', 'drop')),
  reason text check (length(reason) <= 400),
  due_on date,
  to_id uuid references people,
  by_id uuid not null references people,
  by_affiliation_id uuid references affiliations,
  at timestamptz not null,
  foreign key (acl_key, case_id) references audiences (acl_key, case_id)
);
create index step_moves_step on step_moves (step_id);
create index step_moves_case on step_moves (case_id);

-- Does somebody take part in the case now, in this affiliation?
create function access.takes_part(p_case uuid, p_person uuid, p_affiliation uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select access.holds(p_case, 'member') and exists (
    select from memberships m left join affiliations a on a.id = m.affiliation_id
    where m.case_id = p_case and m.person_id = p_person and m.affiliation_id is not distinct from p_affiliation and m.role <> 'break-glass'
      and tstzrange(m.starts_at, m.ends_at) @> app.now() and (a.id is null or tstzrange(a.starts_at, a.ends_at) @> app.now()))
$$;
alter function access.takes_part owner to rinki_access;
revoke all on function access.takes_part from public;
grant execute on function access.takes_part to rinki_app;

do $$
declare t text;
begin
  foreach t in array array['steps', 'step_moves'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy access_all on %I to rinki_access using (true) with check (true)', t);
    execute format($p$create policy readable on %1$I for select to rinki_app
      using (exists (select from acl_members m where m.acl_key = %1$I.acl_key and m.person_id = (select app.person()) and m.valid @> (select app.now())))$p$, t);
    execute format('create trigger withhold before insert on %I for each row execute function access.withhold_new()', t);
    execute format('grant select, update on %I to rinki_access', t);
  end loop;
end $$;
-- Written by a professional who takes part, for somebody who takes part; moved by its doer, by whom it is offered to, and by the home team.
create policy writable on steps for insert to rinki_app with check (
  written_by = (select app.person()) and written_by_affiliation_id is not distinct from (select app.affiliation())
  and access.holds(case_id, 'professional') and access.takes_part(case_id, doer_id, doer_affiliation_id)
  and exists (select from acl_members m where m.acl_key = steps.acl_key and m.person_id = (select app.person()) and m.valid @> (select app.now())));
create policy movable on steps for update to rinki_app
  using (access.holds(case_id, 'home')
    or (access.holds(case_id, 'member') and ((doer_id = (select app.person()) and doer_affiliation_id is not distinct from (select app.affiliation()))
      or (offered_to_id = (select app.person()) and offered_to_affiliation_id is not distinct from (select app.affiliation())))))
  with check (access.takes_part(case_id, doer_id, doer_affiliation_id)
    and (offered_to_id is null or access.takes_part(case_id, offered_to_id, offered_to_affiliation_id)));
create policy own on step_moves for insert to rinki_app with check (
  by_id = (select app.person()) and by_affiliation_id is not distinct from (select app.affiliation())
  and exists (select from steps s where s.id = step_id and s.case_id = step_moves.case_id and s.acl_key = step_moves.acl_key));
grant select, insert on steps, step_moves to rinki_app;
grant update (doer_id, doer_affiliation_id, due_on, state, offered_to_id, offered_to_affiliation_id, changed_at, version) on steps to rinki_app;

revoke create on schema access from rinki_access;

-- Every row of the case that has an audience, made from the catalog anew: by every migration that makes a table with one, which has
-- nothing to write but this call. For whoever migrates alone.
create function access.make_disclosable() returns void
language plpgsql set search_path = public, pg_temp as $make$
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
end $make$;
revoke all on function access.make_disclosable from public;
select access.make_disclosable();
