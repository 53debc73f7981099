// Whom one invites, as what, on which ground; and that nothing is sent before it is complete.
import { expect, test } from 'vitest';
import {
  beginInvitation,
  type Invitable,
  type Invitation,
  inviteBody,
  missingIn,
  rolesFor,
} from './invitation.ts';

const home = 'agency-home';
const today = '2026-11-22';
const teacher: Invitable = {
  personId: 'mikko',
  affiliationId: 'a1',
  name: 'Mikko Halonen',
  profession: 'special-teacher',
  agencyId: 'agency-school',
  agencyKind: 'education',
  agencyNameFi: 'Meriniemen koulu',
  agencyNameSv: 'Meriniemi skola',
};
const colleague: Invitable = {
  ...teacher,
  personId: 'petri',
  agencyId: home,
  agencyKind: 'child-protection',
};
const mother: Invitable = {
  personId: 'mother',
  affiliationId: null,
  name: 'Äiti',
  profession: null,
  agencyId: null,
  agencyKind: null,
  agencyNameFi: null,
  agencyNameSv: null,
};
const complete = (person: Invitable): Invitation => ({
  ...beginInvitation(person, home),
  ground: {
    kind: 'statute',
    statute: ' Sosiaalihuoltolaki 41 § ',
    statuteConfirmed: true,
    beatsProhibition: false,
    givenBy: '',
    givenByRelations: [],
    capacity: '',
    capacityReason: '',
    evidence: 'Sovittu 10.11.',
  },
});

test('a professional of another agency visits, and is invited on a ground', () => {
  expect(rolesFor(teacher, home)).toEqual(['visiting']);
  expect(missingIn(beginInvitation(teacher, home), teacher, home, today)).toEqual(['kind', 'evidence']);
});
test('what is proposed at first is little: coordination and shared goals to them, their own class from them', () => {
  const first = beginInvitation(teacher, home);
  expect(first.toThem).toEqual(['coordination', 'shared-goal']);
  expect(first.fromThem).toEqual(['coordination', 'education']);
  expect(first.known).toBe('us');
  expect(first.familyKnows).toBe(false);
});
test('a suggested section of the law does not count before it is confirmed', () => {
  const suggested = complete(teacher);
  const unconfirmed = { ...suggested, ground: { ...suggested.ground, statuteConfirmed: false } };
  expect(missingIn(suggested, teacher, home, today)).toEqual([]);
  expect(missingIn(unconfirmed, teacher, home, today)).toEqual(['statute']);
});
test('nobody can be invited without being told of times and topics', () => {
  const blind = { ...complete(teacher), toThem: ['shared-goal'] as const };
  expect(missingIn(blind, teacher, home, today)).toEqual(['toThem']);
});
test('both directions carry the same ground with their own classes, until the same day', () => {
  const body = inviteBody({ ...complete(teacher), endsOn: '2027-02-03' }, teacher, home);
  expect(body?.toThem).toMatchObject({
    statute: 'Sosiaalihuoltolaki 41 §',
    until: '2027-02-03',
    givenBy: null,
  });
  expect(body?.fromThem?.dataClasses).toEqual(['coordination', 'education']);
  expect(body?.participation).toEqual({ scope: 'agencies', agencyIds: [], familyScope: 'none' });
});
test('a colleague and a family member need no ground', () => {
  const pair = { ...beginInvitation(colleague, home), role: 'working-pair' as const };
  expect(missingIn(pair, colleague, home, today)).toEqual([]);
  expect(inviteBody(pair, colleague, home)).toMatchObject({ toThem: null, fromThem: null });
  expect(missingIn({ ...beginInvitation(mother, home), role: 'guardian' }, mother, home, today)).toEqual([]);
});
test('an end that has passed is no end', () => {
  const past = { ...beginInvitation(colleague, home), role: 'team' as const, endsOn: today };
  expect(missingIn(past, colleague, home, today)).toEqual(['endsOn']);
});
