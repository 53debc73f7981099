-- A pair's contribution is known where either of the two is: the first under the request's audience, the second under this one.
alter table contributions add column pair_acl_key bigint references audiences,
  add foreign key (pair_acl_key, case_id) references audiences (acl_key, case_id);
create policy readable_of_pair on contributions for select to rinki_app
  using (pair_acl_key is not null and exists (
    select from acl_members m where m.acl_key = contributions.pair_acl_key and m.person_id = (select app.person()) and m.valid @> (select app.now())));

-- The owner sees every row while it fills in what is new.
alter table memberships no force row level security;
alter table contributions no force row level security;
alter table activities no force row level security;
alter table entries no force row level security;
update contributions c set pair_acl_key = (
    select m.acl_key from memberships m join affiliations a on a.id = m.affiliation_id, affiliations f
    where f.id = c.affiliation_id and a.agency_id = f.agency_id and m.case_id = c.case_id and m.person_id = c.contributor_ids[2]
    order by m.starts_at desc limit 1)
where cardinality(c.contributor_ids) = 2;
-- What one of a pair shared before says who the other is, so that it can be told as done by whom its reader may know.
update activities a set detail = a.detail || jsonb_build_object('pair', (select x from unnest(e.author_ids) x where x <> a.person_id limit 1))
from entries e
where e.id = a.object_id and a.kind = 'entry-shared' and cardinality(e.author_ids) = 2 and a.person_id = any (e.author_ids);
alter table memberships force row level security;
alter table contributions force row level security;
alter table activities force row level security;
alter table entries force row level security;
