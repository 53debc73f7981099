// Nothing of a text is lost where it is cut at its marks.
import { expect, test } from 'vitest';
import { pieces } from './text-marks.ts';

test('a text is cut at its marks, in order, and put together again it is the same', () => {
  const text = 'Soita 040 123 4567, Rantakoulu 5B.';
  const cut = pieces(text, [
    { from: 20, to: 33, look: 'likely' },
    { from: 6, to: 18, look: 'certain' },
  ]);
  expect(cut.filter((one) => one.look).map((one) => one.words)).toEqual(['040 123 4567', 'Rantakoulu 5B']);
  expect(cut.map((one) => one.words).join('')).toBe(text);
});

test('a mark over another one, or past the end, marks nothing', () => {
  const text = 'abcdef';
  expect(
    pieces(text, [
      { from: 1, to: 4, look: 'certain' },
      { from: 2, to: 5, look: 'likely' },
      { from: 5, to: 9, look: 'likely' },
    ]),
  ).toEqual([
    { words: 'a', look: null },
    { words: 'bcd', look: 'certain' },
    { words: 'ef', look: null },
  ]);
});
