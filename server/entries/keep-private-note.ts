// Words of somebody that came too late for where they belonged become a private note of theirs: one for each thing they were
// about, found again when more of them comes.
import { sql } from 'kysely';
import type { Command } from '../access/command.ts';
import { storable } from './allowed-fields.ts';
import { dataClassOf } from './audiences.ts';
import { fieldsOf } from './find-entry.ts';
import { keepText } from './keep-text.ts';

type Given = {
  /** What they were about: nothing is looked up there, and nothing of it is kept but its id. */
  readonly of: string;
  readonly text: string;
};
const field = 'narrative';
const device = 'keptbyrinki';

/** What was kept before stays: words that are in the others already are not said twice. */
const together = (before: string, text: string): string => {
  if (before === '' || text.includes(before)) return text;
  return before.includes(text) ? before : `${before}\n${text}`;
};

/** Returns the note's id. Its writer's Today has changed. */
export const keepPrivateNote = async (
  { tx, at, actor, tell }: Pick<Command, 'tx' | 'at' | 'actor' | 'tell'>,
  { of, text }: Given,
): Promise<string> => {
  const author = [actor.personId];
  const found = await tx
    .selectFrom('entries')
    .selectAll()
    .where('kind', '=', 'private-note')
    .where('parent_id', '=', of)
    .where('author_ids', '=', sql<string[]>`${author}::uuid[]`)
    .where('affiliation_id', actor.affiliation ? '=' : 'is', actor.affiliation?.id ?? null)
    .forUpdate()
    .executeTakeFirst();
  const agencyId = actor.affiliation?.agencyId ?? null;
  const dataClass = dataClassOf(actor.affiliation?.agencyKind);
  const begin = async () => {
    const { rows } = await sql<{ key: number }>`select access.intern_audience(
      null, ${agencyId}, ${dataClass}, 'private', '{}', 'none', '{}', ${author}) as key`.execute(tx);
    return tx
      .insertInto('entries')
      .values({
        acl_key: rows[0]?.key ?? 0,
        owner_agency_id: agencyId,
        data_class: dataClass,
        kind: 'private-note',
        author_ids: author,
        affiliation_id: actor.affiliation?.id ?? null,
        parent_id: of,
        created_at: at,
        updated_at: at,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  };
  const row = found ?? (await begin());
  const before = fieldsOf(row)[field];
  const typed = { field, base: before?.rev ?? 0, text: together(before?.text ?? '', storable(text)), device };
  await keepText({ tx, at }, row, async () => row.acl_key, typed);
  tell(actor.personId, { kind: 'today.changed' });
  return row.id;
};
