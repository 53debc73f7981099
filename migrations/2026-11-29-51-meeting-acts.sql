-- The doors of meetings. Each holds the meeting, asks for itself who comes and from which state, and writes the history.
grant create on schema access to rinki_access;

create function access.note_move(p_meeting uuid, p_item uuid, p_act text, p_phase int) returns void
language sql set search_path = public, pg_temp as $$
  insert into meeting_moves (meeting_id, item_id, act, phase, by_affiliation_id, at) values (p_meeting, p_item, p_act, p_phase, app.affiliation(), app.now())
$$;

create function access.hold_meeting(p_meeting uuid) returns meetings
language plpgsql security definer set search_path = public, pg_temp as $$
declare t meetings;
begin
  select * into t from meetings x where x.id = p_meeting for update;
  if not found or access.meeting_part(p_meeting) is distinct from 'team' then raise exception 'no such meeting' using errcode = '42501'; end if;
  return t;
end $$;

-- A meeting of the own team, or of a case in whose home team one is. An occasion of a series is one meeting.
create function access.convene_meeting(p_team uuid, p_case uuid, p_kind text, p_series uuid, p_planned_on date,
  p_starts timestamptz, p_ends timestamptz, p_place text, p_link text) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_agency uuid;
  v_template uuid;
  v_id uuid;
begin
  if (p_team is null) = (p_case is null) or not access.acts() then raise exception 'neither of a team nor of a case' using errcode = '42501'; end if;
  if p_team is not null then
    if not access.in_team(p_team) then raise exception 'not in the team' using errcode = '42501'; end if;
    select t.agency_id into v_agency from teams t where t.id = p_team;
  else
    if not access.holds(p_case, 'home') then raise exception 'not in the home team' using errcode = '42501'; end if;
    select c.owner_agency_id into v_agency from cases c where c.id = p_case and c.closed_at is null;
    if not found then raise exception 'the case is closed' using errcode = '42501'; end if;
  end if;
  if p_series is not null and not exists (select from meeting_series s where s.id = p_series and s.team_id = p_team) then
    raise exception 'a series of another team' using errcode = '42501';
  end if;
  select m.id into v_template from meeting_templates m where m.kind = p_kind and (m.team_id is null or m.team_id = p_team)
  order by m.team_id nulls last, m.version desc limit 1;
  insert into meetings (agency_id, team_id, case_id, kind, series_id, planned_on, starts_at, ends_at, place, link, template_id, convened_by, convened_at)
  values (v_agency, p_team, p_case, p_kind, p_series, p_planned_on, p_starts, p_ends, p_place, p_link, v_template, app.affiliation(), app.now())
  on conflict (series_id, planned_on) do nothing returning id into v_id;
  if v_id is null then select m.id into v_id from meetings m where m.series_id = p_series and m.planned_on = p_planned_on;
  else perform access.note_move(v_id, null, 'convene', null); end if;
  return v_id;
end $$;

-- The series is over: of what is still planned in it, meetings without a case on their agenda are cancelled. Returns those.
create function access.end_series(p_series uuid) returns setof uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare s meeting_series;
begin
  select * into s from meeting_series x where x.id = p_series and x.ended_at is null for update;
  if not found or not access.in_team(s.team_id) then raise exception 'no such series' using errcode = '42501'; end if;
  update meeting_series set ended_at = app.now() where id = s.id;
  return query
    update meetings m set state = 'cancelled', version = version + 1
    where m.series_id = s.id and m.state = 'planned' and m.starts_at > app.now()
      and not exists (select from agenda_items i where i.meeting_id = m.id and i.state <> 'withdrawn')
    returning m.id;
end $$;

