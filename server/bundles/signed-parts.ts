// The texts of signed versions that somebody could give: of each assessment as it was signed last, where the text that it was is still
// there for them.
import { type Selectable, sql } from 'kysely';
import type { Facts } from '../access/facts.ts';
import { PartContent } from '../assessments/index.ts';
import type { EntryRow } from '../entries/index.ts';
import type { VersionParts } from '../platform/db/tables.ts';
import type { Tx } from '../platform/db/transaction.ts';

type SignedPart = {
  readonly row: Selectable<VersionParts>;
  readonly part: PartContent;
  readonly entry: EntryRow;
  readonly version: { readonly number: number; readonly signedAt: string; readonly hash: string };
};

/** @param entries texts of the own register that the giver reads and could give: of nothing else a part goes */
export const signedParts = async (
  tx: Tx,
  { facts }: { readonly facts: Pick<Facts, 'caseId'> },
  keys: readonly number[],
  entries: readonly EntryRow[],
): Promise<SignedPart[]> => {
  const readable = sql<number>`any(${keys}::bigint[])`;
  const versions = await tx
    .selectFrom('assessment_versions')
    .select(['id', 'version', 'signed_at', 'hash'])
    .distinctOn('assessment_id')
    .where('case_id', '=', facts.caseId)
    .where('acl_key', '=', readable)
    .orderBy('assessment_id')
    .orderBy('version', 'desc')
    .execute();
  if (versions.length === 0 || entries.length === 0) return [];
  const rows = await tx
    .selectFrom('version_parts')
    .selectAll()
    .where(
      'version_id',
      'in',
      versions.map(({ id }) => id),
    )
    .where('acl_key', '=', readable)
    .where(
      'entry_id',
      'in',
      entries.map(({ id }) => id),
    )
    .orderBy('version_id')
    .orderBy('position')
    .execute();
  return rows.flatMap((row) => {
    const version = versions.find(({ id }) => id === row.version_id);
    const entry = entries.find(({ id }) => id === row.entry_id);
    // Beside its text a signed one may have a mark, and what its team kept of it.
    if (!version || !entry || row.kind !== entry.kind) return [];
    return [
      {
        row,
        entry,
        part: PartContent.parse(row.content),
        version: {
          number: version.version,
          signedAt: version.signed_at.toISOString(),
          hash: version.hash,
        },
      },
    ];
  });
};
