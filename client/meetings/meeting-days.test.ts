import { expect, test } from 'vitest';
import type { MeetingHead, MeetingState } from '../../shared/meeting.ts';
import { comingWithin, meetingDays, ofToday } from './meeting-days.ts';

const meeting = (id: string, startsAt: string, state: MeetingState = 'planned'): MeetingHead => ({
  id,
  kind: 'weekly',
  teamName: 'Tiimi Itä',
  startsAt,
  endsAt: new Date(Date.parse(startsAt) + 7_200_000).toISOString(),
  state,
  items: 0,
  unsigned: 0,
  unanswered: 0,
  presents: [],
});
const now = new Date('2026-11-24T10:00:00.000Z');
const ids = (those: readonly MeetingHead[]) => those.map(({ id }) => id);

test('today is first, by the clock of Helsinki; what is behind is behind, the newest first', () => {
  const { coming, past } = meetingDays(
    [
      meeting('tomorrow', '2026-11-25T07:00:00.000Z'),
      meeting('later today', '2026-11-24T12:00:00.000Z'),
      // 0.30 of the 25th in Helsinki.
      meeting('after midnight', '2026-11-24T22:30:00.000Z'),
      meeting('never opened', '2026-11-24T07:00:00.000Z'),
      meeting('last week', '2026-11-17T07:00:00.000Z', 'ended'),
    ],
    now,
  );
  expect(coming.map(({ day, meetings }) => [day, ids(meetings)])).toEqual([
    ['2026-11-24', ['later today']],
    ['2026-11-25', ['after midnight', 'tomorrow']],
  ]);
  expect(ids(past)).toEqual(['never opened', 'last week']);
});

test('one that goes on is of today however long ago it began; a cancelled one is nothing to join', () => {
  const meetings = [
    meeting('goes on', '2026-11-23T07:00:00.000Z', 'open'),
    meeting('cancelled', '2026-11-24T12:00:00.000Z', 'cancelled'),
  ];
  expect(ids(ofToday(meetings, now))).toEqual(['goes on']);
  expect(meetingDays(meetings, now).coming.map(({ day }) => day)).toEqual(['2026-11-24']);
});

test('of the days to come: what is planned or goes on, and nothing that is cancelled, behind, or later', () => {
  const meetings = [
    meeting('goes on', '2026-11-23T07:00:00.000Z', 'open'),
    meeting('never opened', '2026-11-24T07:00:00.000Z'),
    meeting('in a week', '2026-12-01T09:00:00.000Z'),
    meeting('cancelled', '2026-11-26T12:00:00.000Z', 'cancelled'),
    meeting('later', '2026-12-01T11:00:00.000Z'),
  ];
  expect(ids(comingWithin(meetings, now, 7))).toEqual(['goes on', 'in a week']);
});
