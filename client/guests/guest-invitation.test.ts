// Whom one asks without an account: nothing is sent before it is complete, and what is sent is what was filled in.
import { expect, test } from 'vitest';
import { beginInvitation, type Invitation } from '../cases/invitation.ts';
import {
  asInvitable,
  type GuestDraft,
  guestBody,
  guestProfessions,
  missingInGuest,
} from './guest-invitation.ts';

const today = '2026-11-25';
const school = {
  id: 'school',
  kind: 'education' as const,
  nameFi: 'Lillbyn koulu',
  nameSv: 'Lillby skola',
  municipality: 'Lillby',
};
const empty: GuestDraft = {
  name: '',
  email: '',
  profession: '',
  agency: undefined,
  language: 'fi',
  area: '',
  question: '',
  dueOn: '',
  nobodyKnown: false,
};
const complete: GuestDraft = {
  ...empty,
  name: ' Maija  Opettaja ',
  email: 'maija@koulu.fi',
  profession: 'special-teacher',
  agency: school,
  area: 'school-and-learning',
  question: ' Miten menee? ',
  dueOn: '2026-12-01',
};
const invitation = (draft: GuestDraft, changes: Partial<Invitation> = {}): Invitation => ({
  ...beginInvitation(asInvitable(draft), 'home'),
  endsOn: '2027-02-01',
  ground: {
    kind: 'guardian-consent',
    statute: '',
    statuteConfirmed: false,
    beatsProhibition: false,
    givenBy: '',
    givenByRelations: [],
    capacity: '',
    capacityReason: '',
    evidence: 'Äiti suostui.',
  },
  ...changes,
});

test('everything about the person and the question is asked for', () => {
  expect(missingInGuest(empty, invitation(empty), 'home', today)).toEqual([
    'name',
    'email',
    'profession',
    'agency',
    'area',
    'question',
    'fromThem',
  ]);
});
test('a visit has an end, a due date lies ahead, an address is a whole one', () => {
  expect(missingInGuest(complete, invitation(complete, { endsOn: '' }), 'home', today)).toEqual(['endsOn']);
  const late = { ...complete, dueOn: '2026-11-24', email: 'maija@koulu' };
  expect(missingInGuest(late, invitation(late), 'home', today)).toEqual(['email', 'dueOn']);
  expect(missingInGuest({ ...complete, name: 'Maija' }, invitation(complete), 'home', today)).toEqual([
    'name',
  ]);
});
test('what is complete is sent, with both directions of the ground', () => {
  expect(missingInGuest(complete, invitation(complete), 'home', today)).toEqual([]);
  expect(guestBody(complete, invitation(complete), 'assessment')).toMatchObject({
    name: 'Maija Opettaja',
    agencyId: 'school',
    endsOn: '2027-02-01',
    participation: { scope: 'agencies', familyScope: 'none' },
    toThem: { dataClasses: ['coordination', 'shared-goal'], until: '2027-02-01' },
    fromThem: { dataClasses: ['coordination', 'education'] },
    ask: { assessmentId: 'assessment', question: 'Miten menee?', dueOn: '2026-12-01' },
  });
  expect(guestBody(empty, invitation(empty), 'assessment')).toBeNull();
});
test('nobody is asked as somebody who sees no case', () => {
  expect(guestProfessions).not.toContain('administrator');
  expect(guestProfessions).toContain('special-teacher');
});
