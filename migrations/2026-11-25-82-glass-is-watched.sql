-- Whoever breaks the glass is told of at once to those who review it, ends it when it is over, and records on the spot the
-- vital interest without which another agency's entries stay closed. Decision 13.
grant create on schema access to rinki_access;

-- On what another agency's entries were opened, and by which use: they end together.
create table break_glass_grounds (
  ground_id uuid primary key references grounds,
  use_id uuid not null references break_glass_uses,
  from_agency_id uuid not null references agencies
);
create index break_glass_grounds_use on break_glass_grounds (use_id);
alter table break_glass_grounds enable row level security;
alter table break_glass_grounds force row level security;
create policy access_all on break_glass_grounds to rinki_access using (true) with check (true);
grant select, insert on break_glass_grounds to rinki_access;

-- Agencies whose reviewers look at a use: of whoever broke the glass, of the case, and each whose entries were opened by it.
create function access.glass_agencies(p_use uuid) returns uuid[]
language sql stable security definer set search_path = public, pg_temp as $$
  select array[u.agency_id, c.owner_agency_id] || array(select g.from_agency_id from break_glass_grounds g where g.use_id = u.id)
  from break_glass_uses u join cases c on c.id = u.case_id where u.id = p_use
$$;

create function access.reviews_use(p_use uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from unnest(access.glass_agencies(p_use)) agency where access.reviews_break_glass(agency))
$$;

drop policy concerned on break_glass_uses;
create policy concerned on break_glass_uses for select to rinki_app using (
  (person_id = (select app.person()) and affiliation_id = (select app.affiliation()))
  or access.reviews_use(id) or access.holds(case_id, 'responsible'));

-- Whom a use concerns: for a mail and for their open pages. Asked by whoever made it, of what they made.
create function access.glass_watchers(p_use uuid) returns table (person_id uuid, reviews boolean, number text)
language sql stable security definer set search_path = public, pg_temp as $$
  with used as (select u.*, c.number from break_glass_uses u join cases c on c.id = u.case_id
    where u.id = p_use and u.person_id = app.person() and u.affiliation_id = app.affiliation()),
  watching as (
    select a.person_id, true as reviews, used.number from used join affiliations a on a.agency_id = any (access.glass_agencies(used.id))
      and a.profession in ('data-protection-officer', 'consultant-social-worker') and tstzrange(a.starts_at, a.ends_at) @> app.now()
    union all
    select m.person_id, false, used.number from used join memberships m on m.case_id = used.case_id and m.role = 'responsible'
      and tstzrange(m.starts_at, m.ends_at) @> app.now()
      join affiliations a on a.id = m.affiliation_id and tstzrange(a.starts_at, a.ends_at) @> app.now())
  select w.person_id, bool_or(w.reviews), min(w.number) from watching w where w.person_id <> app.person() group by w.person_id
$$;

-- The responsible worker reads of it until they mark it as read; those who review it have it on their Today until it is reviewed.
create function access.notice_glass() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into notices (person_id, kind, case_id, from_person_id, at, words)
  select w.person_id, 'glass-broken', new.case_id, new.person_id, new.at, new.reason from access.glass_watchers(new.id) w
  where exists (select from memberships m where m.case_id = new.case_id and m.person_id = w.person_id and m.role = 'responsible'
    and tstzrange(m.starts_at, m.ends_at) @> app.now());
  return null;
end $$;
create trigger notice_glass after insert on break_glass_uses for each row execute function access.notice_glass();

-- However it ends before its time, what it opened of other agencies closes with it.
create or replace function access.note_glass_end() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update break_glass_uses set ended_at = new.ends_at where membership_id = new.id and ended_at is null;
  update grounds g set valid = tstzrange(lower(g.valid), greatest(lower(g.valid), least(upper(g.valid), new.ends_at))),
    withdrawn_at = app.now(), withdrawn_by = app.person()
  from break_glass_grounds b join break_glass_uses u on u.id = b.use_id
  where u.membership_id = new.id and g.id = b.ground_id and g.withdrawn_at is null;
  return null;
end $$;

-- What these places and their substitutes' are now, and what this transaction ended with them: requests that waited, an
-- offer, a vital interest. For those who may know of each, though the person of the transaction may not any more.
create or replace function access.told(p_memberships uuid[]) returns table (case_id uuid, acl_key bigint, kind text, row_data jsonb)
language sql stable security definer set search_path = public, pg_temp as $$
  with places as (select m.* from memberships m where m.id = any (p_memberships) or m.substitutes_for = any (p_memberships))
  select p.case_id, p.acl_key, 'member', access.member_row(p.id) from places p
  union all
  select c.case_id, c.acl_key, 'contribution', to_jsonb(c) || jsonb_build_object('agency_id', a.agency_id)
  from contributions c join affiliations a on a.id = c.affiliation_id
  where c.status = 'withdrawn' and c.xmin = pg_current_xact_id()::xid
    and exists (select from places p where p.case_id = c.case_id and p.person_id = any (c.contributor_ids))
  union all
  select h.case_id, h.acl_key, 'handover', jsonb_build_object('id', h.id) from handovers h
  where h.closed_at is not null and h.xmin = pg_current_xact_id()::xid and h.case_id in (select p.case_id from places p)
  union all
  select g.case_id, g.acl_key, 'ground', to_jsonb(g) from grounds g join break_glass_grounds b on b.ground_id = g.id join break_glass_uses u on u.id = b.use_id
  where g.withdrawn_at is not null and g.xmin = pg_current_xact_id()::xid and u.membership_id in (select p.id from places p)
