// The real PostgreSQL 18 from npm, for whoever has no database of their own: `npm start` and the tests. It runs as
// root too, heals what a `kill -9` left behind, and lets one server alone use a data folder.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseAccount } from './embedded/account.ts';
import { findBinaries } from './embedded/binaries.ts';
import {
  ensureCluster,
  ensureLogins,
  keepPasswords,
  type Login,
  type Passwords,
} from './embedded/cluster.ts';
import { canEnter, defaultDataDir, prepareFolders } from './embedded/folders.ts';
import { AlreadyRunningError, takeLock, takeLockPatiently } from './embedded/lock.ts';
import { settleOrphan } from './embedded/orphan.ts';
import { logFileIn, runPostgres } from './embedded/postgres-process.ts';
import { durable, ephemeral as throwaway } from './embedded/settings.ts';

export { AlreadyRunningError };

export type EmbeddedOptions = {
  /** Where the data lie; without it a folder in the checkout, or under /var/lib/rinki where that is closed. */
  readonly dataDir?: string | undefined;
  /** For tests: a temporary folder, removed at the end, and no waiting for the disk. */
  readonly ephemeral?: boolean;
  /** What a second start on the same folder tells a person about this one. */
  readonly where?: string;
  readonly say?: (message: string) => void;
};

export type Embedded = {
  /** The server's login, which owns nothing. */
  readonly url: string;
  /** The login that owns the tables, for migrations. */
  readonly ownerUrl: string;
  /** For the platform and tests only. */
  readonly superuserUrl: string;
  readonly dataDir: string;
  /** The number of PostgreSQL's process, which changes if it had to be started again. */
  readonly pid: () => number | undefined;
  readonly stop: () => Promise<void>;
};

const temporaryPrefix = 'rinki-test-';

/** The system's temporary folder, or /tmp where the account cannot enter that one. */
const temporaryRoot = (): string => (canEnter(tmpdir(), chooseAccount('/nowhere')) ? tmpdir() : '/tmp');

/** Stops and removes what test runs that were killed left behind. */
const sweepTemporary = async (root: string): Promise<void> => {
  for (const name of readdirSync(root).filter((entry) => entry.startsWith(temporaryPrefix))) {
    const folder = join(root, name);
    try {
      takeLock(folder, 'a test run')(); // refused while its run lives
      await settleOrphan(join(folder, 'postgres'));
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // somebody else's, or alive: not ours to remove
    }
  }
};

const chooseFolder = async (options: EmbeddedOptions): Promise<string> => {
  if (!options.ephemeral) return options.dataDir ?? defaultDataDir();
  const root = temporaryRoot();
  await sweepTemporary(root);
  return mkdtempSync(join(root, temporaryPrefix));
};

const address = (login: Login, kept: Passwords, sockets: string, database: string): string =>
  `postgres://${login}:${kept[login]}@localhost/${database}?host=${encodeURIComponent(sockets)}`;

/**
 * The addresses of a database that another process of the same user is running, as `startEmbedded` found by its lock.
 * @throws where its passwords are missing or belong to another user.
 */
export const addressesOfRunning = (
  dataDir: string = defaultDataDir(),
): Pick<Embedded, 'url' | 'ownerUrl'> => {
  const folders = prepareFolders(dataDir);
  const kept = keepPasswords(folders);
  return {
    url: address('rinki_server', kept, folders.sockets, 'rinki'),
    ownerUrl: address('rinki', kept, folders.sockets, 'rinki'),
  };
};

/**
 * Starts PostgreSQL on a data folder, creating it the first time.
 * @throws AlreadyRunningError when a living server uses the folder; other errors say what to do.
 */
export const startEmbedded = async (options: EmbeddedOptions = {}): Promise<Embedded> => {
  if (process.platform === 'win32') {
    throw new Error('The embedded PostgreSQL does not run on Windows: use WSL, or set DATABASE_URL.');
  }
  const dataDir = await chooseFolder(options);
  mkdirSync(dataDir, { recursive: true });
  const release = await takeLockPatiently(dataDir, options.where ?? 'a database without an address');
  try {
    const folders = prepareFolders(dataDir);
    const { account } = folders;
    const binaries = findBinaries(account);
    await settleOrphan(folders.pgdata);
    const kept = await ensureCluster(folders, binaries, account);
    const superuserUrl = address('postgres', kept, folders.sockets, 'postgres');
    const running = await runPostgres({
      program: binaries.postgres,
      pgdata: folders.pgdata,
      settings: { ...(options.ephemeral ? throwaway : durable), unix_socket_directories: folders.sockets },
      account,
      logFile: logFileIn(dataDir),
      probeUrl: superuserUrl,
      say: options.say ?? (() => undefined),
    });
    const stop = async () => {
      await running.stop();
      rmSync(folders.sockets, { recursive: true, force: true });
      release();
      if (options.ephemeral) rmSync(dataDir, { recursive: true, force: true });
    };
    await ensureLogins(superuserUrl, kept);
    return {
      url: address('rinki_server', kept, folders.sockets, 'rinki'),
      ownerUrl: address('rinki', kept, folders.sockets, 'rinki'),
      superuserUrl,
      dataDir,
      pid: running.pid,
      stop,
    };
  } catch (error) {
    release();
    throw error;
  }
};
