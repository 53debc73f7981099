// What is set for meetings and what is written in them, by day: rows of the table `rules`.
import { z } from 'zod';
import type { Tx } from '../platform/db/transaction.ts';

type Key = 'hypothesis-days' | 'discussion-weeks';

const settingOn = (key: Key) => {
  /** @param day `YYYY-MM-DD` */
  return async (tx: Tx, day: string): Promise<number> => {
    const row = await tx
      .selectFrom('rules')
      .select('value')
      .where('key', '=', key)
      .where('valid_from', '<=', day)
      .orderBy('valid_from', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    return z.int().positive().parse(row.value);
  };
};

/** After how many days a hypothesis ends by itself, by the day on which it is written. */
export const hypothesisDays = settingOn('hypothesis-days');
/** After how many weeks a case that was not discussed proposes itself. */
export const discussionWeeks = settingOn('discussion-weeks');
