import { expect, test } from 'vitest';
import { languageCode, languageName } from './language-names.ts';

test.each([
  ['Suomi', 'fi'],
  ['finska', 'fi'],
  ['Finnish', 'fi'],
  [' arabia ', 'ar'],
  ['pohjoissaame', 'se'],
  ['viittomakieli', 'viittomakieli'],
  ['fi', 'fi'],
])('"%s" is kept as %s', (typed, kept) => {
  expect(languageCode(typed)).toBe(kept);
});
test('each reader sees the language by its name in their own', () => {
  expect(languageName('fi', 'so')).toBe('somali');
  expect(languageName('sv', 'fi')).toBe('finska');
  expect(languageName('fi', 'kotikieli: dari')).toBe('kotikieli: dari');
});
