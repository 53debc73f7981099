-- Whoever is expected in a meeting says that they cannot come. For those who are expected with them; after the beginning it is closed.
grant create on schema access to rinki_access;

create table meeting_regrets (
  id uuid primary key default uuidv7(),
  meeting_id uuid not null references meetings,
  affiliation_id uuid not null references affiliations,
  note text check (length(note) between 1 and 200),
  said_at timestamptz not null,
  taken_back_at timestamptz check (taken_back_at >= said_at)
);
create unique index meeting_regrets_once on meeting_regrets (meeting_id, affiliation_id) where taken_back_at is null;
alter table meeting_regrets enable row level security;
alter table meeting_regrets force row level security;
create policy access_all on meeting_regrets to rinki_access using (true) with check (true);
grant select, insert, update on meeting_regrets to rinki_access;

-- Is the person of the transaction expected in the meeting, as they act?
create function access.is_expected(t meetings) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select access.acts() and exists (select from access.expected_at(array[t.team_id], array[t.case_id], array[t.starts_at]) e
    where e.person_id = app.person() and e.affiliation_id = app.affiliation())
$$;

-- Who is expected, for whoever is too: who has said that they cannot come, and who is away at that time by an absence that is recorded.
create function access.who_comes(p_meeting uuid)
returns table (person_id uuid, affiliation_id uuid, regrets boolean, note text, away_from timestamptz, away_until timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select e.person_id, e.affiliation_id, r.id is not null, r.note, a.starts_at, a.ends_at
  from meetings t cross join lateral access.expected_at(array[t.team_id], array[t.case_id], array[t.starts_at]) e
    left join meeting_regrets r on r.meeting_id = t.id and r.affiliation_id = e.affiliation_id and r.taken_back_at is null
    left join lateral (select x.starts_at, x.ends_at from absences x where x.affiliation_id = e.affiliation_id and x.ended_at is null
      and x.starts_at < t.ends_at and x.ends_at > t.starts_at order by x.starts_at limit 1) a on true
  where t.id = p_meeting and t.state = 'planned' and access.is_expected(t)
$$;

create function access.say_coming(p_meeting uuid, p_comes boolean, p_note text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare t meetings;
begin
  t := access.hold_meeting(p_meeting);
  if t.state <> 'planned' or not access.is_expected(t) then raise exception 'not expected' using errcode = '42501'; end if;
  if p_comes then
    update meeting_regrets r set taken_back_at = app.now() where r.meeting_id = t.id and r.affiliation_id = app.affiliation() and r.taken_back_at is null;
  else
    insert into meeting_regrets as r (meeting_id, affiliation_id, note, said_at) values (t.id, app.affiliation(), p_note, app.now())
    on conflict (meeting_id, affiliation_id) where taken_back_at is null do update set note = excluded.note;
  end if;
end $$;

-- Those who see in a planned meeting that somebody is away: beside an absence that is recorded or ended at this very moment.
create function access.beside_absence_now(p_affiliation uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct e.person_id from absences x
    join meetings t on t.state = 'planned' and t.starts_at < x.ends_at and t.ends_at > x.starts_at
      and (exists (select from team_members m where m.team_id = t.team_id and m.affiliation_id = x.affiliation_id)
        or exists (select from memberships m where m.case_id = t.case_id and m.affiliation_id = x.affiliation_id))
    cross join lateral access.expected_at(array[t.team_id], array[t.case_id], array[t.starts_at]) e
  where x.affiliation_id = p_affiliation and access.arranges(p_affiliation) and (x.recorded_at = app.now() or x.ended_at = app.now())
    and exists (select from access.expected_at(array[t.team_id], array[t.case_id], array[t.starts_at]) o where o.affiliation_id = x.affiliation_id)
$$;

do $$
declare f text;
begin
  foreach f in array array['is_expected', 'who_comes', 'say_coming', 'beside_absence_now'] loop
    execute format('alter function access.%I owner to rinki_access', f);
    execute format('revoke all on function access.%I from public', f);
  end loop;
end $$;
grant execute on function access.who_comes, access.say_coming, access.beside_absence_now to rinki_app;
revoke create on schema access from rinki_access;
