// A database of its own for each test file, real and migrated: a copy of the run's template, dropped at the end.
import { afterAll, inject } from 'vitest';
import { type CopiedDatabase, copyDatabase } from './run-database.ts';

export type TestDatabase = CopiedDatabase;

/**
 * Makes a database from the template, or an empty one, and drops it, connections and all, after the file's last test.
 * Call it at the top of a test file or in `beforeAll`.
 */
export const testDatabase = async (from: 'migrated' | 'empty' = 'migrated'): Promise<TestDatabase> => {
  const copy = await copyDatabase(inject('database'), from === 'migrated' ? undefined : 'template0');
  afterAll(copy.drop);
  return copy;
};
