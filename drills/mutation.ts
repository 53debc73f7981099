// `npm run drill -- mutation`: every rule of ring 1 and every predicate of ring 2 taken away, one at a time, the other
// ring being off; the matrix must notice each. First the control: with nothing taken away it must notice nothing.
import type { Given, Outcome } from '../bench/outcome.ts';
import { startRunDatabase } from '../server/testing/run-database.ts';
import { prepare } from './matrix/walk-reading.ts';
import { placeForWrites } from './matrix/walk-writes.ts';
import { inFreshWorld } from './matrix.ts';
import { nameOf } from './mutation/boolean-mutants.ts';
import { allMutants, nothingTaken, takeRulesAway } from './mutation/ring-one.ts';
import { takePredicatesAway } from './mutation/ring-two.ts';
import { functionMutants, policyMutants } from './mutation/sql-mutants.ts';
import type { MutationOptions } from './options.ts';

/** Evenly from the whole list. */
const some = <T>(all: readonly T[], most: number): T[] =>
  all.filter(
    (_, n) =>
      most >= all.length || Math.floor((n * most) / all.length) !== Math.floor(((n + 1) * most) / all.length),
  );

type Verdict = { readonly name: string; readonly caught: string | null };

export const drillMutation = async ({ mutants, say }: Given<MutationOptions>): Promise<Outcome> => {
  const { run, stop } = await startRunDatabase('a drill');
  try {
    const [control] = await takeRulesAway(run, [nothingTaken()], 1, say);
    const ringTwo = await inFreshWorld(run, async (world): Promise<Verdict[]> => {
      const prepared = await prepare(world);
      const placed = await placeForWrites(world, prepared.region);
      const all = [...(await policyMutants(world)), ...(await functionMutants(world))];
      const none = { name: 'nothing', apply: 'select 1', revert: 'select 1', derives: false };
      const verdicts = await takePredicatesAway(prepared, placed, [none, ...some(all, mutants)], say);
      return verdicts.map(({ mutant, caught }) => ({ name: mutant.name, caught }));
    });
    const [controlTwo, ...predicates] = ringTwo;
    const rules = await takeRulesAway(run, some(allMutants(), mutants), 2, say);
    const verdicts = [
      ...rules.map(({ mutant, caught }) => ({ name: nameOf(mutant), caught })),
      ...predicates,
    ];
    const missed = verdicts.filter(({ caught }) => caught === null).map(({ name }) => name);
    const quiet = control?.caught === null && controlTwo?.caught === null;
    return {
      ok: quiet && missed.length === 0,
      mutants: verdicts.length,
      caught: verdicts.length - missed.length,
      controlQuiet: quiet,
      ...(missed.length > 0 && { missed }),
    };
  } finally {
    await stop();
  }
};
