-- The memo after the meeting: parts of one audience each, versions that nothing changes, who signed them, and that an agency has taken
-- one into its own system (decision 31).
grant create on schema access to rinki_access;

create table memo_parts (
  id uuid primary key default uuidv7(),
  item_id uuid not null references agenda_items,
  meeting_id uuid not null references meetings,
  case_id uuid not null references cases,
  acl_key bigint not null references audiences,
  part text not null check (part in ('shared', 'team', 'agency')),
  agency_id uuid references agencies,
  -- Of the meeting, for whoever may not read that any more.
  kind text not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'signed')),
  -- The one being written, or signed last.
  version int not null default 1,
  reason text check (length(reason) between 1 and 200),
  foreign key (acl_key, case_id) references audiences (acl_key, case_id),
  foreign key (item_id, case_id) references agenda_items (id, case_id),
  check ((part = 'agency') = (agency_id is not null)),
  check ((version = 1) = (reason is null)),
  unique (item_id, acl_key),
  unique (id, case_id, acl_key)
);
create index memo_parts_case on memo_parts (case_id);
create index memo_parts_meeting on memo_parts (meeting_id);

create table memo_versions (
  id uuid primary key default uuidv7(),
  memo_part_id uuid not null,
  case_id uuid not null references cases,
  acl_key bigint not null references audiences,
  agency_id uuid references agencies,
  version int not null,
  reason text,
  content jsonb not null,
  hash text not null check (length(hash) = 64),
  made_by uuid not null references affiliations,
  made_at timestamptz not null,
  foreign key (memo_part_id, case_id, acl_key) references memo_parts (id, case_id, acl_key),
  foreign key (acl_key, case_id) references audiences (acl_key, case_id),
  unique (memo_part_id, version)
);
create index memo_versions_case on memo_versions (case_id);

-- That somebody signed tells that they take part: it has the audience that their participation has.
create table memo_signatures (
  id uuid primary key default uuidv7(),
  version_id uuid not null references memo_versions,
  case_id uuid not null references cases,
  acl_key bigint not null references audiences,
  person_id uuid not null references people,
  affiliation_id uuid not null references affiliations,
  name text not null,
  profession text not null,
  hash text not null,
  signed_at timestamptz not null,
  foreign key (acl_key, case_id) references audiences (acl_key, case_id),
  unique (version_id, person_id)
);
create index memo_signatures_case on memo_signatures (case_id);

create table memo_transfers (
  id uuid primary key default uuidv7(),
  version_id uuid not null references memo_versions,
  case_id uuid not null references cases,
  agency_id uuid not null references agencies,
  system text not null check (length(system) between 1 and 200),
  by_affiliation_id uuid not null references affiliations,
  at timestamptz not null
);
create index memo_transfers_version on memo_transfers (version_id);

alter table entries drop constraint entries_kind_check;
alter table entries add constraint entries_kind_check
  check (kind in ('form', 'private-note', 'situation', 'contribution', 'child-view', 'parent-view', 'synthesis', 'dissent', 'comment', 'consultation',
    'presenter-question', 'hypothesis', 'reflection', 'decision', 'written-answer', 'memo-comment', 'family-summary'));
alter table entries add check ((kind in ('memo-comment', 'family-summary')) <= (agenda_item_id is not null));

