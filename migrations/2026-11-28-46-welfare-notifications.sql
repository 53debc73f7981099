-- Child welfare notifications (Child Welfare Act 417/2007, 25 §) (verify): made by somebody in person to a child-protection
-- service, with their name, and handled there. Of no case, and linked to no consultation for whoever receives it (decision 24).
grant create on schema access to rinki_access;

-- As it was sent, for good.
create table welfare_notifications (
  id uuid primary key default uuidv7(),
  -- Drawn, not counted.
  number text not null unique,
  service_id uuid not null references services,
  notifier_id uuid not null references people,
  notifier_affiliation_id uuid not null references affiliations,
  notifier_phone text not null check (length(notifier_phone) <= 60),
  child_name text not null check (length(child_name) between 1 and 200),
  child_identity_code text check (length(child_identity_code) = 11),
  child_birth_date date,
  whereabouts text not null check (length(whereabouts) <= 500),
  guardians text not null check (length(guardians) <= 1000),
  observed text not null check (length(observed) between 1 and 8000),
  observed_when text not null check (length(observed_when) <= 500),
  worry text not null check (length(worry) between 1 and 8000),
  urgency text not null check (urgency in ('danger', 'soon', 'ordinary')),
  family_knows text not null check (family_knows in ('yes', 'no', 'no-for-safety')),
  family_words text not null check (length(family_words) <= 2000),
  received_at timestamptz not null,
  -- By when it is decided whether a service-need assessment is opened.
  decision_due_on date not null
);
create index welfare_notifications_service on welfare_notifications (service_id, received_at);
create index welfare_notifications_notifier on welfare_notifications (notifier_id, notifier_affiliation_id);

-- What the receiving service did with it, complete. What changes is another row: how urgent it is, what it led to.
create table welfare_notification_steps (
  id uuid primary key default uuidv7(),
  notification_id uuid not null references welfare_notifications,
  kind text not null check (kind in ('received', 'urgency-judged', 'concluded')),
  verdict text,
  words text not null check (length(words) <= 2000),
  person_id uuid not null references people,
  affiliation_id uuid not null references affiliations,
  at timestamptz not null,
  check (case kind when 'received' then verdict is null
    when 'urgency-judged' then verdict is not null and verdict in ('urgent', 'not-urgent')
    else verdict is not null and verdict in ('assessment-opened', 'joined-case', 'no-measures') and words <> '' end)
);
create index welfare_notification_steps_of on welfare_notification_steps (notification_id, id);
create unique index welfare_notification_received_once on welfare_notification_steps (notification_id) where kind = 'received';

-- That it came from a consultation is known to whoever made it, and stands nowhere else.
create table welfare_notification_origins (
  notification_id uuid primary key references welfare_notifications,
  consultation_id uuid not null references consultations,
  person_id uuid not null references people,
  affiliation_id uuid not null references affiliations
);

