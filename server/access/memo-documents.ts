// The texts of memos in a case: who may read and write there follows from grounds and memberships, so every change of access has it
// asked anew.
import { sql } from 'kysely';
import type { Tx } from '../platform/db/transaction.ts';

/** In the transaction of the change. Returns the documents to be woken after it. */
export const memosAskedAnew = async (tx: Tx, caseId: string): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select access.document_access_changed('memo-section', array(select access.memo_sections_beside(${caseId}, null))) as id`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
};
