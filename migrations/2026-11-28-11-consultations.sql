-- Consultations: a question to a service of another agency. A request is of no case and has no audience: it has sides, and who
-- stands on which is decided now (decision 19). Every change goes through a door that asks for itself who comes.
grant create on schema access to rinki_access;

-- Its asker's alone, in the affiliation in which they ask; gone with everything of it when it is sent or thrown away.
create table consultation_drafts (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people,
  affiliation_id uuid not null references affiliations,
  rev int not null check (rev > 0),
  fields jsonb not null,
  saved_at timestamptz not null
);
create index consultation_drafts_person on consultation_drafts (person_id);

create table consultations (
  id uuid primary key default uuidv7(),
  -- Drawn, not counted.
  number text not null unique,
  asker_id uuid not null references people,
  asker_affiliation_id uuid not null references affiliations,
  deputy_id uuid references people,
  deputy_affiliation_id uuid references affiliations,
  -- Which service has it; and, while that is open, which it is being passed on to.
  service_id uuid not null references services,
  offered_service_id uuid references services,
  offered_at timestamptz,
  offer_reason text,
  state text not null check (state in ('sent', 'triage', 'claimed', 'more-information', 'answered', 'followed-up', 'closed', 'withdrawn')),
  holder_id uuid references people,
  holder_affiliation_id uuid references affiliations,
  anonymous boolean not null,
  urgency text not null check (urgency in ('ordinary', 'soon', 'urgent')),
  language text not null check (language in ('fi', 'sv', 'en')),
  area text not null,
  question text not null check (length(question) between 1 and 8000),
  age_band text,
  grade text,
  supports jsonb not null,
  absence_hours jsonb not null,
  consent text not null,
  child_name text,
  child_birth_date date,
  received_at timestamptz not null,
  due_on date not null,
  answered_at timestamptz,
  changed_at timestamptz not null,
  check ((deputy_id is null) = (deputy_affiliation_id is null)),
  check ((holder_id is null) = (holder_affiliation_id is null)),
  check (num_nonnulls(offered_service_id, offered_at, offer_reason) in (0, 3)),
  check (offered_service_id is null or state in ('sent', 'triage', 'claimed', 'more-information')),
  -- Of an anonymous request nothing that names a child has a place to stand in.
  check (anonymous = (child_name is null) and (child_birth_date is null or not anonymous))
);
create index consultations_asker on consultations (asker_id, asker_affiliation_id);
create index consultations_deputy on consultations (deputy_affiliation_id) where deputy_affiliation_id is not null;
create index consultations_service on consultations (service_id, state, due_on);
create index consultations_offered on consultations (offered_service_id) where offered_service_id is not null;

-- On what a named request goes to a service or to an invited expert's agency.
create table consultation_grounds (
  id uuid primary key default uuidv7(),
  consultation_id uuid not null references consultations,
  service_id uuid references services,
  agency_id uuid references agencies,
  kind text not null,
  statute text,
  evidence text not null,
  covers text[] not null check (cardinality(covers) > 0),
  at timestamptz not null,
  person_id uuid not null references people,
  check (num_nonnulls(service_id, agency_id) = 1)
);
create index consultation_grounds_of on consultation_grounds (consultation_id);

-- The turns of both sides.
create table consultation_messages (
  id uuid primary key default uuidv7(),
  consultation_id uuid not null references consultations,
  kind text not null check (kind in ('asked-more', 'told-more', 'answer', 'advice', 'times-proposed', 'time-chosen', 'talk-noted')),
  side text not null check (side in ('asking', 'answering', 'invited')),
  person_id uuid not null references people,
  affiliation_id uuid not null references affiliations,
  at timestamptz not null,
  text text not null check (length(text) <= 8000),
  way text check (way in ('telephone', 'video', 'joint-visit')),
  times jsonb not null default '[]',
  about uuid references consultation_messages,
  chosen int
);
create index consultation_messages_of on consultation_messages (consultation_id, at);

-- Everything that was done, complete: written with the change itself.
create table consultation_history (
  id uuid primary key default uuidv7(),
  consultation_id uuid not null references consultations,
  act text not null,
  from_state text,
  to_state text not null,
  person_id uuid not null references people,
  affiliation_id uuid not null references affiliations,
  at timestamptz not null,
  reason text,
  -- Whom it was given to, which service it was passed on to.
  to_affiliation_id uuid references affiliations,
  to_service_id uuid references services
);
create index consultation_history_of on consultation_history (consultation_id, at);

