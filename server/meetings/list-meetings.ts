// The meetings somebody is in: of their teams and of their cases, and their own visits with what one may know of those before and after.
import { sql } from 'kysely';
import type { z } from 'zod';
import { type MeetingHead, MeetingKind, MeetingState } from '../../shared/meeting.ts';
import type { listMeetings as contract } from '../../shared/meetings.ts';
import type { Actor } from '../access/actor.ts';
import { logView } from '../access/logs.ts';
import { read } from '../access/reading.ts';
import { rightsInAll } from '../access/reading-all.ts';
import type { Tx } from '../platform/db/transaction.ts';
import type { Server } from '../server.ts';
import { teamsOf } from './find-meeting.ts';
import { readOwnVisits } from './list-visits.ts';
import { readOwnItems } from './own-items.ts';
import { readSeries } from './series.ts';

type Answer = z.output<typeof contract.response>;

const dayMs = 86_400_000;
const daysBack = 28;
const daysAhead = 84;

/** Cases of which one is in the home team. */
const homeCases = async (tx: Tx, server: Server, actor: Actor, at: Date): Promise<string[]> => {
  const { cases } = await rightsInAll(tx, server.facts, actor, at);
  return [...cases].filter(([, { viewer }]) => viewer.home).map(([id]) => id);
};

const readHeads = async (tx: Tx, server: Server, actor: Actor, at: Date): Promise<MeetingHead[]> => {
  const [teams, cases] = await Promise.all([teamsOf(tx, actor, at), homeCases(tx, server, actor, at)]);
  const teamIds = teams.map(({ id }) => id);
  const rows = await tx
    .selectFrom('meetings as m')
    .leftJoin('teams as t', 't.id', 'm.team_id')
    .select(['m.id', 'm.kind', 'm.starts_at', 'm.ends_at', 'm.state', 't.name'])
    .where('m.starts_at', '>', new Date(at.getTime() - daysBack * dayMs))
    .where('m.starts_at', '<', new Date(at.getTime() + daysAhead * dayMs))
    .where((eb) =>
      eb.or([
        eb('m.team_id', '=', sql<string>`any(${teamIds}::uuid[])`),
        eb('m.case_id', '=', sql<string>`any(${cases}::uuid[])`),
        eb.exists(
          eb
            .selectFrom('agenda_items as i')
            .select('i.id')
            .whereRef('i.meeting_id', '=', 'm.id')
            .where('i.state', '<>', 'withdrawn')
            .where('i.case_id', '=', sql<string>`any(${cases}::uuid[])`),
        ),
      ]),
    )
    .orderBy('m.starts_at')
    .orderBy('m.id')
    .execute();
  if (rows.length === 0) return [];
  const own = await readOwnItems(
    tx,
    actor,
    at,
    rows.map((row) => row.id),
    cases,
  );
  const { rows: counts } = await sql<{ id: string; items: number; unsigned: number }>`
    select m as id, (select count(*)::int from access.agenda_frame(m)) as items, access.unsigned_memos(m) as unsigned
    from unnest(${rows.map((row) => row.id)}::uuid[]) m`.execute(tx);
  const countsOf = new Map(counts.map((one) => [one.id, one]));
  return rows.map((row) => ({
    id: row.id,
    kind: MeetingKind.parse(row.kind),
    teamName: row.name,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    state: MeetingState.parse(row.state),
    items: countsOf.get(row.id)?.items ?? 0,
    unsigned: countsOf.get(row.id)?.unsigned ?? 0,
    unanswered: own.unanswered.get(row.id) ?? 0,
    presents: [...(own.presents.get(row.id) ?? [])],
  }));
};

export const listMeetings = (server: Server, actor: Actor): Promise<Answer> =>
  read(server.context, actor, async (tx, at) => {
    const [meetings, visits, teams] = await Promise.all([
      readHeads(tx, server, actor, at),
      readOwnVisits(tx, server, actor, at),
      teamsOf(tx, actor, at),
    ]);
    await logView(tx, actor, at, {
      kind: 'meetings',
      caseId: null,
      objectId: null,
      purpose: 'meeting',
      detail: { count: meetings.length + visits.length },
    });
    const series = await readSeries(
      tx,
      teams.map(({ id }) => id),
    );
    return { meetings, visits, teams, series };
  });
