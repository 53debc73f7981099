// Values as they go to the database.
import { expect, test } from 'vitest';
import { wireValue } from './wire-value.ts';

test('a value is text, bytes or null', () => {
  const at = new Date('2026-03-29T01:02:03.004Z');
  expect([null, undefined, 'ä', 7, true, 7n].map(wireValue)).toEqual([null, null, 'ä', '7', 'true', '7']);
  expect(wireValue(at)).toBe('2026-03-29T01:02:03.004Z');
  expect(wireValue(Buffer.from('a'))).toEqual(Buffer.from('a'));
  expect(wireValue(new Uint8Array([97]))).toEqual(Buffer.from('a'));
  expect(wireValue({ a: [1] })).toBe('{"a":[1]}');
});

test('a list keeps commas, quotes, backslashes and nothing apart', () => {
  expect(wireValue(['a,b', 'c"d', 'e\\f', '', null, 'NULL'])).toBe('{"a,b","c\\"d","e\\\\f","",NULL,"NULL"}');
  expect(wireValue([1, [true, 2]])).toBe('{1,{true,2}}');
  expect(wireValue([Buffer.from('a'), { a: 1 }])).toBe('{"\\\\x61","{\\"a\\":1}"}');
  expect(wireValue([])).toBe('{}');
});

test('a moment that is none is refused', () => {
  expect(() => wireValue(new Date(Number.NaN))).toThrow(RangeError);
});
