import { expect, test } from 'vitest';
import { draftOf, timesOf, usualDraft, wrongIn } from './meeting-draft.ts';

const now = new Date('2026-11-24T10:00:00.000Z');
const whole = { ...usualDraft, day: '2026-11-25', begins: '09:00', link: 'https://video.example.org/team' };

test('a typed day, time and length are two instants, and come back as they were typed', () => {
  const times = timesOf(whole);
  expect([times.startsAt, times.endsAt]).toEqual(['2026-11-25T07:00:00.000Z', '2026-11-25T08:30:00.000Z']);
  expect(draftOf(times)).toEqual(whole);
});

test('what is missing is named where it is missing', () => {
  expect(wrongIn(usualDraft, now)).toEqual({ day: 'meeting.needDay', begins: 'meeting.needTime' });
  expect(wrongIn({ ...whole, day: '2026-11-23' }, now)).toEqual({ begins: 'meeting.needAhead' });
  expect(wrongIn({ ...whole, link: 'video.example.org' }, now)).toEqual({ link: 'meeting.needLink' });
  expect(wrongIn({ ...whole, link: 'http://video.example.org' }, now)).toEqual({ link: 'meeting.needLink' });
  expect(wrongIn(whole, now)).toEqual({});
});
