// One's own visits to a meeting, those that stand: in the affiliation in which one acts.
import type { Acting } from '../access/actor.ts';
import type { VisitFact } from '../access/meeting-rules.ts';
import type { Tx } from '../platform/db/transaction.ts';

export const ownVisitsTo = async (tx: Tx, who: Acting, meetingId: string): Promise<VisitFact[]> => {
  const rows = await tx
    .selectFrom('agenda_visits as v')
    .innerJoin('memberships as m', 'm.id', 'v.membership_id')
    .select(['v.item_id', 'v.membership_id', 'v.from_at', 'v.until_at'])
    .where('v.meeting_id', '=', meetingId)
    .where('v.withdrawn_at', 'is', null)
    .where('m.person_id', '=', who.personId)
    .where('m.affiliation_id', who.affiliationId === null ? 'is' : '=', who.affiliationId)
    .execute();
  return rows.map((v) => ({
    itemId: v.item_id,
    membershipId: v.membership_id,
    from: v.from_at.getTime(),
    until: v.until_at.getTime(),
  }));
};
