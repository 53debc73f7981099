-- The answer to a request that several write together: a document of the kind "joint-answer". It is of the service that has the
-- request: where another service takes it over, that one begins an answer of its own, and what was written before stays with
-- whoever wrote it (decision 22). Nobody who asks knows of it until it is sent.
grant create on schema access to rinki_access;

create table joint_answers (
  id uuid primary key default uuidv7(),
  consultation_id uuid not null references consultations,
  service_id uuid not null references services,
  begun_by uuid not null references affiliations,
  begun_at timestamptz not null,
  -- The answer that it became; null until it is sent.
  message_id uuid unique references consultation_messages
);
create unique index joint_answers_unsent on joint_answers (consultation_id, service_id) where message_id is null;
create index joint_answers_of_consultation on joint_answers (consultation_id);
create index joint_answers_of_service on joint_answers (service_id);

-- The answer with its headings and lists, beside its plain words in the message; and everybody who wrote in it.
create table joint_answer_texts (
  message_id uuid primary key references consultation_messages,
  consultation_id uuid not null references consultations,
  blocks jsonb not null
);
create index joint_answer_texts_of on joint_answer_texts (consultation_id);
create table joint_answer_authors (
  message_id uuid not null references consultation_messages,
  consultation_id uuid not null references consultations,
  person_id uuid not null references people,
  affiliation_id uuid not null references affiliations,
  -- In the order in which they began to write.
  place int not null,
  primary key (message_id, affiliation_id)
);
create index joint_answer_authors_of on joint_answer_authors (consultation_id);

-- What several write may be longer than a turn.
alter table consultation_messages drop constraint consultation_messages_text_check;
alter table consultation_messages add check (length(text) <= case kind when 'answer' then 40000 else 8000 end);

-- Whoever is in the service that has the request, and whoever was asked into it and said yes; nobody who asks. They write while
-- somebody has taken it.
create function access.joint_answer_right(p_joint uuid, p_writes boolean) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from joint_answers j join consultations c on c.id = j.consultation_id and c.service_id = j.service_id
      cross join lateral (select access.consultation_parts(c) as parts) p
    where j.id = p_joint and p.parts && '{member,expert}' and not p.parts && '{asker,deputy}'
      and (not p_writes or c.state in ('claimed', 'more-information')))
