// Reading the ordered streams. A stream's numbers have no gaps and their order is the order of commits, so "everything
// after the last one I know" is complete.
import type { Kysely } from 'kysely';
import type { DB } from '../db/tables.ts';

export type Stored = {
  readonly seq: number;
  readonly kind: string;
  readonly aclKey: number | null;
  readonly payload: unknown;
  readonly at: Date;
};

/** How many events one reading brings at most. */
export const pageSize = 200;

export const readAfter = async (
  db: Kysely<DB>,
  streamId: string,
  after: number,
  upTo = Number.MAX_SAFE_INTEGER,
): Promise<Stored[]> => {
  const rows = await db
    .selectFrom('events')
    .select(['seq', 'kind', 'acl_key', 'payload', 'at'])
    .where('stream_id', '=', streamId)
    .where('seq', '>', after)
    .where('seq', '<=', upTo)
    .orderBy('seq')
    .limit(pageSize)
    .execute();
  return rows.map(({ acl_key: aclKey, ...row }) => ({ ...row, aclKey }));
};

/** The heads of those streams that exist. */
export const readHeads = async (
  db: Kysely<DB>,
  streamIds: readonly string[],
): Promise<Map<string, number>> => {
  const heads = new Map<string, number>();
  for (let from = 0; from < streamIds.length; from += 2_000) {
    const rows = await db
      .selectFrom('streams')
      .select(['id', 'head_seq'])
      .where((eb) => eb('id', '=', eb.fn.any(eb.val(streamIds.slice(from, from + 2_000)))))
      .execute();
    for (const row of rows) heads.set(row.id, row.head_seq);
  }
  return heads;
};
