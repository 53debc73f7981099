// What belongs to the items of an agenda that somebody may read: who visits, who is there, the sections of the memo.
import { sql } from 'kysely';
import { knowsOf, mayRead } from '../access/rules.ts';
import type { Tx } from '../platform/db/transaction.ts';
import type { Found, FoundItem } from './find-meeting.ts';
import { memoSection } from './memo-section-kind.ts';

const none = Promise.resolve([]);
const idsOf = (items: readonly FoundItem[]): string[] => items.map(({ row }) => row.id);

export const readVisits = async ({ items }: Found, tx: Tx) => {
  const own = items.filter((item) => item.part === 'team');
  return own.length === 0
    ? none
    : tx
        .selectFrom('agenda_visits as v')
        .innerJoin('memberships as m', 'm.id', 'v.membership_id')
        .select(['v.id', 'v.item_id', 'v.membership_id', 'v.from_at', 'v.until_at', 'v.answer'])
        .select(['m.person_id', 'm.affiliation_id'])
        .where('v.item_id', 'in', idsOf(own))
        .where('v.withdrawn_at', 'is', null)
        .orderBy('v.from_at')
        .orderBy('v.id')
        .execute();
};

/** A visitor learns only of those who are in the case, and of whom they may know. */
export const readPresent = async ({ row, part, items, who, at }: Found, tx: Tx) => {
  const rows = await tx
    .selectFrom('attendances')
    .select(['item_id', 'person_id', 'affiliation_id', 'came_at'])
    .where('meeting_id', '=', row.id)
    .where('left_at', 'is', null)
    .orderBy('came_at')
    .orderBy('id')
    .execute();
  const readable = new Set(idsOf(items));
  return rows.filter((one) => {
    if (one.item_id !== null && !readable.has(one.item_id)) return false;
    if (part === 'team' || one.person_id === who.personId) return true;
    return items.some(({ facts }) =>
      facts.memberships.some(
        (m) =>
          m.personId === one.person_id &&
          m.affiliationId === one.affiliation_id &&
          knowsOf(facts, who, m, at.getTime()),
      ),
    );
  });
};

export const readSections = async ({ items, who, at }: Found, tx: Tx) => {
  if (items.length === 0) return none;
  const ids = idsOf(items);
  const asked = sql<{ id: string }>`select access.earlier_sections(${ids}::uuid[]) as id`.execute(tx);
  const rows = await tx
    .selectFrom('memo_sections as s')
    .innerJoin('documents as d', 'd.scope_id', 's.id')
    .leftJoin('agencies as g', 'g.id', 's.agency_id')
    .select(['s.id', 's.item_id', 's.acl_key', 's.part', 's.phase', 'd.id as document_id'])
    .select(['g.name_fi', 'g.name_sv'])
    .where('d.scope_kind', '=', memoSection)
    .where('s.item_id', 'in', ids)
    .orderBy('s.begun_at')
    .orderBy('s.id')
    .execute();
  const earlier = new Set((await asked).rows.map(({ id }) => id));
  return rows
    .filter((section) => {
      const facts = items.find(({ row }) => row.id === section.item_id)?.facts;
      const audience = facts?.audiences.find((a) => a.aclKey === section.acl_key);
      return facts && audience && mayRead(facts, who, audience, at.getTime());
    })
    .map((section) => ({ ...section, earlier: earlier.has(section.id) }));
};

/** Items of which it stands written what the child has said, or why nothing could be asked: as their team learns. */
export const readHeard = async ({ items }: Found, tx: Tx): Promise<ReadonlySet<string>> => {
  const own = idsOf(items.filter((item) => item.part === 'team'));
  if (own.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select i as id from unnest(${own}::uuid[]) i where access.child_heard(i)`.execute(tx);
  return new Set(rows.map(({ id }) => id));
};

/** Why items were put off to another time: by the last who did. Whose items they are is asked before. */
export const lastReasons = async (
  tx: Tx,
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (itemIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('meeting_moves')
    .select(['item_id', 'reason'])
    .where('item_id', 'in', itemIds)
    .where('act', '=', 'postpone-item')
    .orderBy('at')
    .orderBy('id')
    .execute();
  return new Map(
    rows.flatMap(({ item_id, reason }): [string, string][] => (item_id && reason ? [[item_id, reason]] : [])),
  );
};

/** The same of the items that their team reads. */
export const readPostponed = ({ items }: Found, tx: Tx): Promise<ReadonlyMap<string, string>> =>
  lastReasons(tx, idsOf(items.filter(({ part, row }) => part === 'team' && row.state === 'postponed')));

export const readCases = ({ items }: Found, tx: Tx) =>
  items.length === 0
    ? none
    : tx
        .selectFrom('cases')
        .select(['id', 'number', 'child_given_name'])
        .where(
          'id',
          'in',
          items.map(({ row }) => row.case_id),
        )
        .execute();
