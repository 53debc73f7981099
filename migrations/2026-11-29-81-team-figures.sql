-- How a team's meetings have gone, month by month by the calendar of Helsinki: facts of use, for the team itself. Numbers alone, also of
-- cases that the reader does not read; none that fewer than five stand behind, and nobody is named or counted as a person (decision 33).
grant create on schema access to rinki_access;
grant select on rules to rinki_access;

create function access.team_figures(p_team uuid) returns jsonb
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not access.in_team(p_team) then raise exception 'not in the team' using errcode = '42501'; end if;
  return (
    with days as (
      select m as first, (m + interval '1 month') as next
      from generate_series(date_trunc('month', app.now() at time zone 'Europe/Helsinki') - interval '5 months',
        date_trunc('month', app.now() at time zone 'Europe/Helsinki'), interval '1 month') m),
    months as (
      select first, next, first at time zone 'Europe/Helsinki' as from_at, next at time zone 'Europe/Helsinki' as until_at,
        -- What is open is counted at the end of the month, or now.
        least(next at time zone 'Europe/Helsinki', app.now()) as seen_at
      from days),
    looked as (
      select m.*, ((m.seen_at at time zone 'Europe/Helsinki') - make_interval(weeks => (
        select (r.value #>> '{}')::int from rules r
        where r.key = 'discussion-weeks' and r.valid_from <= (m.seen_at at time zone 'Europe/Helsinki')::date
        order by r.valid_from desc limit 1))) at time zone 'Europe/Helsinki' as back_at
      from months m),
    held as (
      select m.first, count(*) as n from months m
        join meetings t on t.team_id = p_team and t.state in ('open', 'ended') and t.opened_at >= m.from_at and t.opened_at < m.until_at
      group by 1),
    talks as (
      select m.first, i.id, i.case_id, i.meeting_id, i.opened_at, i.closed_at, (i.closed_at at time zone 'Europe/Helsinki')::date as day
      from months m join agenda_items i on i.state = 'discussed' and i.closed_at >= m.from_at and i.closed_at < m.until_at
        join meetings t on t.id = i.meeting_id and t.team_id = p_team),
    told as (
      select k.first, count(*) as n,
        count(*) filter (where exists (
          select from attendances a join affiliations f on f.id = a.affiliation_id
          where a.meeting_id = k.meeting_id and (a.item_id is null or a.item_id = k.id) and f.profession = 'family-therapist'
            and a.came_at <= k.closed_at and coalesce(a.left_at, k.closed_at) >= k.opened_at)) as therapist,
        sum((select count(*) from entries e where e.agenda_item_id = k.id and e.kind = 'hypothesis' and e.state <> 'draft'
          and exists (select from jsonb_each(e.fields) f where btrim(f.value ->> 'text') <> '')))::int as hypotheses,
        count(*) filter (where exists (
          select from entries e where e.case_id = k.case_id and e.kind = 'child-view' and e.state <> 'draft'
            and e.fields -> 'heardOn' ->> 'text' between (k.day - 30)::text and k.day::text)) as met
      from talks k group by 1),
    own as (
      -- Of those in the team, the cases they are responsible for, open for as long as a discussion is waited for.
      select m.first, count(distinct c.id) as n, count(distinct c.id) filter (where exists (
        select from agenda_items i where i.case_id = c.id and i.state = 'discussed' and i.closed_at > m.back_at and i.closed_at <= m.seen_at)) as discussed
      from looked m
        join team_members s on s.team_id = p_team and tstzrange(s.starts_at, s.ends_at) @> m.seen_at
        join memberships r on r.affiliation_id = s.affiliation_id and r.role = 'responsible' and tstzrange(r.starts_at, r.ends_at) @> m.seen_at
        join cases c on c.id = r.case_id and c.opened_at <= m.back_at and (c.closed_at is null or c.closed_at > m.seen_at)
      group by 1),
    due as (
      -- What was agreed in the team's meetings and was to be done by a day of this month that is over, or is done before it.
      select m.first, count(*) as n, count(*) filter (where s.state = 'done'
        and (select max(v.at at time zone 'Europe/Helsinki')::date from step_moves v where v.step_id = s.id and v.act = 'done') <= s.due_on) as on_time
      from months m join steps s on s.due_on >= m.first::date and s.due_on < m.next::date and s.state <> 'dropped'
          and (s.state = 'done' or s.due_on < (app.now() at time zone 'Europe/Helsinki')::date)
        join agenda_items i on i.id = s.agenda_item_id join meetings t on t.id = i.meeting_id and t.team_id = p_team
      group by 1)
    select jsonb_agg(jsonb_build_object(
      'month', to_char(m.first, 'YYYY-MM'),
      'meetings', coalesce(h.n, 0),
      'discussions', case when k.n >= 5 then jsonb_build_object('count', k.n, 'therapist', k.therapist, 'hypotheses', k.hypotheses, 'childMet', k.met) end,
      'cases', case when o.n >= 5 then jsonb_build_object('open', o.n, 'discussed', o.discussed) end,
      'steps', case when d.n >= 5 then jsonb_build_object('due', d.n, 'onTime', d.on_time) end) order by m.first desc)
    from months m left join held h using (first) left join told k using (first) left join own o using (first) left join due d using (first));
end $$;
alter function access.team_figures owner to rinki_access;
revoke all on function access.team_figures from public;
grant execute on function access.team_figures to rinki_app;
revoke create on schema access from rinki_access;
