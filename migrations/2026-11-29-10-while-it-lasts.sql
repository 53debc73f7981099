-- What somebody does in an affiliation, they do while it lasts: two doors and a policy did not ask.

-- Accepts what was asked, in the affiliation in which one was asked and still works; the family has none.
create or replace function access.accept_membership(p_membership uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update memberships set accepted_at = app.now()
  where id = p_membership and person_id = app.person() and affiliation_id is not distinct from app.affiliation()
    and accepted_at is null and tstzrange(starts_at, ends_at) @> app.now() and (affiliation_id is null or access.acts());
  if not found then raise exception 'nothing to accept' using errcode = '42501'; end if;
end $$;

-- Declines what was asked, likewise: the membership ends, and the home team, and whoever invited, learn the reason. An offer
-- of responsibility that came with it is declined too.
create or replace function access.decline_membership(p_membership uuid, p_reason text)
returns table (case_id uuid, acl_key bigint, kind text, row_data jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  m memberships;
begin
  select x.* into m from memberships x where x.id = p_membership and x.person_id = app.person()
    and x.affiliation_id is not distinct from app.affiliation() and x.accepted_at is null
    and x.substitutes_for is null and tstzrange(x.starts_at, x.ends_at) @> app.now()
    and (x.affiliation_id is null or access.acts()) for update;
  if not found or (m.role = 'responsible' and not access.another_responsible(m.id)) then
    raise exception 'nothing to decline' using errcode = '42501';
  end if;
  update handovers h set closed_at = app.now(), outcome = 'declined', reason = p_reason where h.to_membership_id = m.id and h.closed_at is null;
  update memberships set ends_at = greatest(starts_at, app.now()), ended_by = app.person(), end_reason = p_reason where id = m.id;
  update membership_invitations set declined_at = app.now(), reason = p_reason where membership_id = m.id;
  insert into notices (person_id, kind, case_id, from_person_id, at, words)
  select a.person_id, 'invitation-declined', m.case_id, app.person(), app.now(), p_reason from affiliations a where a.id = m.invited_by;
  perform access.rescue_drafts(m.id);
  perform access.derive_case(m.case_id);
  return query select * from access.told(array[m.id]);
end $$;

-- What lies in no case is kept in the affiliation in which it was written: whoever cannot read it there throws it not away either.
alter policy discardable on entries using (
  case_id is null and (select app.person()) = any (author_ids)
  and exists (select from acl_members m where m.acl_key = entries.acl_key and m.person_id = (select app.person()) and m.valid @> (select app.now())));

-- That no prohibition stops it is said of what allows alone.
alter table grounds add check (not beats_prohibition or effect = 'allow');
