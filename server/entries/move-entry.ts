// Gives an entry another audience: those who lose it are told first, then those who gain it. Whoever has it before and after
// is told only what looks different to them.
import type { CaseCommand } from '../access/command.ts';
import type { Membership } from '../access/facts.ts';
import { readersOf } from '../access/rules.ts';
import { withinTurvakielto } from '../access/turvakielto.ts';
import type { Target } from './audiences.ts';
import { audienceOf, type EntryRow } from './find-entry.ts';
import { presentAudience, presentEntry } from './present.ts';
import { tellFamily } from './tell-family.ts';

const readersNow = (c: CaseCommand, row: EntryRow): Membership[] =>
  row.state === 'draft' ? [] : readersOf(c.facts, audienceOf(c.facts, row), c.at.getTime());

const without = (some: readonly Membership[], others: readonly Membership[]): Membership[] =>
  some.filter((m) => !others.some((other) => other.personId === m.personId));

/** Those who gain the text, and those who lose it. */
export const moving = (
  c: CaseCommand,
  before: EntryRow,
  after: EntryRow,
): { gaining: Membership[]; losing: Membership[]; staying: Membership[] } => {
  const [had, have] = [readersNow(c, before), readersNow(c, after)];
  const gaining = without(have, had);
  return { gaining, losing: without(had, have), staying: without(have, gaining) };
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

/** Of one's own: the table itself says whether one may. */
const moveOwn = (c: CaseCommand, row: EntryRow, key: number, state: 'draft' | 'shared'): Promise<EntryRow> =>
  c.tx
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

/** @param move how the row is given the key: as its author, unless somebody else may by a door of their own */
export const moveEntry = async (
  c: CaseCommand,
  row: EntryRow,
  target: Target,
  state: 'draft' | 'shared',
  move = moveOwn,
): Promise<EntryRow> => {
  const key = await c.intern(withinTurvakielto(c.facts, target, c.at.getTime()));
  const leaves = row.state === 'shared' && key !== row.acl_key;
  if (leaves) c.publish({ kind: 'entry.removed', entryId: row.id }, row.acl_key, { unless: key });
  const moved = await move(c, row, key, state);
  const entry = presentEntry(moved, presentAudience(audienceOf(c.facts, moved)));
  if (row.state === 'draft') c.publish({ kind: 'entry.shared', entry }, key);
  else {
    const arrives = state === 'shared' ? ('entry.shared' as const) : ('entry.started' as const);
    if (leaves) c.publish({ kind: arrives, entry }, key, { unless: row.acl_key });
    const unlike = presentAudience(audienceOf(c.facts, row));
    c.publish({ kind: 'entry.changed', entry }, key, { also: [row.acl_key], unlike });
  }
  // What was said about a text that was shared before names it again, or no more, to those who gain or lose it.
  if (leaves) c.readAnew(row.acl_key, { unless: key });
  if (state === 'shared' && (await wasSharedBefore(c, row)))
    c.readAnew(key, leaves ? { unless: row.acl_key } : undefined);
  const { gaining, losing } = moving(c, row, moved);
  for (const m of [...gaining, ...losing]) c.tell(m.personId, { kind: 'today.changed' });
  if (state === 'shared') await tellFamily(c, row, moved);
  return moved;
};
