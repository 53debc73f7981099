import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyPatch, patchBetween } from './text-patch.ts';

test('a letter typed in the middle travels as that letter', () => {
  expect(patchBetween('Aino viihty koulussa', 'Aino viihtyy koulussa')).toEqual({
    from: 11,
    removed: 0,
    inserted: 'y',
  });
});

test('two faces that begin with the same half are exchanged whole', () => {
  expect(patchBetween('a😀b', 'a😁b')).toEqual({ from: 1, removed: 2, inserted: '😁' });
});

test('two signs that end with the same half are exchanged whole', () => {
  const patch = patchBetween('\u{1F600}', '\u{1FA00}');
  expect(patch.inserted.isWellFormed()).toBe(true);
});

test('any text becomes any other, and no piece holds half a character', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'ä', '😀', '😁', '\u{1FA00}', ' ', '\n') });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const patch = patchBetween(before, after);
      expect(applyPatch(before, patch)).toBe(after);
      expect(patch.inserted.isWellFormed()).toBe(true);
      expect(before.slice(0, patch.from).isWellFormed()).toBe(true);
    }),
  );
});
