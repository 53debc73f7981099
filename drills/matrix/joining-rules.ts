// Ring 2 alone, the doors through which somebody comes to take part, to be responsible, to stand in, and goes: a table in words
// of who may open each. `count(*)` is one row unless the door refuses: whoever is let in has done it, whatever they find.

import type { Attempt } from './attempt.ts';
import { everybody, placeOf, teamPlaces, type Who } from './cast.ts';

type Values = Attempt['values'];

const ofHome = everybody.filter((who) => placeOf(who).acts === 'home');

const caseOnly: Values = ({ caseId }) => [caseId];
const place =
  (whose: Who): Values =>
  ({ members }) => [members[whose]];
const affiliation =
  (...whose: readonly Who[]): Values =>
  (_, { people }) =>
    whose.map((who) => people[who].affiliationId);

/** Lets somebody in, in the own affiliation unless said: SQL over the case $1, the person $2 and the affiliation $3. */
const letIn = (role: string, by = 'app.affiliation()'): string =>
  `select access.add_member($1, $2, $3, '${role}', now() + interval '30 minutes', ${by}, 'coordination', 'everyone', '{}', 'all', '{}')`;
const letInWhom =
  (who: Who, affiliationId: 'theirs' | 'none' = 'theirs'): Values =>
  ({ caseId }, { people }) => [
    caseId,
    people[who].id,
    affiliationId === 'none' ? null : people[who].affiliationId,
  ];

const opened = (by: string): string =>
  `select access.open_case(${by}, 'R-2026-' || gen_random_uuid(), 'Aino Virtanen', 'Aino', '2013-05-02', '{fi}', null)`;

/** Somebody is away for a day: whose affiliation is $1, and whose stands in $2. */
const away = `select count(*) from access.record_absence($1, $2, now(), now() + interval '1 day')`;

const membershipDoors: readonly Attempt[] = [
  {
    says: 'accepts the place of the teacher',
    statement: 'select access.accept_membership($1)',
    values: place('teacher'),
    may: ['teacher'],
  },
  {
    says: 'declines the place of the teacher',
    statement: `select count(*) from access.decline_membership($1, 'x')`,
    values: place('teacher'),
    may: ['teacher'],
  },
  {
    says: 'leaves the place of the teacher',
    statement: `select count(*) from access.leave_membership($1, 'x')`,
    values: place('teacher'),
    may: ['teacher'],
  },
  {
    says: 'leaves the place of the only one who is responsible',
    statement: `select count(*) from access.leave_membership($1, 'x')`,
    values: place('responsible'),
    may: [],
  },
  {
    says: 'lets a colleague in as somebody who has broken the glass',
    statement: letIn('break-glass'),
    values: letInWhom('colleague'),
    may: [],
  },
  {
    says: 'lets a colleague in, in another’s affiliation',
    statement: letIn('visiting', '$4'),
    values: (placed, region, who) => [
      ...letInWhom('colleague')(placed, region, who),
      region.people.administrator.affiliationId,
    ],
    may: [],
  },
  {
    says: 'lets a colleague in as one of the family',
    statement: letIn('close'),
    values: letInWhom('colleague', 'none'),
    may: [],
  },
  {
    says: 'lets the administration in',
    statement: letIn('visiting'),
    values: letInWhom('administrator'),
    may: [],
  },
  {
    says: 'lets somebody of the school into the team',
    statement: letIn('team'),
    values: letInWhom('principal'),
    may: [],
  },
  {
    says: 'ends the place of the teacher next week',
    statement: `select access.change_membership($1, now() + interval '7 days', 'visiting')`,
    values: place('teacher'),
    may: teamPlaces,
  },
  {
    says: 'makes the teacher one of the team',
    statement: `select access.change_membership($1, null, 'team')`,
    values: place('teacher'),
    may: [],
  },
  {
    says: 'looks who of the family there is',
    statement: 'select count(*) from access.family_of_case($1)',
    values: caseOnly,
    may: teamPlaces,
  },
  {
    says: 'looks who came by a link',
    statement: 'select count(*) from access.guests_of_case($1)',
    values: caseOnly,
    may: teamPlaces,
  },
  {
    says: 'looks for a guest of another case',
    statement: `select access.known_guest($1, $2, 'X', 'x@example.org')`,
    values: ({ caseId }, { agencyIds }) => [caseId, agencyIds.school],
    may: teamPlaces,
  },
  {
    says: 'looks in which cases the teacher takes part',
    statement: 'select count(*) from access.cases_of_affiliations(array[$1::uuid])',
    values: affiliation('teacher'),
    may: ['administrator'],
  },
  {
    says: 'ends the affiliation of the teacher',
    statement: 'select count(*) from access.end_affiliations(array[$1::uuid])',
    values: affiliation('teacher'),
    may: ['administrator'],
  },
];

