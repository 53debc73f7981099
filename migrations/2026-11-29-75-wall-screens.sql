-- A screen on the wall of a meeting's room. It belongs to nobody: a browser that nobody is signed in at, paired to one meeting by a code.
-- Of its cookie and its code only hashes are kept. What it shows is asked of the doors below for everybody present at once (decision 32).
grant create on schema access to rinki_access;

create table wall_screens (
  id uuid primary key,
  secret_hash bytea not null unique,
  -- With a key of the installation: six digits alone could be tried out on a copy of the table.
  code_hash bytea not null,
  code_until timestamptz not null,
  -- The address that it was asked for from, with a key: how many open codes it has.
  from_hash bytea not null,
  meeting_id uuid references meetings,
  paired_affiliation_id uuid references affiliations,
  paired_at timestamptz,
  ended_at timestamptz,
  -- The items that it has shown, each once in the access log.
  shown uuid[] not null default '{}',
  check ((meeting_id is null) = (paired_affiliation_id is null) and (meeting_id is null) = (paired_at is null))
);
-- Of two open codes one would lead to two screens; one meeting has one screen at a time.
create unique index wall_screens_code on wall_screens (code_hash) where meeting_id is null;
create unique index wall_screens_meeting on wall_screens (meeting_id) where meeting_id is not null and ended_at is null;
create index wall_screens_from on wall_screens (from_hash) where meeting_id is null;

alter table wall_screens enable row level security;
alter table wall_screens force row level security;
create policy access_all on wall_screens to rinki_access using (true) with check (true);
grant select, insert, update, delete on wall_screens to rinki_access;

-- Before there is an actor: a new screen with a code. Codes that are old are gone. Thirty open ones of one address are enough: an office is one address.
create function access.make_wall(p_id uuid, p_secret bytea, p_code bytea, p_from bytea) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from wall_screens w where w.meeting_id is null and w.code_until <= app.now();
  if (select count(*) from wall_screens w where w.meeting_id is null and w.from_hash = p_from) >= 30 then return 'too-many'; end if;
  insert into wall_screens (id, secret_hash, code_hash, code_until, from_hash)
  values (p_id, p_secret, p_code, app.now() + interval '10 minutes', p_from) on conflict (code_hash) where meeting_id is null do nothing;
  return case when found then 'made' else 'code-taken' end;
end $$;

