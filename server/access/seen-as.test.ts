// With somebody else's eyes one never sees more than one does oneself, nor more than they do; on random worlds.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Facts } from './facts.ts';
import { knownTo, readableKeys } from './rules.ts';
import { seenAsAgency, seenAsPerson } from './seen-as.ts';

const agencies = ['home', 'school', 'clinic'] as const;
const member = fc.record({
  agency: fc.constantFrom(...agencies, null),
  known: fc.constantFrom('everyone', 'agencies'),
  familyKnows: fc.constantFrom('all', 'none'),
});
const text = fc.record({
  owner: fc.constantFrom(...agencies),
  dataClass: fc.constantFrom('social', 'health', 'coordination'),
  scope: fc.constantFrom('private', 'agency', 'team', 'agencies', 'everyone'),
  to: fc.subarray([...agencies]),
  family: fc.constantFrom('all', 'none'),
  author: fc.nat(5),
});
const ground = fc.record({
  from: fc.constantFrom(...agencies),
  to: fc.constantFrom(...agencies),
  effect: fc.constantFrom('allow', 'allow', 'allow', 'prohibit'),
  dataClasses: fc.subarray(['social', 'health', 'coordination'], { minLength: 1 }),
});
const world = fc.record({
  members: fc.array(member, { minLength: 2, maxLength: 6 }),
  texts: fc.array(text, { maxLength: 8 }),
  grounds: fc.array(ground, { maxLength: 8 }),
});
type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

const factsOf = ({ members, texts, grounds }: World): Facts =>
  ({
    caseId: 'case',
    aclKey: 1,
    homeAgencyId: 'home',
    closedAt: null,
    birthDate: '2013-05-02',
    guardians: [],
    memberships: members.map((m, n) => ({
      id: `m${n}`,
      personId: `p${n}`,
      affiliationId: m.agency === null ? null : `a${n}`,
      agencyId: m.agency,
      profession: null,
      role: m.agency === null ? 'guardian' : m.agency === 'home' ? 'team' : 'visiting',
      aclKey: 100 + n,
      startsAt: null,
      endsAt: null,
    })),
    grounds: grounds.map((g, n) => ({
      id: `g${n}`,
      kind: 'statute',
      effect: g.effect,
      beatsProhibition: false,
      fromAgencyId: g.from,
      toAgencyId: g.to,
      dataClasses: g.dataClasses,
      startsAt: null,
      endsAt: null,
      empty: false,
      givenBy: null,
      givenByRelation: null,
      capacity: null,
    })),
    audiences: [
      {
        aclKey: 1,
        ownerAgencyId: 'home',
        dataClass: 'coordination',
        scope: 'everyone',
        agencyIds: [],
        familyScope: 'all',
        familyIds: [],
        authorIds: [],
        participation: false,
      },
      ...members.map((m, n) => ({
        aclKey: 100 + n,
        ownerAgencyId: m.agency ?? 'home',
        dataClass: 'coordination',
        scope: m.known,
        agencyIds: [],
        familyScope: m.familyKnows,
        familyIds: [],
        authorIds: [],
        participation: true,
      })),
      ...texts.map((one, n) => ({
        aclKey: 200 + n,
        ownerAgencyId: one.owner,
        dataClass: one.dataClass,
        scope: one.scope,
        agencyIds: one.to,
        familyScope: one.family,
        familyIds: [],
        authorIds: [`p${one.author}`],
        participation: false,
      })),
    ],
  }) as unknown as Facts;

const actingOf = (facts: Facts, n: number) => {
  const m = facts.memberships[n % facts.memberships.length];
  return { personId: m?.personId ?? '', affiliationId: m?.affiliationId ?? null };
};
const within = (some: Iterable<number | string>, all: Iterable<number | string>) => {
  const whole = new Set(all);
  return [...some].every((one) => whole.has(one));
};

test('as a member of the family: exactly what both read', () => {
  fc.assert(
    fc.property(world, fc.nat(5), fc.nat(5), (given, v, o) => {
      const facts = factsOf(given);
      const [viewer, other] = [actingOf(facts, v), actingOf(facts, o)];
      const keys = readableKeys(facts, viewer, 0);
      const seen = seenAsPerson({ facts, viewer, keys, at: 0 }, other.personId);
      if (!seen) return;
      const theirs = new Set(readableKeys(facts, other, 0));
      expect(seen.keys).toEqual(keys.filter((key) => theirs.has(key)));
      expect(within(seen.known, knownTo(facts, viewer, 0))).toBe(true);
      expect(within(seen.known, knownTo(facts, other, 0))).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('as an agency: nothing that the viewer does not read, nothing that nobody there reads', () => {
  fc.assert(
    fc.property(world, fc.nat(5), fc.constantFrom(...agencies), (given, v, id) => {
      const facts = factsOf(given);
      const viewer = actingOf(facts, v);
      const keys = readableKeys(facts, viewer, 0);
      const asked = { facts, viewer, keys, at: 0 };
      const all = new Set(facts.grounds.map((g) => g.id));
      const seen = seenAsAgency(asked, { id, kind: 'education' }, all);
      expect(within(seen.keys, keys)).toBe(true);
      const there = facts.memberships.filter((m) => m.agencyId === id);
      const theirs = there.flatMap((m) =>
        readableKeys(facts, { personId: m.personId, affiliationId: m.affiliationId }, 0),
      );
      if (seen.takesPart) expect(within(seen.keys, theirs)).toBe(true);
      expect(within(seen.known, knownTo(facts, viewer, 0))).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('an agency of which the viewer may not know looks as if it took no part', () => {
  fc.assert(
    fc.property(world, fc.nat(5), fc.constantFrom(...agencies), (given, v, id) => {
      const facts = factsOf(given);
      const viewer = actingOf(facts, v);
      const keys = readableKeys(facts, viewer, 0);
      const seen = seenAsAgency({ facts, viewer, keys, at: 0 }, { id, kind: 'education' }, new Set());
      if (seen.takesPart) return;
      // The same world in which nobody of that agency is a member.
      const without = { ...facts, memberships: facts.memberships.filter((m) => m.agencyId !== id) };
      const same = seenAsAgency(
        { facts: without, viewer, keys, at: 0 },
        { id, kind: 'education' },
        new Set(),
      );
      const everybody = facts.memberships.map((m) => m.personId);
      const plain = (one: typeof seen) => ({
        ...one,
        known: [...one.known],
        knownPeople: one.knownPeople(everybody),
      });
      // That somebody is looking is known to both worlds; nobody of the agency itself is known in either.
      expect(plain(seen)).toEqual(plain(same));
    }),
    { numRuns: 2_000 },
  );
});
