-- Files beside a named request: kept from everybody but whoever added them until a scanner has found nothing in them, read then by
-- whoever reads the request (decision 27).
grant create on schema access to rinki_access;

-- Nothing of the bytes, so that a list reads none. Of a draft while it is one, then of the request that came of it.
create table consultation_attachments (
  id uuid primary key default uuidv7(),
  draft_id uuid references consultation_drafts on delete cascade,
  consultation_id uuid references consultations,
  side text not null check (side in ('asking', 'answering', 'invited')),
  -- Its place among the files of the request, also of those that were taken back.
  n int not null check (n > 0),
  person_id uuid not null references people,
  affiliation_id uuid not null references affiliations,
  name text not null check (length(name) between 1 and 140),
  kind text not null check (kind in ('pdf', 'jpeg', 'png', 'webp', 'heic', 'docx', 'odt', 'text')),
  size int not null check (size between 1 and 10485760),
  sha256 bytea not null check (length(sha256) = 32),
  added_at timestamptz not null,
  scan text not null default 'waiting' check (scan in ('waiting', 'clean', 'infected')),
  -- Since when a process has it at the scanner; another one tries where nothing came of that in a minute.
  scan_begun_at timestamptz,
  scanned_at timestamptz,
  -- What the scanner calls it.
  finding text,
  withdrawn_at timestamptz,
  check (num_nonnulls(draft_id, consultation_id) = 1),
  check ((scan = 'waiting') = (scanned_at is null)),
  check ((scan = 'infected') = (finding is not null)),
  unique (draft_id, n),
  unique (consultation_id, n)
);
create index consultation_attachments_person on consultation_attachments (person_id) where draft_id is not null;
create index consultation_attachments_waiting on consultation_attachments (added_at) where scan = 'waiting' and withdrawn_at is null;

create table consultation_attachment_bytes (
  attachment_id uuid primary key references consultation_attachments on delete cascade,
  bytes bytea not null
);
-- Pictures and office files are compressed already.
alter table consultation_attachment_bytes alter column bytes set storage external;

