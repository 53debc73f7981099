-- What a team does stands in the calendars of those in it. What was said last of each entry stands here; what is to be said is worked out
-- from what stands in the tables of teams and meetings, by whoever sends, and not by each act that changes them (decision 34).
grant create on schema access to rinki_access;

create table calendar_entries (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people,
  series_id uuid references meeting_series,
  meeting_id uuid references meetings,
  -- Of this person's entry: nothing can be worked out from it.
  uid uuid not null default gen_random_uuid(),
  sequence int not null default 0,
  -- As it was said last; of a series its first occasion.
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- Of a series: from which planned day to which, without which, and until when holidays are among those.
  from_on date,
  until_on date,
  without date[] not null default '{}',
  known_until date,
  off boolean not null default false,
  check (num_nonnulls(series_id, meeting_id) = 1),
  check ((series_id is null) = (from_on is null) and (series_id is null) = (known_until is null)),
  unique nulls not distinct (person_id, series_id, meeting_id)
);
create index calendar_entries_series on calendar_entries (series_id) where series_id is not null;
create index calendar_entries_meeting on calendar_entries (meeting_id) where meeting_id is not null;

-- What was said of one occasion of a series after the series was said last.
create table calendar_occasions (
  entry_id uuid not null references calendar_entries,
  meeting_id uuid not null references meetings,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  off boolean not null,
  primary key (entry_id, meeting_id)
);
create index calendar_occasions_meeting on calendar_occasions (meeting_id);
create index meetings_single on meetings (ends_at) where series_id is null;
create index meetings_occasions on meetings (ends_at) where series_id is not null;

