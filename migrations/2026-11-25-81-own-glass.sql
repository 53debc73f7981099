-- Break-glass beside the life of a membership: there is nothing to accept, and no substitute gets it.
grant create on schema access to rinki_access;

-- Each breaks the glass for themself: nobody gets such a place by somebody else's doing, a substitute's among them.
create function access.only_own_glass() returns trigger
language plpgsql set search_path = public, pg_temp as $$
begin
  if app.person() is not null and (new.person_id <> app.person() or new.affiliation_id is distinct from app.affiliation()) then
    return null;
  end if;
  return new;
end $$;
create trigger only_own_glass before insert on memberships
  for each row when (new.role = 'break-glass') execute function access.only_own_glass();

-- Whoever opens it so has opened it.
create or replace function access.break_glass(p_case uuid, p_affiliation uuid, p_reason text, p_minutes int default 60) returns break_glass_uses
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_agency uuid := access.require_glass_breaker();
  v_home uuid;
  v_membership uuid := uuidv7();
  v_use break_glass_uses;
begin
  -- A guessed id looks like none, and whoever takes part already needs no hammer.
  if p_affiliation is distinct from app.affiliation() or not access.in_register(p_case, v_agency) or exists (
    select from memberships m where m.case_id = p_case and m.person_id = app.person() and m.affiliation_id = app.affiliation()
      and tstzrange(m.starts_at, m.ends_at) @> app.now())
  then
    raise exception 'not a case to be opened so' using errcode = '42501';
  end if;
  select owner_agency_id into v_home from cases where id = p_case;
  insert into memberships (id, case_id, acl_key, person_id, affiliation_id, role, starts_at, ends_at, opened_at)
  values (v_membership, p_case, access.audience_key(p_case, v_agency, 'coordination', 'agencies',
      case when v_home = v_agency then '{}' else array[v_home] end, 'none', '{}', '{}', true),
    app.person(), p_affiliation, 'break-glass', app.now(), app.now() + make_interval(mins => least(greatest(p_minutes, 1), 60)), app.now());
  insert into break_glass_uses (case_id, membership_id, person_id, affiliation_id, agency_id, reason, at, until)
  select p_case, m.id, m.person_id, m.affiliation_id, v_agency, p_reason, m.starts_at, m.ends_at from memberships m where m.id = v_membership
  returning * into v_use;
  perform access.derive_case(p_case);
  return v_use;
end $$;

alter function access.only_own_glass owner to rinki_access;
revoke all on function access.only_own_glass from public;
revoke create on schema access from rinki_access;
