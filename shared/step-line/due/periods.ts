// Weeks, months and years: what is due in one, or by its end, is due on its last day; in a week on its Friday, the last day on
// which offices are open, and on its Sunday when Friday has passed.
import { type Meaning, meaning, noDay, type Reader, words } from './atom.ts';
import { endOfMonthFrom, endOfNextMonth, mondayOf, mondayOfWeek } from './calendar-days.ts';
import { englishMonths, finnishMonths, monthNumber, swedishMonths } from './months.ts';

const weekFrom = (monday: number, today: number): Meaning => ({
  days: [monday + 4 >= today ? monday + 4 : monday + 6],
  week: monday,
  isEnd: true,
});
const thisWeek = (today: number): Meaning => weekFrom(mondayOf(today), today);
const nextWeek = (today: number): Meaning => weekFrom(mondayOf(today) + 7, today);
const sunday = (today: number): Meaning => ({ days: [mondayOf(today) + 6] });
const weekendBegins = (today: number): Meaning => ({ days: [mondayOf(today) + 5] });
const nextWeekend = (today: number): Meaning => ({ days: [mondayOf(today) + 13] });
const monthEndIn =
  (months: number) =>
  (today: number): Meaning => ({ days: [endOfMonthFrom(today, months)], isEnd: true });
const yearEnd = (today: number): Meaning => ({ days: [endOfNextMonth(today, 12)], isEnd: true });

const finnishEnd = '(?:loppuun|loppua|lopussa|lopulla|loppupuolella|vaihteessa|vaihteeseen)';
const swedishEnd = '(?:(?:i |i senaste )?(?:slutet|utgången) av)';
const englishEnd = '(?:(?:the )?end of)';
const during = '(?:aikana|kuluessa|mittaan)';

const named: Reader['read'] = ({ month = '' }, today) => ({
  days: [endOfNextMonth(today, monthNumber(month))],
  isEnd: true,
});

export const periodReaders: readonly Reader[] = [
  // The beginning of a week or a month is no day.
  meaning(
    `(?:ensi|tämän|seuraavan) (?:viikon|kuun) (?:alussa|alkuun|alkupuolella)|alkuviiko(?:sta|lla)|(?:i )?början av (?:nästa|den här) (?:vecka|veckan|månad)|(?:early|(?:the )?(?:beginning|start) of) (?:next|this) (?:week|month)`,
    () => noDay,
  ),
  meaning(
    `(?:tällä|tämän|kuluvalla|kuluvan) viiko(?:lla|n)(?: (?:${during}|${finnishEnd}))?|viikon ${finnishEnd}|loppuviiko(?:sta|lla)|loppuviikkoon`,
    thisWeek,
  ),
  meaning(`${swedishEnd} (?:den här )?veckan|veckans slut|(?:denna vecka|den här veckan|i veckan)`, thisWeek),
  meaning(`${englishEnd} (?:(?:the|this) )?week|week['’]s end|(?:later )?this week`, thisWeek),
  meaning(
    `(?:ensi|seuraava|seuraavan|seuraavalla) (?:viiko(?:lla|n|ksi|lle)|viikkoon)(?: (?:${during}|${finnishEnd}))?`,
    nextWeek,
  ),
  meaning(`(?:${swedishEnd} )?nästa veckas?`, nextWeek),
  meaning(`(?:${englishEnd} |later )?next week(?:['’]s)?`, nextWeek),
  meaning('viikonloppuna|i helgen|i veckoslutet|(?:this|at the|over the) weekend', sunday),
  meaning('viikonlop(?:puun|uksi|pua)|helgen|veckoslutet|the weekend', weekendBegins),
  meaning(`ensi viikonloppuna|nästa helg|next weekend`, nextWeekend),
  {
    pattern: words('(?:viiko(?:lla|lle|ksi|n)|viikkoon|viikko|vko|vk|vecka|v|week)\\.? ?(?<week>\\d{1,2})'),
    read: ({ week }, today) => {
      const monday = mondayOfWeek(today, Number(week));
      return monday === undefined ? undefined : weekFrom(monday, today);
    },
  },
  meaning(`(?:tämän |kuluvan )?(?:kuun|kuukauden) ${finnishEnd}|tässä kuussa|kuunvaihteessa`, monthEndIn(0)),
  meaning(`ensi (?:kuun|kuukauden) ${finnishEnd}|ensi kuussa`, monthEndIn(1)),
  meaning(`${swedishEnd} (?:den här )?månaden|månadens slut|månadsskiftet|denna månad`, monthEndIn(0)),
  meaning(`(?:${swedishEnd} )?nästa månad`, monthEndIn(1)),
  meaning(`${englishEnd} (?:(?:the|this) )?month|month end|this month`, monthEndIn(0)),
  meaning(`(?:${englishEnd} )?next month`, monthEndIn(1)),
  meaning(
    `(?:tämän )?vuoden ${finnishEnd}|vuodenvaihteeseen|${swedishEnd} året|årets slut|årsskiftet|${englishEnd} (?:(?:the|this) )?year|year end`,
    yearEnd,
  ),
  { pattern: words(`(?<month>${finnishMonths})ku(?:ussa|un (?:${finnishEnd}|${during}))`), read: named },
  { pattern: words(`(?:i|${swedishEnd}) (?<month>${swedishMonths})(?! \\d)`), read: named },
  { pattern: words(`(?:in|${englishEnd}) (?<month>${englishMonths})(?! \\d)`), read: named },
];
