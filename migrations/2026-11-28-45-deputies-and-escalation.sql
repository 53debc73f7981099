-- Nobody's inbox is silent. Whoever is away is stood in for: in the services they are in, in the requests they have, and in those
-- they asked. And an urgent request that nobody has goes to the service's lead, then to whoever is on call.
grant create on schema access to rinki_access;

-- Minutes after which an urgent request that nobody has taken is told to the lead, and then to whoever is on call.
alter table services
  add column lead_after_minutes int not null default 60 check (lead_after_minutes between 5 and 1440),
  add column on_call_after_minutes int not null default 60 check (on_call_after_minutes between 5 and 1440);
grant update (lead_after_minutes, on_call_after_minutes) on services to rinki_app;

create table consultation_escalations (
  id uuid primary key default uuidv7(),
  consultation_id uuid not null references consultations,
  -- Since when nobody has it: a request that is given back waits anew.
  since timestamptz not null,
  step int not null check (step in (1, 2)),
  told text not null check (told in ('lead', 'on-call', 'everybody')),
  at timestamptz not null,
  unique (consultation_id, since, step)
);
alter table consultation_escalations enable row level security;
alter table consultation_escalations force row level security;
create policy access_all on consultation_escalations to rinki_access using (true) with check (true);
create policy of_request on consultation_escalations for select to rinki_app
  using (exists (select from consultations c where c.id = consultation_id));
grant select on consultation_escalations to rinki_app;
grant select, insert on consultation_escalations to rinki_access;

-- Who stands in for whom now: both in affiliations that hold.
create function access.stand_ins() returns table (person_id uuid, affiliation_id uuid, substitute_id uuid, substitute_affiliation_id uuid)
language sql stable set search_path = public, pg_temp as $$
  select x.person_id, x.affiliation_id, x.substitute_id, x.substitute_affiliation_id
  from absences x join affiliations a on a.id = x.affiliation_id join affiliations b on b.id = x.substitute_affiliation_id
    join people p on p.id = x.substitute_id
  where x.ended_at is null and tstzrange(x.starts_at, x.ends_at) @> app.now() and tstzrange(a.starts_at, a.ends_at) @> app.now()
    and tstzrange(b.starts_at, b.ends_at) @> app.now() and (p.ended_at is null or p.ended_at > app.now())
$$;

-- The affiliations for whose holders the person of the transaction stands in now.
create function access.stands_in_for() returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(x.affiliation_id), '{}') from access.stand_ins() x
  where x.substitute_id = app.person() and x.substitute_affiliation_id = app.affiliation() and access.acts()
$$;

-- Who is in a service now, in their own right or for somebody who is away.
create function access.places(p_service uuid) returns table (person_id uuid, affiliation_id uuid, role text)
language sql stable set search_path = public, pg_temp as $$
  select m.person_id, m.affiliation_id, m.role from service_members m
  where m.service_id = p_service and tstzrange(m.starts_at, m.ends_at) @> app.now()
  union
  select x.substitute_id, x.substitute_affiliation_id, m.role from service_members m join access.stand_ins() x on x.affiliation_id = m.affiliation_id
  where m.service_id = p_service and tstzrange(m.starts_at, m.ends_at) @> app.now()
$$;

-- Asked by every statement about requests: it begins with the few affiliations in question, not with everybody's places.
create or replace function access.my_services() returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  with away as materialized (select access.stands_in_for() as ids where access.acts())
  select coalesce(array_agg(distinct m.service_id), '{}') from away
    join service_members m on m.affiliation_id = any (array_append(away.ids, app.affiliation()))
  where tstzrange(m.starts_at, m.ends_at) @> app.now()
    and (m.person_id = app.person() or m.affiliation_id = any (away.ids))
$$;

