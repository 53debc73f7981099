-- How a child or somebody of the family was heard when their matter was discussed: a number from 0 to 10 that nobody reads but who gave
-- it. For the team it is counted, of months that are over, and only together with others (decision 35).
grant create on schema access to rinki_access;

create table heard_ratings (
  item_id uuid not null references agenda_items,
  person_id uuid not null references people,
  case_id uuid not null references cases,
  -- Whose figures it is counted in: the meeting's team, or the team of whoever convened it.
  team_id uuid not null references teams,
  rating int not null check (rating between 0 and 10),
  -- When it was first given: what it is counted by, however it is changed.
  rated_at timestamptz not null,
  primary key (item_id, person_id)
);
create index heard_ratings_team on heard_ratings (team_id, rated_at);

alter table heard_ratings enable row level security;
alter table heard_ratings force row level security;
create policy access_all on heard_ratings to rinki_access using (true) with check (true);
grant select, insert, update, delete on heard_ratings to rinki_access;

create function access.month_of(p_at timestamptz) returns date
language sql stable set search_path = public, pg_temp as $$
  select date_trunc('month', p_at at time zone 'Europe/Helsinki')::date
$$;

-- The discussions of a case of which somebody of the family knows: they were there, or were given what came of it. Two months long they are
-- asked about it; what was answered they see as long as they are in the case, and can change until its month is over.
create function access.own_heard(p_case uuid) returns table (case_id uuid, item_id uuid, team_id uuid, discussed_at timestamptz, rating int, open boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select i.case_id, i.id, g.id, i.closed_at, r.rating,
    case when r.item_id is null then i.closed_at > app.now() - interval '60 days'
      else access.month_of(r.rated_at) = access.month_of(app.now()) end
  from agenda_items i join meetings t on t.id = i.meeting_id join cases c on c.id = i.case_id
    join lateral (
      select coalesce(t.team_id, (select m.team_id from team_members m where m.affiliation_id = t.convened_by
        and tstzrange(m.starts_at, m.ends_at) @> t.convened_at order by m.starts_at, m.team_id limit 1)) as id) g on g.id is not null
    left join heard_ratings r on r.item_id = i.id and r.person_id = app.person()
  where i.case_id = p_case and i.state = 'discussed' and access.has_key(c.acl_key)
    and app.affiliation() is null and access.holds(p_case, 'member')
    and (r.item_id is not null
      or exists (select from attendances a where a.item_id = i.id and a.person_id = app.person() and a.affiliation_id is null)
      or exists (select from entries e where e.agenda_item_id = i.id and e.kind = 'family-summary' and e.state <> 'draft' and access.has_key(e.acl_key))
      or exists (select from memo_versions v join memo_parts p on p.id = v.memo_part_id where p.item_id = i.id and access.has_key(v.acl_key)))
$$;

-- The same of one discussion, whatever case it is of: the family reads no agenda.
create function access.own_heard_of(p_item uuid) returns table (case_id uuid, item_id uuid, team_id uuid, discussed_at timestamptz, rating int, open boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select o.* from agenda_items i join lateral access.own_heard(i.case_id) o on o.item_id = i.id where i.id = p_item
$$;

-- null takes the answer away.
create function access.rate_heard(p_item uuid, p_rating int) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare h record;
begin
  select * into h from access.own_heard_of(p_item);
  if h.item_id is null then raise exception 'no such discussion' using errcode = '42501'; end if;
  if not h.open then raise exception 'no more to be changed' using errcode = '42501'; end if;
  if p_rating is null then
    delete from heard_ratings r where r.item_id = p_item and r.person_id = app.person();
  else
    insert into heard_ratings (item_id, person_id, case_id, team_id, rating, rated_at)
    values (p_item, app.person(), h.case_id, h.team_id, p_rating, app.now())
    on conflict on constraint heard_ratings_pkey do update set rating = excluded.rating;
  end if;
end $$;

-- For the team: whole months that are over, as many together as it takes until five cases stand behind them. Counted from the first answer
-- on, so that a span once told stays what it was, and nobody can see from one day to the next what somebody has just answered.
create function access.team_heard(p_team uuid) returns jsonb
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  v_first date;
  v_month date;
  v_from date;
  v_told jsonb := '[]';
  s record;
begin
  if not access.in_team(p_team) then raise exception 'not in the team' using errcode = '42501'; end if;
  select access.month_of(min(r.rated_at)) into v_first from heard_ratings r where r.team_id = p_team;
  v_from := v_first;
  v_month := v_first;
  while v_month < access.month_of(app.now()) loop
    select count(*) as answers, count(distinct r.case_id) as cases, round(avg(r.rating), 1) as mean into s from heard_ratings r
    where r.team_id = p_team and r.rated_at >= v_from::timestamp at time zone 'Europe/Helsinki'
      and r.rated_at < (v_month + interval '1 month') at time zone 'Europe/Helsinki';
    if s.cases >= 5 then
      v_told := jsonb_build_object('from', to_char(v_from, 'YYYY-MM'), 'until', to_char(v_month, 'YYYY-MM'), 'answers', s.answers, 'mean', s.mean) || v_told;
      v_from := (v_month + interval '1 month')::date;
    end if;
    v_month := (v_month + interval '1 month')::date;
  end loop;
  return v_told;
end $$;

do $$
declare f text;
begin
  foreach f in array array['month_of', 'own_heard', 'own_heard_of', 'rate_heard', 'team_heard'] loop
    execute format('alter function access.%I owner to rinki_access', f);
    execute format('revoke all on function access.%I from public', f);
  end loop;
end $$;
grant execute on function access.own_heard, access.own_heard_of, access.rate_heard, access.team_heard to rinki_app;
revoke create on schema access from rinki_access;
