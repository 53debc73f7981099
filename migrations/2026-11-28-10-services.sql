-- Services that can be asked for advice, and who is in them. Whoever administers the owning agency looks after them and sees
-- no request that comes to them.
grant create on schema access to rinki_access;
create extension if not exists btree_gist;

create table services (
  id uuid primary key default uuidv7(),
  agency_id uuid not null references agencies,
  kind text not null check (kind in ('child-protection', 'psychiatry', 'substance', 'hospital-school', 'standing-team')),
  name_fi text not null,
  name_sv text not null,
  advises_fi text not null,
  advises_sv text not null,
  areas text[] not null check (cardinality(areas) > 0),
  languages text[] not null check (cardinality(languages) > 0 and languages <@ '{fi,sv,en}'),
  takes_anonymous boolean not null,
  takes_named boolean not null,
  checklist text not null check (checklist in ('none', 'supports', 'complete')),
  -- Working days within which it means to answer.
  days_ordinary int not null check (days_ordinary between 0 and 60),
  days_soon int not null check (days_soon between 0 and 60),
  days_urgent int not null check (days_urgent between 0 and 60),
  added_at timestamptz not null,
  ended_at timestamptz,
  check (takes_anonymous or takes_named)
);
create index services_agency on services (agency_id);

-- Somebody in an affiliation, of any agency in a standing team. One place at a time.
create table service_members (
  id uuid primary key default uuidv7(),
  service_id uuid not null references services,
  person_id uuid not null references people,
  affiliation_id uuid not null references affiliations,
  role text not null check (role in ('expert', 'lead', 'on-call')),
  starts_at timestamptz not null,
  ends_at timestamptz check (ends_at >= starts_at),
  set_by uuid not null references affiliations,
  exclude using gist (service_id with =, affiliation_id with =, tstzrange(starts_at, ends_at) with &&)
);
create index service_members_affiliation on service_members (affiliation_id);

-- Does the person of the transaction act in an affiliation of theirs that holds now? Nobody ended, no agency ended.
create function access.acts() returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from affiliations a join people p on p.id = a.person_id join agencies g on g.id = a.agency_id
    where a.id = app.affiliation() and a.person_id = app.person() and tstzrange(a.starts_at, a.ends_at) @> app.now()
      and (p.ended_at is null or p.ended_at > app.now()) and (g.ended_at is null or g.ended_at > app.now()))
$$;

-- The services in which the person of the transaction is now, in the affiliation in which they act.
create function access.my_services() returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(m.service_id), '{}') from service_members m
  where m.person_id = app.person() and m.affiliation_id = app.affiliation() and tstzrange(m.starts_at, m.ends_at) @> app.now()
    and access.acts()
$$;

-- Does the person of the transaction administer the agency, in the affiliation in which they act?
create function access.administers_agency(p_agency uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select access.acts() and exists (
    select from affiliations a where a.id = app.affiliation() and a.agency_id = p_agency and a.profession = 'administrator')
$$;

-- Somebody comes into a service, or gets another role. Whoever administers or watches over the installation is in none; people
-- of other agencies are in a standing team alone. An end of the affiliation waits for this, or this finds it ended.
create function access.set_service_member(p_service uuid, p_affiliation uuid, p_role text, p_ends_at timestamptz) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  s services;
  a affiliations;
  v_id uuid := uuidv7();
begin
  select * into s from services x where x.id = p_service and x.ended_at is null for update;
  if not found or not access.administers_agency(s.agency_id) then raise exception 'not one''s service' using errcode = '42501'; end if;
  select x.* into a from affiliations x join people p on p.id = x.person_id
  where x.id = p_affiliation and tstzrange(x.starts_at, x.ends_at) @> app.now() and (p.ended_at is null or p.ended_at > app.now())
    and x.profession not in ('administrator', 'data-protection-officer', 'regional-developer') for share of x;
  if not found or (a.agency_id <> s.agency_id and s.kind <> 'standing-team') then
    raise exception 'nobody for this service' using errcode = '42501';
  end if;
  delete from service_members m where m.service_id = p_service and m.affiliation_id = p_affiliation and m.starts_at >= app.now();
  update service_members m set ends_at = app.now()
  where m.service_id = p_service and m.affiliation_id = p_affiliation and tstzrange(m.starts_at, m.ends_at) @> app.now();
  insert into service_members (id, service_id, person_id, affiliation_id, role, starts_at, ends_at, set_by)
  values (v_id, p_service, a.person_id, a.id, p_role, app.now(), least(p_ends_at, a.ends_at), app.affiliation());
  -- Somebody of another agency reads from now on what names a child.
  perform access.log_consultation(c.id) from consultations c
  where p_service in (c.service_id, c.offered_service_id) and not c.anonymous;
  return v_id;
end $$;

create function access.end_service_member(p_member uuid) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare m service_members;
begin
  select x.* into m from service_members x where x.id = p_member and (x.ends_at is null or x.ends_at > app.now()) for update;
  if not found or not access.administers_agency((select s.agency_id from services s where s.id = m.service_id)) then
    raise exception 'not to be ended' using errcode = '42501';
  end if;
  update service_members x set ends_at = greatest(x.starts_at, app.now()) where x.id = m.id;
  return m.person_id;
end $$;

alter table services enable row level security;
alter table services force row level security;
alter table service_members enable row level security;
alter table service_members force row level security;
create policy access_all on services to rinki_access using (true) with check (true);
create policy access_all on service_members to rinki_access using (true) with check (true);
-- Whom one can ask is for every professional to see.
create policy directory on services for select to rinki_app using ((select access.acts()));
create policy addable on services for insert to rinki_app with check (access.administers_agency(agency_id) and ended_at is null);
create policy changeable on services for update to rinki_app using (access.administers_agency(agency_id));
create policy own on service_members for select to rinki_app
  using (person_id = (select app.person()) and affiliation_id = (select app.affiliation()));
create policy of_service on service_members for select to rinki_app
  using (service_id = any ((select access.my_services())::uuid[]));
create policy of_administrator on service_members for select to rinki_app
  using (exists (select from services s where s.id = service_id and access.administers_agency(s.agency_id)));

grant select, insert on services to rinki_app;
grant update (name_fi, name_sv, advises_fi, advises_sv, areas, languages, takes_anonymous, takes_named, checklist, days_ordinary,
  days_soon, days_urgent) on services to rinki_app;
grant select on service_members to rinki_app;
grant select, update on services to rinki_access;
grant select, insert, update, delete on service_members to rinki_access;

do $$
declare f text;
begin
  foreach f in array array['acts', 'my_services', 'administers_agency', 'set_service_member', 'end_service_member'] loop
    execute format('alter function access.%I owner to rinki_access', f);
    execute format('revoke all on function access.%I from public', f);
    execute format('grant execute on function access.%I to rinki_app', f);
  end loop;
end $$;
revoke create on schema access from rinki_access;
