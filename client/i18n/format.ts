// The same formats bound to the language in use, for screens; reactive, since they read the language.
import { formatDate, formatDay, formatTime, formatWholeDay, isoDay } from './dates.ts';
import { locale, t } from './index.ts';
import { languageName } from './language-names.ts';
import { lawIn } from './laws.ts';
import { intlTags, type Locale } from './locale.ts';
import { formatNumber } from './message.ts';

/** 3.11.2026 */
export const date = (value: string | Date): string => formatDate(locale(), value);
/** ke 25.11. */
export const day = (value: string | Date): string => formatDay(locale(), value);
/** keskiviikko 25.11.2026 */
export const wholeDay = (value: string | Date): string => formatWholeDay(locale(), value);
/** 10.42 */
export const time = (value: string | Date): string => formatTime(locale(), value);
/** 3.11.2026 klo 10.42 */
export const dateTime = (value: string | Date): string =>
  t('time.dateAndTime', { date: date(value), time: time(value) });
/** A language by its name in the reader's own. */
export const language = (stored: string): string => languageName(locale(), stored);
/** The source of a clock or a limit, with the law's name in the reader's language. */
export const law = (source: string): string => lawIn(locale(), source);
export const number = (value: number): string => formatNumber(locale(), value);

const dayMs = 86_400_000;

/** The short way to say when, beside a change: 10.42 today, "eilen", else ke 25.11., and the whole date in another year. */
export function when(value: string | Date, now: Date): string {
  const then = isoDay(value);
  if (then === isoDay(now)) return time(value);
  if (then === isoDay(new Date(now.getTime() - dayMs))) return t('time.yesterday');
  return then.slice(0, 4) === isoDay(now).slice(0, 4) ? day(value) : date(value);
}

const collators = new Map<Locale, Intl.Collator>();

/** Compares by the language's own alphabet (å, ä, ö last in Finnish and Swedish), numbers by value. */
export function compare(a: string, b: string): number {
  const language = locale();
  let collator = collators.get(language);
  if (!collator) {
    // English readers look for Åkerlund where Finland files it, after Z.
    collator = new Intl.Collator(language === 'en' ? 'fi' : intlTags[language], { numeric: true });
    collators.set(language, collator);
  }
  return collator.compare(a, b);
}
