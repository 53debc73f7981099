-- The life of a membership: what was asked and answered, absences with their substitutes, responsibility that is handed over.
grant create on schema access to rinki_access;

alter table memberships
  add column accepted_at timestamptz,
  -- A substitute's place: for the time of an absence, in the role of the place it stands for.
  add column substitutes_for uuid references memberships;
create index memberships_substitutes on memberships (substitutes_for) where substitutes_for is not null;
create index memberships_affiliation on memberships (affiliation_id) where affiliation_id is not null;
-- Whoever had opened the case before there was anything to accept has accepted. The owner sees every row while it says so.
alter table memberships no force row level security;
alter table visits no force row level security;
update memberships m set accepted_at = coalesce(m.opened_at,
  (select v.at from visits v where v.person_id = m.person_id and v.case_id = m.case_id));
alter table memberships force row level security;
alter table visits force row level security;

-- Why somebody was asked, and why they declined: for the home team, and for the one who was asked.
create table membership_invitations (
  membership_id uuid primary key references memberships,
  case_id uuid not null references cases,
  acl_key bigint not null references audiences,
  person_id uuid not null references people,
  affiliation_id uuid references affiliations,
  purpose text not null,
  declined_at timestamptz,
  reason text,
  foreign key (acl_key, case_id) references audiences (acl_key, case_id)
);
create index membership_invitations_case on membership_invitations (case_id);
create index membership_invitations_person on membership_invitations (person_id);

-- Responsibility that is offered. The giver stays responsible until the offer is accepted; one open offer in a case.
create table handovers (
  id uuid primary key default uuidv7(),
  case_id uuid not null references cases,
  acl_key bigint not null references audiences,
  from_membership_id uuid not null references memberships,
  to_membership_id uuid not null references memberships,
  -- The receiver came into the team for this offer alone, and leaves it with the offer.
  brought_in boolean not null,
  giver_becomes text not null check (giver_becomes in ('team', 'leaves')),
  message text not null,
  offered_at timestamptz not null,
  closed_at timestamptz,
  outcome text check (outcome in ('accepted', 'declined', 'withdrawn', 'lapsed')),
  reason text,
  check ((closed_at is null) = (outcome is null)),
  foreign key (acl_key, case_id) references audiences (acl_key, case_id)
);
create unique index handovers_open on handovers (case_id) where closed_at is null;

-- Who is away, until when, and who stands in for them in their cases. Of no case itself.
create table absences (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people,
  affiliation_id uuid not null references affiliations,
  substitute_id uuid not null references people,
  substitute_affiliation_id uuid not null references affiliations,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  recorded_by uuid not null references affiliations,
  recorded_at timestamptz not null,
  -- Ended before its time.
  ended_at timestamptz,
  ended_by uuid references people,
  check (ends_at > starts_at),
  check (person_id <> substitute_id)
);
create index absences_affiliation on absences (affiliation_id);
create index absences_substitute on absences (substitute_id);
alter table memberships add column absence_id uuid references absences,
  add check ((absence_id is null) = (substitutes_for is null));
create index memberships_absence on memberships (absence_id) where absence_id is not null;

-- Words that come with a notice: a reason, a case's number.
alter table notices add column words text;
-- A signature says as whose substitute it was given.
alter table signatures add column substitute_of text;

-- Does the person of the transaction lead the work of that affiliation's agency?
create function access.leads(p_affiliation uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from affiliations a join affiliations l on l.agency_id = a.agency_id
    where a.id = p_affiliation and l.id = app.affiliation() and l.person_id = app.person() and l.profession in ('consultant-social-worker', 'coordinator')
      and tstzrange(l.starts_at, l.ends_at) @> app.now())
$$;

