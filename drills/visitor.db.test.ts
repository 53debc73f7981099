// One whole meeting with a visitor, always the same; more are the drill's (docs/drills.md).
import { expect, test, vi } from 'vitest';
import { testWorld } from '../server/testing/world.ts';
import { visitMeetings } from './visitor.ts';

vi.setConfig({ testTimeout: 240_000 });

const world = await testWorld();

test('a visitor’s page is sent nothing of the other cases, byte for byte, and the control is caught', async () => {
  const { frames, leaks, controlCaught } = await visitMeetings(world, {
    meetings: 1,
    seed: 20_261_129,
    say: () => undefined,
  });
  expect(leaks).toEqual([]);
  expect(frames).toBeGreaterThan(5);
  expect(controlCaught).toBe(true);
});
