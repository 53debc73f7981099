// What is its author's alone and lies in no case: saved forms, and private notes such as text kept when a right ended.
import { sql } from 'kysely';
import type { Alternative, Entry } from '../../shared/entries.ts';
import { DataClass } from '../../shared/vocabulary.ts';
import { entryAbilities } from '../access/abilities.ts';
import type { Actor } from '../access/actor.ts';
import type { Call } from '../access/command.ts';
import { logView } from '../access/logs.ts';
import { read } from '../access/reading.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { caseOfEntry, type EntryRow, onLoneEntry, onOwnEntry } from './find-entry.ts';
import { presentAlternative, presentEntry, privateAudience } from './present.ts';

const ofAuthor = (tx: Tx, personId: string) =>
  tx
    .selectFrom('entries')
    .selectAll()
    .where('case_id', 'is', null)
    .where('author_ids', '@>', sql<string[]>`array[${personId}]::uuid[]`);

const present = (actor: Actor, row: EntryRow): Entry => {
  const entry = presentEntry(row, privateAudience(DataClass.parse(row.data_class)));
  return {
    ...entry,
    can: entryAbilities({ personId: actor.personId, member: false, closed: false, readsOnly: false }, entry),
  };
};

const alternativesOf = async (tx: Tx, rows: readonly EntryRow[]): Promise<Alternative[]> => {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const found = await tx
    .selectFrom('entry_alternatives')
    .selectAll()
    .where('entry_id', 'in', ids)
    .orderBy('id')
    .execute();
  return found.map(presentAlternative);
};

export const getForm = (
  server: Server,
  actor: Actor,
  name: string,
): Promise<{ entry: Entry | null; alternatives: Alternative[] }> =>
  read(server.context, actor, async (tx, at) => {
    const row = await ofAuthor(tx, actor.personId)
      .where('kind', '=', 'form')
      .where('about', '=', name)
      .executeTakeFirst();
    await logView(tx, actor, at, {
      kind: 'form',
      caseId: null,
      objectId: row?.id ?? null,
      purpose: 'own-writing',
    });
    return {
      entry: row ? present(actor, row) : null,
      alternatives: await alternativesOf(tx, row ? [row] : []),
    };
  });

const mostNotes = 200;

export const listNotes = (
  server: Server,
  actor: Actor,
): Promise<{ notes: Entry[]; alternatives: Alternative[] }> =>
  read(server.context, actor, async (tx, at) => {
    const rows = await ofAuthor(tx, actor.personId)
      .where('kind', '=', 'private-note')
      .orderBy('updated_at', 'desc')
      .orderBy('id')
      .limit(mostNotes)
      .execute();
    const detail = { count: rows.length };
    await logView(tx, actor, at, {
      kind: 'note-list',
      caseId: null,
      objectId: null,
      purpose: 'own-writing',
      detail,
    });
    return { notes: rows.map((row) => present(actor, row)), alternatives: await alternativesOf(tx, rows) };
  });

/** Throws a form or a note away. @throws Refusal `not-found`, `not-allowed` for what lies in a case */
export const discardForm = async (server: Server, call: Call, entryId: string): Promise<{ id: string }> => {
  const caseId = await caseOfEntry(server, call.actor, entryId);
  // Gone already: perhaps by this very request, whose answer was lost; the command knows.
  if (caseId === undefined) return onLoneEntry(server, call, entryId, () => Promise.reject(notFound()));
  // A text of a case is not thrown away, which only who may read it is told.
  if (caseId !== null)
    return onOwnEntry(server, call, caseId, entryId, () => Promise.reject(new Refusal('not-allowed')));
  return onLoneEntry(server, call, entryId, async ({ tx }, row) => {
    await tx.deleteFrom('entries').where('id', '=', row.id).execute();
    return { id: row.id };
  });
};
