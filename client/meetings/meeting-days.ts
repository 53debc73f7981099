// The list of meetings: those to come by day, and those behind.
import type { MeetingHead } from '../../shared/meeting.ts';
import { isoDay } from '../i18n/dates.ts';

export type Day = { readonly day: string; readonly meetings: readonly MeetingHead[] };

/** One that is over by itself, or by the clock without ever having been opened. One that goes on is never behind. */
const isPast = ({ state, endsAt }: MeetingHead, now: Date): boolean =>
  state === 'ended' || (state !== 'open' && Date.parse(endsAt) <= now.getTime());

/** By the day on which each begins, in Helsinki; one that goes on since yesterday stands under today. */
export const meetingDays = (
  meetings: readonly MeetingHead[],
  now: Date,
): { readonly coming: readonly Day[]; readonly past: readonly MeetingHead[] } => {
  const today = isoDay(now);
  const sorted = [...meetings].sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  const dayOf = (one: MeetingHead) => [isoDay(one.startsAt), today].sort().at(-1) ?? today;
  const days = Map.groupBy(
    sorted.filter((one) => !isPast(one, now)),
    dayOf,
  );
  return {
    coming: [...days].map(([day, those]) => ({ day, meetings: those })),
    past: sorted.filter((one) => isPast(one, now)).reverse(),
  };
};

/** Of today: to be joined or prepared with one press. */
export const ofToday = (meetings: readonly MeetingHead[], now: Date): readonly MeetingHead[] =>
  meetingDays(meetings, now)
    .coming.filter(({ day }) => day === isoDay(now))
    .flatMap(({ meetings: those }) => those)
    .filter(({ state }) => state !== 'cancelled');

const dayMs = 86_400_000;

/** Those that are still to come, or go on, and begin within so many days from now. */
export const comingWithin = (
  meetings: readonly MeetingHead[],
  now: Date,
  days: number,
): readonly MeetingHead[] =>
  meetings.filter(
    (one) =>
      one.state !== 'cancelled' &&
      !isPast(one, now) &&
      Date.parse(one.startsAt) < now.getTime() + days * dayMs,
  );
