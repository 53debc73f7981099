// The matrix of files beside a request: everybody × every situation × what the scanner has said, by both rings and by each alone.
// Real: app, database.
import { beforeAll, expect, test, vi } from 'vitest';
import { testWorld } from '../../server/testing/world.ts';
import { walkFileActs, walkFiles, walkFilesRingTwo } from './attachment-walk.ts';
import { type Cast, castOf, places } from './consultation-cast.ts';
import { situations } from './consultation-rules.ts';
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
  expect(cells).toBeGreaterThan(places.length * situations.length);
};

test('both rings: who is told of a file, who gets it, what each can do', async () => {
  expectAsTheTable(await walkFiles(world, cast));
});

test('both rings: adding and taking back by their routes', async () => {
  expect((await walkFileActs(world, cast)).examples).toEqual([]);
});

test('ring 2 alone: plain statements and the doors', async () => {
  expectAsTheTable(await walkFilesRingTwo(world, cast));
});

test('ring 1 alone: every row is open, and it keeps back the same', async () => {
  await openRingTwo(world);
  expectAsTheTable(await walkFiles(world, cast));
});
