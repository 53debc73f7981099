-- Grounds as the law of several registers has them: who gave a consent, whether a minor could, when it begins; and the
-- guardians' own, dated powers. Decision 12 gives the precedence and what of it is still to be verified.
grant create on schema access to rinki_access;

alter table relations
  -- With custody `limited`: the classes for which this guardian has the power to consent.
  add column power_classes text[] not null default '{}'
    check (power_classes <@ array['coordination', 'shared-goal', 'education', 'social', 'health', 'substance', 'hypothesis', 'child-voice', 'safety']),
  -- The last day of the relation itself.
  add column ended_on date,
  add check (power_classes = '{}' or custody = 'limited'),
  add check (custody_until is null or custody_from is null or custody_until >= custody_from);
alter table relations add unique (id, case_id);

alter table grounds
  add column given_by_relation uuid,
  add column capacity text check (capacity in ('understands', 'does-not-understand')),
  add column capacity_reason text,
  add foreign key (given_by_relation, case_id) references relations (id, case_id),
  add check (given_by is null or given_by_relation is null),
  add check ((capacity is null) = (capacity_reason is null)),
  add check (capacity is null or kind = 'child-consent');

-- When a guardian has the power to consent for a class: whole days of Helsinki, the last one included.
create function access.guardian_powers(p_case uuid, p_class text)
returns table (relation_id uuid, person_id uuid, power tstzmultirange)
language sql stable set search_path = public, pg_temp as $$
  select id, person_id, tstzmultirange(case when from_at >= until_at then 'empty' else tstzrange(from_at, until_at) end)
  from relations r, lateral (select
    r.custody_from::timestamp at time zone 'Europe/Helsinki' as from_at,
    (least(r.custody_until, r.ended_on) + 1)::timestamp at time zone 'Europe/Helsinki' as until_at) days
  where r.case_id = p_case and r.kind = 'guardian'
    and (r.custody in ('joint', 'sole') or (r.custody = 'limited' and p_class = any (r.power_classes)))
$$;

-- When something of this class may go from one agency to another. From the strongest to the weakest: a statute or vital
-- interest that says a prohibition does not stop it; the child's prohibition; the consent of a child who understands;
-- anybody's prohibition; permission, statute, joint contact, and the consent of each guardian who has the power.
create or replace function access.covers(p_case uuid, p_from uuid, p_to uuid, p_class text) returns tstzmultirange
language sql stable set search_path = public, pg_temp as $$
  with matching as materialized (
    select * from grounds
    where case_id = p_case and p_class = any (data_classes)
      and (from_agency_id is null or from_agency_id = p_from)
      and (to_agency_id is null or to_agency_id = p_to)
  ),
  sums as (
    select
      coalesce(range_agg(valid) filter (where effect = 'allow' and beats_prohibition), '{}') as unstoppable,
      coalesce(range_agg(valid) filter (where effect = 'prohibit' and kind = 'child-consent'
        and capacity is distinct from 'does-not-understand'), '{}') as child_prohibits,
      coalesce(range_agg(valid) filter (where effect = 'allow' and kind = 'child-consent' and capacity = 'understands'), '{}') as child_allows,
      coalesce(range_agg(valid) filter (where effect = 'prohibit' and kind <> 'child-consent'), '{}') as prohibited,
      coalesce(range_agg(valid) filter (where effect = 'allow' and kind not in ('child-consent', 'guardian-consent')), '{}') as allowed,
      coalesce(range_agg(valid) filter (where effect = 'allow' and kind = 'guardian-consent'), '{}') as consented
    from matching
  ),
  guardians as (
    -- Of each guardian the time in which they have the power, and of that the time without their consent.
    select coalesce(range_agg(g.power), '{}') as empowered,
      coalesce(range_agg(g.power - coalesce((
        select range_agg(m.valid) from matching m where m.effect = 'allow' and m.kind = 'guardian-consent'
          and (m.given_by_relation = g.relation_id or m.given_by = g.person_id)), '{}')), '{}') as lacking
    from access.guardian_powers(p_case, p_class) g
    where exists (select from matching m where m.effect = 'allow' and m.kind = 'guardian-consent')
  )
  select unstoppable + (child_allows + (allowed + (consented - empowered) + (empowered - lacking) - prohibited) - child_prohibits)
  from sums, guardians
