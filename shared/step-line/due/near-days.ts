// Days told from today: tomorrow, in two weeks, kahden viikon kuluttua.
import { type Meaning, meaning, noDay, type Reader, words } from './atom.ts';
import { mondayOf, monthsLater } from './calendar-days.ts';

const daysLater =
  (days: number) =>
  (today: number): Meaning => ({ days: [today + days] });

const counted: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['yhden', 'en', 'ett', 'a', 'an', 'one'],
    ['kahden', 'parin', 'två', 'ett par', 'two', 'a couple of'],
    ['kolmen', 'tre', 'three'],
    ['neljän', 'fyra', 'four'],
    ['viiden', 'fem', 'five'],
    ['kuuden', 'sex', 'six'],
    ['seitsemän', 'sju', 'seven'],
    ['kahdeksan', 'åtta', 'eight'],
    ['yhdeksän', 'nio', 'nine'],
    ['kymmenen', 'tio', 'ten'],
  ].flatMap((names, at) => names.map((name) => [name, at + 1])),
);
const number = `(?<count>\\d{1,2}|${Object.keys(counted)
  .sort((a, b) => b.length - a.length)
  .join('|')})`;

const finnishUnit =
  '(?:(?<days>päivän|pv:n|pvn|pv|vuorokauden|vrk:n|vrk)|(?<weeks>viikon|vk:n|vkon|vko|vk)|(?<months>kuukauden|kk:n|kk)|(?<years>vuoden))';
const swedishUnit =
  '(?:(?<days>dag|dagar|dygn)|(?<weeks>vecka|veckor)|(?<months>månad|månader)|(?<years>år))';
const englishUnit = "(?:(?<days>days?)|(?<weeks>weeks?)|(?<months>months?)|(?<years>years?))(?:['’]? time)?";

// "A few weeks" and "a week and a half" are no number.
const noNumber = /(?:muutaman|usean|monen|puolentoista|joidenkin|arki) $/iu;

const later: Reader['read'] = ({ count, days, weeks, months }, today, { before }) => {
  if (count === undefined && noNumber.test(before)) return noDay;
  const times = count === undefined ? 1 : (counted[count.toLowerCase()] ?? Number(count));
  if (days) return { days: [today + times] };
  if (weeks) return { days: [today + 7 * times], week: mondayOf(today + 7 * times) };
  return { days: [monthsLater(today, months ? times : 12 * times)] };
};

export const nearDayReaders: readonly Reader[] = [
  meaning('tänään|tänä (?:aamuna|iltana|iltapäivänä)|päivän päätteeksi', daysLater(0)),
  meaning('i ?dag|i ?kväll|i eftermiddag', daysLater(0)),
  meaning('today|tonight|this (?:afternoon|evening)|(?:the )?end of (?:the )?day|EOD', daysLater(0)),
  meaning(
    'huomenna|huomenaamu\\p{L}{1,6}|huomi(?:seen|seksi|sen|saamu\\p{L}{1,6}|siltana)|i ?mor(?:gon|ron)(?: bitti| förmiddag| eftermiddag| kväll)?',
    daysLater(1),
  ),
  meaning('tomorrow', daysLater(1)),
  meaning(
    'ylihuomenna|ylihuomi(?:seen|seksi|sen)|(?:i )?övermorgon|(?:the )?day after tomorrow',
    daysLater(2),
  ),
  meaning('eilen|eilisen|toissapäivänä|i ?går|i förrgår|i morse|yesterday', () => noDay),
  {
    pattern: words(`(?:${number} )?${finnishUnit} (?:päästä|kuluttua|sisällä|sisään|kuluessa|aikana)`),
    read: later,
  },
  { pattern: words('puolen vuoden (?:päästä|kuluttua|sisällä)'), read: (_, today) => half(today) },
  { pattern: words('(?:om|inom) ett halvår|in (?:six months|half a year)'), read: (_, today) => half(today) },
  { pattern: words(`(?:om|inom) ${number} ${swedishUnit}`), read: later },
  { pattern: words(`(?:in|within) ${number} ${englishUnit}`), read: later },
  { pattern: words(`${number} ${englishUnit} from (?:now|today)`), read: later },
  meaning('in a fortnight', daysLater(14)),
];

function half(today: number): Meaning {
  return { days: [monthsLater(today, 6)] };
}
