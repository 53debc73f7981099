// Under which key an entry stands that somebody says to be in: looked up as that person, so that nobody can claim a place
// in what they may not read themselves, and forgotten with every event about the entry.
import type { Acting } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { asPerson } from '../platform/db/transaction.ts';
import type { Step } from './steps.ts';

const entryIn = (step: Step): string | null => {
  if (step.type !== 'event') return null;
  const { event } = step;
  if ('entry' in event) return event.entry.id;
  return event.kind === 'entry.removed' ? event.entryId : null;
};

const nameOf = (entryId: string, { personId, affiliationId }: Acting): string =>
  `${entryId} ${personId} ${affiliationId}`;

export const createEntryKeys = (context: Context, onFound: (caseId: string) => void) => {
  const cases = new Map<string, Map<string, { key: number | null }>>();
  /** Raised whenever something is forgotten: a reading that began before then is not believed. */
  let forgotten = 0;

  const read = async (caseId: string, entryId: string, who: Acting): Promise<number | null> => {
    const row = await asPerson(context.app, who, context.clock.imposed(), 'read committed', (tx) =>
      tx
        .selectFrom('entries')
        .select('acl_key')
        .where('id', '=', entryId)
        .where('case_id', '=', caseId)
        .executeTakeFirst(),
    );
    return row?.acl_key ?? null;
  };
  const find = async (caseId: string, entryId: string, who: Acting): Promise<void> => {
    for (let tries = 0; tries < 5; tries += 1) {
      const began = forgotten;
      const key = await read(caseId, entryId, who);
      if (began !== forgotten) continue;
      cases.get(caseId)?.set(nameOf(entryId, who), { key });
      return onFound(caseId);
    }
    cases.get(caseId)?.delete(nameOf(entryId, who));
  };

  return {
    /** Null while it is not known yet, and for an entry that the person cannot be in. */
    of: (caseId: string, entryId: string, who: Acting): number | null => {
      const known = cases.get(caseId) ?? new Map<string, { key: number | null }>();
      cases.set(caseId, known);
      const id = nameOf(entryId, who);
      const found = known.get(id);
      if (found) return found.key;
      known.set(id, { key: null });
      find(caseId, entryId, who).catch(() => cases.get(caseId)?.delete(id));
      return null;
    },
    heed: (caseId: string, step: Step): void => {
      const entryId = entryIn(step);
      const known = cases.get(caseId);
      if (!known || (entryId === null && step.type === 'event')) return;
      forgotten += 1;
      for (const id of [...known.keys()]) if (entryId === null || id.startsWith(entryId)) known.delete(id);
    },
    forget: (caseId: string): void => {
      forgotten += 1;
      cases.delete(caseId);
    },
  };
};
export type EntryKeys = ReturnType<typeof createEntryKeys>;