$$;

-- Who has custody, and for what, changes who may see what.
create function access.derive_relation() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform access.derive_case(new.case_id);
  return null;
end $$;
create trigger derive_case after insert or update of kind, person_id, custody, custody_from, custody_until, power_classes, ended_on
  on relations for each row when (new.kind = 'guardian') execute function access.derive_relation();

-- What ring 1 reasons from: the base facts of one case, never acl_members. Null for whoever never took part.
create or replace function access.case_facts(p_case uuid) returns jsonb
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
        'empty', isempty(g.valid), 'givenBy', g.given_by, 'givenByRelation', g.given_by_relation, 'capacity', g.capacity) order by g.id), '[]')
      from grounds g where g.case_id = c.id),
    'guardians', (select coalesce(jsonb_agg(jsonb_build_object(
        'relationId', r.id, 'personId', r.person_id, 'aclKey', r.acl_key, 'custody', r.custody, 'powerClasses', r.power_classes,
        'from', r.custody_from, 'until', r.custody_until, 'endedOn', r.ended_on) order by r.id), '[]')
      from relations r where r.case_id = c.id and r.kind = 'guardian'),
    'audiences', (select coalesce(jsonb_agg(jsonb_build_object(
        'aclKey', d.acl_key, 'ownerAgencyId', d.owner_agency_id, 'dataClass', d.data_class, 'scope', d.scope, 'agencyIds', d.agency_ids,
        'familyScope', d.family_scope, 'familyIds', d.family_ids, 'authorIds', d.author_ids, 'participation', d.participation) order by d.acl_key), '[]')
      from audiences d where d.case_id = c.id))
  from cases c where c.id = p_case and access.took_part(p_case)
$$;

drop function access.record_ground(uuid, uuid, text, text, boolean, text, uuid, uuid, uuid, text[], text, timestamptz);
-- A ground opens the entries of the agency it goes from: only that agency records it, or the team of the one whose case
-- it is. A prohibition is recorded by whoever hears it. The answer is the row itself: a recorder may lose sight of it by it.
create function access.record_ground(p_case uuid, p_recorded_by uuid, p_kind text, p_effect text, p_beats boolean, p_statute text,
  p_given_by uuid, p_from uuid, p_to uuid, p_classes text[], p_evidence text, p_until timestamptz,
  p_given_by_relation uuid default null, p_capacity text default null, p_capacity_reason text default null, p_starts_at timestamptz default null) returns grounds
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_row grounds;
  v_home uuid;
  v_acting uuid[] := access.acting_agencies(p_case);
  v_hidden boolean;
  v_giver uuid[];
begin
  perform access.require_member(p_case, false);
  select owner_agency_id into v_home from cases where id = p_case;
  if p_effect = 'allow' and not access.holds(p_case, 'home') and p_from <> all (v_acting) then
    raise exception 'not the agency whose entries this ground would open' using errcode = '42501';
  end if;
  perform from affiliations where id = p_recorded_by and id = app.affiliation() and person_id = app.person() and agency_id = any (v_acting);
  if not found then raise exception 'not recorded in an own affiliation' using errcode = '42501'; end if;
  if p_given_by is not null and not exists (select from memberships where case_id = p_case and person_id = p_given_by) then
    raise exception 'not given by anybody of the case' using errcode = '42501';
  end if;
  -- A minor's word counts by their capacity, assessed and reasoned.
  if (p_kind = 'child-consent') <> (p_capacity is not null and coalesce(trim(p_capacity_reason), '') <> '') then
    raise exception 'a capacity is assessed, and reasoned, of a child and of nobody else' using errcode = '42501';
  end if;
  if p_given_by_relation is not null and not exists (
    select from relations r where r.id = p_given_by_relation and r.case_id = p_case and (p_kind <> 'guardian-consent' or r.kind = 'guardian')) then
    raise exception 'not given by anybody around the child' using errcode = '42501';
  end if;
  -- The family does not learn of an agency by a ground that names it: only of those that all of them may know to take
  -- part. Whoever gave it knows of it.
  select exists (
    select from unnest(array[p_from, p_to]) named
    where named <> v_home and not exists (
      select from memberships m join affiliations a on a.id = m.affiliation_id join audiences s on s.acl_key = m.acl_key
      where m.case_id = p_case and a.agency_id = named and s.family_scope = 'all')) into v_hidden;
  v_giver := array(select person_id from memberships where case_id = p_case and affiliation_id is null
    and person_id = coalesce(p_given_by, (select r.person_id from relations r where r.id = p_given_by_relation)));
  insert into grounds (case_id, acl_key, kind, effect, beats_prohibition, statute, given_by, from_agency_id, to_agency_id,
    data_classes, evidence, valid, recorded_by, recorded_at, given_by_relation, capacity, capacity_reason)
  values (p_case, access.audience_key(p_case, v_home, 'coordination', 'agencies',
      array_remove(array[p_from, p_to, (select agency_id from affiliations where id = p_recorded_by)], null),
      case when not v_hidden then 'all' when v_giver <> '{}' then 'chosen' else 'none' end, case when v_hidden then v_giver else '{}' end, '{}'),
    p_kind, p_effect, p_beats, p_statute, p_given_by, p_from, p_to, p_classes, p_evidence, tstzrange(greatest(p_starts_at, app.now()), p_until), p_recorded_by, app.now(),
    p_given_by_relation, p_capacity, p_capacity_reason)
  returning * into v_row;
  perform access.derive_case(p_case);
  return v_row;
