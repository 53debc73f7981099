// What somebody may do in a document now, by both rings: the kind's own rule, and the database's.
import { sql } from 'kysely';
import { type Actor, actingAs } from '../access/actor.ts';
import type { Tx } from '../platform/db/transaction.ts';
import type { DocumentKind } from './kind.ts';
import type { Standing } from './store.ts';

export type Kinds = ReadonlyMap<string, DocumentKind>;
type Row = {
  scope_kind: string;
  scope_id: string;
  access_epoch: number;
  frozen_at: Date | null;
  writes: boolean;
  name: string;
};

/**
 * In a transaction of one moment (`repeatable read`), in the actor's name: the epoch and the right belong together.
 * Null when there is no such document for them; nobody can tell that from one that they may not read.
 */
export const findStanding = async (
  tx: Tx,
  kinds: Kinds,
  documentId: string,
  actor: Actor,
  at: Date,
): Promise<(Standing & { readonly name: string }) | null> => {
  const { rows } = await sql<Row>`
    select d.scope_kind, d.scope_id, d.access_epoch, d.frozen_at, access.writes_document(d.scope_kind, d.scope_id) as writes,
      (select p.name from people p where p.id = app.person()) as name
    from documents d where d.id = ${documentId}`.execute(tx);
  const [row] = rows;
  const kind = row && kinds.get(row.scope_kind);
  if (!row || !kind) return null;
  const rule = await kind.standing(tx, actingAs(actor), row.scope_id, at.getTime());
  const frozen = row.frozen_at !== null;
  return {
    epoch: row.access_epoch,
    reads: rule.reads,
    writes: rule.reads && rule.writes && row.writes && !frozen,
    frozen,
    until: rule.until,
    name: row.name,
  };
};
