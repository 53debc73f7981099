// Which of one's own visits are to come, and which still wait for an answer.
import { expect, test } from 'vitest';
import type { OwnVisit } from '../../shared/meeting.ts';
import { canAnswer, isComing, waitsForAnswer } from './visits.ts';

const now = new Date('2026-12-01T10:00:00Z');
const visit = (changes: Partial<OwnVisit>): OwnVisit => ({
  id: 'v',
  meetingId: 'm',
  itemId: 'i',
  caseId: 'c',
  caseNumber: 'R-2026-000001',
  childGivenName: 'Aino',
  kind: 'weekly',
  place: null,
  link: null,
  fromAt: '2026-12-01T09:30:00Z',
  untilAt: '2026-12-01T10:30:00Z',
  answer: null,
  entryId: null,
  now: false,
  been: false,
  ...changes,
});

test('a visit is to come until its window is over, and as long as the case goes on', () => {
  expect(isComing(visit({}), now)).toBe(true);
  expect(isComing(visit({ untilAt: '2026-12-01T10:00:00Z' }), now)).toBe(false);
  expect(isComing(visit({ untilAt: '2026-12-01T10:00:00Z', now: true }), now)).toBe(true);
});

test('whoever was there has been, though the window is still open', () => {
  expect(isComing(visit({ been: true }), now)).toBe(false);
  expect(isComing(visit({ been: true, now: true }), now)).toBe(true);
});

test('whoever is there is asked no more whether they come', () => {
  expect(waitsForAnswer(visit({}), now)).toBe(true);
  expect(waitsForAnswer(visit({ answer: 'comes' }), now)).toBe(false);
  expect(canAnswer(visit({ answer: 'comes' }), now)).toBe(true);
  for (const goesOn of [true, false]) {
    expect(waitsForAnswer(visit({ been: true, now: goesOn }), now)).toBe(false);
    expect(canAnswer(visit({ been: true, now: goesOn }), now)).toBe(false);
  }
});
