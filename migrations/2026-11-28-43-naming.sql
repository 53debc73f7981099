-- From an anonymous request to a named one, which is another request (decision 19). That one came from the other is its asker's
-- alone. And what a named request says is taken into a case by whoever is responsible there.
grant create on schema access to rinki_access;

-- The last day on which the ground holds; null where it says none.
alter table consultation_grounds add column until date;
grant update (until) on consultation_grounds to rinki_access;

-- Nobody but the asker, in the affiliation in which they asked, reads a row of it: no receiver, no deputy, no member of a case. No
-- other table holds the two together, and the anonymous row is not touched by it.
create table consultation_namings (
  named_id uuid primary key references consultations,
  anonymous_id uuid not null references consultations,
  person_id uuid not null references people,
  affiliation_id uuid not null references affiliations,
  check (named_id <> anonymous_id)
);
create index consultation_namings_anonymous on consultation_namings (anonymous_id);
alter table consultation_namings enable row level security;
alter table consultation_namings force row level security;
create policy access_all on consultation_namings to rinki_access using (true) with check (true);
create policy own on consultation_namings for select to rinki_app
  using (person_id = (select app.person()) and affiliation_id = (select app.affiliation()) and (select access.acts()));
grant select on consultation_namings to rinki_app;
grant select, insert on consultation_namings to rinki_access;

-- To whom a named request to this service would go: every agency of which somebody is in it, and of its people those who have
-- shown themselves to the asker in the anonymous one. For that asker alone; who else is in a service stays its own.
create function access.naming_readers(p_id uuid, p_service uuid) returns table (agency_id uuid, affiliation_id uuid)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare c consultations;
begin
  select * into c from consultations x where x.id = p_id;
  if not found or not c.anonymous or not 'asker' = any (access.consultation_parts(c)) then raise exception 'not theirs' using errcode = '42501'; end if;
  return query
  with inside as (
    select a.id, a.agency_id from access.places(p_service) m join affiliations a on a.id = m.affiliation_id join people p on p.id = a.person_id
    where tstzrange(a.starts_at, a.ends_at) @> app.now() and (p.ended_at is null or p.ended_at > app.now()))
  select g.agency_id, null::uuid from (select s.agency_id from services s where s.id = p_service union select i.agency_id from inside i) g
  union all
  select i.agency_id, i.id from inside i where i.id in (
    select h.affiliation_id from consultation_history h where h.consultation_id = c.id
    union select m.affiliation_id from consultation_messages m where m.consultation_id = c.id
    union select c.holder_affiliation_id);
end $$;

-- The named request, whole, beside the anonymous one, of which nothing is written: no history, no change, no moment.
-- p_until: the last day of the ground. p_agencies: to whom its asker has seen that it goes; where somebody else has come, nothing goes.
create function access.name_consultation(p_id uuid, p_fields jsonb, p_until date, p_number text, p_due_on date, p_agencies uuid[]) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c consultations;
  v_ground jsonb := nullif(p_fields -> 'child' -> 'ground', 'null');
  v_service uuid := (p_fields ->> 'serviceId')::uuid;
  v_draft uuid;
  v_id uuid;
  v_class text;
