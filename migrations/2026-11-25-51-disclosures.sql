-- The disclosure log, complete: decision 18. Every row with an audience, of whatever kind, that another agency or a member of
-- the family can read is in it, with what carried it, before they can.
grant create on schema access to rinki_access;

alter table disclosure_log
  -- A ground (or several: the consents of two guardians); that who invites and who is invited know of each other; a release.
  add column basis text not null default 'ground' check (basis in ('ground', 'participation', 'release')),
  add column ground_ids uuid[] not null default '{}',
  -- Of a text that was taken back and shared anew: since when it is shared.
  add column since timestamptz not null default '-infinity';
drop index disclosure_log_once;
create unique index disclosure_log_once on disclosure_log (object_kind, object_id, to_agency_id, to_person_id, ground_ids, since) nulls not distinct;

-- When something that nobody does will next open a row of the case: a ground or a membership that begins.
create table disclosures_due (
  case_id uuid primary key references cases,
  due_at timestamptz not null
);
alter table disclosures_due enable row level security;
alter table disclosures_due force row level security;
create policy access_all on disclosures_due to rinki_access using (true) with check (true);
grant select, insert, update, delete on disclosures_due to rinki_access;

-- The grounds that carry something from one agency to another now, the strongest alone; of consents all, since it takes
-- those of every guardian together.
create function access.carrying_grounds(p_case uuid, p_from uuid, p_to uuid, p_class text) returns uuid[]
language sql stable set search_path = public, pg_temp as $$
  with matching as materialized (
    select g.id, g.effect, g.beats_prohibition, g.kind = 'child-consent' and coalesce(to_jsonb(g) ->> 'capacity', 'understands') = 'understands' as childs
    from grounds g where g.case_id = p_case and g.valid @> app.now() and p_class = any (g.data_classes)
      and (g.from_agency_id is null or g.from_agency_id = p_from) and (g.to_agency_id is null or g.to_agency_id = p_to))
  select coalesce(array_agg(m.id order by m.id), '{}') from matching m, (
    select coalesce(bool_or(effect = 'allow' and beats_prohibition), false) as unstoppable,
      coalesce(bool_or(effect = 'prohibit'), false) as prohibited from matching) s
  where m.effect = 'allow' and case when s.unstoppable then m.beats_prohibition when s.prohibited then m.childs else true end
$$;

