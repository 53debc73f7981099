// The matrix of joint answers: everybody × every situation of the request × opening, writing, sending, by both rings and by each
// alone. Real: app, sockets, database.
import { beforeAll, expect, test, vi } from 'vitest';
import { openDatabase } from '../../server/platform/db/pool.ts';
import { testWorld } from '../../server/testing/world.ts';
import { type Cast, castOf, places } from './consultation-cast.ts';
import { situations } from './consultation-rules.ts';
import { openKind, walkSending, walkTogether, walkTogetherRingTwo } from './joint-answer-walk.ts';
import { openRingTwo } from './open-ring-two.ts';
import type { Tally } from './tally.ts';

// Some thousands of questions, on a machine that may be busy.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const world = await testWorld();
const address = await world.listen();
let cast: Cast;
beforeAll(async () => {
  cast = await castOf(world);
});

const expectAsTheTable = ({ cells, mismatches, examples }: Tally): void => {
  expect(examples).toEqual([]);
  expect(mismatches).toBe(0);
  expect(cells).toBeGreaterThan(places.length * situations.length - 1);
};

test('both rings: who opens the document, who writes in it, who is told of it', async () => {
  expectAsTheTable(await walkTogether(world, cast, address));
});

test('both rings: who sends it', async () => {
  expectAsTheTable(await walkSending(world, cast, openDatabase(world.pools.gateway)));
});

test('ring 2 alone: plain statements and the doors', async () => {
  expectAsTheTable(await walkTogetherRingTwo(world, cast));
});

test('ring 1 alone: every row and the kind are open, and it keeps back the same', async () => {
  await openRingTwo(world);
  await openKind(world);
  expectAsTheTable(await walkTogether(world, cast, address));
});
