// Reading a date as people type it. Day before month in every language; the year may be left out.

function plain(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1900 && year <= 2199 ? date.toISOString().slice(0, 10) : null;
}

/**
 * '3.11.2026', '03.11.26', '3.11.', '3/11/2026', '3 11 2026' and '2026-11-03' as a plain ISO date; null when it is
 * none. `today` (ISO) gives a year left out, and the century of two digits: at most ten years ahead, else the past.
 */
export function parseDate(text: string, today: string): string | null {
  const iso = /^\s*(\d{4})-(\d\d?)-(\d\d?)\s*$/.exec(text);
  if (iso) return plain(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const typed = /^\s*(\d\d?)[./\-\s]\s*(\d\d?)(?:[./\-\s]\s*(\d{4}|\d\d)?)?\s*$/.exec(text);
  if (!typed) return null;
  const thisYear = Number(today.slice(0, 4));
  let year = typed[3] === undefined ? thisYear : Number(typed[3]);
  if (typed[3]?.length === 2) {
    year += Math.floor(thisYear / 100) * 100;
    if (year > thisYear + 10) year -= 100;
  }
  return plain(year, Number(typed[2]), Number(typed[1]));
}
