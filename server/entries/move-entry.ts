// Gives an entry another audience: those who lose it are told first, then those who have it.
import type { CaseCommand } from '../access/command.ts';
import { readersOf } from '../access/rules.ts';
import { withinTurvakielto } from '../access/turvakielto.ts';
import type { Target } from './audiences.ts';
import { audienceOf, type EntryRow } from './find-entry.ts';
import { presentAlternative, presentAudience, presentEntry } from './present.ts';
import { tellFamily } from './tell-family.ts';

/** Their Today is read again. */
export const tellReaders = (c: CaseCommand, aclKey: number): void => {
  const audience = audienceOf(c.facts, { acl_key: aclKey });
  for (const m of readersOf(c.facts, audience, c.at.getTime())) c.tell(m.personId, { kind: 'today.changed' });
};

const wasSharedBefore = async (c: CaseCommand, row: EntryRow): Promise<boolean> => {
  if (row.state === 'shared') return true;
  const taken = await c.tx
    .selectFrom('entry_history')
    .select('id')
    .where('entry_id', '=', row.id)
    .where('why', '=', 'taken-back')
    .limit(1)
    .executeTakeFirst();
  return taken !== undefined;
};

export const moveEntry = async (
  c: CaseCommand,
  row: EntryRow,
  target: Target,
  state: 'draft' | 'shared',
): Promise<EntryRow> => {
  const key = await c.intern(withinTurvakielto(c.facts, target, c.at.getTime()));
  if (row.state === 'shared' && key !== row.acl_key) {
    c.publish({ kind: 'entry.removed', entryId: row.id }, row.acl_key);
    tellReaders(c, row.acl_key);
  }
  const moved = await c.tx
    .updateTable('entries')
    .set({
      acl_key: key,
      state,
      shared_at: state === 'shared' ? (row.shared_at ?? c.at) : null,
      version: row.version + 1,
    })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  const entry = presentEntry(moved, presentAudience(audienceOf(c.facts, moved)));
  c.publish({ kind: state === 'shared' ? 'entry.shared' : 'entry.started', entry }, key);
  // Whoever lost the entry for a moment lost what is beside it too; that is the authors' in every state.
  const beside = await c.tx
    .selectFrom('entry_alternatives')
    .selectAll()
    .where('entry_id', '=', row.id)
    .execute();
  for (const alternative of beside) {
    c.publish(
      { kind: 'alternative.kept', alternative: presentAlternative(alternative) },
      alternative.acl_key,
    );
  }
  // What was said about a text that was shared before names it again, or no more, to those who gain or lose it.
  if (row.state === 'shared' && key !== row.acl_key) c.readAnew(row.acl_key);
  if (state === 'shared' && (await wasSharedBefore(c, row))) c.readAnew(key);
  if (state === 'shared') {
    tellReaders(c, key);
    await tellFamily(c, row, moved);
  }
  return moved;
};
