// When and where a meeting is, as it is typed: each part a text, so that a form can keep it.
import { formatTime, isoDay, momentOf } from '../i18n/dates.ts';
import type { MessageKey } from '../i18n/index.ts';

export const draftParts = ['day', 'begins', 'length', 'place', 'link'] as const;
export type DraftPart = (typeof draftParts)[number];
export type MeetingDraft = Readonly<Record<DraftPart, string>>;

export const lengths = [30, 45, 60, 90, 120, 150, 180, 240] as const;

type Times = { startsAt: string; endsAt: string; place: string | null; link: string | null };

/** As a new one is proposed. */
export const usualDraft: MeetingDraft = { day: '', begins: '', length: '90', place: '', link: '' };

/** As a time field takes it: '09:05'. */
export const clockIn = (moment: string | Date): string => formatTime('en', moment);

export const draftOf = (meeting: Times): MeetingDraft => ({
  day: isoDay(meeting.startsAt),
  begins: clockIn(meeting.startsAt),
  length: String(Math.round((Date.parse(meeting.endsAt) - Date.parse(meeting.startsAt)) / 60_000)),
  place: meeting.place ?? '',
  link: meeting.link ?? '',
});

const isLink = (text: string): boolean => text === '' || (text.startsWith('https://') && URL.canParse(text));

/** What is still wrong, by part, with the key of the words that say what to do. */
export const wrongIn = (
  draft: MeetingDraft,
  now: Date,
): Partial<Record<DraftPart, MessageKey & `meeting.need${string}`>> => {
  const { day, begins, link } = draft;
  return {
    ...(day === '' && { day: 'meeting.needDay' as const }),
    ...(begins === '' && { begins: 'meeting.needTime' as const }),
    ...(day !== '' &&
      begins !== '' &&
      momentOf(day, begins) <= now && { begins: 'meeting.needAhead' as const }),
    ...(!isLink(link.trim()) && { link: 'meeting.needLink' as const }),
  };
};

/** What is sent; whole only where nothing is wrong. */
export const timesOf = (draft: MeetingDraft): Times => {
  const startsAt = momentOf(draft.day, draft.begins);
  return {
    startsAt: startsAt.toISOString(),
    endsAt: new Date(startsAt.getTime() + Number(draft.length) * 60_000).toISOString(),
    place: draft.place.trim() || null,
    link: draft.link.trim() || null,
  };
};
