// Whom a change of a notification concerns, for a hint: its notifier and the members of the receiving service.
import { sql } from 'kysely';
import type { Tx } from '../platform/db/transaction.ts';

export const peopleBeside = async (
  tx: Tx,
  id: string,
): Promise<{ readonly personId: string; readonly notifier: boolean }[]> => {
  const { rows } = await sql<{ personId: string; notifier: boolean }>`
    select person_id as "personId", notifier from access.people_beside_notification(${id})`.execute(tx);
  return rows;
};
