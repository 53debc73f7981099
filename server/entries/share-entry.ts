// Sharing a draft, or giving what is shared another audience. A deliberate act of its author.
import type { Audience } from '../../shared/entries.ts';
import { actingAs } from '../access/actor.ts';
import type { Call, CaseCommand } from '../access/command.ts';
import { contributionFollows, requireOpenAssessment } from '../assessments/index.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { requireChoosable, targetOf } from './audiences.ts';
import { requireChildAllows } from './child-allows.ts';
import {
  audienceOf,
  caseOfEntry,
  type EntryRow,
  type Fields,
  fieldsOf,
  kindOf,
  onOwnEntry,
  requireWritable,
  textOf,
} from './find-entry.ts';
import { moveEntry } from './move-entry.ts';
import { noteShared } from './note-shared.ts';

/** Asked and noted about the telling, not what was told. */
const circumstances = new Set(['how', 'heardOn', 'where', 'asked', 'mayRead', 'safetyCheck']);

const isWritten = (fields: Fields): boolean =>
  Object.keys(fields).some((name) => !circumstances.has(name) && textOf(fields, name) !== '');

/** @throws Refusal `version-conflict` when the entry was shared, taken back or frozen since it was looked at. */
export const requireVersion = (row: { version: number }, seen: number): void => {
  if (row.version !== seen) throw new Refusal('version-conflict', { version: row.version });
};

/** The team's thoughts stay the team's: only the responsible worker gives one further. @throws Refusal `not-allowed` */
const requireThoughtKept = (c: CaseCommand, kind: string, { scope, familyScope }: Audience): void => {
  const thought = kind === 'hypothesis' || kind === 'reflection';
  if (thought && (scope !== 'team' || familyScope !== 'none') && !c.viewer.responsible)
    throw new Refusal('not-allowed');
};

const requireShareable = async (c: CaseCommand, row: EntryRow, audience: Audience): Promise<void> => {
  requireWritable(c, row);
  const kind = kindOf(row);
  if (row.assessment_id !== null && kind !== 'comment') await requireOpenAssessment(c, row.assessment_id);
  requireChoosable(c.facts, actingAs(c.actor), c.at.getTime(), audienceOf(c.facts, row), audience);
  const fields = fieldsOf(row);
  if (!isWritten(fields)) throw new Refusal('nothing-written');
  if (kind === 'child-view') requireChildAllows(c.facts, fields, audience);
  requireThoughtKept(c, kind, audience);
};

/** The case in which an entry can be shared. @throws Refusal `not-found`, `not-allowed` for a form or a note. */
export const caseToShareIn = async (server: Server, call: Call, entryId: string): Promise<string> => {
  const caseId = await caseOfEntry(server, call.actor, entryId);
  if (caseId === undefined) throw notFound();
  if (caseId === null) throw new Refusal('not-allowed');
  return caseId;
};

export const shareEntry = async (
  server: Server,
  call: Call,
  entryId: string,
  given: { version: number; audience: Audience },
): Promise<{ id: string; version: number }> =>
  onOwnEntry(server, call, await caseToShareIn(server, call, entryId), entryId, async (c, row) => {
    requireVersion(row, given.version);
    await requireShareable(c, row, given.audience);
    const { ownerAgencyId } = audienceOf(c.facts, row);
    if (row.kind === 'contribution') await contributionFollows(c, row.id, 'shared');
    const moved = await moveEntry(c, row, targetOf(ownerAgencyId, row.author_ids, given.audience), 'shared');
    await noteShared(c, row, moved);
    return { id: moved.id, version: moved.version };
  });
