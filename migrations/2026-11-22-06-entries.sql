-- Everything people write is an entry: an author (or a named pair), an owner agency, a data class, an audience. Its
-- text fields are kept with a revision each, saved as one types. Without a case it is private (a form, a private note).
create table entries (
  id uuid primary key default uuidv7(),
  case_id uuid references cases,
  acl_key bigint not null references audiences,
  owner_agency_id uuid references agencies,
  data_class text not null,
  kind text not null check (kind in ('form', 'private-note', 'situation', 'contribution', 'child-view', 'parent-view', 'synthesis', 'dissent', 'comment')),
  state text not null default 'draft' check (state in ('draft', 'shared', 'frozen')),
  author_ids uuid[] not null check (cardinality(author_ids) between 1 and 2),
  affiliation_id uuid references affiliations,
  assessment_id uuid,
  parent_id uuid,
  -- The life area of a contribution, the name of a form, the person a view is of.
  about text,
  -- {field: {text, rev, at, device}}
  fields jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  shared_at timestamptz,
  version int not null default 1,
  foreign key (acl_key, case_id) references audiences (acl_key, case_id),
  foreign key (acl_key, owner_agency_id, data_class) references audiences (acl_key, owner_agency_id, data_class)
);
create index entries_case on entries (case_id);
create index entries_assessment on entries (assessment_id);
create index entries_drafts on entries (case_id) where state = 'draft' and case_id is not null;
-- The same person and name is the same form, also when two tabs start it at once.
create unique index entries_forms on entries (about, author_ids) where kind = 'form';
create index entries_author on entries using gin (author_ids) where case_id is null;

-- What a second device wrote on the same field: both texts survive, side by side, until the author has chosen.
create table entry_alternatives (
  id uuid primary key default uuidv7(),
  entry_id uuid not null references entries on delete cascade,
  acl_key bigint not null references audiences,
  field text not null,
  device text not null,
  body text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (entry_id, field, device)
);

-- Text that was replaced by a choice or taken back: never lost, readable by its authors.
create table entry_history (
  id uuid primary key default uuidv7(),
  entry_id uuid not null references entries on delete cascade,
  acl_key bigint not null references audiences,
  field text not null,
  body text not null,
  why text not null,
  at timestamptz not null
);
create index entry_history_entry on entry_history (entry_id);

create table relations (
  id uuid primary key default uuidv7(),
  case_id uuid not null references cases,
  acl_key bigint not null references audiences,
  owner_agency_id uuid not null references agencies,
  data_class text not null,
  kind text not null check (kind in ('guardian', 'sibling', 'close')),
  name text not null,
  relation text not null,
  person_id uuid references people,
  custody text check (custody in ('joint', 'sole', 'limited', 'none')),
  custody_from date,
  custody_until date,
  language text,
  phone text,
  created_at timestamptz not null,
  version int not null default 1,
  check ((kind = 'guardian') = (custody is not null)),
  foreign key (acl_key, case_id) references audiences (acl_key, case_id),
  foreign key (acl_key, owner_agency_id, data_class) references audiences (acl_key, owner_agency_id, data_class)
);
create index relations_case on relations (case_id);

-- Where the child is. Class `safety` under turvakielto, else `coordination`.
create table whereabouts (
  case_id uuid primary key references cases,
  acl_key bigint not null references audiences,
  owner_agency_id uuid not null references agencies,
  data_class text not null check (data_class in ('safety', 'coordination')),
  non_disclosure boolean not null,
  address text,
  municipality text,
  school text,
  version int not null default 1,
  check (non_disclosure = (data_class = 'safety')),
  foreign key (acl_key, case_id) references audiences (acl_key, case_id),
  foreign key (acl_key, owner_agency_id, data_class) references audiences (acl_key, owner_agency_id, data_class)
);

-- What happened in a case, for "changed since your last visit".
create table activities (
  id uuid primary key default uuidv7(),
  case_id uuid not null references cases,
  acl_key bigint not null references audiences,
  at timestamptz not null,
  person_id uuid not null references people,
  kind text not null,
  object_id uuid,
  detail jsonb not null default '{}',
  foreign key (acl_key, case_id) references audiences (acl_key, case_id)
);
create index activities_case on activities (case_id, at desc);

create table visits (
  person_id uuid not null,
  case_id uuid not null references cases,
  at timestamptz not null,
  primary key (person_id, case_id)
);

-- A word to one person that is of no case they must already see (a likely duplicate, say).
create table notices (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people,
  kind text not null,
  case_id uuid references cases,
  from_person_id uuid references people,
  at timestamptz not null,
  read_at timestamptz
);
create index notices_person on notices (person_id) where read_at is null;

