// One's own visits, with what one may know of the meeting before one's item and after it: not whether it has begun, nor how far it is.
import { sql } from 'kysely';
import { ItemState, MeetingKind, MeetingState, type OwnVisit, VisitAnswer } from '../../shared/meeting.ts';
import { type Actor, actingAs } from '../access/actor.ts';
import { partIn } from '../access/meeting-rules.ts';
import { mayOpen } from '../access/rules.ts';
import type { Tx } from '../platform/db/transaction.ts';
import type { Server } from '../server.ts';

const dayMs = 86_400_000;
/** What is over is listed for so long. */
const daysListed = 28;

type VisitRow = {
  id: string;
  item_id: string;
  meeting_id: string;
  case_id: string;
  kind: string;
  place: string | null;
  link: string | null;
};

/** Whether it has begun is told to whoever may come in, and not before. */
export const readOwnVisits = async (tx: Tx, server: Server, actor: Actor, at: Date): Promise<OwnVisit[]> => {
  const who = actingAs(actor);
  const { rows } = await sql<VisitRow>`
    select id, item_id, meeting_id, case_id, kind, place, link from access.own_visits()`.execute(tx);
  const ids = rows.map((row) => row.id);
  if (ids.length === 0) return [];
  const itemIds = rows.map((row) => row.item_id);
  const [visits, items, cases, answers, been] = await Promise.all([
    tx
      .selectFrom('agenda_visits')
      .select(['id', 'membership_id', 'from_at', 'until_at', 'answer'])
      .where('id', 'in', ids)
      .where('until_at', '>', new Date(at.getTime() - daysListed * dayMs))
      .orderBy('from_at')
      .execute(),
    tx
      .selectFrom('agenda_items as i')
      .innerJoin('meetings as m', 'm.id', 'i.meeting_id')
      .select(['i.id', 'i.acl_key', 'i.state', 'm.state as meeting'])
      .where('i.id', 'in', itemIds)
      .execute(),
    tx
      .selectFrom('cases')
      .select(['id', 'number', 'child_given_name'])
      .where(
        'id',
        'in',
        rows.map((row) => row.case_id),
      )
      .execute(),
    tx
      .selectFrom('entries')
      .select(['id', 'agenda_item_id', 'author_ids'])
      .where('kind', '=', 'written-answer')
      .where('agenda_item_id', 'in', itemIds)
      .execute(),
    tx
      .selectFrom('attendances')
      .select('item_id')
      .where('item_id', 'in', itemIds)
      .where('person_id', '=', who.personId)
      .where('affiliation_id', who.affiliationId === null ? 'is' : '=', who.affiliationId)
      .execute(),
  ]);
  const facts = await server.facts.readAll(tx, [...new Set(rows.map((row) => row.case_id))]);
  return visits.flatMap((visit): OwnVisit[] => {
    const row = rows.find(({ id }) => id === visit.id);
    const about = cases.find(({ id }) => id === row?.case_id);
    const of = row && facts.get(row.case_id)?.facts;
    if (!row || !about || !of || !mayOpen(of, who, at.getTime())) return [];
    const item = items.find(({ id }) => id === row.item_id);
    const own = {
      itemId: row.item_id,
      membershipId: visit.membership_id,
      from: visit.from_at.getTime(),
      until: visit.until_at.getTime(),
    };
    const fact = item && { id: item.id, aclKey: item.acl_key, state: ItemState.parse(item.state) };
    const meeting = item && MeetingState.parse(item.meeting);
    const now =
      fact !== undefined &&
      meeting !== undefined &&
      partIn(of, who, fact, { visits: [own], meeting, at: at.getTime() }) === 'visitor';
    const answer = answers.find(
      (one) => one.agenda_item_id === row.item_id && one.author_ids.includes(actor.personId),
    );
    return [
      {
        id: visit.id,
        meetingId: row.meeting_id,
        itemId: row.item_id,
        caseId: row.case_id,
        caseNumber: about.number,
        childGivenName: about.child_given_name,
        kind: MeetingKind.parse(row.kind),
        place: row.place,
        link: row.link,
        fromAt: visit.from_at.toISOString(),
        untilAt: visit.until_at.toISOString(),
        answer: visit.answer === null ? null : VisitAnswer.parse(visit.answer),
        entryId: answer?.id ?? null,
        now,
        been: been.some((one) => one.item_id === row.item_id),
      },
    ];
  });
};
