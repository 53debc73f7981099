// Reading the ordered streams. A stream's numbers have no gaps and their order is the order of commits, so "everything
// after the last one I know" is complete.
import { type Kysely, sql } from 'kysely';
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

const selectAfter = (db: Kysely<DB>, streamId: string, after: number, upTo: number) =>
  db
    .selectFrom('events')
    .select(['seq', 'kind', 'acl_key', 'payload', 'at'])
    .where('stream_id', '=', streamId)
    .where('seq', '>', after)
    .where('seq', '<=', upTo)
    .orderBy('seq')
    .limit(pageSize);

/** @param upTo reads no further than this number */
export const readAfter = async (
  db: Kysely<DB>,
  streamId: string,
  after: number,
  upTo = Number.MAX_SAFE_INTEGER,
): Promise<Stored[]> => {
  const rows = await selectAfter(db, streamId, after, upTo).execute();
  return rows.map(({ acl_key: aclKey, ...row }) => ({ ...row, aclKey }));
};

/**
 * The same, with the heads of other streams at the very moment of the reading: what was committed in one of them before any
 * of these events was, lies at or below its head.
 */
export const readAfterWithHeads = async (
  db: Kysely<DB>,
  streamId: string,
  after: number,
  others: readonly string[],
  upTo = Number.MAX_SAFE_INTEGER,
): Promise<{ rows: Stored[]; heads: ReadonlyMap<string, number> }> => {
  const found = await selectAfter(db, streamId, after, upTo)
    .select(
      sql<Record<string, number> | null>`(select jsonb_object_agg(s.id, s.head_seq) from streams s
        where s.id = any(${others}::uuid[]))`.as('heads'),
    )
    .execute();
  return {
    rows: found.map(({ acl_key: aclKey, seq, kind, payload, at }) => ({ seq, kind, payload, at, aclKey })),
    heads: new Map(Object.entries(found[0]?.heads ?? {})),
  };
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