-- Is the entry's header true: written in the author's own affiliation and its agency, or by a member of the family?
create function access.own_header(p_case uuid, p_key bigint, p_affiliation uuid, p_owner uuid, p_authors uuid[]) returns boolean
language sql stable security definer set search_path = public, pg_temp as $$
  select case
      when p_affiliation is not null then exists (
        select from affiliations a where a.id = p_affiliation and a.person_id = any (p_authors) and a.agency_id = p_owner)
      when p_case is not null then exists (
        select from memberships m where m.case_id = p_case and m.person_id = app.person() and m.affiliation_id is null)
      else true
    end
    -- What lies in no case is its author's alone.
    and (p_case is not null or exists (select from audiences d where d.acl_key = p_key and d.case_id is null))
$$;
alter function access.own_header owner to rinki_access;
revoke all on function access.own_header from public;
grant execute on function access.own_header to rinki_app;

do $$
declare t text;
begin
  -- Its readers read an entry; only its authors write it, never once it is frozen, and only what has no case can go.
  alter table entries enable row level security;
  alter table entries force row level security;
  create policy access_all on entries to rinki_access using (true) with check (true);
  create policy readable on entries for select to rinki_app
    using (exists (select from acl_members m where m.acl_key = entries.acl_key and m.person_id = (select app.person()) and m.valid @> (select app.now())));
  create policy startable on entries for insert to rinki_app
    with check (state = 'draft' and (select app.person()) = any (author_ids)
      and access.own_header(case_id, acl_key, affiliation_id, owner_agency_id, author_ids)
      and exists (select from acl_members m where m.acl_key = entries.acl_key and m.person_id = (select app.person()) and m.valid @> (select app.now())));
  create policy writable on entries for update to rinki_app
    using (state <> 'frozen' and (select app.person()) = any (author_ids)
      and exists (select from acl_members m where m.acl_key = entries.acl_key and m.person_id = (select app.person()) and m.valid @> (select app.now())))
    with check (state <> 'frozen' and (select app.person()) = any (author_ids)
      and access.own_header(case_id, acl_key, affiliation_id, owner_agency_id, author_ids)
      and exists (select from acl_members m where m.acl_key = entries.acl_key and m.person_id = (select app.person()) and m.valid @> (select app.now())));
  create policy discardable on entries for delete to rinki_app
    using (case_id is null and (select app.person()) = any (author_ids));
  foreach t in array array['entry_alternatives', 'entry_history', 'relations', 'whereabouts', 'activities'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy access_all on %I to rinki_access using (true) with check (true)', t);
    execute format($p$create policy readable on %1$I for select to rinki_app
      using (exists (select from acl_members m where m.acl_key = %1$I.acl_key and m.person_id = (select app.person()) and m.valid @> (select app.now())))$p$, t);
    -- Holds for whatever is written besides: nobody puts a row under a key that they do not hold, nor takes one from there.
    execute format($p$create policy held on %1$I as restrictive to rinki_app
      using (exists (select from acl_members m where m.acl_key = %1$I.acl_key and m.person_id = (select app.person()) and m.valid @> (select app.now())))$p$, t);
  end loop;
  -- The authors' own texts; an entry that cannot be read is nobody's.
  foreach t in array array['entry_alternatives', 'entry_history'] loop
    execute format($p$create policy of_author on %1$I to rinki_app
      using (exists (select from entries e where e.id = %1$I.entry_id and (select app.person()) = any (e.author_ids)))$p$, t);
  end loop;
  foreach t in array array['relations', 'whereabouts'] loop
    execute format($p$create policy of_home on %1$I to rinki_app using (access.holds(case_id, 'home'))$p$, t);
  end loop;
  create policy own on activities for insert to rinki_app with check (person_id = (select app.person()));
  foreach t in array array['visits', 'notices'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own on %1$I to rinki_app using (person_id = (select app.person())) with check (person_id = (select app.person()))', t);
    execute format('create policy access_all on %I to rinki_access using (true) with check (true)', t);
  end loop;
end $$;
grant select, insert, update on entries, relations, whereabouts, visits to rinki_app;
grant delete on entries, entry_alternatives to rinki_app;
grant select, insert, update on entry_alternatives to rinki_app;
grant select, insert on entry_history, activities to rinki_app;
grant select, update on notices to rinki_app;
grant select, insert, update on entries, entry_alternatives, entry_history to rinki_access;
grant select on relations, whereabouts to rinki_access;
grant insert on notices to rinki_access;
