// What is saved of an invitation while it is put together comes back as it was.
import { expect, test } from 'vitest';
import { beginInvitation, emptyGround, type Invitable, type Invitation } from './invitation.ts';
import {
  changedTexts,
  classesOf,
  classesText,
  groundOf,
  groundTexts,
  invitationOf,
  invitationTexts,
} from './kept-texts.ts';

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
const begun = beginInvitation(teacher, 'agency-home');
const kept = (texts: Record<string, string>) => (field: string) => texts[field] ?? '';

test('with nothing saved an invitation begins as always', () => {
  expect(invitationOf(kept({}), begun)).toEqual(begun);
});

test('an invitation comes back as it was left, choices taken away included', () => {
  const left: Invitation = {
    ...begun,
    endsOn: '2027-06-01',
    ground: {
      ...emptyGround,
      kind: 'statute',
      statute: 'LsL 26 §',
      statuteConfirmed: true,
      givenByRelations: ['äiti', 'isä'],
      capacity: 'understands',
      capacityReason: 'Kertoi omin sanoin.',
      evidence: 'Sovittu.',
    },
    toThem: [],
    fromThem: ['coordination', 'education'],
    known: 'all',
    familyKnows: true,
  };
  expect(invitationOf(kept(invitationTexts(left)), begun)).toEqual(left);
  expect(groundOf(kept(groundTexts(left.ground)))).toEqual(left.ground);
  expect(classesOf(classesText([]), begun.toThem)).toEqual([]);
});

test('only what a change changes is typed', () => {
  const after = { ...begun, ground: { ...begun.ground, evidence: 'K' } };
  expect(changedTexts(invitationTexts(begun), invitationTexts(after))).toEqual([['evidence', 'K']]);
});

test('a text that means nothing any more counts as not answered', () => {
  const texts = kept({ role: 'director', kind: 'rumour', toThem: 'gossip coordination', known: 'some' });
  expect(invitationOf(texts, begun)).toEqual({ ...begun, toThem: ['coordination'] });
});
