// Ring 2 alone, writing: what the database itself lets a person do who speaks to it directly, as a table in words. The
// statements are plain; the doors are the reviewed functions through which access changes.

import type { Attempt } from './attempt.ts';
import { everybody, guestPlaces, placeOf, teamPlaces } from './cast.ts';
import type { Placed } from './samples.ts';

const homePeople = [...teamPlaces, 'homeVisitor'] as const;
const takingProfessionals = [...homePeople, ...guestPlaces] as const;
/** Whoever breaks the glass reads, and writes nothing. */
const taking = everybody.filter((who) => placeOf(who).when === 'now' && placeOf(who).role !== 'break-glass');
const caseOnly = ({ caseId }: Placed): unknown[] => [caseId];
const entryOnly = ({ texts }: Placed): unknown[] => [texts[0]?.entryId];

const keyOfText = `(select acl_key from entries where id = $1)`;

export const attempts: readonly Attempt[] = [
  {
    says: 'changes the head of the case',
    statement: `update cases set interpreter = 'x' where id = $1 returning id`,
    values: caseOnly,
    may: teamPlaces,
  },
  {
    says: 'changes a text',
    statement: `update entries set fields = '{}' where id = $1 returning id`,
    values: entryOnly,
    may: ['responsible'],
  },
  {
    says: 'throws a text of the case away',
    statement: `delete from entries where id = $1 returning id`,
    values: entryOnly,
    may: [],
  },
  {
    says: 'makes a text another’s',
    statement: `update entries set author_ids = array[$2]::uuid[] where id = $1 returning id`,
    values: ({ texts }, region) => [texts[0]?.entryId, region.people.colleague.id],
    may: [],
  },
  {
    says: 'begins a text in somebody else’s name',
    statement: `insert into entries (case_id, acl_key, owner_agency_id, data_class, kind, author_ids, affiliation_id, created_at, updated_at)
      select case_id, acl_key, owner_agency_id, data_class, 'comment', author_ids, affiliation_id, now(), now() from entries where id = $1 returning id`,
    values: entryOnly,
    // Readers find the row to copy; only its own author writes another one like it.
    may: ['responsible'],
  },
  {
    says: 'keeps a text beside the text of an entry',
    statement: `insert into entry_alternatives (entry_id, acl_key, field, device, body, created_at, updated_at)
      values ($1, ${keyOfText}, 'narrative', 'laptop0009', 'x', now(), now()) returning id`,
    values: entryOnly,
    may: ['responsible'],
  },
  {
    says: 'writes into the history of an entry',
    statement: `insert into entry_history (entry_id, acl_key, field, body, why, at)
      values ($1, ${keyOfText}, 'narrative', 'x', 'x', now()) returning id`,
    values: entryOnly,
    may: ['responsible'],
  },
  {
    says: 'adds a person to the ring',
    statement: `insert into relations (case_id, acl_key, owner_agency_id, data_class, kind, name, relation, created_at)
      select id, acl_key, owner_agency_id, 'coordination', 'close', 'X', 'x', now() from cases where id = $1 returning id`,
    values: caseOnly,
    may: teamPlaces,
  },
  {
    says: 'changes a person of the ring',
    statement: `update relations set name = 'Y' where case_id = $1 returning id`,
    values: caseOnly,
    may: teamPlaces,
  },
  {
    says: 'changes where the child is',
    statement: `update whereabouts set address = 'x' where case_id = $1 returning case_id`,
    values: caseOnly,
    may: teamPlaces,
  },
  {
    says: 'notes that something happened, in the own name',
    statement: `insert into activities (case_id, acl_key, at, person_id, kind)
      select id, acl_key, now(), app.person(), 'x' from cases where id = $1 returning id`,
    values: caseOnly,
    may: taking,
  },
  {
    says: 'notes that something happened, in another’s name',
    statement: `insert into activities (case_id, acl_key, at, person_id, kind)
      select id, acl_key, now(), $2, 'x' from cases where id = $1 returning id`,
    values: ({ caseId }, region) => [caseId, region.people.stranger.id],
    may: [],
  },
  {
    says: 'opens an assessment',
    statement: `insert into assessments (case_id, acl_key, owner_agency_id, template_id, trigger, began_on, decision_due_on, ready_due_on, opened_at, opened_by)
      select c.id, c.acl_key, c.owner_agency_id, t.id, 'contact', '2026-01-07', '2026-01-20', '2026-04-07', now(), $2
      from cases c, assessment_templates t where c.id = $1 limit 1 returning id`,
    values: ({ caseId }, region) => [caseId, region.people.responsible.affiliationId],
    may: ['responsible'],
  },
  {
    says: 'changes the assessment',
    statement: `update assessments set version = 2 where id = $1 returning id`,
    values: ({ assessmentId }) => [assessmentId],
    may: ['responsible'],
  },
  {
    says: 'asks for a contribution',
    statement: `insert into contributions (case_id, assessment_id, acl_key, area, contributor_ids, affiliation_id, asked_by, asked_at)
      select case_id, id, acl_key, 'friends', array[$2]::uuid[], $3, $3, now() from assessments where id = $1 returning id`,
    values: ({ assessmentId }, { people }) => [
      assessmentId,
      people.responsible.id,
      people.responsible.affiliationId,
    ],
    may: teamPlaces,
  },
  {
    says: 'changes what was asked of the teacher',
    statement: `update contributions set question = 'x' where id = $1 returning id`,
    values: ({ contributionId }) => [contributionId],
    may: [...teamPlaces, 'teacher'],
  },
  {
    says: 'makes a version',
    statement: `insert into assessment_versions (assessment_id, case_id, acl_key, version, hash, head, signed_at)
      select id, case_id, acl_key, 77, 'x', '{}', now() from assessments where id = $1 returning id`,
    values: ({ assessmentId }) => [assessmentId],
    may: ['responsible'],
  },
  {
    says: 'adds a part to a version that stands',
    statement: `insert into version_parts (version_id, case_id, acl_key, position, kind, content, hash)
      select id, case_id, acl_key, 999, 'x', '{}', 'x' from assessment_versions where id = $1 returning id`,
    values: ({ versionId }) => [versionId],
    may: [],
  },
  {
    says: 'changes a part of a version',
    statement: `update version_parts set content = '{}' where version_id = $1 returning id`,
    values: ({ versionId }) => [versionId],
    may: [],
  },
  {
    says: 'signs in the own name',
    statement: `insert into signatures (version_id, case_id, acl_key, person_id, affiliation_id, name, profession, hash, signed_at)
      select id, case_id, acl_key, app.person(), app.affiliation(), 'X', 'social-worker', 'x', now() from assessment_versions where id = $1 returning id`,
    values: ({ versionId }) => [versionId],
    may: takingProfessionals,
  },
  {
    says: 'signs in another’s name',
    statement: `insert into signatures (version_id, case_id, acl_key, person_id, affiliation_id, name, profession, hash, signed_at)
      select id, case_id, acl_key, $2, $3, 'X', 'social-worker', 'x', now() from assessment_versions where id = $1 returning id`,
    values: ({ versionId }, { people }) => [versionId, people.colleague.id, people.colleague.affiliationId],
    may: [],
  },
  {
    says: 'lets a colleague into the case',
    statement: `select access.add_member($1, $2, $3, 'team', null, app.affiliation(), 'coordination', 'everyone', '{}', 'all', '{}') as id`,
    values: ({ caseId }, { people }) => [caseId, people.colleague.id, people.colleague.affiliationId],
    may: teamPlaces,
  },
  {
    says: 'ends somebody else’s membership',
    statement: `select access.end_membership($1, 'x') is not null as id`,
    values: ({ members }) => [members.close],
    // The one whose it is ends it too.
    may: [...teamPlaces, 'close'],
  },
  {
    says: 'withdraws a ground of the home agency',
    statement: `select (access.withdraw_ground($1)).id`,
    values: ({ groundId }) => [groundId],
    may: homePeople,
  },
  {
    says: 'makes an audience of the home agency',
    statement: `select access.intern_audience($1, $2, 'safety', 'agency', '{}', 'none', '{}', array[app.person()]) as id`,
    values: ({ caseId }, { agencyIds }) => [caseId, agencyIds.home],
    // The family's own words are kept in the home agency's register.
    may: [...homePeople, ...taking.filter((who) => placeOf(who).acts === null)],
  },
  {
    says: 'freezes the texts of the assessment',
    statement: `select count(*) as id from access.freeze_entries($1)`,
    values: ({ assessmentId }) => [assessmentId],
    may: ['responsible'],
  },
];
