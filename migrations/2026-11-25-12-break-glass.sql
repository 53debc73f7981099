-- Break-glass: somebody of social or health care opens a case without being its member, for an hour at most, within the
-- register of their own agency, and is seen doing it. Decision 13.
grant create on schema access to rinki_access;

alter table memberships drop constraint memberships_role_check;
alter table memberships add constraint memberships_role_check
  check (role in ('responsible', 'working-pair', 'team', 'visiting', 'child', 'guardian', 'close', 'break-glass'));
alter table memberships add constraint memberships_glass_ends
  check (role <> 'break-glass' or (affiliation_id is not null and ends_at is not null and ends_at <= starts_at + interval '60 minutes'));

create table break_glass_uses (
  id uuid primary key default uuidv7(),
  case_id uuid not null references cases,
  membership_id uuid not null unique references memberships,
  person_id uuid not null references people,
  affiliation_id uuid not null references affiliations,
  agency_id uuid not null references agencies,
  reason text not null check (length(trim(reason)) >= 10),
  at timestamptz not null,
  until timestamptz not null check (until > at and until <= at + interval '60 minutes'),
  ended_at timestamptz,
  reviewed_by uuid references affiliations,
  reviewed_at timestamptz,
  finding text check (finding in ('justified', 'not-justified', 'to-be-investigated')),
  review_note text,
  check (num_nonnulls(reviewed_by, reviewed_at, finding) in (0, 3)),
  check (review_note is null or finding is not null)
);
create index break_glass_uses_case on break_glass_uses (case_id);
create index break_glass_uses_agency on break_glass_uses (agency_id, at);

-- Every look for a case to open so. What was typed is not kept: it may be the name of a child of whom nothing is known.
create table break_glass_attempts (
  id uuid primary key default uuidv7(),
  at timestamptz not null,
  person_id uuid not null references people,
  affiliation_id uuid not null references affiliations,
  agency_id uuid not null references agencies,
  sought_by text not null check (sought_by in ('number', 'name')),
  outcome text not null check (outcome in ('found', 'none', 'limited')),
  case_id uuid references cases
);
create index break_glass_attempts_person on break_glass_attempts (person_id, at);

-- Is this case open to the person of the transaction by break-glass alone? Then they write nothing in it.
create function access.breaks_glass(p_case uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from memberships m join affiliations a on a.id = m.affiliation_id
    where m.case_id = p_case and m.person_id = app.person() and m.affiliation_id = app.affiliation() and m.role = 'break-glass'
      and tstzrange(m.starts_at, m.ends_at) @> app.now() and tstzrange(a.starts_at, a.ends_at) @> app.now())
$$;

-- Does the person of the transaction review what was opened so in this agency?
create function access.reviews_break_glass(p_agency uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from affiliations a where a.id = app.affiliation() and a.person_id = app.person() and a.agency_id = p_agency
      and a.profession in ('data-protection-officer', 'consultant-social-worker') and tstzrange(a.starts_at, a.ends_at) @> app.now())
$$;

-- Such a ground of vital interest as carries: the same precedence as for every ground, with no other ground beside it.
create function access.covers_vitally(p_case uuid, p_from uuid, p_to uuid, p_class text) returns tstzmultirange
language sql stable set search_path = public, pg_temp as $$
  select coalesce(range_agg(valid) filter (where kind = 'vital-interest' and effect = 'allow' and beats_prohibition), '{}')
    + (coalesce(range_agg(valid) filter (where kind = 'vital-interest' and effect = 'allow'), '{}')
      - coalesce(range_agg(valid) filter (where effect = 'prohibit'
          and (kind <> 'child-consent' or capacity is distinct from 'does-not-understand')), '{}'))
  from grounds
  where case_id = p_case and p_class = any (data_classes)
    and (from_agency_id is null or from_agency_id = p_from)
    and (to_agency_id is null or to_agency_id = p_to)
$$;

-- Does the person of the transaction hold this place in the case, now? 'member', 'professional', 'home' (responsible, pair
-- or team of the agency whose case it is) or 'responsible'.
create or replace function access.holds(p_case uuid, p_place text) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from memberships m left join affiliations a on a.id = m.affiliation_id join cases c on c.id = m.case_id
    where m.case_id = p_case and m.person_id = app.person() and m.affiliation_id is not distinct from app.affiliation()
      and tstzrange(m.starts_at, m.ends_at) @> app.now() and (a.id is null or tstzrange(a.starts_at, a.ends_at) @> app.now())
      and case p_place
        when 'member' then m.role <> 'break-glass'
        when 'professional' then a.id is not null and m.role <> 'break-glass'
        when 'home' then a.agency_id = c.owner_agency_id and m.role in ('responsible', 'working-pair', 'team')
        when 'responsible' then m.role = 'responsible'
        else false
      end)
$$;

