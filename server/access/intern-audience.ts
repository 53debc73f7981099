// The key of an audience: known from the facts, or made by the database when it is new.
import { sql } from 'kysely';
import type { Tx } from '../platform/db/transaction.ts';
import type { AudienceFact, Facts } from './facts.ts';

export type WantedAudience = Omit<AudienceFact, 'aclKey'>;

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((x) => b.includes(x));

export const findKey = (facts: Facts, wanted: WantedAudience): number | undefined =>
  facts.audiences.find(
    (a) =>
      a.ownerAgencyId === wanted.ownerAgencyId &&
      a.dataClass === wanted.dataClass &&
      a.scope === wanted.scope &&
      a.familyScope === wanted.familyScope &&
      a.participation === wanted.participation &&
      sameSet(a.agencyIds, wanted.agencyIds) &&
      sameSet(a.familyIds, wanted.familyIds) &&
      sameSet(a.authorIds, wanted.authorIds),
  )?.aclKey;

/** Makes the audience and derives who holds it. */
export const makeKey = async (tx: Tx, caseId: string, wanted: WantedAudience): Promise<number> => {
  const { rows } = await sql<{ key: number }>`
    select access.intern_audience(${caseId}, ${wanted.ownerAgencyId}, ${wanted.dataClass}, ${wanted.scope}, ${wanted.agencyIds},
      ${wanted.familyScope}, ${wanted.familyIds}, ${wanted.authorIds}, ${wanted.participation}) as key`.execute(
    tx,
  );
  const key = rows[0]?.key;
  if (key === undefined) throw new Error('an audience has no key');
  return key;
};
