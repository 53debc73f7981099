-- Meetings of a team, and one-off meetings of one case: when, what is taken up, who leads, who is there. What is said in them is of the
-- case, by audience; what is here is the frame (decision 29).
grant create on schema access to rinki_access;

-- The phases of a meeting of a kind: for everybody, or as a team has changed them. A changed one is a new version.
create table meeting_templates (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('weekly', 'network', 'anticipation', 'council', 'expert-group')),
  team_id uuid references teams,
  version int not null,
  -- [{key, minutes, part: shared | team | none, title?, questions?}]; a key without a title has its words in the interface.
  phases jsonb not null check (jsonb_typeof(phases) = 'array' and jsonb_array_length(phases) between 1 and 20),
  made_by uuid references affiliations,
  made_at timestamptz not null,
  unique nulls not distinct (kind, team_id, version)
);
insert into meeting_templates (kind, version, made_at, phases) values
  ('weekly', 1, '2026-01-01', '[
    {"key": "question", "minutes": 5, "part": "none"}, {"key": "picture", "minutes": 5, "part": "none"},
    {"key": "curious", "minutes": 10, "part": "shared"}, {"key": "hypotheses", "minutes": 10, "part": "none"},
    {"key": "reflection", "minutes": 5, "part": "none"}, {"key": "child-voice", "minutes": 5, "part": "none"},
    {"key": "safety", "minutes": 2, "part": "team"}, {"key": "steps", "minutes": 3, "part": "shared"}]'),
  ('network', 1, '2026-01-01', '[
    {"key": "welcome", "minutes": 5, "part": "none"}, {"key": "child-voice", "minutes": 10, "part": "none"},
    {"key": "good", "minutes": 15, "part": "shared"}, {"key": "worries", "minutes": 15, "part": "shared"},
    {"key": "steps", "minutes": 15, "part": "shared"}]'),
  ('anticipation', 1, '2026-01-01', '[
    {"key": "future", "minutes": 20, "part": "shared"}, {"key": "what-helped", "minutes": 20, "part": "shared"},
    {"key": "child-voice", "minutes": 10, "part": "none"}, {"key": "agreements", "minutes": 10, "part": "shared"},
    {"key": "steps", "minutes": 10, "part": "shared"}]'),
  ('council', 1, '2026-01-01', '[
    {"key": "question", "minutes": 10, "part": "none"}, {"key": "own-council", "minutes": 45, "part": "none"},
    {"key": "child-voice", "minutes": 10, "part": "none"}, {"key": "agreements", "minutes": 15, "part": "shared"},
    {"key": "steps", "minutes": 10, "part": "shared"}]'),
  ('expert-group', 1, '2026-01-01', '[
    {"key": "question", "minutes": 5, "part": "none"}, {"key": "material", "minutes": 15, "part": "none"},
    {"key": "child-voice", "minutes": 5, "part": "none"}, {"key": "statement", "minutes": 20, "part": "team"},
    {"key": "steps", "minutes": 5, "part": "shared"}]');

-- A team's weekly meeting, by the clock of Helsinki.
create table meeting_series (
  id uuid primary key default uuidv7(),
  team_id uuid not null references teams,
  kind text not null default 'weekly' check (kind in ('weekly', 'expert-group')),
  weekday int not null check (weekday between 1 and 7),
  starts_at_time time not null,
  minutes int not null check (minutes between 10 and 480),
  every_weeks int not null default 1 check (every_weeks between 1 and 12),
  from_on date not null,
  until_on date check (until_on >= from_on),
  place text check (length(place) <= 200),
  link text check (length(link) <= 500),
  begun_by uuid not null references affiliations,
  begun_at timestamptz not null,
  ended_at timestamptz
);
create index meeting_series_team on meeting_series (team_id);

create table meetings (
  id uuid primary key default uuidv7(),
  agency_id uuid not null references agencies,
  -- Of a team, or of one case alone.
  team_id uuid references teams,
  case_id uuid references cases,
  kind text not null check (kind in ('weekly', 'network', 'anticipation', 'council', 'expert-group')),
  series_id uuid references meeting_series,
  planned_on date,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text check (length(place) <= 200),
  link text check (length(link) <= 500),
  template_id uuid not null references meeting_templates,
  state text not null default 'planned' check (state in ('planned', 'open', 'ended', 'cancelled')),
  chair_affiliation_id uuid references affiliations,
  convened_by uuid not null references affiliations,
  convened_at timestamptz not null,
  opened_at timestamptz,
  ended_at timestamptz,
  cancel_reason text check (length(cancel_reason) <= 400),
  version int not null default 1,
  check ((team_id is null) <> (case_id is null)),
  check (ends_at > starts_at and ends_at <= starts_at + interval '1 day'),
  check ((series_id is null) = (planned_on is null)),
  unique (series_id, planned_on)
);
create index meetings_team on meetings (team_id, starts_at);
create index meetings_case on meetings (case_id);

