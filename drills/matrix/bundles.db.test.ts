// The matrix of what goes along: everybody × everything that can become of it, by both rings and by each alone. Real: app, database.
import { beforeAll, expect, test, vi } from 'vitest';
import { bundlesSeenBy } from '../../server/testing/bundle-parts.ts';
import { testWorld } from '../../server/testing/world.ts';
import { bundlePlaces, bundleSituations } from './bundle-rules.ts';
import {
  type PlacedBundle,
  placeBundle,
  placedBundle,
  walkBundles,
  walkBundlesRingTwo,
} from './bundle-walk.ts';
import { openRingTwo } from './open-ring-two.ts';
import type { Tally } from './tally.ts';

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const world = await testWorld();
let placed: PlacedBundle;
beforeAll(async () => {
  placed = await placedBundle(world);
});

const expectAsTheTable = ({ cells, mismatches, examples }: Tally): void => {
  expect(examples).toEqual([]);
  expect(mismatches).toBe(0);
  // Each asked at least once.
  expect(cells).toBeGreaterThanOrEqual(bundlePlaces.length * bundleSituations.length);
};

test('both rings', async () => {
  expectAsTheTable(await walkBundles(world, placed));
  await placeBundle(world, placed, 'readable');
  const { people, ids } = placed;
  expect(await bundlesSeenBy(people['lead of the centre'], ids.consultationId)).toHaveLength(1);
});

test('ring 2 alone: plain statements', async () => {
  expectAsTheTable(await walkBundlesRingTwo(world, placed));
});

test('ring 1 alone: every row is open, and it keeps back the same', async () => {
  await openRingTwo(world);
  expectAsTheTable(await walkBundles(world, placed));
});
