import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Canonical, canonicalJson, hashOf } from './canonical-json.ts';

test('the order in which something was put together does not show', () => {
  expect(canonicalJson({ b: 1, a: ['ä', null, { d: true, c: '"' }] })).toBe(
    '{"a":["ä",null,{"c":"\\"","d":true}],"b":1}',
  );
  expect(hashOf({ b: 1, a: 2 })).toBe(hashOf({ a: 2, b: 1 }));
});

test('a difference of one character is another hash', () => {
  expect(hashOf({ text: 'Aino viihtyy' })).not.toBe(hashOf({ text: 'Aino viihtyi' }));
});

test('any value can be read back, and reads back the same', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value as Canonical);
      expect(canonicalJson(JSON.parse(text) as Canonical)).toBe(text);
    }),
  );
});
