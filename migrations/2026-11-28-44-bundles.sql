-- What goes along from a case to a demanding-support centre, with a named request to it: chosen texts of the sender's own agency, as
-- they stood when they were sent, readable for some days. Each agency gives of its own register alone.
grant create on schema access to rinki_access;

create table bundles (
  id uuid primary key default uuidv7(),
  case_id uuid not null references cases,
  consultation_id uuid not null references consultations,
  -- Whoever has the request later does not get it: it went to this service.
  service_id uuid not null references services,
  from_agency_id uuid not null references agencies,
  person_id uuid not null references people,
  affiliation_id uuid not null references affiliations,
  sent_at timestamptz not null,
  until timestamptz not null check (until > sent_at and until <= sent_at + interval '90 days'),
  withdrawn_at timestamptz,
  -- What went, without a word of it: stays with the sender when the words are gone.
  labels jsonb not null
);
create index bundles_consultation on bundles (consultation_id);
create index bundles_case on bundles (case_id);

create table bundle_items (
  id uuid primary key default uuidv7(),
  bundle_id uuid not null references bundles on delete cascade,
  n int not null,
  data_class text not null check (data_class not in ('safety', 'hypothesis')),
  -- Of the agencies in the service those to which a ground carried it.
  agency_ids uuid[] not null check (cardinality(agency_ids) > 0),
  -- When the ground ends by itself, or the bundle does.
  until timestamptz not null,
  -- When a ground was withdrawn or something was prohibited.
  ended_at timestamptz,
  content jsonb not null,
  unique (bundle_id, n)
);

-- Does a ground carry the class to the agency in which the person of the transaction acts, at this moment?
create function access.bundle_carried(p_bundle uuid, p_class text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from bundles b join affiliations a on a.id = app.affiliation() and a.person_id = app.person()
    where b.id = p_bundle and (a.agency_id = b.from_agency_id or access.covers(b.case_id, b.from_agency_id, a.agency_id, p_class) @> app.now()))
$$;

alter table bundles enable row level security;
alter table bundles force row level security;
alter table bundle_items enable row level security;
alter table bundle_items force row level security;
create policy access_all on bundles to rinki_access using (true) with check (true);
create policy access_all on bundle_items to rinki_access using (true) with check (true);
create policy of_sender on bundles for select to rinki_app
  using (person_id = (select app.person()) and affiliation_id = (select app.affiliation()) and (select access.acts()));
create policy of_receiver on bundles for select to rinki_app using (
  withdrawn_at is null and until > (select app.now()) and service_id = any ((select access.my_services())::uuid[])
  and exists (select from consultations c where c.id = consultation_id and c.service_id = bundles.service_id and c.state <> 'withdrawn'));
-- The words are the receiver's alone; the sender has them in the case, as long as they may read them there.
create policy of_receiver on bundle_items for select to rinki_app using (
  ended_at is null and until > (select app.now())
  and (select a.agency_id from affiliations a where a.id = app.affiliation() and a.person_id = app.person()) = any (agency_ids)
  and exists (select from bundles b where b.id = bundle_id and b.withdrawn_at is null and b.until > (select app.now())
    and b.service_id = any ((select access.my_services())::uuid[]))
  and access.bundle_carried(bundle_id, data_class));
grant select on bundles, bundle_items to rinki_app;
grant select, insert, update on bundles to rinki_access;
grant select, insert, update, delete on bundle_items to rinki_access;

-- The agencies whose people are in a service now, for whoever asks it for advice there.
create function access.bundle_agencies(p_consultation uuid) returns uuid[]
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare c consultations;
begin
  select * into c from consultations x where x.id = p_consultation;
  if not found or not 'asker' = any (access.consultation_parts(c)) then raise exception 'not theirs' using errcode = '42501'; end if;
  return (
    select array_agg(distinct g.agency_id order by g.agency_id) from (
      select s.agency_id from services s where s.id = c.service_id
      union
      select a.agency_id from access.places(c.service_id) m join affiliations a on a.id = m.affiliation_id join people p on p.id = a.person_id
      where tstzrange(a.starts_at, a.ends_at) @> app.now() and (p.ended_at is null or p.ended_at > app.now())) g);