create table agenda_items (
  id uuid primary key default uuidv7(),
  meeting_id uuid not null references meetings,
  case_id uuid not null references cases,
  -- For the home team of the case: that it is taken up is itself something of the case.
  acl_key bigint not null references audiences,
  place int not null,
  minutes int not null check (minutes between 5 and 240),
  state text not null default 'planned' check (state in ('planned', 'current', 'discussed', 'postponed', 'withdrawn')),
  proposed_by uuid not null references affiliations,
  proposed_at timestamptz not null,
  presenter_affiliation_id uuid not null references affiliations,
  -- Whether the family knows that it is talked about, and agrees.
  family_stance text check (family_stance in ('agrees', 'disagrees', 'knows', 'not-told')),
  family_note text check (length(family_note) <= 400),
  phase int,
  phase_at timestamptz,
  opened_at timestamptz,
  closed_at timestamptz,
  version int not null default 1,
  foreign key (acl_key, case_id) references audiences (acl_key, case_id),
  -- For references: what names an item is of its case.
  unique (id, case_id)
);
create index agenda_items_meeting on agenda_items (meeting_id);
create index agenda_items_case on agenda_items (case_id);
-- A case is taken up once in a meeting, and one case at a time.
create unique index agenda_items_once on agenda_items (meeting_id, case_id) where state <> 'withdrawn';
create unique index agenda_items_current on agenda_items (meeting_id) where state = 'current';

-- A member of the case who comes for this item alone.
create table agenda_visits (
  id uuid primary key default uuidv7(),
  item_id uuid not null references agenda_items,
  meeting_id uuid not null references meetings,
  case_id uuid not null references cases,
  membership_id uuid not null references memberships,
  from_at timestamptz not null,
  until_at timestamptz not null check (until_at > from_at),
  invited_by uuid not null references affiliations,
  invited_at timestamptz not null,
  answer text check (answer in ('comes', 'comes-not', 'writes')),
  answered_at timestamptz,
  withdrawn_at timestamptz,
  -- When its time was set last, or it was withdrawn: what a calendar is told.
  changed_at timestamptz not null,
  -- Of the entry in their calendar: nothing can be worked out from it.
  calendar_uid uuid not null default gen_random_uuid(),
  calendar_sequence int not null default 0
);
create unique index agenda_visits_once on agenda_visits (item_id, membership_id) where withdrawn_at is null;
create index agenda_visits_meeting on agenda_visits (meeting_id);
create index agenda_visits_membership on agenda_visits (membership_id);

-- Who was in the room, from when to when: the team in the whole of it, a visitor in their item.
create table attendances (
  id uuid primary key default uuidv7(),
  meeting_id uuid not null references meetings,
  item_id uuid references agenda_items,
  person_id uuid not null references people,
  affiliation_id uuid references affiliations,
  came_at timestamptz not null,
  left_at timestamptz check (left_at >= came_at)
);
create index attendances_meeting on attendances (meeting_id);
create unique index attendances_now on attendances (meeting_id, person_id) where left_at is null;

-- What was done to a meeting, by whom: the history, from which nothing is taken.
create table meeting_moves (
  id uuid primary key default uuidv7(),
  meeting_id uuid not null references meetings,
  item_id uuid references agenda_items,
  act text not null,
  phase int,
  by_affiliation_id uuid not null references affiliations,
  at timestamptz not null
);
create index meeting_moves_meeting on meeting_moves (meeting_id);

