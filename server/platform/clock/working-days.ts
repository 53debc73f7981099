// Working days of the country: which days count, and the day after so many of them.
import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';

const finnish = new Holidays('FI', { languages: ['fi'] });
const swedish = new Holidays('FI', { languages: ['sv'] });

/** Saturdays, Sundays and public holidays do not count; neither do the eves on which offices are closed by law. */
const closedEves = new Set(['12-24']);
const isMidsummerEve = (day: Temporal.PlainDate): boolean =>
  day.month === 6 && day.dayOfWeek === 5 && day.day >= 19 && day.day <= 25;

type Holiday = { readonly nameFi: string; readonly nameSv: string };

const findHoliday = (day: Temporal.PlainDate): Holiday | null => {
  // The library reads a Date by its local parts; noon keeps the day whatever the server's zone.
  const noon = new Date(day.year, day.month - 1, day.day, 12);
  const named = (calendar: Holidays) =>
    (calendar.isHoliday(noon) || []).find((h) => h.type === 'public')?.name;
  const nameFi = named(finnish);
  if (nameFi !== undefined) return { nameFi, nameSv: named(swedish) ?? nameFi };
  if (isMidsummerEve(day)) return { nameFi: 'Juhannusaatto', nameSv: 'Midsommarafton' };
  if (closedEves.has(day.toString().slice(5))) return { nameFi: 'Jouluaatto', nameSv: 'Julafton' };
  return null;
};

/** The library works out a whole year for every question: each day is asked about once. */
const asked = new Map<string, Holiday | null>();
const mostAsked = 20_000;

const holidayOn = (day: Temporal.PlainDate): Holiday | null => {
  const key = day.toString();
  const known = asked.get(key);
  if (known !== undefined) return known;
  const holiday = findHoliday(day);
  if (asked.size >= mostAsked) asked.clear();
  asked.set(key, holiday);
  return holiday;
};

/** Whether offices are closed on a day (`YYYY-MM-DD`) of the week: a public holiday, or an eve on which they are by law. */
export const isHoliday = (day: string): boolean => holidayOn(Temporal.PlainDate.from(day)) !== null;

type SkippedHoliday = Holiday & { readonly on: string };

/** The day (`YYYY-MM-DD`) after so many working days, and the holidays in between; the day of arrival does not count. */
export const afterWorkingDays = (
  from: string,
  amount: number,
): { day: string; holidays: SkippedHoliday[] } => {
  const holidays: SkippedHoliday[] = [];
  let day = Temporal.PlainDate.from(from);
  for (let left = amount; left > 0; ) {
    day = day.add({ days: 1 });
    if (day.dayOfWeek > 5) continue;
    const holiday = holidayOn(day);
    if (holiday) holidays.push({ on: day.toString(), ...holiday });
    else left -= 1;
  }
  return { day: day.toString(), holidays };
};

/** Holidays on weekdays after the first day, up to and with the other (`YYYY-MM-DD` both). */
export const holidaysBetween = (after: string, until: string): SkippedHoliday[] => {
  const holidays: SkippedHoliday[] = [];
  const last = Temporal.PlainDate.from(until);
  for (
    let day = Temporal.PlainDate.from(after).add({ days: 1 });
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  ) {
    const holiday = day.dayOfWeek > 5 ? null : holidayOn(day);
    if (holiday) holidays.push({ on: day.toString(), ...holiday });
  }
  return holidays;
};

/** The day itself where it counts, else the next one that does. */
export const workingDayFrom = (from: string): string => {
  const day = Temporal.PlainDate.from(from);
  return day.dayOfWeek > 5 || holidayOn(day) ? afterWorkingDays(from, 1).day : from;
};
