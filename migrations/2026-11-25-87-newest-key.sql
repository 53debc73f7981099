-- A new audience that somebody may read is no news to them: there is nothing under it yet. The watch over Today tells it from
-- an older one that has opened by the newest key that there was when it began.
grant create on schema access to rinki_access;
create function access.newest_key(p_case uuid) returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(max(acl_key), 0) from audiences where case_id = p_case
$$;
alter function access.newest_key owner to rinki_access;
revoke all on function access.newest_key from public;
grant execute on function access.newest_key to rinki_gateway;
revoke create on schema access from rinki_access;
