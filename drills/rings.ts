// `npm run drill -- rings`: the test that ring 1 and ring 2 say the same (server/access/rings.db.test.ts), on more worlds.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Given, Outcome } from '../bench/outcome.ts';
import type { RingsOptions } from './options.ts';

/** Cells: so many questions of who reads what when were put to both rings. Differences: cells with two answers. */
const Figures = z.object({ cells: z.int(), differences: z.int() });

type Report = {
  readonly numPassedTests: number;
  readonly numTotalTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
};

export const drillRings = async ({ worlds, seed, say }: Given<RingsOptions>): Promise<Outcome> => {
  const folder = mkdtempSync(join(tmpdir(), 'rinki-rings-'));
  const file = join(folder, 'report.json');
  const figures = join(folder, 'figures.json');
  try {
    const status = await new Promise<number>((resolve) => {
      const args = ['vitest', 'run', '--project', 'db', 'server/access/rings', '--reporter', 'json'];
      const child = spawn('npx', [...args, `--outputFile.json=${file}`, '--testTimeout', '7200000'], {
        env: {
          ...process.env,
          RINKI_RING_WORLDS: String(worlds),
          RINKI_RING_SEED: String(seed),
          RINKI_RING_REPORT: figures,
        },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      child.on('close', (code) => resolve(code ?? 1));
    });
    const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as Report;
    const failed = testResults.flatMap((one) =>
      one.assertionResults.filter((test) => test.status !== 'passed').map((test) => test.fullName),
    );
    for (const name of failed) say(`not as it should be: ${name}`);
    const { cells, differences } = Figures.parse(JSON.parse(readFileSync(figures, 'utf8')));
    const ok = status === 0 && failed.length === 0 && differences === 0;
    // Controls are altered rules, each of which the comparison must find.
    return {
      ok,
      worlds,
      cells,
      differences,
      controls_missed: failed.filter((name) => name.includes('finds')).length,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
