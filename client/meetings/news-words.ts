// What is new in a case, and how long it has waited, in a few calm words. Nothing is counted here but days.
import type { ItemNews, WaitingCase } from '../../shared/agenda-news.ts';
import { daysBetween, isoDay } from '../i18n/dates.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';

type Since = Pick<ItemNews, 'since' | 'discussed'>;

const metWords = (metOn: string | null, today: string): string => {
  if (metOn === null) return t('meetingNews.metUnknown');
  const days = daysBetween(metOn, today);
  return days <= 0 ? t('meetingNews.metToday') : t('meetingNews.met', { count: days });
};

/** "2 uutta kirjausta · 1 askel tehty · 1 askel myöhässä · lapsi tavattu 12 päivää sitten" */
export const newsWords = (news: ItemNews, now: Date): string => {
  const counted = (['entries', 'done', 'late', 'open'] as const).flatMap((key) => {
    const count = {
      entries: news.entries,
      done: news.stepsDone,
      late: news.stepsLate,
      open: news.stepsOpen - news.stepsLate,
    }[key];
    return count > 0 ? [t(`meetingNews.${key}`, { count })] : [];
  });
  const said = counted.length > 0 ? counted : [t('meetingNews.nothing')];
  return [...said, metWords(news.metOn, isoDay(now))].join(' · ');
};

/** Days of what is near, weeks of what is not. */
const agoWords = (since: string, now: Date): string => {
  const days = daysBetween(isoDay(since), isoDay(now));
  if (days <= 0) return t('meetingNews.today');
  return days < 14
    ? t('meetingNews.daysAgo', { count: days })
    : t('meetingNews.weeksAgo', { count: Math.floor(days / 7) });
};

/** Since when, as a sentence. */
export const sinceWords = ({ since, discussed }: Since, now: Date): string =>
  t(discussed ? 'meetingNews.sinceDiscussed' : 'meetingNews.sinceOpened', {
    date: date(since),
    ago: agoWords(since, now),
  });

export const waitingWords = (
  { since, discussed }: Pick<WaitingCase, 'since' | 'discussed'>,
  now: Date,
): string =>
  t(discussed ? 'meetingNews.lastDiscussed' : 'meetingNews.neverDiscussed', {
    date: date(since),
    ago: agoWords(since, now),
  });
