// Proposing a case for a meeting, with the presenter's question; what is said of it before it is taken up; its place in the order.
import { sql } from 'kysely';
import type { z } from 'zod';
import type {
  changeItem as changeContract,
  putOnAgenda as contract,
  orderAgenda as orderContract,
} from '../../shared/meetings.ts';
import { type Call, type CaseCommand, caseCommand } from '../access/command.ts';
import type { Membership } from '../access/facts.ts';
import { takingPart } from '../access/rules.ts';
import { actingIn, isHome } from '../access/writing.ts';
import { addWritten } from '../entries/index.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { besideMeeting, tellBesideMeeting } from './beside.ts';
import { type Found, findMeeting } from './find-meeting.ts';
import { teamAudience, teamPart } from './item-audience.ts';
import { itemCommand } from './item-command.ts';
import { meetingCommand, requireState } from './meeting-command.ts';

type Input = z.output<NonNullable<typeof contract.body>>;
type Change = z.output<NonNullable<typeof changeContract.body>>;
type Order = z.output<NonNullable<typeof orderContract.body>>;

/** The affiliation of somebody in the home team of the case. @throws Refusal `not-allowed` */
const presenterIn = (c: CaseCommand, is: (m: Membership) => boolean): string => {
  const at = c.at.getTime();
  const there = c.facts.memberships.find(
    (m) => is(m) && isHome(c.facts, m) && takingPart(c.facts, m.id, at) !== undefined,
  );
  if (!there?.affiliationId) throw new Refusal('not-allowed', { reason: 'presenter' });
  return there.affiliationId;
};

/** @throws Refusal `meeting-state`, `already-done`, `not-found` for a case of another agency than the meeting's */
const requireRoom = (found: Found, c: CaseCommand): void => {
  requireState(found, 'planned', 'open');
  if (found.part !== 'team' || found.row.agency_id !== c.facts.homeAgencyId) throw notFound();
  if (found.row.case_id !== null && found.row.case_id !== c.caseId) throw notFound();
  if (found.items.some(({ row }) => row.case_id === c.caseId)) throw new Refusal('already-done');
};

const add = async (c: CaseCommand, acting: Membership, meetingId: string, input: Input): Promise<string> => {
  const presenter = presenterIn(c, (m) => m.id === (input.presenterMembershipId ?? acting.id));
  await c.intern(teamAudience(c.facts));
  // The audience of the memo's own part is there before the memo is (access.complete_memos).
  await c.intern(teamPart(c.facts));
  const { rows } = await sql<{
    id: string;
  }>`select access.put_on_agenda(${meetingId}, ${c.caseId}, ${input.minutes}, ${presenter},
    ${input.familyStance}, ${input.familyNote || null}) as id`.execute(c.tx);
  const agendaItemId = rows[0]?.id ?? '';
  await addWritten(
    c,
    acting,
    {
      kind: 'presenter-question',
      ownerAgencyId: c.facts.homeAgencyId,
      dataClass: 'social',
      authorIds: [acting.personId],
      assessmentId: null,
      parentId: null,
      about: null,
      agendaItemId,
    },
    { question: input.question, whyNow: input.whyNow },
    { dataClass: 'social', scope: 'team', agencyIds: [], familyScope: 'none', familyIds: [] },
  );
  return agendaItemId;
};

/** @throws Refusal `not-found`, `not-allowed`, `already-done`, `meeting-state`, `case-closed` */
export const putOnAgenda = (
  server: Server,
  call: Call,
  meetingId: string,
  input: Input,
): Promise<{ id: string }> =>
  caseCommand(
    server.context,
    server.facts,
    call,
    input.caseId,
    async (c) => {
      if (!c.viewer.home) throw notFound();
      requireRoom(await findMeeting(c.tx, server.facts, c.actor, c.at, meetingId), c);
      if (c.viewer.closed) throw new Refusal('case-closed');
    },
    async (c) => {
      const acting = actingIn(c.facts, c.actor, c.at);
      if (!acting) throw notFound();
      const before = await besideMeeting(c.tx, meetingId);
      const id = await add(c, acting, meetingId, input);
      await tellBesideMeeting(c, meetingId, before);
      return { id };
    },
  );

/** @throws Refusal `not-found`, `not-allowed`, `version-conflict`, `meeting-state` */
export const changeItem = (
  server: Server,
  call: Call,
  itemId: string,
  change: Change,
): Promise<{ id: string; version: number }> =>
  itemCommand(server, call, itemId, 'team', async (c, { found, item: { row } }) => {
    requireState(found, 'planned', 'open');
    if (row.state !== 'planned' && row.state !== 'current')
      throw new Refusal('meeting-state', { item: row.state });
    if (row.version !== change.version) throw new Refusal('version-conflict', { version: row.version });
    const { presenterMembershipId: chosen } = change;
    const presenter = presenterIn(c, (m) =>
      chosen === null ? m.affiliationId === row.presenter_affiliation_id : m.id === chosen,
    );
    const { rows } = await sql<{ version: number }>`select access.change_item(${itemId}, ${change.version},
      ${presenter}, ${change.familyStance}, ${change.familyNote || null}) as version`.execute(c.tx);
    return { id: itemId, version: rows[0]?.version ?? 0 };
  });

/** @throws Refusal `not-found`, `meeting-state`, `version-conflict` where it names not just what is still to come */
export const orderAgenda = (
  server: Server,
  call: Call,
  meetingId: string,
  { items }: Order,
): Promise<{ id: string }> =>
  meetingCommand(server, call, meetingId, async ({ tx, found }) => {
    requireState(found, 'planned', 'open');
    const coming = found.slots.filter(({ state }) => state === 'planned').map(({ id }) => id);
    const named = items.map(({ id }) => id);
    if (coming.toSorted().join() !== named.toSorted().join()) throw new Refusal('version-conflict');
    await sql`select access.order_agenda(${meetingId}, ${named}::uuid[], ${items.map((i) => i.minutes)}::int[])`.execute(
      tx,
    );
    return { id: meetingId };
  });