end $$;

-- Sends it: who may, to whom, what may go there on which ground, and whether each text is still the one that was looked at. What the
-- receiver reads is made here, of the rows themselves. p_items: [{kind, sourceId, until, fields: [{name, rev}]}].
create function access.send_bundle(p_case uuid, p_consultation uuid, p_days int, p_items jsonb, p_agencies uuid[]) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c consultations;
  s services;
  k cases;
  e entries;
  d audiences;
  i jsonb;
  f jsonb;
  v_id uuid := uuidv7();
  v_own uuid;
  v_until timestamptz;
  v_agencies uuid[];
  v_to uuid[];
  v_fields jsonb;
  v_content jsonb;
  v_labels jsonb := '[]';
  v_class text;
  v_kind text;
  v_object uuid;
  v_key bigint;
  v_n int := 0;
begin
  select * into c from consultations x where x.id = p_consultation for share;
  if not found or c.anonymous or c.state in ('withdrawn', 'closed') or not 'asker' = any (access.consultation_parts(c)) then
    raise exception 'no request of theirs' using errcode = '42501';
  end if;
  select * into s from services x where x.id = c.service_id and x.kind in ('hospital-school', 'standing-team') and x.ended_at is null for share;
  if not found then raise exception 'no such centre' using errcode = '42501'; end if;
  select * into k from cases x where x.id = p_case and (x.closed_at is null or x.closed_at > app.now());
  if not found or not access.holds(p_case, 'professional') or access.breaks_glass(p_case) then
    raise exception 'not one''s case' using errcode = '42501';
  end if;
  v_agencies := access.bundle_agencies(p_consultation);
  if p_days not between 1 and 90 or jsonb_array_length(p_items) not between 1 and 100
    or v_agencies is distinct from (select array_agg(distinct x order by x) from unnest(p_agencies) x) then
    raise exception 'other readers' using errcode = '42501';
  end if;
  select a.agency_id into v_own from affiliations a where a.id = app.affiliation();
  v_until := app.now() + make_interval(days => p_days);
  insert into bundles (id, case_id, consultation_id, service_id, from_agency_id, person_id, affiliation_id, sent_at, until, labels)
  values (v_id, p_case, c.id, s.id, v_own, app.person(), app.affiliation(), app.now(), v_until, '[]');
  for i in select * from jsonb_array_elements(p_items) loop
    v_n := v_n + 1;
    if i ->> 'kind' = 'child' then
      v_class := 'coordination'; v_kind := 'case'; v_object := k.id; v_key := k.acl_key;
      if k.owner_agency_id <> v_own then raise exception 'another register' using errcode = '42501'; end if;
      v_content := jsonb_build_object('kind', 'child', 'entryKind', null, 'about', null, 'signed', false, 'writtenOn', null, 'authors', '[]'::jsonb,
        'fields', jsonb_build_array(jsonb_build_object('name', 'name', 'text', k.child_name),
          jsonb_build_object('name', 'birthDate', 'text', to_char(k.birth_date, 'YYYY-MM-DD')),
          jsonb_build_object('name', 'languages', 'text', array_to_string(k.languages, ' ')),
          jsonb_build_object('name', 'interpreter', 'text', coalesce(k.interpreter, ''))));
    else
      select * into e from entries x where x.id = (i ->> 'sourceId')::uuid and x.case_id = p_case for share;
      if not found or e.state not in ('shared', 'frozen') or e.kind not in ('situation', 'contribution', 'child-view', 'parent-view', 'synthesis', 'dissent')
        or e.owner_agency_id <> v_own or e.affiliation_id is null then
        raise exception 'not to be given' using errcode = '42501';
      end if;
      v_class := e.data_class; v_kind := 'entry'; v_object := e.id; v_key := e.acl_key;
      select * into d from audiences x where x.acl_key = e.acl_key;
      -- What its authors keep within the agency goes out by their own hand alone.
      if not (d.scope = 'everyone' or (d.scope = 'agencies' and s.agency_id = any (d.agency_ids)) or app.person() = any (e.author_ids)) then
        raise exception 'kept within' using errcode = '42501';
      end if;
      if e.kind = 'child-view' and coalesce(e.fields -> 'mayRead' ->> 'text', '') not in ('professionals', 'both') then
        raise exception 'the child has not allowed' using errcode = '42501';
      end if;
      -- Of an agency that would tell where the child is nothing goes.
      if e.owner_agency_id <> k.owner_agency_id and exists (
        select from memberships m join affiliations a on a.id = m.affiliation_id join audiences w on w.acl_key = m.acl_key
        where m.case_id = p_case and a.agency_id = e.owner_agency_id and w.participation and w.data_class = 'safety') then
        raise exception 'withheld' using errcode = '42501';
      end if;
      v_fields := '[]';
      for f in select * from jsonb_array_elements(i -> 'fields') loop
        if e.fields -> (f ->> 'name') is null or (e.fields -> (f ->> 'name') ->> 'rev')::int is distinct from (f ->> 'rev')::int
          or (e.kind = 'child-view' and f ->> 'name' in ('safetyCheck', 'asked', 'mayRead')) then
          raise exception 'not the text that was looked at' using errcode = '42501';
        end if;
        v_fields := v_fields || jsonb_build_object('name', f ->> 'name', 'text', e.fields -> (f ->> 'name') ->> 'text');
      end loop;
      if v_fields = '[]' then raise exception 'nothing chosen' using errcode = '42501'; end if;
      v_content := jsonb_build_object('kind', 'entry', 'entryKind', e.kind, 'about', case when e.kind = 'contribution' then e.about end,
        'signed', e.state = 'frozen', 'writtenOn', to_char(e.updated_at at time zone 'Europe/Helsinki', 'YYYY-MM-DD'),
        'authors', (select coalesce(jsonb_agg(p.name order by p.name), '[]') from people p where p.id = any (e.author_ids)), 'fields', v_fields);
    end if;
    if v_class in ('safety', 'hypothesis') or not exists (
      select from acl_members m where m.acl_key = v_key and m.person_id = app.person() and m.affiliation_id is not distinct from app.affiliation()
        and m.valid @> app.now()) then
      raise exception 'not readable' using errcode = '42501';
    end if;
    select coalesce(array_agg(a order by a), '{}') into v_to from unnest(v_agencies) a
    where a = v_own or access.covers(p_case, v_own, a, v_class) @> app.now();
    if not s.agency_id = any (v_to) then raise exception 'no ground' using errcode = '42501'; end if;
    insert into bundle_items (bundle_id, n, data_class, agency_ids, until, content)
    values (v_id, v_n, v_class, v_to, least(v_until, (i ->> 'until')::timestamptz), v_content);
    v_labels := v_labels || (v_content - 'fields');
    insert into disclosure_log (at, case_id, object_kind, object_id, data_class, from_agency_id, to_agency_id, ground_id, person_id, affiliation_id, basis,
      ground_ids, since)
    select app.now(), p_case, v_kind, v_object, v_class, v_own, a, g.ids[1], app.person(), app.affiliation(), 'ground', g.ids, app.now()
    from unnest(v_to) a, lateral (select access.carrying_grounds(p_case, v_own, a, v_class) as ids) g where a <> v_own
    on conflict do nothing;
  end loop;
  update bundles b set labels = v_labels where b.id = v_id;
  -- Of what nobody may read any more the words go.
  delete from bundle_items x using bundles b where b.id = x.bundle_id and b.until <= app.now();
  return v_id;
