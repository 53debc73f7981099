-- That a request with its answer was taken into an own system: known to the side that took it, and to no other.
grant create on schema access to rinki_access;

create table consultation_transfers (
  id uuid primary key default uuidv7(),
  consultation_id uuid not null references consultations,
  side text not null check (side in ('asking', 'answering', 'invited')),
  -- The service that had it then.
  service_id uuid references services,
  -- What the system is called there.
  system text not null check (length(system) between 1 and 200),
  person_id uuid not null references people,
  affiliation_id uuid not null references affiliations,
  at timestamptz not null,
  check ((side = 'answering') = (service_id is not null))
);
create index consultation_transfers_of on consultation_transfers (consultation_id, id);
alter table consultation_transfers enable row level security;
alter table consultation_transfers force row level security;
create policy access_all on consultation_transfers to rinki_access using (true) with check (true);
create policy of_own_side on consultation_transfers for select to rinki_app using ((select access.acts())
  and exists (select from consultations c where c.id = consultation_id and case side
    when 'asking' then (c.asker_id = (select app.person()) and c.asker_affiliation_id = (select app.affiliation()))
      or (c.deputy_id = (select app.person()) and c.deputy_affiliation_id = (select app.affiliation()))
      or c.asker_affiliation_id = any ((select access.stands_in_for())::uuid[])
    when 'answering' then service_id = any ((select access.my_services())::uuid[])
    else person_id = (select app.person()) and affiliation_id = (select app.affiliation()) end));
grant select on consultation_transfers to rinki_app;
grant select, insert on consultation_transfers to rinki_access;

-- Nothing of the request itself changes, not even its moment: the other side could see that.
create function access.mark_consultation_transferred(p_id uuid, p_system text) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c consultations;
  v_parts text[];
  v_side text;
begin
  select * into c from consultations x where x.id = p_id for update;
  v_parts := access.consultation_parts(c);
  v_side := case when v_parts && '{asker,deputy}' then 'asking' when 'member' = any (v_parts) then 'answering'
    when 'expert' = any (v_parts) then 'invited' end;
  if not found or v_side is null or c.state not in ('answered', 'followed-up', 'closed') then
    raise exception 'not to be marked' using errcode = '42501';
  end if;
  insert into consultation_transfers (consultation_id, side, service_id, system, person_id, affiliation_id, at)
  values (c.id, v_side, case when v_side = 'answering' then c.service_id end, p_system, app.person(), app.affiliation(), app.now());
  return c.state;
end $$;
alter function access.mark_consultation_transferred owner to rinki_access;
revoke all on function access.mark_consultation_transferred from public;
grant execute on function access.mark_consultation_transferred to rinki_app;
revoke create on schema access from rinki_access;
