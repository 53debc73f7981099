// One act of one person on one meeting, the same way for all: found by ring 1, done by a door of the database that asks again, and
// everybody beside it gets a hint.
import { sql } from 'kysely';
import { type Call, type Command, command } from '../access/command.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { besideMeeting, sectionsMoved, tellBesideMeeting } from './beside.ts';
import { type Found, type FoundItem, findMeeting } from './find-meeting.ts';
import { tellVisitors } from './tell-visitors.ts';

export type MeetingCommand = Command & { readonly found: Found };

/**
 * @param run by somebody of the meeting's team, while nobody else acts on it
 * @throws Refusal `not-found` also for a visitor, who acts on nothing but their own visit
 */
export const meetingCommand = <R extends Record<string, unknown>>(
  server: Server,
  call: Call,
  meetingId: string,
  run: (command: MeetingCommand) => Promise<R>,
): Promise<R> =>
  command(server.context, call, async (scope) => {
    const find = () => findMeeting(scope.tx, server.facts, scope.actor, scope.at, meetingId);
    // Read before it is held, so that ring 1 says "not found" by itself; read again as the last one left it.
    if ((await find()).part !== 'team') throw new Refusal('not-found');
    await sql`select access.hold_meeting(${meetingId}) is not null`.execute(scope.tx);
    const found = await find();
    const before = await besideMeeting(scope.tx, meetingId);
    const result = await run({ ...scope, found });
    await sectionsMoved(scope, meetingId);
    await tellBesideMeeting(scope, meetingId, before);
    await tellVisitors(scope, meetingId, found.row.kind);
    return result;
  });

/** An item of whose team the actor is. @throws Refusal `not-found` */
export const ownItem = (found: Found, itemId: string): FoundItem => {
  const item = found.items.find(({ row, part }) => row.id === itemId && part === 'team');
  if (!item) throw new Refusal('not-found');
  return item;
};

/** @throws Refusal `meeting-state` */
export const requireState = (found: Found, ...states: Found['state'][]): void => {
  if (!states.includes(found.state)) throw new Refusal('meeting-state', { state: found.state });
};