-- May the person of the transaction say that this affiliation's holder is away? The holder, and who leads their agency's work.
create function access.arranges(p_affiliation uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select access.leads(p_affiliation) or exists (
    select from affiliations a where a.id = p_affiliation and a.id = app.affiliation() and a.person_id = app.person()
      and tstzrange(a.starts_at, a.ends_at) @> app.now())
$$;

-- Is it an affiliation of the agency for which the person of the transaction acts? Who is away is no secret among colleagues.
create function access.of_own_agency(p_affiliation uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from affiliations a join affiliations o on o.agency_id = a.agency_id
    where a.id = p_affiliation and o.id = app.affiliation() and o.person_id = app.person() and tstzrange(o.starts_at, o.ends_at) @> app.now())
$$;

-- Does somebody of an agency whose work the person leads take part in the case? Whoever arranges an absence raises its stream.
create function access.arranges_case(p_case uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from affiliations l join affiliations a on a.agency_id = l.agency_id join memberships m on m.affiliation_id = a.id
    where l.id = app.affiliation() and l.person_id = app.person() and l.profession in ('consultant-social-worker', 'coordinator')
      and tstzrange(l.starts_at, l.ends_at) @> app.now() and m.case_id = p_case)
$$;

create policy with_absence on streams for select to rinki_app using (kind = 'case' and access.arranges_case(id));
create policy with_absence_raised on streams for update to rinki_app using (kind = 'case' and access.arranges_case(id));

do $$
declare t text;
begin
  foreach t in array array['membership_invitations', 'handovers'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy access_all on %I to rinki_access using (true) with check (true)', t);
    execute format($p$create policy readable on %1$I for select to rinki_app
      using (exists (select from acl_members m where m.acl_key = %1$I.acl_key and m.person_id = (select app.person()) and m.valid @> (select app.now())))$p$, t);
  end loop;
end $$;
create policy own on membership_invitations for select to rinki_app
  using (person_id = (select app.person()) and affiliation_id is not distinct from (select app.affiliation()));
create policy of_home on membership_invitations for insert to rinki_app with check (access.holds(case_id, 'home') and exists (
  select from memberships m where m.id = membership_id and m.case_id = membership_invitations.case_id
    and m.person_id = membership_invitations.person_id and m.affiliation_id is not distinct from membership_invitations.affiliation_id));
alter table absences enable row level security;
alter table absences force row level security;
create policy access_all on absences to rinki_access using (true) with check (true);
create policy concerned on absences for select to rinki_app
  using (access.of_own_agency(affiliation_id));
grant select, insert on membership_invitations to rinki_app;
grant select on handovers, absences to rinki_app;
grant select, insert, update on membership_invitations, handovers, absences to rinki_access;
grant select on teams, team_members to rinki_access;

-- A membership as it leaves the server, for those who may know of it though the person of the transaction may not.
create function access.member_row(p_membership uuid) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select to_jsonb(x) from (
    select m.id, m.case_id, m.acl_key, m.person_id, p.name, p.given_name, m.role, a.profession, a.agency_id, g.kind, g.name_fi, g.name_sv,
      m.starts_at, m.ends_at, m.accepted_at, m.substitutes_for
    from memberships m join people p on p.id = m.person_id left join affiliations a on a.id = m.affiliation_id left join agencies g on g.id = a.agency_id
    where m.id = p_membership) x
$$;

-- What these places and their substitutes' are now, and what this transaction ended with them: requests that waited, an
-- offer. For those who may know of each, though the person of the transaction may not any more.
create function access.told(p_memberships uuid[]) returns table (case_id uuid, acl_key bigint, kind text, row_data jsonb)
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
$$;

-- Drafts of somebody whose right has ended become private notes in their own agency. Returns the notes made. Whoever
-- holds another place in the case, as a substitute may, goes on with them there.
create or replace function access.rescue_drafts(p_membership uuid) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_count int;
  m memberships;
begin
  select * into m from memberships where id = p_membership;
  if exists (select from memberships o left join affiliations a on a.id = o.affiliation_id
    where o.case_id = m.case_id and o.person_id = m.person_id and o.affiliation_id is not distinct from m.affiliation_id and o.id <> m.id
      and tstzrange(o.starts_at, o.ends_at) @> app.now() and (a.id is null or tstzrange(a.starts_at, a.ends_at) @> app.now())) then
    return 0;
  end if;
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

-- Whoever opens a case has nothing to accept; whoever opens what they were sent a link to has accepted.
create function access.opened_is_accepted() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  new.accepted_at := coalesce(new.accepted_at, new.opened_at);
  return new;
end $$;
create trigger opened_is_accepted before insert or update of opened_at on memberships for each row execute function access.opened_is_accepted();

-- The substitute's place beside a membership, for what is left of the absence. Not derived yet.
create function access.add_substitute(a absences, m memberships) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_id uuid;
  v_from timestamptz := greatest(a.starts_at, m.starts_at, app.now());
  v_until timestamptz;
begin
  select least(a.ends_at, m.ends_at, f.ends_at) into v_until from affiliations f where f.id = a.substitute_affiliation_id;
  if v_until <= v_from then return null; end if;
  insert into memberships (case_id, acl_key, person_id, affiliation_id, role, starts_at, ends_at, invited_by, accepted_at, substitutes_for, absence_id)
  values (m.case_id, m.acl_key, a.substitute_id, a.substitute_affiliation_id, m.role, v_from, v_until, a.recorded_by, app.now(), m.id, a.id)
  returning id into v_id;
  return v_id;
end $$;

-- A case that comes to somebody who is away comes to their substitute too. An absence that is just being recorded is waited for.
create function access.cover_absence() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare a absences;
begin
  perform from affiliations f where f.id = new.affiliation_id for share;
  for a in select x.* from absences x
    where x.affiliation_id = new.affiliation_id and x.ended_at is null and x.ends_at > app.now() loop
    perform access.add_substitute(a, new);
  end loop;
  return null;
end $$;
create trigger cover_absence after insert on memberships
  for each row when (new.affiliation_id is not null and new.substitutes_for is null) execute function access.cover_absence();

-- A substitute's place has the role, the audience and the end of the one it stands for. An offer ends with its receiver's place.
create function access.places_follow() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare s memberships;
begin
  for s in
    update memberships x set role = new.role, acl_key = new.acl_key,
      ends_at = greatest(x.starts_at, least(a.ends_at, new.ends_at, f.ends_at))
    from absences a, affiliations f
    where x.substitutes_for = new.id and x.ends_at > app.now() and a.id = x.absence_id and f.id = x.affiliation_id
    returning x.* loop
    if s.ends_at <= app.now() then perform access.rescue_drafts(s.id); end if;
  end loop;
  update handovers h set closed_at = app.now(), outcome = 'lapsed'
  where h.to_membership_id = new.id and h.closed_at is null and new.ends_at <= app.now();
  return null;
end $$;
create trigger places_follow after update of role, ends_at, acl_key on memberships
  for each row when (new.substitutes_for is null) execute function access.places_follow();

create function access.accept_membership(p_membership uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update memberships set accepted_at = app.now()
  where id = p_membership and person_id = app.person() and affiliation_id is not distinct from app.affiliation()
    and accepted_at is null and tstzrange(starts_at, ends_at) @> app.now();
  if not found then raise exception 'nothing to accept' using errcode = '42501'; end if;
end $$;

-- Is there another responsible worker in their own right, who stays at least as long?
create function access.another_responsible(p_membership uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from memberships m join memberships o on o.case_id = m.case_id and o.person_id <> m.person_id join affiliations a on a.id = o.affiliation_id
    where m.id = p_membership and o.role = 'responsible' and o.substitutes_for is null and (o.ends_at is null or o.ends_at >= m.ends_at)
      and o.starts_at <= app.now() and tstzrange(a.starts_at, a.ends_at) @> app.now())
$$;

-- Declines what was asked: the membership ends, and the home team, and whoever invited, learn the reason. An offer of
-- responsibility that came with it is declined too.
create function access.decline_membership(p_membership uuid, p_reason text)
returns table (case_id uuid, acl_key bigint, kind text, row_data jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  m memberships;
begin
  select x.* into m from memberships x where x.id = p_membership and x.person_id = app.person()
    and x.affiliation_id is not distinct from app.affiliation() and x.accepted_at is null
    and x.substitutes_for is null and tstzrange(x.starts_at, x.ends_at) @> app.now() for update;
  if not found or (m.role = 'responsible' and not access.another_responsible(m.id)) then
    raise exception 'nothing to decline' using errcode = '42501';
  end if;
  update handovers h set closed_at = app.now(), outcome = 'declined', reason = p_reason where h.to_membership_id = m.id and h.closed_at is null;
  update memberships set ends_at = greatest(starts_at, app.now()), ended_by = app.person(), end_reason = p_reason where id = m.id;
  update membership_invitations set declined_at = app.now(), reason = p_reason where membership_id = m.id;
  insert into notices (person_id, kind, case_id, from_person_id, at, words)
  select a.person_id, 'invitation-declined', m.case_id, app.person(), app.now(), p_reason from affiliations a where a.id = m.invited_by;
  perform access.rescue_drafts(m.id);
  perform access.derive_case(m.case_id);
  return query select * from access.told(array[m.id]);
end $$;

-- Another end, or another role within the home team. A substitute's place follows the one it stands for.
create function access.change_membership(p_membership uuid, p_ends_at timestamptz, p_role text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  m memberships;
  v_until timestamptz;
begin
  select * into m from memberships where id = p_membership for update;
  perform access.require_member(m.case_id, true);
  if m.substitutes_for is not null or (m.ends_at is not null and m.ends_at <= app.now())
    or p_ends_at <= app.now()
    or (p_role <> m.role and not (array[p_role, m.role] <@ array['working-pair', 'team']))
    or (m.role = 'responsible' and p_ends_at is not null and not access.another_responsible(m.id)) then
    raise exception 'not a change that can be made' using errcode = '42501';
  end if;
  select a.ends_at into v_until from affiliations a where a.id = m.affiliation_id;
  update memberships set ends_at = least(p_ends_at, v_until), role = p_role where id = m.id;
  perform access.derive_case(m.case_id);
end $$;

-- Offers the own responsibility to a colleague who can bear it. One who is not in the team yet comes in with the offer.
create function access.offer_handover(p_case uuid, p_affiliation uuid, p_becomes text, p_message text) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_from memberships;
  v_to uuid;
  v_role text;
  v_person uuid;
  v_home uuid;
  v_until timestamptz;
  v_brought boolean := false;
  v_id uuid := uuidv7();
begin
  select m.* into v_from from memberships m join affiliations a on a.id = m.affiliation_id
  where m.case_id = p_case and m.person_id = app.person() and m.affiliation_id = app.affiliation()
    and m.role = 'responsible' and m.substitutes_for is null
    and tstzrange(m.starts_at, m.ends_at) @> app.now() and tstzrange(a.starts_at, a.ends_at) @> app.now();
  if not found then raise exception 'not the responsible worker' using errcode = '42501'; end if;
  select owner_agency_id into v_home from cases where id = p_case;
  select a.person_id, a.ends_at into v_person, v_until from affiliations a join people p on p.id = a.person_id
  where a.id = p_affiliation and a.agency_id = v_home and a.person_id <> app.person()
    and a.profession in ('social-worker', 'consultant-social-worker')
    and tstzrange(a.starts_at, a.ends_at) @> app.now() and (p.ended_at is null or p.ended_at > app.now()) for share of a;
  if not found then raise exception 'not a colleague who can be responsible' using errcode = '42501'; end if;
  select m.id, m.role into v_to, v_role from memberships m
  where m.case_id = p_case and m.affiliation_id = p_affiliation and m.substitutes_for is null and tstzrange(m.starts_at, m.ends_at) @> app.now();
  if v_role = 'responsible' then raise exception 'responsible already' using errcode = '42501'; end if;
  if v_to is null then
    v_brought := true;
    insert into memberships (case_id, acl_key, person_id, affiliation_id, role, starts_at, ends_at, invited_by)
    values (p_case, access.audience_key(p_case, v_home, 'coordination', 'agencies', '{}', 'none', '{}', '{}', true),
      v_person, p_affiliation, 'team', app.now(), v_until, v_from.affiliation_id) returning id into v_to;
  elsif v_role = 'visiting' then
    update memberships set role = 'team' where id = v_to;
  end if;
  insert into handovers (id, case_id, acl_key, from_membership_id, to_membership_id, brought_in, giver_becomes, message, offered_at)
  values (v_id, p_case, access.audience_key(p_case, v_home, 'coordination', 'team', '{}', 'none', '{}', '{}'), v_from.id, v_to, v_brought,
    p_becomes, p_message, app.now());
  perform access.derive_case(p_case);
  return v_id;
end $$;

create function access.accept_handover(p_handover uuid) returns table (case_id uuid, acl_key bigint, kind text, row_data jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  h handovers;
  v_from memberships;
begin
  select x.* into h from handovers x join memberships m on m.id = x.to_membership_id join affiliations a on a.id = m.affiliation_id
  where x.id = p_handover and x.closed_at is null and m.person_id = app.person() and m.affiliation_id = app.affiliation()
    and tstzrange(m.starts_at, m.ends_at) @> app.now() and tstzrange(a.starts_at, a.ends_at) @> app.now() for update of x;
  if not found then raise exception 'not offered to this person' using errcode = '42501'; end if;
  select x.* into v_from from memberships x where x.id = h.from_membership_id;
  update handovers set closed_at = app.now(), outcome = 'accepted' where id = h.id;
  -- As widely known as whoever was responsible before, and without an end of its own.
  update memberships m set role = 'responsible', acl_key = v_from.acl_key, accepted_at = coalesce(m.accepted_at, app.now()),
    ends_at = (select a.ends_at from affiliations a where a.id = m.affiliation_id)
  where m.id = h.to_membership_id;
  if v_from.ends_at is null or v_from.ends_at > app.now() then
    if h.giver_becomes = 'team' then
      update memberships set role = 'team' where id = v_from.id;
    else
      update memberships set ends_at = greatest(starts_at, app.now()), ended_by = app.person(), end_reason = 'handed-over' where id = v_from.id;
      perform access.rescue_drafts(v_from.id);
    end if;
  end if;
  insert into notices (person_id, kind, case_id, from_person_id, at, words)
  select v_from.person_id, 'handover-accepted', h.case_id, app.person(), app.now(), c.number from cases c where c.id = h.case_id;
  perform access.derive_case(h.case_id);
  return query select * from access.told(array[h.from_membership_id, h.to_membership_id]);
end $$;

-- The receiver declines, or the giver (or another responsible worker) takes the offer back.
create function access.close_handover(p_handover uuid, p_outcome text, p_reason text)
returns table (case_id uuid, acl_key bigint, kind text, row_data jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  h handovers;
  v_to memberships;
  v_giver uuid;
begin
  select * into h from handovers where id = p_handover and closed_at is null for update;
  select * into v_to from memberships where id = h.to_membership_id;
  select person_id into v_giver from memberships where id = h.from_membership_id;
  if h.id is null or (case p_outcome
    when 'declined' then v_to.person_id = app.person() and v_to.affiliation_id = app.affiliation() and access.holds(h.case_id, 'home')
    when 'withdrawn' then access.holds(h.case_id, 'responsible')
    else false end) is not true then
    raise exception 'not an offer that this person closes' using errcode = '42501';
  end if;
  update handovers set closed_at = app.now(), outcome = p_outcome, reason = p_reason where id = h.id;
  if p_outcome = 'declined' then
    insert into notices (person_id, kind, case_id, from_person_id, at, words)
    values (v_giver, 'handover-declined', h.case_id, app.person(), app.now(), p_reason);
  end if;
  if h.brought_in then
    update memberships set ends_at = greatest(starts_at, app.now()), ended_by = app.person(), end_reason = p_outcome
    where id = h.to_membership_id and (ends_at is null or ends_at > app.now());
    perform access.rescue_drafts(h.to_membership_id);
  end if;
  perform access.derive_case(h.case_id);
  return query select * from access.told(array[h.to_membership_id]);
end $$;

-- The cases in which an affiliation's holder takes part in their own right: whoever arranges an absence raises their streams.
create function access.cases_to_cover(p_affiliation uuid) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not access.arranges(p_affiliation) then raise exception 'not to be arranged' using errcode = '42501'; end if;
  return query select distinct m.case_id from memberships m join cases c on c.id = m.case_id
    where m.affiliation_id = p_affiliation and m.substitutes_for is null
      and ((c.closed_at is null and (m.ends_at is null or m.ends_at > app.now()))
        or exists (select from memberships s where s.substitutes_for = m.id and s.ends_at > app.now())) order by 1;
end $$;

-- Records an absence; returns it and the places that its substitute got.
create function access.record_absence(p_affiliation uuid, p_substitute uuid, p_starts_at timestamptz, p_ends_at timestamptz)
returns table (absence uuid, place jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  a absences;
  m memberships;
  v_from affiliations;
  v_to affiliations;
  v_place uuid;
begin
  -- What comes to the absent one at this moment comes before this, or finds the absence.
  perform from affiliations f where f.id in (p_affiliation, p_substitute) order by f.id for no key update;
  if not access.arranges(p_affiliation) then raise exception 'not to be arranged' using errcode = '42501'; end if;
  select * into v_from from affiliations f where f.id = p_affiliation and tstzrange(f.starts_at, f.ends_at) @> app.now();
  select f.* into v_to from affiliations f join people p on p.id = f.person_id
  where f.id = p_substitute and tstzrange(f.starts_at, f.ends_at) @> app.now() and (p.ended_at is null or p.ended_at > app.now())
    and f.profession not in ('administrator', 'data-protection-officer', 'regional-developer');
  if v_from.id is null or v_to.id is null or v_from.agency_id <> v_to.agency_id or v_from.person_id = v_to.person_id
    or p_ends_at <= app.now() then
    raise exception 'not a substitute of the same agency' using errcode = '42501';
  end if;
  if exists (select from absences x where x.affiliation_id in (p_affiliation, p_substitute) and x.ended_at is null
    and x.starts_at < p_ends_at and x.ends_at > greatest(p_starts_at, app.now())) then
    raise exception 'away already' using errcode = '42501';
  end if;
  insert into absences (person_id, affiliation_id, substitute_id, substitute_affiliation_id, starts_at, ends_at, recorded_by, recorded_at)
  values (v_from.person_id, v_from.id, v_to.person_id, v_to.id, greatest(p_starts_at, app.now()), p_ends_at,
    app.affiliation(), app.now())
  returning * into a;
  absence := a.id;
  place := null;
  return next;
  for m in select x.* from memberships x join cases c on c.id = x.case_id
    where x.affiliation_id = p_affiliation and x.substitutes_for is null and (x.ends_at is null or x.ends_at > app.now())
      and c.closed_at is null order by x.case_id, x.id loop
    v_place := access.add_substitute(a, m);
    continue when v_place is null;
    perform access.derive_case(m.case_id);
    place := access.member_row(v_place);
    return next;
  end loop;
end $$;

-- Ends it at once, or calls it off before it has begun. Returns the places that ended with it.
create function access.end_absence(p_absence uuid) returns table (case_id uuid, acl_key bigint, kind text, row_data jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  a absences;
  m memberships;
  v_ended uuid[] := '{}';
begin
  select x.* into a from absences x where x.id = p_absence and x.ended_at is null and x.ends_at > app.now() for update;
  if not found or not access.arranges(a.affiliation_id) then raise exception 'not to be ended' using errcode = '42501'; end if;
  update absences set ended_at = app.now(), ended_by = app.person() where id = a.id;
  for m in update memberships x set starts_at = least(x.starts_at, app.now()), ends_at = app.now()
    where x.absence_id = a.id and x.ends_at > app.now() returning x.* loop
    perform access.rescue_drafts(m.id);
    perform access.derive_case(m.case_id);
    v_ended := v_ended || m.id;
  end loop;
  return query select * from access.told(v_ended);
end $$;

-- How many children a worker of the own agency is responsible for: two numbers and nothing else.
create function access.load_of(p_affiliation uuid) returns table (children int, as_substitute int)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not access.of_own_agency(p_affiliation) then raise exception 'not of the own agency' using errcode = '42501'; end if;
  return query select count(distinct m.case_id) filter (where m.substitutes_for is null)::int,
      count(distinct m.case_id) filter (where m.substitutes_for is not null)::int
    from memberships m join cases c on c.id = m.case_id
    where m.affiliation_id = p_affiliation and m.role = 'responsible' and tstzrange(m.starts_at, m.ends_at) @> app.now()
      and (c.closed_at is null or c.closed_at > app.now());
end $$;

-- The loads of those whose team the person leads as its consultant social worker; without teams, of the agency's.
create function access.team_loads() returns table (affiliation_id uuid, name text, children int, as_substitute int)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
  with lead as (select a.id, a.agency_id from affiliations a
      where a.id = app.affiliation() and a.person_id = app.person() and a.profession = 'consultant-social-worker' and tstzrange(a.starts_at, a.ends_at) @> app.now()),
    own as (select t.team_id from team_members t join lead on lead.id = t.affiliation_id where tstzrange(t.starts_at, t.ends_at) @> app.now())
  select a.id, p.name, l.children, l.as_substitute
  from lead join affiliations a on a.agency_id = lead.agency_id join people p on p.id = a.person_id, lateral access.load_of(a.id) l
  where a.profession in ('social-worker', 'consultant-social-worker') and tstzrange(a.starts_at, a.ends_at) @> app.now()
    and (not exists (select from own) or exists (select from team_members t
      where t.affiliation_id = a.id and t.team_id in (select own.team_id from own) and tstzrange(t.starts_at, t.ends_at) @> app.now()));
end $$;

-- The end of affiliations takes the substitutes for them with it, the absences, and what was offered to them.
create or replace function access.end_affiliations(p_affiliations uuid[])
returns table (case_id uuid, acl_key bigint, kind text, row_data jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_ended uuid[];
begin
  perform access.require_administrator();
  perform from affiliations a where a.id = any (p_affiliations) order by a.id for update; -- an invitation under way ends first
  select coalesce(array_agg(m.id), '{}') into v_ended from memberships m
    where (m.affiliation_id = any (p_affiliations) or m.substitutes_for in (select x.id from memberships x where x.affiliation_id = any (p_affiliations)))
      and (m.ends_at is null or m.ends_at > app.now());
  update memberships m set starts_at = case when m.substitutes_for is null then m.starts_at else least(m.starts_at, app.now()) end,
      ends_at = greatest(case when m.substitutes_for is null then m.starts_at end, app.now()), ended_by = app.person(), end_reason = 'affiliation-ended'
    where m.id = any (v_ended);
  update absences x set ended_at = app.now(), ended_by = app.person()
    where (x.affiliation_id = any (p_affiliations) or x.substitute_affiliation_id = any (p_affiliations)) and x.ended_at is null and x.ends_at > app.now();
  perform access.rescue_drafts(x) from unnest(v_ended) x;
  -- The trigger on affiliations derives every case of theirs anew; those of a substitute come to the same cases.
  update affiliations a set ends_at = greatest(a.starts_at, app.now())
    where a.id = any (p_affiliations) and (a.ends_at is null or a.ends_at > app.now());
  return query select * from access.told(v_ended);
end $$;

do $$
declare f text;
begin
  foreach f in array array['leads', 'of_own_agency', 'arranges', 'arranges_case', 'member_row', 'told', 'opened_is_accepted', 'add_substitute', 'cover_absence', 'places_follow',
    'accept_membership', 'another_responsible', 'decline_membership', 'change_membership', 'offer_handover', 'accept_handover', 'close_handover',
    'cases_to_cover', 'record_absence', 'end_absence', 'load_of', 'team_loads'] loop
    execute format('alter function access.%I owner to rinki_access', f);
    execute format('revoke all on function access.%I from public', f);
  end loop;
end $$;
grant execute on function access.of_own_agency, access.arranges_case, access.accept_membership, access.decline_membership, access.change_membership,
  access.offer_handover, access.accept_handover, access.close_handover, access.cases_to_cover, access.record_absence, access.end_absence,
  access.load_of, access.team_loads to rinki_app;
revoke create on schema access from rinki_access;
