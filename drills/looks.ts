// `npm run drill -- looks`: all journeys, with every view in every language and theme (`e2e/harness/looks.ts`), and pictures
// of them under artefacts/. `npm test` goes through the looks in turns.
import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Given, Outcome } from '../bench/outcome.ts';
import type { LooksOptions } from './options.ts';

type Report = { readonly numPassedTests: number; readonly numTotalTests: number };

const looked = 'artefacts/looked.txt';

/** Prints `looks` (pages that axe went over), `violations`, `pictures`, and of the journeys how many `passed` and `failed`. */
export const drillLooks = async ({ of, say }: Given<LooksOptions>): Promise<Outcome> => {
  const folder = mkdtempSync(join(tmpdir(), 'rinki-looks-'));
  const report = join(folder, 'report.json');
  rmSync(looked, { force: true });
  for (const picture of globSync('artefacts/*.png')) rmSync(picture);
  const args = ['vitest', 'run', '--project', 'e2e', '--reporter', 'default', '--reporter', 'json'];
  const child = spawn('npx', [...args, `--outputFile.json=${report}`, ...(of === '' ? [] : [of])], {
    env: { ...process.env, EVERY_LOOK: 'yes' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => say(text.trimEnd()));
  await new Promise((resolve) => child.on('close', resolve));
  const { numPassedTests, numTotalTests } = existsSync(report)
    ? (JSON.parse(readFileSync(report, 'utf8')) as Report)
    : { numPassedTests: 0, numTotalTests: 0 };
  rmSync(folder, { recursive: true });
  const counts = existsSync(looked) ? readFileSync(looked, 'utf8').trim().split('\n').map(Number) : [];
  const violations = counts.reduce((sum, one) => sum + one, 0);
  const failed = numTotalTests - numPassedTests;
  return {
    ok: failed === 0 && numPassedTests > 0 && violations === 0,
    looks: counts.length,
    violations,
    pictures: globSync('artefacts/*.png').length,
    passed: numPassedTests,
    failed,
  };
};
