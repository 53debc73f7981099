// The three catalogues against each other, and dates, plurals and languages as people in Finland write them.
import { describe, expect, test } from 'vitest';
import type { Plural } from './catalogue.ts';
import {
  ageOn,
  daysBetween,
  formatDate,
  formatDay,
  formatTime,
  formatWholeDay,
  isoDay,
  lastDay,
  momentOf,
} from './dates.ts';
import { en } from './en/index.ts';
import { fi } from './fi/index.ts';
import { lawIn } from './laws.ts';
import { pickLocale } from './locale.ts';
import { fill, formatNumber } from './message.ts';
import { parseDate } from './parse-date.ts';
import { sv } from './sv/index.ts';

type Flat = Map<string, string | Plural>;
function flat(catalogue: object): Flat {
  return new Map(
    Object.entries(catalogue).flatMap(([area, messages]: [string, Record<string, string | Plural>]) =>
      Object.entries(messages).map(([key, text]): [string, string | Plural] => [`${area}.${key}`, text]),
    ),
  );
}
const texts = (message: string | Plural) =>
  typeof message === 'string' ? [message] : [message.one, message.other];
const names = (message: string | Plural) =>
  [...new Set(texts(message).flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort();

describe.each([
  ['fi', flat(fi)],
  ['sv', flat(sv)],
  ['en', flat(en)],
] as const)('the catalogue of %s', (_, catalogue) => {
  const finnish = flat(fi);
  test('has the keys of the Finnish one, no more and no fewer', () => {
    expect([...catalogue.keys()]).toEqual([...finnish.keys()]);
  });
  test('has no empty text', () => {
    const empty = [...catalogue].filter(([, message]) => texts(message).some((text) => text.trim() === ''));
    expect(empty).toEqual([]);
  });
  test('has the same parameters in every message', () => {
    const other = [...catalogue].filter(
      ([key, message]) => `${names(message)}` !== `${names(finnish.get(key) ?? '')}`,
    );
    expect(other).toEqual([]);
  });
});

describe('a message', () => {
  test('takes the plural form of its language', () => {
    const days = fi.time.daysLeft;
    expect(fill('fi', days, { count: 1 })).toBe('1 päivä jäljellä');
    expect(fill('fi', days, { count: 0 })).toBe('0 päivää jäljellä');
    expect(fill('sv', sv.time.daysLeft, { count: 2 })).toBe('2 dagar kvar');
    expect(fill('en', en.time.daysLeft, { count: 1 })).toBe('1 day left');
  });
  test('keeps a name without a value visible', () => {
    expect(fill('fi', 'Hei {name}')).toBe('Hei {name}');
  });
  test('writes numbers as the language does', () => {
    expect(formatNumber('fi', 12345.5)).toBe('12\u00a0345,5');
    expect(formatNumber('en', 12345.5)).toBe('12,345.5');
  });
});

describe('dates', () => {
  test('are written as each language writes them', () => {
    expect(formatDate('fi', '2026-11-03')).toBe('3.11.2026');
    expect(formatDate('sv', '2026-11-03')).toBe('3.11.2026');
    expect(formatDate('en', '2026-11-03')).toBe('3 Nov 2026');
    expect(formatDay('fi', '2026-11-25')).toBe('ke 25.11.');
    expect(formatDay('sv', '2026-11-25')).toBe('ons 25.11');
    expect(formatDay('en', '2026-11-25')).toBe('Wed 25 Nov');
  });
  test('of a whole day name the weekday', () => {
    expect(formatWholeDay('fi', '2026-11-25')).toBe('keskiviikko 25.11.2026');
    expect(formatWholeDay('sv', '2026-11-25')).toBe('onsdag 25.11.2026');
    expect(formatWholeDay('en', '2026-11-25')).toBe('Wednesday 25 Nov 2026');
  });
  test('and times follow the clock in Helsinki, summer and winter', () => {
    expect(formatTime('fi', '2026-11-03T08:42:00Z')).toBe('10.42');
    expect(formatTime('sv', '2026-07-03T06:05:00Z')).toBe('9.05');
    expect(formatTime('en', '2026-07-03T06:05:00Z')).toBe('09:05');
    expect(isoDay('2026-11-03T22:30:00Z')).toBe('2026-11-04');
  });
  test.each([
    ['3.11.2026', '2026-11-03'],
    ['03.11.26', '2026-11-03'],
    ['3.11.', '2026-11-03'],
    ['3.11', '2026-11-03'],
    [' 3. 11. 2026 ', '2026-11-03'],
    ['3/11/2026', '2026-11-03'],
    ['3 11 2026', '2026-11-03'],
    ['2026-11-03', '2026-11-03'],
    ['29.2.2028', '2028-02-29'],
    ['1.5.13', '2013-05-01'],
    ['1.5.98', '1998-05-01'],
  ])('typed as %s are read', (typed, iso) => {
    expect(parseDate(typed, '2026-11-22')).toBe(iso);
  });
  test.each(['', '29.2.2026', '31.4.2026', '3.13.2026', 'huomenna', '3.11.20266', '0.1.2026', '1.1.0001'])(
    'typed as "%s" are refused',
    (typed) => {
      expect(parseDate(typed, '2026-11-22')).toBeNull();
    },
  );
  test('are counted in whole days across the change of clocks, and ages in whole years', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysBetween('2026-11-03', '2026-11-01')).toBe(-2);
    expect(ageOn('2013-11-23', '2026-11-22')).toBe(12);
    expect(ageOn('2013-11-22', '2026-11-22')).toBe(13);
  });
  test('what ends with midnight, in winter or summer, was there the day before; what ends at noon, that day', () => {
    expect(lastDay('2026-12-25T22:00:00.000Z')).toBe('2026-12-25');
    expect(lastDay('2026-06-30T21:00:00.000Z')).toBe('2026-06-30');
    expect(lastDay('2026-12-25T10:00:00.000Z')).toBe('2026-12-25');
  });

  test('a day and a clock time are a moment in Helsinki, in winter and in summer', () => {
    expect(momentOf('2026-12-03', '14:30').toISOString()).toBe('2026-12-03T12:30:00.000Z');
    expect(momentOf('2026-07-03', '14:30').toISOString()).toBe('2026-07-03T11:30:00.000Z');
    expect(momentOf('2026-03-29', '00:00').toISOString()).toBe('2026-03-28T22:00:00.000Z');
    expect(momentOf('2026-10-25', '00:00').toISOString()).toBe('2026-10-24T21:00:00.000Z');
  });
});

test('the first language that Rinki speaks is taken from what the browser wants', () => {
  expect(pickLocale(['se', 'sv-SE', 'fi'])).toBe('sv');
  expect(pickLocale(['de'])).toBe('fi');
});

test('a cited law has its name in the reader’s language, and one that is not known keeps its own', () => {
  const source = 'Sosiaalihuoltolaki 1301/2014, 36 §; lastensuojelulaki 417/2007, 26 §';
  expect(lawIn('fi', source)).toBe(source);
  expect(lawIn('sv', source)).toBe('Socialvårdslagen 1301/2014, 36 §; barnskyddslagen 417/2007, 26 §');
  expect(lawIn('en', 'Lastensuojelulaki 417/2007, 13 b §')).toBe('Child Welfare Act 417/2007, 13 b §');
  expect(lawIn('sv', 'Perustuslaki 731/1999, 10 §')).toBe('Perustuslaki 731/1999, 10 §');
});
