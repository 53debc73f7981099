// Of the meetings in a list, what concerns the reader by the cases in whose home team they are: what they present, and who has not answered.
// A case that is restricted to them adds nothing: a number would tell that somebody from outside comes.
import { sql } from 'kysely';
import type { Actor } from '../access/actor.ts';
import type { Tx } from '../platform/db/transaction.ts';

type OwnItems = {
  readonly unanswered: ReadonlyMap<string, number>;
  readonly presents: ReadonlyMap<string, readonly string[]>;
};

const readPresented = (
  tx: Tx,
  affiliationId: string,
  meetings: readonly string[],
  cases: readonly string[],
) =>
  tx
    .selectFrom('agenda_items as i')
    .innerJoin('cases as c', 'c.id', 'i.case_id')
    .select(['i.meeting_id', 'c.child_given_name'])
    .where('i.meeting_id', '=', sql<string>`any(${meetings}::uuid[])`)
    .where('i.case_id', '=', sql<string>`any(${cases}::uuid[])`)
    .where('i.presenter_affiliation_id', '=', affiliationId)
    .where('i.state', 'in', ['planned', 'current'])
    .orderBy('i.place')
    .orderBy('i.id')
    .execute();

const countUnanswered = (tx: Tx, at: Date, meetings: readonly string[], cases: readonly string[]) =>
  tx
    .selectFrom('agenda_visits as v')
    .innerJoin('agenda_items as i', 'i.id', 'v.item_id')
    .innerJoin('memberships as m', 'm.id', 'v.membership_id')
    .select('v.meeting_id')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('v.meeting_id', '=', sql<string>`any(${meetings}::uuid[])`)
    .where('v.case_id', '=', sql<string>`any(${cases}::uuid[])`)
    .where('v.withdrawn_at', 'is', null)
    .where('v.answer', 'is', null)
    .where('v.until_at', '>', at)
    .where('i.state', 'in', ['planned', 'current'])
    .groupBy('v.meeting_id')
    .execute();

/** @param cases in whose home team the reader is */
export const readOwnItems = async (
  tx: Tx,
  actor: Actor,
  at: Date,
  meetings: readonly string[],
  cases: readonly string[],
): Promise<OwnItems> => {
  if (actor.affiliation === null || cases.length === 0) return { unanswered: new Map(), presents: new Map() };
  const [presented, counts] = await Promise.all([
    readPresented(tx, actor.affiliation.id, meetings, cases),
    countUnanswered(tx, at, meetings, cases),
  ]);
  const presents = new Map<string, string[]>();
  for (const { meeting_id, child_given_name } of presented)
    presents.set(meeting_id, [...(presents.get(meeting_id) ?? []), child_given_name]);
  return { unanswered: new Map(counts.map((one) => [one.meeting_id, Number(one.count)])), presents };
};
