// Worlds of access rules for fast-check: one case, agencies, people with several affiliations, memberships, grounds and
// audiences, all with periods, some of which touch, are empty or never end. Numbers are days around a middle, or indexes.
import fc from 'fast-check';
import { agencyKinds, dataClasses, professions } from '../../shared/vocabulary.ts';

export const agencyCount = 3;
export const peopleCount = 6;
/** The last people of a world are the family. */
export const familyFrom = 4;

const someOf = (count: number) => fc.uniqueArray(fc.nat({ max: count - 1 }), { maxLength: 3 });
const anyAgency = fc.nat({ max: agencyCount - 1 });
const anyPerson = fc.nat({ max: peopleCount - 1 });
// Few classes, so that grounds and audiences meet.
const anyClass = fc.constantFrom(...dataClasses.slice(0, 2));

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
const ground = fc.record({
  effect: fc.constantFrom('allow', 'allow', 'allow', 'prohibit'),
  beats: fc.constantFrom(true, false, false),
  from: fc.option(anyAgency, { freq: 4 }),
  to: fc.option(anyAgency, { freq: 4 }),
  classes: fc.uniqueArray(anyClass, { minLength: 1, maxLength: 3 }),
  period: openPeriod,
  empty: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});

export const accessWorld = fc.record({
  kinds: fc.array(fc.constantFrom(...agencyKinds), { minLength: agencyCount, maxLength: agencyCount }),
  affiliations: fc.array(affiliation, { minLength: 4, maxLength: 7 }),
  memberships: fc.array(
    fc.record({
      professional: fc.constantFrom(true, true, false),
      /** Of the affiliations, or of the family. */
      who: fc.nat(),
      role: fc.nat(),
      period,
      knownBy: audience,
    }),
    { minLength: 3, maxLength: 8 },
  ),
  grounds: fc.array(ground, { minLength: 2, maxLength: 12 }),
  audiences: fc.array(audience, { minLength: 3, maxLength: 10 }),
  /** Whole days are the edges of periods; halves lie between. */
  moments: fc.uniqueArray(fc.integer({ min: -6, max: 12 }), { minLength: 3, maxLength: 4 }),
});
export type AccessWorld = typeof accessWorld extends fc.Arbitrary<infer T> ? T : never;
