// The lists of requests as a page keeps them, and their order, the same on both ends: a request that moved is put where a fresh
// reading would have it.
import type { z } from 'zod';
import type { ConsultationHead } from './consultation.ts';
import type { ConsultationState } from './consultation-moves.ts';
import type { listConsultations, readHeads } from './consultations.ts';

/** Nothing more is expected of the team. */
export const servedStates = [
  'answered',
  'followed-up',
  'closed',
  'withdrawn',
] as const satisfies ConsultationState[];
const urgencies: readonly ConsultationHead['urgency'][] = ['urgent', 'soon', 'ordinary'];

export const isServed = ({ state }: Pick<ConsultationHead, 'state'>): boolean =>
  servedStates.some((one) => one === state);

const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** What waits for an answer first; then the most urgent, then what is due first. Never 0 for two requests. */
export const compareHeads = (a: ConsultationHead, b: ConsultationHead): number =>
  Number(isServed(a)) - Number(isServed(b)) ||
  urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) ||
  order(a.dueOn, b.dueOn) ||
  order(a.id, b.id);

export type Lists = z.output<(typeof listConsultations)['response']>;
export type Heads = z.output<(typeof readHeads)['response']>;

const withHeads = (
  before: readonly ConsultationHead[],
  ids: ReadonlySet<string>,
  heads: readonly ConsultationHead[],
): ConsultationHead[] => [...before.filter(({ id }) => !ids.has(id)), ...heads].toSorted(compareHeads);

/** @param ids those that were asked for, of which `heads` is what is in a list still */
export const mergeHeads = (before: Lists, ids: readonly string[], heads: Heads): Lists => {
  const asked = new Set(ids);
  return {
    ...before,
    asked: withHeads(before.asked, asked, heads.asked),
    queue: withHeads(before.queue, asked, heads.queue),
    invited: withHeads(before.invited, asked, heads.invited),
  };
};
