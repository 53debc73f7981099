// The matrix of meetings: everybody × every situation × the room, its items, the memo and the acts, by both rings and by each alone. Real:
// app, database.
import { sql } from 'kysely';
import { beforeAll, expect, test, vi } from 'vitest';
import { createFactsCache } from '../../server/access/facts.ts';
import { memoSectionKind } from '../../server/meetings/index.ts';
import { openDatabase } from '../../server/platform/db/pool.ts';
import { asPerson } from '../../server/platform/db/transaction.ts';
import { testWorld } from '../../server/testing/world.ts';
import { getAgendaNews } from '../../shared/agenda-news.ts';
import { listCaseMeetings } from '../../shared/case-meetings.ts';
import { getMeetingRoom } from '../../shared/meetings.ts';
import { type PlacedMeeting, placeMeeting } from './meeting-place.ts';
import {
  comesIn,
  listsMeetingsOf,
  type MeetingPlace,
  type MeetingSituation,
  meetingPlaces,
  meetingSituations,
  opensRoom,
  orders,
  readsNews,
  readsSection,
  sections,
  showsItem,
  takesChair,
  visits,
  writesSection,
} from './meeting-rules.ts';
import { openRingTwo } from './open-ring-two.ts';
import { createTally, look, type Tally } from './tally.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const world = await testWorld();
const db = openDatabase(world.pools.app);
let placed: PlacedMeeting;
beforeAll(async () => {
  placed = await placeMeeting(world);
});

const whoIs = (place: MeetingPlace) => {
  const { id: personId, affiliationId } = placed.people[place];
  return { personId, affiliationId };
};
const says = (place: MeetingPlace, situation: MeetingSituation, what: string) => () =>
  `${what}, ${place}, ${situation}`;
const expectAsTheTable = ({ cells, mismatches, examples }: Tally): void => {
  expect(examples).toEqual([]);
  expect(mismatches).toBe(0);
  expect(cells).toBeGreaterThan(meetingPlaces.length * meetingSituations.length * 3);
};

/** Ring 1, and ring 2 beside it unless it is open. */
const walk = async (): Promise<Tally> => {
  const tally = createTally();
  const kind = memoSectionKind(createFactsCache());
  for (const situation of meetingSituations) {
    await placed.put(situation);
    for (const place of meetingPlaces) {
      const person = placed.people[place];
      const { status, body } = await person.try(getMeetingRoom, { params: { meetingId: placed.meetingId } });
      look(tally, opensRoom(place, situation) ? 200 : 404, status, says(place, situation, 'opens the room'));
      const news = await person.try(getAgendaNews, { params: { meetingId: placed.meetingId }, query: {} });
      const ofTeam = opensRoom(place, situation) && !visits(place, situation);
      look(tally, ofTeam ? 200 : 404, news.status, says(place, situation, 'reads what is new'));
      for (const name of ['first', 'second'] as const) {
        const told = news.status === 200 && news.body.items.some(({ id }) => id === placed.items[name]);
        look(
          tally,
          readsNews(name, place, situation),
          told,
          says(place, situation, `news of the ${name} item`),
        );
        const item = status === 200 ? body.items.find(({ id }) => id === placed.items[name]) : undefined;
        const shown = item === undefined ? 'absent' : item.restricted ? 'restricted' : 'open';
        look(tally, showsItem(name, place, situation), shown, says(place, situation, `the ${name} item`));
      }
      for (const name of ['first', 'second'] as const) {
        const caseId = placed.cases[name];
        const listed = await person.try(listCaseMeetings, { params: { caseId } });
        const ids = listed.status === 200 ? listed.body.meetings.map(({ item }) => item?.id) : [];
        const theirs = listsMeetingsOf(name, place);
        look(
          tally,
          theirs,
          ids.includes(placed.items[name]),
          says(place, situation, `meetings of the ${name} case`),
        );
      }
      for (const section of sections) {
        const { id } = placed.sections[section];
        const right = await asPerson(db, whoIs(place), null, 'read committed', (tx, at) =>
          kind.standing(tx, whoIs(place), id, at.getTime()),
        );
        const what = (verb: string) => says(place, situation, `${verb} the ${section} section`);
        look(tally, readsSection(section, place, situation), right.reads, what('reads'));
        look(tally, writesSection(section, place, situation), right.writes, what('writes'));
      }
    }
  }
  return tally;
};

test('both rings', async () => {
  expectAsTheTable(await walk());
});

