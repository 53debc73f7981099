// `npm run drill -- two-worlds`: each secret by itself, so many times over, with both worlds beginning at another moment each
// time; how long answers take in both, as a statistic; and before all a control with a leak that must be found.
import type { Given, Outcome } from '../bench/outcome.ts';
import { openWorld, type World, type WorldOptions } from '../server/testing/open-world.ts';
import { copyDatabase, startRunDatabase } from '../server/testing/run-database.ts';
import type { TwoWorldsOptions } from './options.ts';
import { leak, secrets } from './worlds/secrets-of-world.ts';
import { everybody } from './worlds/stage.ts';
import { timeWorlds } from './worlds/timing.ts';
import { compareTold, parting, tellWorld } from './worlds/two-worlds.ts';

const hour = 3_600_000;

export const drillTwoWorlds = async ({ rounds, timings, say }: Given<TwoWorldsOptions>): Promise<Outcome> => {
  const { run, stop } = await startRunDatabase('a drill');
  const ends: (() => Promise<void>)[] = [];
  const endAll = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  const open = async (options: WorldOptions): Promise<World> => {
    const database = await copyDatabase(run);
    ends.push(database.drop);
    return openWorld(database, options, (end) => void ends.push(end));
  };
  let comparisons = 0;
  const differences: string[] = [];
  let controlCaught = false;
  let timing: Awaited<ReturnType<typeof timeWorlds>> | undefined;
  try {
    const first = new Date(Date.UTC(2026, 10, 10, 8));
    const to = ['teacher', 'guardian'] as const;
    const one = secrets.filter(({ says }) => says === 'a draft is typed on two devices');
    const leaky = { open, begin: first, to, also: leak };
    const [a, b] = [await tellWorld({ ...leaky, secrets: [] }), await tellWorld({ ...leaky, secrets: one })];
    controlCaught = to.every((name) => compareTold(a, b, [name]).differences.length > 0);
    say(`control: ${controlCaught ? 'found' : 'NOT FOUND'}`);
    await endAll();
    for (let round = 0; round < rounds; round += 1) {
      const begin = new Date(first.getTime() + round * 7 * hour);
      const without = await tellWorld({ open, begin, secrets: [], to: everybody });
      await endAll();
      for (const secret of secrets) {
        const told = await tellWorld({ open, begin, secrets: [secret], to: everybody });
        const found = compareTold(without, told, secret.from);
        await endAll();
        comparisons += found.comparisons;
        differences.push(...found.differences.map((difference) => `${secret.says}: ${parting(difference)}`));
        say(`${secret.says}: ${found.comparisons} comparisons, ${found.differences.length} differences`);
        for (const difference of found.differences) say(parting(difference));
      }
    }
    timing = await timeWorlds(open, first, timings, say);
  } finally {
    await endAll();
    await stop();
  }
  const slower = timing?.filter(({ grossly }) => grossly) ?? [];
  return {
    ok: controlCaught && comparisons > 0 && differences.length === 0 && slower.length === 0,
    comparisons,
    differences: differences.length,
    secrets: secrets.length,
    observers: everybody.length,
    control_caught: controlCaught,
    timing,
    ...(differences.length > 0 && { examples: differences.slice(0, 20) }),
  };
};
