// The clock times of an agenda: each case begins where the one before it ends. A forecast, which the room does not hold anybody to.
import type { ItemState } from '../../shared/meeting.ts';

type Item = { readonly id: string; readonly minutes: number; readonly state: ItemState };
/** From when until when, as instants. */
export type Span = { readonly from: Date; readonly until: Date };

const minuteMs = 60_000;

/** What is postponed or withdrawn takes no time. */
export const takesTime = ({ state }: Pick<Item, 'state'>): boolean =>
  state !== 'postponed' && state !== 'withdrawn';

/** The span of each item that takes time, by its id, in the order in which they are given. */
export const agendaTimes = (startsAt: string, items: readonly Item[]): ReadonlyMap<string, Span> => {
  const spans = new Map<string, Span>();
  let at = Date.parse(startsAt);
  for (const { id, minutes } of items.filter(takesTime)) {
    const until = at + minutes * minuteMs;
    spans.set(id, { from: new Date(at), until: new Date(until) });
    at = until;
  }
  return spans;
};

/** Minutes of the meeting, and those that its agenda needs. */
export const minutesOf = (
  { startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string },
  items: readonly Item[],
): { readonly length: number; readonly used: number } => ({
  length: Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / minuteMs),
  used: items.filter(takesTime).reduce((sum, { minutes }) => sum + minutes, 0),
});

/** Talk runs late, and a visitor comes early: so much on both sides of the forecast. */
const slackMs = 10 * minuteMs;
export const visitWindow = ({ from, until }: Span): Span => ({
  from: new Date(from.getTime() - slackMs),
  until: new Date(until.getTime() + slackMs),
});

/** The ids with one of them a step earlier or later; null where there is no further. */
export const movedBy = (ids: readonly string[], id: string, step: -1 | 1): string[] | null => {
  const at = ids.indexOf(id);
  const other = ids[at + step];
  if (at < 0 || other === undefined) return null;
  const next = [...ids];
  next[at] = other;
  next[at + step] = id;
  return next;
};
