// Walks the files beside a named request, as everybody in every situation with everything that the scanner can have said: what is
// listed, what is downloaded, who adds and who takes back. By the routes, and by the database alone with plain statements.
import { sql } from 'kysely';
import { openDatabase } from '../../server/platform/db/pool.ts';
import { asPerson } from '../../server/platform/db/transaction.ts';
import { download, toRequest } from '../../server/testing/attachment-parts.ts';
import type { World } from '../../server/testing/open-world.ts';
import { removeAttachment } from '../../shared/consultation-attachments.ts';
import { getConsultation } from '../../shared/consultations.ts';
import { adds, downloads, type FileState, fileStates, lists, takesBack } from './attachment-rules.ts';
import { type Cast, type PlaceInIt, places } from './consultation-cast.ts';
import { placeRequest } from './consultation-place.ts';
import { reads, type Situation, situations } from './consultation-rules.ts';
import { createTally, look, type Tally } from './tally.ts';

/** The request of the other matrix, with a child's name. */
export const placeNamed = async (world: World, cast: Cast, situation: Situation): Promise<string> => {
  const id = await placeRequest(world, cast, situation);
  await world.superuser(`update consultations set anonymous = false, child_name = 'Aino' where id = $1`, [
    id,
  ]);
  return id;
};
export const placeFile = async (
  world: World,
  cast: Cast,
  consultationId: string,
  state: FileState,
): Promise<string> => {
  const { id, affiliationId } = cast.people.asker;
  const { rows } = await world.superuser(
    `with a as (insert into consultation_attachments (consultation_id, side, n, person_id, affiliation_id, name, kind, size, sha256, added_at, scan,
         scanned_at, finding, withdrawn_at)
       values ($1, 'asking', (select count(*) + 1 from consultation_attachments where consultation_id = $1), $2, $3, 'x.txt', 'text', 1, sha256('x'), now(), $4, case when $4 <> 'waiting' then now() end,
         case when $4 = 'infected' then 'x' end, case when $5::boolean then now() end) returning id)
     insert into consultation_attachment_bytes (attachment_id, bytes) select id, 'x' from a returning attachment_id as id`,
    [consultationId, id, affiliationId, state === 'taken back' ? 'clean' : state, state === 'taken back'],
  );
  return String(rows[0]?.['id']);
};
const clear = (world: World, consultationId: string) =>
  world.superuser('delete from consultation_attachments where consultation_id = $1', [consultationId]);

const says = (place: PlaceInIt, situation: Situation, what: string) => () =>
  `${what}, ${place}, ${situation}`;
/** Whoever finds nothing is asked about what they could do in two situations; in the others that they find nothing is enough. */
const worthAsking = (place: PlaceInIt, situation: Situation): boolean =>
  reads(place, situation) || ['sent', 'claimed, passed on'].includes(situation);

export const walkFiles = async (world: World, cast: Cast): Promise<Tally> => {
  const tally = createTally();
  for (const situation of situations) {
    const consultationId = await placeNamed(world, cast, situation);
    const files: [FileState, string][] = [];
    for (const state of fileStates) files.push([state, await placeFile(world, cast, consultationId, state)]);
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

export const walkFileActs = async (world: World, cast: Cast): Promise<Tally> => {
  const tally = createTally();
  for (const situation of situations) {
    const consultationId = await placeNamed(world, cast, situation);
    for (const place of places.filter((one) => worthAsking(one, situation))) {
      await clear(world, consultationId);
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
      const id = await placeFile(world, cast, consultationId, 'clean');
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
  return tally;
};

class Undone extends Error {}

export const walkFilesRingTwo = async (world: World, cast: Cast, tally = createTally()): Promise<Tally> => {
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
    const consultationId = await placeNamed(world, cast, situation);
    const files: [FileState, string][] = [];
    for (const state of fileStates) files.push([state, await placeFile(world, cast, consultationId, state)]);
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
  return tally;
};
