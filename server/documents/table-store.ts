// The tables of documents, as the rooms use them. What is written goes in its writer's own name, under row-level security,
// however many write in one batch.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Actor, actingAs } from '../access/actor.ts';
import { command } from '../access/command.ts';
import { logView } from '../access/logs.ts';
import type { Context } from '../context.ts';
import { keepPrivateNote } from '../entries/index.ts';
import { persistently } from '../platform/db/persistently.ts';
import { asPerson } from '../platform/db/transaction.ts';
import { findStanding, type Kinds } from './find-standing.ts';
import { loadDocument, readUpdatesAfter } from './read-log.ts';
import type { DocumentStore } from './store.ts';
import { writeUpdates } from './write-updates.ts';

const neverElse = (): boolean => false;

export const createTableStore = (context: Context, kinds: Kinds): DocumentStore => {
  const { app, gateway } = context;
  const standing = (documentId: string, actor: Actor, logs: boolean) =>
    persistently(neverElse, () =>
      asPerson(app, actingAs(actor), context.clock.imposed(), 'repeatable read', async (tx, at) => {
        const found = await findStanding(tx, kinds, documentId, actor, at);
        if (logs && found?.reads)
          await logView(tx, actor, at, {
            kind: 'document-opened',
            caseId: null,
            objectId: documentId,
            purpose: 'writing-together',
          });
        return found;
      }),
    );

  return {
    load: (documentId) => loadDocument(gateway, documentId),
    readAfter: (documentId, seq) => readUpdatesAfter(gateway, documentId, seq),
    heads: async (documentIds) => {
      if (documentIds.length === 0) return new Map();
      const { rows } = await sql<{ id: string; head_seq: number; access_epoch: number }>`
        select id, head_seq, access_epoch from documents where id = any(${documentIds}::uuid[])`.execute(
        gateway,
      );
      return new Map(rows.map((row) => [row.id, { seq: row.head_seq, epoch: row.access_epoch }]));
    },
    standing: (documentId, actor) => standing(documentId, actor, false),
    enter: (documentId, actor, again) => standing(documentId, actor, !again),
    commit: (documentId, epoch, updates) => writeUpdates(context, documentId, epoch, updates),
    keepSnapshot: async (documentId, seq, state) => {
      await sql`insert into document_snapshots as s (document_id, seq, bytes, at)
        values (${documentId}, ${seq}, ${Buffer.from(state)}, ${context.clock.now()})
        on conflict (document_id) do update set seq = excluded.seq, bytes = excluded.bytes, at = excluded.at
        where s.seq < excluded.seq`.execute(gateway);
    },
    keepAsNote: async (documentId, actor, words) => {
      const call = { actor, operation: 'keep-untaken-words', idempotencyKey: randomUUID() };
      const { id } = await command(context, call, async (c) => ({
        id: await keepPrivateNote(c, { of: documentId, text: words }),
      }));
      return id;
    },
  };
};
