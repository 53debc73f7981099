// The world of a test file: a database of its own, and everything taken down when the file has ended.
import { afterAll } from 'vitest';
import { type TestDatabase, testDatabase } from './database.ts';
import { type World as OpenWorld, openWorld, type WorldOptions } from './open-world.ts';

export { type Person, testPassword, type WorldOptions } from './open-world.ts';
export type World = OpenWorld & { readonly database: TestDatabase };

/** Builds the world; everything of it ends with the test file. */
export const testWorld = async (options: WorldOptions = {}): Promise<World> =>
  openWorld(await testDatabase(), options, afterAll);
