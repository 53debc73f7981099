// When the meetings of a series are. A series is a rule: nothing stands in a calendar until somebody asks for a range of days.
import { Temporal } from 'temporal-polyfill';
import { momentOf } from '../../platform/clock/helsinki.ts';
import { isHoliday } from '../../platform/clock/working-days.ts';

/** Days are `YYYY-MM-DD` and times `HH:MM`, with or without seconds, both in Helsinki. */
export type WeeklySeries = {
  /** 1 is Monday, 7 Sunday. */
  readonly weekday: number;
  readonly time: string;
  readonly minutes: number;
  /** The first meeting is planned on the first such weekday from this day on; every `everyWeeks` weeks are counted from it. */
  readonly from: string;
  /** The last day on which one may be planned; null where no end is known. */
  readonly until: string | null;
  /** 1 for every week, 2 for every other. */
  readonly everyWeeks: number;
};

export type Occurrence = {
  /** The planned day: what the meeting is known by, also when it is moved to another. */
  readonly date: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
};

type Day = Temporal.PlainDate;
const dayFrom = (text: string): Day => Temporal.PlainDate.from(text);
const isBefore = (a: Day, b: Day): boolean => Temporal.PlainDate.compare(a, b) < 0;
const daysBetween = (a: Day, b: Day): number => a.until(b).days;

const firstPlanned = ({ from, weekday }: WeeklySeries): Day => {
  const start = dayFrom(from);
  return start.add({ days: (weekday - start.dayOfWeek + 7) % 7 });
};

/** The planned days of a range, holidays among them. */
export const plannedIn = (series: WeeklySeries, from: string, to: string): string[] => {
  const step = 7 * series.everyWeeks;
  const first = firstPlanned(series);
  const rounds = Math.max(0, Math.ceil(daysBetween(first, dayFrom(from)) / step));
  const last = dayFrom(series.until !== null && series.until < to ? series.until : to);
  const days: string[] = [];
  for (let day = first.add({ days: rounds * step }); !isBefore(last, day); day = day.add({ days: step })) {
    days.push(day.toString());
  }
  return days;
};

/**
 * The meetings that are planned on the days from `from` to `to` (`YYYY-MM-DD`, both included), in the order of their beginning; none
 * on a holiday. One that is moved or does not take place is a meeting that was changed: the rule knows no exceptions.
 * The local time is the same in summer and winter; of the hour that is left out or comes twice, see `momentOf`.
 * @throws RangeError for a day or time that is none, or a series that is not every so many whole weeks.
 */
export const occurrencesOf = (series: WeeklySeries, from: string, to: string): Occurrence[] => {
  if (!Number.isInteger(series.everyWeeks) || series.everyWeeks < 1) {
    throw new RangeError('a series is every so many whole weeks');
  }
  return plannedIn(series, from, to)
    .filter((date) => !isHoliday(date))
    .map((date) => {
      const startsAt = momentOf(date, series.time);
      return { date, startsAt, endsAt: new Date(startsAt.getTime() + series.minutes * 60_000) };
    });
};