-- The agency for which the person of the transaction acts, if they take part for it now; none for the family.
create or replace function access.acting_agencies(p_case uuid) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(distinct a.agency_id), '{}') from memberships m join affiliations a on a.id = m.affiliation_id
  where m.case_id = p_case and m.role <> 'break-glass' and m.person_id = app.person() and m.affiliation_id is not distinct from app.affiliation()
    and tstzrange(m.starts_at, m.ends_at) @> app.now() and tstzrange(a.starts_at, a.ends_at) @> app.now()
$$;

-- The reviewed doors through which who-may-see-what changes. Each asks, for itself, whether the person of the
-- transaction may open it (ring 2), and derives the case anew. The server's rules (ring 1) stand before them.
create or replace function access.require_member(p_case uuid, p_home boolean) returns void
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (
    select from memberships m join affiliations a on a.id = m.affiliation_id join cases c on c.id = m.case_id
    where m.case_id = p_case and m.role <> 'break-glass' and m.person_id = app.person() and m.affiliation_id is not distinct from app.affiliation()
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
  if p_role = 'break-glass' then raise exception 'nobody is invited so' using errcode = '42501'; end if;
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
    -- Whoever has broken the glass writes nothing.
    and (p_case is null or not access.breaks_glass(p_case))
    -- What lies in no case is its author's alone.
    and (p_case is not null or exists (select from audiences d where d.acl_key = p_key and d.case_id is null))
$$;

-- Readers of the audiences of a case (or of one), with the time in which each holds.
create or replace function access.derived(p_case uuid, p_key bigint default null)
returns table (acl_key bigint, person_id uuid, affiliation_id uuid, valid tstzrange)
language sql stable set search_path = public, pg_temp as $$
  with home as (select owner_agency_id as agency_id, acl_key as case_key, '{(,)}'::tstzmultirange as always, '{}'::tstzmultirange as never from cases where id = p_case),
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
        when p.role = 'break-glass' then case
          when p.agency_id = d.owner_agency_id then always
          when d.scope in ('agency', 'team') or (d.scope = 'agencies' and not p.agency_id = any (d.agency_ids)) then never
          -- That there is the case, and who is around the child, as colleagues of the own agency are told it.
          when d.acl_key = home.case_key then access.covers(p_case, d.owner_agency_id, p.agency_id, d.data_class)
          else access.covers_vitally(p_case, d.owner_agency_id, p.agency_id, d.data_class)
        end
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
        when d.participation or p.person_id = any (d.author_ids) or p.role = 'break-glass' then always
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

-- The case to open, in the register of the own agency alone, by its exact number or by exact name and day of birth. Each look
-- is kept, and after five that found nothing within an hour there is no other: this is not for finding out who is known.
create function access.find_for_break_glass(p_number text, p_name text, p_birth_date date)
returns table (outcome text, case_id uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_agency uuid := access.require_glass_breaker();
  v_found uuid[];
begin
  if (p_number is not null) = (p_name is not null and p_birth_date is not null) then
    raise exception 'by number, or by name and day of birth' using errcode = '22023';
  end if;
  perform pg_advisory_xact_lock(hashtext('break-glass ' || app.person()));
  if (select count(*) from break_glass_attempts x
      where x.person_id = app.person() and x.outcome = 'none' and x.at > app.now() - interval '1 hour') >= 5 then
    outcome := 'limited';
  else
    v_found := array(
      select c.id from cases c
      where (c.number = p_number or (lower(c.child_name) = lower(trim(p_name)) and c.birth_date = p_birth_date))
        and access.in_register(c.id, v_agency));
    outcome := case when cardinality(v_found) = 1 then 'found' else 'none' end;
    if outcome = 'found' then case_id := v_found[1]; end if;
  end if;
  insert into break_glass_attempts (at, person_id, affiliation_id, agency_id, sought_by, outcome, case_id)
  values (app.now(), app.person(), app.affiliation(), v_agency, case when p_number is null then 'name' else 'number' end, outcome, case_id);
  return next;
end $$;

-- Is something of the case the agency's own? It is the home agency, or somebody of it takes part or has.
create function access.in_register(p_case uuid, p_agency uuid) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (select from cases where id = p_case and owner_agency_id = p_agency)
    or exists (select from memberships m join affiliations a on a.id = m.affiliation_id
      where m.case_id = p_case and a.agency_id = p_agency and m.role <> 'break-glass')
$$;

-- A professional of social or health care, in the affiliation in which they act; their agency.
create function access.require_glass_breaker() returns uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_agency uuid;
begin
  select g.id into v_agency from affiliations a join agencies g on g.id = a.agency_id
  where a.id = app.affiliation() and a.person_id = app.person() and tstzrange(a.starts_at, a.ends_at) @> app.now()
    and g.kind in ('child-protection', 'family-services', 'psychiatry', 'substance-services')
    and a.profession in ('social-worker', 'social-counsellor', 'consultant-social-worker', 'family-therapist',
      'psychiatric-nurse', 'psychiatrist', 'substance-worker');
  if not found then raise exception 'not a professional of social or health care' using errcode = '42501'; end if;
  return v_agency;
end $$;

create function access.break_glass(p_case uuid, p_affiliation uuid, p_reason text, p_minutes int default 60) returns break_glass_uses
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_agency uuid := access.require_glass_breaker();
  v_home uuid;
  v_membership uuid := uuidv7();
  v_use break_glass_uses;
begin
  -- A guessed id looks like none, and whoever takes part already needs no hammer.
  if p_affiliation is distinct from app.affiliation() or not access.in_register(p_case, v_agency) or exists (
    select from memberships m where m.case_id = p_case and m.person_id = app.person() and m.affiliation_id = app.affiliation()
      and tstzrange(m.starts_at, m.ends_at) @> app.now())
  then
    raise exception 'not a case to be opened so' using errcode = '42501';
  end if;
  select owner_agency_id into v_home from cases where id = p_case;
  insert into memberships (id, case_id, acl_key, person_id, affiliation_id, role, starts_at, ends_at)
  values (v_membership, p_case, access.audience_key(p_case, v_agency, 'coordination', 'agencies',
      case when v_home = v_agency then '{}' else array[v_home] end, 'none', '{}', '{}', true),
    app.person(), p_affiliation, 'break-glass', app.now(), app.now() + make_interval(mins => least(greatest(p_minutes, 1), 60)));
  insert into break_glass_uses (case_id, membership_id, person_id, affiliation_id, agency_id, reason, at, until)
  select p_case, m.id, m.person_id, m.affiliation_id, v_agency, p_reason, m.starts_at, m.ends_at from memberships m where m.id = v_membership
  returning * into v_use;
  perform access.derive_case(p_case);
  return v_use;
end $$;

-- However it ends before its time: by the person, by the home team, or with the affiliation.
create function access.note_glass_end() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update break_glass_uses set ended_at = new.ends_at where membership_id = new.id and ended_at is null;
  return null;
end $$;
create trigger note_glass_end after update of ends_at on memberships
  for each row when (new.role = 'break-glass' and new.ends_at is distinct from old.ends_at) execute function access.note_glass_end();

-- Once, by a data protection officer or consultant social worker of the agency, never by whoever is reviewed.
create function access.review_break_glass(p_use uuid, p_finding text, p_note text) returns break_glass_uses
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_use break_glass_uses;
begin
  update break_glass_uses u set reviewed_by = app.affiliation(), reviewed_at = app.now(), finding = p_finding, review_note = p_note
  where u.id = p_use and u.finding is null and u.person_id <> app.person() and access.reviews_break_glass(u.agency_id)
  returning * into v_use;
  if not found then raise exception 'not to be reviewed' using errcode = '42501'; end if;
  return v_use;
end $$;

alter table break_glass_uses enable row level security;
alter table break_glass_uses force row level security;
alter table break_glass_attempts enable row level security;
alter table break_glass_attempts force row level security;
create policy access_all on break_glass_uses to rinki_access using (true) with check (true);
create policy access_all on break_glass_attempts to rinki_access using (true) with check (true);
create policy concerned on break_glass_uses for select to rinki_app using (
  (person_id = (select app.person()) and affiliation_id = (select app.affiliation()))
  or access.reviews_break_glass(agency_id) or access.holds(case_id, 'responsible'));
create policy concerned on break_glass_attempts for select to rinki_app using (
  (person_id = (select app.person()) and affiliation_id = (select app.affiliation())) or access.reviews_break_glass(agency_id));
grant select on break_glass_uses, break_glass_attempts to rinki_app;
grant select, insert, update on break_glass_uses to rinki_access;
grant select, insert on break_glass_attempts to rinki_access;

-- Whoever has broken the glass reads; these hold besides whatever else lets somebody write.
create policy glass on entries as restrictive for update to rinki_app using (case_id is null or not access.breaks_glass(case_id));
create policy glass on activities as restrictive for insert to rinki_app with check (not access.breaks_glass(case_id));
create policy glass on contributions as restrictive for update to rinki_app using (not access.breaks_glass(case_id));

do $$
declare f text;
begin
  foreach f in array array['breaks_glass', 'reviews_break_glass', 'covers_vitally', 'find_for_break_glass', 'in_register', 'require_glass_breaker',
    'break_glass', 'note_glass_end', 'review_break_glass'] loop
    execute format('alter function access.%I owner to rinki_access', f);
    execute format('revoke all on function access.%I from public', f);
  end loop;
end $$;
grant execute on function access.breaks_glass, access.reviews_break_glass, access.find_for_break_glass, access.break_glass, access.review_break_glass to rinki_app;
revoke create on schema access from rinki_access;
