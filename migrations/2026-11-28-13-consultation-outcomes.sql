-- What came of a request, what helped, and a service's own figures.
grant create on schema access to rinki_access;

create table consultation_outcomes (
  id uuid primary key default uuidv7(),
  consultation_id uuid not null references consultations,
  kind text not null check (kind in ('advice-was-enough', 'joint-visit', 'support-plan', 'guided-to-service', 'contact-to-social-services',
    'child-welfare-notification', 'no-action')),
  words text not null check (length(words) <= 2000),
  person_id uuid not null references people,
  affiliation_id uuid not null references affiliations,
  at timestamptz not null
);
create index consultation_outcomes_of on consultation_outcomes (consultation_id);

-- What helped, as the asker says it, once for each answer.
create table consultation_follow_ups (
  id uuid primary key default uuidv7(),
  consultation_id uuid not null references consultations,
  helped text not null check (helped in ('much', 'some', 'not')),
  words text not null check (length(words) <= 2000),
  person_id uuid not null references people,
  affiliation_id uuid not null references affiliations,
  at timestamptz not null
);
create index consultation_follow_ups_of on consultation_follow_ups (consultation_id);

do $$
declare t text;
begin
  foreach t in array array['consultation_outcomes', 'consultation_follow_ups'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy access_all on %I to rinki_access using (true) with check (true)', t);
    execute format('create policy of_request on %I for select to rinki_app using (exists (select from consultations c where c.id = consultation_id))', t);
    execute format('grant select on %I to rinki_app', t);
    execute format('grant select, insert on %I to rinki_access', t);
  end loop;
end $$;

-- Either side says what came of it, once it is answered; the state stays.
create function access.record_consultation_outcome(p_id uuid, p_kinds text[], p_words text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c consultations;
  v_parts text[];
begin
  select * into c from consultations x where x.id = p_id for update;
  v_parts := access.consultation_parts(c);
  if not found or c.state not in ('answered', 'followed-up') or not v_parts && '{asker,deputy,holder}' or cardinality(p_kinds) = 0 then
    raise exception 'not to be recorded' using errcode = '42501';
  end if;
  insert into consultation_outcomes (consultation_id, kind, words, person_id, affiliation_id, at)
  select c.id, k, p_words, app.person(), app.affiliation(), app.now() from unnest(p_kinds) k;
  update consultations x set changed_at = app.now() where x.id = c.id;
  insert into consultation_history (consultation_id, act, from_state, to_state, person_id, affiliation_id, at)
  values (c.id, 'record-outcome', c.state, c.state, app.person(), app.affiliation(), app.now());
  return c.state;
end $$;

-- One question to the asking side.
create function access.follow_up_consultation(p_id uuid, p_helped text, p_words text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare c consultations;
begin
  select * into c from consultations x where x.id = p_id for update;
  if not found or c.state <> 'answered' or not access.consultation_parts(c) && '{asker,deputy}' then
    raise exception 'not to be followed up' using errcode = '42501';
  end if;
  insert into consultation_follow_ups (consultation_id, helped, words, person_id, affiliation_id, at)
  values (c.id, p_helped, p_words, app.person(), app.affiliation(), app.now());
  update consultations x set state = 'followed-up', changed_at = app.now() where x.id = c.id;
  insert into consultation_history (consultation_id, act, from_state, to_state, person_id, affiliation_id, at)
  values (c.id, 'follow-up', c.state, 'followed-up', app.person(), app.affiliation(), app.now());
  return 'followed-up';
end $$;

-- The figures of a service of one's own over the last year: numbers alone, and none that fewer than five requests stand behind.
create function access.service_figures(p_service uuid) returns jsonb
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not p_service = any (access.my_services()) then raise exception 'not one''s service' using errcode = '42501'; end if;
  return (
    with own as (
      select c.id, c.area, c.received_at, c.answered_at,
        (select min(h.at) from consultation_history h where h.consultation_id = c.id and h.act in ('begin-triage', 'claim', 'hand-on', 'accept-passed')) as seen_at,
        (select min(m.at) from consultation_messages m where m.consultation_id = c.id and m.side <> 'asking') as replied_at
      from consultations c
      where c.service_id = p_service and c.received_at > app.now() - interval '1 year' and c.state <> 'withdrawn'),
    told as (
      select o.consultation_id, bool_and(o.kind = 'advice-was-enough') as alone
      from consultation_outcomes o join own on own.id = o.consultation_id group by 1),
    hours as (
      select ceil(extract(epoch from percentile_cont(0.5) within group (order by seen_at - received_at)) / 3600)::int as seen,
        count(seen_at) as seen_n,
        ceil(extract(epoch from percentile_cont(0.5) within group (order by replied_at - received_at)) / 3600)::int as replied,
        count(replied_at) as replied_n,
        ceil(extract(epoch from percentile_cont(0.5) within group (order by answered_at - received_at)) / 3600)::int as answered,
        count(answered_at) as answered_n, count(*) as all_n
      from own)
    select jsonb_build_object(
      'requests', case when h.all_n >= 5 then h.all_n end,
      'seenHours', case when h.seen_n >= 5 then h.seen end,
      'firstReplyHours', case when h.replied_n >= 5 then h.replied end,
      'answerHours', case when h.answered_n >= 5 then h.answered end,
      -- A share that tells of fewer than five on either side of it is not told.
      'adviceAlonePercent', (select case when count(*) filter (where alone) >= 5 and count(*) filter (where not alone) >= 5
        then round(100.0 * count(*) filter (where alone) / count(*))::int end from told),
      'byArea', coalesce((select jsonb_agg(jsonb_build_object('area', a.area, 'requests', a.n) order by a.n desc, a.area)
        from (select area, count(*) as n from own group by area having count(*) >= 5) a), '[]'))
    from hours h);
end $$;

do $$
declare f text;
begin
  foreach f in array array['record_consultation_outcome', 'follow_up_consultation', 'service_figures'] loop
    execute format('alter function access.%I owner to rinki_access', f);
    execute format('revoke all on function access.%I from public', f);
    execute format('grant execute on function access.%I to rinki_app', f);
  end loop;
end $$;
revoke create on schema access from rinki_access;
