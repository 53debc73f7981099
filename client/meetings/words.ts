// How a meeting and the people of it are told of in words. Nothing is decided here.
import type { AgendaItem, MeetingHead, MeetingKind, MeetingPerson, OwnVisit } from '../../shared/meeting.ts';
import { isoDay } from '../i18n/dates.ts';
import { day, time, wholeDay } from '../i18n/format.ts';
import { locale, t } from '../i18n/index.ts';

type Times = Pick<MeetingHead, 'startsAt' | 'endsAt'>;

/** "Viikkokokous, Tiimi Itä" */
export const meetingTitle = (one: { kind: MeetingKind; teamName: string | null }): string => {
  const kind = t(`meetingKind.${one.kind}`);
  return one.teamName === null ? kind : t('meeting.titleOf', { kind, team: one.teamName });
};

export const visitTitle = (one: OwnVisit): string =>
  t('meeting.visitOf', { kind: t(`meetingKind.${one.kind}`), name: one.childGivenName });

/** "klo 9.00–11.00" */
export const clockOf = (from: string | Date, until: string | Date): string =>
  t('meeting.clock', { from: time(from), until: time(until) });

/** "ti 24.11. klo 9.00–11.00" */
export const whenOf = ({ startsAt, endsAt }: Times): string =>
  `${day(startsAt)} ${clockOf(startsAt, endsAt)}`;

/** "ti 24.11. klo 9.00" */
export const startOf = ({ startsAt }: Pick<Times, 'startsAt'>): string =>
  `${day(startsAt)} ${t('time.clock', { time: time(startsAt) })}`;

/** "Tänään tiistai 24.11.2026" */
export const dayHeading = (iso: string, now: Date): string => {
  const tomorrow = isoDay(new Date(now.getTime() + 86_400_000));
  if (iso === isoDay(now)) return t('meeting.today', { date: wholeDay(iso) });
  if (iso === tomorrow) return t('meeting.tomorrow', { date: wholeDay(iso) });
  const text = wholeDay(iso);
  return text.charAt(0).toLocaleUpperCase(locale()) + text.slice(1);
};

export const itemCount = (count: number): string =>
  count === 0 ? t('meeting.itemsNone') : t('meeting.items', { count });

/** "Mikko Halonen, erityisopettaja, Meriniemen koulu" */
export const personWords = (one: MeetingPerson): string =>
  [
    one.name,
    one.profession === null ? '' : t(`profession.${one.profession}`),
    (locale() === 'sv' ? one.agencyNameSv : one.agencyNameFi) ?? '',
  ]
    .filter((part) => part !== '')
    .join(', ');

/** Of a restricted one no more than that it is one. */
export const itemName = (item: AgendaItem): string =>
  item.restricted ? t('meeting.restrictedName') : item.childGivenName;
