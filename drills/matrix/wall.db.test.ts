// The matrix of the wall: everybody alone, beside the chair and beside a visitor, in every situation under way: what the screen shows of the
// agenda and of the case that is discussed, by both rings and by each alone. Real: app, database.
import { sql } from 'kysely';
import { beforeAll, expect, test, vi } from 'vitest';
import { openDatabase } from '../../server/platform/db/pool.ts';
import { asPerson } from '../../server/platform/db/transaction.ts';
import { onWall, type WallScreen } from '../../server/testing/wall-parts.ts';
import { testWorld } from '../../server/testing/world.ts';
import type { WallView } from '../../shared/wall.ts';
import { type PlacedMeeting, placeMeeting } from './meeting-place.ts';
import { type MeetingPlace, type MeetingSituation, meetingPlaces, onTheWall } from './meeting-rules.ts';
import { openRingTwo } from './open-ring-two.ts';
import { createTally, look, type Tally } from './tally.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const world = await testWorld();
const db = openDatabase(world.pools.app);
const chair: MeetingPlace = 'chair, in both cases';
const visitor: MeetingPlace = 'visits the second from the school';
const underWay = ['opened', 'first discussed', 'between', 'second discussed'] as const;
let placed: PlacedMeeting;
let screen: WallScreen;
beforeAll(async () => {
  placed = await placeMeeting(world);
  screen = await onWall(world, placed.people[chair], placed.meetingId);
});

const companies: readonly MeetingPlace[][] = [
  [],
  ...meetingPlaces.flatMap((place) => [[place], [chair, place], [chair, visitor, place]]),
]
  .map((those) => [...new Set(those)])
  // One person is in a room once.
  .filter((those) => !(those.includes(chair) && those.includes('chair, acting elsewhere')));

/** Into the room past the server: also whoever may not come in, as somebody whose right has ended stays in it. */
const seat = async (present: readonly MeetingPlace[]): Promise<void> => {
  await world.superuser('delete from attendances where meeting_id = $1', [placed.meetingId]);
  for (const place of present) {
    const { id, affiliationId } = placed.people[place];
    const item = /first/.test(place) ? placed.items.first : placed.items.second;
    const ofItem = /visits|invited/.test(place) ? item : null;
    await world.superuser(
      'insert into attendances (meeting_id, item_id, person_id, affiliation_id, came_at) values ($1, $2, $3, $4, now())',
      [placed.meetingId, ofItem, id, affiliationId],
    );
  }
};

const shownOn = (view: WallView) => {
  if (view.state !== 'shown') throw new Error(`the wall is ${view.state}`);
  const names = view.agenda?.map(({ name }) => name !== null);
  return {
    agenda: names ?? null,
    shown: view.item === null ? null : view.item.childGivenName === 'Elsa' ? 'first' : 'second',
  };
};

type Seen = { agenda: boolean[] | null; shown: string | null };
type Look = (situation: MeetingSituation) => Promise<Seen>;

const walk = async (looks: Look): Promise<Tally> => {
  const tally = createTally();
  for (const situation of underWay) {
    await placed.put(situation);
    for (const present of companies) {
      await seat(present);
      const expected = onTheWall(present, situation);
      const seen = await looks(situation);
      const says = (what: string) => () => `${what}, ${situation}: ${present.join(' + ') || 'nobody'}`;
      look(tally, JSON.stringify(expected.agenda), JSON.stringify(seen.agenda), says('the agenda'));
      look(tally, expected.shown, seen.shown, says('the case'));
    }
  }
  return tally;
};
const expectAsTheTable = ({ cells, mismatches, examples }: Tally): void => {
  expect(examples).toEqual([]);
  expect(mismatches).toBe(0);
  expect(cells).toBe(underWay.length * companies.length * 2);
};

const byScreen: Look = async () => shownOn(await screen.look());

test('both rings', async () => {
  expectAsTheTable(await walk(byScreen));
});

test('ring 2 alone: the doors of whoever paired the screen', async () => {
  const { id: personId, affiliationId } = placed.people[chair];
  const { first, second } = placed.items;
  const current = { 'first discussed': first, 'second discussed': second } as const;
  const byDoors: Look = (situation) =>
    asPerson(db, { personId, affiliationId }, null, 'read committed', async (tx): Promise<Seen> => {
      const [order, items] = await Promise.all([
        sql<{ known: boolean }>`select access.wall_agenda(${placed.meetingId}) as known`.execute(tx),
        sql<{ id: string; part: string }>`select * from access.wall_items(${placed.meetingId})`.execute(tx),
      ]);
      const partOf = (id: string) => items.rows.find((row) => row.id === id)?.part;
      const item = situation in current ? current[situation as keyof typeof current] : null;
      const shown = item === null || partOf(item) === undefined ? null : item === first ? 'first' : 'second';
      return {
        agenda: order.rows[0]?.known ? [partOf(first) === 'team', partOf(second) === 'team'] : null,
        shown,
      };
    });
  expectAsTheTable(await walk(byDoors));
});

test('ring 1 alone', async () => {
  await openRingTwo(world);
  expectAsTheTable(await walk(byScreen));
});
