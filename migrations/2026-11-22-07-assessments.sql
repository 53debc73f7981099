-- Multi-agency assessment. Templates are versioned and adaptable per region.
create table assessment_templates (
  id uuid primary key default uuidv7(),
  region text,
  version int not null,
  areas jsonb not null,
  valid_from date not null,
  unique nulls not distinct (region, version)
);
insert into assessment_templates (region, version, valid_from, areas) values (null, 1, '2026-01-01', '[
  "growth-and-development", "health", "mental-health", "school-and-learning", "substances", "family-relations", "parenting",
  "everyday-life-and-livelihood", "housing", "free-time", "friends", "safety-and-violence", "digital-life", "culture-and-language"]');

create table assessments (
  id uuid primary key default uuidv7(),
  case_id uuid not null references cases,
  acl_key bigint not null references audiences,
  owner_agency_id uuid not null references agencies,
  template_id uuid not null references assessment_templates,
  trigger text not null check (trigger in ('child-welfare-notification', 'contact', 'application', 'request-of-family', 'other')),
  began_on date not null,
  decided_on date,
  decision_due_on date not null,
  ready_due_on date not null,
  status text not null default 'open' check (status in ('open', 'signed')),
  version int not null default 1,
  correction_reason text,
  opened_at timestamptz not null,
  opened_by uuid not null references affiliations
);
create index assessments_case on assessments (case_id);

-- Who was asked for which life area and by when. Readable by those who may know that the contributor takes part; the
-- text is an entry of its own.
create table contributions (
  id uuid primary key default uuidv7(),
  case_id uuid not null references cases,
  assessment_id uuid not null references assessments,
  acl_key bigint not null references audiences,
  area text not null,
  contributor_ids uuid[] not null check (cardinality(contributor_ids) between 1 and 2),
  affiliation_id uuid not null references affiliations,
  question text,
  due_on date,
  asked_by uuid not null references affiliations,
  asked_at timestamptz not null,
  opened_at timestamptz,
  status text not null default 'asked' check (status in ('asked', 'shared', 'withdrawn')),
  entry_id uuid references entries,
  version int not null default 1
);
create index contributions_assessment on contributions (assessment_id);
create index contributions_case on contributions (case_id);
create unique index contributions_once on contributions (assessment_id, area, affiliation_id) where status <> 'withdrawn';

-- Signed versions: immutable. Each part keeps the audience its entry had; the hash of the version is over its parts'.
create table assessment_versions (
  id uuid primary key default uuidv7(),
  assessment_id uuid not null references assessments,
  case_id uuid not null references cases,
  acl_key bigint not null references audiences,
  version int not null,
  reason text,
  hash text not null,
  head jsonb not null,
  signed_at timestamptz not null,
  unique (assessment_id, version)
);

create table version_parts (
  id uuid primary key default uuidv7(),
  version_id uuid not null references assessment_versions,
  case_id uuid not null references cases,
  acl_key bigint not null references audiences,
  position int not null,
  kind text not null,
  area text,
  entry_id uuid,
  content jsonb not null,
  hash text not null
);
create index version_parts_version on version_parts (version_id);

create table signatures (
  id uuid primary key default uuidv7(),
  version_id uuid not null references assessment_versions,
  case_id uuid not null references cases,
  acl_key bigint not null references audiences,
  person_id uuid not null references people,
  affiliation_id uuid not null references affiliations,
  name text not null,
  profession text not null,
  hash text not null,
  signed_at timestamptz not null,
  unique (version_id, person_id)
);

do $$
declare t text;
begin
  foreach t in array array['assessments', 'contributions', 'assessment_versions', 'version_parts', 'signatures'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy access_all on %I to rinki_access using (true) with check (true)', t);
    execute format('alter table %I add foreign key (acl_key, case_id) references audiences (acl_key, case_id)', t);
    execute format($p$create policy readable on %1$I for select to rinki_app
      using (exists (select from acl_members m where m.acl_key = %1$I.acl_key and m.person_id = (select app.person()) and m.valid @> (select app.now())))$p$, t);
  end loop;
end $$;
create policy openable on assessments for insert to rinki_app with check (access.holds(case_id, 'responsible'));
create policy writable on assessments for update to rinki_app using (access.holds(case_id, 'responsible'));
create policy askable on contributions for insert to rinki_app with check (access.holds(case_id, 'home'));
create policy writable on contributions for update to rinki_app
  using ((select app.person()) = any (contributor_ids) or access.holds(case_id, 'home'));
create policy signable on assessment_versions for insert to rinki_app with check (access.holds(case_id, 'responsible'));
-- Parts come with their version, in the same transaction; none is ever added to a version that stands.
create policy with_version on version_parts for insert to rinki_app with check (access.holds(case_id, 'responsible')
  and exists (select from assessment_versions v where v.id = version_id and v.case_id = version_parts.case_id and v.xmin = pg_current_xact_id()::xid));
create policy own on signatures for insert to rinki_app
  with check (person_id = (select app.person()) and access.holds(case_id, 'professional'));
grant select, insert on assessments, contributions, assessment_versions, version_parts, signatures to rinki_app;
grant update on assessments, contributions to rinki_app;
grant select on assessment_templates to rinki_app;
grant select on assessments to rinki_access;
grant select, update on contributions to rinki_access;
