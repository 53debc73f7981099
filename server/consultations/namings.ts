// That a named request was made of an anonymous one: known to its asker alone, in the affiliation in which they asked (ring 1;
// the table's own policy says the same).
import type { Consultation } from '../../shared/consultation.ts';
import type { Actor } from '../access/actor.ts';
import type { Tx } from '../platform/db/transaction.ts';

const ownNamings = (tx: Tx, actor: Actor) =>
  tx
    .selectFrom('consultation_namings')
    .where('person_id', '=', actor.personId)
    .where('affiliation_id', '=', actor.affiliation?.id ?? null);

type Other = Consultation['naming'];

const nameOf = async (tx: Tx, id: string, is: 'from' | 'to'): Promise<Other> => {
  const row = await tx
    .selectFrom('consultations')
    .select(['id', 'number'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { is, ...row } : null;
};

/** The other one of the two; of several named ones, which there are only once the earlier was withdrawn, the last. */
export const readNaming = async (tx: Tx, actor: Actor, id: string): Promise<Other> => {
  const from = await ownNamings(tx, actor)
    .select('anonymous_id')
    .where('named_id', '=', id)
    .executeTakeFirst();
  if (from) return nameOf(tx, from.anonymous_id, 'from');
  const to = await ownNamings(tx, actor)
    .select('named_id')
    .where('anonymous_id', '=', id)
    .orderBy('named_id', 'desc')
    .executeTakeFirst();
  return to ? nameOf(tx, to.named_id, 'to') : null;
};

/** Is there a named one already that is not withdrawn? */
export const isNamed = async (tx: Tx, actor: Actor, id: string): Promise<boolean> => {
  const rows = await ownNamings(tx, actor).select('named_id').where('anonymous_id', '=', id).execute();
  if (rows.length === 0) return false;
  const live = await tx
    .selectFrom('consultations')
    .select('id')
    .where(
      'id',
      'in',
      rows.map(({ named_id }) => named_id),
    )
    .where('state', '!=', 'withdrawn')
    .executeTakeFirst();
  return live !== undefined;
};
