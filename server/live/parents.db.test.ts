// A comment that goes further than the text it is about names no text to whoever may not read that text: not in the snapshot,
// not in a frame, not in a signed version; and names it again as soon as they may. Real: sockets, routes, both rings.
import { beforeAll, expect, test } from 'vitest';
import { takeBackEntry } from '../../shared/entries.ts';
import { assessmentOfAino } from '../testing/assessment-of-aino.ts';
import { caseOfAino } from '../testing/case-of-aino.ts';
import { connectLive } from '../testing/live-client.ts';
import { expectSameAsFresh } from '../testing/same-as-fresh.ts';
import { testWorld } from '../testing/world.ts';

const world = await testWorld();
const aino = await caseOfAino(world);
const { caseId, leena, petri, mikko, seenBy } = aino;
const { start, write, share, entryOf } = await assessmentOfAino(aino);
let address: string;
beforeAll(async () => {
  address = await world.listen();
});

const comment = async (parentId?: string) => {
  const id = await start(petri, 'comment', parentId === undefined ? {} : { parentId });
  await write(petri, id, { narrative: 'Samaa mieltä.' });
  await share(petri, id, { scope: 'everyone', familyScope: 'none' });
  return id;
};

test('a comment on a hidden text looks like one on the assessment, also on an open page, until the text may be read', async () => {
  const situation = await start(leena, 'situation');
  await write(leena, situation, { narrative: 'Vain omalle väelle.' });
  await share(leena, situation, { scope: 'agency' });
  const teacher = await connectLive(address, mikko);
  await teacher.follow(caseId);
  const on = await comment(situation);
  const free = await comment();
  await expectSameAsFresh(teacher, caseId);
  const shape = async (id: string) => {
    const { id: _id, createdAt: _c, updatedAt: _u, sharedAt: _s, fields, ...rest } = await entryOf(mikko, id);
    return { ...rest, text: fields['narrative']?.text };
  };
  expect(await shape(on)).toEqual(await shape(free));
  expect(JSON.stringify(teacher.frames)).not.toContain(situation);
  expect((await entryOf(leena, on)).parentId).toBe(situation);

  await share(leena, situation, { scope: 'everyone' });
  await expectSameAsFresh(teacher, caseId);
  expect((await entryOf(mikko, on)).parentId).toBe(situation);

  await share(leena, situation, { scope: 'agency' });
  await expectSameAsFresh(teacher, caseId);
  expect((await entryOf(mikko, on)).parentId).toBeNull();
  const { version } = await entryOf(leena, situation);
  await leena.do(takeBackEntry, { params: { entryId: situation }, body: { version } });
  await share(leena, situation, { scope: 'everyone' });
  await expectSameAsFresh(teacher, caseId);
  expect((await seenBy(mikko)).entries.find((e) => e.id === on)?.parentId).toBe(situation);
  await teacher.close();
});
