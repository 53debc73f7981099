// What a clock shows: calm, amber two working days before, red when late, and never a weekend counted.
import { expect, test } from 'vitest';
import type { Clock } from '../../shared/assessments.ts';
import { clockState } from './clock-words.ts';

const clock = (parts: Partial<Clock>): Clock => ({
  dueOn: '2026-11-12',
  from: '2026-11-03',
  amount: 7,
  unit: 'working-days',
  holidays: [],
  source: 'Sosiaalihuoltolaki 36 §',
  metOn: null,
  ...parts,
});

test('working days left skip the weekend', () => {
  expect(clockState(clock({}), '2026-11-06')).toMatchObject({ daysLeft: 4, working: true, state: 'calm' });
});
test('a public holiday on a weekday is no working day', () => {
  const over = clock({
    from: '2026-12-21',
    dueOn: '2027-01-04',
    holidays: [{ on: '2026-12-25', nameFi: 'Joulupäivä', nameSv: 'Juldagen' }],
  });
  expect(clockState(over, '2026-12-23').daysLeft).toBe(7);
});
test('two working days before the day it turns amber', () => {
  expect(clockState(clock({}), '2026-11-10')).toMatchObject({ daysLeft: 2, state: 'soon' });
});
test('on the day itself it is amber, the day after late by calendar days', () => {
  expect(clockState(clock({}), '2026-11-12')).toMatchObject({ daysLeft: 0, state: 'soon' });
  expect(clockState(clock({}), '2026-11-14')).toMatchObject({ daysLeft: -2, state: 'late', working: false });
});
test('the long clock turns amber two weeks before', () => {
  const ready = clock({ unit: 'months', amount: 3, from: '2026-11-03', dueOn: '2027-02-03' });
  expect(clockState(ready, '2026-11-22').state).toBe('calm');
  expect(clockState(ready, '2027-01-20')).toMatchObject({ daysLeft: 14, working: false, state: 'soon' });
});
test('what is done is never late', () => {
  expect(clockState(clock({ metOn: '2026-11-11' }), '2026-12-01').state).toBe('done');
});
test('a clock that begins today has all its time left', () => {
  expect(clockState(clock({}), '2026-11-03').elapsed).toBe(0);
});
