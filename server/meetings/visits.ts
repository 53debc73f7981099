// Who comes for one item: invited by the home team of its case, answering for themselves.
import { sql } from 'kysely';
import type { z } from 'zod';
import type {
  answerVisit as answerContract,
  changeVisit as changeContract,
  inviteToItem as contract,
} from '../../shared/meetings.ts';
import { type Call, type CaseCommand, caseCommand } from '../access/command.ts';
import type { Membership } from '../access/facts.ts';
import { read } from '../access/reading.ts';
import { actingMemberships, knowsOf, takingPart } from '../access/rules.ts';
import { isHome } from '../access/writing.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { itemCommand, type Place } from './item-command.ts';
import { beginOwnAnswer } from './written-answer.ts';

type Input = z.output<NonNullable<typeof contract.body>>;
type Change = z.output<NonNullable<typeof changeContract.body>>;
type Answer = z.output<NonNullable<typeof answerContract.body>>['answer'];

const requireWindow = ({ fromAt, untilAt }: { fromAt: string; untilAt: string }): void => {
  if (Date.parse(untilAt) <= Date.parse(fromAt)) throw new Refusal('invalid-input', { field: 'untilAt' });
};

const requireGuest = (c: CaseCommand, membershipId: string): Membership => {
  const member = takingPart(c.facts, membershipId, c.at.getTime());
  if (!member || isHome(c.facts, member)) throw notFound();
  return member;
};

/** Those who sit at one table see each other: nobody is asked to it who may not know of another, or of whom another may not. */
const requireKnown = async (c: CaseCommand, { item }: Place, member: Membership): Promise<void> => {
  const at = c.at.getTime();
  const rows = await c.tx
    .selectFrom('agenda_visits')
    .select('membership_id')
    .where('item_id', '=', item.row.id)
    .where('withdrawn_at', 'is', null)
    .execute();
  for (const { membership_id: id } of rows) {
    if (id === member.id) throw new Refusal('already-done');
    const other = c.facts.memberships.find((m) => m.id === id);
    if (!other) continue;
    if (!knowsOf(c.facts, member, other, at) || !knowsOf(c.facts, other, member, at))
      throw new Refusal('visitors-unknown');
  }
};

/** @throws Refusal `not-found`, `already-done`, `visitors-unknown`, `meeting-state` */
export const inviteToItem = (
  server: Server,
  call: Call,
  itemId: string,
  input: Input,
): Promise<{ id: string }> =>
  itemCommand(server, call, itemId, 'team', async (c, place) => {
    requireWindow(input);
    const { state } = place.item.row;
    if (state !== 'planned' && state !== 'current') throw new Refusal('meeting-state', { item: state });
    const member = requireGuest(c, input.membershipId);
    await requireKnown(c, place, member);
    const { rows } = await sql<{ id: string }>`select access.invite_to_item(${itemId}, ${input.membershipId},
      ${input.fromAt}, ${input.untilAt}) as id`.execute(c.tx);
    return { id: rows[0]?.id ?? '' };
  });

const visitOf = (server: Server, call: Call, visitId: string) =>
  read(server.context, call.actor, (tx) =>
    tx
      .selectFrom('agenda_visits as v')
      .select(['v.item_id', 'v.case_id', 'v.meeting_id', 'v.membership_id'])
      .where('v.id', '=', visitId)
      .where('v.withdrawn_at', 'is', null)
      .executeTakeFirst(),
  );

/** @throws Refusal `not-found`, `meeting-state` */
export const changeVisit = async (
  server: Server,
  call: Call,
  visitId: string,
  change: Change,
): Promise<{ id: string }> => {
  const visit = await visitOf(server, call, visitId);
  if (!visit) throw notFound();
  return itemCommand(server, call, visit.item_id, 'team', async (c) => {
    requireWindow(change);
    await sql`select access.change_visit(${visitId}, ${change.fromAt}, ${change.untilAt}, ${change.withdraw})`.execute(
      c.tx,
    );
    return { id: visitId };
  });
};

/** Those who see who is invited. A visitor is beside the meeting only while they are in it, and then of no other. */
const tellHomeTeam = (c: CaseCommand, meetingId: string): void => {
  const at = c.at.getTime();
  for (const m of c.facts.memberships)
    if (isHome(c.facts, m) && (m.startsAt ?? at) <= at && (m.endsAt === null || m.endsAt > at))
      c.tell(m.personId, { kind: 'meeting.changed', meetingId, affiliationId: m.affiliationId });
};

/** @throws Refusal `not-found` for a visit of somebody else, `meeting-state` when the item is over */
export const answerVisit = async (
  server: Server,
  call: Call,
  visitId: string,
  answer: Answer,
): Promise<{ id: string; entryId: string | null }> => {
  const visit = await visitOf(server, call, visitId);
  if (!visit) throw notFound();
  return caseCommand(
    server.context,
    server.facts,
    call,
    visit.case_id,
    ({ facts, actor, at }) => {
      const who = { personId: actor.personId, affiliationId: actor.affiliation?.id ?? null };
      const own = actingMemberships(facts, who, at.getTime()).find((m) => m.id === visit.membership_id);
      if (!own) throw notFound();
    },
    async (c) => {
      await sql`select access.answer_visit(${visitId}, ${answer})`.execute(c.tx);
      const entryId = answer === 'writes' ? await beginOwnAnswer(c, visit.item_id) : null;
      tellHomeTeam(c, visit.meeting_id);
      c.tell(c.actor.personId, { kind: 'meetings.changed' });
      return { id: visitId, entryId };
    },
  );
};
