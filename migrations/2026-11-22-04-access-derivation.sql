-- Derivation of acl_members (ring 2). The same rules stand, written independently, in server/access/rules.ts (ring 1).

-- Does the person of the transaction hold this place in the case, now? 'member', 'professional', 'home' (responsible, pair
-- or team of the agency whose case it is) or 'responsible'.
create function access.holds(p_case uuid, p_place text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from memberships m left join affiliations a on a.id = m.affiliation_id join cases c on c.id = m.case_id
    where m.case_id = p_case and m.person_id = app.person()
      and tstzrange(m.starts_at, m.ends_at) @> app.now() and (a.id is null or tstzrange(a.starts_at, a.ends_at) @> app.now())
      and case p_place
        when 'member' then true
        when 'professional' then a.id is not null
        when 'home' then a.agency_id = c.owner_agency_id and m.role in ('responsible', 'working-pair', 'team')
        when 'responsible' then m.role = 'responsible'
        else false
      end)
$$;

-- Has the person of the transaction a place in the case, or had one? Whoever ends their own membership still finishes.
create function access.took_part(p_case uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from memberships where case_id = p_case and person_id = app.person())
$$;

-- Does the person of the transaction hold this key now?
create function access.has_key(p_key bigint) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from acl_members where acl_key = p_key and person_id = app.person() and valid @> app.now())
$$;

create function access.administers() returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from affiliations a where a.person_id = app.person() and a.profession = 'administrator'
    and tstzrange(a.starts_at, a.ends_at) @> app.now())
$$;

-- The agencies in which the person of the transaction takes part in the case now; none for the family.
create function access.acting_agencies(p_case uuid) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct a.agency_id), '{}') from memberships m join affiliations a on a.id = m.affiliation_id
  where m.case_id = p_case and m.person_id = app.person()
    and tstzrange(m.starts_at, m.ends_at) @> app.now() and tstzrange(a.starts_at, a.ends_at) @> app.now()
$$;

-- When something of this class may go from one agency to another: permissions less prohibitions, plus what a
-- statute allows in spite of them.
create function access.covers(p_case uuid, p_from uuid, p_to uuid, p_class text) returns tstzmultirange
language sql stable set search_path = public, pg_temp as $$
  select coalesce(range_agg(valid) filter (where effect = 'allow' and not beats_prohibition), '{}'::tstzmultirange)
       - coalesce(range_agg(valid) filter (where effect = 'prohibit'), '{}'::tstzmultirange)
       + coalesce(range_agg(valid) filter (where effect = 'allow' and beats_prohibition), '{}'::tstzmultirange)
  from grounds
  where case_id = p_case and p_class = any (data_classes)
    and (from_agency_id is null or from_agency_id = p_from)
    and (to_agency_id is null or to_agency_id = p_to)
$$;

