-- What a team makes of the phases of its meetings: each change is a version of its own. What holds of every version, whoever wrote it:
-- the child's voice stays, no key stands twice, and a version follows the one before it.
grant create on schema access to rinki_access;

create function access.hold_template() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not jsonb_path_exists(new.phases, '$[*] ? (@.key == "child-voice")') then
    raise exception 'the child''s voice is missing' using errcode = '23514';
  end if;
  if (select count(distinct p ->> 'key') <> count(*) from jsonb_array_elements(new.phases) p) then
    raise exception 'a key stands twice' using errcode = '23514';
  end if;
  if new.version <> (select coalesce(max(m.version), 0) + 1 from meeting_templates m where m.kind = new.kind and m.team_id is not distinct from new.team_id) then
    raise exception 'not the next version' using errcode = '23514';
  end if;
  return new;
end $$;
alter function access.hold_template owner to rinki_access;
revoke all on function access.hold_template from public;
create trigger hold before insert on meeting_templates for each row execute function access.hold_template();

alter policy of_team on meeting_templates
  with check (access.in_team(team_id) and made_by = (select app.affiliation()) and made_at = (select app.now()));
revoke create on schema access from rinki_access;
