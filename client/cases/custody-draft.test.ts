import { expect, test } from 'vitest';
import { changesCustody, custodyBody, dayText, wrongInCustody } from './custody-draft.ts';

const recorded = {
  id: 'r',
  kind: 'guardian' as const,
  name: 'Teemu Virtanen',
  relation: 'isä',
  personId: null,
  custody: 'limited' as const,
  custodyFrom: '2026-01-01',
  custodyUntil: '2026-12-31',
  powerClasses: ['education' as const],
  endedOn: null,
  language: null,
  phone: null,
  version: 3,
};
const texts = (given: Record<string, string>) => (field: string) => given[field] ?? '';

test('what was not touched stays as it is recorded', () => {
  const body = custodyBody(texts({}), recorded);
  expect(body).toMatchObject({ custody: 'limited', custodyUntil: '2026-12-31', powerClasses: ['education'] });
  expect(changesCustody(body, recorded)).toBe(false);
});

test('a date that was emptied is no date', () => {
  const body = custodyBody(texts({ custodyUntil: dayText('') }), recorded);
  expect(body.custodyUntil).toBeNull();
  expect(changesCustody(body, recorded)).toBe(true);
});

test('without custody nothing of its period or classes is kept', () => {
  expect(custodyBody(texts({ custody: 'none' }), recorded)).toEqual({
    custody: 'none',
    custodyFrom: null,
    custodyUntil: null,
    powerClasses: [],
    endedOn: null,
  });
});

test('an end before the beginning is told, and limits that name nothing', () => {
  expect(wrongInCustody(custodyBody(texts({ custodyUntil: '2025-12-31' }), recorded))).toEqual({
    custodyUntil: 'custody.order',
  });
  expect(wrongInCustody(custodyBody(texts({ powerClasses: '-' }), recorded))).toEqual({
    powerClasses: 'members.needClasses',
  });
});
