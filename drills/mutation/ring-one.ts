// Every rule of ring 1 taken away, one at a time, with ring 2 open: the matrix must notice each.
import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openWorld } from '../../server/testing/open-world.ts';
import { type CopiedDatabase, copyDatabase, type RunDatabase } from '../../server/testing/run-database.ts';
import { openRingTwo } from '../matrix/open-ring-two.ts';
import { prepare } from '../matrix/walk-reading.ts';
import { type Mutant, mutantsOf, nameOf } from './boolean-mutants.ts';
import type { Found, Order } from './one-mutant.ts';
import { type SavedRegion, save } from './saved-region.ts';

/** Where the rules of ring 1 stand, and what of the app asks them. */
const ruleFiles: readonly (readonly [path: string, asks: Order['asks']])[] = [
  ['server/access/rules.ts', 'everything'],
  ['server/access/covers.ts', 'everything'],
  ['server/access/abilities.ts', 'everything'],
  ['server/access/granting.ts', 'everything'],
  ['server/access/writing.ts', 'everything'],
  ['server/access/request.ts', 'everything'],
  ['server/access/actor.ts', 'everything'],
  ['server/access/seen-as.ts', 'viewing'],
  ['server/access/turvakielto.ts', 'telling'],
];
const asksFor = (path: string): Order['asks'] =>
  ruleFiles.find(([known]) => known === path)?.[1] ?? 'everything';

export const allMutants = (): Mutant[] =>
  ruleFiles.flatMap(([path]) => mutantsOf(path, readFileSync(path, 'utf8')));

/** For the control: the rules as they are. */
export const nothingTaken = (): Mutant => {
  const path = 'server/access/rules.ts';
  return { path, line: 0, context: '', was: 'nothing', becomes: 'nothing', text: readFileSync(path, 'utf8') };
};

/** Long, since a busy machine is slow, not wrong. */
const patienceMs = 400_000;

const isControl = ({ was, becomes }: Mutant): boolean => was === becomes;

const runMutant = (order: Order, mutant: Mutant, say: (words: string) => void): Promise<Found> =>
  new Promise((resolve) => {
    const child = fork(fileURLToPath(new URL('./one-mutant.ts', import.meta.url)), [], {
      execArgv: ['--import', new URL('./mutate-hook.ts', import.meta.url).href],
      env: { ...process.env, RINKI_MUTANT: JSON.stringify({ path: mutant.path, text: mutant.text }) },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    let found: Found = { caught: 'broke: the server did not start' };
    // Nothing is known of one that was not done in time; of the control neither, and so it is not quiet.
    const late = setTimeout(() => {
      say(`not done in ${patienceMs / 1_000} s: ${nameOf(mutant)}`);
      found = { caught: isControl(mutant) ? 'not done in time' : null };
      child.kill('SIGKILL');
    }, patienceMs);
    child.once('message', (message) => {
      found = message as Found;
    });
    child.once('exit', () => {
      clearTimeout(late);
      resolve(found);
    });
    child.send(order);
  });

export type Verdict = { readonly mutant: Mutant; readonly caught: string | null };

type Template = {
  readonly database: CopiedDatabase;
  readonly saved: SavedRegion;
  readonly madeAt: number;
};
/** Places by break-glass end within the hour, and a cast without them would notice too much. */
const templateHoldsMs = 30 * 60_000;

const makeTemplate = async (run: RunDatabase, secretKey: Buffer, rulesOnly: boolean): Promise<Template> => {
  const madeAt = Date.now();
  const database = await copyDatabase(run);
  const ends: (() => Promise<void>)[] = [];
  const world = await openWorld(database, { secretKey }, (end) => void ends.push(end));
  const saved = await save(await prepare(world));
  // The rules alone are asked with what is saved: nobody reads a row any more.
  if (!rulesOnly) {
    await openRingTwo(world);
    await world.superuser('analyze');
  }
  for (const end of ends) await end();
  return { database, saved, madeAt };
};

/**
 * @param atOnce processes side by side
 * @param rulesOnly asks the rules alone: nothing of what only the app asks is noticed then
 */
export const takeRulesAway = async (
  run: RunDatabase,
  mutants: readonly Mutant[],
  atOnce: number,
  say: (words: string) => void,
  rulesOnly = false,
): Promise<Verdict[]> => {
  const secretKey = randomBytes(32);
  const templates = [makeTemplate(run, secretKey, rulesOnly)];
  const template = async (): Promise<Template> => {
    const last = await templates.at(-1);
    if (last && Date.now() - last.madeAt < templateHoldsMs) return last;
    const fresh = makeTemplate(run, secretKey, rulesOnly);
    templates.push(fresh);
    return fresh;
  };
  const verdicts: Verdict[] = [];
  const waiting = [...mutants];
  const work = async () => {
    for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
      const { database: source, saved } = await template();
      const database = rulesOnly ? source : await copyDatabase(run, source.name);
      const { url, superuserUrl } = database;
      const order = {
        database: { url, superuserUrl },
        secretKey: secretKey.toString('base64'),
        saved,
        asks: asksFor(mutant.path),
        rulesOnly,
      };
      const { caught } = await runMutant(order, mutant, say);
      if (database !== source) await database.drop();
      verdicts.push({ mutant, caught });
      say(`${caught === null ? 'NOT caught' : 'caught'}: ${nameOf(mutant)}${caught ? ` (${caught})` : ''}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  for (const made of templates) await (await made).database.drop();
  return verdicts;
};
