// The course of one meeting, always the same; more are the drill's (docs/drills.md).
import { expect, test, vi } from 'vitest';
import { testWorld } from '../server/testing/world.ts';
import { holdMeetings } from './hints.ts';

vi.setConfig({ testTimeout: 240_000 });

const world = await testWorld();

test('a page that reads meetings again only when it is told to holds what a reload shows, and nobody is told more than is theirs', async () => {
  const found = await holdMeetings(world, { meetings: 1, acts: 90, seed: 33, say: () => undefined });
  expect(found.missing).toEqual([]);
  expect(found.needless).toEqual([]);
  expect(found.done).toBeGreaterThan(20);
  expect(found.deaf, 'how often the control was wrong').toBeGreaterThan(0);
});
