-- What an agenda is built from: after how many weeks a case proposes itself, and why an item was put off or taken off.
insert into rules (key, valid_from, value, source) values
  ('discussion-weeks', '2024-01-01', '8', 'Rinki: fidelity of the systemic team, cases discussed within 8 weeks');

grant create on schema access to rinki_access;

-- Of what is done with a reason, the reason: for whoever reads the move.
alter table meeting_moves add column reason text check (length(reason) <= 400);

-- By whoever has put the item off, or taken it off the agenda, at this very moment: what was said later is no reason of it.
create function access.give_reason(p_item uuid, p_reason text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update meeting_moves m set reason = p_reason
  where m.item_id = p_item and m.act in ('postpone-item', 'withdraw-item') and m.at = app.now() and m.by_affiliation_id = app.affiliation()
    and m.reason is null and access.acts() and access.item_part(p_item) = 'team';
  if not found then raise exception 'no such move' using errcode = '42501'; end if;
end $$;
alter function access.give_reason owner to rinki_access;
revoke all on function access.give_reason from public;
grant execute on function access.give_reason to rinki_app;

revoke create on schema access from rinki_access;
