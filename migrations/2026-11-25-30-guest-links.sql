-- Somebody without an account is let in by a one-time link, which comes by mail, together with a code, which the inviter
-- tells by telephone. Of both only hashes are kept. One row is one link; a new one replaces the old.
create table guest_links (
  id uuid primary key,
  case_id uuid not null references cases,
  membership_id uuid not null references memberships,
  person_id uuid not null references people,
  affiliation_id uuid not null references affiliations,
  -- The question that the link leads to.
  contribution_id uuid not null references contributions,
  made_by uuid not null references people,
  made_at timestamptz not null,
  secret_hash bytea not null unique,
  -- With a key of the installation: six digits alone could be tried out on a copy of the table.
  code_hash bytea not null,
  expires_at timestamptz not null check (expires_at > made_at),
  opened_at timestamptz,
  used_at timestamptz,
  wrong_codes int not null default 0 check (wrong_codes <= 5),
  ended_at timestamptz,
  ended_why text check (ended_why in ('revoked', 'replaced', 'wrong-codes', 'own-password')),
  check ((ended_at is null) = (ended_why is null))
);
create index guest_links_case on guest_links (case_id);
create index guest_links_person on guest_links (person_id);

alter table guest_links enable row level security;
alter table guest_links force row level security;
-- The team of the agency whose case it is looks after its links. The hashes are for the doors below alone.
create policy of_home on guest_links for select to rinki_app using (access.holds(case_id, 'home'));
create policy makeable on guest_links for insert to rinki_app
  with check (access.holds(case_id, 'home') and made_by = (select app.person()));
create policy endable on guest_links for update to rinki_app using (access.holds(case_id, 'home'));
create policy access_all on guest_links to rinki_access using (true) with check (true);
create policy post on guest_links for select to rinki_jobs using (true);
grant insert on guest_links to rinki_app;
grant select (id, case_id, membership_id, person_id, affiliation_id, contribution_id, made_by, made_at, expires_at, opened_at,
  used_at, wrong_codes, ended_at, ended_why) on guest_links to rinki_app;
grant update (ended_at, ended_why) on guest_links to rinki_app;
grant select, update on guest_links to rinki_access;
grant select (id, expires_at, used_at, ended_at) on guest_links to rinki_jobs;

-- Whoever has come by a link may choose a name and a password of their own.
grant update (sign_in_name) on people to rinki_app;

-- The mail that carries the link is made when it is sent: the secret stands nowhere.
alter table mails add guest_link_id uuid references guest_links;
alter table mails drop constraint mails_skipped_why_check;
alter table mails add constraint mails_skipped_why_check
  check (skipped_why in ('signed-in', 'repeated', 'no-address', 'no-mail-server', 'link-ended'));

-- Can somebody come in by this link now? Whoever has a password of their own comes by the door.
create function access.guest_link_holds(l guest_links) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select l.used_at is null and l.ended_at is null and app.now() < l.expires_at
    and exists (select from people p where p.id = l.person_id and (p.ended_at is null or p.ended_at > app.now()))
    and exists (select from memberships m where m.id = l.membership_id and tstzrange(m.starts_at, m.ends_at) @> app.now())
    and exists (select from affiliations a where a.id = l.affiliation_id and tstzrange(a.starts_at, a.ends_at) @> app.now())
    and exists (select from contributions c where c.id = l.contribution_id and c.status <> 'withdrawn')
    and exists (select from cases k where k.id = l.case_id and k.closed_at is null)
    and not exists (select from credentials c where c.person_id = l.person_id)
$$;

