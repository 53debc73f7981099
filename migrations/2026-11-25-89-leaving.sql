-- Whoever takes part can leave by themselves, with a word to the home team if they like. What they were typing becomes a
-- private note, as at every ended membership (decision 15).
grant create on schema access to rinki_access;

-- Told apart from an invitation that was declined.
alter table membership_invitations add column left_at timestamptz;

-- Ends the own membership. The responsible workers, and whoever invited if they are still there, learn of it.
create function access.leave_membership(p_membership uuid, p_reason text)
returns table (case_id uuid, acl_key bigint, kind text, row_data jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  m memberships;
begin
  select x.* into m from memberships x join affiliations a on a.id = x.affiliation_id
  where x.id = p_membership and x.person_id = app.person() and x.affiliation_id = app.affiliation()
    and x.substitutes_for is null and x.role <> 'break-glass'
    and tstzrange(x.starts_at, x.ends_at) @> app.now() and tstzrange(a.starts_at, a.ends_at) @> app.now() for update of x;
  if not found or (m.role = 'responsible' and not access.another_responsible(m.id)) then
    raise exception 'nothing to leave' using errcode = '42501';
  end if;
  update handovers h set closed_at = app.now(), outcome = 'declined', reason = nullif(p_reason, '')
    where h.to_membership_id = m.id and h.closed_at is null;
  update memberships set ends_at = greatest(starts_at, app.now()), ended_by = app.person(), end_reason = nullif(p_reason, '') where id = m.id;
  insert into membership_invitations (membership_id, case_id, acl_key, person_id, affiliation_id, purpose, left_at, reason)
  select m.id, m.case_id, access.audience_key(m.case_id, c.owner_agency_id, 'coordination', 'team', '{}', 'none', '{}', '{}'),
    m.person_id, m.affiliation_id, '', app.now(), nullif(p_reason, '') from cases c where c.id = m.case_id
  on conflict (membership_id) do update set left_at = excluded.left_at, reason = excluded.reason;
  insert into notices (person_id, kind, case_id, from_person_id, at, words)
  select distinct o.person_id, 'member-left', m.case_id, app.person(), app.now(), nullif(p_reason, '')
  from memberships o join affiliations a on a.id = o.affiliation_id join cases c on c.id = o.case_id
  where o.case_id = m.case_id and o.person_id <> m.person_id and a.agency_id = c.owner_agency_id
    and (o.role = 'responsible' or o.affiliation_id = m.invited_by)
    and tstzrange(o.starts_at, o.ends_at) @> app.now() and tstzrange(a.starts_at, a.ends_at) @> app.now();
  perform access.rescue_drafts(m.id);
  perform access.derive_case(m.case_id);
  return query select * from access.told(array[m.id]);
end $$;
alter function access.leave_membership owner to rinki_access;
revoke all on function access.leave_membership from public;
grant execute on function access.leave_membership to rinki_app;
revoke create on schema access from rinki_access;