-- Before there is an actor: what has become of a screen. Who paired it, as they act, and whether that goes on.
create function access.look_at_wall(p_secret bytea)
returns table (id uuid, code_until timestamptz, meeting_id uuid, person_id uuid, affiliation_id uuid, agency_id uuid, agency_kind text, profession text, language text, on_wall boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select w.id, w.code_until, w.meeting_id, a.person_id, a.id, a.agency_id, g.kind, a.profession, p.language,
    w.ended_at is null and t.state = 'open' and tstzrange(a.starts_at, a.ends_at) @> app.now() and (p.ended_at is null or p.ended_at > app.now())
  from wall_screens w left join meetings t on t.id = w.meeting_id left join affiliations a on a.id = w.paired_affiliation_id
    left join agencies g on g.id = a.agency_id left join people p on p.id = a.person_id
  where w.secret_hash = p_secret and (w.meeting_id is not null or w.code_until > app.now())
$$;

-- By whoever is of the meeting's team, while it is open: once for each code. The screen before it goes dark.
create function access.pair_wall(p_meeting uuid, p_code bytea) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  t meetings;
  v_id uuid;
begin
  t := access.hold_meeting(p_meeting);
  if t.state <> 'open' or not access.acts() then raise exception 'not in this state' using errcode = '42501'; end if;
  select w.id into v_id from wall_screens w where w.code_hash = p_code and w.meeting_id is null and w.code_until > app.now() for update;
  if v_id is null then return false; end if;
  update wall_screens w set ended_at = app.now() where w.meeting_id = t.id and w.ended_at is null;
  update wall_screens w set meeting_id = t.id, paired_affiliation_id = app.affiliation(), paired_at = app.now() where w.id = v_id;
  perform access.note_move(t.id, null, 'pair-wall', null);
  return true;
end $$;

create function access.end_wall(p_meeting uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare t meetings;
begin
  t := access.hold_meeting(p_meeting);
  update wall_screens w set ended_at = app.now() where w.meeting_id = t.id and w.ended_at is null;
  if not found then return false; end if;
  perform access.note_move(t.id, null, 'end-wall', null);
  return true;
end $$;

-- Who paired the screen that is on the wall of a meeting now: for its team.
create function access.wall_of(p_meeting uuid) returns table (person_id uuid, affiliation_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.person_id, a.id from wall_screens w join meetings t on t.id = w.meeting_id join affiliations a on a.id = w.paired_affiliation_id
  where w.meeting_id = p_meeting and w.ended_at is null and t.state = 'open' and access.meeting_part(p_meeting) = 'team'
$$;

-- Is the person of the transaction the one in whose name the wall of this meeting is read?
create function access.reads_wall(p_meeting uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select access.acts() and exists (select from access.wall_of(p_meeting) w where w.person_id = app.person() and w.affiliation_id = app.affiliation())
$$;

-- Everybody in the room, also in an item that whoever paired the screen does not read: nothing is shown past them.
create function access.wall_present(p_meeting uuid) returns table (item_id uuid, person_id uuid, affiliation_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.item_id, a.person_id, a.affiliation_id from attendances a
  where a.meeting_id = p_meeting and a.left_at is null and access.reads_wall(p_meeting) order by a.came_at, a.id
$$;

-- What somebody else is to an item (as access.item_part asks for oneself): for the doors alone.
create function access.item_part_of(p_item uuid, p_person uuid, p_affiliation uuid) returns text
language sql stable set search_path = public, pg_temp as $$
  select case
    when exists (
      select from agenda_items i join cases c on c.id = i.case_id
        join memberships m on m.case_id = c.id and m.person_id = p_person and m.affiliation_id = p_affiliation
          and m.role in ('responsible', 'working-pair', 'team') and tstzrange(m.starts_at, m.ends_at) @> app.now()
        join affiliations a on a.id = m.affiliation_id and a.agency_id = c.owner_agency_id and tstzrange(a.starts_at, a.ends_at) @> app.now()
      where i.id = p_item and access.is_told(i.acl_key, p_person, p_affiliation)) then 'team'
    when exists (
      select from agenda_visits v join agenda_items i on i.id = v.item_id join meetings t on t.id = i.meeting_id
        join memberships m on m.id = v.membership_id left join affiliations a on a.id = m.affiliation_id
      where v.item_id = p_item and v.withdrawn_at is null and m.person_id = p_person and m.affiliation_id is not distinct from p_affiliation
        and t.state = 'open' and i.state = 'current' and v.from_at <= app.now() and v.until_at > app.now()
        and tstzrange(m.starts_at, m.ends_at) @> app.now() and (a.id is null or tstzrange(a.starts_at, a.ends_at) @> app.now())
        and access.is_told((select c.acl_key from cases c where c.id = v.case_id), p_person, p_affiliation)) then 'visitor' end
$$;

-- What everybody present is to the items of the meeting: 'team' where all of them are of the case's home team, 'mixed' where some visit
-- it. No row where anybody is neither, and none while nobody is there.
create function access.wall_items(p_meeting uuid) returns table (id uuid, part text)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, case when bool_and(s.part = 'team') then 'team' else 'mixed' end
  from (select i.id, access.item_part_of(i.id, a.person_id, a.affiliation_id) as part
    from agenda_items i join access.wall_present(p_meeting) a on true where i.meeting_id = p_meeting and i.state <> 'withdrawn') s
  group by s.id having bool_and(s.part is not null)
$$;

-- May everybody present know the order of all that is taken up? Whoever is of the meeting's team may (as access.meeting_part).
create function access.wall_agenda(p_meeting uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(bool_and(a.item_id is null and (
    exists (select from meetings t join teams g on g.id = t.team_id and g.ended_at is null join team_members m on m.team_id = g.id
        join affiliations f on f.id = m.affiliation_id and tstzrange(f.starts_at, f.ends_at) @> app.now()
      where t.id = p_meeting and m.affiliation_id = a.affiliation_id and f.person_id = a.person_id and tstzrange(m.starts_at, m.ends_at) @> app.now())
    or exists (select from meetings t join cases c on c.id = t.case_id join memberships m on m.case_id = c.id and m.role in ('responsible', 'working-pair', 'team')
        join affiliations f on f.id = m.affiliation_id and f.agency_id = c.owner_agency_id and tstzrange(f.starts_at, f.ends_at) @> app.now()
      where t.id = p_meeting and m.person_id = a.person_id and m.affiliation_id = a.affiliation_id and tstzrange(m.starts_at, m.ends_at) @> app.now())
    or exists (select from agenda_items i where i.meeting_id = p_meeting and i.state <> 'withdrawn'
      and access.item_part_of(i.id, a.person_id, a.affiliation_id) = 'team'))), false)
  from access.wall_present(p_meeting) a
$$;

-- Of these audiences those that everybody present reads now.
create function access.wall_keys(p_meeting uuid, p_keys bigint[]) returns setof bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select k from unnest(p_keys) k
  where exists (select from access.wall_present(p_meeting))
    and not exists (select from access.wall_present(p_meeting) a where not access.is_told(k, a.person_id, a.affiliation_id))
$$;

-- An item comes onto the wall: true the first time.
create function access.wall_shows(p_item uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update wall_screens w set shown = w.shown || i.id from agenda_items i
  where i.id = p_item and w.meeting_id = i.meeting_id and w.ended_at is null and access.reads_wall(w.meeting_id) and i.id <> all (w.shown);
  return found;
end $$;

do $$
declare f text;
begin
  foreach f in array array['make_wall', 'look_at_wall', 'pair_wall', 'end_wall', 'wall_of', 'reads_wall', 'wall_present', 'item_part_of', 'wall_items', 'wall_agenda',
    'wall_keys', 'wall_shows'] loop
    execute format('alter function access.%I owner to rinki_access', f);
    execute format('revoke all on function access.%I from public', f);
  end loop;
end $$;
grant execute on function access.make_wall, access.look_at_wall, access.pair_wall, access.end_wall, access.wall_of, access.wall_present, access.wall_items,
  access.wall_agenda, access.wall_keys, access.wall_shows to rinki_app;
revoke create on schema access from rinki_access;
