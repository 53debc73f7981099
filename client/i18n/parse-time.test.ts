import { expect, test } from 'vitest';
import { parseTime } from './parse-time.ts';

test.each([
  ['14.30', '14:30'],
  ['14:30', '14:30'],
  ['1430', '14:30'],
  ['930', '09:30'],
  ['9', '09:00'],
  ['klo 9.05', '09:05'],
  ['kl. 14', '14:00'],
  [' 00:00 ', '00:00'],
  ['23 59', '23:59'],
])('%s is %s', (typed, time) => {
  expect(parseTime(typed)).toBe(time);
});

test.each(['', '24.00', '9.60', '9.5', 'noin yhdeksän', '9–10', '12345', '-1'])(
  '“%s” is no time',
  (typed) => {
    expect(parseTime(typed)).toBeNull();
  },
);
