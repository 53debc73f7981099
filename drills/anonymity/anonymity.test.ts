// The written questions, and that the measure would notice a recogniser that finds nothing, everything, or blocks nothing.
import { expect, test } from 'vitest';
import { findIdentifying } from '../../server/consultations/identifying/index.ts';
import { isGoodEnough } from '../anonymity.ts';
import { measure } from './measure.ts';
import { textsOf } from './texts.ts';

const tuning = textsOf('tuning');
const heldOut = textsOf('held-out');

test('what tells who a child is, is found in the questions that the rules were tuned on', {
  timeout: 60_000,
}, () => {
  const measured = measure(tuning);
  expect(measured.passed).toEqual([]);
  expect(measured.recall).toBeGreaterThanOrEqual(0.95);
  expect(measured.precision).toBeGreaterThanOrEqual(0.9);
});

test.runIf(heldOut.length > 0)('it is found in the questions that were held out', { timeout: 60_000 }, () => {
  expect(isGoodEnough(measure(heldOut))).toBe(true);
});

test('half of the questions identify somebody, in three languages, each with an id of its own', () => {
  const all = [...tuning, ...heldOut];
  expect(tuning.length).toBeGreaterThanOrEqual(150);
  expect(new Set(all.map((one) => one.id)).size).toBe(all.length);
  const share = tuning.filter((one) => one.details.length > 0).length / tuning.length;
  expect(share).toBeGreaterThan(0.4);
  expect(share).toBeLessThan(0.6);
  expect(new Set(tuning.map((one) => one.language))).toEqual(new Set(['fi', 'sv', 'en']));
});

test('identity codes of the questions are of numbers that nobody is given', () => {
  const codes = [...tuning, ...heldOut].flatMap((one) =>
    one.details.filter((detail) => detail.kind === 'identity-code').map((detail) => detail.quote),
  );
  expect(codes.length).toBeGreaterThan(3);
  for (const code of codes) {
    const digits = code.replace(/\D/g, '');
    if (digits.length >= 9) expect(digits[6], code).toBe('9');
  }
});

test.each([
  ['finds nothing', () => []],
  [
    'finds everything as likely',
    (text: string) => [{ from: 0, to: text.length, kind: 'other', certain: false } as const],
  ],
  ['finds only names', (text: string) => findIdentifying(text).filter((one) => one.kind === 'name')],
  ['never blocks', (text: string) => findIdentifying(text).map((one) => ({ ...one, certain: false }))],
])('the control: a recogniser that %s is not good enough', (_, find) => {
  expect(isGoodEnough(measure(tuning, find))).toBe(false);
});