end $$;

-- Taken back by whoever sent it: at once, and the words with it.
create function access.withdraw_bundle(p_bundle uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update bundles b set withdrawn_at = app.now()
  where b.id = p_bundle and b.person_id = app.person() and b.affiliation_id = app.affiliation() and access.acts()
    and b.withdrawn_at is null and b.until > app.now();
  if not found then return false; end if;
  delete from bundle_items i where i.bundle_id = p_bundle;
  return true;
end $$;

-- A ground that is withdrawn, something that is prohibited, a guardian's power that changes: each ends what stood on it, for good.
create function access.end_uncarried() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update bundle_items i set ended_at = app.now() from bundles b
  where b.id = i.bundle_id and b.case_id = new.case_id and i.ended_at is null and exists (
    select from unnest(i.agency_ids) a
    where a <> b.from_agency_id and not access.covers(b.case_id, b.from_agency_id, a, i.data_class) @> app.now());
  return null;
end $$;
create trigger end_uncarried after insert or update on grounds for each row execute function access.end_uncarried();
create trigger end_uncarried after insert or update on relations for each row execute function access.end_uncarried();

-- Whoever could have open what this transaction has just ended, to be told to look again, those who stand in for somebody among
-- them; nobody where it ended nothing, or they would learn that something else has changed in the case.
create function access.bundle_readers(p_case uuid) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not access.took_part(p_case) then raise exception 'not one''s case' using errcode = '42501'; end if;
  return query
  select distinct m.person_id from bundles b, access.places(b.service_id) m
  where b.case_id = p_case and b.withdrawn_at is null and b.until > app.now()
    and exists (select from bundle_items i where i.bundle_id = b.id and i.ended_at = app.now());
end $$;

-- The log of a case, as before, with what went along besides: its receiver takes no part in the case, so whoever gave it reads of it
-- in their own agency.
create or replace function access.read_whole_log(p_case uuid, p_before timestamptz, p_before_id uuid, p_limit int)
returns table (id uuid, at timestamptz, exact text, what text, kind text, object_id uuid, acl_key bigint, data_class text,
  entry_kind text, about text, membership_id uuid, recipient_id uuid, from_agency_id uuid, to_agency_id uuid, to_person_id uuid, basis text, ground_ids uuid[])
language sql stable security definer set search_path = public, pg_temp as $$
  with me as materialized (
    select access.holds(p_case, 'home') as home, access.holds(p_case, 'professional') as professional,
      (select a.agency_id from affiliations a where a.id = app.affiliation() and a.person_id = app.person()) as agency_id),
  held as materialized (
    select d.acl_key from audiences d join acl_members m on m.acl_key = d.acl_key
    where d.case_id = p_case and m.person_id = app.person() and m.affiliation_id is not distinct from app.affiliation() and m.valid @> app.now()),
  known as materialized (
    select m.id, m.person_id, m.affiliation_id, a.agency_id, m.starts_at, coalesce(m.ends_at, 'infinity') as ends_at
    from memberships m left join affiliations a on a.id = m.affiliation_id
    where m.case_id = p_case and m.acl_key in (select h.acl_key from held h)),
  opened as materialized (
    select c.acl_key from cases c where c.id = p_case and c.acl_key in (select h.acl_key from held h) and access.holds(p_case, 'member')),
  views as (
    select distinct on (l.at, l.id) l.id, l.at, 'view' as what, l.kind, l.object_id, coalesce(l.version_key, o.acl_key) as acl_key, k.id as membership_id
    from opened o cross join me cross join known k
    cross join lateral (
      select l.id, l.at, l.kind, l.object_id, v.acl_key as version_key
      from access_log l left join assessment_versions v on v.id = l.object_id and v.case_id = p_case
      where l.case_id = p_case and l.person_id = k.person_id and l.affiliation_id is not distinct from k.affiliation_id
        and l.at >= k.starts_at and l.at < k.ends_at
        and case when l.kind like 'assessment-version%' then v.acl_key in (select h.acl_key from held h)
          when me.professional then true
          else l.kind = 'case' end
        and (p_before is null or (l.at <= p_before and (l.at, l.id) < (p_before, p_before_id)))
      order by l.at desc, l.id desc limit p_limit) l
    where case when me.home then true
        when me.professional then k.agency_id = me.agency_id
        when app.affiliation() is null then k.agency_id is not null or k.person_id = app.person()
        else false end
    order by l.at desc, l.id desc, k.id limit p_limit),
  disclosures as (
    select l.id, l.at, 'disclosure' as what, l.object_kind as kind, l.object_id, s.acl_key, l.data_class, s.kind as entry_kind, s.about,
      k.id as membership_id, r.id as recipient_id, l.from_agency_id, l.to_agency_id, l.to_person_id,
      l.basis, array(select g.id from grounds g where g.id = any (l.ground_ids) and g.acl_key in (select h.acl_key from held h) order by g.id) as ground_ids
    from opened o cross join me join disclosure_log l on l.case_id = p_case
    join lateral (
      select o.acl_key, e.kind, e.about from access.disclosed(l.object_kind, l.object_id) o
      left join entries e on l.object_kind = 'entry' and e.id = l.object_id
      where o.acl_key in (select h.acl_key from held h) limit 1) s on true
    -- Where time itself opened it, nobody did.
    left join lateral (
      select k.* from known k where k.person_id = l.person_id and k.affiliation_id is not distinct from l.affiliation_id
        and k.starts_at <= l.at and l.at < k.ends_at limit 1) k on true
    left join lateral (
      select k.* from known k where (k.agency_id = l.to_agency_id or (k.affiliation_id is null and k.person_id = l.to_person_id))
        and k.starts_at <= l.at and l.at < k.ends_at limit 1) r on true
    where (r.id is not null or (l.from_agency_id = me.agency_id and exists (
        select from bundles b where b.case_id = p_case and b.sent_at = l.since and b.from_agency_id = l.from_agency_id and b.affiliation_id = l.affiliation_id)))
      and (l.person_id is null or k.id is not null)
      and case when me.home then true
        when me.professional then me.agency_id in (l.from_agency_id, l.to_agency_id, k.agency_id)
        when app.affiliation() is null then l.to_agency_id is not null or l.to_person_id = app.person()
        else false end
      and (p_before is null or (l.at <= p_before and (l.at, l.id) < (p_before, p_before_id)))
    order by l.at desc, l.id desc limit p_limit)
  select r.id, r.at, to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), r.what, r.kind, r.object_id, r.acl_key, r.data_class,
    r.entry_kind, r.about, r.membership_id, r.recipient_id, r.from_agency_id, r.to_agency_id, r.to_person_id, r.basis, r.ground_ids
  from (
    select v.id, v.at, v.what, v.kind, v.object_id, v.acl_key, null as data_class, null as entry_kind, null as about, v.membership_id,
      null::uuid as recipient_id, null::uuid as from_agency_id, null::uuid as to_agency_id, null::uuid as to_person_id, null as basis, '{}'::uuid[] as ground_ids
    from views v
    union all select * from disclosures) r
  order by r.at desc, r.id desc limit p_limit
$$;

do $$
declare f text;
begin
  foreach f in array array['bundle_carried', 'bundle_agencies', 'send_bundle', 'withdraw_bundle', 'end_uncarried', 'bundle_readers'] loop
    execute format('alter function access.%I owner to rinki_access', f);
    execute format('revoke all on function access.%I from public', f);
  end loop;
end $$;
grant execute on function access.bundle_carried, access.bundle_agencies, access.send_bundle, access.withdraw_bundle, access.bundle_readers to rinki_app;
revoke create on schema access from rinki_access;
