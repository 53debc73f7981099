// What everybody present may know (ring 1). The database asks the same of everybody present in doors of its own (access.wall_items,
// wall_agenda, wall_keys); the wall shows what both allow.
import { type Selectable, sql } from 'kysely';
import { ItemState } from '../../../shared/meeting.ts';
import type { Acting } from '../../access/actor.ts';
import { isOfTeam, partIn, type VisitFact } from '../../access/meeting-rules.ts';
import { mayRead } from '../../access/rules.ts';
import type { AgendaVisits } from '../../platform/db/tables.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { type Found, type FoundItem, isOfCase } from '../find-meeting.ts';

export type Present = Acting & { readonly itemId: string | null };
type VisitRow = Pick<Selectable<AgendaVisits>, 'item_id' | 'membership_id' | 'from_at' | 'until_at'>;

export type ForAll = {
  readonly nobody: boolean;
  /** Somebody is there for their item alone. */
  readonly visited: boolean;
  /** The order of everything that is taken up. */
  readonly agenda: boolean;
  /** All of them are of its team. */
  readonly isTeams: (item: FoundItem) => boolean;
  /** All of them are of its team or visit it now. */
  readonly isOpen: (item: FoundItem) => boolean;
  /** Of these audiences of a case those that all of them read. */
  readonly keys: (item: FoundItem, keys: readonly number[]) => Promise<ReadonlySet<number>>;
};

const readPresent = async (tx: Tx, meetingId: string): Promise<Present[]> => {
  const { rows } = await sql<Present>`select item_id as "itemId", person_id as "personId",
    affiliation_id as "affiliationId" from access.wall_present(${meetingId})`.execute(tx);
  return rows;
};

const readVisits = (tx: Tx, meetingId: string): Promise<VisitRow[]> =>
  tx
    .selectFrom('agenda_visits')
    .select(['item_id', 'membership_id', 'from_at', 'until_at'])
    .where('meeting_id', '=', meetingId)
    .where('withdrawn_at', 'is', null)
    .execute();
const visitFact = (row: VisitRow): VisitFact => ({
  itemId: row.item_id,
  membershipId: row.membership_id,
  from: row.from_at.getTime(),
  until: row.until_at.getTime(),
});

const readTeam = async (tx: Tx, { row, at }: Found): Promise<ReadonlySet<string>> => {
  if (row.team_id === null) return new Set();
  const members = await tx
    .selectFrom('team_members as m')
    .innerJoin('teams as t', 't.id', 'm.team_id')
    .innerJoin('affiliations as a', 'a.id', 'm.affiliation_id')
    .select('m.affiliation_id')
    .where('m.team_id', '=', row.team_id)
    .where('t.ended_at', 'is', null)
    .where('m.starts_at', '<=', at)
    .where((eb) => eb.or([eb('m.ends_at', 'is', null), eb('m.ends_at', '>', at)]))
    .where((eb) => eb.or([eb('a.ends_at', 'is', null), eb('a.ends_at', '>', at)]))
    .execute();
  return new Set(members.map((one) => one.affiliation_id));
};

/** By the database alone. */
const askDoors = async (tx: Tx, meetingId: string) => {
  const [items, agenda] = await Promise.all([
    sql<{ id: string; part: string }>`select id, part from access.wall_items(${meetingId})`.execute(tx),
    sql<{ open: boolean }>`select access.wall_agenda(${meetingId}) as open`.execute(tx),
  ]);
  return {
    parts: new Map(items.rows.map(({ id, part }) => [id, part])),
    agenda: agenda.rows[0]?.open === true,
  };
};

export const readForAll = async (tx: Tx, found: Found): Promise<ForAll> => {
  const { row, at, state } = found;
  const now = at.getTime();
  const [present, visitRows, team, doors] = await Promise.all([
    readPresent(tx, row.id),
    readVisits(tx, row.id),
    readTeam(tx, found),
    askDoors(tx, row.id),
  ]);
  const visits = visitRows.map(visitFact);
  const ofTeam = (item: FoundItem, who: Acting) => isOfTeam(item.facts, who, item.row.acl_key, now);
  const isThere = (item: FoundItem, who: Acting) => {
    const fact = { id: item.row.id, aclKey: item.row.acl_key, state: ItemState.parse(item.row.state) };
    return partIn(item.facts, who, fact, { visits, meeting: state, at: now }) !== null;
  };
  const isOfMeeting = (who: Present) =>
    who.itemId === null &&
    ((who.affiliationId !== null && team.has(who.affiliationId)) ||
      isOfCase(found.caseFacts, who, now) ||
      found.items.some((item) => ofTeam(item, who)));
  const everybody = (asks: (who: Present) => boolean) => present.length > 0 && present.every(asks);
  return {
    nobody: present.length === 0,
    visited: present.some(({ itemId }) => itemId !== null),
    agenda: doors.agenda && everybody(isOfMeeting),
    isTeams: (item) => doors.parts.get(item.row.id) === 'team' && everybody((who) => ofTeam(item, who)),
    isOpen: (item) => doors.parts.has(item.row.id) && everybody((who) => isThere(item, who)),
    keys: async ({ facts }, keys) => {
      const readable = keys.filter((key) => {
        const audience = facts.audiences.find(({ aclKey }) => aclKey === key);
        return audience !== undefined && everybody((who) => mayRead(facts, who, audience, now));
      });
      if (readable.length === 0) return new Set();
      const { rows } = await sql<{ key: number }>`
        select k::float8 as key from access.wall_keys(${row.id}, ${readable}::bigint[]) k`.execute(tx);
      return new Set(rows.map(({ key }) => key));
    },
  };
};

/**
 * Does the screen show less than its reader sees? By those alone whom the reader knows to be there, and of cases whose team the
 * reader is of: a warning tells them nothing else.
 * @param there who is in the room, as the reader may know, and whoever paired the screen
 */
export const isNarrowed = ({ items, slots, at }: Found, there: readonly Acting[]): boolean => {
  const own = items.filter(({ part }) => part === 'team');
  const current = slots.find(({ state }) => state === 'current');
  const about = current
    ? own.filter(({ row }) => row.id === current.id)
    : own.filter(({ row }) => row.state === 'planned');
  return about.some(({ facts, row }) =>
    there.some((who) => !isOfTeam(facts, who, row.acl_key, at.getTime())),
  );
};