do $$
declare t text;
declare c text;
begin
  foreach t in array array['welfare_notifications', 'welfare_notification_steps', 'welfare_notification_origins'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy access_all on %I to rinki_access using (true) with check (true)', t);
    execute format('grant select on %I to rinki_app', t);
    execute format('grant select, insert on %I to rinki_access', t);
  end loop;
  -- A disclosure of a notification is of no case either.
  for c in select conname from pg_constraint where conrelid = 'disclosure_log'::regclass and contype = 'c'
      and pg_get_constraintdef(oid) like '%object_kind%' loop
    execute format('alter table disclosure_log drop constraint %I', c);
  end loop;
end $$;
alter table disclosure_log add constraint disclosure_log_of_case check (case_id is not null or object_kind in ('consultation', 'welfare-notification'));
-- Only to hold it while a step is taken: its columns are changed by nobody.
grant update on welfare_notifications to rinki_access;

create policy of_sides on welfare_notifications for select to rinki_app using ((select access.acts()) and (
  (notifier_id = (select app.person()) and notifier_affiliation_id = (select app.affiliation()))
  or service_id = any ((select access.my_services())::uuid[])));
-- The notifier learns of the handling by access.welfare_handling alone.
create policy of_receivers on welfare_notification_steps for select to rinki_app using (exists (
  select from welfare_notifications n where n.id = notification_id and n.service_id = any ((select access.my_services())::uuid[])));
create policy own on welfare_notification_origins for select to rinki_app using (
  person_id = (select app.person()) and affiliation_id = (select app.affiliation()) and (select access.acts()));

-- It is made by the person of the transaction, in the affiliation in which they act, and by nobody for somebody else. Where it
-- grew from a consultation, by the one who asked there.
create function access.send_welfare_notification(p_number text, p_due_on date, p_service uuid, p_consultation uuid, p_fields jsonb) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  s services;
  g agencies;
  v_id uuid := uuidv7();
begin
  perform from affiliations a where a.id = app.affiliation() and a.person_id = app.person() for share;
  if not access.acts() then raise exception 'nobody' using errcode = '42501'; end if;
  -- An end of the service waits for this, or this finds it ended.
  select * into s from services x where x.id = p_service and x.kind = 'child-protection' and x.ended_at is null for share;
  if not found or not access.is_staffed(s.id) then raise exception 'nobody receives it' using errcode = '42501'; end if;
  if p_consultation is not null and not exists (select from consultations c
      where c.id = p_consultation and c.asker_id = app.person() and c.asker_affiliation_id = app.affiliation()) then
    raise exception 'not the one who asked' using errcode = '42501';
  end if;
  insert into welfare_notifications (id, number, service_id, notifier_id, notifier_affiliation_id, notifier_phone, child_name, child_identity_code,
    child_birth_date, whereabouts, guardians, observed, observed_when, worry, urgency, family_knows, family_words, received_at, decision_due_on)
  values (v_id, p_number, s.id, app.person(), app.affiliation(), p_fields ->> 'phone', p_fields ->> 'childName', p_fields ->> 'identityCode',
    (p_fields ->> 'birthDate')::date, p_fields ->> 'whereabouts', p_fields ->> 'guardians', p_fields ->> 'observed', p_fields ->> 'observedWhen',
    p_fields ->> 'worry', p_fields ->> 'urgency', p_fields ->> 'familyKnows', p_fields ->> 'familyWords', app.now(), p_due_on);
  if p_consultation is not null then
    insert into welfare_notification_origins (notification_id, consultation_id, person_id, affiliation_id)
    values (v_id, p_consultation, app.person(), app.affiliation());
  end if;
  select x.* into g from agencies x join affiliations a on a.agency_id = x.id where a.id = app.affiliation();
  if g.id <> s.agency_id then
    insert into disclosure_log (at, case_id, object_kind, object_id, data_class, from_agency_id, to_agency_id, person_id, affiliation_id, basis)
    values (app.now(), null, 'welfare-notification', v_id,
      case g.kind when 'education' then 'education' when 'psychiatry' then 'health' when 'substance-services' then 'substance' else 'social' end,
      g.id, s.agency_id, app.person(), app.affiliation(), 'statute');
  end if;
  return v_id;
end $$;

-- The law itself carries it there; no ground is recorded for it.
alter table disclosure_log drop constraint disclosure_log_basis_check;
alter table disclosure_log add constraint disclosure_log_basis_check check (basis in ('ground', 'participation', 'release', 'statute'));

-- Is there anybody in the service now who would read it, beside whoever asks?
create function access.is_staffed(p_service uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select access.acts() and exists (
    select from access.places(p_service) m join affiliations a on a.id = m.affiliation_id join people p on p.id = m.person_id
    where m.person_id <> app.person() and tstzrange(a.starts_at, a.ends_at) @> app.now()
      and (p.ended_at is null or p.ended_at > app.now()))
$$;

-- One step of the receiving service, by one of it who did not make the notification. False where there are other steps by now
-- than the one who takes it has seen.
create function access.step_welfare_notification(p_id uuid, p_seen int, p_kind text, p_verdict text, p_words text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  n welfare_notifications;
  v_done text[];
begin
  select * into n from welfare_notifications x where x.id = p_id for update;
  if not found or not n.service_id = any (access.my_services()) or n.notifier_id = app.person() then
    raise exception 'not of the service' using errcode = '42501';
  end if;
  v_done := array(select s.kind from welfare_notification_steps s where s.notification_id = n.id);
  if cardinality(v_done) <> p_seen then return false; end if;
  if (case p_kind when 'received' then 'received' = any (v_done) when 'urgency-judged' then not 'received' = any (v_done)
      else not 'urgency-judged' = any (v_done) end) then
    raise exception 'not in this order' using errcode = '42501';
  end if;
  insert into welfare_notification_steps (notification_id, kind, verdict, words, person_id, affiliation_id, at)
  values (n.id, p_kind, p_verdict, p_words, app.person(), app.affiliation(), app.now());
  return true;
end $$;

-- What both sides may know of the handling: since when a person has it, and since when it is handled. Of nothing else.
create function access.welfare_handling(p_ids uuid[]) returns table (id uuid, received_at timestamptz, began_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select n.id, min(s.at) filter (where s.kind = 'received'), min(s.at) filter (where s.kind = 'urgency-judged')
  from welfare_notifications n left join welfare_notification_steps s on s.notification_id = n.id
  where n.id = any (p_ids) and access.acts() and ((n.notifier_id = app.person() and n.notifier_affiliation_id = app.affiliation())
    or n.service_id = any (access.my_services()))
  group by n.id
$$;

-- Whom it concerns, for a hint and a mail: for whoever stands on one of its sides, nobody otherwise.
create function access.people_beside_notification(p_id uuid) returns table (person_id uuid, notifier boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  with n as (select x.* from welfare_notifications x where x.id = p_id and access.acts()
    and ((x.notifier_id = app.person() and x.notifier_affiliation_id = app.affiliation()) or x.service_id = any (access.my_services())))
  select n.notifier_id, true from n
  union select m.person_id, false from n, access.places(n.service_id) m
$$;

-- A service is not ended while a notification waits in it either.
create or replace function access.end_service(p_service uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare s services;
begin
  select * into s from services x where x.id = p_service and x.ended_at is null for update;
  if not found or not access.administers_agency(s.agency_id) then raise exception 'not one''s service' using errcode = '42501'; end if;
  if exists (select from consultations c where p_service in (c.service_id, c.offered_service_id)
    and c.state in ('sent', 'triage', 'claimed', 'more-information')) then return false; end if;
  if exists (select from welfare_notifications n where n.service_id = p_service and not exists (
    select from welfare_notification_steps x where x.notification_id = n.id and x.kind = 'concluded')) then return false; end if;
  update services x set ended_at = app.now() where x.id = p_service;
  return true;
end $$;

do $$
declare f text;
begin
  foreach f in array array['send_welfare_notification', 'is_staffed', 'step_welfare_notification', 'welfare_handling', 'people_beside_notification'] loop
    execute format('alter function access.%I owner to rinki_access', f);
    execute format('revoke all on function access.%I from public', f);
    execute format('grant execute on function access.%I to rinki_app', f);
  end loop;
end $$;
revoke create on schema access from rinki_access;
