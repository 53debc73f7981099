// "View as" and everybody's own page in the authorization matrix, over HTTP: both rings, and ring 1 alone in a database whose
// rows are open to everybody.
import { beforeAll, expect, test, vi } from 'vitest';
import { testWorld } from '../../server/testing/world.ts';
import { openRingTwo } from './open-ring-two.ts';
import type { Tally } from './tally.ts';
import { type Prepared, prepare } from './walk-reading.ts';
import { walkViewing } from './walk-viewing.ts';

// Thousands of cells, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const world = await testWorld();
const walked = ['agreed', 'hiddenButTold', 'childDecides'] as const;
let prepared: Prepared;
beforeAll(async () => {
  prepared = await prepare(world, walked);
});

const expectAsTheTable = ({ cells, mismatches, examples }: Tally): void => {
  expect(examples).toEqual([]);
  expect(mismatches).toBe(0);
  expect(cells).toBeGreaterThan(5_000);
};

test.each(walked)('both rings: as everybody else, %s', async (state) => {
  expectAsTheTable(await walkViewing(prepared, [state]));
});

test('ring 1 alone', async () => {
  await openRingTwo(world);
  expectAsTheTable(await walkViewing(prepared, ['hiddenButTold']));
});
