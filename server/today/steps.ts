// The own steps of all cases, and those that somebody offers.
import type { Today } from '../../shared/today.ts';
import type { Acting } from '../access/actor.ts';
import type { AllRights } from '../access/reading-all.ts';
import { stepAbilities } from '../access/step-rules.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { stepFactOf } from '../steps/index.ts';
import type { CaseNames } from './case-names.ts';

/** Open steps of one's own, in the affiliation in which one acts, and those offered to one there. */
const readRows = (tx: Tx, rights: AllRights, { personId, affiliationId }: Acting) => {
  const is = affiliationId === null ? 'is' : '=';
  return tx
    .selectFrom('steps as s')
    .innerJoin('people as d', 'd.id', 's.doer_id')
    .leftJoin('people as o', 'o.id', 's.offered_to_id')
    .selectAll('s')
    .select(['d.name as doer_name', 'o.name as offered_to_name'])
    .where('s.state', '=', 'open')
    .where('s.case_id', 'in', [...rights.cases.keys()])
    .where((eb) =>
      eb.or([
        eb.and([eb('s.doer_id', '=', personId), eb('s.doer_affiliation_id', is, affiliationId)]),
        eb.and([eb('s.offered_to_id', '=', personId), eb('s.offered_to_affiliation_id', is, affiliationId)]),
      ]),
    )
    .where(rights.opens('s.acl_key'))
    .orderBy('s.due_on', (order) => order.asc().nullsLast())
    .orderBy('s.id')
    .execute();
};

/** By due date. In a closed case nothing is left to do. */
export const readSteps = async (
  tx: Tx,
  rights: AllRights,
  names: CaseNames,
  who: Acting,
): Promise<Today['steps']> => {
  if (rights.cases.size === 0) return [];
  const rows = await readRows(tx, rights, who);
  return rows.flatMap((row) => {
    const [name, viewer] = [names.get(row.case_id), rights.cases.get(row.case_id)?.viewer];
    if (!name || !viewer || viewer.closed) return [];
    const mine = row.doer_id === who.personId && row.doer_affiliation_id === who.affiliationId;
    const other = mine ? row.offered_to_id : row.doer_id;
    const known = other !== null && viewer.knownPeople([other]).length > 0;
    return {
      ...name,
      id: row.id,
      text: row.text,
      dueOn: row.due_on,
      direction: mine ? 'mine' : 'to-me',
      name: known ? (mine ? row.offered_to_name : row.doer_name) : null,
      version: row.version,
      can: stepAbilities(viewer, stepFactOf(row)),
    };
  });
};
