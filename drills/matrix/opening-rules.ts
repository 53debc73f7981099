// Ring 2 alone, the doors through which it changes who reads what: grounds, break-glass, turvakielto, and what is written down of
// it. A table in words of who may open each; `count(*)` is one row unless the door refuses.

import type { Attempt } from './attempt.ts';
import { cast, everybody, familyPlaces, guestPlaces, hastePlaces, placeOf, teamPlaces } from './cast.ts';
import type { Region } from './people.ts';
import type { PlacedForWrites } from './place-own.ts';

type Values = Attempt['values'];

const homePeople = [...teamPlaces, 'homeVisitor'] as const;
const professionals = [...homePeople, ...guestPlaces] as const;
/** Whoever takes part, did so once, or will. */
const tookPart = everybody.filter((who) => placeOf(who).when !== 'never');
/** Professionals of social or health care, in the affiliation in which they act: in the case or not. */
const glassBreakers = [
  ...homePeople,
  'nurse',
  'nurseAtSchool',
  ...hastePlaces,
  'colleague',
  'psychiatristLater',
] as const;

const caseOnly: Values = ({ caseId }) => [caseId];
const hiddenOnly: Values = ({ hiddenCaseId }) => [hiddenCaseId];

type Ground = { kind?: string; effect?: string; by?: string; givenBy?: string; relation?: string };
/** Records what goes, or must not go, from the home agency $2 to the school $3, in the case $1; $4 is whoever is named. */
const groundRecorded = ({
  kind = 'statute',
  effect = 'allow',
  by = 'app.affiliation()',
  givenBy = 'null',
  relation = 'null',
}: Ground): string =>
  `select (access.record_ground($1, ${by}, '${kind}', '${effect}', false, '41 §', ${givenBy}, $2, $3, '{social}', 'x', null, ${relation})).id
   where $4::uuid is not null`;
const groundNaming =
  (whom: (placed: PlacedForWrites, region: Region) => unknown): Values =>
  (placed, region) => [placed.caseId, region.agencyIds.home, region.agencyIds.school, whom(placed, region)];
const namingNobody = groundNaming(({ caseId }) => caseId);

/** From which agency something is read on vital interest: SQL over the case $1 and that agency $2. */
const readVitally = (dataClass: string): string =>
  `select (access.record_vital_interest($1, $2, '{${dataClass}}', 'x')).id`;

const groundDoors: readonly Attempt[] = [
  {
    says: 'records what the home agency may tell the school',
    statement: groundRecorded({}),
    values: namingNobody,
    may: homePeople,
  },
  {
    says: 'records what the home agency must not tell the school',
    statement: groundRecorded({ effect: 'prohibit' }),
    values: namingNobody,
    may: professionals,
  },
  {
    says: 'records a ground in the affiliation of the colleague',
    statement: groundRecorded({ by: '$4' }),
    values: groundNaming((_, { people }) => people.colleague.affiliationId),
    may: [],
  },
  {
    says: 'records a consent of somebody of another family',
    statement: groundRecorded({ kind: 'guardian-consent', givenBy: '$4' }),
    values: groundNaming((_, { people }) => people.stranger.id),
    may: [],
  },
  {
    says: 'records a consent of a guardian in another case',
    statement: groundRecorded({ kind: 'guardian-consent', relation: '$4' }),
    values: groundNaming(({ twinRelationId }) => twinRelationId),
    may: [],
  },
  {
    says: 'records a consent of the child without saying whether the child understands',
    statement: groundRecorded({ kind: 'child-consent', givenBy: '$4' }),
    values: groundNaming((_, { people }) => people.child.id),
    may: [],
  },
  {
    says: 'withdraws a ground that was withdrawn already',
    statement: 'select (access.withdraw_ground($1)).id',
    values: ({ groundTakenBackId }) => [groundTakenBackId],
    may: [],
  },
  {
    says: 'withdraws the consent of the guardian as their own',
    statement: 'select (access.withdraw_own_consent($1)).id',
    values: ({ consentId }) => [consentId],
    may: ['guardian'],
  },
  {
    says: 'withdraws a consent of the guardian that was withdrawn already',
    statement: 'select (access.withdraw_own_consent($1)).id',
    values: ({ consentTakenBackId }) => [consentTakenBackId],
    may: [],
  },
];