-- The memo of one item, in sections of one phase and one audience, and an own part of each agency. Its text is a document.
create table memo_sections (
  id uuid primary key default uuidv7(),
  item_id uuid not null references agenda_items,
  case_id uuid not null references cases,
  acl_key bigint not null references audiences,
  part text not null check (part in ('shared', 'team', 'agency')),
  phase text,
  agency_id uuid references agencies,
  begun_by uuid not null references affiliations,
  begun_at timestamptz not null,
  foreign key (acl_key, case_id) references audiences (acl_key, case_id),
  foreign key (item_id, case_id) references agenda_items (id, case_id),
  check ((part = 'agency') = (agency_id is not null)),
  check ((part = 'agency') = (phase is null))
);
-- Whoever is invited after it was begun does not read what was written before: for them and all others a new one begins.
create unique index memo_sections_once on memo_sections (item_id, part, phase, agency_id, acl_key) nulls not distinct;
create index memo_sections_case on memo_sections (case_id);

-- What is written for a meeting and in it. A hypothesis ends by itself unless it is taken into the record.
alter table entries add agenda_item_id uuid;
alter table entries add foreign key (agenda_item_id, case_id) references agenda_items (id, case_id);
alter table entries add expires_at timestamptz;
create index entries_agenda_item on entries (agenda_item_id);
alter table entries drop constraint entries_kind_check;
alter table entries add constraint entries_kind_check
  check (kind in ('form', 'private-note', 'situation', 'contribution', 'child-view', 'parent-view', 'synthesis', 'dissent', 'comment', 'consultation',
    'presenter-question', 'hypothesis', 'reflection', 'decision', 'written-answer'));
alter table entries add check ((kind in ('presenter-question', 'hypothesis', 'reflection', 'decision', 'written-answer')) <= (agenda_item_id is not null));
alter policy readable on entries
  using (exists (select from acl_members m where m.acl_key = entries.acl_key and m.person_id = (select app.person()) and m.valid @> (select app.now()))
    and (expires_at is null or expires_at > (select app.now())));

