// One throw-away PostgreSQL for a whole test run; every test file's own database is copied from its template.
import type { TestProject } from 'vitest/node';
import { type RunDatabase, startRunDatabase } from './run-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    database: RunDatabase;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { run, stop } = await startRunDatabase('a test run');
  project.provide('database', run);
  return stop;
}
