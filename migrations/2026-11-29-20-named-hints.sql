-- A hint names the request that changed, to those who may see it and in the affiliation by which they may; and what begins or ends
-- by the clock alone is told to those whom it concerns.
grant create on schema access to rinki_access;

-- Up to which moment what begins and ends by the clock was told: one row, which one process at a time holds.
create table clock_hints (one boolean primary key default true check (one), told_until timestamptz);
insert into clock_hints default values;
alter table clock_hints enable row level security;
alter table clock_hints force row level security;
create policy access_all on clock_hints to rinki_access using (true) with check (true);
grant select, update on clock_hints to rinki_access;

-- Everybody on a side of a request now, with the affiliation by which they are: whoever `consultation_parts` gives a part.
create function access.sides_of(c consultations) returns table (person_id uuid, affiliation_id uuid)
language sql stable set search_path = public, pg_temp as $$
  select s.person_id, s.affiliation_id
  from (
    select c.asker_id as person_id, c.asker_affiliation_id as affiliation_id
    union select c.deputy_id, c.deputy_affiliation_id where c.deputy_id is not null
    union select x.substitute_id, x.substitute_affiliation_id from access.stand_ins() x where x.affiliation_id = c.asker_affiliation_id
    union select m.person_id, m.affiliation_id from access.places(c.service_id) m where c.state <> 'withdrawn'
    union select m.person_id, m.affiliation_id from access.places(c.offered_service_id) m where c.state <> 'withdrawn'
    union select e.person_id, e.affiliation_id from consultation_experts e
      where e.consultation_id = c.id and e.accepted is not false and c.state not in ('withdrawn', 'closed')
  ) s join affiliations a on a.id = s.affiliation_id join people p on p.id = a.person_id join agencies g on g.id = a.agency_id
  where tstzrange(a.starts_at, a.ends_at) @> app.now() and (p.ended_at is null or p.ended_at > app.now())
    and (g.ended_at is null or g.ended_at > app.now())
$$;