-- Every row of the case that has an audience, with who it is about where that is one person: what somebody reads of
-- themselves was disclosed to nobody. Made from the catalog, for every table that has an audience.
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
  execute format('create function access.disclosable(p_case uuid, p_new boolean)
    returns table (kind text, id uuid, acl_key bigint, about_id uuid, since timestamptz)
    language sql stable set search_path = public, pg_temp as $f$ %s $f$', array_to_string(v_parts, E'\nunion all '));
end $$;

-- Writes what is open now and was not written, or was on a ground that has ended since. `p_new`: of what this transaction
-- has written alone, where it changed nobody's rights.
create function access.write_disclosures(p_case uuid, p_person uuid, p_affiliation uuid, p_new boolean) returns int
language plpgsql set search_path = public, pg_temp as $$
declare
  v_count int;
  v_due timestamptz;
begin
  with objects as materialized (select * from access.disclosable(p_case, p_new)),
  readers as materialized (
    select distinct d.acl_key, d.owner_agency_id, d.data_class, d.participation, a.agency_id, case when m.affiliation_id is null then m.person_id end as family_id
    from audiences d join acl_members k on k.acl_key = d.acl_key and k.valid @> app.now()
    join memberships m on m.case_id = d.case_id and m.person_id = k.person_id
      and m.affiliation_id is not distinct from k.affiliation_id and tstzrange(m.starts_at, m.ends_at) @> app.now()
    left join affiliations a on a.id = m.affiliation_id
    where d.case_id = p_case and d.acl_key in (select o.acl_key from objects o)
      and case when a.id is null then not m.person_id = any (d.author_ids) else a.agency_id <> d.owner_agency_id end),
  carried as materialized (
    select r.*, case when r.agency_id is null then '{}' else access.carrying_grounds(p_case, r.owner_agency_id, r.agency_id, r.data_class) end as ground_ids
    from readers r),
  -- Consents of two guardians that together carry: each must still hold for what was written to be true.
  standing as materialized (
    select l.object_kind, l.object_id, l.to_agency_id, l.to_person_id, l.since from disclosure_log l
    where l.case_id = p_case and not exists (
      select from unnest(l.ground_ids) x left join grounds g on g.id = x and g.valid @> app.now() where g.id is null))
  insert into disclosure_log (at, case_id, object_kind, object_id, data_class, from_agency_id, to_agency_id, to_person_id, ground_id, person_id, affiliation_id,
    basis, ground_ids, since)
  select app.now(), p_case, o.kind, o.id, c.data_class, c.owner_agency_id, c.agency_id, c.family_id, c.ground_ids[1], p_person, p_affiliation,
    case when c.family_id is not null then 'release' when c.ground_ids = '{}' and c.participation then 'participation' else 'ground' end, c.ground_ids, o.since
  from objects o join carried c on c.acl_key = o.acl_key
  where (c.family_id is null or c.family_id is distinct from o.about_id)
  and not exists (select from standing s where s.object_kind = o.kind and s.object_id = o.id and s.since = o.since
    and s.to_agency_id is not distinct from c.agency_id and s.to_person_id is not distinct from c.family_id)
  on conflict do nothing;
  get diagnostics v_count = row_count;
  select min(lower(k.valid)) into v_due from audiences d join acl_members k on k.acl_key = d.acl_key
  where d.case_id = p_case and lower(k.valid) > app.now();
  if v_due is null then delete from disclosures_due where case_id = p_case;
  else
    insert into disclosures_due (case_id, due_at) values (p_case, v_due)
    on conflict (case_id) do update set due_at = excluded.due_at where disclosures_due.due_at <> excluded.due_at;
  end if;
  return v_count;
end $$;

-- Called by every command that changes who may read what.
create or replace function access.log_disclosures(p_case uuid, p_affiliation uuid) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not access.took_part(p_case) or (p_affiliation is not null
    and not exists (select from affiliations where id = p_affiliation and id = app.affiliation() and person_id = app.person())) then
    raise exception 'not a member who discloses' using errcode = '42501';
  end if;
  return access.write_disclosures(p_case, app.person(), p_affiliation, false);
end $$;

-- Called by every other command that has written something with an audience.
create function access.log_new_disclosures(p_case uuid, p_affiliation uuid) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not access.took_part(p_case) or (p_affiliation is not null
    and not exists (select from affiliations where id = p_affiliation and id = app.affiliation() and person_id = app.person())) then
    raise exception 'not a member who discloses' using errcode = '42501';
  end if;
  return access.write_disclosures(p_case, app.person(), p_affiliation, true);
end $$;

-- What time itself opens is written by the first reading of the case after that moment, in its transaction: with the row of
-- the access log, without which nothing leaves the server. Nobody did it, and nobody is named.
create function access.log_due_disclosures() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_case uuid;
begin
  for v_case in select d.case_id from disclosures_due d
    where d.due_at <= app.now() and (d.case_id = new.case_id or (new.case_id is null
      and exists (select from memberships m where m.case_id = d.case_id and m.person_id = new.person_id))) order by 1 loop
    perform access.write_disclosures(v_case, null, null, false);
  end loop;
  return new;
end $$;
create trigger log_due before insert on access_log for each row execute function access.log_due_disclosures();

-- Whoever comes in by a door of its own (a broken glass, a link) is no member's command: what is opened to them is due at
-- once, and so written by the first reading. A member's command writes it in its own transaction, and then it is due no more.
create function access.disclosure_is_due() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into disclosures_due (case_id, due_at) values (new.case_id, app.now())
  on conflict (case_id) do update set due_at = least(disclosures_due.due_at, excluded.due_at);
  return null;
end $$;
create trigger disclosure_is_due after insert on memberships for each row execute function access.disclosure_is_due();
create trigger disclosure_is_due after insert on grounds for each row execute function access.disclosure_is_due();

do $$
declare f text;
begin
  foreach f in array array['disclosure_is_due', 'carrying_grounds', 'disclosable', 'write_disclosures', 'log_disclosures', 'log_new_disclosures', 'log_due_disclosures'] loop
    execute format('alter function access.%I owner to rinki_access', f);
    execute format('revoke all on function access.%I from public', f);
  end loop;
end $$;
grant execute on function access.log_disclosures, access.log_new_disclosures to rinki_app;
revoke create on schema access from rinki_access;
