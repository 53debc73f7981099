// Break-glass on Today: what one has open so oneself, and what waits for one's review.
import type { Today } from '../../shared/today.ts';
import type { Acting, Actor } from '../access/actor.ts';
import { readUsesToReview } from '../break-glass/index.ts';
import type { Tx } from '../platform/db/transaction.ts';
import type { CaseNames } from './case-names.ts';

export const readOpenGlass = async (
  tx: Tx,
  names: CaseNames,
  { personId, affiliationId }: Acting,
  at: Date,
): Promise<Today['openGlass']> => {
  if (affiliationId === null || names.size === 0) return [];
  const rows = await tx
    .selectFrom('memberships')
    .select(['case_id', 'ends_at'])
    .where('person_id', '=', personId)
    .where('affiliation_id', '=', affiliationId)
    .where('role', '=', 'break-glass')
    .where('starts_at', '<=', at)
    .where('ends_at', '>', at)
    .orderBy('ends_at')
    .execute();
  return rows.flatMap((row) => {
    const name = names.get(row.case_id);
    return name && row.ends_at ? { ...name, until: row.ends_at.toISOString() } : [];
  });
};

export const readGlassToReview = async (tx: Tx, actor: Actor): Promise<Today['glassToReview']> =>
  (await readUsesToReview(tx, actor)).map(({ id, number, name, at }) => ({
    useId: id,
    number,
    name,
    at: at.toISOString(),
  }));
