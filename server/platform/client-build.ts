// The built client: where it is, and building it where the sources are newer. An installation without sources (the
// container image) serves what was built into it.
import { execFile } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const checkout = fileURLToPath(new URL('../..', import.meta.url));
const built = join(checkout, 'dist/client');
const sources = '{client,shared}/**/*';
const settings = ['vite.config.ts', 'package-lock.json', 'package.json'];

const newest = (paths: string[]): number =>
  Math.max(0, ...paths.map((path) => statSync(join(checkout, path)).mtimeMs));

const isStale = (): boolean => {
  const page = join(built, 'index.html');
  if (!existsSync(page)) return true;
  const files = [
    ...globSync(sources, { cwd: checkout }),
    ...settings.filter((file) => existsSync(join(checkout, file))),
  ];
  return newest(files) > statSync(page).mtimeMs;
};

/**
 * Builds the client where needed and answers with its folder; undefined where there is neither a build nor sources.
 * The build runs in a process of its own: the bundler is large, and the server shall not carry it for its whole life.
 * @throws with the bundler's own words when the build fails.
 */
export const buildClientIfStale = async (say: (message: string) => void): Promise<string | undefined> => {
  if (!existsSync(join(checkout, 'client/index.html'))) return existsSync(built) ? built : undefined;
  if (isStale()) {
    say('Building the client …');
    const vite = join(checkout, 'node_modules/vite/bin/vite.js');
    try {
      await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: checkout });
    } catch (error) {
      throw new Error(`The client could not be built:\n${(error as { stderr?: string }).stderr ?? error}`);
    }
  }
  return built;
};
