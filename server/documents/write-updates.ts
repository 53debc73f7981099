// Writes a batch of updates into the log of one document: all of them or none, each in its writer's own name, and none under
// another access epoch than the one by which they were allowed.
import { sql } from 'kysely';
import { type Acting, actingAs } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { persistently } from '../platform/db/persistently.ts';
import { asPerson, type Tx } from '../platform/db/transaction.ts';
import type { Committed, Sent } from './store.ts';

/** Only who they are and where they act is asked of an actor. */
type Update = Omit<Sent, 'actor'> & { readonly actor: Parameters<typeof actingAs>[0] };

const neverElse = (): boolean => false;
class Stale extends Error {}

const isRefused = (error: unknown): boolean => (error as { code?: unknown }).code === '42501';

/** Whoever ends an affiliation waits for what is being written in it; what comes after finds it ended. */
const holdAffiliations = (tx: Tx, updates: readonly Update[]) => {
  const ids = [...new Set(updates.flatMap(({ actor }) => actor.affiliation?.id ?? []))].sort();
  return Promise.all(
    ids.map((id) => sql`select pg_advisory_xact_lock_shared(app.affiliation_lock(${id}))`.execute(tx)),
  );
};

/** Locks the document until the commit. No row: access has changed, it is frozen, or the first writer may write no more. */
const raiseHead = async (
  tx: Tx,
  documentId: string,
  epoch: number,
  count: number,
): Promise<number | undefined> => {
  const { rows } = await sql<{ head_seq: number }>`
    update documents set head_seq = head_seq + ${count}
    where id = ${documentId} and access_epoch = ${epoch} and frozen_at is null returning head_seq`.execute(
    tx,
  );
  return rows[0]?.head_seq;
};

const become = ({ personId, affiliationId }: Acting, tx: Tx) =>
  sql`select set_config('app.person', ${personId}, true), set_config('app.affiliation', ${affiliationId ?? ''}, true)`.execute(
    tx,
  );

const append = (tx: Tx, documentId: string, seq: number, { actor, clientId, bytes }: Update, at: Date) => {
  const { personId, affiliationId } = actingAs(actor);
  return [
    sql`insert into document_clients (document_id, client_id, person_id, affiliation_id, at)
      values (${documentId}, ${clientId}, ${personId}, ${affiliationId}, ${at}) on conflict do nothing`.execute(
      tx,
    ),
    sql`insert into document_updates (document_id, seq, client_id, person_id, affiliation_id, bytes, at)
      values (${documentId}, ${seq}, ${clientId}, ${personId}, ${affiliationId}, ${Buffer.from(bytes)}, ${at})`.execute(
      tx,
    ),
  ];
};

export const writeUpdates = async (
  context: Pick<Context, 'app' | 'clock'>,
  documentId: string,
  epoch: number,
  updates: readonly Update[],
): Promise<Committed> => {
  const [first] = updates;
  if (!first) throw new Error('nothing to write');
  try {
    return await persistently(neverElse, () =>
      asPerson(
        context.app,
        actingAs(first.actor),
        context.clock.imposed(),
        'read committed',
        async (tx, at): Promise<Committed> => {
          const [, last] = await Promise.all([
            holdAffiliations(tx, updates),
            raiseHead(tx, documentId, epoch, updates.length),
          ]);
          if (last === undefined) throw new Stale();
          // From here on nobody ends a right in this document before the commit, and each row asks for it once more.
          const from = last - updates.length + 1;
          await Promise.all(
            updates.flatMap((sent, i) => [
              become(actingAs(sent.actor), tx),
              ...append(tx, documentId, from + i, sent, at),
            ]),
          );
          return { kind: 'written', last, at: at.toISOString() };
        },
      ),
    );
  } catch (error) {
    if (error instanceof Stale) return { kind: 'stale' };
    if (isRefused(error)) return { kind: 'refused' };
    throw error;
  }
};
