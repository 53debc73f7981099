// Has somebody a password? Whoever has none could not follow "sign in": they are reached in other ways.
import type { Tx } from '../platform/db/transaction.ts';

export const canSignIn = async (tx: Tx, personId: string): Promise<boolean> => {
  const credential = await tx
    .selectFrom('credentials')
    .select('person_id')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return credential !== undefined;
};
