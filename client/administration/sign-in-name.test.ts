import { expect, test } from 'vitest';
import { givenNameOf, signInNameFits, signInNameFor } from './sign-in-name.ts';

test.each([
  ['Åsa Öhman-Vik', 'asa.ohman-vik'],
  ['  Leena   Kallio ', 'leena.kallio'],
  ['Ánne Niittyvuopio', 'anne.niittyvuopio'],
  ['', ''],
])('"%s" is proposed as "%s"', (name, proposed) => {
  expect(signInNameFor(name)).toBe(proposed);
});
test('a proposal fits, an empty one or one with capitals does not', () => {
  expect(signInNameFits('asa.ohman-vik')).toBe(true);
  expect(signInNameFits('Leena')).toBe(false);
  expect(signInNameFits('')).toBe(false);
  expect(signInNameFits('a')).toBe(false);
});
test('the given name is the first one', () => {
  expect(givenNameOf('Ritva-Liisa Virtanen')).toBe('Ritva-Liisa');
});
