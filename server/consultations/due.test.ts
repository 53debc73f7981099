// By when an answer is due: working days of Finland, over its feasts and over the changes of summer time.
import { expect, test } from 'vitest';
import { dueOf } from './send-consultation.ts';

const service = { answerWorkingDays: { ordinary: 5, soon: 2, urgent: 0 } } as Parameters<typeof dueOf>[1];
const due = (at: string, urgency: 'ordinary' | 'soon' | 'urgent') => dueOf(new Date(at), service, urgency);

test.each([
  // A Monday before midsummer: its eve is a Friday on which nobody works.
  ['2027-06-21T09:00:00Z', 'ordinary', '2027-06-29'],
  ['2027-06-24T09:00:00Z', 'soon', '2027-06-29'],
  ['2027-06-25T09:00:00Z', 'urgent', '2027-06-28'],
  // Wednesday of Holy Week: Good Friday and Easter Monday stand between, and summer time begins on Easter Day.
  ['2027-03-24T09:00:00Z', 'soon', '2027-03-30'],
  ['2027-03-25T09:00:00Z', 'ordinary', '2027-04-05'],
  // Christmas and New Year's Day.
  ['2026-12-22T09:00:00Z', 'soon', '2026-12-28'],
  ['2026-12-30T09:00:00Z', 'soon', '2027-01-04'],
  // May Day, and Ascension Day.
  ['2027-04-29T09:00:00Z', 'soon', '2027-05-03'],
  ['2027-05-05T09:00:00Z', 'soon', '2027-05-10'],
] as const)('asked %s, %s: due %s', (at, urgency, on) => {
  expect(due(at, urgency)).toBe(on);
});

test('the day is the one in Helsinki, in winter and in summer, and in the nights between them', () => {
  // Half past midnight on a Monday, three hours before Greenwich in summer, two in winter.
  expect(due('2027-07-04T21:30:00Z', 'urgent')).toBe('2027-07-05');
  expect(due('2027-01-10T22:30:00Z', 'urgent')).toBe('2027-01-11');
  // The night in which summer time ends: still Sunday, then Monday.
  expect(due('2027-10-30T21:30:00Z', 'urgent')).toBe('2027-11-01');
  expect(due('2027-10-31T21:30:00Z', 'soon')).toBe('2027-11-02');
  expect(due('2027-10-31T22:30:00Z', 'soon')).toBe('2027-11-03');
  // The night in which it begins.
  expect(due('2026-03-28T22:30:00Z', 'urgent')).toBe('2026-03-30');
  expect(due('2026-03-29T20:30:00Z', 'soon')).toBe('2026-03-31');
  expect(due('2026-03-29T21:30:00Z', 'soon')).toBe('2026-04-01');
});
