// A screen is put on the wall of a meeting by the code that it shows, and taken off it.
import { sql } from 'kysely';
import type { Call } from '../../access/command.ts';
import { Refusal } from '../../platform/http/refusal.ts';
import type { Server } from '../../server.ts';
import { countTry, failureKey, forgetFailures } from '../../sessions/index.ts';
import { meetingCommand, requireState } from '../meeting-command.ts';
import { hashWallCode } from './screen.ts';

/**
 * Wrong codes are counted for whoever tries, also over several meetings: nobody finds a code by trying.
 * @throws Refusal `not-found`, `meeting-state`, `wrong-code`, `sign-in-delayed`
 */
export const pairScreen = (
  server: Server,
  call: Call,
  meetingId: string,
  code: string,
): Promise<{ id: string }> => {
  const { context } = server;
  const key = failureKey(`wall ${call.actor.personId}`, 'code');
  return meetingCommand(server, call, meetingId, async ({ tx, found }) => {
    requireState(found, 'open');
    await countTry(context.app, key, context.clock.now());
    const { rows } = await sql<{ paired: boolean }>`
      select access.pair_wall(${meetingId}, ${hashWallCode(context.secrets, code)}) as paired`.execute(tx);
    if (rows[0]?.paired !== true) throw new Refusal('wrong-code');
    await forgetFailures(context.app, key);
    return { id: meetingId };
  });
};

/** @throws Refusal `not-found`, `already-done` */
export const endScreen = (server: Server, call: Call, meetingId: string): Promise<{ id: string }> =>
  meetingCommand(server, call, meetingId, async ({ tx }) => {
    const { rows } = await sql<{ ended: boolean }>`select access.end_wall(${meetingId}) as ended`.execute(tx);
    if (rows[0]?.ended !== true) throw new Refusal('already-done');
    return { id: meetingId };
  });
