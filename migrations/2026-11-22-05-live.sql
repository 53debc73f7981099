-- One ordered stream per scope. head_seq is raised by the last statement of a writing transaction, so the order of
-- numbers is the order of commits; access_epoch is raised by every change of who may see what. Events are a delivery
-- buffer, dropped after 24 h; the tables are the record.
create table streams (
  id uuid primary key,
  kind text not null check (kind in ('case', 'person')),
  head_seq bigint not null default 0,
  access_epoch bigint not null default 0
);

create table events (
  stream_id uuid not null references streams,
  seq bigint not null,
  kind text not null,
  -- Who may get it: the holders of this key; a person-stream event belongs to the stream's person.
  acl_key bigint,
  payload jsonb not null,
  at timestamptz not null,
  primary key (stream_id, seq)
);
create index events_at on events (at);

alter table events enable row level security;
alter table events force row level security;
create policy append on events for insert to rinki_app with check (true);
create policy deliver on events for select to rinki_gateway using (true);
create policy sweep on events to rinki_jobs using (true);
-- A case's stream tells that there is such a case and how much happens in it: for those who take part, and for the
-- administration, which ends affiliations in cases that it does not see. A person's stream says nothing.
alter table streams enable row level security;
alter table streams force row level security;
create policy concerned on streams for select to rinki_app using (kind = 'person' or access.took_part(id) or access.administers());
create policy startable on streams for insert to rinki_app with check (kind = 'person');
create policy raisable on streams for update to rinki_app using (kind = 'person' or access.took_part(id) or access.administers());
create policy deliver on streams for select to rinki_gateway using (true);
create policy access_all on streams to rinki_access using (true) with check (true);
grant select, insert on streams to rinki_app;
grant update (head_seq, access_epoch) on streams to rinki_app;
grant select, insert, update on streams to rinki_access;
grant select on streams to rinki_gateway;
grant insert on events to rinki_app;
grant select on events to rinki_gateway;
grant select, delete on events to rinki_jobs;

-- A retried request gets its first result, presented afresh from these ids.
create table idempotency_keys (
  person_id uuid not null,
  key uuid not null,
  operation text not null,
  result jsonb not null,
  at timestamptz not null,
  primary key (person_id, key)
);
alter table idempotency_keys enable row level security;
alter table idempotency_keys force row level security;
create policy own on idempotency_keys to rinki_app using (person_id = (select app.person())) with check (person_id = (select app.person()));
create policy sweep on idempotency_keys to rinki_jobs using (true);
grant select, insert on idempotency_keys to rinki_app;
grant select, delete on idempotency_keys to rinki_jobs;

-- Logs. Append-only: nobody who serves may change or remove a row.
create table access_log (
  at timestamptz not null,
  id uuid not null default uuidv7(),
  person_id uuid not null,
  affiliation_id uuid,
  case_id uuid,
  kind text not null,
  object_id uuid,
  purpose text not null,
  detail jsonb,
  primary key (at, id)
) partition by range (at);
create index access_log_case on access_log (case_id, at);

create function app.ensure_log_partitions(p_from date, p_months int) returns void language plpgsql as $$
declare m date;
begin
  for i in 0 .. p_months loop
    m := (date_trunc('month', p_from) + make_interval(months => i))::date;
    execute format('create table if not exists access_log_%s partition of access_log for values from (%L) to (%L)',
      to_char(m, 'YYYY_MM'), m, (m + interval '1 month')::date);
  end loop;
end $$;
select app.ensure_log_partitions(date '2026-01-01', 60);
create table access_log_other partition of access_log default;

create table disclosure_log (
  id uuid primary key default uuidv7(),
  at timestamptz not null,
  case_id uuid not null,
  object_kind text not null,
  object_id uuid not null,
  data_class text not null,
  from_agency_id uuid not null,
  to_agency_id uuid,
  to_person_id uuid,
  ground_id uuid,
  person_id uuid,
  affiliation_id uuid,
  check ((to_agency_id is null) <> (to_person_id is null))
);
create index disclosure_log_case on disclosure_log (case_id, at);
create unique index disclosure_log_once on disclosure_log (object_id, to_agency_id, to_person_id, ground_id) nulls not distinct;

create table command_log (
  id uuid primary key default uuidv7(),
  at timestamptz not null,
  person_id uuid not null,
  affiliation_id uuid,
  case_id uuid,
  operation text not null,
  object_id uuid
);

