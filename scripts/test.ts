// `npm test`: every check and every test, in order, all of them even when one fails. Its last line is the sum.
import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failedPictures } from './failed-pictures.ts';
import { failuresIn, type Report } from './failures.ts';

type Count = { readonly passed: number; readonly failed: number };

type Step = { readonly title: string; readonly run: () => Promise<Count> };

const reports = mkdtempSync(join(tmpdir(), 'rinki-reports-'));

/** What is loaded again and again, by each worker and each server of a journey, is compiled once. */
const env = { ...process.env, NODE_COMPILE_CACHE: join(reports, 'compiled') };

const command = (program: string, args: string[]): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('close', (status) => resolve(status ?? 1));
  });

const check = (title: string, program: string, ...args: string[]): Step => ({
  title,
  run: async () =>
    (await command(program, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 },
});

/** Said once more at the end, where a log that was cut still shows it. */
const failures: string[] = [];

/** What a run of Vitest reported. A test that neither passed nor failed did not prove anything: it counts as failed. */
const countIn = (file: string, status: number): Count => {
  if (!existsSync(file)) return { passed: 0, failed: status === 0 ? 0 : 1 };
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const { numPassedTests, numTotalTests, testResults } = report;
  failures.push(...failuresIn(report, process.cwd(), failedPictures));
  const brokenFiles = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const failed = numTotalTests - numPassedTests + brokenFiles.length;
  return { passed: numPassedTests, failed: Math.max(failed, status === 0 ? 0 : 1) };
};

const tests = (project: string, pattern: string, ...more: string[]): Step => ({
  title: `Tests: ${project}`,
  run: async () => {
    if (globSync(pattern).length === 0) {
      console.log('No tests of this kind.');
      return { passed: 0, failed: 0 };
    }
    const report = join(reports, `${project}.json`);
    const args = ['run', '--project', project, '--reporter', 'default', '--reporter', 'json'];
    return countIn(report, await command('vitest', [...args, ...more, `--outputFile.json=${report}`]));
  },
});

const client: Step[] = existsSync('client/index.html')
  ? [
      check('Client build', 'vite', 'build', '--logLevel', 'warn'),
      check('First load of the client', 'node', 'scripts/check-first-load.ts'),
    ]
  : [];
const browser: Step[] =
  globSync('e2e/**/*.e2e.test.ts').length > 0
    ? [check('A browser for the journeys', 'node', 'scripts/find-browser.ts')]
    : [];

const steps: Step[] = [
  check('Types', 'tsc'),
  check('Style and lint (Biome)', 'biome', 'check'),
  check('Nothing unused (knip)', 'knip'),
  check('Direction of imports, names, sizes', 'node', 'scripts/check-imports.ts'),
  check('Table types match the migrated database', 'node', 'scripts/db-types.ts', '--check'),
  check('Container and proxy files', 'node', 'scripts/check-deploy.ts'),
  ...client,
  check('A scanner for the tests of files', 'node', 'server/testing/find-clamd.ts'),
  tests('unit', '{server,shared,client,scripts}/**/*.test.ts'),
  tests('db', '{server,bench,drills}/**/*.db.test.ts'),
  ...browser,
  // A journey has up to seven browsers: a third beside two others only makes all of them wait.
  tests('e2e', 'e2e/**/*.e2e.test.ts', '--maxWorkers=2'),
];

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

const began = performance.now();
const lines: string[] = [];
const sum = { passed: 0, failed: 0 };
for (const { title, run } of steps) {
  console.log(`\n=== ${title} ===`);
  const stepBegan = performance.now();
  const { passed, failed } = await run();
  sum.passed += passed;
  sum.failed += failed;
  lines.push(
    `${failed === 0 ? 'ok    ' : 'FAILED'}  ${title} (${passed} passed, ${failed} failed, ${seconds(stepBegan)})`,
  );
}
rmSync(reports, { recursive: true, force: true });
if (failures.length > 0) console.log(`\n=== What failed ===\n${failures.join('\n\n')}`);
console.log(`\n=== Summary ===\n${lines.join('\n')}\nAll of it took ${seconds(began)}.\n`);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;
