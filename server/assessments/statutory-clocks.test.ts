// The two clocks, on days on which they have been got wrong before.
import { expect, test } from 'vitest';
import { decisionClock, readyClock } from './statutory-clocks.ts';

const rules = {
  decision: { amount: 7, source: 'Lastensuojelulaki 417/2007, 26 §' },
  ready: { amount: 3, source: 'Sosiaalihuoltolaki 1301/2014, 36 §' },
};
const decisionFor = (beganOn: string) => decisionClock(beganOn, rules, null);
const dueFor = (beganOn: string) => decisionFor(beganOn).dueOn;
const passedOver = (beganOn: string) => decisionFor(beganOn).holidays.map((h) => h.on);
const readyFor = (beganOn: string) => readyClock(beganOn, rules).dueOn;

test('a Tuesday’s notification is due on Thursday of the following week', () => {
  expect(dueFor('2026-11-03')).toBe('2026-11-12');
  expect(passedOver('2026-11-03')).toEqual([]);
});

test('what arrives on a Saturday or a Sunday counts from Monday on', () => {
  expect(dueFor('2026-11-07')).toBe('2026-11-17');
  expect(dueFor('2026-11-08')).toBe('2026-11-17');
});

test('All Saints’ Day is a Saturday and moves nothing', () => {
  expect(dueFor('2026-10-29')).toBe('2026-11-09');
  expect(passedOver('2026-10-29')).toEqual([]);
});

test('Independence Day moves the date where it is a weekday, and says so in both languages', () => {
  expect(dueFor('2026-12-01')).toBe('2026-12-10');
  const clock = decisionFor('2027-12-01');
  expect(clock.dueOn).toBe('2027-12-13');
  expect(clock.holidays.map((h) => h.on)).toEqual(['2027-12-06']);
  expect(clock.holidays[0]?.nameFi.toLowerCase()).toContain('itsenäisyyspäivä');
  expect(clock.holidays[0]?.nameSv.toLowerCase()).toContain('självständighetsdag');
});

test('Christmas: the eve, the day and the day after do not count, nor does New Year’s Day', () => {
  expect(passedOver('2026-12-18')).toEqual(['2026-12-24', '2026-12-25']);
  expect(dueFor('2026-12-18')).toBe('2026-12-31');
  expect(passedOver('2026-12-28')).toEqual(['2027-01-01', '2027-01-06']);
  expect(dueFor('2026-12-28')).toBe('2027-01-08');
});

test('Easter: Good Friday and Easter Monday do not count', () => {
  expect(passedOver('2027-03-22')).toEqual(['2027-03-26', '2027-03-29']);
  expect(dueFor('2027-03-22')).toBe('2027-04-02');
});

test('Midsummer Eve is a Friday on which offices are closed', () => {
  expect(passedOver('2026-06-15')).toEqual(['2026-06-19']);
  expect(dueFor('2026-06-15')).toBe('2026-06-25');
});

test('May Day and Ascension Day', () => {
  expect(passedOver('2026-04-29')).toEqual(['2026-05-01']);
  expect(passedOver('2026-05-11')).toEqual(['2026-05-14']);
});

test('three months end on the same day of the month, or on its last day', () => {
  expect(readyFor('2026-11-03')).toBe('2027-02-03');
  expect(readyFor('2026-11-30')).toBe('2027-02-28');
  expect(readyFor('2027-11-30')).toBe('2028-02-29');
  expect(readyFor('2027-11-29')).toBe('2028-02-29');
  expect(readyFor('2026-12-31')).toBe('2027-03-31');
  expect(readyFor('2028-02-29')).toBe('2028-05-29');
});

test('a weekend never moves the readiness later', () => {
  expect(readyFor('2026-11-14')).toBe('2027-02-14');
});

test('each clock says how it was counted, by which law, and when the decision was made', () => {
  expect(decisionClock('2026-11-03', rules, '2026-11-05')).toMatchObject({
    from: '2026-11-03',
    amount: 7,
    unit: 'working-days',
    source: rules.decision.source,
    metOn: '2026-11-05',
  });
  expect(readyClock('2026-11-03', rules)).toMatchObject({
    amount: 3,
    unit: 'months',
    source: rules.ready.source,
  });
});