alter table access_log enable row level security;
alter table access_log force row level security;
alter table disclosure_log enable row level security;
alter table disclosure_log force row level security;
alter table command_log enable row level security;
alter table command_log force row level security;
create policy append on access_log for insert to rinki_app with check (person_id = (select app.person()));
create policy append_live on access_log for insert to rinki_gateway with check (true);
create policy access_all on disclosure_log to rinki_access using (true) with check (true);
create policy append on command_log for insert to rinki_app with check (person_id = (select app.person()));
grant insert on access_log to rinki_app, rinki_gateway;
grant select, insert on disclosure_log to rinki_access;
grant insert on command_log to rinki_app;

-- One neutral mail to somebody who is asked and not signed in. Written with the asking, sent after commit.
create table mails (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people,
  stage text not null,
  case_number text not null,
  due_on date,
  path text not null,
  at timestamptz not null,
  attempts int not null default 0,
  next_at timestamptz not null,
  sent_at timestamptz,
  -- Given up after a day.
  failed_at timestamptz,
  -- Nothing to send: somebody signed in meanwhile, was told within the hour, has no address, or there is no mail server.
  skipped_at timestamptz,
  skipped_why text check (skipped_why in ('signed-in', 'repeated', 'no-address', 'no-mail-server')),
  check ((skipped_at is null) = (skipped_why is null)),
  check (num_nonnulls(sent_at, failed_at, skipped_at) <= 1)
);
create index mails_waiting on mails (next_at) where sent_at is null and failed_at is null and skipped_at is null;
create index mails_person on mails (person_id, case_number);
alter table mails enable row level security;
alter table mails force row level security;
create policy append on mails for insert to rinki_app with check (true);
create policy post on mails to rinki_jobs using (true) with check (true);
grant insert on mails to rinki_app;
grant select, update on mails to rinki_jobs;

-- What ends by the clock, without anybody's doing. Somebody whose last membership of a case has ended, by its own period
-- or with the affiliation, and who still has drafts or open requests in it.
create function access.ended_with_drafts() returns table (membership uuid, stream uuid)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
  select distinct on (m.case_id, m.person_id) m.id, m.case_id
  from (
    select e.case_id, e.author_ids[1] as person_id from entries e
    where e.case_id is not null and e.state = 'draft' and e.kind <> 'form' and cardinality(e.author_ids) = 1
    union
    select c.case_id, c.contributor_ids[1] from contributions c where c.status = 'asked' and cardinality(c.contributor_ids) = 1
  ) left_open
  join memberships m on m.case_id = left_open.case_id and m.person_id = left_open.person_id
  where not exists (
    select from memberships o left join affiliations a on a.id = o.affiliation_id
    where o.case_id = m.case_id and o.person_id = m.person_id
      and (o.ends_at is null or o.ends_at > app.now()) and (a.ends_at is null or a.ends_at > app.now()))
  order by m.case_id, m.person_id, m.starts_at desc, m.id;
end $$;

-- Makes private notes of the drafts. Requests that are withdrawn with them change what others see: the readers of those
-- are told to read anew, as the last statements of the transaction.
create function access.rescue_ended(p_membership uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  m memberships;
  v_keys bigint[];
  v_head bigint;
begin
  select * into m from memberships where id = p_membership;
  perform from streams where id = m.case_id for update;
  if not exists (select from access.ended_with_drafts() d where d.membership = p_membership) then return; end if;
  select coalesce(array_agg(distinct c.acl_key), '{}') into v_keys from contributions c
  where c.case_id = m.case_id and c.contributor_ids = array[m.person_id] and c.status = 'asked';
  perform access.rescue_drafts(p_membership);
  if cardinality(v_keys) = 0 then return; end if;
  update streams set head_seq = head_seq + cardinality(v_keys) where id = m.case_id returning head_seq into v_head;
  insert into events (stream_id, seq, kind, acl_key, payload, at)
  select m.case_id, v_head - cardinality(v_keys) + k.n, 'snapshot.stale', k.acl_key, '{"kind": "snapshot.stale"}', app.now()
  from unnest(v_keys) with ordinality as k (acl_key, n);
end $$;

create policy access_all on events to rinki_access using (true) with check (true);
grant select, insert, update on events to rinki_access;
grant usage on schema access to rinki_jobs;
alter function access.ended_with_drafts owner to rinki_access;
alter function access.rescue_ended owner to rinki_access;
revoke all on function access.ended_with_drafts, access.rescue_ended from public;
grant execute on function access.ended_with_drafts, access.rescue_ended to rinki_jobs;
