-- Whoever is in the case no more hears nothing of their visit but that it is taken off their calendar, and their page nothing at all.

drop function access.visits_changed_now(uuid);
grant create on schema access to rinki_access;
create function access.visits_changed_now(p_meeting uuid)
returns table (person_id uuid, uid uuid, sequence int, from_at timestamptz, until_at timestamptz, withdrawn boolean, holds boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.person_id, v.calendar_uid, v.calendar_sequence, v.from_at, v.until_at, v.withdrawn_at is not null, tstzrange(m.starts_at, m.ends_at) @> app.now()
  from agenda_visits v join memberships m on m.id = v.membership_id
  where v.meeting_id = p_meeting and v.changed_at = app.now() and access.meeting_part(p_meeting) = 'team'
    and (v.withdrawn_at is not null or tstzrange(m.starts_at, m.ends_at) @> app.now())
  order by v.id
$$;
alter function access.visits_changed_now owner to rinki_access;
revoke all on function access.visits_changed_now from public;
grant execute on function access.visits_changed_now to rinki_app;
revoke create on schema access from rinki_access;