create or replace function access.consultation_parts(c consultations) returns text[]
language sql stable set search_path = public, pg_temp as $$
  with away as (select access.stands_in_for() as ids),
  mine as (
    select m.service_id, m.role from away join service_members m on m.affiliation_id = any (array_append(away.ids, app.affiliation()))
    where tstzrange(m.starts_at, m.ends_at) @> app.now() and (m.person_id = app.person() or m.affiliation_id = any (away.ids))
  )
  select case when not access.acts() then '{}' else array_remove(array[
    case when c.asker_id = app.person() and c.asker_affiliation_id = app.affiliation() then 'asker' end,
    case when (c.deputy_id = app.person() and c.deputy_affiliation_id = app.affiliation())
      or c.asker_affiliation_id = any (away.ids) then 'deputy' end,
    case when c.state <> 'withdrawn' and exists (select from mine where mine.service_id = c.service_id) then 'member' end,
    case when c.state <> 'withdrawn' and exists (select from mine where mine.service_id = c.service_id and mine.role = 'lead') then 'lead' end,
    case when c.state <> 'withdrawn' and ((c.holder_id = app.person() and c.holder_affiliation_id = app.affiliation())
        or c.holder_affiliation_id = any (away.ids))
      and exists (select from mine where mine.service_id = c.service_id) then 'holder' end,
    case when c.offered_service_id is not null and exists (select from mine where mine.service_id = c.offered_service_id) then 'offered' end,
    (select case when e.accepted then 'expert' else 'invited' end from consultation_experts e
      where e.consultation_id = c.id and e.person_id = app.person() and e.affiliation_id = app.affiliation() and e.accepted is not false
        and c.state not in ('withdrawn', 'closed'))
  ], null) end
  from away
$$;

drop policy on_a_side on consultations;
create policy on_a_side on consultations for select to rinki_app using ((select access.acts()) and (
  (asker_id = (select app.person()) and asker_affiliation_id = (select app.affiliation()))
  or (deputy_id = (select app.person()) and deputy_affiliation_id = (select app.affiliation()))
  or asker_affiliation_id = any ((select access.stands_in_for())::uuid[])
  or (state <> 'withdrawn' and service_id = any ((select access.my_services())::uuid[]))
  or offered_service_id = any ((select access.my_services())::uuid[])
  or (state not in ('withdrawn', 'closed') and id = any ((select access.my_invitations())::uuid[]))));

