// The authorization matrix of routes: every route of a case × every relation to it × open and closed. Both rings, and ring
// 1 alone; what ring 2 alone says of writing stands in writes.db.test.ts.
import { beforeAll, expect, test, vi } from 'vitest';
import { testWorld, type World } from '../../server/testing/world.ts';
import { everybody } from './cast.ts';
import { openRingTwo } from './open-ring-two.ts';
import { type Region, registerRegion } from './people.ts';
import type { Tally } from './tally.ts';
import { walkedRoutes, walkRoutes } from './walk-routes.ts';

// Sixty routes as seventeen people, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000 });

const both = await testWorld();
const alone = await testWorld();
const regions = new Map<World, Region>();
beforeAll(async () => {
  for (const world of [both, alone]) regions.set(world, await registerRegion(world));
});
const regionOf = (world: World): Region => {
  const region = regions.get(world);
  if (!region) throw new Error('not registered yet');
  return region;
};

const expectAsTheTable = ({ cells, mismatches, examples }: Tally): void => {
  expect(examples).toEqual([]);
  expect(mismatches).toBe(0);
  expect(cells).toBeGreaterThan(walkedRoutes.length * everybody.length);
};

test.each(['agreed', 'closed'] as const)('both rings, %s', async (state) => {
  expectAsTheTable(await walkRoutes(both, regionOf(both), state));
});

test('ring 1 alone', async () => {
  await openRingTwo(alone);
  expectAsTheTable(await walkRoutes(alone, regionOf(alone), 'agreed'));
});
