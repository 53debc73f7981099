// The viewer's rights in every case they are a member of, at once: for lists. The same rules as for one case, with one
// query for all epochs and one for the facts that are not kept yet.
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../platform/db/transaction.ts';
import { viewerOf } from './abilities.ts';
import type { Actor } from './actor.ts';
import type { FactsCache } from './facts.ts';
import type { Rights } from './reading.ts';
import { readableKeys } from './rules.ts';

export type AllRights = {
  readonly cases: ReadonlyMap<string, Rights>;
  /** Is a row's key among those that open something for the viewer? `column` is its audience, as `c.acl_key`. */
  readonly opens: (column: string) => RawBuilder<boolean>;
};

/** Cases in which the actor takes part now. Whoever takes part in none gets an empty map, and no error. */
export const rightsInAll = async (tx: Tx, cache: FactsCache, actor: Actor, at: Date): Promise<AllRights> => {
  const rows = await tx
    .selectFrom('memberships')
    .select('case_id')
    .distinct()
    .where('person_id', '=', actor.personId)
    .execute();
  const known = await cache.readAll(
    tx,
    rows.map((row) => row.case_id),
  );
  const cases = new Map<string, Rights>();
  for (const [caseId, { facts }] of known) {
    const viewer = viewerOf(facts, actor.personId, at.getTime());
    if (viewer.member)
      cases.set(caseId, { facts, viewer, keys: readableKeys(facts, actor.personId, at.getTime()), at });
  }
  const keys = [...cases.values()].flatMap((rights) => rights.keys);
  return { cases, opens: (column) => sql<boolean>`${sql.ref(column)} = any(${keys}::bigint[])` };
};
