// Sessions that are remembered: nothing opens in the name of one that has ended, in whatever way and whoever ended it.
import { beforeEach, expect, test } from 'vitest';
import { listCases } from '../../shared/cases.ts';
import { type Person, testWorld } from '../testing/world.ts';

const world = await testWorld();
const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
let leena: Person;
let count = 0;

beforeEach(async () => {
  count += 1;
  leena = await world.professional(`Leena Kallio ${count}`, home, 'social-worker');
  // Remembered from here on.
  await leena.do(listCases, {});
  await leena.do(listCases, {});
});

const viewsOf = async (who: Person): Promise<number> =>
  (await world.superuser(`select from access_log where person_id = $1`, [who.id])).rows.length;

/** Behind the server's back, as another process would. */
const change = (what: string) =>
  world.superuser(`update sessions set ${what} where person_id = $1`, [leena.id]);

test.each([
  ['ended', 'ended_at = now()'],
  ['over', `expires_at = now() - interval '1 second'`],
  ['idle', `active_at = now() - interval '31 minutes'`],
  ['given another token', `token_hash = sha256('another')`],
])('a session that is %s opens nothing, at once, and no view is written down', async (_, what) => {
  const before = await viewsOf(leena);
  expect(before).toBe(2);
  await change(what);
  const { status, error } = await leena.try(listCases, {});
  expect([status, error?.error]).toEqual([401, 'session-ended']);
  expect(await viewsOf(leena)).toBe(before);
});

test('whoever must change their password first is told so, at once', async () => {
  await world.superuser(`update credentials set must_change = true where person_id = $1`, [leena.id]);
  const { status, error } = await leena.try(listCases, {});
  expect([status, error?.error]).toEqual([403, 'not-allowed']);
  await world.superuser(`update credentials set must_change = false where person_id = $1`, [leena.id]);
  expect((await leena.try(listCases, {})).status).toBe(200);
});

test('when the acting affiliation has ended, the request itself goes on as what the session has moved on to', async () => {
  await world.superuser(`update affiliations set ends_at = now() where person_id = $1`, [leena.id]);
  const remembered = await leena.try(listCases, {});
  const lookedUp = await leena.try(listCases, {});
  expect([remembered.status, remembered.body]).toEqual([lookedUp.status, lookedUp.body]);
});
