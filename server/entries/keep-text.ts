// Keeping what was typed into one field. A device overwrites only what it has seen, or its own last words; anything
// else stays, and the text that came late is kept beside it, one such text for each device.

import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Command } from '../access/command.ts';
import type { EntryAlternatives } from '../platform/db/tables.ts';
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

/** Writes the field of a locked entry and returns its new revision. */
export const writeField = async (
  { tx, at }: Writer,
  entryId: string,
  rev: number,
  typed: Omit<Typed, 'base'> & { readonly quietly?: boolean },
): Promise<void> => {
  const value = { text: typed.text, rev, at: at.toISOString(), device: typed.device };
  await tx
    .updateTable('entries')
    .set({
      fields: sql`fields || jsonb_build_object(${typed.field}::text, ${JSON.stringify(value)}::jsonb)`,
      // What only some of the readers see must not show to the others by its time.
      ...(typed.quietly === true ? {} : { updated_at: at }),
    })
    .where('id', '=', entryId)
    .execute();
};

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
    await writeField(writer, row.id, rev + 1, { ...typed, quietly: isQuiet(row, typed.field) });
    return { kept: 'here', rev: rev + 1, patch: patchBetween(current?.text ?? '', typed.text) };
  }
  return { kept: 'beside', rev, alternative: await keepBeside(writer, row.id, await privateKey(), typed) };
};
