// Calendar days of the country: a day ends at midnight in Helsinki, wherever the server stands.
import { Temporal } from 'temporal-polyfill';

const zone = 'Europe/Helsinki';

/** The moment at which a day (`YYYY-MM-DD`) is over. */
export const endOfDay = (day: string): Date => {
  const midnight = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime({ timeZone: zone });
  return new Date(midnight.epochMilliseconds);
};

/** The moment at which a day (`YYYY-MM-DD`) begins. */
export const startOfDay = (day: string): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone }).epochMilliseconds);

/**
 * The moment at which the clocks show a time (`HH:MM`) on a day (`YYYY-MM-DD`). In spring the clocks leave out the hour from
 * three to four: a time in it is taken as if they had not yet been moved, so that 3.30 is 4.30. In autumn they show that
 * hour twice: the first one is meant.
 */
export const momentOf = (day: string, time: string): Date => {
  const local = Temporal.PlainDateTime.from(`${day}T${time}`);
  return new Date(local.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds);
};

/** The day (`YYYY-MM-DD`) that a moment belongs to. */
export const dayOf = (at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);

/** A day until its end, or a moment to the second. */
export const endAt = (dayOrMoment: string): Date =>
  isDay(dayOrMoment) ? endOfDay(dayOrMoment) : new Date(dayOrMoment);

/** A day from its midnight, or a moment. */
export const startAt = (dayOrMoment: string): Date =>
  isDay(dayOrMoment)
    ? new Date(Temporal.PlainDate.from(dayOrMoment).toZonedDateTime({ timeZone: zone }).epochMilliseconds)
    : new Date(dayOrMoment);
