// Whose consent is still missing where some guardians have consented and others, who have the power too, have not. Said
// only to those who may see that relation: ring 1 is asked here, ring 2 by the query for the name.
import type { DataClass } from '../../shared/vocabulary.ts';
import { type Acting, actingAs } from '../access/actor.ts';
import type { CaseCommand } from '../access/command.ts';
import type { Facts } from '../access/facts.ts';
import { guardiansMissing, readableKeys } from '../access/rules.ts';
import type { Tx } from '../platform/db/transaction.ts';

type Asked = { readonly facts: Facts; readonly who: Acting; readonly at: number };

const relationsLacking = (
  { facts, who, at }: Asked,
  from: string,
  to: string,
  dataClass: DataClass,
): string[] => {
  const lacking = guardiansMissing(facts, from, to, dataClass, at);
  if (lacking.length === 0) return [];
  const keys = new Set(readableKeys(facts, who, at));
  return lacking.filter(({ aclKey }) => keys.has(aclKey)).map(({ relationId }) => relationId);
};

/** Names of the guardians whose consent is missing for the class, in the order in which they were recorded. */
export const namesOfLacking = async (
  tx: Tx,
  asked: Asked,
  from: string,
  to: string,
  dataClass: DataClass,
): Promise<string[]> => {
  const ids = relationsLacking(asked, from, to, dataClass);
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('relations')
    .select('name')
    .where('case_id', '=', asked.facts.caseId)
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.name);
};

/** For a refusal: which relations, by id, since no name stands in an error. Nothing where no consent is half given. */
export const lackingDetail = (
  { facts, actor, at }: Pick<CaseCommand, 'facts' | 'actor' | 'at'>,
  from: string,
  to: string,
  dataClasses: readonly DataClass[],
): { guardians?: string } => {
  const asked = { facts, who: actingAs(actor), at: at.getTime() };
  const ids = new Set(dataClasses.flatMap((one) => relationsLacking(asked, from, to, one)));
  return ids.size === 0 ? {} : { guardians: [...ids].join(' ') };
};
