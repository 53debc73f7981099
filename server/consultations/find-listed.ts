// The requests that stand in somebody's lists: which of them, in which list, in which order.
import { type ExpressionBuilder, sql } from 'kysely';
import { servedStates } from '../../shared/consultation-lists.ts';
import type { Standing } from '../access/standing.ts';
import type { DB } from '../platform/db/tables.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { type Found, foundIn } from './find-consultation.ts';

export type ListName = 'asked' | 'queue' | 'invited';
export type Listed = {
  readonly all: readonly Found[];
  /** False where there are more than are shown. */
  readonly whole: boolean;
};

/** The most requests that are shown at once; those that wait for an answer go before those that have one. */
const most = 600;
/** Milliseconds for which what is closed or withdrawn stays in the list of whoever asked it. */
const staysListed = 90 * 24 * 3_600_000;
const inQueue = ['sent', 'triage', 'claimed', 'more-information', 'answered'];
const over = ['closed', 'withdrawn'] as const;

export const listsOf = ({ sides, row }: Found): ListName[] => {
  const lists: ListName[] = [];
  if (sides.includes('asking')) lists.push('asked');
  if (sides.includes('answering') && inQueue.includes(row.state)) lists.push('queue');
  if (sides.includes('offered') || sides.includes('invited')) lists.push('invited');
  return lists;
};

const asAsker = (eb: ExpressionBuilder<DB, 'consultations'>, standing: Standing, since: Date) => {
  const { personId, affiliationId, standsInFor } = standing;
  return eb.and([
    eb.or([
      eb.and([eb('asker_id', '=', personId), eb('asker_affiliation_id', '=', affiliationId)]),
      eb.and([eb('deputy_id', '=', personId), eb('deputy_affiliation_id', '=', affiliationId)]),
      eb('asker_affiliation_id', '=', sql<string>`any(${[...standsInFor]}::uuid[])`),
    ]),
    eb.or([eb('state', 'not in', over), eb('changed_at', '>', since)]),
  ]);
};

/**
 * Every request that concerns them still. What is finished stays for a while in the list of whoever asked it.
 * @param ids of these alone
 */
export const findListed = async (
  tx: Tx,
  standing: Standing,
  at: Date,
  ids?: readonly string[],
): Promise<Listed> => {
  if (standing.affiliationId === null) return { all: [], whole: true };
  const own = [...standing.services.keys()];
  const invited = [...standing.invitations.keys()];
  const rows = await tx
    .selectFrom('consultations')
    .selectAll()
    .$if(ids !== undefined, (query) => query.where('id', '=', sql<string>`any(${[...(ids ?? [])]}::uuid[])`))
    .where((eb) =>
      eb.or([
        asAsker(eb, standing, new Date(at.getTime() - staysListed)),
        eb.and([eb('service_id', '=', sql<string>`any(${own}::uuid[])`), eb('state', 'in', inQueue)]),
        eb.and([
          eb.or([
            eb('offered_service_id', '=', sql<string>`any(${own}::uuid[])`),
            eb('id', '=', sql<string>`any(${invited}::uuid[])`),
          ]),
          eb('state', 'not in', over),
        ]),
      ]),
    )
    .orderBy((eb) => eb('state', 'in', servedStates))
    .orderBy(sql`array_position('{urgent,soon,ordinary}', urgency)`)
    .orderBy('due_on')
    .orderBy('id')
    .limit(most)
    .execute();
  return { all: await foundIn(tx, standing, rows), whole: rows.length < most };
};
