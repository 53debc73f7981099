// How a team's meetings have gone, for the team itself. Counted by the database, of all its cases: whoever reads the numbers does not
// read every case.
import { sql } from 'kysely';
import { z } from 'zod';
import { TeamHeard } from '../../shared/heard.ts';
import { type getTeamFigures as contract, TeamMonth } from '../../shared/team-figures.ts';
import type { Actor } from '../access/actor.ts';
import { logView } from '../access/logs.ts';
import { read } from '../access/reading.ts';
import { dayOf } from '../platform/clock/helsinki.ts';
import type { Server } from '../server.ts';
import { ownTeam } from './find-meeting.ts';
import { discussionWeeks } from './settings.ts';

/** @throws Refusal `not-found` for a team that one is not in */
export const readTeamFigures = (
  server: Server,
  actor: Actor,
  teamId: string,
): Promise<z.output<typeof contract.response>> =>
  read(server.context, actor, async (tx, at) => {
    const team = await ownTeam(tx, actor, at, teamId);
    const { rows } = await sql<{
      figures: unknown;
      heard: unknown;
    }>`select access.team_figures(${teamId}) as figures, access.team_heard(${teamId}) as heard`.execute(tx);
    await logView(tx, actor, at, {
      kind: 'team-figures',
      caseId: null,
      objectId: teamId,
      purpose: 'meeting',
    });
    return {
      teamName: team.name,
      weeks: await discussionWeeks(tx, dayOf(at)),
      months: z.array(TeamMonth).parse(rows[0]?.figures),
      heard: z.array(TeamHeard).parse(rows[0]?.heard),
    };
  });
