// A section of a memo as a kind of document: who may read and write in one now (ring 1). The database asks the same of functions
// of its own (access.memo_section_right). An agency's own part is its own, also when its visit is over; everything else
// belongs to the room, and after it to the home team until it is signed.
import { ItemState, MeetingState } from '../../shared/meeting.ts';
import type { Acting } from '../access/actor.ts';
import type { Facts, FactsCache } from '../access/facts.ts';
import { nextBoundary } from '../access/live-rights.ts';
import { partIn, type VisitFact } from '../access/meeting-rules.ts';
import { actingMemberships, mayRead } from '../access/rules.ts';
import { type DocumentKind, noStanding } from '../documents/index.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { ownVisitsTo } from './own-visits.ts';

/** As documents.scope_kind. */
export const memoSection = 'memo-section';

const sectionOf = (tx: Tx, id: string) =>
  tx
    .selectFrom('memo_sections')
    .select(['item_id', 'case_id', 'acl_key', 'part'])
    .where('id', '=', id)
    .executeTakeFirst();
const itemOf = (tx: Tx, id: string) =>
  tx
    .selectFrom('agenda_items as i')
    .innerJoin('meetings as m', 'm.id', 'i.meeting_id')
    .select(['i.id', 'i.acl_key', 'i.state', 'm.id as meeting_id', 'm.state as meeting'])
    .where('i.id', '=', id)
    .executeTakeFirst();
type Item = NonNullable<Awaited<ReturnType<typeof itemOf>>>;

/** A part that was signed is written no more, until it is corrected. */
const isSigned = async (tx: Tx, itemId: string, aclKey: number): Promise<boolean> =>
  (await tx
    .selectFrom('memo_parts')
    .select('id')
    .where('item_id', '=', itemId)
    .where('acl_key', '=', aclKey)
    .where('state', '=', 'signed')
    .executeTakeFirst()) !== undefined;

const inRoom = (facts: Facts, who: Acting, item: Item, visits: readonly VisitFact[], at: number): boolean =>
  partIn(
    facts,
    who,
    { id: item.id, aclKey: item.acl_key, state: ItemState.parse(item.state) },
    { visits, meeting: MeetingState.parse(item.meeting), at },
  ) !== null;

/** @param cache the facts of cases */
export const memoSectionKind = (cache: FactsCache): DocumentKind => ({
  kind: memoSection,
  standing: async (tx, who, scopeId, at) => {
    const section = await sectionOf(tx, scopeId);
    const known = section && (await cache.read(tx, section.case_id));
    const facts = known?.facts;
    const audience = facts?.audiences.find((a) => a.aclKey === section?.acl_key);
    if (!section || !facts || !audience || !mayRead(facts, who, audience, at)) return noStanding;
    const acts =
      actingMemberships(facts, who, at).some((m) => m.role !== 'break-glass') &&
      !(await isSigned(tx, section.item_id, section.acl_key));
    const until = nextBoundary(facts, at);
    if (section.part === 'agency') return { reads: true, writes: acts, until };
    const item = await itemOf(tx, section.item_id);
    if (!item) return noStanding;
    const visits = await ownVisitsTo(tx, who, item.meeting_id);
    if (!inRoom(facts, who, item, visits, at)) return noStanding;
    const ends = visits.map((visit) => visit.until).filter((end) => end > at);
    const written = item.meeting === 'open' || item.meeting === 'ended';
    return { reads: true, writes: acts && written, until: Math.min(until, ...ends) };
  },
});
