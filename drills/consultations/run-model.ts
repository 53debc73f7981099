// Runs the model: each run is one request and a random sequence of commands on it.
import fc from 'fast-check';
import type { World } from '../../server/testing/open-world.ts';
import { commands } from './commands.ts';
import { buildHouse, openRequest, signedInAnew } from './house.ts';
import { atFirst, people, reads } from './model.ts';

export type Ran = {
  readonly runs: number;
  readonly violations: number;
  readonly examples: readonly string[];
};

const mostExamples = 3;
/** So many runs stay well below what one session may ask in a minute. */
const runsOfSession = 5;

/** @param runs how many; the first begins where the seed says */
export const runModel = async (
  world: World,
  { runs, seed, say }: { runs: number; seed: number; say: (words: string) => void },
): Promise<Ran> => {
  let house = await buildHouse(world);
  const property = fc.asyncProperty(commands, async (cmds) => {
    const request = await openRequest(house);
    await request.setAnna(false);
    const model = atFirst();
    await fc.asyncModelRun(() => ({ model, real: { request } }), cmds);
    for (const who of people)
      if ((await request.opens(who)) !== reads(model, who))
        throw new Error(`at the end, ${who} opens it: expected ${reads(model, who)}`);
  });
  const examples: string[] = [];
  let violations = 0;
  for (let run = 0; run < runs; run += 1) {
    if (run > 0 && run % runsOfSession === 0) house = await signedInAnew(world, house);
    const found = await fc.check(property, { numRuns: 1, seed: seed + run });
    if (found.failed) {
      violations += 1;
      const words = `seed ${seed + run}: ${String(found.counterexample)}: ${String(found.errorInstance)}`;
      if (examples.length < mostExamples) examples.push(words);
      say(words);
    }
    if ((run + 1) % 100 === 0) say(`${run + 1} runs, ${violations} violations`);
  }
  return { runs, violations, examples };
};
