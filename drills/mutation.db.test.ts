// A short run of the mutation drill: a few conditions of who may read what taken away, always the same, and the control. The
// whole run, with what only the app and the database notice, is the drill's (docs/drills.md).
import { expect, inject, test, vi } from 'vitest';
import { knownAs } from './mutation/boolean-mutants.ts';
import { judge } from './mutation/judge.ts';
import { allMutants, nothingTaken, takeRulesAway } from './mutation/ring-one.ts';

// The whole cast and a server's rules for each, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000 });

const most = 8;

test('the matrix notices what is taken away, and nothing where nothing was', async () => {
  const reading = allMutants().filter(({ path }) => /(rules|covers)\.ts$/.test(path));
  const step = Math.floor(reading.length / most);
  const taken = reading.filter((_, n) => n % step === 0);
  const verdicts = await takeRulesAway(
    inject('database'),
    [nothingTaken(), ...taken],
    2,
    () => undefined,
    true,
  );
  const [control, ...rest] = verdicts
    .map(({ mutant, caught }) => ({ name: knownAs(mutant), caught }))
    .toSorted(
      (a, b) => Number(b.name === knownAs(nothingTaken())) - Number(a.name === knownAs(nothingTaken())),
    );
  expect(control?.caught).toBeNull();
  expect(judge(rest)).toMatchObject({ missed: [], untrue: [] });
  expect(rest.length).toBeGreaterThanOrEqual(most);
});
