-- The reviewed doors through which who-may-see-what changes. Each asks, for itself, whether the person of the
-- transaction may open it (ring 2), and derives the case anew. The server's rules (ring 1) stand before them.
create function access.require_member(p_case uuid, p_home boolean) returns void
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (
    select from memberships m join affiliations a on a.id = m.affiliation_id join cases c on c.id = m.case_id
    where m.case_id = p_case and m.person_id = app.person()
      and tstzrange(m.starts_at, m.ends_at) @> app.now() and tstzrange(a.starts_at, a.ends_at) @> app.now()
      and (not p_home or (a.agency_id = c.owner_agency_id and m.role in ('responsible', 'working-pair', 'team'))))
  then
    raise exception 'not a member who may do this' using errcode = '42501';
  end if;
end $$;

create function access.add_member(p_case uuid, p_person uuid, p_affiliation uuid, p_role text, p_ends_at timestamptz, p_invited_by uuid,
  p_class text, p_scope text, p_agencies uuid[], p_family_scope text, p_family uuid[]) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_id uuid := uuidv7();
  v_home uuid;
  v_owner uuid;
  v_until timestamptz;
begin
  perform access.require_member(p_case, true);
  perform from affiliations where id = p_invited_by and person_id = app.person();
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

-- Family members with a sign-in whom a relation of the case names: nobody's else, and none by likeness of names.
create function access.family_of_case(p_case uuid) returns table (person_id uuid, name text, given_name text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform access.require_member(p_case, true);
  return query select distinct p.id, p.name, p.given_name from people p
    where p.family and (p.ended_at is null or p.ended_at > app.now())
      and (exists (select from relations r where r.case_id = p_case and r.person_id = p.id)
        or exists (select from memberships m where m.case_id = p_case and m.person_id = p.id));
end $$;

-- Opens the case of a new child with its responsible worker. Only from an own, valid affiliation in child protection.
create function access.open_case(p_affiliation uuid, p_number text, p_name text, p_given_name text, p_birth_date date,
  p_languages text[], p_interpreter text) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_case uuid := uuidv7();
  v_agency uuid;
begin
  select a.agency_id into v_agency from affiliations a join agencies g on g.id = a.agency_id
  where a.id = p_affiliation and a.person_id = app.person() and g.kind = 'child-protection'
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
-- A key for the moment between inserting a case and knowing its own: holds nobody.
insert into audiences (data_class, scope, family_scope) values ('coordination', 'private', 'none');

-- A ground opens the entries of the agency it goes from: only that agency records it, or the team of the one whose case
-- it is. A prohibition is recorded by whoever hears it. The answer is the row itself: a recorder may lose sight of it by it.
create function access.record_ground(p_case uuid, p_recorded_by uuid, p_kind text, p_effect text, p_beats boolean, p_statute text,
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
  perform from affiliations where id = p_recorded_by and person_id = app.person() and agency_id = any (v_acting);
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

create function access.withdraw_ground(p_ground uuid) returns grounds
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_row grounds;
  v_allowed uuid[];
begin
  select g.* into v_row from grounds g where g.id = p_ground;
  perform access.require_member(v_row.case_id, false);
  select array[c.owner_agency_id, v_row.from_agency_id, a.agency_id] into v_allowed
  from cases c, affiliations a where c.id = v_row.case_id and a.id = v_row.recorded_by;
  -- The end of a prohibition opens, so it needs who may open; that somebody recorded it gives no leave for that.
  if not access.holds(v_row.case_id, 'home') and (case v_row.effect
    when 'prohibit' then v_row.from_agency_id = any (access.acting_agencies(v_row.case_id))
    else access.acting_agencies(v_row.case_id) && v_allowed end) is not true
  then
    raise exception 'not an agency that may withdraw this ground' using errcode = '42501';
  end if;
  update grounds set valid = tstzrange(lower(valid), greatest(lower(valid), least(upper(valid), app.now()))), withdrawn_at = app.now(), withdrawn_by = app.person()
  where id = p_ground and withdrawn_at is null returning * into v_row;
  if not found then raise exception 'withdrawn already' using errcode = '42501'; end if;
  perform access.derive_case(v_row.case_id);
  return v_row;
end $$;

-- Drafts of somebody whose right has ended become private notes in their own agency. Returns the notes made.
create function access.rescue_drafts(p_membership uuid) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_count int;
  m memberships;
begin
  select * into m from memberships where id = p_membership;
  update contributions c set status = 'withdrawn', entry_id = null, version = version + 1
  where c.case_id = m.case_id and c.contributor_ids = array[m.person_id] and c.status = 'asked';
  update entries e set case_id = null, assessment_id = null, kind = 'private-note', parent_id = null,
    about = (select number from cases where id = m.case_id),
    acl_key = access.audience_key(null, e.owner_agency_id, e.data_class, 'private', '{}', 'none', '{}', e.author_ids)
  where e.case_id = m.case_id and e.state = 'draft' and e.author_ids = array[m.person_id] and e.kind <> 'form';
  get diagnostics v_count = row_count;
  update entry_alternatives x set acl_key = e.acl_key from entries e
  where e.id = x.entry_id and e.kind = 'private-note' and e.author_ids = array[m.person_id] and x.acl_key <> e.acl_key;
  update entry_history x set acl_key = e.acl_key from entries e
  where e.id = x.entry_id and e.kind = 'private-note' and e.author_ids = array[m.person_id] and x.acl_key <> e.acl_key;
  return v_count;
end $$;

create function access.end_membership(p_membership uuid, p_reason text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_case uuid;
begin
  select case_id into v_case from memberships where id = p_membership;
  if not exists (select from memberships where id = p_membership and person_id = app.person()) then
    perform access.require_member(v_case, true);
  end if;
  update memberships set ends_at = greatest(starts_at, app.now()), ended_by = app.person(), end_reason = p_reason
  where id = p_membership and (ends_at is null or ends_at > app.now());
  perform access.rescue_drafts(p_membership);
  perform access.derive_case(v_case);
end $$;

-- The administration ends affiliations in cases that it does not see. First the cases concerned (ids, for their streams'
-- epochs), then the end itself. What changed is given back for those who may know of it, never to the administrator.
create function access.require_administrator() returns void
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from affiliations a where a.person_id = app.person() and a.profession = 'administrator'
    and tstzrange(a.starts_at, a.ends_at) @> app.now()) then
    raise exception 'not an administrator' using errcode = '42501';
  end if;
end $$;

create function access.cases_of_affiliations(p_affiliations uuid[]) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform access.require_administrator();
  return query select distinct m.case_id from memberships m
    where m.affiliation_id = any (p_affiliations) and (m.ends_at is null or m.ends_at > app.now()) order by 1;
end $$;

create function access.end_affiliations(p_affiliations uuid[])
returns table (case_id uuid, acl_key bigint, kind text, row_data jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_ended uuid[];
  v_asked uuid[];
begin
  perform access.require_administrator();
  perform from affiliations a where a.id = any (p_affiliations) order by a.id for update; -- an invitation under way ends first
  select coalesce(array_agg(m.id), '{}') into v_ended from memberships m
    where m.affiliation_id = any (p_affiliations) and (m.ends_at is null or m.ends_at > app.now());
  select coalesce(array_agg(c.id), '{}') into v_asked from contributions c
    where c.affiliation_id = any (p_affiliations) and c.status = 'asked' and cardinality(c.contributor_ids) = 1;
  update memberships m set ends_at = greatest(m.starts_at, app.now()), ended_by = app.person(), end_reason = 'affiliation-ended'
    where m.id = any (v_ended);
  perform access.rescue_drafts(x) from unnest(v_ended) x;
  -- The trigger on affiliations derives every case of theirs anew.
  update affiliations a set ends_at = greatest(a.starts_at, app.now())
    where a.id = any (p_affiliations) and (a.ends_at is null or a.ends_at > app.now());
  return query
    select m.case_id, m.acl_key, 'member', to_jsonb(x) from memberships m, lateral (
      select m.id, m.person_id, p.name, p.given_name, m.role, a.profession, a.agency_id, g.kind, g.name_fi, g.name_sv, m.starts_at, m.ends_at
      from people p, affiliations a join agencies g on g.id = a.agency_id where p.id = m.person_id and a.id = m.affiliation_id) x
    where m.id = any (v_ended)
    union all
    select c.case_id, c.acl_key, 'contribution', to_jsonb(c) || jsonb_build_object('agency_id', a.agency_id)
    from contributions c join affiliations a on a.id = c.affiliation_id where c.id = any (v_asked) and c.status = 'withdrawn';
end $$;

-- Text that arrives after its writer's right has ended: kept as a private note of the writer, told to nobody else; what
-- a second device wrote on the same field is kept beside it. Null when the person is not its author or may still write there.
create function access.rescue_text(p_entry uuid, p_field text, p_text text, p_device text) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  e entries;
  n entries;
  v_old jsonb;
begin
  -- Locked, so that two devices find the same note.
  select * into e from entries where id = p_entry and app.person() = any (author_ids) for update;
  -- Who reads the text, but no longer its case, cannot write there either.
  if not found or (access.has_key(e.acl_key)
    and (e.case_id is null or access.has_key((select acl_key from cases where id = e.case_id)))) then
    return null;
  end if;
  select * into n from entries
  where kind = 'private-note' and parent_id = p_entry and author_ids = array[app.person()];
  if not found then
    insert into entries (id, acl_key, owner_agency_id, data_class, kind, author_ids, affiliation_id, parent_id, about, created_at, updated_at)
    values (uuidv7(), access.audience_key(null, e.owner_agency_id, e.data_class, 'private', '{}', 'none', '{}', array[app.person()]),
      e.owner_agency_id, e.data_class, 'private-note', array[app.person()], e.affiliation_id, p_entry,
      (select number from cases where id = e.case_id), app.now(), app.now())
    returning * into n;
  end if;
  v_old := n.fields -> p_field;
  if v_old ->> 'text' <> p_text and v_old ->> 'text' <> '' and v_old ->> 'device' is distinct from p_device then
    insert into entry_alternatives (entry_id, acl_key, field, device, body, created_at, updated_at)
    values (n.id, n.acl_key, p_field, p_device, p_text, app.now(), app.now())
    on conflict (entry_id, field, device) do update set body = excluded.body, updated_at = excluded.updated_at;
  else
    update entries set updated_at = app.now(), fields = fields || jsonb_build_object(p_field, jsonb_build_object(
      'text', p_text, 'rev', coalesce((v_old ->> 'rev')::int, 0) + 1,
      'at', to_char(app.now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'device', p_device))
    where id = n.id;
  end if;
  return n.id;
end $$;

-- The shared entries of an assessment become immutable, as far as the responsible worker who signs may read them.
create function access.freeze_entries(p_assessment uuid) returns setof uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_case uuid;
begin
  select case_id into v_case from assessments where id = p_assessment;
  if not access.holds(v_case, 'responsible') then raise exception 'not the responsible worker' using errcode = '42501'; end if;
  return query update entries e set state = 'frozen', version = e.version + 1
  where e.assessment_id = p_assessment and e.case_id = v_case and e.state = 'shared'
    and exists (select from acl_members m where m.acl_key = e.acl_key and m.person_id = app.person() and m.valid @> app.now())
  returning e.id;
end $$;

-- For a correction, with its reason: the texts can be written again. The signed version stays as it is.
create function access.thaw_entries(p_assessment uuid) returns setof uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_case uuid;
begin
  select case_id into v_case from assessments where id = p_assessment;
  if not access.holds(v_case, 'responsible') then raise exception 'not the responsible worker' using errcode = '42501'; end if;
  return query update entries e set state = 'shared', version = e.version + 1
  where e.assessment_id = p_assessment and e.case_id = v_case and e.state = 'frozen'
    and exists (select from acl_members m where m.acl_key = e.acl_key and m.person_id = app.person() and m.valid @> app.now())
  returning e.id;
end $$;

-- What has left an audience leaves the buffer of events too: whoever was away when it went and comes back later does not
-- get it from there. An object, or the whereabouts, for null; only events about what stands under that key no more.
create function access.retract_events(p_case uuid, p_key bigint, p_object uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not access.took_part(p_case)
    or exists (select from entries where id = p_object and acl_key = p_key)
    or exists (select from whereabouts where p_object is null and case_id = p_case and acl_key = p_key) then
    raise exception 'not to be retracted' using errcode = '42501';
  end if;
  -- The key that nobody holds; numbers stay without a gap.
  update events set acl_key = 1, payload = '{"kind": "snapshot.stale"}', kind = 'snapshot.stale'
  where stream_id = p_case and acl_key = p_key and case when p_object is null then kind = 'whereabouts.changed'
    else payload -> 'entry' ->> 'id' = p_object::text or payload ->> 'entryId' = p_object::text end;
end $$;

-- Rows of the disclosure log for everything of the case that has become readable to another agency, or to a member of
-- the family, and is not there yet. Called by every command that shares, invites or records a ground.
create function access.log_disclosures(p_case uuid, p_affiliation uuid) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_count int;
begin
  if not access.holds(p_case, 'member') or (p_affiliation is not null
    and not exists (select from affiliations where id = p_affiliation and person_id = app.person())) then
    raise exception 'not a member who discloses' using errcode = '42501';
  end if;
  with readers as (
    select distinct k.acl_key, a.agency_id, case when m.affiliation_id is null then m.person_id end as family_id
    from audiences d join acl_members k on k.acl_key = d.acl_key and k.valid @> app.now()
    join memberships m on m.case_id = d.case_id and m.person_id = k.person_id and tstzrange(m.starts_at, m.ends_at) @> app.now()
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
create function access.notice_likely_duplicates(p_case uuid) returns setof uuid
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform from cases c join affiliations a on a.id = c.opened_by
  where c.id = p_case and c.opened_at = app.now() and a.person_id = app.person();
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

grant update (ends_at) on affiliations to rinki_access;

do $$
declare f text;
begin
  foreach f in array array['require_member', 'add_member', 'family_of_case', 'open_case', 'record_ground', 'withdraw_ground', 'rescue_drafts',
    'end_membership', 'require_administrator', 'cases_of_affiliations', 'end_affiliations', 'rescue_text', 'freeze_entries', 'thaw_entries', 'retract_events', 'log_disclosures', 'notice_likely_duplicates'] loop
    execute format('alter function access.%I owner to rinki_access', f);
    execute format('revoke all on function access.%I from public', f);
  end loop;
end $$;
grant execute on function access.cases_of_affiliations, access.end_affiliations, access.add_member, access.family_of_case, access.open_case, access.record_ground, access.withdraw_ground, access.end_membership,
  access.rescue_text, access.freeze_entries, access.thaw_entries, access.retract_events, access.log_disclosures, access.notice_likely_duplicates to rinki_app;
revoke create on schema access from rinki_access;
