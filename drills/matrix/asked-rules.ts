// Ring 2 alone, what the policies ask, asked by itself: the answers that a policy or a door needs stand often behind another
// check, so that nobody would see one go.

import type { Attempt } from './attempt.ts';
import {
  everybody,
  familyPlaces,
  guestPlaces,
  hastePlaces,
  placeOf,
  takesPartFor,
  teamPlaces,
  type Who,
} from './cast.ts';
import { whateverTheyActIn } from './disguises.ts';

type Values = Attempt['values'];

const homePeople = [...teamPlaces, 'homeVisitor'] as const;
const professionals = [...homePeople, ...guestPlaces] as const;
const taking = [...professionals, ...familyPlaces] as const;
const tookPart = everybody.filter((who) => placeOf(who).when !== 'never');
const ofHome = everybody.filter((who) => placeOf(who).acts === 'home');

const answers = (question: string): string => `select 1 where access.${question}`;
const caseOnly: Values = ({ caseId }) => [caseId];
const nurseInTheTeam: Attempt['given'] = ({ members }) => [
  [`update memberships set role = 'team' where id = $1`, members.nurse],
];
/** Somebody of the family of another case, who has no place in this one. */
const strangerInTheTwin: NonNullable<Attempt['given']> = ({ twinCaseId }, { people }) => [
  [
    `insert into memberships (case_id, acl_key, person_id, role, starts_at) select id, acl_key, $2, 'close', now() - interval '1 day' from cases where id = $1`,
    twinCaseId,
    people.stranger.id,
  ],
];

const places: Readonly<Record<'member' | 'professional' | 'home' | 'responsible', readonly Who[]>> = {
  member: taking,
  professional: professionals,
  home: teamPlaces,
  responsible: ['responsible'],
};

const standing: readonly Attempt[] = [
  ...(Object.keys(places) as (keyof typeof places)[]).map(
    (place): Attempt => ({
      says: `stands in the case as ${place}`,
      statement: answers(`holds($1, '${place}')`),
      values: caseOnly,
      may: places[place],
    }),
  ),
  {
    says: 'stands in the case as home, with a role of the team and of another agency',
    given: nurseInTheTeam,
    statement: answers(`holds($1, 'home')`),
    values: caseOnly,
    may: teamPlaces,
  },
  {
    says: 'stands in the case, being of the family of another one',
    given: strangerInTheTwin,
    statement: answers(`holds($1, 'member')`),
    values: caseOnly,
    asked: ['stranger'],
    may: [],
  },
  {
    says: 'took part in the case',
    statement: answers('took_part($1)'),
    values: caseOnly,
    may: tookPart,
    even: { gone: tookPart },
  },
  {
    says: 'took part in the case, being of the family of another one',
    given: strangerInTheTwin,
    statement: answers('took_part($1)'),
    values: caseOnly,
    asked: ['stranger'],
    may: [],
  },
  {
    says: 'is in the case by break-glass',
    statement: answers('breaks_glass($1)'),
    values: caseOnly,
    may: hastePlaces,
  },
  {
    says: 'is by break-glass in a case, being so in another one only',
    given: ({ hiddenCaseId }, { people }) => [
      [
        `update memberships set ends_at = starts_at where case_id = $1 and person_id = $2 and role = 'break-glass'`,
        hiddenCaseId,
        people.psychiatristInHaste.id,
      ],
    ],
    statement: answers('breaks_glass($1)'),
    values: ({ hiddenCaseId }) => [hiddenCaseId],
    asked: ['psychiatristInHaste'],
    may: [],
  },
  {
    says: 'administers',
    statement: answers('administers()'),
    values: () => [],
    may: ['administrator'],
  },
  {
    says: 'is of the agency of the responsible worker',
    statement: answers('of_own_agency($1)'),
    values: (_, { people }) => [people.responsible.affiliationId],
    may: ofHome,
  },
  ...(['home', 'school'] as const).map(
    (agency): Attempt => ({
      says: `looks through the uses of break-glass of ${agency}`,
      statement: answers('reviews_break_glass($1)'),
      values: (_, { agencyIds }) => [agencyIds[agency]],
      may: agency === 'home' ? ['protectionOfficer'] : [],
    }),
  ),
];

const homeWriters = ofHome.filter((who) => who !== 'counsellorInHaste');
/** What the doors ask of whoever does something for the home agency, by one of them. */
const lookingWho: Pick<Attempt, 'statement' | 'values'> = {
  statement: 'select count(*) from access.family_of_case($1)',
  values: caseOnly,
};
const doors: readonly Attempt[] = [
  {
    ...lookingWho,
    says: 'looks who of the family there is, being of the team of another case',
    given: ({ twinCaseId }, { people }) => [
      [
        `insert into memberships (case_id, acl_key, person_id, affiliation_id, role, starts_at)
         select id, acl_key, $2, $3, 'team', now() - interval '1 day' from cases where id = $1`,
        twinCaseId,
        people.colleague.id,
        people.colleague.affiliationId,
      ],
    ],
    asked: ['colleague'],
    may: [],
  },
  {
    ...lookingWho,
    says: 'looks who of the family there is, having been of the team',
    given: ({ members }) => [
      ['update memberships set ends_at = greatest(starts_at, now()) where id = $1', members.team],
    ],
    asked: ['team'],
    may: [],
  },
  {
    ...lookingWho,
    says: 'looks who of the family there is, with a role of the team and of another agency',
    given: nurseInTheTeam,
    asked: ['nurse'],
    may: [],
  },
];

