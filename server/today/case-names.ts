// How a case is called on Today: its neutral number and the child's given name.
import type { AllRights } from '../access/reading-all.ts';
import type { Tx } from '../platform/db/transaction.ts';

export type CaseName = { caseId: string; number: string; childGivenName: string };
export type CaseNames = ReadonlyMap<string, CaseName>;

export const readCaseNames = async (tx: Tx, rights: AllRights): Promise<CaseNames> => {
  const ids = [...rights.cases.keys()];
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('cases')
    .select(['id', 'number', 'child_given_name'])
    .where('id', 'in', ids)
    .where(rights.opens('acl_key'))
    .execute();
  return new Map(
    rows.map((c) => [c.id, { caseId: c.id, number: c.number, childGivenName: c.child_given_name }]),
  );
};
