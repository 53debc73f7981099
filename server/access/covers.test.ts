// Which ground goes before which, as decision 12 has it. Nothing here but the rule: facts are made by hand.
import { expect, test } from 'vitest';
import { covers, guardiansMissing } from './covers.ts';
import type { Facts, GroundFact, Guardian } from './facts.ts';

const at = Date.UTC(2026, 5, 1);
const day = 24 * 3_600_000;

const ground = (changes: Partial<GroundFact>): GroundFact => ({
  id: crypto.randomUUID(),
  kind: 'disclosure-permission',
  effect: 'allow',
  beatsProhibition: false,
  fromAgencyId: 'clinic',
  toAgencyId: 'school',
  dataClasses: ['health'],
  startsAt: null,
  endsAt: null,
  empty: false,
  givenBy: null,
  givenByRelation: null,
  capacity: null,
  ...changes,
});
const guardian = (relationId: string, changes: Partial<Guardian> = {}): Guardian => ({
  relationId,
  personId: null,
  aclKey: 1,
  custody: 'joint',
  powerClasses: [],
  startsAt: null,
  endsAt: null,
  ...changes,
});
const facts = (grounds: GroundFact[], guardians: Guardian[] = []): Facts => ({
  caseId: 'case',
  aclKey: 1,
  homeAgencyId: 'home',
  closedAt: null,
  birthDate: '2013-05-02',
  memberships: [],
  audiences: [],
  grounds,
  guardians,
});
const opens = (grounds: GroundFact[], guardians: Guardian[] = [], moment = at): boolean =>
  covers(facts(grounds, guardians), 'clinic', 'school', 'health', moment);

const permission = ground({});
const mothers = ground({ kind: 'guardian-consent', givenByRelation: 'mother' });
const fathers = ground({ kind: 'guardian-consent', givenByRelation: 'father' });
const both = [guardian('mother'), guardian('father')];
const refusal = ground({ kind: 'guardian-consent', effect: 'prohibit', givenByRelation: 'father' });
const childConsents = ground({ kind: 'child-consent', capacity: 'understands' });
const childProhibits = ground({ kind: 'child-consent', effect: 'prohibit', capacity: 'understands' });

test('without a ground nothing goes, and a ground for another way, class or time is none', () => {
  expect(opens([])).toBe(false);
  expect(opens([permission])).toBe(true);
  expect(opens([ground({ toAgencyId: 'home' })])).toBe(false);
  expect(opens([ground({ dataClasses: ['education'] })])).toBe(false);
  expect(opens([ground({ startsAt: at + 1 })])).toBe(false);
  expect(opens([ground({ endsAt: at })])).toBe(false);
});

test('the consent of one guardian is not that of both', () => {
  expect(opens([mothers], both)).toBe(false);
  expect(opens([mothers, fathers], both)).toBe(true);
  expect(guardiansMissing(facts([mothers], both), 'clinic', 'school', 'health', at)).toEqual([both[1]]);
});

test('where nobody has consented yet, nobody in particular is missing', () => {
  expect(guardiansMissing(facts([permission], both), 'clinic', 'school', 'health', at)).toEqual([]);
});

test('a consent that names nobody is nobody’s where a guardian with the power is recorded', () => {
  const nobodys = ground({ kind: 'guardian-consent' });
  expect(opens([nobodys], both)).toBe(false);
  expect(opens([nobodys])).toBe(true);
  expect(opens([nobodys], [guardian('father', { custody: 'none' })])).toBe(true);
});

test('a guardian named by sign-in is the same guardian as by relation', () => {
  const bySignIn = ground({ kind: 'guardian-consent', givenBy: 'minna' });
  expect(opens([bySignIn], [guardian('mother', { personId: 'minna' })])).toBe(true);
  expect(opens([bySignIn], [guardian('mother', { personId: 'somebody else' })])).toBe(false);
});

test('limited custody has the power for its own classes', () => {
  const limited = (powerClasses: Guardian['powerClasses']) =>
    guardian('father', { custody: 'limited', powerClasses });
  expect(opens([mothers], [guardian('mother'), limited(['education'])])).toBe(true);
  expect(opens([mothers], [guardian('mother'), limited(['health'])])).toBe(false);
});

test('custody that begins or ends changes what one consent is worth at that very moment', () => {
  const ending = [guardian('mother'), guardian('father', { endsAt: at + day })];
  expect(opens([mothers], ending, at + day - 1)).toBe(false);
  expect(opens([mothers], ending, at + day)).toBe(true);
  const beginning = [guardian('mother'), guardian('father', { startsAt: at + day })];
  expect(opens([mothers], beginning, at + day - 1)).toBe(true);
  expect(opens([mothers], beginning, at + day)).toBe(false);
});

test('a guardian’s refusal beats the other’s consent, a permission, joint contact and a statute that is silent', () => {
  for (const kind of ['disclosure-permission', 'joint-contact', 'statute', 'vital-interest'] as const)
    expect(opens([ground({ kind }), refusal])).toBe(false);
  expect(opens([mothers, fathers, refusal], both)).toBe(false);
});

test('a statute that says so stands against every prohibition', () => {
  const strong = ground({ kind: 'statute', beatsProhibition: true });
  expect(opens([strong, refusal, childProhibits])).toBe(true);
});

test('a child who understands decides alone, also against a guardian’s refusal', () => {
  expect(opens([childConsents], both)).toBe(true);
  expect(opens([childConsents, refusal], both)).toBe(true);
});

test('a child who does not understand, or of whom nobody has judged it, opens nothing by consent', () => {
  expect(opens([{ ...childConsents, capacity: 'does-not-understand' }])).toBe(false);
  expect(opens([{ ...childConsents, capacity: null }])).toBe(false);
});

test('guardians cannot consent against the prohibition of their child, nor can the child’s earlier consent stand', () => {
  expect(opens([mothers, fathers, childProhibits], both)).toBe(false);
  expect(opens([childConsents, childProhibits])).toBe(false);
  expect(opens([permission, { ...childProhibits, capacity: null }])).toBe(false);
});

test('the prohibition of a child who does not understand leaves it to the guardians', () => {
  const heard = { ...childProhibits, capacity: 'does-not-understand' as const };
  expect(opens([mothers, fathers, heard], both)).toBe(true);
  expect(opens([mothers, heard], both)).toBe(false);
});
