// After how many days a hypothesis ends by itself: a dated setting.
import type { Tx } from '../platform/db/transaction.ts';

/** @param day `YYYY-MM-DD`, the day on which it is written */
export const hypothesisDays = async (tx: Tx, day: string): Promise<number> => {
  const row = await tx
    .selectFrom('rules')
    .select('value')
    .where('key', '=', 'hypothesis-days')
    .where('valid_from', '<=', day)
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return Number(row.value);
};
