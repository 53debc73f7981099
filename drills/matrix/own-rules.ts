// Ring 2 alone, what is somebody's own or of a few: a table in words of who may, for whoever speaks to the database
// directly. `with x as (…) select 1` writes without reading back, so that nothing but the write itself is asked.

import type { Attempt } from './attempt.ts';
import { everybody, familyPlaces, guestPlaces, hastePlaces, placeOf, teamPlaces, type Who } from './cast.ts';
import { whateverTheyActIn } from './disguises.ts';
import type { Region } from './people.ts';
import type { PlacedForWrites } from './place-own.ts';

const homePeople = [...teamPlaces, 'homeVisitor'] as const;
const homeReaders = [...homePeople, 'counsellorInHaste'] as const;
const ofHome = everybody.filter((who) => placeOf(who).acts === 'home');
const caseOnly = ({ caseId }: PlacedForWrites): unknown[] => [caseId];
const teacherHere = ({ caseId }: PlacedForWrites, { people }: Region): unknown[] => [
  caseId,
  people.teacher.id,
];
/** Who takes part, did so once, or will: they are told when it begins and ends, also with their affiliation. */
const tookPart = everybody.filter((who) => placeOf(who).when !== 'never');
/** The administration ends whoever it ends. */
const concerned = [...tookPart, 'administrator'] as const;
const person =
  (whose: Who) =>
  (_: PlacedForWrites, { people }: Region): unknown[] => [people[whose].id];
const underTeachersKey = ({ caseId, teachersKey }: PlacedForWrites): unknown[] => [caseId, teachersKey];

/** A comment, in the own name and affiliation. The text's key is of the class it is begun in. */
const textBegun = (state: string, dataClass: string): string =>
  `with x as (insert into entries (case_id, acl_key, owner_agency_id, data_class, kind, state, author_ids, affiliation_id, created_at, updated_at)
    values ($1, $2, $3, '${dataClass}', 'comment', '${state}', array[app.person()], app.affiliation(), now(), now())) select 1`;

/** By whom it is said to be recorded: SQL over somebody of another family, $4. */
const custodyRecorded = (by: string): string =>
  `with x as (insert into custody_changes (case_id, acl_key, relation_id, custody, power_classes, basis, recorded_by, recorded_at)
    select $1, $2, $3, 'joint', '{}', 'x', ${by}, now() where $4::uuid is not null) select 1`;

