// A short run of the model of consultations, always the same; the long one is the drill's (docs/drills.md).
import { expect, test, vi } from 'vitest';
import { testWorld } from '../server/testing/world.ts';
import { runModel } from './consultations/run-model.ts';

// Some hundreds of acts, on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000 });

const world = await testWorld();

test('whatever people do to a request, alone or at once, it is where the model says, and its history is complete', async () => {
  const { violations, examples } = await runModel(world, {
    runs: 12,
    seed: 20_261_128,
    say: () => undefined,
  });
  expect(examples).toEqual([]);
  expect(violations).toBe(0);
});
