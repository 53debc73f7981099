-- The log of a case with every kind of thing that is disclosed (decision 18), not texts, relations and whereabouts alone, with
-- what carried it, and with what time itself opened, which nobody did. Of views every kind, for professionals.
grant create on schema access to rinki_access;

-- Under which audiences a thing stands now, found by its kind and id. Made from the catalog, as what is disclosed is.
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
    v_parts := v_parts || format('select r.%I from %I r where p_kind = %L and r.%I = p_id and r.%I is not null', t.key, t.name, t.kind, t.id, t.key);
  end loop;
  execute format('create function access.disclosed(p_kind text, p_id uuid) returns table (acl_key bigint)
    language sql stable as $f$ %s $f$', array_to_string(v_parts, E'\nunion all '));
end $$;
alter function access.disclosed owner to rinki_access;
revoke all on function access.disclosed from public;

create function access.read_whole_log(p_case uuid, p_before timestamptz, p_before_id uuid, p_limit int)
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
    join lateral (
      select k.* from known k where (k.agency_id = l.to_agency_id or (k.affiliation_id is null and k.person_id = l.to_person_id))
        and k.starts_at <= l.at and l.at < k.ends_at limit 1) r on true
    where (l.person_id is null or k.id is not null)
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
alter function access.read_whole_log owner to rinki_access;
revoke all on function access.read_whole_log from public;
grant execute on function access.read_whole_log to rinki_app;
revoke create on schema access from rinki_access;