test('a visitor is shown one item as if there were no other, and nothing of the meeting’s own course', async () => {
  await placed.put('second discussed');
  const maria = placed.people['visits the second from the school'];
  const room = await maria.do(getMeetingRoom, { params: { meetingId: placed.meetingId } });
  expect(room.items).toHaveLength(1);
  expect(room).toMatchObject({
    as: 'visitor',
    can: [],
    meeting: { openedAt: null, endedAt: null, version: 0 },
    items: [{ place: 1, version: 0, familyStance: null, familyNote: null, visits: [], can: [] }],
  });
});

test('a hint goes to whoever opens the room, and to nobody else', async () => {
  const tally = createTally();
  for (const situation of meetingSituations) {
    await placed.put(situation);
    const { rows } = await asPerson(db, whoIs('chair, in both cases'), null, 'read committed', (tx) =>
      sql<{ person: string; affiliation: string | null }>`
        select person_id as person, affiliation_id as affiliation from access.beside_meeting(${placed.meetingId})`.execute(
        tx,
      ),
    );
    const told = new Set(rows.map(({ person, affiliation }) => `${person} ${affiliation}`));
    for (const place of meetingPlaces) {
      const { personId, affiliationId } = whoIs(place);
      look(
        tally,
        opensRoom(place, situation),
        told.has(`${personId} ${affiliationId}`),
        says(place, situation, 'is told'),
      );
    }
  }
  expect(tally.examples).toEqual([]);
});

class Undone extends Error {}

test('ring 2 alone: plain statements and the doors', async () => {
  const tally = createTally();
  const { meetingId, items } = placed;
  const seen = async (place: MeetingPlace, query: ReturnType<typeof sql>): Promise<boolean> => {
    const { rows } = await asPerson(db, whoIs(place), null, 'read committed', (tx) => query.execute(tx));
    return rows.length > 0;
  };
  const tried = (place: MeetingPlace, statement: ReturnType<typeof sql>) =>
    asPerson(db, whoIs(place), null, 'read committed', async (tx) => {
      await statement.execute(tx);
      throw new Undone();
    }).catch((error: unknown) => {
      if (error instanceof Undone) return true;
      if ((error as { code?: string }).code === '42501') return false;
      throw error;
    });
  const coming = { planned: [items.first, items.second], opened: [items.first, items.second] };
  for (const situation of meetingSituations) {
    await placed.put(situation);
    const toCome =
      coming[situation as keyof typeof coming] ??
      (situation === 'first discussed' || situation === 'between' ? [items.second] : []);
    for (const place of meetingPlaces) {
      const what = (words: string) => says(place, situation, words);
      look(
        tally,
        opensRoom(place, situation),
        await seen(place, sql`select from meetings where id = ${meetingId}`),
        what('the row'),
      );
      for (const name of ['first', 'second'] as const) {
        const row = await seen(place, sql`select from agenda_items where id = ${items[name]}`);
        look(tally, showsItem(name, place, situation) === 'open', row, what(`the row of the ${name} item`));
        const slot = await seen(
          place,
          sql`select from access.agenda_frame(${meetingId}) where id = ${items[name]}`,
        );
        const team = opensRoom(place, situation) && !visits(place, situation);
        look(tally, team, slot, what(`the place of the ${name} item`));
      }
      for (const section of sections) {
        const { id } = placed.sections[section];
        const reads = await seen(place, sql`select where access.reads_memo_section(${id})`);
        look(tally, readsSection(section, place, situation), reads, what(`reads the ${section} section`));
        const writes = await seen(place, sql`select where access.writes_memo_section(${id})`);
        look(tally, writesSection(section, place, situation), writes, what(`writes the ${section} section`));
      }
      look(
        tally,
        comesIn(place, situation),
        await tried(place, sql`select access.come_in(${meetingId})`),
        what('comes in'),
      );
      look(
        tally,
        orders(place, situation),
        await tried(
          place,
          sql`select access.order_agenda(${meetingId}, ${toCome}::uuid[], ${toCome.map(() => 30)}::int[])`,
        ),
        what('orders'),
      );
      look(
        tally,
        takesChair(place, situation),
        await tried(place, sql`select access.move_meeting(${meetingId}, 'take-chair', null, null, null)`),
        what('takes the chair'),
      );
    }
  }
  expectAsTheTable(tally);
});

test('ring 1 alone: every row is open, and it keeps back the same', async () => {
  await openRingTwo(world);
  expectAsTheTable(await walk());
});