-- As before; whoever comes for somebody who is away holds their absence too, so that its end waits.
create or replace function access.hold_consultation(p_id uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare c consultations;
begin
  perform from affiliations a where a.id = app.affiliation() and a.person_id = app.person() for share;
  perform from absences x where x.substitute_affiliation_id = app.affiliation() order by x.id for share;
  perform from service_members m where m.affiliation_id = any (array_append((select access.stands_in_for()), app.affiliation()))
    order by m.id for share;
  select * into c from consultations x where x.id = p_id for update;
  if not found or cardinality(access.consultation_parts(c)) = 0 then raise exception 'nothing to them' using errcode = '42501'; end if;
end $$;

create or replace function access.people_beside(p_id uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  with c as (select x.* from consultations x where x.id = p_id and cardinality(access.consultation_parts(x)) > 0)
  select c.asker_id from c union select c.deputy_id from c where c.deputy_id is not null
  union select x.substitute_id from c join access.stand_ins() x on x.affiliation_id = c.asker_affiliation_id
  union select m.person_id from c, access.places(c.service_id) m where c.state <> 'withdrawn'
  union select m.person_id from c, access.places(c.offered_service_id) m where c.state <> 'withdrawn'
  union select e.person_id from c join consultation_experts e on e.consultation_id = c.id where e.accepted is not false
$$;

-- Of these requests, whose asker or holder is away now and who stands in for them: for whoever is on a side of them.
create function access.consultation_stand_ins(p_ids uuid[]) returns table (consultation_id uuid, affiliation_id uuid, substitute_affiliation_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, x.affiliation_id, x.substitute_affiliation_id
  from consultations c join access.stand_ins() x on x.affiliation_id in (c.asker_affiliation_id, c.holder_affiliation_id)
  where c.id = any (p_ids) and cardinality(access.consultation_parts(c)) > 0
$$;

-- Whom the beginning and the end of an absence concern beyond the two: everybody beside a request of which one of them is a part.
-- For whoever arranges the absence, who need not see any of these requests.
create function access.people_beside_absent(p_affiliation uuid) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not access.arranges(p_affiliation) then raise exception 'not to be arranged' using errcode = '42501'; end if;
  return query
  with c as (select x.* from consultations x where p_affiliation in (x.asker_affiliation_id, x.holder_affiliation_id)
    and x.state not in ('closed', 'withdrawn'))
  select c.asker_id from c union select c.deputy_id from c where c.deputy_id is not null
  union select m.person_id from c, access.places(c.service_id) m
  union select e.person_id from c join consultation_experts e on e.consultation_id = c.id where e.accepted is not false;
end $$;

-- Urgent requests that nobody has for longer than their service says, each with the step that is due.
create function access.escalations_due() returns table (consultation_id uuid, since timestamptz, step int)
language sql stable set search_path = public, pg_temp as $$
  select c.id, w.since, n.step
  from consultations c join services s on s.id = c.service_id
  cross join lateral (select max(h.at) as since from consultation_history h
    where h.consultation_id = c.id and h.act in ('send', 'release', 'reopen')) w
  cross join lateral (values (1, s.lead_after_minutes), (2, s.lead_after_minutes + s.on_call_after_minutes)) n (step, minutes)
  where c.urgency = 'urgent' and c.state in ('sent', 'triage', 'claimed', 'more-information') and not access.holder_holds(c)
    and app.now() >= w.since + make_interval(mins => n.minutes)
    and not exists (select from consultation_escalations e where e.consultation_id = c.id and e.since = w.since and e.step = n.step)
$$;

-- Tells them, once: a row that both sides read, a mail, and a hint to everybody beside the request. Returns whose streams have
-- something new. Several processes may do it at once: each request is held, and looked at again.
create function access.escalate() returns setof uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  d record;
  c consultations;
  v_told text;
  v_person uuid;
  v_head bigint;
begin
  for d in select * from access.escalations_due() order by 1, 3 loop
    select * into c from consultations x where x.id = d.consultation_id for update;
    continue when not exists (select from access.escalations_due() e where e.consultation_id = d.consultation_id and e.since = d.since and e.step = d.step);
    -- Where there is no lead, whoever is on call is told at once; where nobody is, or they were told, everybody.
    v_told := case
      when d.step = 1 and exists (select from access.places(c.service_id) m where m.role = 'lead') then 'lead'
      when not exists (select from consultation_escalations e where e.consultation_id = c.id and e.since = d.since and e.told = 'on-call')
        and exists (select from access.places(c.service_id) m where m.role = 'on-call') then 'on-call'
      else 'everybody' end;
    insert into consultation_escalations (consultation_id, since, step, told, at) values (c.id, d.since, d.step, v_told, app.now());
    insert into mails (person_id, stage, case_number, path, at, next_at)
    select distinct m.person_id, 'urgent-request', c.number, '/consultations/' || c.id, app.now(), app.now()
    from access.places(c.service_id) m
    where v_told in (m.role, 'everybody') and m.person_id not in (c.asker_id, coalesce(c.deputy_id, c.asker_id));
    for v_person in
      select c.asker_id union select c.deputy_id where c.deputy_id is not null union select m.person_id from access.places(c.service_id) m
      union select x.substitute_id from access.stand_ins() x where x.affiliation_id = c.asker_affiliation_id order by 1 loop
      insert into streams (id, kind, head_seq) values (v_person, 'person', 1)
      on conflict (id) do update set head_seq = streams.head_seq + 1 returning head_seq into v_head;
      insert into events (stream_id, seq, kind, payload, at)
      values (v_person, v_head, 'consultations.changed', jsonb_build_object('kind', 'consultations.changed', 'consultationId', c.id), app.now());
      return next v_person;
    end loop;
  end loop;
end $$;

grant insert on mails to rinki_access;
create policy access_append on mails for insert to rinki_access with check (true);

do $$
declare f text;
begin
  foreach f in array array['stand_ins', 'stands_in_for', 'places', 'consultation_stand_ins', 'people_beside_absent', 'escalations_due', 'escalate'] loop
    execute format('alter function access.%I owner to rinki_access', f);
    execute format('revoke all on function access.%I from public', f);
  end loop;
end $$;
grant execute on function access.stands_in_for, access.consultation_stand_ins, access.people_beside_absent to rinki_app;
grant execute on function access.escalate to rinki_jobs;
revoke create on schema access from rinki_access;