const responsibilityDoors: readonly Attempt[] = [
  {
    says: 'opens a case',
    statement: opened('app.affiliation()'),
    values: () => [],
    may: ['responsible', 'colleague'],
  },
  {
    says: 'opens a case in the name of the colleague',
    statement: opened('$1'),
    values: affiliation('colleague'),
    may: ['colleague'],
  },
  {
    says: 'has those told whose case is like one that somebody else opened',
    statement: 'select count(*) from access.notice_likely_duplicates($1)',
    values: caseOnly,
    may: [],
  },
  {
    says: 'offers the responsibility to a colleague',
    statement: `select access.offer_handover($1, $2, 'team', 'x')`,
    values: ({ hiddenCaseId }, { people }) => [hiddenCaseId, people.colleague.affiliationId],
    may: ['responsible'],
  },
  {
    says: 'offers the responsibility to a counsellor',
    statement: `select access.offer_handover($1, $2, 'team', 'x')`,
    values: ({ hiddenCaseId }, { people }) => [hiddenCaseId, people.pair.affiliationId],
    may: [],
  },
  {
    says: 'offers the responsibility to one who has it',
    statement: `select access.offer_handover($1, $2, 'team', 'x')`,
    values: ({ twinCaseId, secondResponsible }) => [twinCaseId, secondResponsible],
    may: [],
  },
  {
    says: 'accepts the responsibility that was offered to the working pair',
    statement: 'select count(*) from access.accept_handover($1)',
    values: ({ handoverId }) => [handoverId],
    may: ['pair'],
  },
  ...(['declined', 'withdrawn', 'accepted'] as const).map(
    (outcome): Attempt => ({
      says: `closes the offer to the working pair as ${outcome}`,
      statement: `select count(*) from access.close_handover($1, '${outcome}', 'x')`,
      values: ({ handoverId }) => [handoverId],
      may: { declined: ['pair'] as const, withdrawn: ['responsible'] as const, accepted: [] }[outcome],
    }),
  ),
  {
    says: 'looks which cases of the working pair are to be covered',
    statement: 'select count(*) from access.cases_to_cover($1)',
    values: affiliation('pair'),
    may: ['pair'],
  },
  {
    says: 'looks how many children the responsible worker has',
    statement: 'select count(*) from access.load_of($1)',
    values: affiliation('responsible'),
    may: ofHome,
  },
  {
    says: 'records that the colleague is away',
    statement: away,
    values: affiliation('colleague', 'team'),
    may: ['colleague'],
  },
  {
    says: 'records that the colleague is away, and that the teacher stands in',
    statement: away,
    values: affiliation('colleague', 'teacher'),
    may: [],
  },
  {
    says: 'records that somebody is away who is away already',
    statement: away,
    values: affiliation('pair', 'colleague'),
    may: [],
  },
  {
    says: 'ends the absence of the working pair',
    statement: 'select count(*) from access.end_absence($1)',
    values: ({ absenceId }) => [absenceId],
    may: ['pair'],
  },
];

export const joiningAttempts: readonly Attempt[] = [...membershipDoors, ...responsibilityDoors];
