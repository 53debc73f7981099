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

/** The day (`YYYY-MM-DD`) that a moment belongs to. */
export const dayOf = (at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
