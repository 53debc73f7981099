// Reading as somebody: one snapshot of the database, both rings, and the log row in the same transaction.
import type { Context } from '../context.ts';
import { persistently } from '../platform/db/persistently.ts';
import { asPerson, type Tx } from '../platform/db/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import { type Viewer, viewerOf } from './abilities.ts';
import { type Actor, actingAs, confirmed } from './actor.ts';
import type { Facts, FactsAtEpoch, FactsCache } from './facts.ts';
import { readableKeys } from './rules.ts';

export type Rights = {
  readonly facts: Facts;
  readonly viewer: Viewer;
  /** Every audience of the case that the viewer may read now, by ring 1. Queries name it; ring 2 asks again. */
  readonly keys: readonly number[];
  readonly at: Date;
};

const neverElse = (): boolean => false;

/**
 * A read that is of no one case. Run again when two of the same person collide over their own rows (a visit, say): every
 * tab reads anew in the moment in which rights change.
 */
export const read = <T, A = undefined>(
  context: Context,
  actor: Actor,
  work: (tx: Tx, at: Date, ahead: A) => Promise<T>,
  ahead?: (tx: Tx) => Promise<A>,
): Promise<T> =>
  persistently(neverElse, () =>
    asPerson(
      context.app,
      actingAs(actor),
      context.clock.imposed(),
      'repeatable read',
      (tx, at, [, known]) => work(tx, at, known),
      (tx: Tx) => Promise.all([confirmed(actor, tx), ahead?.(tx) as Promise<A>]),
    ),
  );

/**
 * The viewer's rights in a case.
 * @throws Refusal `not-found` when they are no member, and when there is no such case: the two look the same.
 */
export const rightsIn = async (
  tx: Tx,
  cache: FactsCache,
  actor: Actor,
  caseId: string,
  at: Date,
): Promise<Rights> => {
  return rightsFrom(await cache.read(tx, caseId), actor, at);
};

/** The same from facts that were read already. */
export const rightsFrom = (known: FactsAtEpoch | null, actor: Actor, at: Date): Rights => {
  if (!known) throw notFound();
  const viewer = viewerOf(known.facts, actingAs(actor), at.getTime());
  if (!viewer.member) throw notFound();
  return { facts: known.facts, viewer, keys: readableKeys(known.facts, viewer, at.getTime()), at };
};
