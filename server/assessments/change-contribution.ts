// A request's header follows what happens to its text. Told to those who may know of the contributor.
import type { Updateable } from 'kysely';
import type { CaseCommand } from '../access/command.ts';
import type { Contributions } from '../platform/db/tables.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { ContributionRow } from './find-assessment.ts';
import { presentContribution } from './present.ts';

/** Where the request is known: where the first of its contributors is, and where the second is. */
export const keysOf = (row: Pick<ContributionRow, 'acl_key' | 'pair_acl_key'>): Set<number> =>
  new Set([row.acl_key, row.pair_acl_key ?? row.acl_key]);

export const announceContribution = async (
  c: CaseCommand,
  kind: 'contribution.asked' | 'contribution.changed',
  row: ContributionRow,
): Promise<void> => {
  const { agency_id } = await c.tx
    .selectFrom('affiliations')
    .select('agency_id')
    .where('id', '=', row.affiliation_id)
    .executeTakeFirstOrThrow();
  for (const key of keysOf(row))
    c.publish({ kind, contribution: presentContribution({ ...row, agency_id }) }, key);
};

export const changeContribution = async (
  c: CaseCommand,
  row: ContributionRow,
  change: Updateable<Contributions>,
): Promise<ContributionRow> => {
  const changed = await c.tx
    .updateTable('contributions')
    .set({ ...change, version: row.version + 1 })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await announceContribution(c, 'contribution.changed', changed);
  return changed;
};

/**
 * The text of a contribution was shared, or taken back.
 * @throws Refusal `not-allowed` when the request for it was withdrawn: the draft stays its author's alone.
 */
export const contributionFollows = async (
  c: CaseCommand,
  entryId: string,
  status: 'shared' | 'asked',
): Promise<void> => {
  const row = await c.tx
    .selectFrom('contributions')
    .selectAll()
    .where('entry_id', '=', entryId)
    .forUpdate()
    .executeTakeFirst();
  if (!row || row.status === 'withdrawn') throw new Refusal('not-allowed');
  if (row.status !== status) await changeContribution(c, row, { status });
};
