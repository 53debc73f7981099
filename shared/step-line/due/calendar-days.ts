// Days as whole numbers since 1 January 1970, so that a week later is seven more. No clock and no time zone.
import { isDate } from '../../identity-code.ts';

const dayMs = 86_400_000;

/** The number of a day written `YYYY-MM-DD`. */
export const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / dayMs;

/** The day as `YYYY-MM-DD`. */
export const dayOf = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10);

/** 0 for Monday to 6 for Sunday. */
export const weekdayOf = (number: number): number => (((number + 3) % 7) + 7) % 7;

export const mondayOf = (number: number): number => number - weekdayOf(number);

const partsOf = (number: number): { year: number; month: number; day: number } => {
  const date = new Date(number * dayMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};

/** The last day of a month; months beyond 12 are of later years. */
export const monthEnd = (year: number, month: number): number => Date.UTC(year, month, 0) / dayMs;

export const endOfMonthFrom = (today: number, monthsLater: number): number => {
  const { year, month } = partsOf(today);
  return monthEnd(year, month + monthsLater);
};

/** The same day of a later month, or the last one of a month that is shorter. */
export const monthsLater = (today: number, months: number): number => {
  const { year, month, day } = partsOf(today);
  return Math.min(Date.UTC(year, month - 1 + months, day) / dayMs, monthEnd(year, month + months));
};

/** The end of the month with that number that is not over yet. */
export const endOfNextMonth = (today: number, month: number): number => {
  const { year } = partsOf(today);
  const end = monthEnd(year, month);
  return end < today ? monthEnd(year + 1, month) : end;
};

/** The day, if there is one. Without a year it is this year's, or next year's when this year's has passed. */
export const dateOf = (
  today: number,
  day: number,
  month: number,
  year: number | undefined,
): number | undefined => {
  const thisYear = partsOf(today).year;
  const years = year === undefined ? [thisYear, thisYear + 1] : [year];
  return years
    .filter((one) => month >= 1 && month <= 12 && day >= 1 && isDate(day, month, one))
    .map((one) => Date.UTC(one, month - 1, day) / dayMs)
    .find((number) => year !== undefined || number >= today);
};

/** The next day with that number in its month, today among them. */
export const nextDayOfMonth = (today: number, day: number): number | undefined => {
  const { year, month } = partsOf(today);
  return [0, 1, 2]
    .map((later) => Date.UTC(year, month - 1 + later, day) / dayMs)
    .find((number) => number >= today && partsOf(number).day === day);
};

/** The Monday of a week by its ISO number: the next of those weeks that is not over. */
export const mondayOfWeek = (today: number, week: number): number | undefined => {
  const { year } = partsOf(mondayOf(today) + 3);
  const firstMonday = (of: number): number => mondayOf(Date.UTC(of, 0, 4) / dayMs);
  return [year, year + 1]
    .map((of) => ({ monday: firstMonday(of) + 7 * (week - 1), next: firstMonday(of + 1) }))
    .find(({ monday, next }) => week >= 1 && monday < next && monday + 6 >= today)?.monday;
};
