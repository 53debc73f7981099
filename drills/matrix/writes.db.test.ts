// Ring 2 alone, writing: whoever speaks to the database directly is stopped by its policies and doors.
import { expect, test, vi } from 'vitest';
import { testWorld } from '../../server/testing/world.ts';
import { everybody } from './cast.ts';
import { registerRegion } from './people.ts';
import { allAttempts, placeForWrites, walkWrites } from './walk-writes.ts';

// Thousands of cells, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const world = await testWorld();

test('every statement, as everybody, is done or refused as the table says', async () => {
  const region = await registerRegion(world);
  const placed = await placeForWrites(world, region);
  const { cells, examples } = await walkWrites(world, region, placed);
  expect(examples).toEqual([]);
  // And in disguise whoever may.
  expect(cells).toBeGreaterThan(allAttempts.flatMap(({ asked }) => asked ?? everybody).length);
});