$$;
create function access.reads_joint_answer(p_joint uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$ select access.joint_answer_right(p_joint, false) $$;
create function access.writes_joint_answer(p_joint uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$ select access.joint_answer_right(p_joint, true) $$;

-- Whoever begins while another one is being written lands in that one.
create function access.begin_joint_answer(p_consultation uuid) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c consultations;
  v_parts text[];
  v_id uuid;
begin
  select * into c from consultations x where x.id = p_consultation for update;
  if not found then raise exception 'no such request' using errcode = '42501'; end if;
  v_parts := access.consultation_parts(c);
  if not v_parts && '{member,expert}' or v_parts && '{asker,deputy}' or c.state not in ('claimed', 'more-information') then
    raise exception 'not to be begun' using errcode = '42501';
  end if;
  -- Whoever ends somebody's place in the service finds this one, or this one begins after that end.
  perform pg_advisory_xact_lock_shared(hashtextextended('joint answers ' || c.service_id, 0));
  select j.id into v_id from joint_answers j
  where j.consultation_id = c.id and j.service_id = c.service_id and j.message_id is null;
  if v_id is null then
    insert into joint_answers (consultation_id, service_id, begun_by, begun_at)
    values (c.id, c.service_id, app.affiliation(), app.now()) returning id into v_id;
  end if;
  return v_id;
end $$;

-- After the request was answered with its words, in the same transaction: what it looks like and who wrote in it go with the answer.
create function access.keep_joint_answer(p_joint uuid, p_blocks jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  j joint_answers;
  v_document uuid;
  v_message uuid;
begin
  select x.* into j from joint_answers x join consultations c on c.id = x.consultation_id and c.service_id = x.service_id
  where x.id = p_joint and x.message_id is null and c.state = 'answered' and c.answered_at = app.now()
    and 'holder' = any (access.consultation_parts(c)) for update of x;
  select d.id into v_document from documents d
  where d.scope_kind = 'joint-answer' and d.scope_id = j.id and d.frozen_at is not null;
  select m.id into v_message from consultation_messages m
  where m.consultation_id = j.consultation_id and m.kind = 'answer' and m.affiliation_id = app.affiliation() and m.at = app.now()
  order by m.id desc limit 1;
  if v_document is null or v_message is null then raise exception 'not to be kept' using errcode = '42501'; end if;
  update joint_answers x set message_id = v_message where x.id = j.id;
  insert into joint_answer_texts (message_id, consultation_id, blocks) values (v_message, j.consultation_id, p_blocks);
  insert into joint_answer_authors (message_id, consultation_id, person_id, affiliation_id, place)
  select v_message, j.consultation_id, w.person_id, w.affiliation_id, row_number() over (order by w.at, w.affiliation_id)
  from (select x.person_id, x.affiliation_id, min(x.at) as at from document_clients x
    where x.document_id = v_document group by x.person_id, x.affiliation_id) w;
end $$;

-- The joint answers of a request, for whoever is something in it: the server asks anew who may write there.
create function access.joint_answers_of(p_consultation uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select j.id from joint_answers j join consultations c on c.id = j.consultation_id
  where c.id = p_consultation and cardinality(access.consultation_parts(c)) > 0
$$;
-- Those of a service, for whoever administers it, after a change of who is in it. It tells of no request.
create function access.joint_answers_of_service(p_service uuid) returns setof uuid
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not access.administers_agency((select s.agency_id from services s where s.id = p_service)) then
    raise exception 'not one''s service' using errcode = '42501';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('joint answers ' || p_service, 0));
  return query select j.id from joint_answers j where j.service_id = p_service;
end $$;

-- Those of the services in which somebody is who goes away or comes back, and of the requests that they asked: for whoever arranges the
-- absence. It tells of no request.
create function access.joint_answers_of_absent(p_affiliation uuid) returns setof uuid
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not access.arranges(p_affiliation) then raise exception 'not to be arranged' using errcode = '42501'; end if;
  perform pg_advisory_xact_lock(hashtextextended('joint answers ' || s.id, 0)) from (
    select m.service_id as id from service_members m where m.affiliation_id = p_affiliation
    union select c.service_id from consultations c where c.asker_affiliation_id = p_affiliation and c.state not in ('closed', 'withdrawn')
    order by 1) s;
  return query select j.id from joint_answers j join consultations c on c.id = j.consultation_id
  where c.asker_affiliation_id = p_affiliation
    or j.service_id in (select m.service_id from service_members m where m.affiliation_id = p_affiliation);
end $$;

-- Who may know that it was begun: for whoever may know of it themself.
create function access.people_answering(p_joint uuid) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  with c as (select x.* from joint_answers j join consultations x on x.id = j.consultation_id and x.service_id = j.service_id
    where j.id = p_joint and access.joint_answer_right(p_joint, false))
  (select m.person_id from c, access.places(c.service_id) m
    union select e.person_id from c join consultation_experts e on e.consultation_id = c.id where e.accepted)
  except select c.asker_id from c except select c.deputy_id from c
  except select x.substitute_id from c join access.stand_ins() x on x.affiliation_id = c.asker_affiliation_id
$$;

do $$
declare t text;
begin
  foreach t in array array['joint_answers', 'joint_answer_texts', 'joint_answer_authors'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy access_all on %I to rinki_access using (true) with check (true)', t);
    execute format('grant select on %I to rinki_app', t);
    execute format('grant select, insert on %I to rinki_access', t);
  end loop;
  -- What went with the answer is for whoever reads the request.
  foreach t in array array['joint_answer_texts', 'joint_answer_authors'] loop
    execute format('create policy of_request on %I for select to rinki_app using (exists (select from consultations c where c.id = consultation_id))', t);
  end loop;
end $$;
grant update on joint_answers to rinki_access;
create policy readable on joint_answers for select to rinki_app using (access.reads_joint_answer(id));
create policy access_reads on document_clients for select to rinki_access using (true);
grant select on document_clients to rinki_access;

do $$
declare f text;
begin
  foreach f in array array['joint_answer_right', 'reads_joint_answer', 'writes_joint_answer', 'begin_joint_answer', 'keep_joint_answer',
    'joint_answers_of', 'joint_answers_of_service', 'joint_answers_of_absent', 'people_answering'] loop
    execute format('alter function access.%I owner to rinki_access', f);
    execute format('revoke all on function access.%I from public', f);
  end loop;
end $$;
revoke create on schema access from rinki_access;
grant execute on function access.reads_joint_answer, access.writes_joint_answer, access.begin_joint_answer, access.keep_joint_answer,
  access.joint_answers_of, access.joint_answers_of_service, access.joint_answers_of_absent, access.people_answering to rinki_app;
