// The part of a link after `#`.
import { expect, test } from 'vitest';
import { answerAddress, readLink } from './link.ts';

test('reads language and secret', () => {
  expect(readLink('#sv.abc_DEF-123')).toEqual({ language: 'sv', secret: 'abc_DEF-123' });
});
test('an unknown language is left to the browser; what is no link is none', () => {
  expect(readLink('#xx.abc')).toEqual({ language: null, secret: 'abc' });
  expect(readLink('#abc')).toEqual({ language: null, secret: 'abc' });
  for (const none of ['', '#', '#fi.', '#fi.a b', '#fi.<script>']) expect(readLink(none)).toBeNull();
});
test('the answer has an address of its own', () => {
  expect(answerAddress('c1', 'k1')).toBe('/cases/c1/answer/k1');
});
