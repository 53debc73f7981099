// How many children a responsible worker has, against the dated limit in the table `rules`. The number comes from
// reviewed functions of the database, which tell nothing else of anybody's cases.
import { sql } from 'kysely';
import { z } from 'zod';
import type { Load } from '../../shared/members.ts';
import { dayOf } from '../platform/clock/helsinki.ts';
import type { Tx } from '../platform/db/transaction.ts';

export type Limit = { readonly amount: number; readonly source: string };
export type Counted = { readonly children: number; readonly as_substitute: number };

/** The most children that one worker may be responsible for on the day. */
export const readLimit = async (tx: Tx, at: Date): Promise<Limit> => {
  const row = await tx
    .selectFrom('rules')
    .select(['value', 'source'])
    .where('key', '=', 'children-per-worker')
    .where('valid_from', '<=', dayOf(at))
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return { amount: z.int().positive().parse(row.value), source: row.source };
};

/** So many below the limit there is something to say already. */
const nearBy = 3;

/** The children of absent colleagues are counted apart and do not raise the level: the limit is of the own. */
export const levelOf = ({ children, as_substitute }: Counted, { amount }: Limit): Load => ({
  children,
  asSubstitute: as_substitute,
  limit: amount,
  level: children > amount ? 'over' : children >= amount - nearBy ? 'near' : 'under',
});

export const loadOf = async (tx: Tx, affiliationId: string, limit: Limit): Promise<Load> => {
  const { rows } = await sql<Counted>`select * from access.load_of(${affiliationId})`.execute(tx);
  return levelOf(rows[0] ?? { children: 0, as_substitute: 0 }, limit);
};
