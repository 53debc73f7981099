// Of those who are expected in a planned meeting: who cannot come, and how that is told.
import type { Expected, MeetingPerson } from '../../shared/meeting.ts';
import { zone } from '../i18n/dates.ts';
import { locale, t } from '../i18n/index.ts';
import { intlTags } from '../i18n/locale.ts';

export const cannotCome = ({ regrets, away }: Expected): boolean => regrets !== null || away !== null;

/** "2.–6.12.": the last day is the one that ends with the moment. */
const daysOf = ({ from, until }: { from: string; until: string }): string =>
  new Intl.DateTimeFormat(intlTags[locale()], {
    day: 'numeric',
    month: 'numeric',
    timeZone: zone,
  }).formatRange(new Date(from), new Date(Math.max(Date.parse(from), Date.parse(until) - 1)));

/** Their own words, and when they are away; empty where neither is told. */
export const cannotWords = ({ regrets, away }: Expected): string =>
  [regrets?.note ?? '', away === null ? '' : t('meeting.awayAt', { days: daysOf(away) })]
    .filter((part) => part !== '')
    .join(' · ');

/** Whoever presents a case and cannot come. */
export const missingAmong = (expected: readonly Expected[], presenter: MeetingPerson): Expected | undefined =>
  expected.find((one) => one.person.personId === presenter.personId && cannotCome(one));