$$;

-- Ended by whoever opened it. Returns what has changed, for those who may know of it.
create function access.end_break_glass(p_case uuid) returns table (case_id uuid, acl_key bigint, kind text, row_data jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_ended uuid;
begin
  update memberships m set ends_at = greatest(m.starts_at, app.now()), ended_by = app.person()
  where m.case_id = p_case and m.role = 'break-glass' and m.person_id = app.person() and m.affiliation_id = app.affiliation()
    and tstzrange(m.starts_at, m.ends_at) @> app.now()
  returning m.id into v_ended;
  if not found then raise exception 'nothing to end' using errcode = '42501'; end if;
  perform access.derive_case(p_case);
  return query select * from access.told(array[v_ended]);
end $$;

-- The vital interest on which another agency's entries are opened, for as long as the glass is broken. It stops at a
-- prohibition; working hypotheses and the child's own words are not among what it opens. (verify)
create function access.record_vital_interest(p_case uuid, p_from uuid, p_classes text[], p_evidence text) returns grounds
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_use break_glass_uses;
  v_home uuid;
  v_row grounds;
begin
  if not access.breaks_glass(p_case) then raise exception 'nobody who breaks the glass' using errcode = '42501'; end if;
  select u.* into v_use from break_glass_uses u
  where u.case_id = p_case and u.person_id = app.person() and u.affiliation_id = app.affiliation() and u.ended_at is null and u.until > app.now();
  if not found or p_from = v_use.agency_id or p_classes && array['hypothesis', 'child-voice'] or not access.in_register(p_case, p_from) then
    raise exception 'not what is opened so' using errcode = '42501';
  end if;
  select owner_agency_id into v_home from cases where id = p_case;
  insert into grounds (case_id, acl_key, kind, effect, beats_prohibition, from_agency_id, to_agency_id, data_classes, evidence, valid, recorded_by, recorded_at)
  values (p_case, access.audience_key(p_case, v_home, 'coordination', 'agencies', array[p_from, v_use.agency_id], 'none', '{}', '{}'),
    'vital-interest', 'allow', false, p_from, v_use.agency_id, p_classes, p_evidence, tstzrange(app.now(), v_use.until), v_use.affiliation_id, app.now())
  returning * into v_row;
  insert into break_glass_grounds (ground_id, use_id, from_agency_id) values (v_row.id, v_use.id, p_from);
  perform access.derive_case(p_case);
  return v_row;
end $$;

-- Every use that concerns the person of the transaction, the newest first: who, why, how long, what was looked at by kind and
-- number (no contents), what of other agencies was opened, and what the review found. With what the server's own rule asks.
create function access.glass_uses() returns table (id uuid, number text, person_id uuid, affiliation_id uuid, name text, profession text,
  agency jsonb, reason text, at timestamptz, until timestamptz, ended_at timestamptz, looked jsonb, opened jsonb,
  finding text, review_note text, reviewer text, reviewed_at timestamptz, agency_ids uuid[], responsible_ids uuid[])
language sql stable security definer set search_path = public, pg_temp as $$
  select u.id, c.number, u.person_id, u.affiliation_id, p.name, a.profession,
    jsonb_build_object('nameFi', g.name_fi, 'nameSv', g.name_sv), u.reason, u.at, u.until, u.ended_at,
    (select coalesce(jsonb_agg(jsonb_build_object('kind', l.kind, 'objects', l.objects, 'firstAt', l.first_at) order by l.first_at, l.kind), '[]')
      from (select v.kind, count(distinct coalesce(v.object_id, v.case_id)) as objects, min(v.at) as first_at from access_log v
        where v.case_id = u.case_id and v.person_id = u.person_id and v.affiliation_id = u.affiliation_id
          and v.at >= u.at and v.at <= coalesce(u.ended_at, u.until) group by v.kind) l),
    (select coalesce(jsonb_agg(jsonb_build_object('from', jsonb_build_object('nameFi', f.name_fi, 'nameSv', f.name_sv),
        'dataClasses', d.data_classes, 'evidence', d.evidence, 'at', d.recorded_at) order by d.recorded_at, d.id), '[]')
      from break_glass_grounds b join grounds d on d.id = b.ground_id join agencies f on f.id = b.from_agency_id where b.use_id = u.id),
    u.finding, u.review_note, rp.name, u.reviewed_at, access.glass_agencies(u.id),
    array(select m.affiliation_id from memberships m where m.case_id = u.case_id and m.role = 'responsible' and tstzrange(m.starts_at, m.ends_at) @> app.now())
  from break_glass_uses u join cases c on c.id = u.case_id join people p on p.id = u.person_id
  join affiliations a on a.id = u.affiliation_id join agencies g on g.id = u.agency_id
  left join affiliations ra on ra.id = u.reviewed_by left join people rp on rp.id = ra.person_id
  where (u.person_id = app.person() and u.affiliation_id = app.affiliation()) or access.reviews_use(u.id) or access.holds(u.case_id, 'responsible')
  order by u.at desc, u.id desc limit 200
$$;

-- Once, by somebody who reviews in one of the agencies concerned, never by whoever is reviewed.
create or replace function access.review_break_glass(p_use uuid, p_finding text, p_note text) returns break_glass_uses
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_use break_glass_uses;
begin
  update break_glass_uses u set reviewed_by = app.affiliation(), reviewed_at = app.now(), finding = p_finding, review_note = p_note
  where u.id = p_use and u.finding is null and u.person_id <> app.person() and access.reviews_use(u.id)
  returning * into v_use;
  if not found then raise exception 'not to be reviewed' using errcode = '42501'; end if;
  return v_use;
end $$;

-- As before, with the number by which the case is called.
drop function access.find_for_break_glass(text, text, date);
create function access.find_for_break_glass(p_number text, p_name text, p_birth_date date)
returns table (outcome text, case_id uuid, number text)
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
      where (c.number = upper(trim(p_number)) or (lower(c.child_name) = lower(trim(p_name)) and c.birth_date = p_birth_date))
        and access.in_register(c.id, v_agency));
    outcome := case when cardinality(v_found) = 1 then 'found' else 'none' end;
    if outcome = 'found' then select c.id, c.number into case_id, number from cases c where c.id = v_found[1]; end if;
  end if;
  insert into break_glass_attempts (at, person_id, affiliation_id, agency_id, sought_by, outcome, case_id)
  values (app.now(), app.person(), app.affiliation(), v_agency, case when p_number is null then 'name' else 'number' end, outcome, case_id);
  return next;
