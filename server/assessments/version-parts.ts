// The parts of a version: each shared text as it stands, with its authors, under the audience that it has. A request
// that was answered leaves a mark besides, under the audience of the request: who may know of the contributor, but not
// read the text, sees that there is one.
import { z } from 'zod';
import { lifeAreas } from '../../shared/vocabulary.ts';
import type { CaseCommand } from '../access/command.ts';
import { nameOfRelation } from '../cases/index.ts';
import { audienceOf, type EntryRow, fieldsOf, isTeamsOwn } from '../entries/index.ts';

export const Author = z.object({
  personId: z.string(),
  name: z.string(),
  profession: z.string().nullable(),
  agencyFi: z.string().nullable(),
  agencySv: z.string().nullable(),
});
export type Author = z.infer<typeof Author>;

/** What a part holds, as it is hashed and kept. */
export const PartContent = z.object({
  entryId: z.string(),
  authors: z.array(Author),
  about: z.string().nullable(),
  aboutName: z.string().nullable(),
  parentId: z.string().nullable(),
  dataClass: z.string(),
  writtenAt: z.string(),
  fields: z.record(z.string(), z.string()),
});
export type PartContent = z.infer<typeof PartContent>;
export const MarkContent = z.object({
  entryId: z.string(),
  contributionId: z.string(),
  authors: z.array(Author),
});

export type Part = {
  readonly kind: string;
  readonly area: string | null;
  readonly entryId: string;
  readonly aclKey: number;
  readonly content: PartContent | z.infer<typeof MarkContent>;
};

const order = ['situation', 'child-view', 'parent-view', 'contribution', 'synthesis', 'dissent', 'comment'];
const areas: readonly string[] = lifeAreas;

const inOrder = (rows: readonly EntryRow[]): EntryRow[] =>
  rows.toSorted(
    (a, b) =>
      order.indexOf(a.kind) - order.indexOf(b.kind) ||
      areas.indexOf(a.about ?? '') - areas.indexOf(b.about ?? '') ||
      a.created_at.getTime() - b.created_at.getTime() ||
      (a.id < b.id ? -1 : 1),
  );

/** Names as they are on the day of signing. */
const readAuthors = async (
  c: CaseCommand,
  rows: readonly EntryRow[],
): Promise<(row: EntryRow) => Author[]> => {
  const personIds = [...new Set(rows.flatMap((row) => row.author_ids))];
  const people = await c.tx
    .selectFrom('people')
    .select(['id', 'name'])
    .where('id', 'in', personIds)
    .execute();
  const agencies = await c.tx.selectFrom('agencies').select(['id', 'name_fi', 'name_sv']).execute();
  return (row) =>
    row.author_ids.map((personId) => {
      const membership = c.facts.memberships.find(
        (m) => m.personId === personId && m.agencyId === row.owner_agency_id,
      );
      const agency = membership && agencies.find((g) => g.id === membership.agencyId);
      return {
        personId,
        name: people.find((p) => p.id === personId)?.name ?? '',
        profession: membership?.profession ?? null,
        agencyFi: agency?.name_fi ?? null,
        agencySv: agency?.name_sv ?? null,
      };
    });
};

const textsOf = (row: EntryRow, which: (field: string) => boolean): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fieldsOf(row))
      .filter(([field, { text }]) => text !== '' && which(field))
      .map(([field, { text }]) => [field, text]),
  );

/** What of the child's view is the team's own goes into a part of its own. */
const teamPart = async (c: CaseCommand, row: EntryRow, authors: Author[]): Promise<Part[]> => {
  const fields = textsOf(row, (field) => isTeamsOwn(row.kind, field));
  if (Object.keys(fields).length === 0) return [];
  const { ownerAgencyId, dataClass } = audienceOf(c.facts, row);
  const rest = { agencyIds: [], familyScope: 'none' as const, familyIds: [], participation: false };
  const aclKey = await c.intern({
    ownerAgencyId,
    dataClass,
    scope: 'team',
    authorIds: row.author_ids,
    ...rest,
  });
  const content = {
    about: null,
    aboutName: null,
    parentId: row.id,
    dataClass,
    writtenAt: row.updated_at.toISOString(),
  };
  return [
    {
      kind: 'child-view-internal',
      area: null,
      entryId: row.id,
      aclKey,
      content: { entryId: row.id, authors, fields, ...content },
    },
  ];
};

const markOf = async (c: CaseCommand, row: EntryRow, authors: Author[]): Promise<Part[]> => {
  if (row.kind !== 'contribution') return [];
  const asked = await c.tx
    .selectFrom('contributions')
    .select(['id', 'acl_key', 'pair_acl_key', 'contributor_ids'])
    .where('entry_id', '=', row.id)
    .executeTakeFirst();
  if (!asked) return [];
  const mark = (aclKey: number, named: Author[]): Part => {
    const content = { entryId: row.id, contributionId: asked.id, authors: named };
    return { kind: 'mark', area: row.about, entryId: row.id, aclKey, content };
  };
  // Of a pair each is named where they may be known: two marks, where that is not the same.
  if (asked.pair_acl_key === null || asked.pair_acl_key === asked.acl_key)
    return [mark(asked.acl_key, authors)];
  const [first] = asked.contributor_ids;
  return [
    mark(
      asked.acl_key,
      authors.filter((a) => a.personId === first),
    ),
    mark(
      asked.pair_acl_key,
      authors.filter((a) => a.personId !== first),
    ),
  ];
};

export const buildParts = async (c: CaseCommand, rows: readonly EntryRow[]): Promise<Part[]> => {
  const authorsOf = await readAuthors(c, rows);
  const parts: Part[] = [];
  for (const row of inOrder(rows)) {
    const authors = authorsOf(row);
    const named = row.kind === 'parent-view' && row.about !== null;
    const content: PartContent = {
      entryId: row.id,
      authors,
      about: row.about,
      aboutName: named && row.about !== null ? await nameOfRelation(c.tx, c.caseId, row.about) : null,
      parentId: row.parent_id,
      dataClass: row.data_class,
      writtenAt: row.updated_at.toISOString(),
      fields: textsOf(row, (field) => !isTeamsOwn(row.kind, field)),
    };
    const area = row.kind === 'contribution' ? row.about : null;
    parts.push({ kind: row.kind, area, entryId: row.id, aclKey: row.acl_key, content });
    parts.push(...(await teamPart(c, row, authors)), ...(await markOf(c, row, authors)));
  }
  return parts;
};
