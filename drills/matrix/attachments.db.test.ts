// The matrix of files beside a request: everybody × every situation × what the scanner has said, by both rings and by each alone.
// Real: app, database.
import { sql } from 'kysely';
import { beforeAll, expect, test, vi } from 'vitest';
import { openDatabase } from '../../server/platform/db/pool.ts';
import { asPerson } from '../../server/platform/db/transaction.ts';
import { download, toRequest } from '../../server/testing/attachment-parts.ts';
import { testWorld } from '../../server/testing/world.ts';
import { removeAttachment } from '../../shared/consultation-attachments.ts';
import { getConsultation } from '../../shared/consultations.ts';
import { adds, downloads, type FileState, fileStates, lists, takesBack } from './attachment-rules.ts';
import { type Cast, castOf, type PlaceInIt, places } from './consultation-cast.ts';
import { placeRequest } from './consultation-place.ts';
import { reads, type Situation, situations } from './consultation-rules.ts';
import { openRingTwo } from './open-ring-two.ts';
import { createTally, look, type Tally } from './tally.ts';

// Some thousands of questions, on a machine that may be busy.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const world = await testWorld();
let cast: Cast;
beforeAll(async () => {
  cast = await castOf(world);
});

/** The request of the other matrix, with a child's name. */
const placeNamed = async (situation: Situation): Promise<string> => {
  const id = await placeRequest(world, cast, situation);
  await world.superuser(`update consultations set anonymous = false, child_name = 'Aino' where id = $1`, [
    id,
  ]);
  return id;
};
let n = 0;
const placeFile = async (consultationId: string, state: FileState): Promise<string> => {
  n += 1;
  const { id, affiliationId } = cast.people.asker;
  const { rows } = await world.superuser(
    `with a as (insert into consultation_attachments (consultation_id, side, n, person_id, affiliation_id, name, kind, size, sha256, added_at, scan,
         scanned_at, finding, withdrawn_at)
       values ($1, 'asking', $2, $3, $4, 'x.txt', 'text', 1, sha256('x'), now(), $5, case when $5 <> 'waiting' then now() end,
         case when $5 = 'infected' then 'x' end, case when $6::boolean then now() end) returning id)
     insert into consultation_attachment_bytes (attachment_id, bytes) select id, 'x' from a returning attachment_id as id`,
    [consultationId, n, id, affiliationId, state === 'taken back' ? 'clean' : state, state === 'taken back'],
  );
  return String(rows[0]?.['id']);
};
const clear = (consultationId: string) =>
  world.superuser('delete from consultation_attachments where consultation_id = $1', [consultationId]);

const says = (place: PlaceInIt, situation: Situation, what: string) => () =>
  `${what}, ${place}, ${situation}`;
const expectAsTheTable = ({ cells, mismatches, examples }: Tally): void => {
  expect(examples).toEqual([]);
  expect(mismatches).toBe(0);
  expect(cells).toBeGreaterThan(places.length * situations.length);
};
/** Whoever finds nothing is asked about what they could do in two situations; in the others that they find nothing is enough. */
const worthAsking = (place: PlaceInIt, situation: Situation): boolean =>
  reads(place, situation) || ['sent', 'claimed, passed on'].includes(situation);

const walkSeen = async (): Promise<Tally> => {
  const tally = createTally();
  for (const situation of situations) {
    const consultationId = await placeNamed(situation);
    const files: [FileState, string][] = [];
    for (const state of fileStates) files.push([state, await placeFile(consultationId, state)]);
    for (const place of places) {
      const person = cast.people[place];
      const { status, body } = await person.try(getConsultation, { params: { consultationId } });
      const listed = new Map(status === 200 ? body.consultation.attachments.map((one) => [one.id, one]) : []);
      if (status === 200)
        look(
          tally,
          adds(place, situation),
          body.consultation.can.includes('attach'),
          says(place, situation, 'can attach'),
        );
      for (const [state, id] of files) {
        const what = (done: string) => says(place, situation, `${done} one that is ${state}`);
        look(tally, lists(place, situation, state), listed.has(id), what('lists'));
        const expected = lists(place, situation, state)
          ? downloads(place, situation, state)
            ? 200
            : 409
          : 404;
        // Whoever acts in no affiliation is told that files are not for them at all.
        const alone = person.affiliationId === null ? 403 : expected;
        look(tally, alone, (await download(world, person, id)).statusCode, what('downloads'));
        const can = listed.get(id)?.can ?? [];
        if (!listed.has(id)) continue;
        look(tally, downloads(place, situation, state), can.includes('download'), what('can download'));
        look(tally, takesBack(place, state), can.includes('remove'), what('can take back'));
      }
    }
  }
  return tally;
};

