-- A comment names the text it is about only to those who may read that text. Delivery asks under which audience the text
-- stands, and learns nothing else of it.
grant create on schema access to rinki_access;
create function access.key_of_entry(p_case uuid, p_entry uuid) returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select acl_key from entries where id = p_entry and case_id = p_case
$$;
alter function access.key_of_entry owner to rinki_access;
revoke all on function access.key_of_entry from public;
grant execute on function access.key_of_entry to rinki_gateway;
revoke create on schema access from rinki_access;
