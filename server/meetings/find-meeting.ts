// A meeting as somebody may find it: ring 1 works out what they are to it and to each item, ring 2 is asked by the queries.
import { type Selectable, sql } from 'kysely';
import { ItemState, MeetingState } from '../../shared/meeting.ts';
import { type Acting, type Actor, actingAs } from '../access/actor.ts';
import type { Facts, FactsCache } from '../access/facts.ts';
import { isOfTeam, type Part, partIn } from '../access/meeting-rules.ts';
import type { AgendaItems, Meetings } from '../platform/db/tables.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import { ownVisitsTo } from './own-visits.ts';

export type MeetingRow = Selectable<Meetings>;
export type ItemRow = Selectable<AgendaItems>;
export type FoundItem = { readonly row: ItemRow; readonly facts: Facts; readonly part: Part };
/** An item as the whole team sees it. */
export type Slot = {
  readonly id: string;
  readonly place: number;
  readonly minutes: number;
  readonly state: ItemState;
};
export type Found = {
  readonly row: MeetingRow;
  readonly state: MeetingState;
  readonly who: Acting;
  readonly at: Date;
  readonly part: Part;
  /** In the team whose meeting it is. */
  readonly inTeam: boolean;
  /** Of a meeting of one case alone. */
  readonly caseFacts: Facts | undefined;
  /** What the reader may read of the agenda. */
  readonly items: readonly FoundItem[];
  /** The order of all of it; empty for a visitor. */
  readonly slots: readonly Slot[];
};

/** The teams somebody is in now, as they act. */
export const teamsOf = async (tx: Tx, actor: Actor, at: Date): Promise<{ id: string; name: string }[]> =>
  actor.affiliation === null
    ? []
    : tx
        .selectFrom('team_members as m')
        .innerJoin('teams as t', 't.id', 'm.team_id')
        .select(['t.id', 't.name'])
        .distinct()
        .where('m.affiliation_id', '=', actor.affiliation.id)
        .where('m.starts_at', '<=', at)
        .where((eb) => eb.or([eb('m.ends_at', 'is', null), eb('m.ends_at', '>', at)]))
        .where('t.ended_at', 'is', null)
        .orderBy('t.name')
        .execute();

/** @throws Refusal `not-found` for a team that one is not in */
export const ownTeam = async (
  tx: Tx,
  actor: Actor,
  at: Date,
  teamId: string,
): Promise<{ id: string; name: string }> => {
  const team = (await teamsOf(tx, actor, at)).find(({ id }) => id === teamId);
  if (!team) throw notFound();
  return team;
};

const readSlots = async (tx: Tx, meetingId: string): Promise<Slot[]> => {
  const { rows } = await sql<{ id: string; place: number; minutes: number; state: string }>`
    select id, place, minutes, state from access.agenda_frame(${meetingId})`.execute(tx);
  return rows.map((row) => ({ ...row, state: ItemState.parse(row.state) }));
};

/** The home team of a case: of a meeting that is of one case alone. */
export const isOfCase = (facts: Facts | undefined, who: Acting, at: number): boolean =>
  facts?.audiences.some(
    (a) =>
      a.ownerAgencyId === facts.homeAgencyId &&
      a.scope === 'team' &&
      a.dataClass === 'coordination' &&
      isOfTeam(facts, who, a.aclKey, at),
  ) ?? false;

/** @throws Refusal `not-found` also for whoever would only be told that there is one */
export const findMeeting = async (
  tx: Tx,
  cache: FactsCache,
  actor: Actor,
  at: Date,
  meetingId: string,
): Promise<Found> => {
  const who = actingAs(actor);
  const [row, items, visits, teams] = await Promise.all([
    tx.selectFrom('meetings').selectAll().where('id', '=', meetingId).executeTakeFirst(),
    tx
      .selectFrom('agenda_items')
      .selectAll()
      .where('meeting_id', '=', meetingId)
      .where('state', '<>', 'withdrawn')
      .orderBy('place')
      .orderBy('id')
      .execute(),
    ownVisitsTo(tx, who, meetingId),
    teamsOf(tx, actor, at),
  ]);
  if (!row) throw notFound();
  const cases = [...items.map((i) => i.case_id), ...(row.case_id === null ? [] : [row.case_id])];
  const facts = await cache.readAll(tx, [...new Set(cases)]);
  const state = MeetingState.parse(row.state);
  const now = { visits, meeting: state, at: at.getTime() };
  const found = items.flatMap((item): FoundItem[] => {
    const of = facts.get(item.case_id)?.facts;
    const fact = { id: item.id, aclKey: item.acl_key, state: ItemState.parse(item.state) };
    const part = of ? partIn(of, who, fact, now) : null;
    return of && part ? [{ row: item, facts: of, part }] : [];
  });
  const inTeam = teams.some((team) => team.id === row.team_id);
  const caseFacts = row.case_id === null ? undefined : facts.get(row.case_id)?.facts;
  const ofCase = isOfCase(caseFacts, who, at.getTime());
  const part =
    inTeam || ofCase || found.some((item) => item.part === 'team') ? 'team' : (found[0]?.part ?? null);
  if (part === null) throw notFound();
  return {
    row,
    state,
    who,
    at,
    part,
    inTeam,
    caseFacts,
    items: found,
    slots: part === 'team' ? await readSlots(tx, meetingId) : [],
  };
};
