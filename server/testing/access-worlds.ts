// Worlds of access rules for fast-check: one case, agencies, people with several affiliations, memberships, guardians,
// grounds and audiences, all with periods, some of which touch, are empty or never end. Numbers are days around a middle, or indexes.
import fc from 'fast-check';
import { agencyKinds, capacities, dataClasses, groundKinds, professions } from '../../shared/vocabulary.ts';

export const agencyCount = 3;
export const peopleCount = 6;
/** The last people of a world are the family. */
export const familyFrom = 4;

const someOf = (count: number) => fc.uniqueArray(fc.nat({ max: count - 1 }), { maxLength: 3 });
const anyAgency = fc.nat({ max: agencyCount - 1 });
const anyPerson = fc.nat({ max: peopleCount - 1 });
// Few classes and one way that most grounds go, so that grounds meet audiences and each other.
const anyClass = fc.constantFrom(dataClasses[0], dataClasses[0], dataClasses[0], dataClasses[1]);
const mostly = (agency: number) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(agency) }, { weight: 1, arbitrary: anyAgency });

/** `[from, until)`; null: without a beginning, or an end. */
const period = fc
  .tuple(fc.integer({ min: -3, max: 2 }), fc.option(fc.nat({ max: 8 }), { freq: 2 }))
  .map(([from, days]) => ({ from, until: days === null ? null : from + days }));
export type Period = { from: number | null; until: number | null };

const affiliation = fc.record({
  // A member of the family may work somewhere too: acting there, they are no family.
  person: fc.oneof(
    { weight: 5, arbitrary: fc.nat({ max: familyFrom - 1 }) },
    { weight: 1, arbitrary: fc.integer({ min: familyFrom, max: peopleCount - 1 }) },
  ),
  agency: anyAgency,
  profession: fc.constantFrom(...professions.slice(0, 6)),
  period,
});
const openPeriod = fc.oneof(
  { weight: 4, arbitrary: period },
  { weight: 1, arbitrary: fc.constant({ from: null, until: null }) },
  { weight: 1, arbitrary: period.map(({ until }) => ({ from: null, until })) },
);
const audience = fc.record({
  owner: anyAgency,
  dataClass: anyClass,
  scope: fc.constantFrom(
    'private',
    'agency',
    'team',
    'agencies',
    'agencies',
    'everyone',
    'everyone',
    'everyone',
  ),
  agencies: someOf(agencyCount),
  familyScope: fc.constantFrom('none', 'chosen', 'all'),
  family: fc.uniqueArray(fc.integer({ min: familyFrom, max: peopleCount - 1 }), { maxLength: 2 }),
  authors: fc.uniqueArray(anyPerson, { maxLength: 2 }),
});
const relationCount = 2;
/** Days count by whole ones, both included; the moments that are asked about are the edges of days, and noons. */
const days = fc.record({
  from: fc.option(fc.integer({ min: -4, max: 3 }), { freq: 2 }),
  until: fc.option(fc.integer({ min: -2, max: 8 }), { freq: 1 }),
});
const relation = fc.record({
  guardian: fc.constantFrom(true, true, true, true, false),
  custody: fc.constantFrom('joint', 'joint', 'sole', 'limited', 'none'),
  powerClasses: fc.uniqueArray(anyClass, { maxLength: 2 }),
  days,
  endedOn: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.integer({ min: -3, max: 6 }) },
  ),
  /** Of the family, when the guardian has a sign-in. */
  person: fc.option(fc.integer({ min: familyFrom, max: peopleCount - 1 }), { freq: 2 }),
});
const ground = fc.record({
  kind: fc.oneof(
    { weight: 2, arbitrary: fc.constant('guardian-consent' as const) },
    { weight: 2, arbitrary: fc.constant('child-consent' as const) },
    { weight: 2, arbitrary: fc.constantFrom(...groundKinds) },
  ),
  capacity: fc.constantFrom(...capacities, null),
  /** By a relation, by a member of the family, or by nobody who is named. */
  giver: fc.oneof(
    { weight: 3, arbitrary: fc.record({ relation: fc.nat({ max: relationCount - 1 }) }) },
    { weight: 3, arbitrary: fc.record({ person: fc.integer({ min: familyFrom, max: peopleCount - 1 }) }) },
    { weight: 1, arbitrary: fc.constant({}) },
  ),
  effect: fc.constantFrom('allow', 'allow', 'allow', 'prohibit'),
  beats: fc.constantFrom(true, false, false),
  from: fc.option(mostly(0), { freq: 4 }),
  to: fc.option(mostly(1), { freq: 4 }),
  classes: fc.uniqueArray(anyClass, { minLength: 1, maxLength: 3 }),
  period: fc.oneof(openPeriod, fc.constant({ from: null, until: null })),
  empty: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});