create function access.change_meeting(p_meeting uuid, p_version int, p_starts timestamptz, p_ends timestamptz, p_place text, p_link text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare t meetings;
begin
  t := access.hold_meeting(p_meeting);
  if t.state <> 'planned' or t.version <> p_version then raise exception 'not as it was' using errcode = '42501'; end if;
  update meetings set starts_at = p_starts, ends_at = p_ends, place = p_place, link = p_link, version = version + 1 where id = t.id;
  update agenda_visits v set from_at = v.from_at + (p_starts - t.starts_at), until_at = v.until_at + (p_starts - t.starts_at), calendar_sequence = calendar_sequence + 1, changed_at = app.now()
  where v.meeting_id = t.id and v.withdrawn_at is null;
  perform access.note_move(t.id, null, 'change', null);
  return t.version + 1;
end $$;

-- A case whose home team one is in, presented by somebody of it. What was withdrawn before is begun anew.
create function access.put_on_agenda(p_meeting uuid, p_case uuid, p_minutes int, p_presenter uuid, p_stance text, p_note text) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  t meetings;
  v_home uuid;
  v_id uuid;
begin
  if not access.holds(p_case, 'home') then raise exception 'not in the home team' using errcode = '42501'; end if;
  t := access.hold_meeting(p_meeting);
  select c.owner_agency_id into v_home from cases c where c.id = p_case and c.closed_at is null;
  if not found or t.agency_id <> v_home or (t.case_id is not null and t.case_id <> p_case) or t.state not in ('planned', 'open') then
    raise exception 'not for this meeting' using errcode = '42501';
  end if;
  if not exists (select from memberships m join affiliations a on a.id = m.affiliation_id and a.agency_id = v_home
      where m.case_id = p_case and m.affiliation_id = p_presenter and m.role in ('responsible', 'working-pair', 'team')
        and tstzrange(m.starts_at, m.ends_at) @> app.now() and tstzrange(a.starts_at, a.ends_at) @> app.now()) then
    raise exception 'nobody to present it' using errcode = '42501';
  end if;
  insert into agenda_items (meeting_id, case_id, acl_key, place, minutes, proposed_by, proposed_at, presenter_affiliation_id, family_stance, family_note)
  values (t.id, p_case, access.audience_key(p_case, v_home, 'coordination', 'team', '{}', 'none', '{}', '{}'),
    (select coalesce(max(i.place), 0) + 1 from agenda_items i where i.meeting_id = t.id), p_minutes, app.affiliation(), app.now(), p_presenter, p_stance, p_note)
  returning id into v_id;
  perform access.note_move(t.id, v_id, 'put-on-agenda', null);
  return v_id;
end $$;

-- What is said of an item before it is taken up, by the home team of its case.
create function access.change_item(p_item uuid, p_version int, p_presenter uuid, p_stance text, p_note text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  i agenda_items;
  v_version int;
begin
  select * into i from agenda_items x where x.id = p_item for update;
  if not found or not access.holds(i.case_id, 'home') or i.state not in ('planned', 'current') or i.version <> p_version then
    raise exception 'not as it was' using errcode = '42501';
  end if;
  if not exists (select from memberships m join affiliations a on a.id = m.affiliation_id join cases c on c.id = m.case_id and c.owner_agency_id = a.agency_id
      where m.case_id = i.case_id and m.affiliation_id = p_presenter and m.role in ('responsible', 'working-pair', 'team')
        and tstzrange(m.starts_at, m.ends_at) @> app.now() and tstzrange(a.starts_at, a.ends_at) @> app.now()) then
    raise exception 'nobody to present it' using errcode = '42501';
  end if;
  update agenda_items set presenter_affiliation_id = p_presenter, family_stance = p_stance, family_note = p_note, version = version + 1
  where id = i.id returning version into v_version;
  return v_version;
end $$;

-- The order and the minutes of what is still to come, all of it named once: by whoever is of the meeting's team, also of items that
-- they may not read.
create function access.order_agenda(p_meeting uuid, p_items uuid[], p_minutes int[]) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare t meetings;
begin
  t := access.hold_meeting(p_meeting);
  if t.state not in ('planned', 'open')
    or array(select i.id from agenda_items i where i.meeting_id = t.id and i.state = 'planned' order by i.id)
      is distinct from array(select distinct x from unnest(p_items) x order by x)
    or cardinality(p_items) is distinct from cardinality(p_minutes) then
    raise exception 'not as it was' using errcode = '42501';
  end if;
  update agenda_items i set place = b.last + o.n, minutes = o.minutes
  from unnest(p_items, p_minutes) with ordinality o (id, minutes, n),
    (select coalesce(max(x.place), 0) as last from agenda_items x where x.meeting_id = t.id and x.state <> 'planned') b
  where i.id = o.id;
  perform access.note_move(t.id, null, 'order', null);
end $$;

-- Has it been written what the child has said, or why nothing could be asked? For the item, and readable by the team.
create function access.child_heard(p_item uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select access.item_part(p_item) = 'team' and exists (select from entries e where e.agenda_item_id = p_item and e.kind = 'child-view' and e.state <> 'draft'
    and (trim(coalesce(e.fields -> 'verbatim' ->> 'text', '')) <> '' or trim(coalesce(e.fields -> 'absence' ->> 'text', '')) <> ''))
$$;

-- The acts on a meeting under way. Opening and taking the chair are anybody's of the team; everything else the chair's.
create function access.move_meeting(p_meeting uuid, p_act text, p_item uuid, p_phase int, p_reason text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  t meetings;
  i agenda_items;
  v_phases jsonb;
  v_voice int;
begin
  t := access.hold_meeting(p_meeting);
  if not access.acts() then raise exception 'not acting' using errcode = '42501'; end if;
  if p_item is not null then
    select * into i from agenda_items x where x.id = p_item and x.meeting_id = t.id for update;
    if not found or access.item_part(p_item) is distinct from 'team' then raise exception 'no such item' using errcode = '42501'; end if;
  end if;
  if p_act in ('cancel', 'open') and t.state <> 'planned' or p_act not in ('cancel', 'open', 'withdraw-item', 'postpone-item') and t.state <> 'open'
    or p_act in ('withdraw-item', 'postpone-item') and t.state not in ('planned', 'open') then
    raise exception 'not in this state' using errcode = '42501';
  end if;
  if p_act not in ('cancel', 'open', 'take-chair', 'withdraw-item', 'postpone-item') and t.chair_affiliation_id is distinct from app.affiliation() then
    raise exception 'not the chair' using errcode = '42501';
  end if;
  if p_act = 'open' then
    update meetings set state = 'open', opened_at = app.now(), chair_affiliation_id = app.affiliation(), version = version + 1 where id = t.id;
  elsif p_act = 'cancel' then
    update meetings set state = 'cancelled', cancel_reason = p_reason, version = version + 1 where id = t.id;
    update agenda_visits set withdrawn_at = app.now(), calendar_sequence = calendar_sequence + 1, changed_at = app.now() where meeting_id = t.id and withdrawn_at is null;
  elsif p_act = 'take-chair' then
    update meetings set chair_affiliation_id = app.affiliation(), version = version + 1 where id = t.id;
  elsif p_act in ('withdraw-item', 'postpone-item') then
    if i.id is null or i.state <> 'planned' then raise exception 'not in this state' using errcode = '42501'; end if;
    update agenda_items set state = case p_act when 'withdraw-item' then 'withdrawn' else 'postponed' end, version = version + 1 where id = i.id;
    update agenda_visits set withdrawn_at = app.now(), calendar_sequence = calendar_sequence + 1, changed_at = app.now() where item_id = i.id and withdrawn_at is null;
  elsif p_act = 'begin-item' then
    if i.id is null or i.state not in ('planned', 'postponed')
      or exists (select from agenda_items x where x.meeting_id = t.id and x.state = 'current') then
      raise exception 'not in this state' using errcode = '42501';
    end if;
    update agenda_items set state = 'current', phase = 0, phase_at = app.now(), opened_at = app.now(), version = version + 1 where id = i.id;
  elsif p_act in ('set-phase', 'close-item') then
    if i.id is null or i.state <> 'current' then raise exception 'not in this state' using errcode = '42501'; end if;
    select m.phases into v_phases from meeting_templates m where m.id = t.template_id;
    select p.n - 1 into v_voice from jsonb_array_elements(v_phases) with ordinality p (phase, n) where p.phase ->> 'key' = 'child-voice';
    -- Not passed over in silence.
    if v_voice is not null and (p_act = 'close-item' or p_phase > v_voice) and not access.child_heard(i.id) then
      raise exception 'the child''s voice is missing' using errcode = '42501';
    end if;
    if p_act = 'set-phase' then
      if p_phase is null or p_phase < 0 or p_phase >= jsonb_array_length(v_phases) then raise exception 'no such phase' using errcode = '42501'; end if;
      update agenda_items set phase = p_phase, phase_at = app.now(), version = version + 1 where id = i.id;
    else
      update agenda_items set state = 'discussed', closed_at = app.now(), version = version + 1 where id = i.id;
      update attendances set left_at = app.now() where meeting_id = t.id and item_id = i.id and left_at is null;
    end if;
  elsif p_act = 'end' then
    if exists (select from agenda_items x where x.meeting_id = t.id and x.state = 'current') then raise exception 'not in this state' using errcode = '42501'; end if;
    update meetings set state = 'ended', ended_at = app.now(), version = version + 1 where id = t.id;
    update agenda_items set state = 'postponed', version = version + 1 where meeting_id = t.id and state = 'planned';
    update agenda_visits v set withdrawn_at = app.now(), calendar_sequence = calendar_sequence + 1, changed_at = app.now() from agenda_items x
    where x.id = v.item_id and x.state = 'postponed' and v.meeting_id = t.id and v.withdrawn_at is null;
    update attendances set left_at = app.now() where meeting_id = t.id and left_at is null;
    perform access.complete_memos(t.id);
  else
    raise exception 'no such act' using errcode = '42501';
  end if;
  perform access.note_move(t.id, p_item, p_act, p_phase);
  return (select m.state from meetings m where m.id = t.id);
end $$;

-- A member of the case who is not of its home team comes for this item alone.
create function access.invite_to_item(p_item uuid, p_membership uuid, p_from timestamptz, p_until timestamptz) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  i agenda_items;
  v_id uuid;
begin
  select * into i from agenda_items x where x.id = p_item for update;
  if not found or not access.holds(i.case_id, 'home') or i.state not in ('planned', 'current')
    or not exists (select from meetings t where t.id = i.meeting_id and t.state in ('planned', 'open')) then
    raise exception 'no such item' using errcode = '42501';
  end if;
  if not exists (select from memberships m where m.id = p_membership and m.case_id = i.case_id and m.role <> 'break-glass'
      and m.role not in ('responsible', 'working-pair', 'team') and tstzrange(m.starts_at, m.ends_at) @> app.now()) then
    raise exception 'nobody to invite' using errcode = '42501';
  end if;
  insert into agenda_visits (item_id, meeting_id, case_id, membership_id, from_at, until_at, invited_by, invited_at, changed_at)
  values (i.id, i.meeting_id, i.case_id, p_membership, p_from, p_until, app.affiliation(), app.now(), app.now()) returning id into v_id;
  perform access.note_move(i.meeting_id, i.id, 'invite', null);
  return v_id;
end $$;
create function access.change_visit(p_visit uuid, p_from timestamptz, p_until timestamptz, p_withdraw boolean) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare v agenda_visits;
begin
  select * into v from agenda_visits x where x.id = p_visit for update;
  if not found or v.withdrawn_at is not null or not access.holds(v.case_id, 'home') then raise exception 'no such visit' using errcode = '42501'; end if;
  update agenda_visits set from_at = p_from, until_at = p_until, calendar_sequence = calendar_sequence + 1, changed_at = app.now(),
    withdrawn_at = case when p_withdraw then app.now() end where id = v.id;
  if p_withdraw then
    update attendances t set left_at = app.now() from memberships m
    where m.id = v.membership_id and t.item_id = v.item_id and t.person_id = m.person_id and t.left_at is null;
  end if;
  perform access.note_move(v.meeting_id, v.item_id, case when p_withdraw then 'withdraw-visit' else 'change-visit' end, null);
end $$;
create function access.answer_visit(p_visit uuid, p_answer text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update agenda_visits v set answer = p_answer, answered_at = app.now()
  from memberships m, agenda_items i
  where v.id = p_visit and m.id = v.membership_id and m.person_id = app.person() and m.affiliation_id is not distinct from app.affiliation()
    and (m.affiliation_id is null or access.acts()) and tstzrange(m.starts_at, m.ends_at) @> app.now()
    and v.withdrawn_at is null and i.id = v.item_id and i.state in ('planned', 'current');
  if not found then raise exception 'no such visit' using errcode = '42501'; end if;
end $$;

-- The visits that the act of this very moment set or ended: whose calendars are told. For whoever did it, also where the case of
-- a visit is not theirs: it says nothing of the case.
create function access.visits_changed_now(p_meeting uuid)
returns table (person_id uuid, uid uuid, sequence int, from_at timestamptz, until_at timestamptz, withdrawn boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.person_id, v.calendar_uid, v.calendar_sequence, v.from_at, v.until_at, v.withdrawn_at is not null
  from agenda_visits v join memberships m on m.id = v.membership_id
  where v.meeting_id = p_meeting and v.changed_at = app.now() and access.meeting_part(p_meeting) = 'team'
  order by v.id
$$;

-- What a visitor may know of the meeting that they are invited to before it and after it: not whether it has begun.
create function access.own_visits() returns table (id uuid, item_id uuid, meeting_id uuid, case_id uuid, kind text, place text, link text)
language sql stable security definer set search_path = public, pg_temp as $$
  select v.id, v.item_id, v.meeting_id, v.case_id, t.kind, t.place, t.link
  from agenda_visits v join meetings t on t.id = v.meeting_id join memberships m on m.id = v.membership_id
  where v.withdrawn_at is null and m.person_id = app.person() and m.affiliation_id is not distinct from app.affiliation()
    and tstzrange(m.starts_at, m.ends_at) @> app.now()
$$;

-- Into the room, and out of it: the team into the meeting, a visitor into their item.
create function access.come_in(p_meeting uuid) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_part text;
  v_item uuid;
  v_id uuid;
begin
  perform from meetings t where t.id = p_meeting and t.state = 'open' for update;
  v_part := access.meeting_part(p_meeting);
  if not found or v_part is null then raise exception 'no such meeting' using errcode = '42501'; end if;
  if v_part = 'visitor' then
    select i.id into v_item from agenda_items i where i.meeting_id = p_meeting and i.state = 'current' and access.visits_now(i.id);
  end if;
  select a.id into v_id from attendances a where a.meeting_id = p_meeting and a.person_id = app.person() and a.left_at is null
    and a.item_id is not distinct from v_item and a.affiliation_id is not distinct from app.affiliation();
  if v_id is null then
    update attendances set left_at = app.now() where meeting_id = p_meeting and person_id = app.person() and left_at is null;
    insert into attendances (meeting_id, item_id, person_id, affiliation_id, came_at)
    values (p_meeting, v_item, app.person(), app.affiliation(), app.now()) returning id into v_id;
  end if;
  return v_id;
end $$;
create function access.go_out(p_meeting uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  update attendances set left_at = app.now() where meeting_id = p_meeting and person_id = app.person() and left_at is null
$$;

-- A section of the memo under a key that the person holds: of the home team, or the own part of one's own agency by whoever was in the room.
create function access.begin_section(p_item uuid, p_part text, p_phase text, p_key bigint) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  i agenda_items;
  d audiences;
  v_agency uuid;
  v_id uuid;
begin
  select * into i from agenda_items x where x.id = p_item for update;
  select * into d from audiences x where x.acl_key = p_key and x.case_id = i.case_id;
  if i.id is null or d.acl_key is null or not access.has_key(p_key) or access.item_part(p_item) is null or not access.acts() then
    raise exception 'no such section' using errcode = '42501';
  end if;
  if p_part = 'agency' then
    select a.agency_id into v_agency from affiliations a where a.id = app.affiliation();
    if d.scope <> 'agency' or d.owner_agency_id <> v_agency or d.family_scope <> 'none' then raise exception 'not its audience' using errcode = '42501'; end if;
  elsif access.item_part(p_item) <> 'team' or d.owner_agency_id <> (select c.owner_agency_id from cases c where c.id = i.case_id)
    or (p_part = 'team') <> (d.scope = 'team') or d.scope = 'private' then
    raise exception 'not its audience' using errcode = '42501';
  end if;
  select s.id into v_id from memo_sections s
  where s.item_id = i.id and s.part = p_part and s.phase is not distinct from p_phase and s.agency_id is not distinct from v_agency and s.acl_key = p_key;
  if v_id is null then
    insert into memo_sections (item_id, case_id, acl_key, part, phase, agency_id, begun_by, begun_at)
    values (i.id, i.case_id, p_key, p_part, p_phase, v_agency, app.affiliation(), app.now()) returning id into v_id;
  end if;
  return v_id;
end $$;

-- The sections of a case, or of a meeting, in which somebody may write or read less or more after a change: the server asks anew.
create function access.memo_sections_beside(p_case uuid, p_meeting uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id from memo_sections s join agenda_items i on i.id = s.item_id
  where (s.case_id = p_case or i.meeting_id = p_meeting) and exists (select from documents d where d.scope_kind = 'memo-section' and d.scope_id = s.id and d.frozen_at is null)
$$;

do $$
declare f text;
begin
  foreach f in array array['memo_sections_beside', 'note_move', 'hold_meeting', 'convene_meeting', 'end_series', 'change_meeting', 'put_on_agenda', 'change_item', 'order_agenda', 'child_heard',
    'move_meeting', 'invite_to_item', 'change_visit', 'answer_visit', 'own_visits', 'visits_changed_now', 'come_in', 'go_out', 'begin_section'] loop
    execute format('alter function access.%I owner to rinki_access', f);
    execute format('revoke all on function access.%I from public', f);
  end loop;
end $$;
grant execute on function access.memo_sections_beside, access.hold_meeting, access.convene_meeting, access.end_series, access.change_meeting, access.put_on_agenda, access.change_item, access.order_agenda,
  access.child_heard, access.move_meeting, access.invite_to_item, access.change_visit, access.answer_visit, access.own_visits, access.visits_changed_now, access.come_in, access.go_out,
  access.begin_section to rinki_app;
revoke create on schema access from rinki_access;
