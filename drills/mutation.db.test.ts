// A short run of the mutation drill: a few rules of ring 1 and predicates of ring 2 taken away, others each day, and the
// control. The whole run is the drill's (docs/drills.md).
import { expect, test, vi } from 'vitest';
import { drillMutation } from './mutation.ts';

// It starts a PostgreSQL of its own, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000 });

test('the matrix notices what is taken away, and nothing where nothing was', async () => {
  const said: string[] = [];
  const seed = Math.floor(Date.now() / 86_400_000);
  const outcome = await drillMutation({
    json: true,
    mutants: 4,
    seed,
    say: (words) => void said.push(words),
  });
  expect(outcome, `seed ${seed}\n${said.join('\n')}`).toMatchObject({
    ok: true,
    controlQuiet: true,
    mutants: 8,
  });
});
