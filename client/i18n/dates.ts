// Dates and times as each language writes them, always by Helsinki's clock. A plain date is an ISO string
// ('2026-11-03') without a zone; a moment is a Date, or an ISO string with a zone.
import { intlTags, type Locale } from './locale.ts';

export const zone = 'Europe/Helsinki';

type Parts = Partial<Record<Intl.DateTimeFormatPartTypes, string>>;
const formats = new Map<string, Intl.DateTimeFormat>();

function parts(locale: Locale, moment: Date, options: Intl.DateTimeFormatOptions): Parts {
  const key = locale + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(intlTags[locale], { timeZone: zone, ...options });
    formats.set(key, format);
  }
  return Object.fromEntries(format.formatToParts(moment).map((part) => [part.type, part.value]));
}

/** A plain date stands for noon, which is the same day in Helsinki and in UTC. */
function moment(value: string | Date): Date {
  if (value instanceof Date) return value;
  return new Date(/^\d{4}-\d\d-\d\d$/.test(value) ? `${value}T12:00:00Z` : value);
}

/** The plain date of a moment in Helsinki: '2026-11-03'. */
export function isoDay(value: string | Date): string {
  const p = parts('en', moment(value), { year: 'numeric', month: '2-digit', day: '2-digit' });
  return `${p.year}-${p.month}-${p.day}`;
}

/** The moment of a day and a clock time ('14.30' as '14:30') in Helsinki. Of an hour that comes twice, the second. */
export const momentOf = (day: string, clock: string): Date => {
  const winter = new Date(`${day}T${clock}:00+02:00`);
  return formatTime('en', winter) === clock ? winter : new Date(`${day}T${clock}:00+03:00`);
};

/** The last day of what ends at a moment: a day that is counted in ends with the midnight after it. */
export const lastDay = (endsAt: string): string => isoDay(new Date(Date.parse(endsAt) - 1));

/** 3.11.2026 · 3.11.2026 · 3 Nov 2026 */
export function formatDate(locale: Locale, value: string | Date): string {
  if (locale === 'en') {
    const p = parts('en', moment(value), { day: 'numeric', month: 'short', year: 'numeric' });
    return `${p.day} ${p.month} ${p.year}`;
  }
  const p = parts(locale, moment(value), { day: 'numeric', month: 'numeric', year: 'numeric' });
  return `${Number(p.day)}.${Number(p.month)}.${p.year}`;
}

/** As a date field shows it, and `parseDate` reads it back: 3.11.2026 · 3.11.2026 · 3/11/2026 */
export function typedDate(locale: Locale, iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return [day, month, year].join(locale === 'en' ? '/' : '.');
}

/** With the weekday and without the year: ke 25.11. · ons 25.11 · Wed 25 Nov */
export function formatDay(locale: Locale, value: string | Date): string {
  const month = locale === 'en' ? 'short' : 'numeric';
  const p = parts(locale, moment(value), { weekday: 'short', day: 'numeric', month });
  const weekday = p.weekday?.replace('.', '');
  if (locale === 'en') return `${weekday} ${p.day} ${p.month}`;
  return `${weekday} ${Number(p.day)}.${Number(p.month)}${locale === 'fi' ? '.' : ''}`;
}

/** As the heading of a day: keskiviikko 25.11.2026 · onsdag 25.11.2026 · Wednesday 25 Nov 2026 */
export function formatWholeDay(locale: Locale, value: string | Date): string {
  return `${parts(locale, moment(value), { weekday: 'long' }).weekday} ${formatDate(locale, value)}`;
}

/** 10.42 · 10.42 · 10:42 */
export function formatTime(locale: Locale, value: string | Date): string {
  const p = parts('en', moment(value), { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
  return `${locale === 'en' ? p.hour?.padStart(2, '0') : Number(p.hour)}${locale === 'en' ? ':' : '.'}${p.minute}`;
}

/** Whole days from one plain date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);
}

/** Whole years of age on a day. */
export function ageOn(bornOn: string, day: string): number {
  return Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4)) - (day.slice(5) < bornOn.slice(5) ? 1 : 0);
}
