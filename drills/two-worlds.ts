// `npm run drill -- two-worlds`: each secret by itself, so many times over, with both worlds beginning at another moment each
// time; how long answers take in both, as a statistic; and before all a control with a leak that must be found.
import type { Given, Outcome } from '../bench/outcome.ts';
import { startRunDatabase } from '../server/testing/run-database.ts';
import type { TwoWorldsOptions } from './options.ts';
import { leak, type Secret, secrets } from './worlds/secrets-of-world.ts';
import { buildStage, everybody } from './worlds/stage.ts';
import { timeWorlds } from './worlds/timing.ts';
import { compareTold, parting, type Telling, type ToldTo, tellWorld } from './worlds/two-worlds.ts';

const hour = 3_600_000;

export const drillTwoWorlds = async ({ rounds, timings, say }: Given<TwoWorldsOptions>): Promise<Outcome> => {
  const { run, stop } = await startRunDatabase('a drill');
  const ends: (() => Promise<void>)[] = [];
  const endAll = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  const lasting: (() => Promise<void>)[] = [];
  const stageAt = (begin: Date) =>
    buildStage(run, begin, { each: (end) => void ends.push(end), atLast: (end) => void lasting.push(end) });
  let comparisons = 0;
  const differences: string[] = [];
  let controlCaught = false;
  let timing: Awaited<ReturnType<typeof timeWorlds>> | undefined;
  try {
    const first = new Date(Date.UTC(2026, 10, 10, 8));
    const to = ['teacher', 'guardian'] as const;
    const one = secrets.filter(({ says }) => says === 'a draft is typed on two devices');
    const firstStage = await stageAt(first);
    const leaky = { open: firstStage, begin: first, to, also: leak };
    const [a, b] = [await tellWorld({ ...leaky, secrets: [] }), await tellWorld({ ...leaky, secrets: one })];
    controlCaught = to.every((name) => compareTold(a, b, [name]).differences.length > 0);
    say(`control: ${controlCaught ? 'found' : 'NOT FOUND'}`);
    await endAll();
    for (let round = 0; round < rounds; round += 1) {
      const begin = new Date(first.getTime() + round * 7 * hour);
      const open = round === 0 ? firstStage : await stageAt(begin);
      const tell = async (what: readonly Secret[], also: Telling['also']): Promise<ToldTo> => {
        const told = await tellWorld({ open, begin, secrets: what, to: everybody, ...(also && { also }) });
        await endAll();
        return told;
      };
      const without = new Map<Telling['also'], ToldTo>();
      for (const secret of secrets) {
        const bare = without.get(secret.before) ?? (await tell([], secret.before));
        without.set(secret.before, bare);
        const found = compareTold(bare, await tell([secret], secret.before), secret.from);
        comparisons += found.comparisons;
        differences.push(...found.differences.map((difference) => `${secret.says}: ${parting(difference)}`));
        say(`${secret.says}: ${found.comparisons} comparisons, ${found.differences.length} differences`);
        for (const difference of found.differences) say(parting(difference));
      }
    }
    timing = await timeWorlds(firstStage, first, timings, say);
  } finally {
    await endAll();
    for (const end of lasting.reverse()) await end();
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
