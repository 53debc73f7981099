// The days that are left for an answer are those that count: neither weekends nor the feasts between.
import { expect, test } from 'vitest';
import { answerClock } from './answer-clock.ts';

const due = {
  receivedAt: '2026-12-22T10:00:00.000Z',
  dueOn: '2026-12-31',
  answeredAt: null,
  holidays: ['2026-12-24', '2026-12-25'],
};

test('over Christmas nine days of the calendar are five that count', () => {
  expect(answerClock(due, '2026-12-22')).toMatchObject({ daysLeft: 5, working: true, state: 'calm' });
  // From Saturday on: Monday to Thursday.
  expect(answerClock(due, '2026-12-26')).toMatchObject({ daysLeft: 4, working: true });
  expect(answerClock(due, '2026-12-29')).toMatchObject({ daysLeft: 2, state: 'soon' });
});

test('on the day itself, after it, and once it is answered', () => {
  expect(answerClock(due, '2026-12-31')).toMatchObject({ daysLeft: 0, state: 'soon' });
  expect(answerClock(due, '2027-01-02')).toMatchObject({ daysLeft: -2, state: 'late' });
  const answered = { ...due, answeredAt: '2026-12-28T08:00:00.000Z' };
  expect(answerClock(answered, '2026-12-30')).toMatchObject({ state: 'done', elapsed: 1 });
});
