// What names a child goes to another agency on a ground alone; what is anonymous needs none.
import type { RequestGround } from '../../shared/consultation.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Row } from './find-consultation.ts';

type Receiver = { readonly agencyId: string; readonly standing: boolean };

/** @throws Refusal `ground-missing` */
export const requireGround = async (
  tx: Tx,
  row: Row,
  to: Receiver,
  ground: RequestGround | null,
): Promise<void> => {
  if (row.anonymous || ground) return;
  const { agency_id } = await tx
    .selectFrom('affiliations')
    .select('agency_id')
    .where('id', '=', row.asker_affiliation_id)
    .executeTakeFirstOrThrow();
  if (to.standing || to.agencyId !== agency_id) throw new Refusal('ground-missing');
};
