// Keeping what was typed into one field. A device overwrites only what it has seen, or its own last words; anything
// else stays, and the text that came late is kept beside it, one such text for each device.

import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Command } from '../access/command.ts';
import { kept } from '../platform/db/kept.ts';
import type { EntryAlternatives } from '../platform/db/tables.ts';
import { atLast } from '../platform/db/transaction.ts';
import { requireAllowed, requireRoom, storable } from './allowed-fields.ts';
import { type EntryRow, fieldsOf, kindOf } from './find-entry.ts';
import { isTeamsOwn } from './present.ts';
import { patchBetween, type TextPatch } from './text-patch.ts';

export type Typed = {
  readonly field: string;
  readonly base: number;
  readonly text: string;
  readonly device: string;
};

export type Kept =
  | { readonly kept: 'here'; readonly rev: number; readonly patch: TextPatch | null }
  | { readonly kept: 'beside'; readonly rev: number; readonly alternative: Selectable<EntryAlternatives> };

type Writer = Pick<Command, 'tx' | 'at'>;

type Write = { entryId: string; field: string; value: string; at: Date };
const write = kept((db, { entryId, field, value, at }: Write) =>
  db
    .updateTable('entries')
    .set({ fields: sql`fields || jsonb_build_object(${field}::text, ${value}::jsonb)`, updated_at: at })
    .where('id', '=', entryId),
);
/** What only some of the readers see must not show to the others by its time. */
const writeQuietly = kept((db, { entryId, field, value }: Write) =>
  db
    .updateTable('entries')
    .set({ fields: sql`fields || jsonb_build_object(${field}::text, ${value}::jsonb)` })
    .where('id', '=', entryId),
);

const writing = (
  { at }: Writer,
  entryId: string,
  rev: number,
  { field, text, device, quietly }: Omit<Typed, 'base'> & { readonly quietly?: boolean },
) => {
  const value = JSON.stringify({ text, rev, at: at.toISOString(), device });
  return (quietly === true ? writeQuietly : write)({ entryId, field, value, at });
};

/** Writes the field of a locked entry. */
export const writeField = async (
  writer: Writer,
  entryId: string,
  rev: number,
  typed: Omit<Typed, 'base'> & { readonly quietly?: boolean },
): Promise<void> => {
  await writer.tx.executeQuery(writing(writer, entryId, rev, typed));
};

/** After a child's view was written it is read again, by the same command; everything else is written with the commit. */
const isReadAgain = (row: EntryRow): boolean => row.kind === 'child-view';

/** Of a shared text, a field that is the team's own. */
export const isQuiet = (row: Pick<EntryRow, 'state' | 'kind'>, field: string): boolean =>
  row.state !== 'draft' && isTeamsOwn(row.kind, field);

const keepBeside = ({ tx, at }: Writer, entryId: string, privateKey: number, typed: Typed) =>
  tx
    .insertInto('entry_alternatives')
    .values({
      entry_id: entryId,
      acl_key: privateKey,
      field: typed.field,
      device: typed.device,
      body: typed.text,
      created_at: at,
      updated_at: at,
    })
    .onConflict((conflict) =>
      conflict.columns(['entry_id', 'field', 'device']).doUpdateSet({ body: typed.text, updated_at: at }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();

/**
 * @param row the entry, locked by this transaction
 * @param privateKey gives the key of what is the authors' alone
 * @throws Refusal `invalid-input`, `too-large`
 */
export const keepText = async (
  writer: Writer,
  row: EntryRow,
  privateKey: () => Promise<number>,
  given: Typed,
): Promise<Kept> => {
  const typed = { ...given, text: storable(given.text) };
  requireAllowed(kindOf(row), typed.field, typed.text);
  const fields = fieldsOf(row);
  requireRoom(fields, typed.field, typed.text);
  const current = fields[typed.field];
  const rev = current?.rev ?? 0;
  if ((current?.text ?? '') === typed.text) return { kept: 'here', rev, patch: null };
  if (typed.base === rev || current?.device === typed.device) {
    const quiet = { ...typed, quietly: isQuiet(row, typed.field) };
    if (isReadAgain(row)) await writeField(writer, row.id, rev + 1, quiet);
    else atLast(writer.tx, writing(writer, row.id, rev + 1, quiet));
    return { kept: 'here', rev: rev + 1, patch: patchBetween(current?.text ?? '', typed.text) };
  }
  return { kept: 'beside', rev, alternative: await keepBeside(writer, row.id, await privateKey(), typed) };
};
