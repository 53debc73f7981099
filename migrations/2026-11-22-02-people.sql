-- Agencies, people and how they sign in. No case data here; rights come from affiliations, never from the person.
create table agencies (
  id uuid primary key default uuidv7(),
  kind text not null check (kind in ('child-protection', 'education', 'psychiatry', 'substance-services', 'residential-care', 'family-services', 'ngo')),
  name_fi text not null,
  name_sv text not null,
  municipality text not null,
  region text not null,
  created_at timestamptz not null default app.now(),
  ended_at timestamptz
);

create table people (
  id uuid primary key default uuidv7(),
  sign_in_name text not null check (sign_in_name = lower(sign_in_name)),
  name text not null,
  given_name text not null,
  family boolean not null default false,
  language text not null default 'fi' check (language in ('fi', 'sv', 'en')),
  email text,
  -- Encrypts, in the browser, what the network has not yet taken; given back only to the same person.
  local_key bytea not null,
  created_at timestamptz not null default app.now(),
  ended_at timestamptz,
  unique (sign_in_name)
);

create table affiliations (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people,
  agency_id uuid not null references agencies,
  profession text not null check (profession in ('social-worker', 'social-counsellor', 'consultant-social-worker', 'family-therapist', 'coordinator', 'special-teacher', 'school-social-worker', 'school-psychologist', 'principal', 'psychiatric-nurse', 'psychiatrist', 'substance-worker', 'residential-care-worker', 'ngo-worker', 'expert-by-experience', 'data-protection-officer', 'administrator', 'regional-developer')),
  starts_at timestamptz not null default app.now(),
  ends_at timestamptz,
  check (ends_at is null or ends_at >= starts_at)
);
create index affiliations_person on affiliations (person_id);
create index affiliations_agency on affiliations (agency_id);

create table teams (
  id uuid primary key default uuidv7(),
  agency_id uuid not null references agencies,
  name text not null,
  created_at timestamptz not null default app.now(),
  ended_at timestamptz
);

create table team_members (
  team_id uuid not null references teams,
  affiliation_id uuid not null references affiliations,
  starts_at timestamptz not null default app.now(),
  ends_at timestamptz,
  primary key (team_id, affiliation_id, starts_at)
);

create table credentials (
  person_id uuid primary key references people,
  password_hash text not null,
  must_change boolean not null default false,
  changed_at timestamptz not null default app.now()
);

create table sessions (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people,
  affiliation_id uuid references affiliations,
  token_hash bytea not null unique,
  created_at timestamptz not null,
  active_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index sessions_person on sessions (person_id) where ended_at is null;

-- Failed sign-ins are counted per name AND device (or address), so nobody can lock out somebody else.
create table sign_in_failures (
  key_hash bytea primary key,
  failures int not null,
  blocked_until timestamptz,
  updated_at timestamptz not null
);

-- Dated, versioned settings of law and practice, with their source.
create table rules (
  key text not null,
  valid_from date not null,
  value jsonb not null,
  source text not null,
  primary key (key, valid_from)
);
insert into rules (key, valid_from, value, source) values
  ('decision-working-days', '2015-04-01', '7', 'Lastensuojelulaki 417/2007, 26 §'),
  ('assessment-months', '2015-04-01', '3', 'Sosiaalihuoltolaki 1301/2014, 36 §; lastensuojelulaki 417/2007, 26 §'),
  ('children-per-worker', '2024-01-01', '30', 'Lastensuojelulaki 417/2007, 13 b §'),
  ('own-hearing-age', '2008-01-01', '12', 'Lastensuojelulaki 417/2007, 20–21 §'),
  ('hypothesis-days', '2024-01-01', '90', 'Rinki: working material of the systemic team');

grant select, insert, update on agencies, teams, team_members, credentials, sessions to rinki_app;
-- Whose a row is never changes: only what may change is granted. The end of an affiliation has a door of its own.
grant select, insert on people, affiliations to rinki_app;
grant update (name, given_name, language, email, ended_at) on people to rinki_app;
grant select, insert, update, delete on sign_in_failures to rinki_app;
grant select on rules to rinki_app;
grant select on people, affiliations, agencies, sessions to rinki_gateway;
grant select on people, affiliations, agencies to rinki_access, rinki_jobs;
grant select (id, person_id, active_at, expires_at, ended_at) on sessions to rinki_jobs;