begin
  -- Held, so that of two at once the second finds the first; a lock is no change that anybody could read.
  select * into c from consultations x where x.id = p_id for update;
  if not found or not c.anonymous or c.state = 'withdrawn' or not 'asker' = any (access.consultation_parts(c))
    or (p_fields ->> 'anonymous')::boolean then
    raise exception 'not to be named' using errcode = '42501';
  end if;
  if exists (select from consultation_namings n join consultations x on x.id = n.named_id where n.anonymous_id = c.id and x.state <> 'withdrawn') then
    raise exception 'named already' using errcode = '42501';
  end if;
  -- Of two who come into the service and are shown to the asker, the later waits for this or is found by it.
  perform from services s where s.id = v_service for share;
  if (select array_agg(distinct r.agency_id order by r.agency_id) from access.naming_readers(p_id, v_service) r)
    is distinct from (select array_agg(distinct x order by x) from unnest(p_agencies) x) then
    raise exception 'other readers' using errcode = '42501';
  end if;
  if v_ground is not null then
    select case g.kind when 'education' then 'education' when 'psychiatry' then 'health' when 'substance-services' then 'substance' else 'social' end
    into v_class from affiliations a join agencies g on g.id = a.agency_id where a.id = app.affiliation();
    if not v_ground -> 'covers' ? v_class then raise exception 'the ground is for something else' using errcode = '42501'; end if;
    if p_until < (app.now() at time zone 'Europe/Helsinki')::date then raise exception 'the ground is over' using errcode = '42501'; end if;
  end if;
  insert into consultation_drafts (person_id, affiliation_id, rev, fields, saved_at)
  values (app.person(), app.affiliation(), 1, p_fields, app.now()) returning id into v_draft;
  -- The one door of sending asks the rest, and writes the disclosure.
  v_id := access.send_consultation(v_draft, 1, p_number, p_due_on);
  update consultation_grounds g set until = p_until where g.consultation_id = v_id and p_until is not null;
  insert into consultation_namings (named_id, anonymous_id, person_id, affiliation_id) values (v_id, c.id, app.person(), app.affiliation());
  return v_id;
end $$;

-- What a request says, in a case: written once, by whoever had the right to both, and changed by nobody.
alter table entries drop constraint entries_kind_check;
alter table entries add constraint entries_kind_check
  check (kind in ('form', 'private-note', 'situation', 'contribution', 'child-view', 'parent-view', 'synthesis', 'dissent', 'comment', 'consultation'));
-- Once in each case, also when two tabs take it at once.
create unique index entries_consultation on entries (case_id, about) where kind = 'consultation';

-- In the transaction that takes it: is it theirs to take, and to there? Then the case's own log says whence it came. The request
-- itself learns nothing of it: the asker is told by people, and whoever else is in the service may not know that there is a case.
create function access.take_request_into_case(p_consultation uuid, p_entry uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c consultations;
  e entries;
  v_from uuid;
  v_own uuid;
begin
  select * into c from consultations x where x.id = p_consultation for share;
  select * into e from entries x where x.id = p_entry for share;
  select a.agency_id into v_own from affiliations a where a.id = app.affiliation() and a.person_id = app.person();
  if c.id is null or c.anonymous or not access.consultation_parts(c) && '{member}' or access.consultation_parts(c) && '{asker,deputy}' then
    raise exception 'not theirs to take' using errcode = '42501';
  end if;
  if e.id is null or e.kind <> 'consultation' or e.about is distinct from p_consultation::text or e.author_ids <> array[app.person()]
    or e.owner_agency_id is distinct from v_own or not exists (
      select from memberships m join cases k on k.id = m.case_id
      where m.case_id = e.case_id and m.person_id = app.person() and m.affiliation_id = app.affiliation() and m.role = 'responsible'
        and tstzrange(m.starts_at, m.ends_at) @> app.now() and k.owner_agency_id = v_own
        and (k.closed_at is null or k.closed_at > app.now())) then
    raise exception 'not to there' using errcode = '42501';
  end if;
  select a.agency_id into v_from from affiliations a where a.id = c.asker_affiliation_id;
  if v_from = v_own then return; end if;
  insert into disclosure_log (at, case_id, object_kind, object_id, data_class, from_agency_id, to_agency_id, person_id, affiliation_id, basis, ground_ids, since)
  values (app.now(), e.case_id, 'entry', e.id, e.data_class, v_from, v_own, app.person(), app.affiliation(), 'ground',
    array(select g.id from consultation_grounds g where g.consultation_id = c.id and (g.service_id = c.service_id or g.agency_id = v_own) order by g.id), app.now())
  on conflict do nothing;
end $$;

do $$
declare f text;
begin
  foreach f in array array['naming_readers', 'name_consultation', 'take_request_into_case'] loop
    execute format('alter function access.%I owner to rinki_access', f);
    execute format('revoke all on function access.%I from public', f);
    execute format('grant execute on function access.%I to rinki_app', f);
  end loop;
end $$;
revoke create on schema access from rinki_access;