-- Somebody of another agency who was asked into one request.
create table consultation_experts (
  id uuid primary key default uuidv7(),
  consultation_id uuid not null references consultations,
  person_id uuid not null references people,
  affiliation_id uuid not null references affiliations,
  words text not null,
  invited_by uuid not null references affiliations,
  invited_at timestamptz not null,
  answered_at timestamptz,
  accepted boolean,
  check ((answered_at is null) = (accepted is null)),
  unique (consultation_id, affiliation_id)
);
create index consultation_experts_affiliation on consultation_experts (affiliation_id);

-- A disclosure of a request is of no case.
alter table disclosure_log alter column case_id drop not null;
alter table disclosure_log add check (case_id is not null or object_kind = 'consultation');

-- Requests to which the person of the transaction is invited, or was and said yes.
create function access.my_invitations() returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(e.consultation_id), '{}') from consultation_experts e
  where e.person_id = app.person() and e.affiliation_id = app.affiliation() and e.accepted is not false and access.acts()
$$;

-- Is whoever has it still in the service that has it?
create function access.holder_holds(c consultations) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (
    select from service_members m join affiliations a on a.id = m.affiliation_id join people p on p.id = a.person_id
    where m.service_id = c.service_id and m.affiliation_id = c.holder_affiliation_id and m.person_id = c.holder_id
      and tstzrange(m.starts_at, m.ends_at) @> app.now() and tstzrange(a.starts_at, a.ends_at) @> app.now()
      and (p.ended_at is null or p.ended_at > app.now()))
$$;

-- What the person of the transaction is in a request now, as the database finds it: apart from the server's own rule.
create function access.consultation_parts(c consultations) returns text[]
language sql stable set search_path = public, pg_temp as $$
  with mine as (
    select m.service_id, m.role from service_members m
    where m.person_id = app.person() and m.affiliation_id = app.affiliation() and tstzrange(m.starts_at, m.ends_at) @> app.now()
  )
  select case when not access.acts() then '{}' else array_remove(array[
    case when c.asker_id = app.person() and c.asker_affiliation_id = app.affiliation() then 'asker' end,
    case when c.deputy_id = app.person() and c.deputy_affiliation_id = app.affiliation() then 'deputy' end,
    case when c.state <> 'withdrawn' and exists (select from mine where mine.service_id = c.service_id) then 'member' end,
    case when c.state <> 'withdrawn' and exists (select from mine where mine.service_id = c.service_id and mine.role = 'lead') then 'lead' end,
    case when c.state <> 'withdrawn' and c.holder_id = app.person() and c.holder_affiliation_id = app.affiliation()
      and exists (select from mine where mine.service_id = c.service_id) then 'holder' end,
    case when c.offered_service_id is not null and exists (select from mine where mine.service_id = c.offered_service_id) then 'offered' end,
    (select case when e.accepted then 'expert' else 'invited' end from consultation_experts e
      where e.consultation_id = c.id and e.person_id = app.person() and e.affiliation_id = app.affiliation() and e.accepted is not false
        and c.state not in ('withdrawn', 'closed'))
  ], null) end
$$;

