// Makes a shared text its author's draft again. Who has read it stays in the log, what stood there in the history.
import type { Call, CaseCommand } from '../access/command.ts';
import { contributionFollows } from '../assessments/index.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { privateTarget } from './audiences.ts';
import { audienceOf, type EntryRow, fieldsOf, onOwnEntry, requireWritable } from './find-entry.ts';
import { moveEntry } from './move-entry.ts';
import { caseToShareIn, requireVersion } from './share-entry.ts';

const keepHistory = async (c: CaseCommand, row: EntryRow): Promise<void> => {
  const rows = Object.entries(fieldsOf(row))
    .filter(([, { text }]) => text !== '')
    .map(([field, { text }]) => ({
      entry_id: row.id,
      acl_key: row.acl_key,
      field,
      body: text,
      why: 'taken-back',
      at: c.at,
    }));
  if (rows.length > 0) await c.tx.insertInto('entry_history').values(rows).execute();
};

export const takeBackEntry = async (
  server: Server,
  call: Call,
  entryId: string,
  version: number,
): Promise<{ id: string; version: number }> =>
  onOwnEntry(server, call, await caseToShareIn(server, call, entryId), entryId, async (c, row) => {
    requireWritable(c, row);
    requireVersion(row, version);
    if (row.state === 'draft') throw new Refusal('already-done');
    const { ownerAgencyId, dataClass } = audienceOf(c.facts, row);
    if (row.kind === 'contribution') await contributionFollows(c, row.id, 'asked');
    const moved = await moveEntry(c, row, privateTarget(ownerAgencyId, row.author_ids, dataClass), 'draft');
    await keepHistory(c, moved);
    return { id: moved.id, version: moved.version };
  });
