// What must never pass, in the ways in which people write it: found for certain and over its whole length.
import { expect, test } from 'vitest';
import { findIdentifying } from './index.ts';

const forms: readonly (readonly [before: string, written: string, behind: string])[] = [
  ['numero ', '(+358) 50 555 0123', ' on'],
  ['soita ', '358505550123', ''],
  ['', '00358 50 555 0123', '.'],
  ['', '+358.50.555.0123', ''],
  ['', '050–555–0123', ' iltaisin'],
  ['puh ', '555 0123', ''],
  ['numeroon ', '555 0123', ' vastataan'],
  ['tel ', '019-5550123', ''],
  ['p.', '050 5550123', ''],
  ['Puh:', '0505550123', ':een'],
  ['', '050/555 0123', ''],
  ['', '(050) 555 0123', ''],
  ['', '+358-(0)50-5550123', ''],
  ['ring ', '070-174 06 05', ' efter tre'],
  ['', '+7 921 555 01 23', ''],
  ['', '8-921-555-01-23', ''],
  ['', '0 5 0 - 5 5 5 0 1 2 3', ''],
  ['numero on ', 'nolla viisi nolla viisi viisi viisi nolla yksi kaksi', ''],
  ['12.3. ', '0405550123', ' klo 8-16'],
  ['', 'aino.malli@posti.example', '.'],
  ['', 'aino.malli＠posti.example', ''],
  ['Aino Malli <', 'aino@posti.example', '>'],
  ['mailto:', 'aino@posti.example', ''],
  ['', 'aino(@)posti.example', ''],
  ['', 'aino @ posti.example', ''],
  ['hetu', '010113A900U', ''],
  ['tunnus ', '010113 a 900u', '!'],
  ['', '01.01.13A900U', ''],
  ['', '0 1 0 1 1 3 A 9 0 0 U', ''],
  ['**', '010113A900U', '**'],
];

test.each(forms)('%s»%s«%s', (before, written, behind) => {
  const [from, to] = [before.length, before.length + written.length];
  const certain = findIdentifying(before + written + behind).filter((one) => one.certain);
  expect(certain).toHaveLength(1);
  expect(certain[0]?.from).toBeLessThanOrEqual(from);
  expect(certain[0]?.to).toBeGreaterThanOrEqual(to);
});

test('two numbers side by side are two', () => {
  const text = '050 555 0123 / 044 555 0199';
  const places = findIdentifying(text).map(({ from, to }) => text.slice(from, to));
  expect(places).toEqual(['050 555 0123', '044 555 0199']);
});

test('places are those of the text as it was given, whatever invisible signs stand in it', () => {
  const text = 'A\u0308iti 😀 soitti\u200b: 050\u00a0555\u20110123';
  const [number] = findIdentifying(text);
  expect(text.slice(number?.from, number?.to)).toBe('050\u00a0555\u20110123');
});

test.each([
  'Y-tunnus 0202132-3',
  'FI21 1234 5600 0007 85',
  'klo 08.15-09.00',
  '01.08.2025-31.05.2026',
  '01-08-2025',
  'laki 417/2007',
  '00940 Helsinki',
  'hinta 0,50 e, 1 250 000 euroa',
  '112 ja 116 117',
  'ISBN 978-952-00-1234-5',
])('nothing of these is certain: %s', (text) => {
  expect(findIdentifying(text).filter((one) => one.certain)).toEqual([]);
});
