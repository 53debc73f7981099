// What somebody is to a meeting and to the items on its agenda (ring 1, decision 29): pure, from the facts of the cases, the
// teams one is in, and one's own visits. The database asks the same in functions of its own (access.item_part, access.meeting_part).
import type { ItemState, MeetingState } from '../../shared/meeting.ts';
import type { Acting } from './actor.ts';
import type { Facts } from './facts.ts';
import { actingMemberships, mayOpen, mayRead } from './rules.ts';
import { isHome } from './writing.ts';

/** Of the home team of the case, or visiting it now. */
export type Part = 'team' | 'visitor';

/** One's own visit to an item; a window is in milliseconds since 1970, its end not within it. */
export type VisitFact = {
  readonly itemId: string;
  readonly membershipId: string;
  readonly from: number;
  readonly until: number;
};
export type ItemFact = { readonly id: string; readonly aclKey: number; readonly state: ItemState };

/** In the home team of the case, as one acts, and told that there is such a case. */
export const isOfTeam = (facts: Facts, who: Acting, aclKey: number, at: number): boolean => {
  const audience = facts.audiences.find((a) => a.aclKey === aclKey);
  return (
    audience !== undefined &&
    actingMemberships(facts, who, at).some((m) => isHome(facts, m)) &&
    mayRead(facts, who, audience, at)
  );
};

const visitsNow = (
  facts: Facts,
  who: Acting,
  item: ItemFact,
  { visits, meeting, at }: { visits: readonly VisitFact[]; meeting: MeetingState; at: number },
): boolean =>
  meeting === 'open' &&
  item.state === 'current' &&
  mayOpen(facts, who, at) &&
  visits.some(
    (v) =>
      v.itemId === item.id &&
      v.from <= at &&
      at < v.until &&
      actingMemberships(facts, who, at).some((m) => m.id === v.membershipId),
  );

/** @param now own visits that were not withdrawn, the state of the meeting, and the moment in milliseconds since 1970 */
export const partIn = (
  facts: Facts,
  who: Acting,
  item: ItemFact,
  now: { visits: readonly VisitFact[]; meeting: MeetingState; at: number },
): Part | null => {
  if (isOfTeam(facts, who, item.aclKey, now.at)) return 'team';
  return visitsNow(facts, who, item, now) ? 'visitor' : null;
};
