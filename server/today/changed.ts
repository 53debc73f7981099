// What others did in the viewer's cases since the viewer last opened each of them.
import { sql } from 'kysely';
import type { Today } from '../../shared/today.ts';
import type { AllRights } from '../access/reading-all.ts';
import { presentActivity } from '../cases/index.ts';
import type { Tx } from '../platform/db/transaction.ts';
import type { CaseNames } from './case-names.ts';

const most = 60;

/** Of a case never opened: since the viewer joined it. */
export const readChanged = async (
  tx: Tx,
  rights: AllRights,
  names: CaseNames,
  personId: string,
): Promise<Today['changed']> => {
  const caseIds = [...rights.cases.keys()];
  if (caseIds.length === 0) return [];
  const rows = await tx
    .selectFrom('activities as a')
    .innerJoin('people as p', 'p.id', 'a.person_id')
    .leftJoin('visits as v', (join) =>
      join.onRef('v.case_id', '=', 'a.case_id').on('v.person_id', '=', personId),
    )
    .select(['a.id', 'a.case_id', 'a.at', 'a.person_id', 'a.kind', 'a.object_id', 'a.detail', 'p.name'])
    .where('a.case_id', 'in', caseIds)
    .where('a.person_id', '!=', personId)
    .where(rights.opens('a.acl_key'))
    .where(
      'a.at',
      '>',
      sql<Date>`coalesce(v.at, (select min(m.starts_at) from memberships m where m.case_id = a.case_id and m.person_id = ${personId}))`,
    )
    .orderBy('a.at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(most)
    .execute();
  return rows.flatMap((row) => {
    const name = names.get(row.case_id);
    return name ? { ...name, activity: presentActivity(row), personName: row.name } : [];
  });
};
