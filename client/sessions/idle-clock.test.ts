// Thirty idle minutes, a warning three minutes before, and an end that nothing puts off.
import { expect, test } from 'vitest';
import { mayExtend, standingAt } from './idle-clock.ts';

const minute = 60_000;
const end = { extendedAt: 0, idleMinutes: 30, expiresAt: 720 * minute };

test('is calm until three minutes before the idle end, then warns, then is over', () => {
  expect(standingAt(end, 26 * minute)).toEqual({ kind: 'calm' });
  expect(standingAt(end, 27 * minute)).toEqual({ kind: 'warning', minutes: 3, absolute: false });
  expect(standingAt(end, 29.5 * minute)).toMatchObject({ minutes: 1 });
  expect(standingAt(end, 30 * minute)).toEqual({ kind: 'over' });
});
test('warns of the longest time of a session, too, which no press puts off', () => {
  const late = { ...end, extendedAt: 715 * minute };
  expect(standingAt(late, 718 * minute)).toEqual({ kind: 'warning', minutes: 2, absolute: true });
  expect(standingAt(late, 720 * minute)).toEqual({ kind: 'over' });
});
test('tells the server at most once a minute', () => {
  expect(mayExtend(end, 59_000)).toBe(false);
  expect(mayExtend(end, 60_000)).toBe(true);
});
