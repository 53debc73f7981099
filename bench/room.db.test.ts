// The bench of a meeting's room runs at all, in a real browser. What it measures is not looked at here.
import { expect, test } from 'vitest';
import { BadArguments } from './outcome.ts';
import { benchRoom } from './room.ts';
import { roomDefaults } from './room-options.ts';

const small = { people: 3, writers: 1, pages: 1, slowdown: 1, letters: 20, rounds: 1 };
const given = { ...roomDefaults, ...small, say: () => undefined };

test('a small run: what was typed was painted, and the phase changed', { timeout: 240_000 }, async () => {
  const outcome = await benchRoom(given);
  expect(outcome).toMatchObject({ ok: true, people: 3 });
  for (const one of ['key_p98_ms', 'phase_ms', 'opened_ms', 'heap_mb'])
    expect(outcome[one]).toBeGreaterThan(0);
});

test('more writers than there are others are refused in words', async () => {
  await expect(benchRoom({ ...given, writers: 3 })).rejects.toThrow(BadArguments);
});
