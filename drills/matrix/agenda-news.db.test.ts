// What is new in a case, by ring 1 alone: where every row of the database is open, the same is counted and the same cases wait. Real: app,
// PostgreSQL. Who reads it in which situation walks the matrix of meetings.
import { expect, test } from 'vitest';
import { openACase } from '../../server/testing/case-parts.ts';
import { ownStep } from '../../server/testing/step-parts.ts';
import { openTwoCaseMeeting } from '../../server/testing/two-case-meeting.ts';
import { type Person, testWorld } from '../../server/testing/world.ts';
import { getAgendaNews } from '../../shared/agenda-news.ts';
import { openRingTwo } from './open-ring-two.ts';

const world = await testWorld();
const { leena, oskar, maria, withTwoCases, teacherComes, childSays } = await openTwoCaseMeeting(world);

test('every row is open, and it counts and tells the same', async () => {
  const both = await withTwoCases();
  const { aino, meeting, second } = both;
  await teacherComes(both);
  await ownStep(leena, aino);
  // Of the school alone.
  await ownStep(maria, aino, { scope: 'agency' });
  await childSays(leena, second, 'Haluan mummolaan.');
  const waits = await openACase(oskar, { childName: 'Onni Niemi', childGivenName: 'Onni' });
  await world.superuser(`update cases set opened_at = now() - interval '20 weeks' where id = $1`, [waits]);
  const params = { meetingId: meeting };
  const readBy = async (who: Person) => {
    const { items, waiting } = await who.do(getAgendaNews, { params, query: {} });
    return { items, waiting: waiting.map((one) => one.childGivenName) };
  };
  const all = async () => ({
    leena: await readBy(leena),
    oskar: await readBy(oskar),
    visitor: (await maria.try(getAgendaNews, { params, query: {} })).status,
  });
  const told = await all();
  expect(told).toMatchObject({
    leena: { items: [{ id: second, entries: 1, stepsOpen: 1 }], waiting: [] },
    oskar: { items: [{ entries: 0, stepsOpen: 0 }], waiting: ['Onni'] },
    visitor: 404,
  });
  await openRingTwo(world);
  expect(await all()).toEqual(told);
});