const membership = fc.record({
  professional: fc.constantFrom(true, true, false),
  /** Of the affiliations, or of the family. */
  who: fc.nat(),
  role: fc.nat(),
  period,
  knownBy: audience,
});

/** What a command changes in the case once it is there: after each the two rings must still say the same. */
const change = fc.oneof(
  fc.record({
    does: fc.constant('withdraw-ground' as const),
    which: fc.nat({ max: 11 }),
    at: fc.integer({ min: -6, max: 12 }),
  }),
  fc.record({
    does: fc.constant('end-membership' as const),
    which: fc.nat({ max: 7 }),
    at: fc.integer({ min: -6, max: 12 }),
  }),
  fc.record({
    does: fc.constant('end-affiliation' as const),
    which: fc.nat({ max: 6 }),
    at: fc.integer({ min: -6, max: 12 }),
  }),
  fc.record({ does: fc.constant('end-custody' as const), which: fc.nat({ max: relationCount - 1 }) }),
  fc.record({ does: fc.constant('record-ground' as const), ground }),
);
export type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;
const changes = fc.array(change, { maxLength: 2 });

const kinds = fc.array(fc.constantFrom(...agencyKinds), { minLength: agencyCount, maxLength: agencyCount });
/** Whole days are the edges of periods; halves lie between. */
const moments = fc.uniqueArray(fc.integer({ min: -6, max: 12 }), { minLength: 3, maxLength: 4 });

const anyWorld = fc.record({
  kinds,
  affiliations: fc.array(affiliation, { minLength: 4, maxLength: 7 }),
  memberships: fc.array(membership, { minLength: 3, maxLength: 8 }),
  relations: fc.array(relation, { minLength: 0, maxLength: relationCount }),
  grounds: fc.array(ground, { minLength: 2, maxLength: 12 }),
  audiences: fc.array(audience, { minLength: 3, maxLength: 10 }),
  changes,
  moments,
});

const always = { from: -6, until: null };
const openToAll = {
  owner: 0,
  dataClass: dataClasses[0],
  scope: 'everyone' as const,
  agencies: [],
  familyScope: 'none' as const,
  family: [],
  authors: [],
};
const worker = (n: number) => ({ person: n, agency: n, profession: professions[0], period: always });
const member = (n: number) => ({
  professional: true,
  who: n,
  role: n * 3,
  period: always,
  knownBy: openToAll,
});
/** One text of the home agency and one reader of another: what the reader gets is what the grounds give. */
const worldOfGrounds = fc.record({
  kinds,
  affiliations: fc.constant([worker(0), worker(1)]),
  memberships: fc.constant([member(0), member(1)]),
  relations: fc.array(relation, { minLength: 1, maxLength: relationCount }),
  grounds: fc.array(ground, { minLength: 1, maxLength: 4 }),
  audiences: fc.constant([openToAll]),
  changes,
  moments: fc.uniqueArray(fc.integer({ min: -6, max: 12 }), { minLength: 9, maxLength: 12 }),
});

export const accessWorld = fc.oneof(
  { weight: 1, arbitrary: anyWorld },
  { weight: 2, arbitrary: worldOfGrounds },
);
export type AccessWorld = typeof accessWorld extends fc.Arbitrary<infer T> ? T : never;
