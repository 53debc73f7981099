// Names that a document about the child needs: the case's own, and whose view a parent's view is.
import { sql } from 'kysely';
import type { Tx } from '../platform/db/transaction.ts';

export type CaseName = { readonly number: string; readonly childName: string; readonly birthDate: string };

export const readCaseName = async (tx: Tx, caseId: string): Promise<CaseName> => {
  const row = await tx
    .selectFrom('cases')
    .select(['number', 'child_name', 'birth_date'])
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
  return { number: row.number, childName: row.child_name, birthDate: row.birth_date };
};

/** By the id of a relation of the case, or of a person; null where it says neither. */
export const nameOfRelation = async (tx: Tx, caseId: string, about: string): Promise<string | null> => {
  const { rows } = await sql<{ name: string }>`
    select name from relations where case_id = ${caseId} and ${about} in (id::text, person_id::text)
    union all select name from people where id::text = ${about} limit 1`.execute(tx);
  return rows[0]?.name ?? null;
};
