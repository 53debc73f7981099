// Three projects: `unit` needs nothing, `db` runs against a real PostgreSQL started for the run, `e2e` drives a real
// browser. Two workers, since the machine to plan for has two cores.
import { defineConfig } from 'vitest/config';

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
    maxWorkers: 2,
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
          globalSetup: ['e2e/harness/demo-region.ts'],
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
