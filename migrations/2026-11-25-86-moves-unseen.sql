-- A text has moved to another audience: what the buffer still holds of it, for those who were away, goes along, and is for
-- whoever may read it where it lies now and where it lay before. Whoever may read it before and after misses nothing, and is not sent to a
-- fresh snapshot by a move that is not theirs to know of.
grant create on schema access to rinki_access;
create function access.follow_entry(p_case uuid, p_entry uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_key bigint;
begin
  select acl_key into v_key from entries where id = p_entry and case_id = p_case;
  if v_key is null or not access.took_part(p_case) then
    raise exception 'not a text to be followed' using errcode = '42501';
  end if;
  update events set acl_key = v_key, payload = payload || jsonb_build_object('reach', coalesce(payload -> 'reach', '{}') ||
      jsonb_build_object('also', coalesce(payload -> 'reach' -> 'also', '[]') || to_jsonb(acl_key)))
  where stream_id = p_case and (payload -> 'entry' ->> 'id' = p_entry::text or payload ->> 'entryId' = p_entry::text)
    and kind <> 'entry.removed' and acl_key <> v_key;
end $$;
alter function access.follow_entry owner to rinki_access;
revoke all on function access.follow_entry from public;
grant execute on function access.follow_entry to rinki_app;

-- A new audience that somebody may read is no news to them: there is nothing under it yet. The watch over Today tells it from
-- an older one that has opened by the newest key that there was when it began.
create function access.newest_key(p_case uuid) returns bigint
language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(max(acl_key), 0) from audiences where case_id = p_case
$$;
alter function access.newest_key owner to rinki_access;
revoke all on function access.newest_key from public;
grant execute on function access.newest_key to rinki_gateway;
revoke create on schema access from rinki_access;
