// Walks every route of a case as everybody and compares each answer with the table of route rules.
import type { Person, World } from '../../server/testing/open-world.ts';
import { contracts } from '../../shared/contracts.ts';
import type { Route } from '../../shared/route.ts';
import { everybody } from './cast.ts';
import { type Region, registerSpare } from './people.ts';
import { placeCase } from './place-case.ts';
import { expectedClosed, expectedOf } from './route-rules.ts';
import { type Placed, sampleFor } from './samples.ts';
import { type StateName, stateOf } from './states.ts';
import { createTally, look, type Tally } from './tally.ts';
import type { Text } from './texts.ts';

/** The session's own and the sign-in page: no rights in a case, and they would end the cast's sessions. */
const ofTheSession = [
  'sign-in',
  'sign-out',
  'change-password',
  'choose-affiliation',
  'choose-language',
  'extend-session',
  'take-first-password',
  'look-at-guest-link',
  'enter-as-guest',
  // Of a browser that nobody is signed in at; so many of one address.
  'make-wall-screen',
];
/** Nobody of the cast stands there: who does what to them is walked by matrices of their own (consultation-walk.ts, meetings.db.test.ts). */
const ofTheirOwn: readonly Route['who'][] = ['side', 'team', 'visitor'];
/** The administration ends people; who may is looked at last, since it ends the cast's own. */
export const walkedRoutes = contracts
  .filter((route) => !ofTheSession.includes(route.id) && !ofTheirOwn.includes(route.who))
  .toSorted((a, b) => Number(a.who === 'administrator') - Number(b.who === 'administrator'));

const text: Text = {
  owner: 'home',
  author: 'responsible',
  dataClass: 'social',
  scope: 'agency',
  to: [],
  family: 'all',
  chosen: null,
};

export const placeForRoutes = async (world: World, region: Region, state: StateName): Promise<Placed> => {
  const placed = await placeCase(world, region, stateOf(state), [text]);
  const ground = await world.superuser(
    `select id from grounds where case_id = $1 and from_agency_id = $2 limit 1`,
    [placed.caseId, region.agencyIds.home],
  );
  const contribution = await world.superuser(
    `insert into contributions (case_id, assessment_id, acl_key, area, contributor_ids, affiliation_id, asked_by, asked_at)
     select case_id, id, acl_key, 'health', array[$2]::uuid[], $3, opened_by, now() from assessments where case_id = $1 returning id`,
    [placed.caseId, region.people.teacher.id, region.people.teacher.affiliationId],
  );
  const relation = await world.superuser(`select id from relations where case_id = $1 limit 1`, [
    placed.caseId,
  ]);
  const alternative = await world.superuser(
    `insert into entry_alternatives (entry_id, acl_key, field, device, body, created_at, updated_at)
     values ($1, access.audience_key($2, $3, 'social', 'private', '{}', 'none', '{}', array[$4]::uuid[]), 'narrative', 'laptop0002', 'x',
       now(), now()) returning id`,
    [placed.texts[0]?.entryId, placed.caseId, region.agencyIds.home, region.people.responsible.id],
  );
  return {
    ...placed,
    alternativeId: String(alternative.rows[0]?.['id']),
    relationId: String(relation.rows[0]?.['id']),
    groundId: String(ground.rows[0]?.['id']),
    contributionId: String(contribution.rows[0]?.['id']),
  };
};

const verdictOf = (status: number, error: string | undefined): string => {
  if (error === 'case-closed') return 'closed';
  // A conflict has nothing to do with rights.
  if (status === 200 || status === 409) return 'yes';
  if (status === 403) return 'no';
  return status === 404 ? 'absent' : `status ${status}`;
};

const walkOne = async (
  world: World,
  region: Region,
  state: StateName,
  route: Route,
  placed: Placed,
  tally: Tally,
): Promise<void> => {
  const spare = route.who === 'administrator' ? await registerSpare(world) : undefined;
  const given = sampleFor(route, region, placed, spare);
  // Those who are refused come first: what the others do may end something.
  const expected = state === 'closed' ? expectedClosed : expectedOf;
  const order = everybody.toSorted(
    (a, b) => Number(expected(route, a) === 'yes') - Number(expected(route, b) === 'yes'),
  );
  for (const who of order) {
    const person: Person = region.people[who];
    const { status, error } = await person.try(route, given);
    look(
      tally,
      expected(route, who),
      verdictOf(status, error?.error),
      () => `${route.id}, ${state}: ${who} (${status} ${error?.error ?? ''})`,
    );
  }
  const { rows } = await world.superuser(`select distinct person_id from command_log where case_id = $1`, [
    placed.caseId,
  ]);
  const commanded = new Set(rows.map((row) => String(row['person_id'])));
  for (const who of everybody) {
    const may = expected(route, who) === 'yes';
    look(
      tally,
      false,
      !may && commanded.has(region.people[who].id),
      () => `${route.id}: ${who} left a command behind`,
    );
  }
};

/** @param enough to stop at the first difference */
export const walkRoutes = async (
  world: World,
  region: Region,
  state: 'agreed' | 'closed',
  enough = false,
): Promise<Tally> => {
  const tally = createTally();
  // What only reads leaves a case as it was: one serves for all of that.
  const toRead = await placeForRoutes(world, region, state);
  for (const route of walkedRoutes) {
    const placed = route.method === 'GET' ? toRead : await placeForRoutes(world, region, state);
    await walkOne(world, region, state, route, placed, tally);
    if (enough && tally.mismatches > 0) break;
  }
  return tally;
};
