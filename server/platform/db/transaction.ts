// A transaction in somebody's name: row-level security reads the person from it. Unset, it sees no row.
import { type IsolationLevel, type Kysely, sql, type Transaction } from 'kysely';
import type { DB } from './tables.ts';

export type Tx = Transaction<DB>;

/**
 * Runs `work` in one transaction as `personId`. `at` is the moment that the transaction itself calls now: a server's
 * own clock, a little behind, would find what was just granted not yet valid.
 * @param imposedNow the moment that `app.now()` gives in this transaction; null for the database's own time.
 */
export const asPerson = <T>(
  db: Kysely<DB>,
  personId: string | null,
  imposedNow: Date | null,
  isolation: IsolationLevel,
  work: (tx: Tx, at: Date) => Promise<T>,
): Promise<T> =>
  db
    .transaction()
    .setIsolationLevel(isolation)
    .execute(async (tx) => {
      const { rows } = await sql<{
        now: Date;
      }>`select now(), set_config('app.person', ${personId ?? ''}, true),
        set_config('app.now', ${imposedNow?.toISOString() ?? ''}, true)`.execute(tx);
      const at = imposedNow ?? rows[0]?.now;
      if (!at) throw new Error('the database does not tell the time');
      return work(tx, at);
    });
