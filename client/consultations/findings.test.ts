// A mark goes with its words while somebody types around them.
import { expect, test } from 'vitest';
import { foundIn, movedWith } from './findings.ts';

const text = 'Äiti soittaa numerosta 040 123 4567 ja pyytää apua.';
const found = foundIn([{ path: 'question', from: 23, to: 35, kind: 'phone', certain: true }], () => text);

test('a finding has the words that stand at its place', () => {
  expect(found.map((one) => one.words)).toEqual(['040 123 4567']);
  expect(foundIn(found, () => 'lyhyt')).toEqual([]);
});

test('what is typed before, after or elsewhere leaves the mark on its words', () => {
  const before = `Hei. ${text}`;
  const moved = movedWith(found, 'question', text, before);
  expect(moved.map((one) => before.slice(one.from, one.to))).toEqual(['040 123 4567']);
  expect(movedWith(found, 'question', text, `${text} Kiitos.`)).toEqual(found);
  expect(movedWith(found, 'consent', 'a', 'b')).toEqual(found);
});

test('once the words are changed or gone there is nothing marked', () => {
  expect(movedWith(found, 'question', text, text.replace('040 123 4567', ''))).toEqual([]);
  expect(movedWith(found, 'question', text, text.replace('123', '12'))).toEqual([]);
});
