// The meetings of one case, for its home team. Whoever is invited to one item has their own visits, and whoever was there the memo.
import type { CaseMeeting } from '../../shared/case-meetings.ts';
import { ItemState, MeetingKind, MeetingState } from '../../shared/meeting.ts';
import { type Actor, actingAs } from '../access/actor.ts';
import { logView } from '../access/logs.ts';
import { isOfTeam } from '../access/meeting-rules.ts';
import { type Rights, read, rightsIn } from '../access/reading.ts';
import { readMeetingPeople } from '../people/index.ts';
import type { Tx } from '../platform/db/transaction.ts';
import type { Server } from '../server.ts';
import { isOfCase } from './find-meeting.ts';
import { lastReasons } from './item-rows.ts';

/** Of a case that goes on for years: what is older is found by its memo. */
const most = 200;

const readRows = (tx: Tx, caseId: string) =>
  tx
    .selectFrom('meetings as m')
    .leftJoin('agenda_items as i', (join) =>
      join.onRef('i.meeting_id', '=', 'm.id').on('i.case_id', '=', caseId).on('i.state', '<>', 'withdrawn'),
    )
    .leftJoin('teams as t', 't.id', 'm.team_id')
    .select(['m.id', 'm.kind', 'm.case_id', 'm.starts_at', 'm.ends_at', 'm.state', 't.name'])
    .select(['i.id as item_id', 'i.acl_key', 'i.state as item_state', 'i.presenter_affiliation_id'])
    .where((eb) => eb.or([eb('m.case_id', '=', caseId), eb('i.id', 'is not', null)]))
    .orderBy('m.starts_at', 'desc')
    .orderBy('m.id', 'desc')
    .limit(most)
    .execute();
type Row = Awaited<ReturnType<typeof readRows>>[number];

/** Ring 1: as for the room of each. */
const isTheirs = (row: Row, { facts }: Rights, actor: Actor, at: Date): boolean =>
  row.acl_key === null
    ? isOfCase(facts, actingAs(actor), at.getTime())
    : isOfTeam(facts, actingAs(actor), row.acl_key, at.getTime());

const presentAll = async (tx: Tx, rows: readonly Row[]): Promise<CaseMeeting[]> => {
  const postponed = rows.flatMap((row) => (row.item_state === 'postponed' ? [row.item_id ?? ''] : []));
  const [people, reasons] = await Promise.all([
    readMeetingPeople(
      tx,
      rows.map((row) => row.presenter_affiliation_id),
      [],
    ),
    lastReasons(tx, postponed),
  ]);
  return rows.map((row) => ({
    id: row.id,
    kind: MeetingKind.parse(row.kind),
    teamName: row.name,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    state: MeetingState.parse(row.state),
    item:
      row.item_id === null || row.presenter_affiliation_id === null
        ? null
        : {
            id: row.item_id,
            state: ItemState.parse(row.item_state),
            presenter: people.acting(row.presenter_affiliation_id),
            postponedWhy: reasons.get(row.item_id) ?? null,
          },
  }));
};

/** @throws Refusal `not-found`; whoever is not of its home team reads none */
export const listCaseMeetings = (
  server: Server,
  actor: Actor,
  caseId: string,
): Promise<{ meetings: CaseMeeting[] }> =>
  read(server.context, actor, async (tx, at) => {
    const rights = await rightsIn(tx, server.facts, actor, caseId, at);
    const rows = (await readRows(tx, caseId)).filter((row) => isTheirs(row, rights, actor, at));
    await logView(tx, actor, at, {
      kind: 'case-meetings',
      caseId,
      objectId: null,
      purpose: 'meeting',
      detail: { count: rows.length },
    });
    return { meetings: await presentAll(tx, rows) };
  });
