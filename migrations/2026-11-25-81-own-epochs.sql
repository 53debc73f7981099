-- Whether anything has changed of who may see what, in all cases of one person, acting in one affiliation, at once. A case's access epoch only rises
-- and a membership is never removed, so the number of the own memberships and the sum of their cases' epochs are the same
-- only while each of them is. Tells the person of the transaction about their own cases alone.
create function access.own_epochs() returns table (places bigint, epochs bigint)
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*), coalesce(sum(s.access_epoch), 0)::bigint
  from memberships m join streams s on s.id = m.case_id where m.person_id = app.person()
    and m.affiliation_id is not distinct from app.affiliation()
$$;
grant create on schema access to rinki_access;
alter function access.own_epochs owner to rinki_access;
revoke create on schema access from rinki_access;
revoke all on function access.own_epochs from public;
grant execute on function access.own_epochs to rinki_app;
