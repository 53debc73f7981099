// The author chooses between the texts that two devices wrote in one field, or merges them. What was not chosen stays
// in the history.
import type { Selectable } from 'kysely';
import type { Call, Command } from '../access/command.ts';
import type { EntryAlternatives } from '../platform/db/tables.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { requireAllowed, requireRoom, storable } from './allowed-fields.ts';
import { announceText } from './announce-text.ts';
import {
  caseOfEntry,
  type EntryRow,
  fieldsOf,
  kindOf,
  onLoneEntry,
  onOwnEntry,
  requireWritable,
} from './find-entry.ts';
import { isQuiet, writeField } from './keep-text.ts';
import { narrowToChildsWish } from './narrow-audience.ts';
import { patchBetween, type TextPatch } from './text-patch.ts';

export type Choice = { readonly alternativeId: string; readonly base: number; readonly text: string };
type Chosen = {
  readonly rev: number;
  readonly patch: TextPatch | null;
  readonly alternative: Selectable<EntryAlternatives>;
};

const choose = async ({ tx, at }: Command, row: EntryRow, choice: Choice): Promise<Chosen> => {
  const alternative = await tx
    .selectFrom('entry_alternatives')
    .selectAll()
    .where('id', '=', choice.alternativeId)
    .where('entry_id', '=', row.id)
    .executeTakeFirst();
  if (!alternative) throw notFound();
  const { field } = alternative;
  const text = storable(choice.text);
  const fields = fieldsOf(row);
  const current = fields[field];
  const rev = current?.rev ?? 0;
  if (choice.base !== rev) throw new Refusal('version-conflict', { rev });
  requireAllowed(kindOf(row), field, text);
  requireRoom(fields, field, text);
  const notChosen = [current?.text ?? '', alternative.body].filter((body) => body !== '' && body !== text);
  for (const body of notChosen) {
    await tx
      .insertInto('entry_history')
      .values({ entry_id: row.id, acl_key: alternative.acl_key, field, body, why: 'not-chosen', at })
      .execute();
  }
  await tx.deleteFrom('entry_alternatives').where('id', '=', alternative.id).execute();
  if ((current?.text ?? '') === text) return { rev, patch: null, alternative };
  const quietly = isQuiet(row, field);
  await writeField({ tx, at }, row.id, rev + 1, { field, text, device: alternative.device, quietly });
  return { rev: rev + 1, patch: patchBetween(current?.text ?? '', text), alternative };
};

/** @throws Refusal `not-found`, `not-an-author`, `version-conflict` when the field was written meanwhile */
export const resolveAlternative = async (
  server: Server,
  call: Call,
  entryId: string,
  choice: Choice,
): Promise<{ rev: number }> => {
  const caseId = await caseOfEntry(server, call.actor, entryId);
  if (caseId === undefined) throw notFound();
  if (caseId === null) {
    return onLoneEntry(server, call, entryId, async (c, row) => ({
      rev: (await choose(c, row, choice)).rev,
    }));
  }
  return onOwnEntry(server, call, caseId, entryId, async (c, row) => {
    requireWritable(c, row);
    const { rev, patch, alternative } = await choose(c, row, choice);
    if (patch)
      await announceText(c, row, { rev, patch, field: alternative.field, device: alternative.device });
    c.publish({ kind: 'alternative.resolved', alternativeId: alternative.id }, alternative.acl_key);
    // The child's answer may have been written on the other device: chosen, it counts like a saved one.
    await narrowToChildsWish(c, row, alternative.field);
    return { rev };
  });
};
