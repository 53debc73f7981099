// The meetings somebody is in: of their teams and of their cases, and their own visits with what one may know of those before and after.
import { sql } from 'kysely';
import type { z } from 'zod';
import {
  type MeetingHead,
  MeetingKind,
  MeetingState,
  type OwnVisit,
  VisitAnswer,
} from '../../shared/meeting.ts';
import type { listMeetings as contract } from '../../shared/meetings.ts';
import { type Actor, actingAs } from '../access/actor.ts';
import { logView } from '../access/logs.ts';
import { partIn } from '../access/meeting-rules.ts';
import { read } from '../access/reading.ts';
import { rightsInAll } from '../access/reading-all.ts';
import type { Tx } from '../platform/db/transaction.ts';
import type { Server } from '../server.ts';
import { teamsOf } from './find-meeting.ts';
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
  const { rows: counts } = await sql<{ id: string; items: number }>`
    select m as id, (select count(*)::int from access.agenda_frame(m)) as items
    from unnest(${rows.map((row) => row.id)}::uuid[]) m`.execute(tx);
  const itemsOf = new Map(counts.map(({ id, items }) => [id, items]));
  return rows.map((row) => ({
    id: row.id,
    kind: MeetingKind.parse(row.kind),
    teamName: row.name,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    state: MeetingState.parse(row.state),
    items: itemsOf.get(row.id) ?? 0,
  }));
};

type VisitRow = {
  id: string;
  item_id: string;
  meeting_id: string;
  case_id: string;
  kind: string;
  place: string | null;
  link: string | null;
  cancelled: boolean;
};

/** Whether it has begun is told to whoever may come in, and not before. */
const readOwnVisits = async (tx: Tx, server: Server, actor: Actor, at: Date): Promise<OwnVisit[]> => {
  const who = actingAs(actor);
  const { rows } = await sql<VisitRow>`
    select id, item_id, meeting_id, case_id, kind, place, link, cancelled from access.own_visits()`.execute(
    tx,
  );
  const ids = rows.filter((row) => !row.cancelled).map((row) => row.id);
  if (ids.length === 0) return [];
  const [visits, items, cases, answers] = await Promise.all([
    tx
      .selectFrom('agenda_visits')
      .select(['id', 'membership_id', 'from_at', 'until_at', 'answer'])
      .where('id', 'in', ids)
      .where('until_at', '>', new Date(at.getTime() - daysBack * dayMs))
      .orderBy('from_at')
      .execute(),
    tx
      .selectFrom('agenda_items as i')
      .innerJoin('meetings as m', 'm.id', 'i.meeting_id')
      .select(['i.id', 'i.acl_key', 'i.state', 'm.state as meeting'])
      .where(
        'i.id',
        'in',
        rows.map((row) => row.item_id),
      )
      .execute(),
    tx
      .selectFrom('cases')
      .select(['id', 'number', 'child_given_name'])
      .where(
        'id',
        'in',
        rows.map((row) => row.case_id),
      )
      .execute(),
    tx
      .selectFrom('entries')
      .select(['id', 'agenda_item_id', 'author_ids'])
      .where('kind', '=', 'written-answer')
      .where(
        'agenda_item_id',
        'in',
        rows.map((row) => row.item_id),
      )
      .execute(),
  ]);
  const facts = await server.facts.readAll(tx, [...new Set(rows.map((row) => row.case_id))]);
  return visits.flatMap((visit): OwnVisit[] => {
    const row = rows.find(({ id }) => id === visit.id);
    const about = cases.find(({ id }) => id === row?.case_id);
    const of = row && facts.get(row.case_id)?.facts;
    if (!row || !about || !of) return [];
    const item = items.find(({ id }) => id === row.item_id);
    const own = {
      itemId: row.item_id,
      membershipId: visit.membership_id,
      from: visit.from_at.getTime(),
      until: visit.until_at.getTime(),
    };
    const now =
      item !== undefined &&
      partIn(
        of,
        who,
        { id: item.id, aclKey: item.acl_key, state: 'current' },
        {
          visits: item.state === 'current' ? [own] : [],
          meeting: MeetingState.parse(item.meeting),
          at: at.getTime(),
        },
      ) !== null;
    const answer = answers.find(
      (one) => one.agenda_item_id === row.item_id && one.author_ids.includes(actor.personId),
    );
    return [
      {
        id: visit.id,
        meetingId: row.meeting_id,
        itemId: row.item_id,
        caseId: row.case_id,
        caseNumber: about.number,
        childGivenName: about.child_given_name,
        kind: MeetingKind.parse(row.kind),
        place: row.place,
        link: row.link,
        fromAt: visit.from_at.toISOString(),
        untilAt: visit.until_at.toISOString(),
        answer: visit.answer === null ? null : VisitAnswer.parse(visit.answer),
        entryId: answer?.id ?? null,
        now,
      },
    ];
  });
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
