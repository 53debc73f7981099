// Grounds that say the same are one on the page; whatever differs in a word that matters stands by itself.
import { expect, test } from 'vitest';
import type { Workspace } from '../../shared/cases.ts';
import { groupEqual } from './ground-words.ts';

type Ground = Workspace['grounds'][number];

const consent: Ground = {
  id: 'first',
  kind: 'guardian-consent',
  effect: 'allow',
  beatsProhibition: false,
  statute: null,
  givenBy: null,
  givenByRelation: null,
  capacity: null,
  capacityReason: null,
  fromAgencyId: 'home',
  toAgencyId: 'school',
  dataClasses: ['coordination', 'social'],
  evidence: 'Äiti suostui tapaamisessa.',
  startsAt: '2026-11-08T08:00:00.000Z',
  endsAt: null,
  withdrawnAt: null,
  recordedBy: 'leena',
};
const ids = (grounds: readonly Ground[]) => groupEqual(grounds).map((equal) => equal.map(({ id }) => id));

test('one consent that was recorded with two invitations is one', () => {
  const again: Ground = {
    ...consent,
    id: 'second',
    dataClasses: ['social', 'coordination'],
    startsAt: '2026-11-08T08:02:00.000Z',
  };
  expect(ids([consent, again])).toEqual([['first', 'second']]);
});

test.each<Partial<Ground>>([
  { toAgencyId: 'clinic' },
  { effect: 'prohibit' },
  { dataClasses: ['coordination'] },
  { endsAt: '2027-01-01T00:00:00.000Z' },
  { withdrawnAt: '2026-11-20T00:00:00.000Z' },
  { givenBy: 'minna' },
  { beatsProhibition: true },
  { evidence: 'Isä suostui puhelimessa.' },
])('a ground that differs in %o is another', (difference) => {
  expect(ids([consent, { ...consent, ...difference, id: 'second' }])).toEqual([['first'], ['second']]);
});
