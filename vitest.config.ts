// Three projects: `unit` needs nothing, `db` runs against a real PostgreSQL started for the run, `e2e` drives a real
// browser. Three workers on the two cores that are planned for: whoever waits, for the database, a browser or time itself, leaves
// a core to another.
import { defineConfig } from 'vitest/config';
import { LongFirst } from './scripts/long-first.ts';

const everyTest = [
  'server/**/*.test.ts',
  'shared/**/*.test.ts',
  'client/**/*.test.ts',
  'scripts/**/*.test.ts',
  'drills/**/*.test.ts',
];

export default defineConfig({
  test: {
    passWithNoTests: true,
    maxWorkers: 3,
    sequence: { sequencer: LongFirst },
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: everyTest,
          exclude: ['**/*.db.test.ts', '**/*.e2e.test.ts', '**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'db',
          environment: 'node',
          include: ['server/**/*.db.test.ts', 'bench/**/*.db.test.ts', 'drills/**/*.db.test.ts'],
          // Each file has a database and an app of its own, and nothing outside them keeps anything: the code itself is loaded once.
          isolate: false,
          globalSetup: ['server/testing/database-for-run.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['e2e/**/*.e2e.test.ts'],
          // As for `db`: each file has a database, a server and a browser of its own.
          isolate: false,
          globalSetup: ['e2e/harness/demo-region.ts'],
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
