// How few children are left: the child and those others who, by the national shares, are in the same circumstances.
import { expect, test } from 'vitest';
import { Circumstance } from '../../../shared/identifying.ts';
import { circumstanceSettings, sharesAsOf } from './data/circumstances.ts';
import { circumstancesIn, narrows } from './index.ts';

test('a large school and one common circumstance leave many', () => {
  expect(narrows({ schoolSize: 600, circumstances: ['one-parent'] })).toBeNull();
  expect(narrows({ schoolSize: 600, gradeSize: 80, circumstances: [] })).toBeNull();
});

test('a village school leaves a few whatever is told', () => {
  expect(narrows({ schoolSize: 4, circumstances: [] })).toEqual({ fewerThan: 5 });
  expect(narrows({ schoolSize: 5, circumstances: [] })).toBeNull();
});

test('a year and a rare circumstance leave the child alone', () => {
  expect(narrows({ schoolSize: 400, gradeSize: 50, circumstances: ['visual-impairment'] })).toEqual({
    fewerThan: 2,
  });
  expect(narrows({ schoolSize: 400, circumstances: ['special-support', 'placed-outside-home'] })).toEqual({
    fewerThan: 2,
  });
});

test('the smaller of the two sizes counts, and the same circumstance only once', () => {
  const small = narrows({ schoolSize: 900, gradeSize: 30, circumstances: ['special-support'] });
  expect(small).toEqual({ fewerThan: 4 });
  expect(narrows({ gradeSize: 30, circumstances: ['special-support', 'special-support'] })).toEqual(small);
});

test('without a size nothing can be said', () => {
  expect(narrows({ circumstances: ['twin', 'roma'] })).toBeNull();
});

test('every share is one of a dated list, and says where it is to be verified', () => {
  expect(sharesAsOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  for (const one of Circumstance.options) {
    const { share, source } = circumstanceSettings[one];
    expect(share, one).toBeGreaterThan(0);
    expect(share, one).toBeLessThan(0.5);
    expect(source, one).toContain('(verify)');
  }
});

test.each([
  [
    'Kaksoset ovat sijoitettuina, ja toinen käyttää pyörätuolia.',
    ['placed-outside-home', 'mobility-impairment', 'twin'],
  ],
  ['Pappan sitter i fängelse och mamman är ensamstående.', ['one-parent', 'parent-in-prison']],
  ['She is deaf and was adopted.', ['hearing-impairment', 'adopted']],
  ['Lapsi nukahtaa tunneilla eikä syö.', []],
] as const)('the circumstances that “%s” tells of', (text, circumstances) => {
  expect(circumstancesIn(text)).toEqual(circumstances);
});
