// Convening a meeting of one's team or of one case, and changing one that has not begun.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { changeMeeting as changeContract, conveneMeeting as contract } from '../../shared/meetings.ts';
import { type Call, type Command, caseCommand, command } from '../access/command.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { tellBesideMeeting } from './beside.ts';
import { teamsOf } from './find-meeting.ts';
import { teamAudience } from './item-audience.ts';
import { meetingCommand, requireState } from './meeting-command.ts';

type Input = z.output<NonNullable<typeof contract.body>>;
type Change = z.output<NonNullable<typeof changeContract.body>>;
type Times = { readonly startsAt: string; readonly endsAt: string };

const longestMs = 24 * 60 * 60 * 1_000;

/** @throws Refusal `invalid-input` where it ends before it begins, or lasts longer than a day */
const requireTimes = ({ startsAt, endsAt }: Times): void => {
  const length = Date.parse(endsAt) - Date.parse(startsAt);
  if (length <= 0 || length > longestMs) throw new Refusal('invalid-input', { field: 'endsAt' });
};

const convene = async (
  scope: Pick<Command, 'tx' | 'tell'>,
  { of, meeting, startsAt, endsAt, place, link }: Input,
): Promise<{ id: string }> => {
  const [teamId, caseId] = of.kind === 'team' ? [of.teamId, null] : [null, of.caseId];
  const { rows } = await sql<{ id: string }>`select access.convene_meeting(
    ${teamId}, ${caseId}, ${meeting}, null, null, ${startsAt}, ${endsAt}, ${place || null}, ${link}) as id`.execute(
    scope.tx,
  );
  const id = rows[0]?.id ?? '';
  await tellBesideMeeting(scope, id, []);
  return { id };
};

/** @throws Refusal `not-found`, `case-closed`, `invalid-input` */
export const conveneMeeting = (server: Server, call: Call, input: Input): Promise<{ id: string }> => {
  const { of } = input;
  if (of.kind === 'team')
    return command(server.context, call, async (scope) => {
      const teams = await teamsOf(scope.tx, scope.actor, scope.at);
      if (!teams.some(({ id }) => id === of.teamId)) throw notFound();
      requireTimes(input);
      return convene(scope, input);
    });
  return caseCommand(
    server.context,
    server.facts,
    call,
    of.caseId,
    ({ viewer }) => {
      if (!viewer.home) throw notFound();
      if (viewer.closed) throw new Refusal('case-closed');
    },
    async (c) => {
      requireTimes(input);
      // Whose it is: the home team as this audience has it.
      await c.intern(teamAudience(c.facts));
      return convene(c, input);
    },
  );
};

/** @throws Refusal `not-found`, `version-conflict`, `meeting-state`, `invalid-input` */
export const changeMeeting = (
  server: Server,
  call: Call,
  meetingId: string,
  change: Change,
): Promise<{ id: string; version: number }> =>
  meetingCommand(server, call, meetingId, async ({ tx, found }) => {
    requireTimes(change);
    requireState(found, 'planned');
    if (found.row.version !== change.version)
      throw new Refusal('version-conflict', { version: found.row.version });
    const { rows } = await sql<{
      version: number;
    }>`select access.change_meeting(${meetingId}, ${change.version},
      ${change.startsAt}, ${change.endsAt}, ${change.place || null}, ${change.link}) as version`.execute(tx);
    return { id: meetingId, version: rows[0]?.version ?? 0 };
  });