export const ownAttempts: readonly Attempt[] = [
  {
    says: 'reads what the teacher was told',
    statement: `select id from notices where case_id = $1 and person_id = $2`,
    values: teacherHere,
    may: ['teacher'],
    even: { gone: ['teacher'] },
  },
  {
    says: 'is told of a case in which they never took part',
    statement: `select id from notices where case_id = $1 and person_id = $2`,
    values: ({ caseId }, { people }) => [caseId, people.colleague.id],
    may: [],
  },
  {
    says: 'passes what they were told on to the nurse',
    statement: `update notices set person_id = $2 where case_id = $1 returning id`,
    values: ({ caseId }, { people }) => [caseId, people.nurse.id],
    may: [],
  },
  {
    says: 'passes whatever they were told on to the nurse',
    // Nothing of a row is read.
    statement: `with x as (update notices set person_id = $1) select 1`,
    values: (_, { people }) => [people.nurse.id],
    asked: ['teacher'],
    may: [],
  },
  {
    says: 'sees when the teacher was here last',
    statement: `select person_id from visits where case_id = $1 and person_id = $2`,
    values: teacherHere,
    may: ['teacher'],
    even: whateverTheyActIn('teacher'),
  },
  {
    says: 'says that the nurse was here',
    statement: `with x as (insert into visits (person_id, case_id, at) values ($2, $1, now())) select 1`,
    values: ({ caseId }, { people }) => [caseId, people.nurse.id],
    may: ['nurse'],
    even: whateverTheyActIn('nurse'),
  },
  {
    says: 'sees what the teacher was answered',
    statement: `select key from idempotency_keys where person_id = $1`,
    values: person('teacher'),
    may: ['teacher'],
    even: whateverTheyActIn('teacher'),
  },
  {
    says: 'answers the teacher beforehand',
    statement: `with x as (insert into idempotency_keys (person_id, key, operation, result, at) values ($1, gen_random_uuid(), 'x', '{}', now())) select 1`,
    values: person('teacher'),
    may: ['teacher'],
    even: whateverTheyActIn('teacher'),
  },
  {
    says: 'writes into the access log that the teacher has looked',
    statement: `with x as (insert into access_log (at, person_id, kind, purpose) values (now(), $1, 'case', 'x')) select 1`,
    values: person('teacher'),
    may: ['teacher'],
    even: whateverTheyActIn('teacher'),
  },
  {
    says: 'writes into the log of commands what the teacher has done',
    statement: `with x as (insert into command_log (at, person_id, operation) values (now(), $1, 'x')) select 1`,
    values: person('teacher'),
    may: ['teacher'],
    even: whateverTheyActIn('teacher'),
  },
  {
    says: 'looks up which keys another of the family holds',
    statement: `select acl_key from acl_members where person_id = $1 limit 1`,
    values: person('close'),
    may: ['close'],
  },
  {
    says: 'sees that a colleague was away',
    statement: `select id from absences where person_id = $1`,
    values: person('pair'),
    may: ofHome,
  },
  {
    says: 'sees that the glass was broken',
    statement: `select id from break_glass_uses where case_id = $1`,
    values: caseOnly,
    may: ['counsellorInHaste', 'psychiatristInHaste', 'responsible', 'protectionOfficer'],
    even: { gone: hastePlaces },
  },
  {
    says: 'sees that a case was looked for',
    statement: `select id from break_glass_attempts where person_id = $1`,
    values: person('counsellorInHaste'),
    may: ['counsellorInHaste', 'protectionOfficer'],
    even: { gone: ['counsellorInHaste'] },
  },
  {
    says: 'sees the link of a guest',
    statement: `select id from guest_links where id = $1`,
    values: ({ linkId }) => [linkId],
    may: teamPlaces,
  },
  {
    says: 'ends the link of a guest',
    statement: `update guest_links set ended_at = now(), ended_why = 'revoked' where id = $1 returning id`,
    values: ({ linkId }) => [linkId],
    may: teamPlaces,
  },
  ...(['own', 'another’s'] as const).map(
    (whose): Attempt => ({
      says: `makes a link for a guest in ${whose} name`,
      statement: `with x as (insert into guest_links (id, case_id, membership_id, person_id, affiliation_id, contribution_id, made_by, made_at,
          secret_hash, code_hash, expires_at)
        values (gen_random_uuid(), $1, $2, $3, $4, $5, ${whose === 'own' ? 'app.person()' : '$6::uuid'}, now(), $6::uuid::text::bytea, '\\x00', now() + interval '1 day')) select 1`,
      values: ({ caseId, members, contributionId }, { people }) => [
        caseId,
        members.teacher,
        people.teacher.id,
        people.teacher.affiliationId,
        contributionId,
        people.colleague.id,
      ],
      may: whose === 'own' ? teamPlaces : [],
    }),
  ),
  {
    says: 'sees why somebody was asked to take part',
    statement: `select membership_id from membership_invitations where case_id = $1`,
    values: caseOnly,
    may: [...homeReaders, 'close'],
  },
  {
    says: 'says why somebody is asked to take part',
    statement: `with x as (insert into membership_invitations (membership_id, case_id, acl_key, person_id, affiliation_id, purpose)
      values ($1, $2, $3, $4, $5, 'x')) select 1`,
    values: ({ members, caseId, homeKey }, { people }) => [
      members.team,
      caseId,
      homeKey,
      people.team.id,
      people.team.affiliationId,
    ],
    may: teamPlaces,
  },
  {
    says: 'says so of one whose place it is not',
    statement: `with x as (insert into membership_invitations (membership_id, case_id, acl_key, person_id, affiliation_id, purpose)
      values ($1, $2, $3, $4, $5, 'x')) select 1`,
    values: ({ members, caseId, homeKey }, { people }) => [
      members.team,
      caseId,
      homeKey,
      people.colleague.id,
      people.colleague.affiliationId,
    ],
    may: [],
  },
  {
    says: 'sees that the responsibility is offered',
    statement: `select id from handovers where case_id = $1`,
    values: caseOnly,
    may: homeReaders,
  },
  {
    says: 'sees what was asked of two',
    statement: `select id from contributions where id = $1`,
    values: ({ pairId }) => [pairId],
    may: [...homeReaders, 'teacher', 'guestByLink'],
  },
  {
    says: 'changes what was asked of two',
    statement: `update contributions set question = 'x' where id = $1 returning id`,
    values: ({ pairId }) => [pairId],
    // The second only reads by now.
    may: teamPlaces,
  },
  {
    says: 'changes what was written by somebody who only reads by now',
    statement: `update entries set fields = '{}' where id = $1 returning id`,
    values: ({ hasteEntryId }) => [hasteEntryId],
    may: [],
  },
  {
    says: 'thaws what was signed',
    statement: `update entries set state = 'shared' where id = $1 returning id`,
    values: ({ frozenId }) => [frozenId],
    may: [],
  },
  {
    says: 'takes a text over as their own',
    statement: `update entries set author_ids = array[app.person()], affiliation_id = app.affiliation() where id = $1 returning id`,
    values: ({ texts }) => [texts[0]?.entryId],
    // Whose it is already.
    may: ['responsible'],
  },
  {
    says: 'puts a text into the register of another agency',
    statement: `update entries set affiliation_id = $2 where id = $1 returning id`,
    values: ({ texts }, { people }) => [texts[0]?.entryId, people.teacher.affiliationId],
    may: [],
  },
  {
    // What they wrote lies where they do not read any more: it is not touched, and so nothing is refused.
    says: 'changes whatever they may change',
    // Nothing of a row is read: what is not read is not changed either.
    statement: `with x as (update entries set version = 1) select 1`,
    values: () => [],
    asked: ['colleague'],
    may: ['colleague'],
    even: { ...whateverTheyActIn('colleague'), borrowed: ['colleague'] },
  },
  {
    says: 'makes a text of the family another’s',
    statement: `update entries set author_ids = array[$2]::uuid[] where id = $1 returning id`,
    values: ({ familyTextId }, { people }) => [familyTextId, people.close.id],
    may: [],
  },
  {
    says: 'puts what they have written where only the teacher reads',
    statement: `with x as (update entries set acl_key = $1) select 1`,
    values: ({ teachersKey }) => [teachersKey],
    asked: ['guardian'],
    may: [],
  },
  {
    says: 'throws away whatever lies in no case',
    // Without reading it: what is not read is not thrown away either.
    statement: 'delete from entries',
    values: () => [],
    may: ['responsible'],
  },
  {
    says: 'signs a text by hand',
    statement: `update entries set state = 'frozen' where id = $1 returning id`,
    values: ({ texts }) => [texts[0]?.entryId],
    may: [],
  },
  ...(['the own name', 'another’s name', 'nobody’s name'] as const).map(
    (name): Attempt => ({
      says: `records in ${name} that custody has changed`,
      statement: custodyRecorded(
        { 'the own name': 'app.person()', 'another’s name': '$4', 'nobody’s name': 'null::uuid' }[name],
      ),
      values: ({ caseId, homeKey, relationId }, { people }) => [
        caseId,
        homeKey,
        relationId,
        people.stranger.id,
      ],
      may: name === 'another’s name' ? [] : teamPlaces,
    }),
  ),
  {
    says: 'records where only the teacher reads that custody has changed',
    statement: custodyRecorded('app.person()'),
    values: ({ caseId, teachersKey, relationId }, { people }) => [
      caseId,
      teachersKey,
      relationId,
      people.stranger.id,
    ],
    may: [],
  },
  {
    says: 'begins a text in the own name',
    statement: textBegun('draft', 'social'),
    values: ({ caseId, texts }, { agencyIds }) => [caseId, texts[0]?.aclKey, agencyIds.home],
    // The family's words are kept by the home agency.
    may: [...homePeople, ...familyPlaces],
  },
  {
    says: 'begins a text that everybody has at once',
    statement: textBegun('shared', 'social'),
    values: ({ caseId, texts }, { agencyIds }) => [caseId, texts[0]?.aclKey, agencyIds.home],
    may: [],
  },
  {
    says: 'begins a text in the register of another agency',
    statement: textBegun('draft', 'education'),
    values: ({ caseId, schoolKey }, { agencyIds }) => [caseId, schoolKey, agencyIds.home],
    may: [],
  },
  {
    says: 'begins a text where only the teacher reads',
    statement: textBegun('draft', 'education'),
    values: ({ caseId, teachersKey }, { agencyIds }) => [caseId, teachersKey, agencyIds.school],
    may: ['teacher'],
  },
  {
    says: 'notes that something happened where only the teacher reads',
    statement: `with x as (insert into activities (case_id, acl_key, at, person_id, kind) values ($1, $2, now(), app.person(), 'x')) select 1`,
    values: underTeachersKey,
    may: ['teacher'],
  },
  {
    says: 'adds a person to the ring where only the teacher reads',
    statement: `with x as (insert into relations (case_id, acl_key, owner_agency_id, data_class, kind, name, relation, created_at)
      select $1, $2, $3, 'education', 'close', 'X', 'x', now()) select 1`,
    values: ({ caseId, teachersKey }, { agencyIds }) => [caseId, teachersKey, agencyIds.school],
    may: [],
  },
  ...[
    'entry_alternatives (entry_id, acl_key, field, device, body, created_at, updated_at)',
    'entry_history (entry_id, acl_key, field, body, why, at)',
  ].map(
    (into): Attempt => ({
      says: `puts something beside a text where only the teacher reads, in ${into.split(' ')[0]}`,
      statement: `with x as (insert into ${into} values ($1, $2, 'narrative', ${into.includes('device') ? `'laptop0077', 'x', now(), now()` : `'x', 'x', now()`})) select 1`,
      values: ({ texts, teachersKey }) => [texts[0]?.entryId, teachersKey],
      may: [],
    }),
  ),
  {
    says: 'reads the name of somebody of another family',
    statement: `select id from people where id = $1`,
    values: person('stranger'),
    may: ['stranger'],
    even: { elsewhere: ['stranger'] },
  },
  {
    says: 'reads the name of the guardian',
    statement: `select id from people where id = $1`,
    values: person('guardian'),
    may: [...homeReaders, ...guestPlaces, ...familyPlaces],
    even: { elsewhere: ['guardian'] },
  },
  {
    says: 'changes the language of the teacher',
    statement: `update people set language = 'sv' where id = $1 returning id`,
    values: person('teacher'),
    may: ['teacher', 'administrator'],
    even: whateverTheyActIn('teacher'),
  },
  {
    says: 'waits for the case’s events',
    statement: `select id from streams where id = $1`,
    values: caseOnly,
    may: concerned,
    even: { gone: tookPart },
  },
  {
    says: 'raises the epoch of whatever case there is, unread',
    // People’s own streams are raised by everybody who tells them something.
    statement: 'update streams set access_epoch = 7',
    beyond: `select count(*) from streams where kind = 'person'`,
    values: () => [],
    asked: ['stranger', 'principal'],
    may: [],
  },
  {
    says: 'begins the stream of a case',
    statement: `with x as (insert into streams (id, kind) values (gen_random_uuid(), 'case')) select 1`,
    values: () => [],
    may: [],
  },
  {
    says: 'raises the head of the case’s stream',
    statement: `with x as (update streams set head_seq = head_seq + 1 returning id) select 1 from x where id = $1`,
    values: caseOnly,
    may: concerned,
    even: { gone: tookPart },
  },
];