-- Before there is an actor: whose link this is, if it holds. That it was opened is kept, and told once to who made it.
create function access.look_at_guest_link(p_secret bytea) returns table (person_id uuid, opened_for uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
declare l guest_links;
begin
  select * into l from guest_links g where g.secret_hash = p_secret;
  if not found or not access.guest_link_holds(l) then return; end if;
  update guest_links g set opened_at = app.now() where g.id = l.id and g.opened_at is null;
  return query select l.person_id, case when found then l.made_by end;
end $$;

-- Link and code together, once. Of two openings at the same moment the second waits, and finds the link used. The fifth
-- wrong code ends the link, and whoever made it is told.
create function access.use_guest_link(p_secret bytea, p_code bytea)
returns table (outcome text, tries_left int, link_id uuid, person_id uuid, affiliation_id uuid, case_id uuid, contribution_id uuid, made_by uuid)
language plpgsql security definer set search_path = public, pg_temp as $$
declare l guest_links;
begin
  select * into l from guest_links g where g.secret_hash = p_secret for update;
  if not found or not access.guest_link_holds(l) then
    return query select 'ended', 0, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid, null::uuid;
    return;
  end if;
  if l.code_hash = p_code then
    update guest_links g set used_at = app.now(), opened_at = coalesce(g.opened_at, app.now()) where g.id = l.id;
    update memberships m set opened_at = coalesce(m.opened_at, app.now()) where m.id = l.membership_id;
    return query select 'used', 5 - l.wrong_codes, l.id, l.person_id, l.affiliation_id, l.case_id, l.contribution_id, l.made_by;
    return;
  end if;
  update guest_links g set wrong_codes = g.wrong_codes + 1,
    ended_at = case when g.wrong_codes = 4 then app.now() end, ended_why = case when g.wrong_codes = 4 then 'wrong-codes' end
  where g.id = l.id;
  if l.wrong_codes = 4 then
    insert into notices (person_id, kind, case_id, from_person_id, at) values (l.made_by, 'guest-link-locked', l.case_id, l.person_id, app.now());
  end if;
  return query select 'wrong', 4 - l.wrong_codes, l.id, null::uuid, null::uuid, null::uuid, null::uuid, l.made_by;
end $$;

-- Somebody whom the own agency has invited before, to the same agency, under the same name and address, and who still
-- comes by links: the same person. Nobody else's addresses are compared: they are in no directory.
create function access.known_guest(p_case uuid, p_agency uuid, p_name text, p_email text) returns uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform access.require_member(p_case, true);
  return (
    select p.id from people p
    where lower(p.email) = lower(p_email) and lower(p.name) = lower(p_name) and not p.family
      and (p.ended_at is null or p.ended_at > app.now())
      and not exists (select from credentials c where c.person_id = p.id)
      and exists (select from affiliations a where a.person_id = p.id and a.agency_id = p_agency)
      and exists (select from guest_links l join cases k on k.id = l.case_id join cases o on o.owner_agency_id = k.owner_agency_id
        where l.person_id = p.id and o.id = p_case)
    order by p.id limit 1);
end $$;

-- Of the members of a case those who have no password of their own. For the team that sends them links.
create function access.guests_of_case(p_case uuid) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  perform access.require_member(p_case, true);
  return query select m.id from memberships m
    where m.case_id = p_case and m.affiliation_id is not null and tstzrange(m.starts_at, m.ends_at) @> app.now()
      and not exists (select from credentials c where c.person_id = m.person_id);
end $$;

-- A first password of one's own: only where there is none yet. The links there are end with it.
create function access.take_first_password(p_hash text) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from people p where p.id = app.person() and (p.ended_at is null or p.ended_at > app.now())) then
    raise exception 'nobody' using errcode = '42501';
  end if;
  insert into credentials (person_id, password_hash, changed_at) values (app.person(), p_hash, app.now()) on conflict (person_id) do nothing;
  if not found then return false; end if;
  update guest_links set ended_at = app.now(), ended_why = 'own-password'
  where person_id = app.person() and used_at is null and ended_at is null;
  return true;
end $$;

grant insert on credentials to rinki_access;
grant create on schema access to rinki_access;
do $$
declare f text;
begin
  foreach f in array array['guest_link_holds', 'look_at_guest_link', 'use_guest_link', 'known_guest', 'guests_of_case', 'take_first_password'] loop
    execute format('alter function access.%I owner to rinki_access', f);
    execute format('revoke all on function access.%I from public', f);
  end loop;
end $$;
revoke create on schema access from rinki_access;
grant execute on function access.look_at_guest_link, access.use_guest_link, access.known_guest, access.guests_of_case,
  access.take_first_password to rinki_app;