do $$
declare t text;
begin
  foreach t in array array['consultation_attachments', 'consultation_attachment_bytes'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy access_all on %I to rinki_access using (true) with check (true)', t);
    execute format('grant select on %I to rinki_app', t);
    execute format('grant select, insert, delete on %I to rinki_access', t);
  end loop;
end $$;
grant update on consultation_attachments to rinki_access;
-- For a row to be held, its role must be able to change it.
grant update (rev) on consultation_drafts to rinki_access;

create policy of_draft on consultation_attachments for select to rinki_app using (draft_id is not null and (select access.acts())
  and person_id = (select app.person()) and affiliation_id = (select app.affiliation()));
create policy of_request on consultation_attachments for select to rinki_app using (withdrawn_at is null
  and exists (select from consultations c where c.id = consultation_id));
-- Only what its reader finds in the table above; before the scanner has spoken whoever added it alone, and nobody once it has found something.
create policy of_attachment on consultation_attachment_bytes for select to rinki_app using (exists (
  select from consultation_attachments a where a.id = attachment_id and a.withdrawn_at is null and (a.scan = 'clean'
    or (a.scan = 'waiting' and a.person_id = (select app.person()) and a.affiliation_id = (select app.affiliation())))));

-- To a draft of one's own or to a request in which one writes now. How many and how much: as shared/consultation-attachments.ts says.
create function access.add_attachment(p_draft uuid, p_consultation uuid, p_name text, p_kind text, p_bytes bytea) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c consultations;
  v_parts text[];
  v_side text := 'asking';
  v_anonymous boolean;
  v_n int;
  v_count int;
  v_sum bigint;
  v_id uuid := uuidv7();
begin
  if not access.acts() or num_nonnulls(p_draft, p_consultation) <> 1 then raise exception 'nobody' using errcode = '42501'; end if;
  if p_draft is not null then
    select (x.fields ->> 'anonymous')::boolean into v_anonymous from consultation_drafts x
    where x.id = p_draft and x.person_id = app.person() and x.affiliation_id = app.affiliation() for update;
    if not found then raise exception 'no such draft' using errcode = '42501'; end if;
    -- All drafts of somebody together.
    select coalesce(sum(a.size), 0) into v_sum from consultation_attachments a where a.person_id = app.person() and a.draft_id is not null;
    if v_sum + length(p_bytes) > 125829120 then raise exception 'too much' using errcode = '42501'; end if;
  else
    select * into c from consultations x where x.id = p_consultation for update;
    v_parts := access.consultation_parts(c);
    v_side := case when v_parts && '{asker,deputy}' then 'asking' when 'holder' = any (v_parts) then 'answering' when 'expert' = any (v_parts) then 'invited' end;
    if c.id is null or v_side is null or c.state not in ('sent', 'triage', 'claimed', 'more-information') then
      raise exception 'not to be added to' using errcode = '42501';
    end if;
    v_anonymous := c.anonymous;
  end if;
  if v_anonymous is distinct from false then raise exception 'no files without a name' using errcode = '42501'; end if;
  select coalesce(max(a.n), 0), count(*) filter (where a.withdrawn_at is null), coalesce(sum(a.size) filter (where a.withdrawn_at is null), 0)
  into v_n, v_count, v_sum from consultation_attachments a where a.draft_id = p_draft or a.consultation_id = p_consultation;
  if v_count >= 10 or v_sum + length(p_bytes) > 31457280 then raise exception 'too much' using errcode = '42501'; end if;
  insert into consultation_attachments (id, draft_id, consultation_id, side, n, person_id, affiliation_id, name, kind, size, sha256, added_at)
  values (v_id, p_draft, p_consultation, v_side, v_n + 1, app.person(), app.affiliation(), p_name, p_kind, length(p_bytes), sha256(p_bytes), app.now());
  insert into consultation_attachment_bytes (attachment_id, bytes) values (v_id, p_bytes);
  if p_consultation is not null then
    update consultations x set changed_at = app.now() where x.id = c.id;
    insert into consultation_history (consultation_id, act, from_state, to_state, person_id, affiliation_id, at)
    values (c.id, 'attach', c.state, c.state, app.person(), app.affiliation(), app.now());
  end if;
  return v_id;
end $$;

-- Taken back by whoever added it, while they are on a side: of a draft nothing is left, of a request that it was there.
create function access.remove_attachment(p_id uuid) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  a consultation_attachments;
  c consultations;
begin
  select * into a from consultation_attachments x
  where x.id = p_id and x.person_id = app.person() and x.affiliation_id = app.affiliation() and access.acts();
  if not found then raise exception 'not theirs' using errcode = '42501'; end if;
  if a.consultation_id is null then
    -- Where the draft was sent a moment before, it is of a request by now, and is looked for again.
    delete from consultation_attachments x where x.id = p_id and x.draft_id is not null;
    if not found then raise exception 'gone with its draft' using errcode = '42501'; end if;
    return true;
  end if;
  select * into c from consultations x where x.id = a.consultation_id for update;
  if cardinality(access.consultation_parts(c)) = 0 then raise exception 'nothing to them' using errcode = '42501'; end if;
  update consultation_attachments x set withdrawn_at = app.now() where x.id = p_id and x.withdrawn_at is null;
  if not found then return false; end if;
  delete from consultation_attachment_bytes b where b.attachment_id = p_id;
  update consultations x set changed_at = app.now() where x.id = c.id;
  insert into consultation_history (consultation_id, act, from_state, to_state, person_id, affiliation_id, at)
  values (c.id, 'take-back-attachment', c.state, c.state, app.person(), app.affiliation(), app.now());
  return true;
end $$;

-- The next file that waits for the scanner, with its bytes, for one process: another one gets it after a minute, should nothing come of it.
create function access.begin_scan() returns table (attachment_id uuid, bytes bytea)
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_id uuid;
begin
  update consultation_attachments x set scan_begun_at = app.now() where x.id = (
    select a.id from consultation_attachments a
    where a.scan = 'waiting' and a.withdrawn_at is null and (a.scan_begun_at is null or a.scan_begun_at <= app.now() - interval '1 minute')
    -- What the scanner could not read before comes last.
    order by a.scan_begun_at nulls first, a.added_at limit 1 for update skip locked)
  returning x.id into v_id;
  return query select b.attachment_id, b.bytes from consultation_attachment_bytes b where b.attachment_id = v_id;
end $$;

-- There was no scanner to be had: the file is anybody's again at once.
create function access.leave_scan(p_id uuid) returns void
language sql security definer set search_path = public, pg_temp as $$
  update consultation_attachments a set scan_begun_at = null where a.id = p_id and a.scan = 'waiting'
$$;

-- What the scanner said of these bytes. Everybody beside it gets a hint, and whoever added what is held back a mail. Returns whose
-- streams have something new.
create function access.end_scan(p_id uuid, p_finding text) returns setof uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  a consultation_attachments;
  c consultations;
  v_person uuid;
  v_hints jsonb[];
begin
  update consultation_attachments x set scan = case when p_finding is null then 'clean' else 'infected' end, finding = p_finding, scanned_at = app.now()
  where x.id = p_id and x.scan = 'waiting' and x.withdrawn_at is null returning x.* into a;
  if not found then return; end if;
  select * into c from consultations x where x.id = a.consultation_id;
  if p_finding is not null and c.id is not null then
    insert into mails (person_id, stage, case_number, path, at, next_at)
    values (a.person_id, 'attachment-held', c.number, '/consultations/' || c.id, app.now(), app.now());
  end if;
  -- A draft is its asker's alone; whoever added a file to a request and is on no side any more hears nothing.
  for v_person, v_hints in
    select a.person_id, array['{"kind": "consultations.changed"}'::jsonb] where c.id is null
    union all select s.person_id, array_agg(access.consultation_hint(c.id, s.affiliation_id)) from access.sides_of(c) s where c.id is not null group by 1
    order by 1 loop
    perform access.tell_person(v_person, v_hints);
    return next v_person;
  end loop;
end $$;

-- As before; the files of the draft go with it, and none without a name.
create or replace function access.send_consultation(p_draft uuid, p_rev int, p_number text, p_due_on date) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  d consultation_drafts;
  f jsonb;
  s services;
  v_id uuid := uuidv7();
  v_named boolean;
  v_deputy affiliations;
begin
  if not access.acts() then raise exception 'nobody' using errcode = '42501'; end if;
  -- Held from here on: a file that comes now finds the draft gone instead of going with it.
  select x.* into d from consultation_drafts x
  where x.id = p_draft and x.rev = p_rev and x.person_id = app.person() and x.affiliation_id = app.affiliation() for update;
  if not found then raise exception 'no such draft' using errcode = '42501'; end if;
  f := d.fields;
  v_named := not (f ->> 'anonymous')::boolean;
  -- An end of the service waits for this, or this finds it ended.
  select * into s from services x where x.id = (f ->> 'serviceId')::uuid and x.ended_at is null for share;
  if not found or (v_named and not s.takes_named) or (not v_named and not s.takes_anonymous) then
    raise exception 'not taken' using errcode = '42501';
  end if;
  if v_named and f -> 'child' -> 'ground' = 'null' and (s.kind = 'standing-team'
    or s.agency_id <> (select a.agency_id from affiliations a where a.id = app.affiliation())) then
    raise exception 'no ground' using errcode = '42501';
  end if;
  select b.* into v_deputy from affiliations b join affiliations a on a.agency_id = b.agency_id
  where b.id = (f ->> 'deputyAffiliationId')::uuid and a.id = app.affiliation() and b.person_id <> app.person()
    and tstzrange(b.starts_at, b.ends_at) @> app.now() for share of b;
  insert into consultations (id, number, asker_id, asker_affiliation_id, deputy_id, deputy_affiliation_id, service_id, state, anonymous, urgency,
    language, area, question, age_band, grade, supports, absence_hours, consent, child_name, child_birth_date, received_at, due_on, changed_at)
  values (v_id, p_number, app.person(), app.affiliation(), v_deputy.person_id, v_deputy.id, s.id, 'sent', not v_named, f ->> 'urgency',
    f ->> 'language', f ->> 'area', f ->> 'question', f ->> 'ageBand', f ->> 'grade', f -> 'supports', f -> 'absenceHours', f ->> 'consent',
    case when v_named then f -> 'child' ->> 'name' end, case when v_named then (f -> 'child' ->> 'birthDate')::date end, app.now(), p_due_on, app.now());
  insert into consultation_history (consultation_id, act, from_state, to_state, person_id, affiliation_id, at, to_service_id)
  values (v_id, 'send', null, 'sent', app.person(), app.affiliation(), app.now(), s.id);
  if v_named and f -> 'child' -> 'ground' <> 'null' then
    insert into consultation_grounds (consultation_id, service_id, kind, statute, evidence, covers, at, person_id)
    select v_id, s.id, g ->> 'kind', g ->> 'statute', g ->> 'evidence', array(select jsonb_array_elements_text(g -> 'covers')), app.now(), app.person()
    from (select f -> 'child' -> 'ground' as g) x;
  end if;
  if not v_named and exists (select from consultation_attachments a where a.draft_id = d.id) then
    raise exception 'no files without a name' using errcode = '42501';
  end if;
  update consultation_attachments a set consultation_id = v_id, draft_id = null where a.draft_id = d.id;
  delete from consultation_drafts x where x.id = d.id;
  perform access.log_consultation(v_id);
  return v_id;
end $$;

do $$
declare f text;
begin
  foreach f in array array['add_attachment', 'remove_attachment', 'begin_scan', 'leave_scan', 'end_scan'] loop
    execute format('alter function access.%I owner to rinki_access', f);
    execute format('revoke all on function access.%I from public', f);
  end loop;
end $$;
grant execute on function access.add_attachment, access.remove_attachment to rinki_app;
grant execute on function access.begin_scan, access.leave_scan, access.end_scan to rinki_jobs;
revoke create on schema access from rinki_access;