end $$;

-- As before, with the place it made, for those who may know of it.
alter function access.break_glass(uuid, uuid, text, int) rename to make_glass_use;
create function access.break_glass(p_case uuid, p_affiliation uuid, p_reason text, p_minutes int default 60)
returns table (id uuid, membership_id uuid, at timestamptz, until timestamptz, place jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
declare u break_glass_uses := access.make_glass_use(p_case, p_affiliation, p_reason, p_minutes);
begin
  return query select u.id, u.membership_id, u.at, u.until, access.member_row(u.membership_id);
end $$;
revoke all on function access.make_glass_use from rinki_app;

-- As before; and whoever breaks the glass of the own agency's case knows who takes part in it, as its colleagues do.
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
          when d.scope in ('agency', 'team') then never
          -- Who takes part in the own agency's case is of its own register.
          when d.participation and p.agency_id = home.agency_id then always
          when d.scope = 'agencies' and not p.agency_id = any (d.agency_ids) then never
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
    where d.case_id = p_case and (p_key is null or d.acl_key in (p_key, home.case_key))
  ),
  entering as (
    select pairs.person_id, pairs.affiliation_id, range_agg(pairs.active * pairs.addressed * pairs.known) as entered
    from pairs, home where pairs.acl_key = home.case_key group by 1, 2
  )
  select pairs.acl_key, pairs.person_id, pairs.affiliation_id, span
  from pairs join entering e on e.person_id = pairs.person_id and e.affiliation_id is not distinct from pairs.affiliation_id,
    unnest(active * addressed * known * entered) as span
  where not isempty(span) and (p_key is null or pairs.acl_key = p_key)
$$;

-- Whoever might open the case so reads the place in its stream first, as every command does that changes rights.
create function access.could_break_glass(p_case uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from affiliations a join agencies g on g.id = a.agency_id
    where a.id = app.affiliation() and a.person_id = app.person() and tstzrange(a.starts_at, a.ends_at) @> app.now()
      and g.kind in ('child-protection', 'family-services', 'psychiatry', 'substance-services')
      and a.profession in ('social-worker', 'social-counsellor', 'consultant-social-worker', 'family-therapist',
        'psychiatric-nurse', 'psychiatrist', 'substance-worker')
      and access.in_register(p_case, g.id))
$$;
create policy with_glass on streams for select to rinki_app using (kind = 'case' and access.could_break_glass(id));

do $$
declare f text;
begin
  foreach f in array array['glass_agencies', 'reviews_use', 'glass_watchers', 'notice_glass', 'end_break_glass', 'record_vital_interest', 'glass_uses',
    'find_for_break_glass', 'break_glass', 'could_break_glass'] loop
    execute format('alter function access.%I owner to rinki_access', f);
    execute format('revoke all on function access.%I from public', f);
  end loop;
end $$;
grant execute on function access.reviews_use, access.glass_watchers, access.end_break_glass, access.record_vital_interest, access.glass_uses,
  access.find_for_break_glass, access.break_glass, access.could_break_glass to rinki_app;
revoke create on schema access from rinki_access;
