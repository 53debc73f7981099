// What somebody's pages hold of meetings, and which of it they read again at which hint: the same rule as in client/live/live.ts.
import type { Person } from '../../server/testing/open-world.ts';
import { InternalEvent, type PersonEvent, PersonEvent as PersonEventShape } from '../../shared/live.ts';
import { getMeetingRoom, listMeetings } from '../../shared/meetings.ts';
import { getMemo, listMemos } from '../../shared/memo.ts';

/** `memos`: read again with any meeting. */
type Held = {
  readonly name: string;
  readonly meetingId: string | 'list' | 'memos';
  readonly read: () => Promise<string>;
};
export type Places = {
  /** Whether any meeting has ended: no memo is there before. */
  readonly memos: boolean;
  readonly meetings: readonly string[];
  readonly items: readonly string[];
  readonly cases: readonly string[];
};

/**
 * Without what follows every letter that is typed. Whether the child was heard, no page shows: it has the text itself, as an event
 * of the case. What an unsigned part says by now is read when it is opened; whoever signs it signs what they have read, by its hash,
 * or is told that it says something else.
 */
const asTold = (key: string, value: unknown): unknown => {
  if (key === 'childHeard') return undefined;
  const part = value as { state?: unknown; hash?: unknown } | null;
  if (typeof value === 'object' && part?.state === 'open' && 'hash' in (part ?? {}))
    return { ...value, content: part?.hash === null, hash: null };
  return value;
};
const shown = async (ask: () => Promise<{ status: number; body: unknown }>): Promise<string> => {
  const { status, body } = await ask();
  // The machine is busy: asked again, as a page does.
  if (status >= 500) return shown(ask);
  return status === 200 ? JSON.stringify(body, asTold) : String(status);
};
const memosOf = (person: Person, { items, cases }: Pick<Places, 'items' | 'cases'>): Held[] => [
  {
    name: 'to-sign',
    meetingId: 'memos',
    read: () => shown(() => person.try(listMemos, { query: {} })),
  },
  ...items.map((itemId, n) => ({
    name: `memo ${n + 1}`,
    meetingId: 'memos',
    read: () => shown(() => person.try(getMemo, { params: { itemId } })),
  })),
  ...cases.map((caseId, n) => ({
    name: `memos of case ${n + 1}`,
    meetingId: 'memos',
    read: () => shown(() => person.try(listMemos, { query: { caseId } })),
  })),
];
export const pagesOf = (person: Person, { memos, meetings, items, cases }: Places): Held[] => [
  { name: 'list', meetingId: 'list', read: () => shown(() => person.try(listMeetings)) },
  ...meetings.map((meetingId, n) => ({
    name: `room ${n + 1}`,
    meetingId,
    read: () => shown(() => person.try(getMeetingRoom, { params: { meetingId } })),
  })),
  ...(memos ? memosOf(person, { items, cases }) : []),
];

/** Of the person's stream: what it tells a page that acts in their affiliation. */
export const hintsFor = (person: Person, payloads: readonly unknown[]): PersonEvent[] =>
  payloads
    .map((payload) => PersonEventShape.parse(payload))
    .filter(
      (event) =>
        event.kind === 'meetings.changed' ||
        (event.kind === 'meeting.changed' && event.affiliationId === person.affiliationId),
    );

/** Of the streams of cases: whether they tell that somebody's rights are others. Whose page that concerns reads everything again. */
export const tellsOfRights = (payloads: readonly unknown[]): boolean =>
  payloads.some((payload) => {
    const event = InternalEvent.safeParse(payload);
    return event.success && event.data.kind === 'access.changed' && event.data.rights;
  });

export const isReadAgain = ({ meetingId }: Held, hints: readonly PersonEvent[]): boolean =>
  hints.some(
    (hint) =>
      hint.kind === 'meetings.changed' ||
      (hint.kind === 'meeting.changed' &&
        (meetingId === 'list' || meetingId === 'memos' || meetingId === hint.meetingId)),
  );
