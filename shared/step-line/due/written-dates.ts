// Dates with numbers: 27.11., 27/11, 2026-11-27, 3. joulukuuta, den 3 december, Dec 3rd. Day before month in every language.
import { type Meaning, type Reader, words } from './atom.ts';
import { dateOf, nextDayOfMonth } from './calendar-days.ts';
import { englishMonths, finnishMonths, monthNumber, swedishMonths } from './months.ts';

const one = (day: number | undefined): Meaning | undefined =>
  day === undefined ? undefined : { days: [day] };

/** Two digits are of this century. */
const yearOf = (year: string | undefined): number | undefined =>
  year === undefined ? undefined : Number(year) + (year.length === 2 ? 2000 : 0);

const numeric: Reader['read'] = ({ day, month, year }, today) =>
  one(dateOf(today, Number(day), Number(month), yearOf(year)));

const withName: Reader['read'] = ({ day, month = '', year }, today) =>
  one(dateOf(today, Number(day), monthNumber(month), yearOf(year)));

// Times, numbers of items, amounts and fractions.
const noDateBefore =
  /(?:^|[^\p{L}])(?:klo|kello|kl|at|kohta|kohdan|kohdassa|luku|luvun|pykälä|versio|punkt|version|item|section|kapitel|chapter|luokka|klass|class|nro|nr)\.? ?$|[§€]\s?$/iu;
const timeBefore = /\d[-:]$/u;
const noDateBehind =
  /^ ?(?:%|€|(?:tunti\p{L}{0,2}|h|t|min|timm\p{L}{1,4}|hours?|euro\p{L}{0,2}|kertaa|gånger|times|x|kg|km|vuot\p{L}{1,3}|år|-vuoti\p{L}{1,6})(?!\p{L}))|^[-–:]\d/iu;
const whenBefore =
  /(?:^|[^\p{L}])(?:by|on|before|due|until|till|senast|den|före|innan|på|ennen|viimeistään|dl|deadline):? $/iu;
const weekdayBefore =
  /(?:dag|dagen|day|tai|taina|keskiviikko|keskiviikkona|(?:^|[^\p{L}])(?:ma|ti|ke|to|pe|la|su|mån|tis|ons|tors?|fre|lör|sön|mon|tues?|wed|thu|fri|sat|sun)) $/iu;
const whenBehind = /^ ?(?:mennessä|asti|saakka)/iu;

const year = '(?<year>20\\d\\d)';

export const writtenDateReaders: readonly Reader[] = [
  { pattern: words('(?<year>20\\d\\d)-(?<month>\\d\\d)-(?<day>\\d\\d)'), read: numeric },
  {
    // With a last point or a year it is one anywhere but behind "klo"; without them it must not be an amount.
    pattern:
      /(?<![\p{L}\p{N}./:])(?<day>\d{1,2})\. ?(?<month>\d{1,2})(?:(?<point>\.)(?: ?(?<year>20\d\d|\d\d(?![.:]\d)))?)?(?![\p{L}\p{N}/]|[.:]\d)/giu,
    read: (groups, today, { before, behind }) =>
      noDateBefore.test(before) ||
      (groups.point === undefined && (timeBefore.test(before) || noDateBehind.test(behind)))
        ? undefined
        : numeric(groups, today, { written: '', before, behind }),
  },
  {
    pattern:
      /(?<![\p{L}\p{N}./:])(?<day>\d{1,2})\/(?<month>\d{1,2})(?:[/-](?<year>20\d\d|\d\d))?(?![\p{L}\p{N}/]|[.:]\d)/giu,
    read: (groups, today, around) => {
      const when = whenBefore.test(around.before) || weekdayBefore.test(around.before);
      const said = when || whenBehind.test(around.behind);
      const clear = groups.year !== undefined || (Number(groups.day) > 12 && groups.day !== '24');
      return said || clear ? numeric(groups, today, around) : undefined;
    },
  },
  {
    pattern: words(`(?<day>\\d{1,2})\\.? ?(?<month>${finnishMonths})kuu(?:ta|hun|n)?(?: ${year})?`),
    read: withName,
  },
  {
    pattern: words(
      `(?<month>${finnishMonths})kuun (?<day>\\d{1,2})(?:\\.(?: ?päivä(?:nä|än|ksi)?)?|:nteen|\\.?een)?`,
    ),
    read: withName,
  },
  { pattern: words(`(?<day>\\d{1,2})(?::?[ea])? (?<month>${swedishMonths})(?:,? ${year})?`), read: withName },
  {
    pattern: words(`(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month>${englishMonths})(?:,? ${year})?`),
    read: withName,
  },
  {
    pattern: words(`(?<month>${englishMonths}) (?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,? ${year})?`),
    // "He may 3 times" is no date.
    read: (groups, today, around) =>
      /^\p{Lu}/u.test(around.written) && !noDateBehind.test(around.behind)
        ? withName(groups, today, around)
        : undefined,
  },
  {
    pattern: words('(?<=(?:by|on|before|until|due) the )(?<day>\\d{1,2})(?:st|nd|rd|th)'),
    read: ({ day }, today) => one(nextDayOfMonth(today, Number(day))),
  },
  {
    pattern: words(
      `(?<=(?:senast|före|till|på|innan) )den (?<day>\\d{1,2})(?::?[ea])?(?![.:/]\\d| (?:${swedishMonths}))`,
    ),
    read: ({ day }, today) => one(nextDayOfMonth(today, Number(day))),
  },
  {
    pattern: words('(?<day>\\d{1,2})\\. ?päivä(?:nä|än|ksi)?'),
    read: ({ day }, today) => one(nextDayOfMonth(today, Number(day))),
  },
  {
    pattern: words(
      'joulu(?:ksi|un|a)|(?<=(?:till|före|innan|senast) )jul(?:en)?|(?<=(?:by|before|until) )christmas',
    ),
    read: (_, today) => one(dateOf(today, 24, 12, undefined)),
  },
];
