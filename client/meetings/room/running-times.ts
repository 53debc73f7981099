// When each item is or was discussed: as it went, and for what is still to come as it was planned, from where the meeting is.
import type { AgendaItem, MeetingRoom } from '../../../shared/meeting.ts';

const minuteMs = 60_000;

/** `until` null: not taken up. */
export type Slot = { readonly item: AgendaItem; readonly from: Date; readonly until: Date | null };

const opened = (item: AgendaItem): number | null =>
  item.restricted || item.openedAt === null ? null : Date.parse(item.openedAt);
const closed = (item: AgendaItem): number | null =>
  item.restricted || item.closedAt === null ? null : Date.parse(item.closedAt);

export const runningTimes = ({ items, meeting }: Pick<MeetingRoom, 'items' | 'meeting'>): Slot[] => {
  let at = Date.parse(meeting.openedAt ?? meeting.startsAt);
  return items.map((item, index) => {
    const from = opened(item) ?? at;
    if (item.state === 'postponed' || item.state === 'withdrawn')
      return { item, from: new Date(from), until: null };
    const planned = from + item.minutes * minuteMs;
    // What is restricted has no times of its own; it was over when the next one began.
    const next =
      items
        .slice(index + 1)
        .map(opened)
        .find((moment) => moment !== null) ?? planned;
    const until = closed(item) ?? Math.max(from, Math.min(planned, next));
    at = until;
    return { item, from: new Date(from), until: new Date(until) };
  });
};

/** Seconds left of a phase; under zero once it is over. */
export const secondsLeft = (phaseAt: string, minutes: number, now: number): number =>
  Math.round((Date.parse(phaseAt) + minutes * minuteMs - now) / 1_000);
