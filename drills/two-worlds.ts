// `npm run drill -- two-worlds`: each secret, so many times over, with both worlds beginning at another moment each time.
import type { Given, Outcome } from '../bench/outcome.ts';
import { openWorld, type World, type WorldOptions } from '../server/testing/open-world.ts';
import { copyDatabase, startRunDatabase } from '../server/testing/run-database.ts';
import type { TwoWorldsOptions } from './options.ts';
import { everybody, secrets } from './worlds/secrets-of-world.ts';
import { compareTold, tellWorld } from './worlds/two-worlds.ts';

const hour = 3_600_000;

export const drillTwoWorlds = async ({ rounds, say }: Given<TwoWorldsOptions>): Promise<Outcome> => {
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
  try {
    for (let round = 0; round < rounds; round += 1) {
      const begin = new Date(Date.UTC(2026, 10, 10, 8) + round * 7 * hour);
      const without = await tellWorld(open, begin, null, everybody);
      await endAll();
      for (const secret of secrets) {
        const found = compareTold(without, await tellWorld(open, begin, secret, everybody), secret.from);
        await endAll();
        comparisons += found.comparisons;
        differences.push(
          ...found.differences.map(({ observer, where }) => `${secret.says}: ${observer}, ${where}`),
        );
        say(`${secret.says}: ${found.comparisons} comparisons, ${found.differences.length} differences`);
      }
    }
  } finally {
    await endAll();
    await stop();
  }
  return {
    ok: comparisons > 0 && differences.length === 0,
    comparisons,
    differences: differences.length,
    ...(differences.length > 0 && { examples: differences.slice(0, 20) }),
  };
};
