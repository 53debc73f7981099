// Turvakielto on pages that are open: real sockets of the home agency, the school, psychiatry and the mother. What tells
// where the child is leaves them within a second, presence with it, and comes back in the same way.
import { beforeAll, expect, test } from 'vitest';
import { caseInHiding, peopleInHiding, place, signedInHiding, turn } from '../testing/case-in-hiding.ts';
import { connectLive, eventually, type LiveClient } from '../testing/live-client.ts';
import { expectSameAsFresh } from '../testing/same-as-fresh.ts';
import { testWorld } from '../testing/world.ts';

const world = await testWorld();
const people = await peopleInHiding(world);
const { leena, mikko, sari, minna, school } = people;
let caseId: string;
let address: string;
beforeAll(async () => {
  const c = await caseInHiding(people);
  caseId = c.caseId;
  await signedInHiding(people, c);
  address = await world.listen();
});

const open = async (who: typeof leena): Promise<LiveClient> => {
  const client = await connectLive(address, who);
  await client.follow(caseId);
  return client;
};
const shows = (client: LiveClient): boolean => {
  const text = JSON.stringify(client.workspace(caseId) ?? null);
  return [school, mikko.id, place.municipality, place.school, 'Tulee tunnille'].some((one) =>
    text.includes(one),
  );
};
/** As the page has it from its frames. */
const here = (client: LiveClient): boolean => {
  let there = false;
  for (const frame of client.frames) {
    if (frame.t === 'refetch') there = false;
    if (frame.t !== 'presence') continue;
    const told = frame.people.find((one) => one.personId === mikko.id);
    if (told) there = told.places.length > 0;
    else if (frame.all) there = false;
  }
  return there;
};

test('school and municipality leave open pages, with presence, and stay where they may be known', async () => {
  const [worker, teacher, nurse, mother] = await Promise.all([leena, mikko, sari, minna].map(open));
  if (!worker || !teacher || !nurse || !mother) throw new Error('a page is missing');
  await Promise.all([worker, nurse, mother].map((page) => eventually(() => here(page), 'the teacher here')));
  for (const page of [worker, nurse, mother]) expect(shows(page)).toBe(true);
  const before = [nurse, mother].map((page) => page.frames.length);
  await turn(leena, caseId, true);
  // How soon is measured by the drill of revocation: a busy machine is slow, not wrong.
  for (const page of [nurse, mother])
    await eventually(() => !shows(page) && !here(page), 'a page without the school');
  for (const page of [worker, teacher, nurse, mother]) await expectSameAsFresh(page, caseId);
  expect(shows(worker)).toBe(true);
  expect(shows(teacher)).toBe(true);
  await eventually(() => here(worker), 'the teacher here for the home agency');
  expect([here(nurse), here(mother)]).toEqual([false, false]);
  const since = JSON.stringify([nurse, mother].map((page, n) => page.frames.slice(before[n])));
  for (const trace of [school, mikko.id, place.municipality, place.school])
    expect(since).not.toContain(trace);
  await turn(leena, caseId, false);
  for (const page of [nurse, mother]) await eventually(() => shows(page) && here(page), 'the school again');
  for (const page of [worker, teacher, nurse, mother]) {
    await expectSameAsFresh(page, caseId);
    await page.close();
  }
});
