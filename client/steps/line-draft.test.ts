import { expect, test } from 'vitest';
import type { Member } from '../../shared/cases.ts';
import {
  audienceOf,
  doerOf,
  doersIn,
  dueOf,
  familySees,
  noDay,
  nothingProposed,
  type Seen,
} from './line-draft.ts';

const member = (id: string, changes: Partial<Member> = {}): Member => ({
  id,
  personId: `p-${id}`,
  name: 'Petri Vainio',
  givenName: 'Petri',
  role: 'team',
  profession: 'social-counsellor',
  agencyId: 'home',
  agencyKind: 'child-protection',
  agencyNameFi: 'Rannikon lastensuojelu',
  agencyNameSv: 'Kustens barnskydd',
  startsAt: '2026-11-01T10:00:00.000Z',
  endsAt: null,
  acceptedAt: null,
  substitutesFor: null,
  can: [],
  ...changes,
});
const now = '2026-11-29T10:00:00.000Z';
const petri = member('petri');
const mikko = member('mikko', { agencyId: 'school', agencyKind: 'education' });
const minna = member('minna', { agencyId: null, agencyKind: null, role: 'guardian' });

test('a step can be given to whoever takes part now, each of them once and in their own place', () => {
  const members = [
    member('stands-in', { personId: 'p-petri', substitutesFor: 'somebody' }),
    petri,
    member('gone', { endsAt: '2026-11-28T10:00:00.000Z' }),
    member('to-come', { startsAt: '2026-11-30T10:00:00.000Z' }),
    member('glass', { role: 'break-glass' }),
    minna,
  ];
  expect(doersIn({ members }, now).map((one) => one.id)).toEqual(['petri', 'minna']);
});

test('a proposal is taken up when it names one; what is chosen by hand goes before it', () => {
  const doers = [petri, mikko];
  const one = { owners: [{ id: 'mikko' }], dueDates: [{ date: '2026-12-04' }] };
  const several = {
    owners: [{ id: 'mikko' }, { id: 'petri' }],
    dueDates: [{ date: '2026-12-04' }, { date: '2026-12-11' }],
  };
  expect(doerOf('', one, doers)).toBe(mikko);
  expect(doerOf('petri', one, doers)).toBe(petri);
  expect(doerOf('who-has-left', one, doers)).toBe(mikko);
  expect(doerOf('', several, doers)).toBeUndefined();
  expect(doerOf('', nothingProposed, doers)).toBeUndefined();
  expect(dueOf('', one)).toBe('2026-12-04');
  expect(dueOf('2026-12-24', one)).toBe('2026-12-24');
  expect(dueOf(noDay, one)).toBeNull();
  expect(dueOf('', several)).toBeNull();
});

const seen: Seen = {
  doer: petri,
  writerAgencyId: 'home',
  homeAgencyId: 'home',
  agencyIds: [],
  teamOnly: false,
  family: false,
};

test('who sees a step: the agencies that it concerns, and the family where it is told so or does it', () => {
  expect(audienceOf(seen)).toMatchObject({ dataClass: 'shared-goal', scope: 'agency', familyScope: 'none' });
  expect(audienceOf({ ...seen, doer: mikko, agencyIds: ['clinic', 'school'] })).toMatchObject({
    scope: 'agencies',
    agencyIds: ['school', 'clinic'],
  });
  expect(audienceOf({ ...seen, doer: mikko, writerAgencyId: 'school' })).toMatchObject({
    scope: 'agencies',
    agencyIds: ['home'],
  });
  expect(audienceOf({ ...seen, family: true }).familyScope).toBe('all');
  expect(audienceOf({ ...seen, doer: minna }).familyScope).toBe('all');
});

test('the team alone is the team alone, whoever does it', () => {
  const alone = { ...seen, doer: mikko, agencyIds: ['clinic'], family: true, teamOnly: true };
  expect(audienceOf(alone)).toEqual({
    dataClass: 'social',
    scope: 'team',
    agencyIds: [],
    familyScope: 'none',
    familyIds: [],
  });
  expect(familySees(alone)).toBe(false);
});