-- Every other agency that reads a named request by this moment, in the disclosure log with what carries it there.
create function access.log_consultation(p_id uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  insert into disclosure_log (at, case_id, object_kind, object_id, data_class, from_agency_id, to_agency_id, person_id, affiliation_id, basis, ground_ids)
  select app.now(), null, 'consultation', c.id,
    case g.kind when 'education' then 'education' when 'psychiatry' then 'health' when 'substance-services' then 'substance' else 'social' end,
    g.id, t.agency_id, app.person(), app.affiliation(), 'ground', t.grounds
  from consultations c join affiliations a on a.id = c.asker_affiliation_id join agencies g on g.id = a.agency_id
  cross join lateral (
    select r.agency_id, coalesce((select array_agg(x.id order by x.id) from consultation_grounds x
      where x.consultation_id = c.id and (x.service_id = r.service_id or x.agency_id = r.agency_id)), '{}') as grounds
    from (
      select distinct s.id as service_id, s.agency_id from services s where s.id in (c.service_id, c.offered_service_id)
      union
      select m.service_id, b.agency_id from service_members m join affiliations b on b.id = m.affiliation_id
      where m.service_id in (c.service_id, c.offered_service_id) and tstzrange(m.starts_at, m.ends_at) @> app.now()
      union
      select null::uuid, b.agency_id from consultation_experts e join affiliations b on b.id = e.affiliation_id
      where e.consultation_id = c.id and e.accepted is not false
    ) r
  ) t
  where c.id = p_id and not c.anonymous and c.state <> 'withdrawn' and t.agency_id <> g.id
  on conflict do nothing
$$;

-- Holds the request until the end of the transaction, for whoever is something in it, and with it what their place in it hangs
-- on: of two at once the second finds what the first has made of it, and an end of either one's place waits for both.
create function access.hold_consultation(p_id uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare c consultations;
begin
  perform from affiliations a where a.id = app.affiliation() and a.person_id = app.person() for share;
  perform from service_members m where m.affiliation_id = app.affiliation() order by m.id for share;
  select * into c from consultations x where x.id = p_id for update;
  if not found or cardinality(access.consultation_parts(c)) = 0 then raise exception 'nothing to them' using errcode = '42501'; end if;
end $$;

-- The draft becomes a request, and is gone.
create function access.send_consultation(p_draft uuid, p_rev int, p_number text, p_due_on date) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  d consultation_drafts;
  f jsonb;
  s services;
  v_id uuid := uuidv7();
  v_named boolean;
  v_deputy affiliations;
begin
  if not access.acts() then raise exception 'nobody' using errcode = '42501'; end if;
  delete from consultation_drafts x where x.id = p_draft and x.rev = p_rev and x.person_id = app.person() and x.affiliation_id = app.affiliation()
    returning x.* into d;
  if not found then raise exception 'no such draft' using errcode = '42501'; end if;
  f := d.fields;
  v_named := not (f ->> 'anonymous')::boolean;
  -- An end of the service waits for this, or this finds it ended.
  select * into s from services x where x.id = (f ->> 'serviceId')::uuid and x.ended_at is null for share;
  if not found or (v_named and not s.takes_named) or (not v_named and not s.takes_anonymous) then
    raise exception 'not taken' using errcode = '42501';
  end if;
  if v_named and f -> 'child' -> 'ground' = 'null' and (s.kind = 'standing-team'
    or s.agency_id <> (select a.agency_id from affiliations a where a.id = app.affiliation())) then
    raise exception 'no ground' using errcode = '42501';
  end if;
  select b.* into v_deputy from affiliations b join affiliations a on a.agency_id = b.agency_id
  where b.id = (f ->> 'deputyAffiliationId')::uuid and a.id = app.affiliation() and b.person_id <> app.person()
    and tstzrange(b.starts_at, b.ends_at) @> app.now() for share of b;
  insert into consultations (id, number, asker_id, asker_affiliation_id, deputy_id, deputy_affiliation_id, service_id, state, anonymous, urgency,
    language, area, question, age_band, grade, supports, absence_hours, consent, child_name, child_birth_date, received_at, due_on, changed_at)
  values (v_id, p_number, app.person(), app.affiliation(), v_deputy.person_id, v_deputy.id, s.id, 'sent', not v_named, f ->> 'urgency',
    f ->> 'language', f ->> 'area', f ->> 'question', f ->> 'ageBand', f ->> 'grade', f -> 'supports', f -> 'absenceHours', f ->> 'consent',
    case when v_named then f -> 'child' ->> 'name' end, case when v_named then (f -> 'child' ->> 'birthDate')::date end, app.now(), p_due_on, app.now());
  insert into consultation_history (consultation_id, act, from_state, to_state, person_id, affiliation_id, at, to_service_id)
  values (v_id, 'send', null, 'sent', app.person(), app.affiliation(), app.now(), s.id);
  if v_named and f -> 'child' -> 'ground' <> 'null' then
    insert into consultation_grounds (consultation_id, service_id, kind, statute, evidence, covers, at, person_id)
    select v_id, s.id, g ->> 'kind', g ->> 'statute', g ->> 'evidence', array(select jsonb_array_elements_text(g -> 'covers')), app.now(), app.person()
    from (select f -> 'child' -> 'ground' as g) x;
  end if;
  perform access.log_consultation(v_id);
  return v_id;
end $$;

-- One act of one person on a request: who may, from which state to which, what changes with it, and its row of the history.
-- Written apart from the server's own table of moves, which stands before it.
-- p_target: whom it is handed on to, or who becomes the deputy.
create function access.step_consultation(p_id uuid, p_act text, p_reason text, p_target uuid, p_message jsonb) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c consultations;
  v_parts text[];
  v_asking boolean;
  v_alone boolean;
  v_held boolean;
  v_taken boolean;
  v_open boolean;
  v_next text;
  v_to affiliations;
begin
  select * into c from consultations x where x.id = p_id for update;
  if not found then raise exception 'no such request' using errcode = '42501'; end if;
  v_parts := access.consultation_parts(c);
  v_asking := v_parts && '{asker,deputy}';
  -- What only the answering side does is never done to a question of one's own.
  v_alone := not v_asking;
  v_held := access.holder_holds(c);
  v_taken := c.state in ('claimed', 'more-information');
  v_open := v_taken or c.state in ('sent', 'triage');
  v_next := case p_act
    when 'begin-triage' then case when 'member' = any (v_parts) and v_alone and c.state = 'sent' then 'triage' end
    when 'claim' then case when 'member' = any (v_parts) and v_alone then
      case when c.state in ('sent', 'triage') then 'claimed' when v_taken and not v_held then c.state end end
    when 'release' then case when 'holder' = any (v_parts) and v_alone and v_taken then 'triage' end
    when 'hand-on' then case when v_parts && '{holder,lead}' and v_alone then
      case when c.state in ('sent', 'triage') then 'claimed' when v_taken then c.state end end
    when 'ask-more' then case when 'holder' = any (v_parts) and v_alone and v_taken then 'more-information' end
    when 'tell-more' then case when v_asking then
      case when c.state = 'more-information' then 'claimed' when v_open then c.state end end
    when 'answer' then case when 'holder' = any (v_parts) and v_alone and v_taken then 'answered' end
    when 'withdraw' then case when v_asking and v_open then 'withdrawn' end
    when 'close' then case when (v_asking or v_parts && '{holder,lead}') and c.state in ('answered', 'followed-up') then 'closed' end
    when 'reopen' then case when (v_asking or v_parts && '{holder,lead}') and c.state in ('answered', 'followed-up', 'closed') then
      case when v_held then 'claimed' else 'triage' end end
    when 'set-deputy' then case when 'asker' = any (v_parts) and c.state not in ('closed', 'withdrawn') then c.state end
  end;
  if v_next is null then raise exception 'not to be done' using errcode = '42501'; end if;

  if p_act = 'hand-on' then
    select a.* into v_to from affiliations a join service_members m on m.affiliation_id = a.id
    where a.id = p_target and m.service_id = c.service_id and tstzrange(m.starts_at, m.ends_at) @> app.now()
      and tstzrange(a.starts_at, a.ends_at) @> app.now() and a.person_id not in (c.asker_id, coalesce(c.deputy_id, c.asker_id))
      for share of m;
  elsif p_act = 'set-deputy' and p_target is not null then
    select b.* into v_to from affiliations a join affiliations b on b.agency_id = a.agency_id
    where a.id = c.asker_affiliation_id and b.id = p_target and b.person_id <> c.asker_id and tstzrange(b.starts_at, b.ends_at) @> app.now()
      for share of b;
  end if;
  if v_to.id is null and (p_act = 'hand-on' or (p_act = 'set-deputy' and p_target is not null)) then
    raise exception 'not to them' using errcode = '42501';
  end if;

  update consultations x set
    state = v_next,
    changed_at = app.now(),
    holder_id = case when p_act = 'claim' then app.person() when p_act = 'hand-on' then v_to.person_id
      when p_act = 'release' or (p_act = 'reopen' and not v_held) then null else x.holder_id end,
    holder_affiliation_id = case when p_act = 'claim' then app.affiliation() when p_act = 'hand-on' then v_to.id
      when p_act = 'release' or (p_act = 'reopen' and not v_held) then null else x.holder_affiliation_id end,
    deputy_id = case when p_act = 'set-deputy' then v_to.person_id else x.deputy_id end,
    deputy_affiliation_id = case when p_act = 'set-deputy' then v_to.id else x.deputy_affiliation_id end,
    answered_at = case when p_act = 'answer' then app.now() else x.answered_at end,
    -- What is answered or withdrawn is passed on to nobody any more.
    offered_service_id = case when v_next in ('sent', 'triage', 'claimed', 'more-information') then x.offered_service_id end,
    offered_at = case when v_next in ('sent', 'triage', 'claimed', 'more-information') then x.offered_at end,
    offer_reason = case when v_next in ('sent', 'triage', 'claimed', 'more-information') then x.offer_reason end
  where x.id = c.id;
  insert into consultation_history (consultation_id, act, from_state, to_state, person_id, affiliation_id, at, reason, to_affiliation_id)
  values (c.id, p_act, c.state, v_next, app.person(), app.affiliation(), app.now(), p_reason, v_to.id);
  if p_message is not null then
    insert into consultation_messages (consultation_id, kind, side, person_id, affiliation_id, at, text)
    values (c.id, p_message ->> 'kind', case when v_asking then 'asking' else 'answering' end, app.person(), app.affiliation(), app.now(), p_message ->> 'text');
  end if;
  return v_next;
end $$;

-- Whom a change of the request concerns, for a hint: everybody on one of its sides. For whoever is on one themself, nobody otherwise.
create function access.people_beside(p_id uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  with c as (select x.* from consultations x where x.id = p_id and cardinality(access.consultation_parts(x)) > 0)
  select c.asker_id from c union select c.deputy_id from c where c.deputy_id is not null
  union select m.person_id from c join service_members m on m.service_id in (c.service_id, c.offered_service_id)
    where c.state <> 'withdrawn' and tstzrange(m.starts_at, m.ends_at) @> app.now()
  union select e.person_id from c join consultation_experts e on e.consultation_id = c.id where e.accepted is not false
$$;

-- Of these requests, those whose holder is still there: for those that the person of the transaction is on a side of.
create function access.held_consultations(p_ids uuid[]) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id from consultations c
  where c.id = any (p_ids) and cardinality(access.consultation_parts(c)) > 0 and access.holder_holds(c)
$$;

-- Ends a service for which nobody waits any more.
create function access.end_service(p_service uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare s services;
begin
  select * into s from services x where x.id = p_service and x.ended_at is null for update;
  if not found or not access.administers_agency(s.agency_id) then raise exception 'not one''s service' using errcode = '42501'; end if;
  if exists (select from consultations c where p_service in (c.service_id, c.offered_service_id)
    and c.state in ('sent', 'triage', 'claimed', 'more-information')) then return false; end if;
  update services x set ended_at = app.now() where x.id = p_service;
  return true;
end $$;

-- How soon services have answered in the last year, in whole hours; of fewer than five answers nothing is said.
create function access.service_speeds() returns table (service_id uuid, hours int)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.service_id, ceil(extract(epoch from percentile_cont(0.5) within group (order by c.answered_at - c.received_at)) / 3600)::int
  from consultations c where access.acts() and c.answered_at > app.now() - interval '1 year'
  group by c.service_id having count(*) >= 5
$$;

do $$
declare t text;
begin
  foreach t in array array['consultation_drafts', 'consultations', 'consultation_grounds', 'consultation_messages', 'consultation_history', 'consultation_experts'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy access_all on %I to rinki_access using (true) with check (true)', t);
    execute format('grant select on %I to rinki_app', t);
    execute format('grant select, insert on %I to rinki_access', t);
  end loop;
  -- What belongs to a request is for whoever reads the request.
  foreach t in array array['consultation_grounds', 'consultation_messages', 'consultation_history', 'consultation_experts'] loop
    execute format('create policy of_request on %I for select to rinki_app using (exists (select from consultations c where c.id = consultation_id))', t);
  end loop;
end $$;
grant update on consultations, consultation_experts to rinki_access;
grant delete on consultation_drafts to rinki_access;

create policy own on consultation_drafts to rinki_app
  using (person_id = (select app.person()) and affiliation_id = (select app.affiliation()) and (select access.acts()))
  with check (person_id = (select app.person()) and affiliation_id = (select app.affiliation()) and (select access.acts()));
grant insert, delete on consultation_drafts to rinki_app;
grant update (rev, fields, saved_at) on consultation_drafts to rinki_app;

create policy on_a_side on consultations for select to rinki_app using ((select access.acts()) and (
  (asker_id = (select app.person()) and asker_affiliation_id = (select app.affiliation()))
  or (deputy_id = (select app.person()) and deputy_affiliation_id = (select app.affiliation()))
  or (state <> 'withdrawn' and service_id = any ((select access.my_services())::uuid[]))
  or offered_service_id = any ((select access.my_services())::uuid[])
  or (state not in ('withdrawn', 'closed') and id = any ((select access.my_invitations())::uuid[]))));

do $$
declare f text;
begin
  foreach f in array array['my_invitations', 'holder_holds', 'consultation_parts', 'log_consultation', 'hold_consultation', 'send_consultation',
    'step_consultation', 'people_beside', 'held_consultations', 'end_service', 'service_speeds'] loop
    execute format('alter function access.%I owner to rinki_access', f);
    execute format('revoke all on function access.%I from public', f);
  end loop;
end $$;
revoke create on schema access from rinki_access;
grant execute on function access.my_invitations, access.hold_consultation, access.send_consultation, access.step_consultation,
  access.people_beside, access.held_consultations, access.end_service, access.service_speeds to rinki_app;
