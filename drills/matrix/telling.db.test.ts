// Turvakielto and free text in the authorization matrix, over HTTP: who is warned that a text tells where the child is, and
// who is told which texts tell it already. Without turvakielto nobody is.
import { expect, test, vi } from 'vitest';
import { testWorld } from '../../server/testing/world.ts';
import { registerRegion } from './people.ts';
import { walkTelling } from './walk-telling.ts';

// Thousands of cells, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

const world = await testWorld();
const region = await registerRegion(world);

test.each(['agreed', 'hidden', 'hiddenButTold'] as const)('warned, and listed: %s', async (state) => {
  const { cells, examples } = await walkTelling(world, region, state);
  expect(examples).toEqual([]);
  expect(cells).toBeGreaterThan(1_000);
});
