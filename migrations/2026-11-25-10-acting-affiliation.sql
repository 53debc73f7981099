-- Rights come from affiliations, never from the person: a transaction acts in one affiliation (in none as a member of the
-- family), and whoever has two acts in one at a time. Every key is held by a person in an affiliation.
create function app.affiliation() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.affiliation', true), '')::uuid $$;

grant create on schema access to rinki_access;

-- Null: held as a member of the family, or by them alone in no case.
alter table acl_members add column affiliation_id uuid references affiliations;

-- The policy of every other table asks this table, and so through this policy: the acting affiliation is asked here, once.
-- The policies keep the shape that was measured; this row's condition costs them no index.
drop policy own on acl_members;
create policy own on acl_members for select to rinki_app, rinki_gateway
  using (person_id = (select app.person()) and affiliation_id is not distinct from (select app.affiliation()));

-- A form of the same name is another form in another affiliation's agency.
drop index entries_forms;
create unique index entries_forms on entries (about, author_ids, owner_agency_id) nulls not distinct where kind = 'form';
create index audiences_alone on audiences (owner_agency_id) where case_id is null;

-- Does the person of the transaction hold this place in the case, now? 'member', 'professional', 'home' (responsible, pair
-- or team of the agency whose case it is) or 'responsible'.
create or replace function access.holds(p_case uuid, p_place text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from memberships m left join affiliations a on a.id = m.affiliation_id join cases c on c.id = m.case_id
    where m.case_id = p_case and m.person_id = app.person() and m.affiliation_id is not distinct from app.affiliation()
      and tstzrange(m.starts_at, m.ends_at) @> app.now() and (a.id is null or tstzrange(a.starts_at, a.ends_at) @> app.now())
      and case p_place
        when 'member' then true
        when 'professional' then a.id is not null
        when 'home' then a.agency_id = c.owner_agency_id and m.role in ('responsible', 'working-pair', 'team')
        when 'responsible' then m.role = 'responsible'
        else false
      end)
$$;

-- Has the person of the transaction a place in the case in the affiliation they act in, or had one? Whoever ends their own membership still finishes.
create or replace function access.took_part(p_case uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from memberships where case_id = p_case and person_id = app.person() and affiliation_id is not distinct from app.affiliation())
$$;

-- Does the person of the transaction hold this key now?
create or replace function access.has_key(p_key bigint) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from acl_members where acl_key = p_key and person_id = app.person() and affiliation_id is not distinct from app.affiliation() and valid @> app.now())
$$;

create or replace function access.administers() returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from affiliations a where a.id = app.affiliation() and a.person_id = app.person() and a.profession = 'administrator'
    and tstzrange(a.starts_at, a.ends_at) @> app.now())
$$;

-- The agency for which the person of the transaction acts, if they take part for it now; none for the family.
create or replace function access.acting_agencies(p_case uuid) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct a.agency_id), '{}') from memberships m join affiliations a on a.id = m.affiliation_id
  where m.case_id = p_case and m.person_id = app.person() and m.affiliation_id is not distinct from app.affiliation()
    and tstzrange(m.starts_at, m.ends_at) @> app.now() and tstzrange(a.starts_at, a.ends_at) @> app.now()
$$;

