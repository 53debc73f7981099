import { expect, test } from 'vitest';
import { createNewly } from './newly.ts';

test('what stands on the page when it opens is no news; what comes later is, once', () => {
  const newly = createNewly();
  expect(newly(['a', 'b'])).toEqual([]);
  expect(newly(['c', 'a'])).toEqual(['c']);
  expect(newly(['c', 'a'])).toEqual([]);
});
test('what left and came back is news again', () => {
  const newly = createNewly();
  newly(['a']);
  newly([]);
  expect(newly(['a'])).toEqual(['a']);
});
