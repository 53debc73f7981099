// What an agenda is built from: what is new in each of its cases since it was last discussed, and which cases wait to be discussed.
import { z } from 'zod';
import { meetingParams } from './meetings.ts';
import { route } from './route.ts';
import { DateOnly, type EntryKind, Id, Instant } from './vocabulary.ts';

/** What counts as news of a case. Not what is written for a discussion, or in it as working material. */
export const newsKinds: readonly EntryKind[] = [
  'situation',
  'contribution',
  'child-view',
  'parent-view',
  'synthesis',
  'dissent',
  'comment',
  'consultation',
  'decision',
  'written-answer',
];

/** From when on something is new: when the case was last discussed, else when it was opened. */
const since = { since: Instant, discussed: z.boolean() };

export const ItemNews = z.strictObject({
  /** Of the item. */
  id: Id,
  ...since,
  /** Texts that were shared since, of those that the reader may read. As of them, so of the steps. */
  entries: z.int(),
  stepsDone: z.int(),
  stepsOpen: z.int(),
  /** Of the open ones, those whose day is over. */
  stepsLate: z.int(),
  /** The last day on which somebody heard the child; null where none is recorded. */
  metOn: DateOnly.nullable(),
});
export type ItemNews = z.infer<typeof ItemNews>;

export const WaitingCase = z.strictObject({
  /** Of the case. */
  id: Id,
  caseNumber: z.string(),
  childGivenName: z.string(),
  ...since,
});
export type WaitingCase = z.infer<typeof WaitingCase>;

export const AgendaNews = z.strictObject({
  /** Of the cases still to be discussed in whose home team the reader is. */
  items: z.array(ItemNews),
  /** Before a meeting of one's team: the own cases that were not discussed for so many weeks, the longest first. */
  waiting: z.array(WaitingCase),
  weeks: z.int(),
});
export type AgendaNews = z.infer<typeof AgendaNews>;

export const getAgendaNews = route({
  id: 'get-agenda-news',
  method: 'GET',
  path: '/api/meetings/:meetingId/news',
  summary:
    'What is new in the cases of an agenda since each was last discussed, and which cases wait to be discussed. Nothing for a visitor',
  who: 'team',
  params: meetingParams,
  /** `waiting`: only what waits, for whoever looks at no agenda; nothing of its items is read. */
  query: z.strictObject({ only: z.literal('waiting').optional() }),
  response: AgendaNews,
  errors: ['not-found'],
});