drop function access.derived(uuid, bigint);
-- Readers of the audiences of a case (or of one), with the time in which each holds.
create function access.derived(p_case uuid, p_key bigint default null)
returns table (acl_key bigint, person_id uuid, affiliation_id uuid, valid tstzrange)
language sql stable set search_path = public, pg_temp as $$
  with home as (select owner_agency_id as agency_id, '{(,)}'::tstzmultirange as always, '{}'::tstzmultirange as never from cases where id = p_case),
  participants as (
    select m.person_id, m.affiliation_id, m.role, a.agency_id, m.affiliation_id is null as family,
           tstzmultirange(tstzrange(m.starts_at, m.ends_at) * coalesce(tstzrange(a.starts_at, a.ends_at), '(,)')) as active,
           s.owner_agency_id as known_owner, s.data_class as known_class, s.scope as known_scope,
           s.agency_ids as known_agencies, s.family_scope as known_family, s.family_ids as known_family_ids
    from memberships m join audiences s on s.acl_key = m.acl_key left join affiliations a on a.id = m.affiliation_id
    where m.case_id = p_case
  ),
  pairs as (
    select d.acl_key, p.person_id, p.affiliation_id, p.active,
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
  select pairs.acl_key, pairs.person_id, pairs.affiliation_id, span
  from pairs, unnest(active * addressed * known) as span
  where not isempty(span)
$$;

-- Who holds what lies in no case: its authors, each while they act for the agency whose register it is in; a member of the
-- family, and whoever wrote it for no agency, in no affiliation.
create function access.derived_alone(p_key bigint)
returns table (acl_key bigint, person_id uuid, affiliation_id uuid, valid tstzrange)
language sql stable set search_path = public, pg_temp as $$
  select d.acl_key, a.person_id, a.id, tstzrange(a.starts_at, a.ends_at)
  from audiences d join affiliations a on a.agency_id = d.owner_agency_id and a.person_id = any (d.author_ids)
  where d.acl_key = p_key and d.case_id is null and not isempty(tstzrange(a.starts_at, a.ends_at))
  union all
  select d.acl_key, p.id, null, '(,)' from audiences d join people p on p.id = any (d.author_ids)
  where d.acl_key = p_key and d.case_id is null and (p.family or d.owner_agency_id is null)
$$;

create or replace function access.derive_case(p_case uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  delete from acl_members where acl_key in (select d.acl_key from audiences d where d.case_id = p_case);
  insert into acl_members (acl_key, person_id, affiliation_id, valid) select * from access.derived(p_case);
$$;

-- The key of an audience, made and derived when it is new. Without a case it can only be private. For the doors alone.
create or replace function access.audience_key(
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
    insert into acl_members (acl_key, person_id, affiliation_id, valid) select * from access.derived_alone(v_key);
  else
    insert into acl_members (acl_key, person_id, affiliation_id, valid) select * from access.derived(p_case, v_key);
  end if;
  return v_key;
end $$;

-- The same for the server: of the own agency, of the home agency for its team and for the family, or the own alone.
create or replace function access.intern_audience(
  p_case uuid, p_owner uuid, p_class text, p_scope text, p_agencies uuid[], p_family_scope text, p_family uuid[],
  p_authors uuid[], p_participation boolean default false) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if p_participation or not (case when p_case is null then p_authors = array[app.person()]
      and p_owner is not distinct from (select a.agency_id from affiliations a where a.id = app.affiliation() and a.person_id = app.person())
    else p_owner = any (access.acting_agencies(p_case)) or app.affiliation() is null and exists (
      select from cases c join memberships m on m.case_id = c.id and m.affiliation_id is null
      where c.id = p_case and c.owner_agency_id = p_owner and m.person_id = app.person() and tstzrange(m.starts_at, m.ends_at) @> app.now())
    end) then
    raise exception 'not an audience of the own' using errcode = '42501';
  end if;
  return access.audience_key(p_case, p_owner, p_class, p_scope, p_agencies, p_family_scope, p_family, p_authors);
end $$;

-- An affiliation begins, or its period changes: every case of it is derived anew, and what its person wrote for its agency
-- in no case.
create or replace function access.derive_affiliation() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_case uuid;
  v_key bigint;
begin
  for v_case in select distinct case_id from memberships where affiliation_id = new.id order by 1 loop
    perform access.derive_case(v_case);
  end loop;
  for v_key in select acl_key from audiences
    where case_id is null and owner_agency_id = new.agency_id and new.person_id = any (author_ids) order by 1 loop
    delete from acl_members where acl_key = v_key;
    insert into acl_members (acl_key, person_id, affiliation_id, valid) select * from access.derived_alone(v_key);
  end loop;
  return null;
end $$;
create trigger derive_alone after insert on affiliations for each row execute function access.derive_affiliation();

-- Is the entry's header true: written in the author's own affiliation and its agency, or by a member of the family?
create or replace function access.own_header(p_case uuid, p_key bigint, p_affiliation uuid, p_owner uuid, p_authors uuid[]) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select case
      when p_affiliation is not null then exists (
        select from affiliations a where a.id = p_affiliation and a.person_id = any (p_authors) and a.agency_id = p_owner)
        and exists (select from affiliations b where b.id = app.affiliation() and b.person_id = app.person() and b.agency_id = p_owner)
      when p_case is not null then exists (
        select from memberships m where m.case_id = p_case and m.person_id = app.person() and m.affiliation_id is null)
        and app.affiliation() is null
      else app.affiliation() is null
    end
    -- What lies in no case is its author's alone.
    and (p_case is not null or exists (select from audiences d where d.acl_key = p_key and d.case_id is null))
$$;

-- What ends by the clock. Somebody whose last membership of a case in an affiliation has ended, by its own period or with
-- the affiliation, and who still has drafts or open requests of it.
create or replace function access.ended_with_drafts() returns table (membership uuid, stream uuid)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
  select distinct on (m.case_id, m.person_id, m.affiliation_id) m.id, m.case_id
  from (
    select e.case_id, e.author_ids[1] as person_id, e.affiliation_id from entries e
    where e.case_id is not null and e.state = 'draft' and e.kind <> 'form' and cardinality(e.author_ids) = 1
    union
    select c.case_id, c.contributor_ids[1], c.affiliation_id from contributions c where c.status = 'asked' and cardinality(c.contributor_ids) = 1
  ) left_open
  join memberships m on m.case_id = left_open.case_id and m.person_id = left_open.person_id
    and m.affiliation_id is not distinct from left_open.affiliation_id
  where not exists (
    select from memberships o left join affiliations a on a.id = o.affiliation_id
    where o.case_id = m.case_id and o.person_id = m.person_id and o.affiliation_id is not distinct from m.affiliation_id
      and (o.ends_at is null or o.ends_at > app.now()) and (a.ends_at is null or a.ends_at > app.now()))
  order by m.case_id, m.person_id, m.affiliation_id, m.starts_at desc, m.id;
end $$;

-- Makes private notes of the drafts. Requests that are withdrawn with them change what others see: the readers of those
-- are told to read anew, as the last statements of the transaction.
create or replace function access.rescue_ended(p_membership uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  m memberships;
  v_keys bigint[];
  v_head bigint;
begin
  select * into m from memberships where id = p_membership;
  perform from streams where id = m.case_id for update;
  if not exists (select from access.ended_with_drafts() d where d.membership = p_membership) then return; end if;
  select coalesce(array_agg(distinct c.acl_key), '{}') into v_keys from contributions c
  where c.case_id = m.case_id and c.contributor_ids = array[m.person_id] and c.affiliation_id = m.affiliation_id and c.status = 'asked';
  perform access.rescue_drafts(p_membership);
  if cardinality(v_keys) = 0 then return; end if;
  update streams set head_seq = head_seq + cardinality(v_keys) where id = m.case_id returning head_seq into v_head;
  insert into events (stream_id, seq, kind, acl_key, payload, at)
  select m.case_id, v_head - cardinality(v_keys) + k.n, 'snapshot.stale', k.acl_key, '{"kind": "snapshot.stale"}', app.now()
  from unnest(v_keys) with ordinality as k (acl_key, n);
end $$;

-- Drafts of somebody whose right has ended become private notes in their own agency. Returns the notes made.
create or replace function access.rescue_drafts(p_membership uuid) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_count int;
  m memberships;
begin
  select * into m from memberships where id = p_membership;
  update contributions c set status = 'withdrawn', entry_id = null, version = version + 1
  where c.case_id = m.case_id and c.contributor_ids = array[m.person_id] and c.affiliation_id = m.affiliation_id and c.status = 'asked';
  update entries e set case_id = null, assessment_id = null, kind = 'private-note', parent_id = null,
    about = (select number from cases where id = m.case_id),
    acl_key = access.audience_key(null, e.owner_agency_id, e.data_class, 'private', '{}', 'none', '{}', e.author_ids)
  where e.case_id = m.case_id and e.state = 'draft' and e.author_ids = array[m.person_id]
    and e.affiliation_id is not distinct from m.affiliation_id and e.kind <> 'form';
  get diagnostics v_count = row_count;
  update entry_alternatives x set acl_key = e.acl_key from entries e
  where e.id = x.entry_id and e.kind = 'private-note' and e.author_ids = array[m.person_id] and x.acl_key <> e.acl_key;
  update entry_history x set acl_key = e.acl_key from entries e
  where e.id = x.entry_id and e.kind = 'private-note' and e.author_ids = array[m.person_id] and x.acl_key <> e.acl_key;
  return v_count;
end $$;

-- The reviewed doors through which who-may-see-what changes. Each asks, for itself, whether the person of the
-- transaction may open it (ring 2), and derives the case anew. The server's rules (ring 1) stand before them.
create or replace function access.require_member(p_case uuid, p_home boolean) returns void
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (
    select from memberships m join affiliations a on a.id = m.affiliation_id join cases c on c.id = m.case_id
    where m.case_id = p_case and m.person_id = app.person() and m.affiliation_id is not distinct from app.affiliation()
      and tstzrange(m.starts_at, m.ends_at) @> app.now() and tstzrange(a.starts_at, a.ends_at) @> app.now()
      and (not p_home or (a.agency_id = c.owner_agency_id and m.role in ('responsible', 'working-pair', 'team'))))
  then
    raise exception 'not a member who may do this' using errcode = '42501';
  end if;
end $$;

create or replace function access.add_member(p_case uuid, p_person uuid, p_affiliation uuid, p_role text, p_ends_at timestamptz, p_invited_by uuid,
  p_class text, p_scope text, p_agencies uuid[], p_family_scope text, p_family uuid[]) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_id uuid := uuidv7();
  v_home uuid;
  v_owner uuid;
  v_until timestamptz;
begin
  perform access.require_member(p_case, true);
  perform from affiliations where id = p_invited_by and id = app.affiliation() and person_id = app.person();
  if not found then raise exception 'not invited in an own affiliation' using errcode = '42501'; end if;
  select owner_agency_id into v_home from cases where id = p_case;
  if p_affiliation is null then
    perform from people where id = p_person and family and (ended_at is null or ended_at > app.now());
    if not found then raise exception 'no member of the family' using errcode = '42501'; end if;
    v_owner := v_home;
  else
    -- Those who administer or watch over the installation see no case; the home agency's own roles are its own people's.
    select a.agency_id, a.ends_at into v_owner, v_until from affiliations a join people p on p.id = a.person_id
    where a.id = p_affiliation and a.person_id = p_person and tstzrange(a.starts_at, a.ends_at) @> app.now()
      and (p.ended_at is null or p.ended_at > app.now())
      and a.profession not in ('administrator', 'data-protection-officer', 'regional-developer')
      for share of a; -- an end of the affiliation waits for this invitation, or this finds it ended
    if not found or (v_owner <> v_home and p_role <> 'visiting') then
      raise exception 'not a professional who can be invited so' using errcode = '42501';
    end if;
  end if;
  insert into memberships (id, case_id, acl_key, person_id, affiliation_id, role, starts_at, ends_at, invited_by)
  values (v_id, p_case, access.audience_key(p_case, v_owner, p_class, p_scope, p_agencies, p_family_scope, p_family, '{}', true),
    p_person, p_affiliation, p_role, app.now(), least(p_ends_at, v_until), p_invited_by);
  perform access.derive_case(p_case);
  return v_id;
end $$;

-- Opens the case of a new child with its responsible worker. Only from an own, valid affiliation in child protection.
create or replace function access.open_case(p_affiliation uuid, p_number text, p_name text, p_given_name text, p_birth_date date,
  p_languages text[], p_interpreter text) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_case uuid := uuidv7();
  v_agency uuid;
begin
  select a.agency_id into v_agency from affiliations a join agencies g on g.id = a.agency_id
  where a.id = p_affiliation and a.id = app.affiliation() and a.person_id = app.person() and g.kind = 'child-protection'
    and a.profession in ('social-worker', 'consultant-social-worker')
    and tstzrange(a.starts_at, a.ends_at) @> app.now();
  if not found then raise exception 'not an affiliation that opens cases' using errcode = '42501'; end if;
  insert into cases (id, acl_key, owner_agency_id, number, child_name, child_given_name, birth_date, languages, interpreter, opened_at, opened_by)
  values (v_case, 1, v_agency, p_number, p_name, p_given_name, p_birth_date, p_languages, p_interpreter, app.now(), p_affiliation);
  update cases set acl_key = access.audience_key(v_case, v_agency, 'coordination', 'everyone', '{}', 'all', '{}', '{}') where id = v_case;
  insert into memberships (case_id, acl_key, person_id, affiliation_id, role, starts_at, opened_at)
  values (v_case, access.audience_key(v_case, v_agency, 'coordination', 'everyone', '{}', 'all', '{}', '{}', true),
    app.person(), p_affiliation, 'responsible', app.now(), app.now());
  insert into streams (id, kind) values (v_case, 'case');
  perform access.derive_case(v_case);
  return v_case;
end $$;

-- A ground opens the entries of the agency it goes from: only that agency records it, or the team of the one whose case
-- it is. A prohibition is recorded by whoever hears it. The answer is the row itself: a recorder may lose sight of it by it.
create or replace function access.record_ground(p_case uuid, p_recorded_by uuid, p_kind text, p_effect text, p_beats boolean, p_statute text,
  p_given_by uuid, p_from uuid, p_to uuid, p_classes text[], p_evidence text, p_until timestamptz) returns grounds
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
  -- The family does not learn of an agency by a ground that names it: only of those that all of them may know to take
  -- part. Whoever gave it knows of it.
  select exists (
    select from unnest(array[p_from, p_to]) named
    where named <> v_home and not exists (
      select from memberships m join affiliations a on a.id = m.affiliation_id join audiences s on s.acl_key = m.acl_key
      where m.case_id = p_case and a.agency_id = named and s.family_scope = 'all')) into v_hidden;
  v_giver := array(select person_id from memberships where case_id = p_case and person_id = p_given_by and affiliation_id is null);
  insert into grounds (case_id, acl_key, kind, effect, beats_prohibition, statute, given_by, from_agency_id, to_agency_id,
    data_classes, evidence, valid, recorded_by, recorded_at)
  values (p_case, access.audience_key(p_case, v_home, 'coordination', 'agencies',
      array_remove(array[p_from, p_to, (select agency_id from affiliations where id = p_recorded_by)], null),
      case when not v_hidden then 'all' when v_giver <> '{}' then 'chosen' else 'none' end, case when v_hidden then v_giver else '{}' end, '{}'),
    p_kind, p_effect, p_beats, p_statute, p_given_by, p_from, p_to, p_classes, p_evidence, tstzrange(app.now(), p_until), p_recorded_by, app.now())
  returning * into v_row;
  perform access.derive_case(p_case);
  return v_row;
end $$;

create or replace function access.end_membership(p_membership uuid, p_reason text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_case uuid;
begin
  select case_id into v_case from memberships where id = p_membership;
  if not exists (select from memberships where id = p_membership and person_id = app.person() and affiliation_id is not distinct from app.affiliation()) then
    perform access.require_member(v_case, true);
  end if;
  update memberships set ends_at = greatest(starts_at, app.now()), ended_by = app.person(), end_reason = p_reason
  where id = p_membership and (ends_at is null or ends_at > app.now());
  perform access.rescue_drafts(p_membership);
  perform access.derive_case(v_case);
end $$;

-- The administration ends affiliations in cases that it does not see. First the cases concerned (ids, for their streams'
-- epochs), then the end itself. What changed is given back for those who may know of it, never to the administrator.
create or replace function access.require_administrator() returns void
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from affiliations a where a.id = app.affiliation() and a.person_id = app.person() and a.profession = 'administrator'
    and tstzrange(a.starts_at, a.ends_at) @> app.now()) then
    raise exception 'not an administrator' using errcode = '42501';
  end if;
end $$;

-- The shared entries of an assessment become immutable, as far as the responsible worker who signs may read them.
create or replace function access.freeze_entries(p_assessment uuid) returns setof uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_case uuid;
begin
  select case_id into v_case from assessments where id = p_assessment;
  if not access.holds(v_case, 'responsible') then raise exception 'not the responsible worker' using errcode = '42501'; end if;
  return query update entries e set state = 'frozen', version = e.version + 1
  where e.assessment_id = p_assessment and e.case_id = v_case and e.state = 'shared'
    and exists (select from acl_members m where m.acl_key = e.acl_key and m.person_id = app.person() and m.affiliation_id is not distinct from app.affiliation() and m.valid @> app.now())
  returning e.id;
end $$;

-- For a correction, with its reason: the texts can be written again. The signed version stays as it is.
create or replace function access.thaw_entries(p_assessment uuid) returns setof uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_case uuid;
begin
  select case_id into v_case from assessments where id = p_assessment;
  if not access.holds(v_case, 'responsible') then raise exception 'not the responsible worker' using errcode = '42501'; end if;
  return query update entries e set state = 'shared', version = e.version + 1
  where e.assessment_id = p_assessment and e.case_id = v_case and e.state = 'frozen'
    and exists (select from acl_members m where m.acl_key = e.acl_key and m.person_id = app.person() and m.affiliation_id is not distinct from app.affiliation() and m.valid @> app.now())
  returning e.id;
end $$;

-- Rows of the disclosure log for everything of the case that has become readable to another agency, or to a member of
-- the family, and is not there yet. Called by every command that shares, invites or records a ground.
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
      and g.from_agency_id = o.owner_agency_id and g.to_agency_id = r.agency_id order by g.beats_prohibition desc, g.id limit 1) g on true
  where (r.agency_id is not null and r.agency_id <> o.owner_agency_id) or (r.family_id is not null and not r.family_id = any (o.author_ids))
  on conflict do nothing;
  get diagnostics v_count = row_count;
  return v_count;
end $$;

-- A likely duplicate in the own register. The opener learns nothing: the responsible worker of the earlier case gets a notice.
-- Asked by the opener, in the transaction of the opening. Returns who was noticed, for the event that tells an open Today.
create or replace function access.notice_likely_duplicates(p_case uuid) returns setof uuid
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from cases c join affiliations a on a.id = c.opened_by
  where c.id = p_case and c.opened_at = app.now() and a.id = app.affiliation() and a.person_id = app.person();
  if not found then raise exception 'not the opener' using errcode = '42501'; end if;
  return query
    with alike as (
      select distinct m.person_id, o.id as case_id
      from cases n join cases o on o.owner_agency_id = n.owner_agency_id and o.birth_date = n.birth_date and o.id <> n.id
        and (lower(o.child_name) = lower(n.child_name) or lower(o.child_given_name) = lower(n.child_given_name))
      join memberships m on m.case_id = o.id and m.role = 'responsible' and tstzrange(m.starts_at, m.ends_at) @> app.now()
      where n.id = p_case and m.person_id <> app.person()
    ), noticed as (
      insert into notices (person_id, kind, case_id, from_person_id, at)
      select a.person_id, 'likely-duplicate', a.case_id, app.person(), app.now() from alike a
    )
    select distinct a.person_id from alike a;
end $$;

do $$
declare f text;
begin
  foreach f in array array['access.derived(uuid, bigint)', 'access.derived_alone(bigint)'] loop
    execute format('alter function %s owner to rinki_access', f);
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;

-- A word about a case is for the affiliation in which one takes part in it.
drop policy own on notices;
create policy own on notices to rinki_app
  using (person_id = (select app.person()) and (case_id is null or access.took_part(case_id)))
  with check (person_id = (select app.person()));

-- What is there already is derived anew: the owner of the tables sees no row of them, the access role does.
set local role rinki_access;
select access.derive_case(id) from cases;
delete from acl_members k using audiences d where d.acl_key = k.acl_key and d.case_id is null;
insert into acl_members (acl_key, person_id, affiliation_id, valid)
select x.* from audiences d, access.derived_alone(d.acl_key) x where d.case_id is null;
reset role;
revoke create on schema access from rinki_access;
