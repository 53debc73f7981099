// A signed version, as far as one may read it. What is withheld is marked where its existence may be known, and is
// absent otherwise, also from the count.
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Signature, Version, VersionPart } from '../../shared/assessments.ts';
import { Language, LifeArea } from '../../shared/vocabulary.ts';
import type { Actor } from '../access/actor.ts';
import { logView } from '../access/logs.ts';
import { read, rightsIn } from '../access/reading.ts';
import { authorsKnown } from '../entries/index.ts';
import type { VersionParts } from '../platform/db/tables.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { presentSignature, presentVersionHead } from './present.ts';
import { type Author, MarkContent, PartContent } from './version-parts.ts';

type Knower = Parameters<typeof authorsKnown>[1];
type PresentedPart = z.infer<typeof VersionPart>;

export const SignedHead = z.object({
  number: z.string(),
  childName: z.string(),
  birthDate: z.string(),
  trigger: z.string(),
  beganOn: z.string(),
  readyDueOn: z.string(),
});
export type ReadVersion = z.infer<typeof Version> & {
  readonly signed: z.infer<typeof SignedHead>;
  readonly recipient: string;
  /** The reader's language of interface. */
  readonly language: Language;
  readonly readAt: Date;
};

const named = (authors: readonly Author[]): PresentedPart['authors'] =>
  authors.map(({ name, profession, agencyFi, agencySv }) => ({ name, profession, agencyFi, agencySv }));

/** Of a pair, those whom the reader may know of; whoever reads a text of one author reads their name. */
const presentAuthors = (authors: readonly Author[], viewer: Knower): PresentedPart['authors'] => {
  const known = authorsKnown(
    authors.map((a) => a.personId),
    viewer,
  );
  return named(authors.filter((a) => known.includes(a.personId)));
};

/** @param readable the texts of this version that its reader sees: a comment names no other one */
const presentText = (
  row: Selectable<VersionParts>,
  viewer: Knower,
  readable: ReadonlySet<string | null>,
): PresentedPart => {
  const { authors, about, aboutName, parentId, writtenAt, fields } = PartContent.parse(row.content);
  return {
    kind: row.kind,
    area: LifeArea.nullable().parse(row.area),
    content: { about, aboutName, parentId: readable.has(parentId) ? parentId : null, writtenAt, fields },
    authors: presentAuthors(authors, viewer),
    hash: row.hash,
  };
};

const presentMarks = (
  row: Selectable<VersionParts>,
  marks: readonly Selectable<VersionParts>[],
): PresentedPart => ({
  kind: 'contribution',
  area: LifeArea.nullable().parse(row.area),
  content: null,
  authors: marks.flatMap((mark) => named(MarkContent.parse(mark.content).authors)),
  hash: null,
});

const readParts = async (
  tx: Tx,
  versionId: string,
  keys: number[],
  viewer: Knower,
): Promise<PresentedPart[]> => {
  const rows = await tx
    .selectFrom('version_parts')
    .selectAll()
    .where('version_id', '=', versionId)
    .where('acl_key', 'in', keys)
    .orderBy('position')
    .execute();
  const readable = new Set(rows.filter((row) => row.kind !== 'mark').map((row) => row.entry_id));
  return rows.flatMap((row, n) => {
    if (row.kind !== 'mark') return [presentText(row, viewer, readable)];
    if (readable.has(row.entry_id)) return [];
    // A pair's text has a mark for each of the two, and is still one text.
    const marks = rows.filter((other) => other.kind === 'mark' && other.entry_id === row.entry_id);
    return marks[0] === rows[n] ? [presentMarks(row, marks)] : [];
  });
};

/** Reads a version and logs the view, before anything leaves. @throws Refusal `not-found` */
export const readVersion = (
  server: Server,
  actor: Actor,
  where: { caseId: string; versionId: string },
  kind: 'assessment-version' | 'assessment-version-pdf',
): Promise<ReadVersion> =>
  read(server.context, actor, async (tx, at) => {
    const rights = await rightsIn(tx, server.facts, actor, where.caseId, at);
    const keys = [...rights.keys];
    const row = await tx
      .selectFrom('assessment_versions')
      .selectAll()
      .where('id', '=', where.versionId)
      .where('case_id', '=', where.caseId)
      .where('acl_key', 'in', keys)
      .executeTakeFirst();
    if (!row) throw notFound();
    const parts = await readParts(tx, row.id, keys, rights.viewer);
    const signatures = await tx
      .selectFrom('signatures')
      .selectAll()
      .where('version_id', '=', row.id)
      .where('acl_key', 'in', keys)
      .orderBy('signed_at')
      .orderBy('id')
      .execute();
    const { name, language } = await tx
      .selectFrom('people')
      .select(['name', 'language'])
      .where('id', '=', actor.personId)
      .executeTakeFirstOrThrow();
    await logView(tx, actor, at, { kind, caseId: where.caseId, objectId: row.id, purpose: 'case-work' });
    return {
      head: presentVersionHead(row),
      signatures: signatures.map((s): z.infer<typeof Signature> => presentSignature(s)),
      parts,
      withheld: parts.filter((part) => part.content === null).length,
      signed: SignedHead.parse(row.head),
      recipient: name,
      language: Language.parse(language),
      readAt: at,
    };
  });
