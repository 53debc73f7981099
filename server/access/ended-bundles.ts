// Whoever may have something open that went along from a case looks again when a change of who may see what has ended it.
import { sql } from 'kysely';
import type { Tx } from '../platform/db/transaction.ts';

/** After the change: people to be told. Nobody where nothing of theirs has ended. */
export const readersOfEnded = async (tx: Tx, caseId: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`select access.bundle_readers(${caseId}) as id`.execute(tx);
  return rows.map(({ id }) => id);
};