test('both rings: who is told of a file, who gets it, what each can do', async () => {
  expectAsTheTable(await walkSeen());
});

test('both rings: adding and taking back by their routes', async () => {
  const tally = createTally();
  for (const situation of situations) {
    const consultationId = await placeNamed(situation);
    for (const place of places.filter((one) => worthAsking(one, situation))) {
      await clear(consultationId);
      const person = cast.people[place];
      const { status } = await toRequest(world, person, consultationId, 'x');
      const verdict =
        status === 200
          ? 'done'
          : status === 404
            ? 'absent'
            : [403, 409].includes(status)
              ? 'refused'
              : status;
      const expected = adds(place, situation) ? 'done' : reads(place, situation) ? 'refused' : 'absent';
      look(tally, expected, verdict, says(place, situation, 'adds'));
      const id = await placeFile(consultationId, 'clean');
      const removed = await person.try(removeAttachment, { params: { attachmentId: id }, body: {} });
      const absent = person.affiliationId === null ? 403 : 404;
      look(
        tally,
        takesBack(place, 'clean') ? 200 : absent,
        removed.status,
        says(place, situation, 'takes back'),
      );
    }
  }
  expect(tally.examples).toEqual([]);
});

class Undone extends Error {}

test('ring 2 alone: plain statements and the doors', async () => {
  const tally = createTally();
  const db = openDatabase(world.pools.app);
  const tried = (
    who: { personId: string; affiliationId: string | null },
    statement: ReturnType<typeof sql>,
  ) =>
    asPerson(db, who, null, 'read committed', async (tx) => {
      await statement.execute(tx);
      throw new Undone();
    }).catch((error: unknown) => {
      if (error instanceof Undone) return true;
      if ((error as { code?: string }).code === '42501') return false;
      throw error;
    });
  for (const situation of situations) {
    const consultationId = await placeNamed(situation);
    const files: [FileState, string][] = [];
    for (const state of fileStates) files.push([state, await placeFile(consultationId, state)]);
    for (const place of places) {
      const { id: personId, affiliationId } = cast.people[place];
      const who = { personId, affiliationId };
      for (const [state, id] of files) {
        const { rows } = await asPerson(db, who, null, 'read committed', (tx) =>
          sql<{
            lines: string;
            bytes: string;
          }>`select (select count(*) from consultation_attachments where id = ${id}) as lines,
            (select count(*) from consultation_attachment_bytes where attachment_id = ${id}) as bytes`.execute(
            tx,
          ),
        );
        look(
          tally,
          lists(place, situation, state),
          Number(rows[0]?.lines) === 1,
          says(place, situation, `row, ${state}`),
        );
        look(
          tally,
          downloads(place, situation, state),
          Number(rows[0]?.bytes) === 1,
          says(place, situation, `bytes, ${state}`),
        );
      }
      if (!worthAsking(place, situation)) continue;
      const added = await tried(
        who,
        sql`select access.add_attachment(null, ${consultationId}, 'x.txt', 'text', 'x')`,
      );
      look(tally, adds(place, situation), added, says(place, situation, 'adds by the door'));
      const [, clean = ''] = files.find(([state]) => state === 'clean') ?? [];
      const removed = await tried(who, sql`select access.remove_attachment(${clean})`);
      look(tally, takesBack(place, 'clean'), removed, says(place, situation, 'takes back by the door'));
    }
  }
  expectAsTheTable(tally);
});

test('ring 1 alone: every row is open, and it keeps back the same', async () => {
  await openRingTwo(world);
  expectAsTheTable(await walkSeen());
});