-- An agency keeps its own signed part: whoever of it was in the case reads it also when the case is closed to them.
create function access.keeps_own_memo(p_case uuid, p_agency uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select p_agency is not null and access.acts() and exists (
    select from memberships m join affiliations a on a.id = m.affiliation_id
    where m.case_id = p_case and m.person_id = app.person() and m.affiliation_id = app.affiliation() and a.agency_id = p_agency
      and m.role <> 'break-glass' and m.starts_at <= app.now())
$$;

do $$
declare t text;
begin
  foreach t in array array['memo_parts', 'memo_versions', 'memo_signatures', 'memo_transfers'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy access_all on %I to rinki_access using (true) with check (true)', t);
    execute format('grant select on %I to rinki_app', t);
    execute format('grant select, insert, update on %I to rinki_access', t);
  end loop;
end $$;
create policy readable on memo_parts for select to rinki_app
  using (exists (select from acl_members m where m.acl_key = memo_parts.acl_key and m.person_id = (select app.person()) and m.valid @> (select app.now()))
    or access.keeps_own_memo(case_id, agency_id));
create policy readable on memo_versions for select to rinki_app
  using (exists (select from acl_members m where m.acl_key = memo_versions.acl_key and m.person_id = (select app.person()) and m.valid @> (select app.now()))
    or access.keeps_own_memo(case_id, agency_id));
create policy readable on memo_signatures for select to rinki_app
  using (exists (select from memo_versions v where v.id = version_id and (access.keeps_own_memo(v.case_id, v.agency_id)
    or exists (select from acl_members m where m.acl_key = memo_signatures.acl_key and m.person_id = (select app.person()) and m.valid @> (select app.now())))));
create policy readable on memo_transfers for select to rinki_app
  using (exists (select from memo_versions v where v.id = version_id)
    and exists (select from affiliations a where a.id = (select app.affiliation()) and a.agency_id = memo_transfers.agency_id));
create trigger withhold before insert on memo_signatures for each row execute function access.withhold_new();
-- Who was there: one's own presence stays one's own to read, also after a visit.
create policy own on attendances for select to rinki_app
  using (person_id = (select app.person()) and affiliation_id is not distinct from (select app.affiliation()));

-- Who reads a section: whoever holds its audience. Of what is shared a visitor reads in the room, and afterwards what was signed. It is
-- written until its part is signed, and while that is corrected: in the room by the home team and visitors, after it by the team; an
-- agency's own by its own.
create function access.memo_section_right(p_section uuid, p_writes boolean) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from memo_sections s join agenda_items i on i.id = s.item_id join meetings t on t.id = i.meeting_id
    where s.id = p_section and access.has_key(s.acl_key)
      and (s.part = 'agency' or access.item_part(i.id) is not null)
      and (not p_writes or (access.acts() and (s.part = 'agency' or t.state in ('open', 'ended'))
        and not exists (select from memo_parts p where p.item_id = s.item_id and p.acl_key = s.acl_key and p.state = 'signed'))))
$$;
create function access.reads_memo_section(p_section uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$ select access.memo_section_right(p_section, false) $$;
create function access.writes_memo_section(p_section uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$ select access.memo_section_right(p_section, true) $$;

-- When the meeting ends, the memo of every case that was discussed is there: the team's part, and one of each audience under which
-- something was begun.
create function access.complete_memos(p_meeting uuid) returns void
language sql set search_path = public, pg_temp as $$
  insert into memo_parts (item_id, meeting_id, case_id, acl_key, part, agency_id, kind, from_at, until_at)
  select i.id, t.id, i.case_id, s.acl_key, s.part, s.agency_id, t.kind, i.opened_at, i.closed_at
  from meetings t join agenda_items i on i.meeting_id = t.id and i.state = 'discussed'
    join lateral (
      select d.acl_key, 'team' as part, null::uuid as agency_id from audiences d join cases c on c.id = d.case_id
      where d.case_id = i.case_id and d.owner_agency_id = c.owner_agency_id and d.data_class = 'social' and d.scope = 'team' and d.agency_ids = '{}'
        and d.family_scope = 'none' and d.family_ids = '{}' and d.author_ids = '{}' and not d.participation
      union
      select x.acl_key, x.part, x.agency_id from memo_sections x where x.item_id = i.id) s on true
  where t.id = p_meeting
$$;

-- Whoever may sign a part: of an agency's own whoever acts in it; of the others whoever was there, or led.
create function access.signs_memo(p_part uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from memo_parts p join meetings t on t.id = p.meeting_id
    where p.id = p_part and access.acts() and access.has_key(p.acl_key) and access.holds(p.case_id, 'professional')
      and case p.part
        when 'agency' then exists (select from affiliations a where a.id = app.affiliation() and a.agency_id = p.agency_id)
        else t.chair_affiliation_id = app.affiliation() or exists (
          select from attendances x where x.meeting_id = p.meeting_id and x.person_id = app.person() and x.affiliation_id = app.affiliation()
            and (x.item_id = p.item_id or (x.item_id is null and x.came_at < p.until_at and (x.left_at is null or x.left_at > p.from_at)))) end)
$$;
-- What stands in a part is made and changed by whoever writes there: an agency its own, the home team the others.
create function access.makes_memo(p_part uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select access.signs_memo(p_part) and exists (select from memo_parts p where p.id = p_part and (p.part = 'agency' or access.holds(p.case_id, 'home')))
$$;

-- The first signature of a version makes it; who comes after signs the same.
create function access.sign_memo(p_part uuid, p_version int, p_content jsonb, p_hash text) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  p memo_parts;
  v memo_versions;
  m memberships;
begin
  select * into p from memo_parts x where x.id = p_part for update;
  if not found or p.version <> p_version or not access.signs_memo(p.id) then raise exception 'no such part' using errcode = '42501'; end if;
  if p.state = 'open' then
    if not access.makes_memo(p.id) or p_content is null then raise exception 'not to be made' using errcode = '42501'; end if;
    insert into memo_versions (memo_part_id, case_id, acl_key, agency_id, version, reason, content, hash, made_by, made_at)
    values (p.id, p.case_id, p.acl_key, p.agency_id, p.version, p.reason, p_content, p_hash, app.affiliation(), app.now()) returning * into v;
    update memo_parts set state = 'signed' where id = p.id;
  else
    select * into v from memo_versions x where x.memo_part_id = p.id and x.version = p.version;
    if v.hash <> p_hash then raise exception 'another text' using errcode = '42501'; end if;
  end if;
  select * into m from memberships x where x.case_id = p.case_id and x.person_id = app.person() and x.affiliation_id = app.affiliation()
    and x.role <> 'break-glass' and tstzrange(x.starts_at, x.ends_at) @> app.now()
  order by array_position(array['responsible', 'working-pair', 'team', 'visiting'], x.role), x.id limit 1;
  insert into memo_signatures (version_id, case_id, acl_key, person_id, affiliation_id, name, profession, hash, signed_at)
  select v.id, p.case_id, m.acl_key, app.person(), a.id, q.name, a.profession, v.hash, app.now()
  from affiliations a join people q on q.id = a.person_id where a.id = app.affiliation();
  return v.id;
end $$;
create function access.correct_memo(p_part uuid, p_version int, p_reason text) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_version int;
begin
  update memo_parts set state = 'open', version = version + 1, reason = p_reason
  where id = p_part and state = 'signed' and version = p_version and access.makes_memo(id) returning version into v_version;
  if not found then raise exception 'no such part' using errcode = '42501'; end if;
  return v_version;
end $$;
create function access.transfer_memo(p_version uuid, p_system text) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_id uuid;
begin
  insert into memo_transfers (version_id, case_id, agency_id, system, by_affiliation_id, at)
  select v.id, v.case_id, a.agency_id, p_system, a.id, app.now()
  from memo_versions v join affiliations a on a.id = app.affiliation()
  where v.id = p_version and access.acts() and (access.has_key(v.acl_key) or access.keeps_own_memo(v.case_id, v.agency_id))
  returning id into v_id;
  if v_id is null then raise exception 'no such version' using errcode = '42501'; end if;
  return v_id;
end $$;

-- Working hypotheses and reflections are the team's: only the responsible worker gives one further, and to the family.
create function access.keep_thoughts() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from audiences d where d.acl_key = new.acl_key and (d.scope not in ('private', 'team') or d.family_scope <> 'none'))
    and not access.holds(new.case_id, 'responsible') then
    raise exception 'the responsible worker''s to give further' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep_thoughts before update of acl_key on entries for each row
  when (new.kind in ('hypothesis', 'reflection') and new.acl_key <> old.acl_key and new.version <> old.version) execute function access.keep_thoughts();

-- A hypothesis is given to the family, or taken back, by the responsible worker, whoever wrote it. For the team it stays as it was.
create function access.release_thought(p_entry uuid, p_key bigint) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update entries e set acl_key = p_key, version = e.version + 1
  from audiences d, audiences was
  where e.id = p_entry and e.kind = 'hypothesis' and e.state = 'shared' and access.has_key(e.acl_key) and access.holds(e.case_id, 'responsible')
    and was.acl_key = e.acl_key and d.acl_key = p_key and d.case_id = e.case_id and d.owner_agency_id = was.owner_agency_id and d.data_class = was.data_class
    and d.scope = 'team' and d.author_ids = was.author_ids;
  if not found then raise exception 'no such hypothesis' using errcode = '42501'; end if;
end $$;

-- Of how many cases of a meeting the memo waits for its first signature, for its team: an agency's own part is not theirs to know of.
create function access.unsigned_memos(p_meeting uuid) returns int
language sql stable security definer set search_path = public, pg_temp as $$
  select count(distinct p.item_id)::int from memo_parts p
  where p.meeting_id = p_meeting and p.part <> 'agency' and p.state = 'open' and access.meeting_part(p_meeting) = 'team'
$$;

-- A working hypothesis ends no more by itself: by its writer in the home team, or by the responsible worker.
create function access.take_into_record(p_entry uuid) returns int
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_version int;
begin
  update entries e set expires_at = null, version = e.version + 1
  where e.id = p_entry and e.kind = 'hypothesis' and e.state = 'shared' and e.expires_at > app.now() and access.has_key(e.acl_key)
    and access.holds(e.case_id, 'home') and (e.author_ids @> array[app.person()] or access.holds(e.case_id, 'responsible'))
  returning e.version into v_version;
  if not found then raise exception 'no such hypothesis' using errcode = '42501'; end if;
  return v_version;
end $$;

do $$
declare f text;
begin
  foreach f in array array['keep_thoughts', 'release_thought', 'unsigned_memos', 'take_into_record', 'keeps_own_memo', 'memo_section_right', 'reads_memo_section', 'writes_memo_section', 'complete_memos', 'signs_memo', 'makes_memo', 'sign_memo',
    'correct_memo', 'transfer_memo'] loop
    execute format('alter function access.%I owner to rinki_access', f);
    execute format('revoke all on function access.%I from public', f);
  end loop;
end $$;
grant execute on function access.release_thought, access.unsigned_memos, access.take_into_record, access.keeps_own_memo, access.reads_memo_section, access.writes_memo_section, access.sign_memo, access.correct_memo, access.transfer_memo to rinki_app;
revoke create on schema access from rinki_access;
select access.make_disclosable();
