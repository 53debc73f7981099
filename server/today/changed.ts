// What others did in the viewer's cases since the viewer last opened each of them.
import { sql } from 'kysely';
import type { Today } from '../../shared/today.ts';
import type { AllRights } from '../access/reading-all.ts';
import { activityFor, presentActivity } from '../cases/index.ts';
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
  const told = rows.flatMap((row) => {
    const [name, own] = [names.get(row.case_id), rights.cases.get(row.case_id)];
    if (!name || !own) return [];
    const activity = activityFor(presentActivity(row), own.viewer);
    return [{ ...name, activity, personName: row.name, doneBy: row.person_id }];
  });
  // Done by the other of a pair, for whoever may know that one alone.
  const others = told
    .filter((one) => one.activity.personId !== one.doneBy)
    .map((one) => one.activity.personId);
  const people =
    others.length === 0
      ? []
      : await tx.selectFrom('people').select(['id', 'name']).where('id', 'in', others).execute();
  return told.map(({ doneBy, ...one }) => {
    const other = people.find((p) => p.id !== doneBy && p.id === one.activity.personId);
    return { ...one, personName: other?.name ?? one.personName };
  });
};