-- Readers of the audiences of a case (or of one), with the time in which each holds.
create function access.derived(p_case uuid, p_key bigint default null)
returns table (acl_key bigint, person_id uuid, valid tstzrange)
language sql stable set search_path = public, pg_temp as $$
  with home as (select owner_agency_id as agency_id, '{(,)}'::tstzmultirange as always, '{}'::tstzmultirange as never from cases where id = p_case),
  participants as (
    select m.person_id, m.role, a.agency_id, m.affiliation_id is null as family,
           tstzmultirange(tstzrange(m.starts_at, m.ends_at) * coalesce(tstzrange(a.starts_at, a.ends_at), '(,)')) as active,
           s.owner_agency_id as known_owner, s.data_class as known_class, s.scope as known_scope,
           s.agency_ids as known_agencies, s.family_scope as known_family, s.family_ids as known_family_ids
    from memberships m join audiences s on s.acl_key = m.acl_key left join affiliations a on a.id = m.affiliation_id
    where m.case_id = p_case
  ),
  pairs as (
    select d.acl_key, p.person_id, p.active,
      -- 1. May the reader be addressed at all, and on what ground?
      case
        when p.person_id = any (d.author_ids) and (p.family or p.agency_id = d.owner_agency_id) then always
        when d.scope = 'private' then never
        when p.family then case when d.family_scope = 'all' or (d.family_scope = 'chosen' and p.person_id = any (d.family_ids)) then always else never end
        when d.scope = 'team' then case when p.agency_id = d.owner_agency_id and p.role in ('responsible', 'working-pair', 'team') then always else never end
        when p.agency_id = d.owner_agency_id then always
        when d.scope = 'agency' then never
        when d.participation and p.agency_id = home.agency_id then always
        when d.participation and d.owner_agency_id = home.agency_id and d.scope = 'everyone' then always
        when d.scope = 'agencies' and not p.agency_id = any (d.agency_ids) then never
        else access.covers(p_case, d.owner_agency_id, p.agency_id, d.data_class)
      end as addressed,
      -- 2. May the author know of the reader? Nobody reads a text whose author may not know of them.
      case
        when d.participation or p.person_id = any (d.author_ids) then always
        when exists (select from memberships w where w.case_id = p_case and w.affiliation_id is null and w.person_id = any (d.author_ids))
          then case when p.known_family = 'all' or (p.known_family = 'chosen' and d.author_ids <@ p.known_family_ids) then always else never end
        when d.owner_agency_id = p.known_owner or d.owner_agency_id = home.agency_id then always
        when p.known_owner = home.agency_id and p.known_scope = 'everyone' then always
        when p.known_scope = 'everyone' or (p.known_scope = 'agencies' and d.owner_agency_id = any (p.known_agencies))
          then access.covers(p_case, p.known_owner, d.owner_agency_id, p.known_class)
        else never
      end as known
    from audiences d cross join participants p cross join home
    where d.case_id = p_case and (p_key is null or d.acl_key = p_key)
  )
  select pairs.acl_key, pairs.person_id, span
  from pairs, unnest(active * addressed * known) as span
  where not isempty(span)
$$;