-- Is the person of the transaction in the team now, as they act?
create function access.in_team(p_team uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select access.acts() and exists (
    select from team_members m join teams t on t.id = m.team_id and t.ended_at is null
    where m.team_id = p_team and m.affiliation_id = app.affiliation() and tstzrange(m.starts_at, m.ends_at) @> app.now())
$$;

-- What somebody is to an item: 'team' in the home team of its case, 'visitor' while they visit it, else nothing.
create function access.visits_now(p_item uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from agenda_visits v join agenda_items i on i.id = v.item_id join meetings t on t.id = i.meeting_id
      join memberships m on m.id = v.membership_id left join affiliations a on a.id = m.affiliation_id
    where v.item_id = p_item and v.withdrawn_at is null and m.person_id = app.person() and m.affiliation_id is not distinct from app.affiliation()
      and t.state = 'open' and i.state = 'current' and v.from_at <= app.now() and v.until_at > app.now()
      and tstzrange(m.starts_at, m.ends_at) @> app.now() and (a.id is null or tstzrange(a.starts_at, a.ends_at) @> app.now())
      and access.has_key((select c.acl_key from cases c where c.id = v.case_id)))
$$;
create function access.item_part(p_item uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select case when exists (select from agenda_items i where i.id = p_item and access.holds(i.case_id, 'home') and access.has_key(i.acl_key)) then 'team'
    when access.visits_now(p_item) then 'visitor' end
$$;
create function access.meeting_part(p_meeting uuid) returns text
language sql stable security definer set search_path = public, pg_temp as $$
  select case
    when access.in_team(t.team_id) or (t.case_id is not null and access.holds(t.case_id, 'home'))
      or exists (select from agenda_items i where i.meeting_id = t.id and i.state <> 'withdrawn' and access.item_part(i.id) = 'team') then 'team'
    when exists (select from agenda_items i where i.meeting_id = t.id and i.state = 'current' and access.visits_now(i.id)) then 'visitor' end
  from meetings t where t.id = p_meeting
$$;

-- The order of a meeting for whoever is of its team: also of the items that they may not read, without a word of the case.
create function access.agenda_frame(p_meeting uuid) returns table (id uuid, place int, minutes int, state text)
language sql stable security definer set search_path = public, pg_temp as $$
  select i.id, i.place, i.minutes, i.state from agenda_items i
  where i.meeting_id = p_meeting and i.state <> 'withdrawn' and access.meeting_part(p_meeting) = 'team' order by i.place, i.id
$$;

-- May somebody, acting so, be told what has this audience? Of the case itself: that there is one.
create function access.is_told(p_key bigint, p_person uuid, p_affiliation uuid) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (select from acl_members h where h.acl_key = p_key and h.person_id = p_person and h.affiliation_id is not distinct from p_affiliation
    and h.valid @> app.now())
$$;

-- Whom a change in a meeting concerns, with the affiliation by which it does: the team, the home teams of its cases, and of the item
-- that changed whoever visits it now. Asked before and after a change.
create function access.beside_meeting(p_meeting uuid) returns table (person_id uuid, affiliation_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.person_id, s.affiliation_id from (
    select a.person_id, a.id as affiliation_id from meetings t join team_members m on m.team_id = t.team_id and tstzrange(m.starts_at, m.ends_at) @> app.now()
      join affiliations a on a.id = m.affiliation_id where t.id = p_meeting
    union
    select m.person_id, m.affiliation_id from (
        select i.case_id from agenda_items i where i.meeting_id = p_meeting and i.state <> 'withdrawn'
        union select t.case_id from meetings t where t.id = p_meeting and t.case_id is not null) k
      join cases c on c.id = k.case_id
      join memberships m on m.case_id = c.id and m.role in ('responsible', 'working-pair', 'team') and tstzrange(m.starts_at, m.ends_at) @> app.now()
      join affiliations a on a.id = m.affiliation_id and a.agency_id = c.owner_agency_id
    where access.is_told(c.acl_key, m.person_id, m.affiliation_id)
    union
    select m.person_id, m.affiliation_id from agenda_visits v join agenda_items i on i.id = v.item_id join memberships m on m.id = v.membership_id
    where v.meeting_id = p_meeting and v.withdrawn_at is null and i.state = 'current' and v.from_at <= app.now() and v.until_at > app.now()
      and tstzrange(m.starts_at, m.ends_at) @> app.now()
      and access.is_told((select c.acl_key from cases c where c.id = v.case_id), m.person_id, m.affiliation_id)
  ) s left join affiliations a on a.id = s.affiliation_id
  where access.meeting_part(p_meeting) is not null and (a.id is null or tstzrange(a.starts_at, a.ends_at) @> app.now())
$$;

do $$
declare t text;
begin
  foreach t in array array['meeting_templates', 'meeting_series', 'meetings', 'agenda_items', 'agenda_visits', 'attendances', 'meeting_moves', 'memo_sections'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy access_all on %I to rinki_access using (true) with check (true)', t);
    execute format('grant select on %I to rinki_app', t);
    execute format('grant select, insert, update on %I to rinki_access', t);
  end loop;
end $$;
create policy readable on meeting_templates for select to rinki_app using ((team_id is null and (select app.person()) is not null) or access.in_team(team_id)
  or exists (select from meetings m where m.template_id = meeting_templates.id));
create policy of_team on meeting_templates for insert to rinki_app with check (access.in_team(team_id) and made_by = (select app.affiliation()));
create policy readable on meeting_series for select to rinki_app using (access.in_team(team_id));
create policy of_team on meeting_series for insert to rinki_app with check (access.in_team(team_id) and begun_by = (select app.affiliation()));
create policy readable on meetings for select to rinki_app using (access.meeting_part(id) is not null);
create policy readable on agenda_items for select to rinki_app using (access.item_part(id) is not null);
create policy readable on agenda_visits for select to rinki_app using (access.holds(case_id, 'home')
  or exists (select from memberships m where m.id = membership_id and m.person_id = (select app.person()) and m.affiliation_id is not distinct from (select app.affiliation())));
create policy readable on attendances for select to rinki_app using (case
  when item_id is null then access.meeting_part(meeting_id) is not null else access.item_part(item_id) is not null end);
create policy readable on meeting_moves for select to rinki_app using (case
  when item_id is null then access.meeting_part(meeting_id) = 'team' else access.item_part(item_id) = 'team' end);
create policy readable on memo_sections for select to rinki_app
  using (exists (select from acl_members m where m.acl_key = memo_sections.acl_key and m.person_id = (select app.person()) and m.valid @> (select app.now())));
grant insert on meeting_templates, meeting_series to rinki_app;
grant select on agenda_items, teams, team_members to rinki_access;

do $$
declare f text;
begin
  foreach f in array array['in_team', 'visits_now', 'item_part', 'meeting_part', 'agenda_frame', 'is_told', 'beside_meeting'] loop
    execute format('alter function access.%I owner to rinki_access', f);
    execute format('revoke all on function access.%I from public', f);
  end loop;
end $$;
grant execute on function access.in_team, access.visits_now, access.item_part, access.meeting_part, access.agenda_frame, access.beside_meeting to rinki_app;
revoke create on schema access from rinki_access;
