// The open offer of a case, as it leaves the server; `can` is filled in for each viewer.
import { type Selectable, sql } from 'kysely';
import { GiverBecomes, type Handover } from '../../shared/members.ts';
import type { Facts } from '../access/facts.ts';
import { kept } from '../platform/db/kept.ts';
import type { Handovers } from '../platform/db/tables.ts';
import { ask, type Tx } from '../platform/db/transaction.ts';

export const presentHandover = (facts: Facts, row: Selectable<Handovers>): Handover => {
  const personOf = (membershipId: string): string => {
    const found = facts.memberships.find((m) => m.id === membershipId);
    if (!found) throw new Error('an offer between memberships of another case');
    return found.personId;
  };
  return {
    id: row.id,
    fromPersonId: personOf(row.from_membership_id),
    toPersonId: personOf(row.to_membership_id),
    message: row.message,
    giverBecomes: GiverBecomes.parse(row.giver_becomes),
    offeredAt: row.offered_at.toISOString(),
    can: [],
  };
};

const openOffers = kept((db, given: { caseId: string; keys: readonly number[] }) =>
  db
    .selectFrom('handovers')
    .selectAll()
    .where('case_id', '=', given.caseId)
    .where('closed_at', 'is', null)
    .where('acl_key', '=', sql<number>`any(${given.keys}::bigint[])`),
);

export const readHandovers = async (
  tx: Tx,
  facts: Facts,
  caseId: string,
  keys: readonly number[],
): Promise<Handover[]> => {
  const rows = await ask(tx, openOffers({ caseId, keys }));
  return rows.map((row) => presentHandover(facts, row));
};
