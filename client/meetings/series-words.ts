// A meeting that goes on, in words: "maanantaisin klo 9.00, 90 min, joka viikko".
import type { MeetingSeries } from '../../shared/meeting.ts';
import { momentOf } from '../i18n/dates.ts';
import { date, time } from '../i18n/format.ts';
import { locale, t } from '../i18n/index.ts';

/** Weeks from one to the next that are offered. */
export const everyWeeks = [1, 2, 3, 4] as const;

/** 1 is Monday, 7 Sunday. @param iso a day, `YYYY-MM-DD` */
export const weekdayOf = (iso: string): number => {
  const day = new Date(`${iso}T12:00:00Z`).getUTCDay();
  return day === 0 ? 7 : day;
};

/** The first of January 2024 was a Monday. */
const weekdayName = (weekday: number): string =>
  new Intl.DateTimeFormat(locale(), { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday));

export const seriesWords = ({
  weekday,
  time: clock,
  minutes,
  everyWeeks: count,
  untilOn,
}: MeetingSeries): string =>
  [
    weekdayName(weekday),
    t('time.clock', { time: time(momentOf('2024-01-01', clock)) }),
    t('meeting.minutes', { count: minutes }),
    t('meeting.everyWeeks', { count }),
    untilOn === null ? '' : t('meeting.seriesUntilOn', { date: date(untilOn) }),
  ]
    .filter((part) => part !== '')
    .join(' · ');
