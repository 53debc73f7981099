// `npm run drill -- mutation`: every rule of ring 1 and every predicate of ring 2 taken away, one at a time, the other
// ring being off; the matrix must notice each, but for those that are listed with a reason why nothing can. First the
// control: with nothing taken away it must notice nothing.
import type { Given, Outcome } from '../bench/outcome.ts';
import type { World } from '../server/testing/open-world.ts';
import { type RunDatabase, startRunDatabase } from '../server/testing/run-database.ts';
import { placeRequests } from './matrix/place-requests.ts';
import { prepare } from './matrix/walk-reading.ts';
import { placeForWrites } from './matrix/walk-writes.ts';
import { inFreshWorld } from './matrix.ts';
import { knownAs } from './mutation/boolean-mutants.ts';
import { judge, type Verdict } from './mutation/judge.ts';
import { takeRequestsApart } from './mutation/requests.ts';
import { allMutants, nothingTaken, takeRulesAway } from './mutation/ring-one.ts';
import { takePredicatesAway } from './mutation/ring-two.ts';
import { functionMutants, type Part, policyMutants, type SqlMutant } from './mutation/sql-mutants.ts';
import type { MutationOptions } from './options.ts';

/** Evenly from the whole list, beginning at another place each time. */
const some = <T>(all: readonly T[], most: number, seed: number): T[] => {
  if (most >= all.length) return [...all];
  return Array.from(
    { length: most },
    (_, n) => all[(Math.floor((n * all.length) / most) + seed) % all.length],
  ).filter((one) => one !== undefined);
};

type Say = (words: string) => void;
/** Everything that can notice a mutant is asked of it. */
const none = {
  name: 'nothing',
  apply: 'select 1',
  revert: 'select 1',
  derives: true,
  about: [],
  line: '',
  tables: [],
};

/** In the place of a ring that is not asked. */
const quietly: Verdict = { name: 'nothing', caught: null };

/** Places by break-glass end within the hour: well before that, a world that is made anew goes on. */
const worldHoldsMs = 45 * 60_000;

/** Of one part those that are asked for, read from a database of their own. */
const asked = (
  run: RunDatabase,
  part: Part,
  { mutants, seed, of, from }: MutationOptions,
): Promise<SqlMutant[]> =>
  inFreshWorld(run, async (world) => {
    const every = [...(await policyMutants(world, part)), ...(await functionMutants(world, part))];
    return some(
      every.filter(({ name }) => name.includes(of)),
      mutants,
      seed,
    ).slice(from - 1);
  });

/** Of ring 2, the control of every world first. */
const ringTwo = async (run: RunDatabase, options: MutationOptions, say: Say): Promise<Verdict[]> => {
  let left = await asked(run, 'cases', options);
  let control: Verdict = quietly;
  const verdicts: Verdict[] = [];
  while (left.length > 0) {
    left = await inFreshWorld(run, async (world) => {
      const madeAt = Date.now();
      const prepared = await prepare(world);
      const placed = await placeForWrites(world, prepared.region);
      // Thousands of rows that came at once: without this the database guesses, and every question takes long.
      await world.superuser('analyze');
      const fresh = () => Date.now() - madeAt < worldHoldsMs;
      const done = await takePredicatesAway(prepared, placed, [none, ...left], fresh, say);
      const [first, ...rest] = done.map(({ mutant, caught }) => ({ name: mutant.name, caught }));
      if (first && first.caught !== null) control = first;
      verdicts.push(...rest);
      return left.slice(rest.length);
    });
  }
  return [control, ...verdicts];
};

/** Of what belongs to no case, the control first. */
const ofRequests = async (run: RunDatabase, options: MutationOptions, say: Say): Promise<Verdict[]> => {
  const mutants = await asked(run, 'requests', options);
  if (mutants.length === 0) return [quietly];
  const placedIn = async (world: World) => {
    const placed = await placeRequests(world);
    await world.superuser('analyze');
    return { world, placed };
  };
  return inFreshWorld(run, (world) =>
    inFreshWorld(run, async (other) => {
      const [here, elsewhere] = [await placedIn(world), await placedIn(other)];
      const done = await takeRequestsApart(here, elsewhere, [none, ...mutants], say);
      return done.map(({ mutant, caught }) => ({ name: mutant.name, caught }));
    }),
  );
};

/** Of ring 1, the control first. */
const ringOne = async (
  run: RunDatabase,
  { mutants, seed, of, from }: MutationOptions,
  say: Say,
): Promise<Verdict[]> => {
  const all = allMutants().filter((mutant) => knownAs(mutant).includes(of));
  const verdicts = await takeRulesAway(
    run,
    [nothingTaken(), ...some(all, mutants, seed).slice(from - 1)],
    2,
    say,
  );
  return verdicts
    .map(({ mutant, caught }) => ({ name: knownAs(mutant), caught }))
    .toSorted(
      (a, b) => Number(b.name === knownAs(nothingTaken())) - Number(a.name === knownAs(nothingTaken())),
    );
};

export const drillMutation = async (given: Given<MutationOptions>): Promise<Outcome> => {
  const { say, ...options } = given;
  const began = Date.now();
  const { run, stop } = await startRunDatabase('a drill');
  try {
    say(`seed ${options.seed}`);
    const [[controlOne, ...rules], [controlTwo, ...ofCases], [controlThree, ...others]] = await Promise.all([
      options.ring === 2 ? [quietly] : ringOne(run, options, say),
      options.ring === 1 ? [quietly] : ringTwo(run, options, say),
      options.ring === 1 ? [quietly] : ofRequests(run, options, say),
    ]);
    const quiet = [controlOne, controlTwo, controlThree].every((control) => control?.caught === null);
    const predicates = [...ofCases, ...others];
    const judged = judge([...rules, ...predicates]);
    for (const { mutant, reason } of judged.spared) say(`equivalent: ${mutant}: ${reason}`);
    return {
      ok: quiet && judged.missed.length === 0 && judged.untrue.length === 0,
      mutants: rules.length + predicates.length,
      ringOne: rules.length,
      ringTwo: predicates.length,
      caught: judged.caught,
      equivalents: judged.spared.length,
      controlQuiet: quiet,
      minutes: Math.round((Date.now() - began) / 6_000) / 10,
      ...(judged.missed.length > 0 && { missed: judged.missed }),
      ...(judged.untrue.length > 0 && { noEquivalents: judged.untrue }),
    };
  } finally {
    await stop();
  }
};