do $$
declare t text;
begin
  foreach t in array array['calendar_entries', 'calendar_occasions'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy access_all on %I to rinki_access using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to rinki_access', t);
  end loop;
end $$;

-- A mail of an entry that repeats, or of one occasion of it, by its planned beginning. A sender of the version before knows neither, nor the stages.
alter table mails
  add column repeats jsonb check (jsonb_typeof(repeats) = 'object'),
  add column occasion_at timestamptz,
  add check (num_nonnulls(repeats, occasion_at) <= 1),
  add check (calendar_uid is not null or num_nonnulls(repeats, occasion_at) = 0);
alter table mails drop constraint mails_check4;
alter table mails add constraint mails_check4
  check ((stage in ('meeting-invitation', 'meeting-cancelled', 'team-meeting', 'team-meeting-cancelled')) = (calendar_uid is not null));
grant insert on mails to rinki_jobs;

-- Who is expected in meetings of teams or of cases that begin then: in them now, and still in them at that time. Asked for all at once,
-- each by its number.
create function access.expected_at(p_teams uuid[], p_cases uuid[], p_starts timestamptz[]) returns table (n bigint, person_id uuid, affiliation_id uuid)
language sql stable set search_path = public, pg_temp as $$
  with asked as (select * from unnest(p_teams, p_cases, p_starts) with ordinality q (team_id, case_id, starts_at, n))
  select s.n, s.person_id, s.affiliation_id from (
    select q.n, q.starts_at, a.person_id, a.id as affiliation_id, m.ends_at from asked q join teams g on g.id = q.team_id and g.ended_at is null
      join team_members m on m.team_id = g.id and tstzrange(m.starts_at, m.ends_at) @> app.now() join affiliations a on a.id = m.affiliation_id
    union
    select q.n, q.starts_at, m.person_id, m.affiliation_id, m.ends_at from asked q join cases c on c.id = q.case_id
      join memberships m on m.case_id = c.id and m.role in ('responsible', 'working-pair', 'team') and tstzrange(m.starts_at, m.ends_at) @> app.now()
      join affiliations a on a.id = m.affiliation_id and a.agency_id = c.owner_agency_id
    where access.is_told(c.acl_key, m.person_id, m.affiliation_id)
  ) s join affiliations a on a.id = s.affiliation_id
  where tstzrange(a.starts_at, a.ends_at) @> app.now() and coalesce(s.ends_at > s.starts_at, true) and coalesce(a.ends_at > s.starts_at, true)
  group by 1, 2, 3
$$;

-- The entries of which something else stands in the tables than was said. Of a series what its rule needs beside holidays, which the server knows.
create function access.calendars_due(p_today date, p_known date, p_most int)
returns table (person_id uuid, series_id uuid, meeting_id uuid, off boolean, kind text, starts_at timestamptz, ends_at timestamptz,
  weekday int, starts_at_time time, minutes int, every_weeks int, counted_from date, from_on date, until_on date, cancelled date[])
language sql stable security definer set search_path = public, pg_temp as $$
  with reached as (
    select p.id from people p join credentials c on c.person_id = p.id where p.email is not null and coalesce(p.ended_at > app.now(), true)
  ), running as (
    select s.*, row_number() over (order by s.id) as n, case when s.ended_at is null then s.until_on
        else (select max(m.planned_on) from meetings m where m.series_id = s.id and m.state <> 'cancelled') end as last_on,
      (select min(m.planned_on) from meetings m where m.series_id = s.id and m.state in ('planned', 'open') and m.ends_at > app.now()) as next_on
    from meeting_series s where s.ended_at is null or s.ended_at > app.now() - interval '1 year'
  ), team as (
    select distinct s.id as series_id, x.person_id
    from (select array_agg(r.team_id order by r.n) as teams, array_agg(null::uuid) as cases, array_agg(app.now()) as starts from running r) q
      cross join lateral access.expected_at(q.teams, q.cases, q.starts) x join running s on s.n = x.n
  ), of_series as (
    select t.person_id, t.series_id, false as off, s.next_on as from_on, s.last_on as until_on, null::timestamptz as starts_at, null::timestamptz as ends_at
    from running s join team t on t.series_id = s.id join reached r on r.id = t.person_id
      left join calendar_entries e on e.series_id = s.id and e.person_id = t.person_id
    where s.next_on is not null and coalesce(e.off, true)
    union all
    select e.person_id, e.series_id, g.off, e.from_on, case when g.off then e.until_on else s.last_on end, e.starts_at, e.ends_at
    from calendar_entries e join running s on s.id = e.series_id
      left join team t on t.series_id = e.series_id and t.person_id = e.person_id
      cross join lateral (select t.person_id is null or s.ended_at is not null and coalesce(s.last_on < e.from_on, true) as off) g
    where not e.off and coalesce(e.until_on >= p_today, true)
      and (g.off or e.until_on is distinct from s.last_on or e.known_until < p_known and coalesce(s.last_on > e.known_until, true))
  ), coming as (
    -- What is said is said to the millisecond: what is finer would be due for ever.
    select t.id, t.team_id, t.case_id, t.kind, t.state, date_trunc('milliseconds', t.starts_at) as starts_at, date_trunc('milliseconds', t.ends_at) as ends_at,
      row_number() over (order by t.id) as n
    from meetings t where t.series_id is null and t.state <> 'cancelled' and t.ends_at > app.now()
  ), single as (
    select distinct t.id, t.kind, t.state, t.starts_at, t.ends_at, x.person_id
    from (select array_agg(c.team_id order by c.n) as teams, array_agg(c.case_id order by c.n) as cases, array_agg(c.starts_at order by c.n) as starts from coming c) q
      cross join lateral access.expected_at(q.teams, q.cases, q.starts) x join coming t on t.n = x.n
  )
  select o.person_id, o.series_id, null::uuid, o.off, s.kind, o.starts_at, o.ends_at, s.weekday, s.starts_at_time, s.minutes, s.every_weeks,
    s.from_on, o.from_on, o.until_on, array(select m.planned_on from meetings m where m.series_id = s.id and m.state = 'cancelled'
      and m.planned_on >= o.from_on and coalesce(m.planned_on <= o.until_on, true) order by 1)
  from of_series o join meeting_series s on s.id = o.series_id
  union all
  select s.person_id, null, s.id, false, s.kind, s.starts_at, s.ends_at, null, null, null, null, null, null, null, null
  from single s join reached r on r.id = s.person_id left join calendar_entries e on e.meeting_id = s.id and e.person_id = s.person_id
  where s.state in ('planned', 'open') and (coalesce(e.off, true) or (e.starts_at, e.ends_at) is distinct from (s.starts_at, s.ends_at))
  union all
  select e.person_id, null, e.meeting_id, true, t.kind, e.starts_at, e.ends_at, null, null, null, null, null, null, null, null
  from calendar_entries e join meetings t on t.id = e.meeting_id
  where not e.off and e.ends_at > app.now() and not exists (select from single s where s.id = e.meeting_id and s.person_id = e.person_id)
  limit p_most
$$;

-- Of the series that are said, the occasions that are elsewhere than the rule or what was said of them has them, or do not take place.
create function access.occasions_due(p_most int)
returns table (entry_id uuid, person_id uuid, meeting_id uuid, off boolean, kind text, planned_at timestamptz, starts_at timestamptz, ends_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  with odd as materialized (
    select m.id, m.series_id, m.planned_on, m.state = 'cancelled' as off, m.kind, date_trunc('milliseconds', m.starts_at) as starts_at,
      date_trunc('milliseconds', m.ends_at) as ends_at, p.planned_at, p.planned_at + make_interval(mins => s.minutes) as planned_end
    from meetings m join meeting_series s on s.id = m.series_id
      cross join lateral (select (m.planned_on + s.starts_at_time) at time zone 'Europe/Helsinki' as planned_at) p
    where m.ends_at > app.now() and (m.state = 'cancelled' or m.starts_at <> p.planned_at or m.ends_at <> p.planned_at + make_interval(mins => s.minutes)
      or exists (select from calendar_occasions o where o.meeting_id = m.id))
  )
  select e.id, e.person_id, m.id, m.off, m.kind, m.planned_at, m.starts_at, m.ends_at
  from odd m join calendar_entries e on e.series_id = m.series_id and not e.off
    left join calendar_occasions o on o.entry_id = e.id and o.meeting_id = m.id
  where m.planned_on >= e.from_on and coalesce(m.planned_on <= e.until_on, true) and m.planned_on <> all (e.without) and not coalesce(o.off, false)
    and (m.off or (m.starts_at, m.ends_at) is distinct from (coalesce(o.starts_at, m.planned_at), coalesce(o.ends_at, m.planned_end)))
  limit p_most
$$;

-- An entry is said, for the first time or again: a series with all that was said of its occasions, which is said anew.
create function access.say_in_calendar(p_person uuid, p_series uuid, p_meeting uuid, p_starts timestamptz, p_ends timestamptz,
  p_from date, p_until date, p_without date[], p_known date, p_off boolean) returns table (uid uuid, sequence int)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from calendar_occasions o using calendar_entries e
  where o.entry_id = e.id and e.person_id = p_person and e.series_id = p_series;
  return query
    insert into calendar_entries as e (person_id, series_id, meeting_id, starts_at, ends_at, from_on, until_on, without, known_until, off)
    values (p_person, p_series, p_meeting, p_starts, p_ends, p_from, p_until, coalesce(p_without, '{}'), p_known, p_off)
    on conflict (person_id, series_id, meeting_id) do update set sequence = e.sequence + 1, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
      from_on = excluded.from_on, until_on = excluded.until_on, without = excluded.without, known_until = excluded.known_until, off = excluded.off
    returning e.uid, e.sequence;
end $$;
create function access.say_occasion(p_entry uuid, p_meeting uuid, p_starts timestamptz, p_ends timestamptz, p_off boolean)
returns table (uid uuid, sequence int)
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into calendar_occasions (entry_id, meeting_id, starts_at, ends_at, off) values (p_entry, p_meeting, p_starts, p_ends, p_off)
  on conflict (entry_id, meeting_id) do update set starts_at = excluded.starts_at, ends_at = excluded.ends_at, off = excluded.off;
  return query update calendar_entries e set sequence = e.sequence + 1 where e.id = p_entry returning e.uid, e.sequence;
end $$;

do $$
declare f text;
begin
  foreach f in array array['expected_at', 'calendars_due', 'occasions_due', 'say_in_calendar', 'say_occasion'] loop
    execute format('alter function access.%I owner to rinki_access', f);
    execute format('revoke all on function access.%I from public', f);
  end loop;
end $$;
grant execute on function access.calendars_due, access.occasions_due, access.say_in_calendar, access.say_occasion to rinki_jobs;
revoke create on schema access from rinki_access;