const header = answers('own_header($1, $2, $3, $4, array[$5::uuid])');
/** The header of a text of the responsible worker, in whose name it is asked. */
const ofResponsible: Values = ({ caseId, homeKey }, { people, agencyIds }) => [
  caseId,
  homeKey,
  people.responsible.affiliationId,
  agencyIds.home,
  people.responsible.id,
];
/** One of a member of the family: in no affiliation, kept by the home agency. */
const ofFamily: Values = ({ caseId, homeKey }, { people, agencyIds }, who) => [
  caseId,
  homeKey,
  null,
  agencyIds.home,
  people[who].id,
];

const headers: readonly Attempt[] = [
  {
    says: 'writes a text of the responsible worker',
    statement: header,
    values: ofResponsible,
    // That one is its author, and that one holds the key, which ends with the affiliation: the policies ask it besides.
    may: homeWriters,
    even: { gone: homeWriters },
  },
  {
    says: 'writes in the affiliation of somebody who is no author',
    statement: header,
    values: (placed, region, who) => [
      ...ofResponsible(placed, region, who).slice(0, 4),
      region.people.pair.id,
    ],
    may: [],
  },
  {
    says: 'writes for an agency in which they act, in an affiliation of theirs in another one',
    statement: header,
    values: ({ caseId, schoolKey }, { people, agencyIds, others }) => [
      caseId,
      schoolKey,
      others.teacherWhoAlsoCounsels,
      agencyIds.school,
      people.teacherWhoAlsoCounsels.id,
    ],
    may: [],
  },
  {
    says: 'writes for an agency in which they do not act, in an affiliation of theirs there',
    statement: header,
    values: ({ caseId, homeKey }, { people, agencyIds, others }) => [
      caseId,
      homeKey,
      others.teacherWhoAlsoCounsels,
      agencyIds.home,
      people.teacherWhoAlsoCounsels.id,
    ],
    asked: ['teacherWhoAlsoCounsels'],
    may: [],
  },
  { says: 'writes as one of the family', statement: header, values: ofFamily, may: familyPlaces },
  {
    says: 'writes as one of the family of another case',
    given: strangerInTheTwin,
    statement: header,
    values: ofFamily,
    asked: ['stranger'],
    may: [],
  },
  {
    says: 'writes as one of the family, being a professional who acts in no affiliation',
    statement: `with alone as materialized (select set_config('app.affiliation', '', true) as none),
      asked as materialized (select access.own_header($1, $2, $3, $4, array[$5::uuid]) as so from alone where none = '')
      select 1 from asked where so`,
    values: ofFamily,
    may: familyPlaces,
    even: whateverTheyActIn(...familyPlaces),
  },
  {
    says: 'writes in no case, under a key of one',
    statement: header,
    values: (placed, region, who) => [null, ...ofResponsible(placed, region, who).slice(1)],
    may: [],
  },
];

/** Whose people take part, and are told with them. */
const notTelling = taking.filter((who) => takesPartFor(who) !== 'school');
const notedInHiding: Pick<Attempt, 'statement' | 'values'> = {
  statement: `with x as (insert into activities (case_id, acl_key, at, person_id, kind)
      select id, acl_key, now(), app.person(), 'x' from cases where id = $1 returning case_id, acl_key)
    select 1 from x join cases c on c.id = x.case_id and c.acl_key = x.acl_key`,
  values: ({ hiddenCaseId }) => [hiddenCaseId],
};

const hiding: readonly Attempt[] = [
  {
    ...notedInHiding,
    says: 'does something under turvakielto that everybody in the case is told of',
    may: notTelling,
  },
  {
    ...notedInHiding,
    says: 'does something under turvakielto, of an agency that would tell where the child is, were the case not its own',
    given: ({ twinCaseId }, { agencyIds }) => [
      [`update agencies set kind = 'family-services' where id = $1`, agencyIds.home],
      ['update cases set owner_agency_id = $2 where id = $1', twinCaseId, agencyIds.school],
    ],
    may: notTelling,
  },
  {
    says: 'withholds in a case without turvakielto, there being one with it',
    statement: 'select count(*) from access.begin_withholding($1)',
    values: ({ twinCaseId }) => [twinCaseId],
    may: [],
  },
];

export const askedAttempts: readonly Attempt[] = [...standing, ...doors, ...headers, ...hiding];
