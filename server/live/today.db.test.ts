// Today's hint: when something visible happens in one of one's cases, at the first invitation, and never otherwise.
import { expect, test } from 'vitest';
import { changeWhereabouts } from '../../shared/cases.ts';
import { caseOfAino } from '../testing/case-of-aino.ts';
import { ground, invite, openACase, see } from '../testing/case-parts.ts';
import { connectLive, eventually, type LiveClient } from '../testing/live-client.ts';
import { testWorld } from '../testing/world.ts';

const world = await testWorld();
const address = await world.listen();
const aino = await caseOfAino(world);
const { caseId, leena, mikko, sari, petri } = aino;

/** Besides the one that answers the watching: what happened before it is not known. */
const hints = (client: LiveClient): number => client.frames.filter((f) => f.t === 'today').length - 1;
const watchToday = async (person: typeof leena): Promise<LiveClient> => {
  const client = await connectLive(address, person);
  await client.watchToday();
  return client;
};

test('the first invitation is told at once, and the new case is watched from then on', async () => {
  const second = await openACase(leena, {
    childName: 'Veera Mäki',
    childGivenName: 'Veera',
    birthDate: '2011-04-04',
  });
  const today = await watchToday(mikko);
  await invite(leena, second, mikko);
  await eventually(() => hints(today) > 0, 'a hint');
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  const before = hints(today);
  await invite(leena, second, sari, {
    fromThem: ground(['coordination', 'health']),
    participation: { scope: 'everyone', agencyIds: [], familyScope: 'all' },
  });
  const known = (await see(mikko, second)).members.length;
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  // He may not know of her: nothing of it is a hint for him.
  expect([known, hints(today) - before]).toEqual([2, 0]);
  await invite(leena, second, petri, { role: 'team', toThem: null, fromThem: null });
  await eventually(() => hints(today) > before, 'a hint of the new colleague');
  await today.close();
});

test('what is not for one’s eyes gives no hint, and much at once gives few', async () => {
  const teacher = await watchToday(mikko);
  const worker = await watchToday(petri);
  const began = performance.now();
  for (let n = 0; n < 6; n += 1) await aino.allow(aino.home, aino.psychiatry, ['social']);
  await eventually(() => hints(worker) > 0, 'a hint');
  await new Promise((resolve) => setTimeout(resolve, 700));
  // At most twice a second, however long the six took on this machine.
  expect(hints(worker)).toBeLessThanOrEqual(2 + Math.floor((performance.now() - began) / 500));
  expect(hints(teacher)).toBe(0);
  const { whereabouts } = await aino.seenBy(leena);
  await leena.do(changeWhereabouts, {
    params: { caseId },
    body: {
      version: whereabouts?.version ?? 1,
      nonDisclosure: true,
      address: 'Salainen 1',
      municipality: null,
      school: null,
    },
  });
  await teacher.close();
  await worker.close();
});
