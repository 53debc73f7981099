// The reason of an answer always fits the answer: on grounds of every kind, mixed at random.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverageOf } from './coverage.ts';
import { Facts } from './facts.ts';
import { covers } from './rules.ts';

const [from, to] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'];
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const ground = fc.record({
  kind: fc.constantFrom('child-consent', 'guardian-consent', 'disclosure-permission', 'statute'),
  effect: fc.constantFrom('allow', 'prohibit'),
  beats: fc.boolean(),
  capacity: fc.constantFrom('understands', 'does-not-understand', null),
  giver: fc.constantFrom(1, 2, null),
  dataClass: fc.constantFrom('health', 'social'),
  everybody: fc.boolean(),
  startsAt: fc.integer({ min: 0, max: 10 }),
  length: fc.integer({ min: 1, max: 10 }),
});
const world = fc.record({
  grounds: fc.array(ground, { maxLength: 6 }),
  guardians: fc.integer({ min: 0, max: 2 }),
});
const moment = (n: number) => new Date(n * 1_000).toISOString();

const factsOf = ({
  grounds,
  guardians,
}: {
  grounds: (typeof ground extends fc.Arbitrary<infer G> ? G : never)[];
  guardians: number;
}): Facts =>
  Facts.parse({
    caseId: id(100),
    aclKey: 1,
    homeAgencyId: from,
    closedAt: null,
    birthDate: '2013-05-02',
    memberships: [],
    audiences: [],
    grounds: grounds.map((g, n) => ({
      id: id(n),
      kind: g.kind,
      effect: g.effect,
      beatsProhibition: g.effect === 'allow' && g.kind === 'statute' && g.beats,
      fromAgencyId: g.effect === 'prohibit' && g.everybody ? null : from,
      toAgencyId: to,
      dataClasses: [g.dataClass],
      startsAt: moment(g.startsAt),
      endsAt: moment(g.startsAt + g.length),
      empty: false,
      givenBy: null,
      givenByRelation: g.giver === null ? null : id(200 + g.giver),
      capacity: g.kind === 'child-consent' ? g.capacity : null,
    })),
    guardians: Array.from({ length: guardians }, (_, n) => ({
      relationId: id(201 + n),
      personId: null,
      aclKey: 1,
      custody: 'joint',
      powerClasses: [],
      from: null,
      until: null,
      endedOn: null,
    })),
  });

test('the answer is that of the rule, and its grounds are those that make it', () => {
  fc.assert(
    fc.property(world, fc.integer({ min: 0, max: 20 }), (given, second) => {
      const facts = factsOf(given);
      const at = second * 1_000;
      const way = { from, to, dataClass: 'health' as const };
      const { sees, why, groundIds, until } = coverageOf(facts, way, at);
      const by = (grounds: Facts['grounds'], when = at) =>
        covers({ ...facts, grounds }, from, to, 'health', when);
      expect(sees).toBe(by(facts.grounds));
      const named = facts.grounds.filter((g) => groundIds.includes(g.id));
      const effects = new Set(named.map((g) => g.effect));
      if (sees) {
        expect(why).toBe('ground');
        expect([...effects]).toEqual(['allow']);
        // They alone, against every prohibition, open the way.
        expect(by([...named, ...facts.grounds.filter((g) => g.effect === 'prohibit')])).toBe(true);
        if (until !== null)
          expect([by(facts.grounds, until - 1), by(facts.grounds, until)]).toEqual([true, false]);
      } else if (why === 'prohibited') expect([...effects]).toEqual(['prohibit']);
      else if (why === 'not-enough') expect([...effects]).toEqual(['allow']);
      else expect(named).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});
