// The order of requests in a list, the same on both ends: a page puts a request that moved where a fresh reading would have it.
import type { ConsultationHead } from './consultation.ts';
import type { ConsultationState } from './consultation-moves.ts';

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
