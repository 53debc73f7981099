// The parts of memos that somebody may read: ring 1 works out what they are to each, ring 2 is asked by the queries.
import type { Selectable, SelectQueryBuilder } from 'kysely';
import { MemoPart } from '../../shared/meeting.ts';
import type { Actor } from '../access/actor.ts';
import type { Facts, FactsCache } from '../access/facts.ts';
import {
  keepsOwn,
  type MemoFact,
  makesMemo,
  type Presence,
  readsAsMember,
  signsMemo,
  writesMemo,
} from '../access/memo-rules.ts';
import type { DB, MemoParts } from '../platform/db/tables.ts';
import type { Tx } from '../platform/db/transaction.ts';

export type PartRow = Selectable<MemoParts>;
export type FoundPart = {
  readonly row: PartRow;
  readonly fact: MemoFact;
  readonly facts: Facts;
  /** By the audience; else it is the own agency's, kept by it. */
  readonly member: boolean;
  readonly writes: boolean;
  readonly signs: boolean;
  readonly makes: boolean;
};
type Rows = SelectQueryBuilder<DB, 'memo_parts', object>;

const factOf = (row: PartRow): MemoFact => ({
  itemId: row.item_id,
  aclKey: row.acl_key,
  part: MemoPart.parse(row.part),
  agencyId: row.agency_id,
  from: row.from_at.getTime(),
  until: row.until_at.getTime(),
});

/** One's own presences, and the meetings that one led. */
const readThere = async (tx: Tx, actor: Actor, meetingIds: readonly string[]) => {
  const affiliationId = actor.affiliation?.id;
  if (affiliationId === undefined || meetingIds.length === 0) return () => ({ led: false, presences: [] });
  const ids = [...new Set(meetingIds)];
  const [presences, led] = await Promise.all([
    tx
      .selectFrom('attendances')
      .select(['meeting_id', 'item_id', 'came_at', 'left_at'])
      .where('meeting_id', 'in', ids)
      .where('person_id', '=', actor.personId)
      .where('affiliation_id', '=', affiliationId)
      .execute(),
    tx
      .selectFrom('meetings')
      .select('id')
      .where('id', 'in', ids)
      .where('chair_affiliation_id', '=', affiliationId)
      .execute(),
  ]);
  return (meetingId: string) => ({
    led: led.some(({ id }) => id === meetingId),
    presences: presences
      .filter((one) => one.meeting_id === meetingId)
      .map(
        (one): Presence => ({
          itemId: one.item_id,
          cameAt: one.came_at.getTime(),
          leftAt: one.left_at?.getTime() ?? null,
        }),
      ),
  });
};

/** @param which narrows the rows to those that are asked for */
export const findParts = async (
  tx: Tx,
  cache: FactsCache,
  actor: Actor,
  at: Date,
  which: (rows: Rows) => Rows,
): Promise<FoundPart[]> => {
  const rows = await which(tx.selectFrom('memo_parts'))
    .selectAll()
    .orderBy('from_at')
    .orderBy('id')
    .execute();
  const facts = await cache.readAll(tx, [...new Set(rows.map((row) => row.case_id))]);
  const thereIn = await readThere(
    tx,
    actor,
    rows.map((row) => row.meeting_id),
  );
  const now = at.getTime();
  return rows.flatMap((row): FoundPart[] => {
    const of = facts.get(row.case_id)?.facts;
    if (!of) return [];
    const fact = factOf(row);
    const member = readsAsMember(of, actor, fact, now);
    if (!member && !keepsOwn(of, actor, fact, now)) return [];
    const there = thereIn(row.meeting_id);
    return [
      {
        row,
        fact,
        facts: of,
        member,
        writes: writesMemo(of, actor, fact, now),
        signs: signsMemo(of, actor, fact, there, now),
        makes: makesMemo(of, actor, fact, there, now),
      },
    ];
  });
};
