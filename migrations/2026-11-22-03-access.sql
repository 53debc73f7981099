-- Who may see what. Base tables (cases, memberships, grounds, audiences) and, derived from them in SQL in the same
-- transaction, acl_members, which row-level security asks. The server's own rule never reads acl_members.
create table audiences (
  acl_key bigint generated always as identity primary key,
  case_id uuid,
  owner_agency_id uuid references agencies,
  data_class text not null check (data_class in ('coordination', 'shared-goal', 'education', 'social', 'health', 'substance', 'hypothesis', 'child-voice', 'safety')),
  scope text not null check (scope in ('private', 'agency', 'team', 'agencies', 'everyone')),
  agency_ids uuid[] not null default '{}',
  family_scope text not null default 'none' check (family_scope in ('none', 'chosen', 'all')),
  family_ids uuid[] not null default '{}',
  author_ids uuid[] not null default '{}',
  participation boolean not null default false,
  unique nulls not distinct (case_id, owner_agency_id, data_class, scope, agency_ids, family_scope, family_ids, author_ids, participation),
  -- For references: what has this audience is of its case, its agency and its class, and cannot say otherwise of itself.
  unique (acl_key, case_id),
  unique (acl_key, owner_agency_id, data_class)
);

create table acl_members (
  acl_key bigint not null references audiences on delete cascade,
  person_id uuid not null,
  valid tstzrange not null
);
create index acl_members_key_person on acl_members (acl_key, person_id);
create index acl_members_person on acl_members (person_id);

-- The case is the child's workspace: one child, one case.
create table cases (
  id uuid primary key default uuidv7(),
  acl_key bigint not null references audiences,
  owner_agency_id uuid not null references agencies,
  number text not null unique,
  child_name text not null,
  child_given_name text not null,
  birth_date date not null,
  languages text[] not null,
  interpreter text,
  opened_at timestamptz not null,
  opened_by uuid not null references affiliations,
  closed_at timestamptz,
  version int not null default 1,
  foreign key (acl_key, id) references audiences (acl_key, case_id) deferrable initially deferred
);
alter table audiences add foreign key (case_id) references cases deferrable initially deferred;
create index audiences_case on audiences (case_id);
create index cases_likeness on cases (owner_agency_id, birth_date);

-- That somebody takes part is itself an entry: acl_key is the participation's audience.
create table memberships (
  id uuid primary key default uuidv7(),
  case_id uuid not null references cases deferrable initially deferred,
  acl_key bigint not null references audiences,
  person_id uuid not null references people,
  affiliation_id uuid references affiliations,
  role text not null check (role in ('responsible', 'working-pair', 'team', 'visiting', 'child', 'guardian', 'close')),
  starts_at timestamptz not null,
  ends_at timestamptz,
  invited_by uuid references affiliations,
  opened_at timestamptz,
  ended_by uuid references people,
  end_reason text,
  foreign key (acl_key, case_id) references audiences (acl_key, case_id),
  check ((affiliation_id is null) = (role in ('child', 'guardian', 'close'))),
  check (ends_at is null or ends_at >= starts_at)
);
create index memberships_case on memberships (case_id);
create index memberships_person on memberships (person_id);

create table grounds (
  id uuid primary key default uuidv7(),
  case_id uuid not null references cases deferrable initially deferred,
  acl_key bigint not null references audiences,
  kind text not null check (kind in ('child-consent', 'guardian-consent', 'disclosure-permission', 'statute', 'joint-contact', 'vital-interest')),
  effect text not null default 'allow' check (effect in ('allow', 'prohibit')),
  -- A statute that authorises disclosure says for itself whether a prohibition stops it.
  beats_prohibition boolean not null default false check (not beats_prohibition or kind in ('statute', 'vital-interest')),
  statute text,
  given_by uuid references people,
  from_agency_id uuid references agencies,
  to_agency_id uuid references agencies,
  data_classes text[] not null check (cardinality(data_classes) > 0),
  evidence text not null,
  valid tstzrange not null,
  recorded_by uuid not null references affiliations,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid references people,
  foreign key (acl_key, case_id) references audiences (acl_key, case_id),
  check (kind <> 'statute' or statute is not null),
  check (effect = 'prohibit' or (from_agency_id is not null and to_agency_id is not null))
);
create index grounds_case on grounds (case_id);

alter table cases enable row level security;
alter table cases force row level security;
alter table memberships enable row level security;
alter table memberships force row level security;
alter table grounds enable row level security;
alter table grounds force row level security;
alter table audiences enable row level security;
alter table audiences force row level security;
alter table acl_members enable row level security;
alter table acl_members force row level security;
alter table people enable row level security;
alter table people force row level security;

create policy access_all on cases to rinki_access using (true) with check (true);
create policy access_all on memberships to rinki_access using (true) with check (true);
create policy access_all on grounds to rinki_access using (true) with check (true);
create policy access_all on audiences to rinki_access using (true) with check (true);
create policy access_all on acl_members to rinki_access using (true) with check (true);
create policy access_all on people to rinki_access using (true);
grant select, insert, update on cases, memberships, grounds, audiences to rinki_access;
grant select, insert, delete on acl_members to rinki_access;

create policy own on acl_members for select to rinki_app, rinki_gateway using (person_id = (select app.person()));
create policy readable on audiences for select to rinki_app, rinki_gateway using (exists (
  select from acl_members m where m.acl_key = audiences.acl_key and m.person_id = (select app.person()) and m.valid @> (select app.now())));
create policy readable on cases for select to rinki_app using (exists (
  select from acl_members m where m.acl_key = cases.acl_key and m.person_id = (select app.person()) and m.valid @> (select app.now())));
create policy readable on memberships for select to rinki_app using (exists (
  select from acl_members m where m.acl_key = memberships.acl_key and m.person_id = (select app.person()) and m.valid @> (select app.now())));
create policy readable on grounds for select to rinki_app using (exists (
  select from acl_members m where m.acl_key = grounds.acl_key and m.person_id = (select app.person()) and m.valid @> (select app.now())));
-- A family member's name is case data; a professional's is not. Each changes their own row, the administration everybody's.
create policy known on people for select to rinki_app using (not family or id = (select app.person()) or exists (
  select from memberships s where s.person_id = people.id));
create policy registrable on people for insert to rinki_app with check (true);
create policy all_people on people for select to rinki_gateway, rinki_jobs using (true);

grant select on audiences, acl_members, cases, memberships, grounds to rinki_app;
grant update (child_name, child_given_name, birth_date, languages, interpreter, closed_at, version) on cases to rinki_app;
grant select on audiences, acl_members to rinki_gateway;

-- Sign-in and the administrator's lists need people before there is an actor: a narrow door, without family members'
-- cases. Returns the identity only.
create function access.person_by_sign_in_name(p_name text)
returns table (id uuid, password_hash text, must_change boolean, ended_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, c.password_hash, c.must_change, p.ended_at from people p join credentials c on c.person_id = p.id
  where p.sign_in_name = lower(p_name)
$$;
grant select on credentials to rinki_access;
alter function access.person_by_sign_in_name owner to rinki_access;
revoke all on function access.person_by_sign_in_name from public;
grant execute on function access.person_by_sign_in_name to rinki_app;