end $$;

-- The ground that a disclosure names is one that carries: of a child, the consent of one who understands.
create or replace function access.log_disclosures(p_case uuid, p_affiliation uuid) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_count int;
begin
  if not access.holds(p_case, 'member') or (p_affiliation is not null
    and not exists (select from affiliations where id = p_affiliation and id = app.affiliation() and person_id = app.person())) then
    raise exception 'not a member who discloses' using errcode = '42501';
  end if;
  with readers as (
    select distinct k.acl_key, a.agency_id, case when m.affiliation_id is null then m.person_id end as family_id
    from audiences d join acl_members k on k.acl_key = d.acl_key and k.valid @> app.now()
    join memberships m on m.case_id = d.case_id and m.person_id = k.person_id
      and m.affiliation_id is not distinct from k.affiliation_id and tstzrange(m.starts_at, m.ends_at) @> app.now()
    left join affiliations a on a.id = m.affiliation_id
    where d.case_id = p_case),
  objects as (
    select e.id, e.acl_key, 'entry' as kind, e.owner_agency_id, e.data_class, e.author_ids from entries e where e.case_id = p_case and e.state <> 'draft'
    union all select r.id, r.acl_key, 'relation', r.owner_agency_id, r.data_class, '{}' from relations r where r.case_id = p_case
    union all select w.case_id, w.acl_key, 'whereabouts', w.owner_agency_id, w.data_class, '{}' from whereabouts w where w.case_id = p_case)
  insert into disclosure_log (at, case_id, object_kind, object_id, data_class, from_agency_id, to_agency_id, to_person_id, ground_id, person_id, affiliation_id)
  select app.now(), p_case, o.kind, o.id, o.data_class, o.owner_agency_id, r.agency_id, r.family_id, g.id, app.person(), p_affiliation
  from objects o join readers r on r.acl_key = o.acl_key
  left join lateral (
    select g.id from grounds g where g.case_id = p_case and g.effect = 'allow' and g.valid @> app.now() and o.data_class = any (g.data_classes)
      and g.from_agency_id = o.owner_agency_id and g.to_agency_id = r.agency_id
      and (g.kind <> 'child-consent' or g.capacity = 'understands') order by g.beats_prohibition desc, g.id limit 1) g on true
  where (r.agency_id is not null and r.agency_id <> o.owner_agency_id) or (r.family_id is not null and not r.family_id = any (o.author_ids))
  on conflict do nothing;
  get diagnostics v_count = row_count;
  return v_count;
end $$;

do $$
declare f text;
begin
  foreach f in array array['guardian_powers', 'derive_relation', 'record_ground'] loop
    execute format('alter function access.%I owner to rinki_access', f);
    execute format('revoke all on function access.%I from public', f);
  end loop;
end $$;
grant execute on function access.record_ground to rinki_app;

set local role rinki_access;
select access.derive_case(id) from cases;
reset role;
revoke create on schema access from rinki_access;
