// Weekdays in Finnish, Swedish and English, whole and shortened. A weekday is the next one strictly after today.
import { type Meaning, noDay, type Reader, words } from './atom.ts';
import { mondayOf, weekdayOf } from './calendar-days.ts';

// Keskiviikko, keskiviikon: what all its forms begin with.
const finnish = ['maanantai', 'tiistai', 'keskiviik', 'torstai', 'perjantai', 'lauantai', 'sunnuntai'];
const swedish = ['mån', 'tis', 'ons', 'tors', 'fre', 'lör', 'sön'];
const english = ['mon', 'tues', 'wednes', 'thurs', 'fri', 'satur', 'sun'];
const finnishShort = ['ma', 'ti', 'ke', 'to', 'pe', 'la', 'su'];
const englishShort = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const past = 'viime|edellisenä|förra|last';
const habit = 'joka|varje|every|each';
const nextInFinnish = 'ensi|seuraavana?|seuraavan';
const nextElsewhere = 'nästa|next';
const coming = 'tulevana|kommande|coming|nu på';
const ofThisWeek = 'tänä|this';
const before = `(?:(?<mod>${[past, habit, nextInFinnish, nextElsewhere, coming, ofThisWeek].join('|')}) )?`;

const after = (today: number, weekday: number): number => today + ((weekday - weekdayOf(today) + 7) % 7 || 7);

const is = (list: string, mod: string): boolean => new RegExp(`^(?:${list})$`, 'iu').test(mod);

/** "Next Friday" is the coming one to some and the one of next week to others: both, where they differ. */
const weekdayWith = (today: number, weekday: number, mod: string | undefined): Meaning => {
  const near = after(today, weekday);
  if (mod === undefined || is(coming, mod)) return { days: [near], weekday };
  if (is(past, mod) || is(habit, mod)) return noDay;
  if (is(ofThisWeek, mod)) return { days: [weekday === weekdayOf(today) ? today : near], weekday };
  const ofNextWeek = mondayOf(today) + 7 + weekday;
  const both = is(nextInFinnish, mod) ? [near, ofNextWeek] : [ofNextWeek, near];
  return { days: [...new Set(both)], weekday };
};

const whole = (source: string, names: readonly string[]): Reader => ({
  pattern: words(source),
  read: ({ mod, day = '', away }, today) =>
    away === undefined
      ? weekdayWith(
          today,
          names.findIndex((name) => day.toLowerCase().startsWith(name)),
          mod,
        )
      : noDay,
});

const timeOfDay = '-?(?:aamu|ilta|yö)\\p{L}{0,12}';
const finnishEndings = 'k?o(?:na|on|a)?|o(?:n|ksi|lle|lla)|na|n|hin|on|ksi|ta|a|lle|lla|ni';
const swedishTime = 's?(?:morgon|förmiddag|eftermiddag|kväll)(?:en)?';

// What gives a short form away: a date or a time behind it, or a word for when in front.
const dateBehind = /^\.? ?(?:\d{1,2}[./] ?\d|kl[.o ]|kello|mennessä|asti|aamu|ilta)/iu;
const whenBefore =
  /(?:^|[^\p{L}])(?:on|by|before|until|till|due|next|this|på|senast|före|innan|nästa|ensi|seuraava(?:na)?|viimeistään|dl|deadline):? $/iu;
const englishLine =
  /(?<!\p{L})(?:the|and|will|with|for|by|is|are|about|should|someone|what|who|needs?|has|he|she|they|it)(?!\p{L})/iu;
const listBehind = /^ ?(?:$|[^\p{L}\p{N} ]|(?:tai|ja)(?!\p{L}))/iu;
const monthBehind = /^ \d{1,2}(?:st|nd|rd|th)? ?\p{L}/u;

const isFinnishShort = (short: string, around: { before: string; behind: string }): boolean => {
  // PE is a subject at school, and Su somebody's name.
  const capital = /^\p{Lu}/u.test(short);
  if (/^\p{Lu}{2}$/u.test(short) || (capital && around.before !== '' && !dateBehind.test(around.behind)))
    return false;
  if (short.toLowerCase() !== 'to' || dateBehind.test(around.behind)) return true;
  // "Leena to call" is no Thursday.
  return listBehind.test(around.behind) && !englishLine.test(around.before);
};

const isEnglishShort = (short: string, around: { before: string; behind: string }): boolean => {
  if (whenBefore.test(around.before) || dateBehind.test(around.behind)) return true;
  if (!/^\p{Lu}/u.test(short)) return false;
  return around.before.trim() !== '' || monthBehind.test(around.behind) || around.behind.startsWith(':');
};

const shortened = (
  names: readonly string[],
  source: string,
  isOne: (short: string, around: { before: string; behind: string }) => boolean,
): Reader => ({
  pattern: words(`${before}(?<day>${source})`),
  read: ({ mod, day = '' }, today, around) => {
    const weekday = names.findIndex((name) => day.toLowerCase().startsWith(name));
    return isOne(day, mod === undefined ? around : { ...around, before: `${mod} ` })
      ? weekdayWith(today, weekday, mod)
      : undefined;
  },
});

export const weekdayReaders: readonly Reader[] = [
  whole(
    `${before}(?<day>${finnish.join('|')})(?:${finnishEndings}|(?:k?o)?${timeOfDay}|(?<away>o?sta|o?lta))?`,
    finnish,
  ),
  whole(`${before}(?<day>${swedish.join('|')})dag(?:ens?|${swedishTime}|(?<away>s))?`, swedish),
  // "I fredags" is over.
  { pattern: words(`i (?:${swedish.join('|')})dags`), read: () => noDay },
  whole(`${before}(?<day>${english.join('|')})day(?:['’]s)?`, english),
  shortened(finnishShort, finnishShort.join('|'), isFinnishShort),
  // "3 mån" is three months, and Tor is a name.
  shortened(
    ['mån', 'tis', 'ons', 'tor', 'fre', 'lör', 'sön'],
    'mån|tis|ons|tors?|fre|lör|sön',
    (short, around) => short !== 'Tor' && !/\d ?$/u.test(around.before),
  ),
  shortened(englishShort, 'mon|tues?|wed|thu(?:rs?)?|fri|sat|sun', isEnglishShort),
];
