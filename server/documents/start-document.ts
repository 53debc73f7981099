// The beginning and the end of a document, and what changes who may be in it: for the noun that it belongs to, in that noun's
// own command.
import { sql } from 'kysely';
import type { Command } from '../access/command.ts';
import type { Tx } from '../platform/db/transaction.ts';

type Begun = {
  /** As its kind is named. */
  readonly kind: string;
  readonly scopeId: string;
  /** A neutral number, on the private note that keeps what was not taken; never a name. */
  readonly about: string | null;
};

/** The actor may write in the scope already, by both rings. Returns the document's id. */
export const startDocument = async (
  { tx, at }: Pick<Command, 'tx' | 'at'>,
  { kind, scopeId, about }: Begun,
): Promise<string> => {
  const row = await tx
    .insertInto('documents')
    .values({ scope_kind: kind, scope_id: scopeId, about, created_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

/**
 * After every change of who may read or write in these scopes, in the same transaction, whoever makes it. What is being
 * written there is asked for anew, and whoever may read no more is shown out once it is committed.
 */
export const documentAccessChanged = async (
  { tx, alsoWake }: { readonly tx: Tx; readonly alsoWake: (ids: readonly string[]) => void },
  kind: string,
  scopeIds: readonly string[],
): Promise<void> => {
  const { rows } = await sql<{ id: string }>`
    select access.document_access_changed(${kind}, ${scopeIds}::uuid[]) as id`.execute(tx);
  alsoWake(rows.map((row) => row.id));
};

/**
 * Nobody writes in it any more, from this transaction's commit on. Returns how many updates it holds: `documentWords` gives the
 * text of exactly those. The actor may write in it; null where they may not, or it is frozen already.
 */
export const freezeDocument = async (
  {
    tx,
    at,
    alsoWake,
  }: { readonly tx: Tx; readonly at: Date; readonly alsoWake: (ids: readonly string[]) => void },
  documentId: string,
): Promise<number | null> => {
  const { rows } = await sql<{ head_seq: number }>`
    update documents set frozen_at = ${at}, access_epoch = access_epoch + 1
    where id = ${documentId} and frozen_at is null returning head_seq`.execute(tx);
  alsoWake([documentId]);
  return rows[0]?.head_seq ?? null;
};
