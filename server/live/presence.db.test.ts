// Who learns what from presence. Mikko of the school may not know that psychiatry is involved: no frame tells him.
import { expect, test, vi } from 'vitest';
import { takeBackEntry } from '../../shared/entries.ts';
import type { Presence, ServerFrame } from '../../shared/live.ts';
import { assessmentOfAino } from '../testing/assessment-of-aino.ts';
import { caseOfAino } from '../testing/case-of-aino.ts';
import { connectLive, eventually, type LiveClient } from '../testing/live-client.ts';
import { testWorld } from '../testing/world.ts';

// Generous: a loaded machine is slow, not wrong.
vi.setConfig({ testTimeout: 120_000 });

const world = await testWorld();
const address = await world.listen();
const other = await world.anotherServer();
const aino = await caseOfAino(world);
const { caseId, leena, mikko, sari, minna } = aino;

/** What a tab knows of the others, from every frame so far. */
const pictureOf = (client: LiveClient): Map<string, Presence> => {
  const people = new Map<string, Presence>();
  for (const frame of client.frames.filter(
    (f): f is Extract<ServerFrame, { t: 'presence' }> => f.t === 'presence',
  )) {
    if (frame.all) people.clear();
    for (const presence of frame.people) {
      if (presence.places.length > 0) people.set(presence.personId, presence);
      else people.delete(presence.personId);
    }
  }
  return people;
};
const sees = (client: LiveClient, personId: string) => pictureOf(client).get(personId);
const enter = async (person: typeof leena, at = address): Promise<LiveClient> => {
  const client = await connectLive(at, person);
  await client.follow(caseId);
  return client;
};
const room = await assessmentOfAino(aino);
const draft = async (): Promise<string> => {
  const id = await room.start(leena, 'comment');
  await room.write(leena, id, { narrative: 'Ainon kanssa on puhuttu koulusta.' });
  return id;
};
const sharedText = async (): Promise<string> => {
  const id = await draft();
  await room.share(leena, id, { scope: 'everyone' });
  return id;
};

test('child protection sees both, the teacher and the nurse never learn of each other', async () => {
  const worker = await enter(leena);
  const teacher = await enter(mikko);
  const nurse = await enter(sari);
  const mother = await enter(minna, other.address);
  await eventually(
    () => sees(worker, mikko.id) && sees(worker, sari.id) && sees(worker, minna.id),
    'everybody',
  );
  await eventually(() => sees(mother, sari.id) && sees(mother, leena.id), 'the nurse, from another server');
  await eventually(() => sees(teacher, leena.id) && sees(nurse, leena.id), 'the worker');
  nurse.send({ t: 'at', caseId, place: { view: 'assessment', entryId: null, field: null, writing: true } });
  await eventually(() => sees(worker, sari.id)?.places[0]?.view === 'assessment', 'the nurse’s new place');
  expect(JSON.stringify(teacher.frames)).not.toContain(sari.id);
  expect(JSON.stringify(nurse.frames)).not.toContain(mikko.id);
  // Nor by a frame that only comes when she moves.
  const before = teacher.frames.length;
  nurse.send({ t: 'at', caseId, place: { view: 'people', entryId: null, field: null, writing: false } });
  await eventually(() => sees(worker, sari.id)?.places[0]?.view === 'people', 'the nurse’s next place');
  await nurse.close();
  await eventually(() => !sees(worker, sari.id), 'the nurse to leave');
  expect(teacher.frames.slice(before)).toEqual([]);
  for (const client of [worker, teacher, mother]) await client.close();
});

test('in an entry one may not read, somebody is only on the page; in one that one may read, also writing', async () => {
  const own = await draft();
  const open = await sharedText();
  const worker = await enter(leena);
  const teacher = await enter(mikko);
  const write = (entryId: string) =>
    worker.send({
      t: 'at',
      caseId,
      place: { view: 'assessment', entryId, field: 'narrative', writing: true },
    });
  write(open);
  await eventually(
    () =>
      sees(teacher, leena.id)?.places.some((p) => p.entryId === open && p.writing && p.field === 'narrative'),
    'her writing',
  );
  write(own);
  const nothingMore = { view: 'assessment', entryId: null, field: null, writing: false };
  await eventually(
    () => JSON.stringify(sees(teacher, leena.id)?.places) === JSON.stringify([nothingMore]),
    'her place alone',
  );
  expect(JSON.stringify(teacher.frames)).not.toContain(own);
  // Taken back while she is in it: the text is hers alone again, and so is her place in it.
  write(open);
  await eventually(
    () => sees(teacher, leena.id)?.places.some((p) => p.entryId === open),
    'her place in the text',
  );
  const { entries } = await aino.seenBy(leena);
  const version = entries.find((e) => e.id === open)?.version ?? 0;
  await leena.do(takeBackEntry, { params: { entryId: open }, body: { version } });
  await eventually(
    () => JSON.stringify(sees(teacher, leena.id)?.places) === JSON.stringify([nothingMore]),
    'her place alone',
  );
  await worker.close();
  await teacher.close();
});

test('nobody can claim to be in an entry that they may not read', async () => {
  const own = await draft();
  const worker = await enter(leena);
  const teacher = await enter(mikko);
  teacher.send({ t: 'at', caseId, place: { view: 'assessment', entryId: own, field: null, writing: true } });
  await eventually(() => sees(worker, mikko.id)?.places[0]?.view === 'assessment', 'his place');
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  expect(sees(worker, mikko.id)?.places).toEqual([
    { view: 'assessment', entryId: null, field: null, writing: false },
  ]);
  await worker.close();
  await teacher.close();
});

test('several tabs are one person; writing ends after five silent seconds', async () => {
  const open = await sharedText();
  const teacher = await enter(mikko);
  const first = await enter(leena);
  const second = await enter(leena, other.address);
  first.send({ t: 'at', caseId, place: { view: 'people', entryId: null, field: null, writing: false } });
  second.send({
    t: 'at',
    caseId,
    place: { view: 'assessment', entryId: open, field: 'narrative', writing: true },
  });
  await eventually(
    () =>
      sees(teacher, leena.id)?.places.some((p) => p.writing) && sees(teacher, leena.id)?.places.length === 2,
    'both places',
  );
  await eventually(
    () => sees(teacher, leena.id)?.places.every((p) => !p.writing),
    'the end of writing',
    9_000,
  );
  await second.close();
  await eventually(() => sees(teacher, leena.id)?.places.length === 1, 'one place');
  await first.close();
  await eventually(() => !sees(teacher, leena.id), 'nobody');
  await teacher.close();
});

test('whose membership ends is gone from everybody’s picture at once', async () => {
  const worker = await enter(leena);
  const nurse = await enter(sari);
  await eventually(() => sees(worker, sari.id), 'the nurse');
  await aino.end(sari);
  await nurse.next('gone');
  await eventually(() => !sees(worker, sari.id), 'the nurse to be gone');
  await worker.close();
  await nurse.close();
});
