// The matrix of child welfare notifications: everybody × how far it is × every step, by both rings and by each alone. Real: app,
// database.
import { beforeAll, expect, test, vi } from 'vitest';
import { testWorld } from '../../server/testing/world.ts';
import { type Cast, castOf, places } from './consultation-cast.ts';
import { openRingTwo } from './open-ring-two.ts';
import type { Tally } from './tally.ts';
import { placeNotification, walkWelfareRingTwo, walkWelfareSeen, walkWelfareSteps } from './welfare-walk.ts';

// Some hundreds of questions, on a machine that may be busy.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const world = await testWorld();
let cast: Cast;
let id: string;
beforeAll(async () => {
  cast = await castOf(world);
  id = await placeNotification(world, cast);
});

const expectAsTheTable = ({ cells, mismatches, examples }: Tally): void => {
  expect(examples).toEqual([]);
  expect(mismatches).toBe(0);
  expect(cells).toBeGreaterThan(places.length);
};

test('both rings: who opens it, who lists it, what each learns of it and can do', async () => {
  expectAsTheTable(await walkWelfareSeen(world, cast, id));
});

test('both rings: every step by its route', async () => {
  expectAsTheTable(await walkWelfareSteps(world, cast, id));
});

test('ring 2 alone: plain statements and the doors', async () => {
  expectAsTheTable(await walkWelfareRingTwo(world, cast, id));
});

test('ring 1 alone: every row is open, and it keeps back the same', async () => {
  await openRingTwo(world);
  expectAsTheTable(await walkWelfareSeen(world, cast, id));
});