-- The same, for whoever is on a side themself, or has left it by an act of this very moment.
create function access.sides_beside(p_id uuid) returns table (person_id uuid, affiliation_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.person_id, s.affiliation_id from consultations c, access.sides_of(c) s
  where c.id = p_id and (cardinality(access.consultation_parts(c)) > 0
    or exists (select from consultation_history h where h.consultation_id = c.id and h.person_id = app.person()
      and h.affiliation_id = app.affiliation() and h.at = app.now() and access.acts()))
$$;

-- Whom the beginning and the end of an absence concern beyond the two: everybody beside a request of which one of them is a part.
-- For whoever arranges the absence, who need not see any of these requests.
create function access.sides_beside_absent(p_affiliation uuid) returns table (consultation_id uuid, person_id uuid, affiliation_id uuid)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not access.arranges(p_affiliation) then raise exception 'not to be arranged' using errcode = '42501'; end if;
  return query select c.id, s.person_id, s.affiliation_id from consultations c, access.sides_of(c) s
    where p_affiliation in (c.asker_affiliation_id, c.holder_affiliation_id) and access.is_listed(c);
end $$;

-- Does a request stand in anybody's list still? What is over does for 90 days, in the asker's.
create function access.is_listed(c consultations) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select c.state not in ('closed', 'withdrawn') or c.changed_at > app.now() - interval '90 days'
$$;

-- What a person's stream gets, in the order in which it is given.
create function access.tell_person(p_person uuid, p_payloads jsonb[]) returns void
language plpgsql set search_path = public, pg_temp as $$
declare v_head bigint;
begin
  insert into streams (id, kind, head_seq) values (p_person, 'person', cardinality(p_payloads))
  on conflict (id) do update set head_seq = streams.head_seq + cardinality(p_payloads) returning head_seq into v_head;
  insert into events (stream_id, seq, kind, payload, at)
  select p_person, v_head - cardinality(p_payloads) + t.n, t.payload ->> 'kind', t.payload, app.now()
  from unnest(p_payloads) with ordinality t (payload, n);
end $$;

create function access.consultation_hint(p_id uuid, p_affiliation uuid) returns jsonb
language sql immutable set search_path = public, pg_temp as $$
  select jsonb_build_object('kind', 'consultation.changed', 'consultationId', p_id, 'affiliationId', p_affiliation)
$$;

-- As before; the hint goes to everybody on a side, and names the request in the affiliation by which they are.
create or replace function access.escalate() returns setof uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  d record;
  c consultations;
  v_told text;
  v_person uuid;
  v_hints jsonb[];
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
    for v_person, v_hints in
      select s.person_id, array_agg(access.consultation_hint(c.id, s.affiliation_id)) from access.sides_of(c) s group by 1 order by 1 loop
      perform access.tell_person(v_person, v_hints);
      return next v_person;
    end loop;
  end loop;
end $$;

create index absences_starts_at on absences (starts_at) where ended_at is null;
create index absences_ends_at on absences (ends_at) where ended_at is null;
create index service_members_ends_at on service_members (ends_at);
create index affiliations_ends_at on affiliations (ends_at);
create index consultations_holder_affiliation on consultations (holder_affiliation_id);

-- Affiliations of which something began or ended by the clock after the one moment and not after the other: an absence, a place in
-- a service, or the affiliation itself. What a command began is told by the command.
create function access.turned_between(p_after timestamptz, p_until timestamptz) returns setof uuid
language sql stable set search_path = public, pg_temp as $$
  select x.affiliation_id from absences x
  where x.ended_at is null and x.starts_at > p_after and x.starts_at <= p_until and x.recorded_at < x.starts_at
  union select x.affiliation_id from absences x where x.ended_at is null and x.ends_at > p_after and x.ends_at <= p_until
  union select m.affiliation_id from service_members m where m.ends_at > p_after and m.ends_at <= p_until
  union select a.id from affiliations a where a.ends_at > p_after and a.ends_at <= p_until
  -- With the affiliation of whoever stood in ends that they do.
  union select x.affiliation_id from absences x join affiliations a on a.id = x.substitute_affiliation_id
    where x.ended_at is null and a.ends_at > p_after and a.ends_at <= p_until
$$;

-- Tells of what the clock began or ended since it was told last. Those whose own places changed look at everything again, everybody
-- else beside a request of which one of them is a part at that request. For any number of processes at once: one of them
-- does it, the others pass on. Returns whose streams have something new.
create function access.tell_of_time() returns setof uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_since timestamptz;
  v_turned uuid[];
  v_person uuid;
  v_hints jsonb[];
begin
  select h.told_until into v_since from clock_hints h for update skip locked;
  if not found then return; end if;
  -- For the first time, or the clock was set back: from now on.
  if v_since is null or v_since > app.now() + interval '1 minute' then
    update clock_hints set told_until = app.now();
    return;
  end if;
  v_turned := array(select access.turned_between(v_since, app.now()));
  -- A row that is not written every second.
  if cardinality(v_turned) > 0 or v_since < app.now() - interval '1 minute' then update clock_hints set told_until = app.now(); end if;
  if cardinality(v_turned) = 0 then return; end if;
  for v_person, v_hints in
    with own as (
      select a.person_id from affiliations a where a.id = any (v_turned)
      union select x.substitute_id from absences x where x.affiliation_id = any (v_turned) and x.ended_at is null
    ), beside as (
      select c.id, s.person_id, s.affiliation_id from consultations c, access.sides_of(c) s
      where access.is_listed(c) and s.person_id not in (select o.person_id from own o)
        and (c.asker_affiliation_id = any (v_turned) or c.deputy_affiliation_id = any (v_turned) or c.holder_affiliation_id = any (v_turned))
    )
    select o.person_id, array['{"kind": "consultations.changed"}', '{"kind": "today.changed"}']::jsonb[] from own o
    union all
    select b.person_id, array_agg(access.consultation_hint(b.id, b.affiliation_id)) from beside b group by 1
    order by 1
  loop
    perform access.tell_person(v_person, v_hints);
    return next v_person;
  end loop;
end $$;

do $$
declare f text;
begin
  foreach f in array array['sides_of', 'sides_beside', 'sides_beside_absent', 'is_listed', 'tell_person', 'consultation_hint', 'turned_between', 'tell_of_time'] loop
    execute format('alter function access.%I owner to rinki_access', f);
    execute format('revoke all on function access.%I from public', f);
  end loop;
end $$;
grant execute on function access.sides_beside, access.sides_beside_absent to rinki_app;
grant execute on function access.tell_of_time to rinki_jobs;
revoke create on schema access from rinki_access;
