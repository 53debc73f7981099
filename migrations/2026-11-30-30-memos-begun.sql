-- When a meeting has ended there is a memo of each case, in parts. Whoever visited left the room with their item: all who read a part are told that
-- something of theirs is another.

grant create on schema access to rinki_access;
create function access.memo_readers(p_meeting uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select distinct m.person_id from memo_parts p join acl_members m on m.acl_key = p.acl_key and m.valid @> app.now()
  where p.meeting_id = p_meeting and access.meeting_part(p_meeting) = 'team'
$$;
alter function access.memo_readers owner to rinki_access;
revoke all on function access.memo_readers from public;
grant execute on function access.memo_readers to rinki_app;
revoke create on schema access from rinki_access;
