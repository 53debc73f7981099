// Saves what was typed, a few times a second. Others who may read see it grow; after a right has ended the words become
// a private note of their writer.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { saveField as contract } from '../../shared/entries.ts';
import { type Call, type CaseCommand, command } from '../access/command.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { storable } from './allowed-fields.ts';
import { announceText } from './announce-text.ts';
import { privateKeyOf } from './audiences.ts';
import {
  caseOfEntry,
  type EntryRow,
  fieldsOf,
  likelyCaseOfEntry,
  onLoneEntry,
  onOwnEntry,
  requireWritable,
} from './find-entry.ts';
import { type Kept, keepText, type Typed } from './keep-text.ts';
import { narrowToChildsWish } from './narrow-audience.ts';
import { presentAlternative } from './present.ts';

export type Answer = z.output<typeof contract.response & z.ZodType>;

const answer = (kept: Kept, at: Date): Answer => ({
  kept: kept.kept,
  rev: kept.rev,
  savedAt: at.toISOString(),
  alternativeId: kept.kept === 'beside' ? kept.alternative.id : null,
  noteId: null,
});

const announce = async (
  c: CaseCommand,
  row: EntryRow,
  kept: Kept,
  { field, device }: Typed,
): Promise<void> => {
  if (kept.kept === 'beside') {
    const { alternative } = kept;
    c.publish(
      { kind: 'alternative.kept', alternative: presentAlternative(alternative) },
      alternative.acl_key,
    );
  } else if (kept.patch) {
    await announceText(c, row, { rev: kept.rev, patch: kept.patch, field, device });
  }
};

const saveInCase = (
  server: Server,
  call: Call,
  caseId: string,
  entryId: string,
  typed: Typed,
): Promise<Answer> =>
  onOwnEntry(server, call, caseId, entryId, async (c, row) => {
    requireWritable(c, row);
    const kept = await keepText(c, row, () => privateKeyOf(c, row), typed);
    await announce(c, row, kept, typed);
    if (kept.kept === 'here') await narrowToChildsWish(c, row, typed.field);
    return answer(kept, c.at);
  });

/** A rescued draft carries its case's neutral number; what was typed into it went into a note, and the page must know. */
const isRescued = (row: EntryRow): boolean => row.kind === 'private-note' && row.about !== null;

const saveAlone = (server: Server, call: Call, entryId: string, typed: Typed): Promise<Answer> =>
  onLoneEntry(server, call, entryId, async (c, row) => {
    const kept = await keepText(c, row, async () => row.acl_key, typed);
    const saved = answer(kept, c.at);
    return isRescued(row) && saved.kept === 'here' ? { ...saved, kept: 'note', noteId: row.id } : saved;
  });

/** For the author whose right has ended; everybody else learns nothing. */
const rescue = (server: Server, call: Call, entryId: string, typed: Typed): Promise<Answer> =>
  command(server.context, call, async ({ tx, at, actor, tell }) => {
    const { rows } = await sql<{ note: string | null }>`
      select access.rescue_text(${entryId}, ${typed.field}, ${storable(typed.text)}, ${typed.device}) as note`.execute(
      tx,
    );
    const noteId = rows[0]?.note ?? null;
    if (noteId === null) throw notFound();
    // Acting in another affiliation by now, its writer does not read it: it waits in the one in which it was begun.
    const note = await tx.selectFrom('entries').select('fields').where('id', '=', noteId).executeTakeFirst();
    tell(actor.personId, { kind: 'today.changed' });
    const rev = note ? (fieldsOf(note)[typed.field]?.rev ?? 0) : 0;
    return { kept: 'note', rev, savedAt: at.toISOString(), alternativeId: null, noteId };
  });

/** @throws Refusal `not-found`, `not-an-author`, `assessment-signed`, `invalid-input`, `too-large` */
export const saveField = async (
  server: Server,
  call: Call,
  entryId: string,
  typed: Typed,
): Promise<Answer> => {
  const caseId = await likelyCaseOfEntry(server, call.actor, entryId);
  if (caseId === null) return saveAlone(server, call, entryId, typed);
  try {
    if (caseId !== undefined) return await saveInCase(server, call, caseId, entryId, typed);
  } catch (error) {
    // The right may have ended between the two looks, or long since.
    if (!(error instanceof Refusal) || error.id !== 'not-found') throw error;
    if ((await caseOfEntry(server, call.actor, entryId)) === null)
      return saveAlone(server, call, entryId, typed);
  }
  return rescue(server, call, entryId, typed);
};
