// The acts on a meeting under way. Written apart from the door of the database that does them (access.move_meeting) and asks the same.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { moveMeeting as contract, MeetingAct } from '../../shared/meetings.ts';
import type { Call } from '../access/command.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import type { Found, FoundItem } from './find-meeting.ts';
import { readHeard } from './item-rows.ts';
import { meetingCommand, ownItem, requireState } from './meeting-command.ts';
import { phasesOf } from './phases.ts';
import { goOnWithSeries } from './series.ts';
import { tellOfMemos } from './tell-visitors.ts';

type Input = z.output<NonNullable<typeof contract.body>>;

/** What each act needs: in which state the meeting is, whether one leads it, and in which state its item is. */
const needs: Readonly<
  Record<MeetingAct, { states: Found['state'][]; leads: boolean; item: string[] | null }>
> = {
  open: { states: ['planned'], leads: false, item: null },
  cancel: { states: ['planned'], leads: false, item: null },
  'take-chair': { states: ['open'], leads: false, item: null },
  'begin-item': { states: ['open'], leads: true, item: ['planned', 'postponed'] },
  'set-phase': { states: ['open'], leads: true, item: ['current'] },
  'close-item': { states: ['open'], leads: true, item: ['current'] },
  'postpone-item': { states: ['planned', 'open'], leads: false, item: ['planned'] },
  'withdraw-item': { states: ['planned', 'open'], leads: false, item: ['planned'] },
  end: { states: ['open'], leads: true, item: null },
};

const refuseItem = (state: string): Refusal => new Refusal('meeting-state', { item: state });

const requirePhase = async (tx: Tx, found: Found, item: FoundItem, { act, phase }: Input): Promise<void> => {
  const phases = await phasesOf(tx, found);
  if (act === 'set-phase' && (phase === null || phase >= phases.length))
    throw new Refusal('invalid-input', { field: 'phase' });
  const voice = phases.findIndex(({ key }) => key === 'child-voice');
  const passes = act === 'close-item' || (phase ?? 0) > voice;
  if (voice >= 0 && passes && !(await readHeard(found, tx)).has(item.row.id))
    throw new Refusal('child-view-missing');
};

const requireMove = async (tx: Tx, found: Found, input: Input): Promise<void> => {
  const { states, leads, item } = needs[input.act];
  requireState(found, ...states);
  if (leads && found.row.chair_affiliation_id !== found.who.affiliationId)
    throw new Refusal('not-allowed', { reason: 'not-chair' });
  if ((item === null) !== (input.itemId === null)) throw new Refusal('invalid-input', { field: 'itemId' });
  const current = found.slots.some(({ state }) => state === 'current');
  if (input.act === 'end' && current) throw refuseItem('current');
  if (item === null || input.itemId === null) return;
  const own = ownItem(found, input.itemId);
  if (!item.includes(own.row.state)) throw refuseItem(own.row.state);
  if (input.act === 'begin-item' && current) throw refuseItem('current');
  if (input.act === 'set-phase' || input.act === 'close-item') await requirePhase(tx, found, own, input);
};

/** @throws Refusal `not-found`, `not-allowed`, `meeting-state`, `child-view-missing` */
export const moveMeeting = (
  server: Server,
  call: Call,
  meetingId: string,
  input: Input,
): Promise<{ id: string }> =>
  meetingCommand(server, call, meetingId, async ({ tx, at, found, tell }) => {
    await requireMove(tx, found, input);
    const { act, itemId, phase, reason } = input;
    await sql`select access.move_meeting(${meetingId}, ${act}, ${itemId}, ${phase}, ${reason})`.execute(tx);
    if (reason && (act === 'postpone-item' || act === 'withdraw-item'))
      await sql`select access.give_reason(${itemId}, ${reason})`.execute(tx);
    if (act === 'open' && found.row.series_id !== null) await goOnWithSeries({ tx, at }, found.row.series_id);
    if (act === 'end') await tellOfMemos({ tx, tell }, meetingId);
    return { id: meetingId };
  });
