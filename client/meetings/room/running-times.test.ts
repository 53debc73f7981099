// When the items of an agenda are, while a meeting runs late.
import { expect, test } from 'vitest';
import type { AgendaItem, MeetingRoom } from '../../../shared/meeting.ts';
import { runningTimes, secondsLeft } from './running-times.ts';

const meeting = { openedAt: '2026-11-24T07:05:00.000Z', startsAt: '2026-11-24T07:00:00.000Z' };
const restricted = (state: AgendaItem['state'], minutes: number) => ({ restricted: true, state, minutes });
const open = (
  state: AgendaItem['state'],
  minutes: number,
  openedAt: string | null,
  closedAt: string | null,
) => ({
  restricted: false,
  state,
  minutes,
  openedAt,
  closedAt,
});

test('what was discussed has its own times, what is to come follows from it, what was postponed takes none, what is restricted was over when the next began', () => {
  const items = [
    open('discussed', 30, '2026-11-24T07:06:00.000Z', '2026-11-24T07:50:00.000Z'),
    open('postponed', 20, null, null),
    restricted('discussed', 30),
    open('current', 40, '2026-11-24T07:52:00.000Z', null),
    restricted('planned', 25),
  ];
  const slots = runningTimes({ items, meeting } as unknown as MeetingRoom);
  expect(
    slots.map(({ from, until }) => [from.toISOString().slice(11, 16), until?.toISOString().slice(11, 16)]),
  ).toEqual([
    ['07:06', '07:50'],
    ['07:50', undefined],
    ['07:50', '07:52'],
    ['07:52', '08:32'],
    ['08:32', '08:57'],
  ]);
});

test('what is left of a phase goes under zero once it is over', () => {
  const at = '2026-11-24T07:00:00.000Z';
  expect(secondsLeft(at, 5, Date.parse('2026-11-24T07:04:30.000Z'))).toBe(30);
  expect(secondsLeft(at, 5, Date.parse('2026-11-24T07:08:00.000Z'))).toBe(-180);
});
