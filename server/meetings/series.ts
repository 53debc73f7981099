// A team's weekly meeting. Each occasion is a meeting of its own from the beginning, so that it can be moved, cancelled and have its own
// agenda; they are planned half a year ahead, anew whenever one of them is held.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { MeetingSeries } from '../../shared/meeting.ts';
import type { beginSeries as contract } from '../../shared/meetings.ts';
import { type Call, type Command, command } from '../access/command.ts';
import { dayOf } from '../platform/clock/helsinki.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { tellBesideMeeting } from './beside.ts';
import { occurrencesOf } from './calendar/weekly-series.ts';
import { teamsOf } from './find-meeting.ts';

type Input = z.output<NonNullable<typeof contract.body>>;

const daysAhead = 182;
const dayMs = 86_400_000;

const seriesOf = (tx: Tx, seriesId: string) =>
  tx.selectFrom('meeting_series').selectAll().where('id', '=', seriesId).executeTakeFirst();
type Row = NonNullable<Awaited<ReturnType<typeof seriesOf>>>;

/** Plans what is missing of the next half year. An occasion that is planned already stays as it is, also where it was moved or cancelled. */
const planAhead = async (scope: Pick<Command, 'tx' | 'at'>, row: Row): Promise<string[]> => {
  const { tx, at } = scope;
  const today = dayOf(at);
  const from = row.from_on > today ? row.from_on : today;
  const occasions = occurrencesOf(
    {
      weekday: row.weekday,
      time: row.starts_at_time,
      minutes: row.minutes,
      from: row.from_on,
      until: row.until_on,
      everyWeeks: row.every_weeks,
    },
    from,
    dayOf(new Date(at.getTime() + daysAhead * dayMs)),
  );
  const ids: string[] = [];
  for (const { date, startsAt, endsAt } of occasions) {
    if (startsAt <= at) continue;
    const { rows } = await sql<{
      id: string;
    }>`select access.convene_meeting(${row.team_id}, null, ${row.kind}, ${row.id},
      ${date}, ${startsAt}, ${endsAt}, ${row.place}, ${row.link}) as id`.execute(tx);
    ids.push(rows[0]?.id ?? '');
  }
  return ids;
};

/** @throws Refusal `not-found` for a team that one is not in, `invalid-input` where it ends before it begins */
export const beginSeries = (
  server: Server,
  call: Call,
  teamId: string,
  input: Input,
): Promise<{ id: string }> =>
  command(server.context, call, async (scope) => {
    const { tx, actor, at } = scope;
    const teams = await teamsOf(tx, actor, at);
    if (!actor.affiliation || !teams.some(({ id }) => id === teamId)) throw notFound();
    if (input.untilOn !== null && input.untilOn < input.fromOn)
      throw new Refusal('invalid-input', { field: 'untilOn' });
    const row = await tx
      .insertInto('meeting_series')
      .values({
        team_id: teamId,
        weekday: input.weekday,
        starts_at_time: input.time,
        minutes: input.minutes,
        every_weeks: input.everyWeeks,
        from_on: input.fromOn,
        until_on: input.untilOn,
        place: input.place || null,
        link: input.link,
        begun_by: actor.affiliation.id,
        begun_at: at,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const [first] = await planAhead(scope, row);
    if (first !== undefined) await tellBesideMeeting(scope, first, []);
    return { id: row.id };
  });

/** When one of a series is held, the next half year is planned again. */
export const goOnWithSeries = async (scope: Pick<Command, 'tx' | 'at'>, seriesId: string): Promise<void> => {
  const row = await seriesOf(scope.tx, seriesId);
  if (row && row.ended_at === null) await planAhead(scope, row);
};

/** @throws Refusal `not-found` for a series of another team, `already-done` */
export const endSeries = (server: Server, call: Call, seriesId: string): Promise<{ id: string }> =>
  command(server.context, call, async (scope) => {
    const { tx, actor, at } = scope;
    const [row, teams] = await Promise.all([seriesOf(tx, seriesId), teamsOf(tx, actor, at)]);
    if (!row || !teams.some(({ id }) => id === row.team_id)) throw notFound();
    if (row.ended_at !== null) throw new Refusal('already-done');
    const { rows } = await sql<{ id: string }>`select access.end_series(${seriesId}) as id`.execute(tx);
    const [first] = rows;
    if (first) await tellBesideMeeting(scope, first.id, []);
    return { id: seriesId };
  });

/** Those that go on, of these teams. */
export const readSeries = async (tx: Tx, teamIds: readonly string[]): Promise<MeetingSeries[]> => {
  if (teamIds.length === 0) return [];
  const rows = await tx
    .selectFrom('meeting_series')
    .selectAll()
    .where('team_id', 'in', teamIds)
    .where('ended_at', 'is', null)
    .orderBy('weekday')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    teamId: row.team_id,
    weekday: row.weekday,
    time: row.starts_at_time.slice(0, 5),
    minutes: row.minutes,
    everyWeeks: row.every_weeks,
    untilOn: row.until_on,
    place: row.place,
    link: row.link,
  }));
};