const glassDoors: readonly Attempt[] = [
  {
    says: 'looks for a case to open by break-glass',
    statement: `select count(*) from access.find_for_break_glass('R-0', null, null)`,
    values: () => [],
    may: glassBreakers,
  },
  {
    says: 'breaks the glass',
    statement: `select count(*) from access.break_glass($1, app.affiliation(), 'Kukaan ei vastaa', 30)`,
    values: caseOnly,
    // Who takes part already needs no hammer.
    may: ['colleague', 'psychiatristLater'],
  },
  {
    says: 'breaks the glass in the name of the colleague',
    statement: `select count(*) from access.break_glass($1, $2, 'Kukaan ei vastaa', 30)`,
    values: ({ caseId }, { people }) => [caseId, people.colleague.affiliationId],
    may: ['colleague'],
  },
  {
    says: 'reads on vital interest what the school has',
    statement: readVitally('education'),
    values: ({ caseId }, { agencyIds }) => [caseId, agencyIds.school],
    may: hastePlaces,
  },
  {
    says: 'reads on vital interest what the school thinks it might be',
    statement: readVitally('hypothesis'),
    values: ({ caseId }, { agencyIds }) => [caseId, agencyIds.school],
    may: [],
  },
  {
    says: 'reads on vital interest when the time has run out',
    statement: readVitally('education'),
    values: ({ twinCaseId }, { agencyIds }) => [twinCaseId, agencyIds.school],
    asked: ['psychiatristLater'],
    may: [],
  },
  {
    says: 'ends what they have opened so',
    statement: 'select count(*) from access.end_break_glass($1)',
    values: caseOnly,
    may: hastePlaces,
    even: { gone: hastePlaces },
  },
  {
    says: 'finds that the glass was broken justly',
    statement: `select (access.review_break_glass($1, 'justified', null)).id`,
    values: ({ useId }) => [useId],
    may: ['protectionOfficer'],
  },
];

const hidingDoors: readonly Attempt[] = [
  {
    says: 'withholds what tells where the child is',
    statement: 'select count(*) from access.begin_withholding($1)',
    values: hiddenOnly,
    may: teamPlaces,
  },
  {
    says: 'withholds where nothing is to be withheld',
    statement: 'select count(*) from access.begin_withholding($1)',
    values: caseOnly,
    may: [],
  },
  {
    says: 'gives back what was withheld',
    statement: 'select count(*) from access.end_withholding($1)',
    values: caseOnly,
    may: teamPlaces,
  },
  {
    says: 'gives back what was withheld while turvakielto holds',
    statement: 'select count(*) from access.end_withholding($1)',
    values: hiddenOnly,
    may: [],
  },
  {
    says: 'gives a text of the school to everybody while turvakielto holds',
    statement: 'update entries set acl_key = $2, version = version + 1 where id = $1 returning id',
    values: ({ schoolTextId, schoolsOpenKey }) => [schoolTextId, schoolsOpenKey],
    may: [],
  },
];

const otherDoors: readonly Attempt[] = [
  {
    says: 'sees a ground of the case',
    statement: 'select id from grounds where id = $1',
    values: ({ groundId }) => [groundId],
    may: [...professionals, ...hastePlaces, ...familyPlaces],
  },
  {
    says: 'ends whatever link of a guest there is, unread',
    statement: `update guest_links set ended_at = now(), ended_why = 'revoked'`,
    values: () => [],
    may: teamPlaces,
  },
  {
    says: 'reads what is for the team, of which one was once',
    statement: 'select id from entries where id = $1',
    values: ({ teamTextId }) => [teamTextId],
    // Whoever has broken the glass reads the register of the own agency.
    may: [...teamPlaces, 'counsellorInHaste'],
  },
  {
    says: 'takes what was told of a text along with it',
    statement: 'select access.follow_entry($1, $2)',
    values: ({ caseId, texts }) => [caseId, texts[0]?.entryId],
    may: tookPart,
    even: { gone: tookPart },
  },
  {
    says: 'takes what was told of a text of another case along with it',
    statement: 'select access.follow_entry($1, $2)',
    values: ({ caseId, schoolTextId }) => [caseId, schoolTextId],
    may: [],
  },
  {
    says: 'thaws the texts of the assessment',
    statement: 'select count(*) from access.thaw_entries($1)',
    values: ({ assessmentId }) => [assessmentId],
    may: ['responsible'],
  },
  ...['log_disclosures', 'log_new_disclosures'].flatMap((door): Attempt[] => [
    {
      says: `writes down what was disclosed, through ${door}`,
      statement: `select access.${door}($1, app.affiliation())`,
      values: caseOnly,
      may: tookPart,
      // What they disclosed while it lasted.
      even: { gone: tookPart },
    },
    {
      says: `writes down what was disclosed in the name of the nurse, through ${door}`,
      statement: `select access.${door}($1, $2)`,
      values: ({ caseId }, { people }) => [caseId, people.nurse.affiliationId],
      may: ['nurse'],
      even: { gone: ['nurse'] },
    },
  ]),
  {
    says: 'chooses a password as somebody who has gone',
    statement: `with gone as materialized (select set_config('app.person', $1, true) as id)
      select access.take_first_password('x') from gone where id <> ''`,
    values: ({ personGoneId }) => [personGoneId],
    may: [],
  },
  {
    says: 'changes where a child is without reading it, though they may not know it',
    // They are of the home team there too.
    statement: `update whereabouts set address = 'x'`,
    beyond: `select count(distinct w.case_id) from whereabouts w join acl_members m on m.acl_key = w.acl_key
      join people p on p.id = m.person_id where p.name = '${cast.responsible.name}' and m.valid @> now()`,
    values: () => [],
    asked: ['responsible'],
    may: [],
  },
];

export const openingAttempts: readonly Attempt[] = [
  ...groundDoors,
  ...glassDoors,
  ...hidingDoors,
  ...otherDoors,
];
