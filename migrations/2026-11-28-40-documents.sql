-- Texts that several people write at the same time. A document belongs to a scope of a kind (the joint answer to a request,
-- a section of a memo); who may read and write there is the kind's to say, in two functions of its own:
--   access.reads_<kind>(scope uuid) and access.writes_<kind>(scope uuid), both returning boolean, for app.person() acting in
--   app.affiliation() at app.now(), open to rinki_app ("joint-answer" has access.reads_joint_answer).
-- What is typed is an append-only log of updates. Nobody reads it in their own name: it still holds what was deleted.
create table documents (
  id uuid primary key default uuidv7(),
  scope_kind text not null check (scope_kind ~ '^[a-z]+(-[a-z]+)*$' and length(scope_kind) <= 40),
  scope_id uuid not null,
  -- The neutral number under which its writers know it; on the private note that keeps what was not taken.
  about text check (length(about) <= 40),
  head_seq bigint not null default 0,
  -- Raised by every change of who may read or write here: what was allowed under an older one is not written.
  access_epoch bigint not null default 0,
  created_at timestamptz not null,
  frozen_at timestamptz
);
create index documents_scope on documents (scope_kind, scope_id);

-- Whose words those of a Yjs client are.
create table document_clients (
  document_id uuid not null references documents,
  client_id bigint not null check (client_id between 1 and 4294967295),
  person_id uuid not null references people,
  affiliation_id uuid references affiliations,
  at timestamptz not null,
  primary key (document_id, client_id)
);

create table document_updates (
  document_id uuid not null,
  seq bigint not null,
  client_id bigint not null,
  person_id uuid not null,
  affiliation_id uuid,
  bytes bytea not null check (length(bytes) <= 65536),
  at timestamptz not null,
  primary key (document_id, seq),
  foreign key (document_id, client_id) references document_clients
);

-- The state up to an update, without what was deleted by then; only ever the newest one.
create table document_snapshots (
  document_id uuid primary key references documents,
  seq bigint not null,
  bytes bytea not null,
  at timestamptz not null
);

-- Asks the kind. A kind without its two functions opens to nobody.
create function access.asks_kind(p_verb text, p_kind text, p_scope uuid) returns boolean
language plpgsql stable set search_path = public, pg_temp as $$
declare
  v_name text := p_verb || '_' || replace(p_kind, '-', '_');
  v_answer boolean;
begin
  if to_regprocedure(format('access.%I(uuid)', v_name)) is null then return false; end if;
  execute format('select access.%I($1)', v_name) into v_answer using p_scope;
  return coalesce(v_answer, false);
end $$;
create function access.reads_document(p_kind text, p_scope uuid) returns boolean
language sql stable set search_path = public, pg_temp as $$ select access.asks_kind('reads', p_kind, p_scope) $$;
create function access.writes_document(p_kind text, p_scope uuid) returns boolean
language sql stable set search_path = public, pg_temp as $$ select access.asks_kind('writes', p_kind, p_scope) $$;

do $$
declare t text;
begin
  foreach t in array array['documents', 'document_clients', 'document_updates', 'document_snapshots'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;

create policy readable on documents for select to rinki_app using (access.reads_document(scope_kind, scope_id));
create policy startable on documents for insert to rinki_app with check (access.writes_document(scope_kind, scope_id));
create policy writable on documents for update to rinki_app using (access.writes_document(scope_kind, scope_id));
create policy deliver on documents for select to rinki_gateway using (true);
create policy access_all on documents to rinki_access using (true) with check (true);
grant select, insert on documents to rinki_app;
grant update (head_seq, access_epoch, frozen_at) on documents to rinki_app;
grant select on documents to rinki_gateway;
grant select, update on documents to rinki_access;

-- Readers of a document know who wrote in it.
create policy readable on document_clients for select to rinki_app using (exists (
  select from documents d where d.id = document_id));
create policy own on document_clients for insert to rinki_app with check (
  person_id = (select app.person()) and affiliation_id is not distinct from (select app.affiliation()));
create policy deliver on document_clients for select to rinki_gateway using (true);
grant select, insert on document_clients to rinki_app;
grant select on document_clients to rinki_gateway;

-- In the own name, from a client of one's own, while one may write and the text is not frozen.
create policy append on document_updates for insert to rinki_app with check (
  person_id = (select app.person()) and affiliation_id is not distinct from (select app.affiliation())
  and exists (select from document_clients c where c.document_id = document_updates.document_id
    and c.client_id = document_updates.client_id and c.person_id = document_updates.person_id
    and c.affiliation_id is not distinct from document_updates.affiliation_id)
  and exists (select from documents d where d.id = document_updates.document_id and d.frozen_at is null
    and access.writes_document(d.scope_kind, d.scope_id)));
create policy deliver on document_updates for select to rinki_gateway using (true);
grant insert on document_updates to rinki_app;
grant select on document_updates to rinki_gateway;

create policy deliver on document_snapshots to rinki_gateway using (true) with check (true);
grant select, insert, update on document_snapshots to rinki_gateway;

-- Who may read or write in a scope has changed: what is under way there is asked again before it is written. Called in the
-- transaction of the change, whoever makes it; it tells nobody anything but the server which documents to look at.
grant create on schema access to rinki_access;
create function access.document_access_changed(p_kind text, p_scopes uuid[]) returns setof uuid
language sql security definer set search_path = public, pg_temp as $$
  with concerned as (
    select id from documents where scope_kind = p_kind and scope_id = any (p_scopes) order by id for no key update)
  update documents d set access_epoch = access_epoch + 1 from concerned c where d.id = c.id returning d.id
$$;

-- An affiliation whose period changes waits for what is being written in it, and what comes after asks for it anew:
-- who writes holds the same lock, shared, while writing (server/documents).
create function app.affiliation_lock(p_affiliation uuid) returns bigint language sql immutable parallel safe
return hashtextextended('documents ' || p_affiliation, 0);
create function access.hold_affiliation() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(app.affiliation_lock(new.id));
  return new;
end $$;
create trigger hold_writing before update of starts_at, ends_at on affiliations
for each row execute function access.hold_affiliation();

alter function access.document_access_changed owner to rinki_access;
revoke all on function access.asks_kind, access.reads_document, access.writes_document, access.document_access_changed, access.hold_affiliation from public;
grant execute on function access.asks_kind, access.reads_document, access.writes_document, access.document_access_changed to rinki_app;
grant execute on function access.document_access_changed to rinki_jobs;
revoke create on schema access from rinki_access;
