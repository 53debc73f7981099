// A text that grows, at its readers. What is the team's own in a shared text travels to the team alone, as the whole
// entry: its time and version stay what they are for everybody else.
import type { CaseCommand } from '../access/command.ts';
import { targetOf } from './audiences.ts';
import { audienceOf, type EntryRow } from './find-entry.ts';
import { isQuiet } from './keep-text.ts';
import { presentAudience, presentEntry, privateAudience } from './present.ts';
import type { TextPatch } from './text-patch.ts';

type Change = {
  readonly rev: number;
  readonly patch: TextPatch;
  readonly field: string;
  readonly device: string;
};

const tellTeam = async (c: CaseCommand, row: EntryRow): Promise<void> => {
  const audience = audienceOf(c.facts, row);
  const team = { ...privateAudience(audience.dataClass), scope: 'team' as const };
  const key = await c.intern(targetOf(audience.ownerAgencyId, row.author_ids, team));
  const now = await c.tx.selectFrom('entries').selectAll().where('id', '=', row.id).executeTakeFirstOrThrow();
  c.publish({ kind: 'entry.changed', entry: presentEntry(now, presentAudience(audience)) }, key);
};

export const announceText = async (c: CaseCommand, row: EntryRow, change: Change): Promise<void> => {
  if (isQuiet(row, change.field)) return tellTeam(c, row);
  const { patch, ...where } = change;
  const event = { entryId: row.id, ...where, ...patch, at: c.at.toISOString() };
  c.publish({ kind: 'entry.text-changed', ...event }, row.acl_key);
};
