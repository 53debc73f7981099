-- The page "Sharing and log": the logs as far as their reader may read them, who has already read a text, and the end of a
-- consent by the person who gave it. Each is one door that asks for itself who comes.
grant create on schema access to rinki_access;

-- Newest first, and on from where a page ended. By person: a page is read of each whom the reader may know of, so rows of
-- others cost nothing, and the time that an answer takes does not tell of them.
drop index access_log_case;
create index access_log_case on access_log (case_id, person_id, at, id);
drop index disclosure_log_case;
create index disclosure_log_case on disclosure_log (case_id, at, id);

create policy access_read on access_log for select to rinki_access using (true);
grant select on access_log, assessment_versions, activities to rinki_access;

-- A row is there only for whoever may know of everybody it names, as taking part at that moment, and may read what it is
-- about. Of those: the team of the agency whose case it is reads all; other professionals what their own agency did, gave
-- or got; the family what professionals looked at and what went to agencies and to themselves.
create function access.read_case_log(p_case uuid, p_before timestamptz, p_before_id uuid, p_limit int)
returns table (id uuid, at timestamptz, exact text, what text, kind text, object_id uuid, acl_key bigint, data_class text,
  entry_kind text, about text, membership_id uuid, recipient_id uuid, from_agency_id uuid, to_agency_id uuid, to_person_id uuid, ground_id uuid)
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
          when me.professional then l.kind in ('case', 'live-opened', 'live-closed', 'sharing', 'log', 'view-as', 'invitable')
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
      (select g.id from grounds g where g.id = l.ground_id and g.acl_key in (select h.acl_key from held h)) as ground_id
    from opened o cross join me join disclosure_log l on l.case_id = p_case
    join lateral (
      select e.acl_key, e.kind, e.about from entries e where l.object_kind = 'entry' and e.id = l.object_id
      union all select r.acl_key, r.kind, null from relations r where l.object_kind = 'relation' and r.id = l.object_id
      union all select w.acl_key, null, null from whereabouts w where l.object_kind = 'whereabouts' and w.case_id = l.object_id) s
      on s.acl_key in (select h.acl_key from held h)
    join lateral (
      select k.* from known k where k.person_id = l.person_id and k.affiliation_id is not distinct from l.affiliation_id
        and k.starts_at <= l.at and l.at < k.ends_at limit 1) k on true
    join lateral (
      select k.* from known k where (k.agency_id = l.to_agency_id or (k.affiliation_id is null and k.person_id = l.to_person_id))
        and k.starts_at <= l.at and l.at < k.ends_at limit 1) r on true
    where case when me.home then true
        when me.professional then me.agency_id in (l.from_agency_id, l.to_agency_id, k.agency_id)
        when app.affiliation() is null then l.to_agency_id is not null or l.to_person_id = app.person()
        else false end
      and (p_before is null or (l.at <= p_before and (l.at, l.id) < (p_before, p_before_id)))
    order by l.at desc, l.id desc limit p_limit)
  select r.id, r.at, to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), r.what, r.kind, r.object_id, r.acl_key, r.data_class,
    r.entry_kind, r.about, r.membership_id, r.recipient_id, r.from_agency_id, r.to_agency_id, r.to_person_id, r.ground_id
  from (
    select v.id, v.at, v.what, v.kind, v.object_id, v.acl_key, null as data_class, null as entry_kind, null as about, v.membership_id,
      null::uuid as recipient_id, null::uuid as from_agency_id, null::uuid as to_agency_id, null::uuid as to_person_id, null::uuid as ground_id
    from views v
    union all select * from disclosures) r
  order by r.at desc, r.id desc limit p_limit
$$;

-- For an author alone: of those whom they may know of, who had a shared text before them since it was shared. Whoever opened
-- the case while holding one of the text's audiences, or had it open live when they came to hold it.
create function access.who_has_read(p_entry uuid) returns table (membership_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  with text as (
    select e.id, e.case_id from entries e
    where e.id = p_entry and app.person() = any (e.author_ids) and access.has_key(e.acl_key) and access.holds(e.case_id, 'member')),
  shares as (
    select a.case_id, a.acl_key, a.at as starts_at, coalesce(lead(a.at) over (order by a.at, a.id), 'infinity') as ends_at
    from text t join activities a on a.case_id = t.case_id and a.object_id = t.id and a.kind = 'entry-shared'),
  readers as (
    select m.id, m.case_id, m.person_id, m.affiliation_id, greatest(s.starts_at, lower(k.valid)) as starts_at, least(s.ends_at, upper(k.valid)) as ends_at
    from shares s join acl_members k on k.acl_key = s.acl_key
    join memberships m on m.case_id = s.case_id and m.person_id = k.person_id and m.affiliation_id is not distinct from k.affiliation_id
    where k.person_id <> app.person() and k.valid && tstzrange(s.starts_at, s.ends_at) and access.has_key(m.acl_key))
  select distinct r.id from readers r
  where exists (
    select from access_log l where l.case_id = r.case_id and l.at >= r.starts_at and l.at < r.ends_at
      and l.person_id = r.person_id and l.affiliation_id is not distinct from r.affiliation_id and l.kind in ('case', 'live-opened'))
  -- A session lives twelve hours at the most.
  or (select coalesce(sum(case l.kind when 'live-opened' then 1 when 'live-closed' then -1 end), 0) from access_log l
    where l.case_id = r.case_id and l.at >= r.starts_at - interval '12 hours' and l.at < r.starts_at
      and l.person_id = r.person_id and l.affiliation_id is not distinct from r.affiliation_id) > 0
$$;

-- Whoever gave a consent ends it, alone and at once; what closes is never harder than what opens. A prohibition, whose end
-- would open, is not ended this way.
create function access.withdraw_own_consent(p_ground uuid) returns grounds
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_row grounds;
begin
  select g.* into v_row from grounds g where g.id = p_ground;
  if (v_row.effect = 'allow' and v_row.kind in ('child-consent', 'guardian-consent', 'disclosure-permission')
    and app.affiliation() is null and access.holds(v_row.case_id, 'member') and access.has_key(v_row.acl_key)
    and (v_row.given_by = app.person() or exists (
      select from relations r where r.id = v_row.given_by_relation and r.case_id = v_row.case_id and r.person_id = app.person()))) is not true
  then
    raise exception 'not a consent of the own' using errcode = '42501';
  end if;
  update grounds set valid = tstzrange(lower(valid), greatest(lower(valid), least(upper(valid), app.now()))), withdrawn_at = app.now(), withdrawn_by = app.person()
  where id = p_ground and withdrawn_at is null returning * into v_row;
  if not found then raise exception 'withdrawn already' using errcode = '42501'; end if;
  perform access.derive_case(v_row.case_id);
  return v_row;
end $$;

do $$
declare f text;
begin
  foreach f in array array['read_case_log', 'who_has_read', 'withdraw_own_consent'] loop
    execute format('alter function access.%I owner to rinki_access', f);
    execute format('revoke all on function access.%I from public', f);
    execute format('grant execute on function access.%I to rinki_app', f);
  end loop;
end $$;
revoke create on schema access from rinki_access;
