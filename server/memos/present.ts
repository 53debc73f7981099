// A part of a memo as one reader is shown it, with what they may do there. Rights are worked out here; the client shows them.
import type { Selectable } from 'kysely';
import {
  type MemoAbility,
  MemoContent,
  type MemoPartShown,
  type MemoVersionHead,
} from '../../shared/memo.ts';
import type { Actor } from '../access/actor.ts';
import type { Context } from '../context.ts';
import { readActingNames } from '../people/index.ts';
import type { MemoVersions } from '../platform/db/tables.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { contentOf, hashOfContent, readDocuments } from './content.ts';
import type { FoundPart } from './find-parts.ts';

export type VersionRow = Selectable<MemoVersions>;

/** What belongs to the versions of these parts: heads with signatures, and what the own agency has taken over. */
export const readVersions = async (tx: Tx, parts: readonly FoundPart[]) => {
  const ids = parts.map(({ row }) => row.id);
  if (ids.length === 0) return { versions: [], signatures: [], transfers: [] };
  const versions = await tx
    .selectFrom('memo_versions')
    .selectAll()
    .where('memo_part_id', 'in', ids)
    .orderBy('version')
    .execute();
  if (versions.length === 0) return { versions, signatures: [], transfers: [] };
  const of = versions.map(({ id }) => id);
  const [signatures, transfers] = await Promise.all([
    tx
      .selectFrom('memo_signatures')
      .selectAll()
      .where('version_id', 'in', of)
      .orderBy('signed_at')
      .orderBy('id')
      .execute(),
    tx
      .selectFrom('memo_transfers')
      .selectAll()
      .where('version_id', 'in', of)
      .orderBy('at')
      .orderBy('id')
      .execute(),
  ]);
  return { versions, signatures, transfers };
};
export type VersionRows = Awaited<ReturnType<typeof readVersions>>;
export type SignatureNames = Awaited<ReturnType<typeof readActingNames>>;

export const namesIn = (tx: Tx, { signatures, transfers }: VersionRows): Promise<SignatureNames> =>
  readActingNames(tx, [
    ...signatures.map((one) => one.affiliation_id),
    ...transfers.map((one) => one.by_affiliation_id),
  ]);

/** @param known of the participation of a signer, may the reader know? Ring 1; ring 2 gave the rows. */
export const presentVersionHead = (
  row: VersionRow,
  { signatures }: Pick<VersionRows, 'signatures'>,
  names: SignatureNames,
  known: (aclKey: number) => boolean,
): MemoVersionHead => ({
  id: row.id,
  version: row.version,
  reason: row.reason,
  hash: row.hash,
  madeAt: row.made_at.toISOString(),
  signatures: signatures
    .filter((one) => one.version_id === row.id && known(one.acl_key))
    .map((one) => {
      const agency = names.get(one.affiliation_id);
      return {
        id: one.id,
        name: one.name,
        profession: one.profession as MemoVersionHead['signatures'][number]['profession'],
        agencyNameFi: agency?.agencyNameFi ?? null,
        agencyNameSv: agency?.agencyNameSv ?? null,
        signedAt: one.signed_at.toISOString(),
      };
    }),
});

/** Whether the one who acts has signed the version that stands. */
export const hasSigned = (
  part: FoundPart,
  { versions, signatures }: Pick<VersionRows, 'versions' | 'signatures'>,
  actor: Actor,
): boolean => {
  const current = versions.find((v) => v.memo_part_id === part.row.id && v.version === part.row.version);
  return signatures.some((one) => one.version_id === current?.id && one.person_id === actor.personId);
};

/** May they sign it now? The first signature is of whoever says what stands there. */
export const waitsFor = (part: FoundPart, rows: VersionRows, actor: Actor): boolean =>
  part.facts.closedAt === null &&
  (part.row.state === 'open' ? part.makes : part.signs && !hasSigned(part, rows, actor));

const abilitiesOf = (part: FoundPart, rows: VersionRows, actor: Actor): MemoAbility[] => {
  const can: MemoAbility[] = [];
  const open = part.row.state === 'open';
  const closed = part.facts.closedAt !== null;
  if (!closed && open && part.writes) can.push('write');
  if (waitsFor(part, rows, actor)) can.push('sign');
  if (!closed && !open && part.makes) can.push('correct');
  if (!closed && part.member && actor.affiliation && part.fact.part !== 'agency') can.push('comment');
  if (actor.affiliation && rows.versions.some((v) => v.memo_part_id === part.row.id)) can.push('transfer');
  return can;
};

/** What is not signed is read by whoever writes it; everybody else reads what was signed last. */
const shownContent = async (
  tx: Tx,
  context: Pick<Context, 'gateway'>,
  part: FoundPart,
  versions: readonly VersionRow[],
  at: Date,
): Promise<Pick<MemoPartShown, 'content' | 'hash'>> => {
  if (part.row.state === 'open' && part.writes) {
    const content = await contentOf(tx, context, part, at);
    return { content, hash: hashOfContent(content) };
  }
  const last = versions.at(-1);
  return last ? { content: MemoContent.parse(last.content), hash: last.hash } : { content: null, hash: null };
};

export const presentPart = async (
  tx: Tx,
  context: Pick<Context, 'gateway'>,
  part: FoundPart,
  rows: VersionRows,
  {
    actor,
    at,
    names,
    known,
  }: { actor: Actor; at: Date; names: SignatureNames; known: (aclKey: number) => boolean },
): Promise<MemoPartShown> => {
  const { row, fact } = part;
  const versions = rows.versions.filter((v) => v.memo_part_id === row.id);
  const can = abilitiesOf(part, rows, actor);
  const [shown, documents, agency] = await Promise.all([
    shownContent(tx, context, part, versions, at),
    can.includes('write') ? readDocuments(tx, part) : [],
    row.agency_id === null
      ? undefined
      : tx
          .selectFrom('agencies')
          .select(['name_fi', 'name_sv'])
          .where('id', '=', row.agency_id)
          .executeTakeFirst(),
  ]);
  return {
    id: row.id,
    part: fact.part,
    agencyNameFi: agency?.name_fi ?? null,
    agencyNameSv: agency?.name_sv ?? null,
    state: row.state === 'open' ? 'open' : 'signed',
    version: row.version,
    reason: row.reason,
    ...shown,
    documents: documents.map((one) => ({ phase: one.phase, documentId: one.document_id })),
    versions: versions.map((v) => presentVersionHead(v, rows, names, known)),
    transfers: rows.transfers
      .filter(
        (one) =>
          one.agency_id === actor.affiliation?.agencyId && versions.some((v) => v.id === one.version_id),
      )
      .map((one) => ({
        id: one.id,
        version: versions.find((v) => v.id === one.version_id)?.version ?? 0,
        system: one.system,
        name: names.get(one.by_affiliation_id)?.name ?? '',
        at: one.at.toISOString(),
      })),
    can,
  };
};
