import { expect, test } from 'vitest';
import { formatTime } from '../i18n/dates.ts';
import { agendaTimes, minutesOf, movedBy, visitWindow } from './agenda-times.ts';

const item = (id: string, minutes: number, state: 'planned' | 'postponed' = 'planned') => ({
  id,
  minutes,
  state,
});
const agenda = [item('a', 45), item('b', 20, 'postponed'), item('c', 40)];
// 9.00 in Helsinki's winter.
const starts = '2026-11-24T07:00:00.000Z';

test('each case begins where the one before ends, and what is postponed takes no time', () => {
  const spans = agendaTimes(starts, agenda);
  const clock = (id: string) => {
    const span = spans.get(id);
    return span && [formatTime('fi', span.from), formatTime('fi', span.until)];
  };
  expect(clock('a')).toEqual(['9.00', '9.45']);
  expect(clock('b')).toBeUndefined();
  expect(clock('c')).toEqual(['9.45', '10.25']);
});

test('a meeting over the night in which the clocks go back goes on by the minute', () => {
  const span = agendaTimes('2026-10-25T00:30:00.000Z', [item('a', 60)]).get('a');
  expect(span?.until.toISOString()).toBe('2026-10-25T01:30:00.000Z');
});

test('what the agenda needs is told beside what there is', () => {
  expect(minutesOf({ startsAt: starts, endsAt: '2026-11-24T08:00:00.000Z' }, agenda)).toEqual({
    length: 60,
    used: 85,
  });
});

test('a visitor may come ten minutes before and stay ten minutes longer', () => {
  const span = agendaTimes(starts, agenda).get('c');
  expect(span && visitWindow(span)).toEqual({
    from: new Date('2026-11-24T07:35:00.000Z'),
    until: new Date('2026-11-24T08:35:00.000Z'),
  });
});

test('one step earlier or later, and none beyond the ends', () => {
  expect(movedBy(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
  expect(movedBy(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
  expect(movedBy(['a', 'b', 'c'], 'a', -1)).toBeNull();
  expect(movedBy(['a', 'b', 'c'], 'c', 1)).toBeNull();
  expect(movedBy(['a'], 'x', 1)).toBeNull();
});