create function access.derive_case(p_case uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from acl_members where acl_key in (select d.acl_key from audiences d where d.case_id = p_case);
  insert into acl_members (acl_key, person_id, valid) select * from access.derived(p_case);
$$;

-- The key of an audience, made and derived when it is new. Without a case it can only be private. For the doors alone.
create function access.audience_key(
  p_case uuid, p_owner uuid, p_class text, p_scope text, p_agencies uuid[], p_family_scope text, p_family uuid[],
  p_authors uuid[], p_participation boolean default false) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_agencies uuid[] := array(select distinct x from unnest(p_agencies) x order by x);
  v_family uuid[] := array(select distinct x from unnest(p_family) x order by x);
  v_authors uuid[] := array(select distinct x from unnest(p_authors) x order by x);
  v_key bigint;
begin
  if p_case is null and (p_scope <> 'private' or p_participation) then
    raise exception 'an audience outside a case is private';
  end if;
  select d.acl_key into v_key from audiences d
  where d.case_id is not distinct from p_case and d.owner_agency_id is not distinct from p_owner and d.data_class = p_class
    and d.scope = p_scope and d.agency_ids = v_agencies and d.family_scope = p_family_scope and d.family_ids = v_family
    and d.author_ids = v_authors and d.participation = p_participation;
  if found then return v_key; end if;
  insert into audiences (case_id, owner_agency_id, data_class, scope, agency_ids, family_scope, family_ids, author_ids, participation)
  values (p_case, p_owner, p_class, p_scope, v_agencies, p_family_scope, v_family, v_authors, p_participation)
  on conflict (case_id, owner_agency_id, data_class, scope, agency_ids, family_scope, family_ids, author_ids, participation)
    do update set scope = excluded.scope
  returning acl_key into v_key;
  delete from acl_members where acl_key = v_key;
  if p_case is null then
    insert into acl_members (acl_key, person_id, valid) select v_key, x, '(,)' from unnest(v_authors) x;
  else
    insert into acl_members (acl_key, person_id, valid) select * from access.derived(p_case, v_key);
  end if;
  return v_key;
end $$;

-- The same for the server: of the own agency, of the home agency for its team and for the family, or the own alone.
create function access.intern_audience(
  p_case uuid, p_owner uuid, p_class text, p_scope text, p_agencies uuid[], p_family_scope text, p_family uuid[],
  p_authors uuid[], p_participation boolean default false) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if p_participation or not (case when p_case is null then p_authors = array[app.person()]
    else p_owner = any (access.acting_agencies(p_case)) or exists (
      select from cases c join memberships m on m.case_id = c.id and m.affiliation_id is null
      where c.id = p_case and c.owner_agency_id = p_owner and m.person_id = app.person() and tstzrange(m.starts_at, m.ends_at) @> app.now())
    end) then
    raise exception 'not an audience of the own' using errcode = '42501';
  end if;
  return access.audience_key(p_case, p_owner, p_class, p_scope, p_agencies, p_family_scope, p_family, p_authors);
end $$;

-- What ring 1 reasons from: the base facts of one case, never acl_members. Null for whoever never took part.
create function access.case_facts(p_case uuid) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'caseId', c.id, 'aclKey', c.acl_key, 'homeAgencyId', c.owner_agency_id, 'closedAt', c.closed_at, 'birthDate', c.birth_date,
    'memberships', (select coalesce(jsonb_agg(jsonb_build_object(
        'id', m.id, 'personId', m.person_id, 'affiliationId', m.affiliation_id, 'agencyId', a.agency_id, 'profession', a.profession,
        'role', m.role, 'aclKey', m.acl_key, 'startsAt', greatest(m.starts_at, a.starts_at), 'endsAt', least(m.ends_at, a.ends_at)) order by m.id), '[]')
      from memberships m left join affiliations a on a.id = m.affiliation_id where m.case_id = c.id),
    'grounds', (select coalesce(jsonb_agg(jsonb_build_object(
        'id', g.id, 'kind', g.kind, 'effect', g.effect, 'beatsProhibition', g.beats_prohibition, 'fromAgencyId', g.from_agency_id,
        'toAgencyId', g.to_agency_id, 'dataClasses', g.data_classes, 'startsAt', lower(g.valid), 'endsAt', upper(g.valid),
        'empty', isempty(g.valid)) order by g.id), '[]')
      from grounds g where g.case_id = c.id),
    'audiences', (select coalesce(jsonb_agg(jsonb_build_object(
        'aclKey', d.acl_key, 'ownerAgencyId', d.owner_agency_id, 'dataClass', d.data_class, 'scope', d.scope, 'agencyIds', d.agency_ids,
        'familyScope', d.family_scope, 'familyIds', d.family_ids, 'authorIds', d.author_ids, 'participation', d.participation) order by d.acl_key), '[]')
      from audiences d where d.case_id = c.id))
  from cases c where c.id = p_case and access.took_part(p_case)
$$;

-- An affiliation's period changed: every case of that person is derived anew.
create function access.derive_affiliation() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_case uuid;
begin
  for v_case in select distinct case_id from memberships where affiliation_id = new.id order by 1 loop
    perform access.derive_case(v_case);
  end loop;
  return null;
end $$;
create trigger derive_cases after update of starts_at, ends_at on affiliations
  for each row execute function access.derive_affiliation();

do $$
declare f text;
begin
  foreach f in array array['access.holds(uuid, text)', 'access.took_part(uuid)', 'access.has_key(bigint)', 'access.administers()', 'access.acting_agencies(uuid)',
    'access.audience_key(uuid, uuid, text, text, uuid[], text, uuid[], uuid[], boolean)', 'access.covers(uuid, uuid, uuid, text)', 'access.derived(uuid, bigint)', 'access.derive_case(uuid)',
    'access.intern_audience(uuid, uuid, text, text, uuid[], text, uuid[], uuid[], boolean)', 'access.case_facts(uuid)',
    'access.derive_affiliation()'] loop
    execute format('alter function %s owner to rinki_access', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
grant execute on function access.holds, access.took_part, access.administers, access.intern_audience, access.case_facts to rinki_app;
grant execute on function access.case_facts to rinki_gateway;

create policy writable on cases for update to rinki_app using (access.holds(id, 'home'));
create policy own on people for update to rinki_app using (id = (select app.person()) or access.administers());
