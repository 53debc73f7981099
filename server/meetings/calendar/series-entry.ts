// What the calendar entry of a series says: from which occasion to which, and which days in between it passes over.
import { Temporal } from 'temporal-polyfill';
import { momentOf } from '../../platform/clock/helsinki.ts';
import { occurrencesOf, plannedIn, type WeeklySeries } from './weekly-series.ts';

/** A rule without an end knows its holidays for so long; what is said again for others is said at the latest half a year before. */
const daysKnown = 3 * 365;
export const daysKnownAtLeast = 182;

export const dayAfter = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString();

export type SeriesEntry = {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly lastAt: Date | null;
  /** Days, and the same as beginnings. */
  readonly without: readonly string[];
  readonly withoutAt: readonly Date[];
  readonly knownUntil: string;
};

/**
 * @param from a planned day that is no holiday: the first occasion
 * @param cancelled planned days on which there is no meeting although it is no holiday
 */
export const seriesEntry = (
  series: WeeklySeries,
  from: string,
  cancelled: readonly string[],
  today: string,
): SeriesEntry => {
  const knownUntil = dayAfter(today, daysKnown);
  const to = series.until !== null && series.until < knownUntil ? series.until : knownUntil;
  const held = new Set(occurrencesOf(series, from, to).map(({ date }) => date));
  for (const day of cancelled) held.delete(day);
  const planned = plannedIn(series, from, to);
  const startsAt = momentOf(from, series.time);
  const last = series.until === null ? undefined : planned.findLast((day) => held.has(day));
  // Calendars count the first occasion in, whatever the rule passes over.
  const without = planned.filter((day) => !held.has(day) && (last === undefined || day < last));
  return {
    startsAt,
    endsAt: new Date(startsAt.getTime() + series.minutes * 60_000),
    lastAt: series.until === null ? null : momentOf(last ?? from, series.time),
    without,
    withoutAt: without.map((day) => momentOf(day, series.time)),
    knownUntil,
  };
};
