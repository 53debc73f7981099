// The matrix of consultations: everybody × every situation × every act, by both rings and by each alone. Real: app, database.
import { beforeAll, expect, test, vi } from 'vitest';
import { startedDraft } from '../../server/testing/consultation-parts.ts';
import { testWorld } from '../../server/testing/world.ts';
import { type Cast, castOf, places } from './consultation-cast.ts';
import { situations } from './consultation-rules.ts';
import { walkActs, walkDraft, walkRingTwo, walkSeen } from './consultation-walk.ts';
import { openRingTwo } from './open-ring-two.ts';
import type { Tally } from './tally.ts';

// Some thousands of questions, on a machine that may be busy.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const world = await testWorld();
let cast: Cast;
beforeAll(async () => {
  cast = await castOf(world);
});

const expectAsTheTable = ({ cells, mismatches, examples }: Tally): void => {
  expect(examples).toEqual([]);
  expect(mismatches).toBe(0);
  expect(cells).toBeGreaterThan(places.length);
};

test('both rings: who opens it, who lists it, what each can do', async () => {
  expectAsTheTable(await walkSeen(world, cast));
});

test('both rings: every act by its route', async () => {
  expectAsTheTable(await walkActs(world, cast, situations));
});

test('a draft is its asker’s alone', async () => {
  const { id, rev } = await startedDraft(cast.people.asker, { serviceId: cast.serviceId });
  expectAsTheTable(await walkDraft(cast, id, rev));
});

test('ring 2 alone: plain statements and the doors', async () => {
  expectAsTheTable(await walkRingTwo(world, cast));
});

test('ring 1 alone: every row is open, and it keeps back the same', async () => {
  await openRingTwo(world);
  expectAsTheTable(await walkSeen(world, cast));
  const { id, rev } = await startedDraft(cast.people.asker, { serviceId: cast.serviceId });
  expectAsTheTable(await walkDraft(cast, id, rev));
});
