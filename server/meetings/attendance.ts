// Into the room and out of it.
import { sql } from 'kysely';
import { type Call, command } from '../access/command.ts';
import type { Server } from '../server.ts';
import { besideMeeting, tellBesideMeeting } from './beside.ts';
import { findMeeting } from './find-meeting.ts';
import { requireState } from './meeting-command.ts';

/** @throws Refusal `not-found`, `meeting-state` before it has begun and after its end */
export const comeIn = (server: Server, call: Call, meetingId: string): Promise<{ id: string }> =>
  command(server.context, call, async (scope) => {
    const found = await findMeeting(scope.tx, server.facts, scope.actor, scope.at, meetingId);
    requireState(found, 'open');
    const { rows } = await sql<{ id: string }>`select access.come_in(${meetingId}) as id`.execute(scope.tx);
    await tellBesideMeeting(scope, meetingId, []);
    return { id: rows[0]?.id ?? '' };
  });

/** Whoever is not in it leaves it all the same: nothing is told about the meeting. */
export const goOut = (server: Server, call: Call, meetingId: string): Promise<{ id: string }> =>
  command(server.context, call, async (scope) => {
    const before = await besideMeeting(scope.tx, meetingId);
    await sql`select access.go_out(${meetingId})`.execute(scope.tx);
    await tellBesideMeeting(scope, meetingId, before);
    return { id: meetingId };
  });
