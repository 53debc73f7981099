// The running PostgreSQL: started, waited for, started again should it die, stopped.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Account } from './account.ts';
import { plainEnvironment } from './cluster.ts';
import { settleOrphan, stopPostgres } from './orphan.ts';

export type Start = {
  readonly program: string;
  readonly pgdata: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly account: Account;
  readonly logFile: string;
  /** An address to try until it answers. */
  readonly probeUrl: string;
  readonly say: (message: string) => void;
};

export type Running = { readonly pid: () => number | undefined; readonly stop: () => Promise<void> };

/** Recovery after a crash under load takes longer than a start; past this something else is wrong. */
const patienceMs = 120_000;

const launch = (start: Start): ChildProcess => {
  const log = openSync(start.logFile, 'w', 0o600);
  const settings = Object.entries(start.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  try {
    const child = spawn(start.program, ['-D', start.pgdata, ...settings], {
      ...start.account,
      cwd: '/',
      env: plainEnvironment,
      stdio: ['ignore', log, log],
      detached: true, // Ctrl-C reaches the server alone, which stops the database after its own last write
    });
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
};

const answers = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
};

const lastWords = (file: string): string =>
  readFileSync(file, 'utf8').trim().split('\n').slice(-8).join('\n');

const startOnce = async (start: Start): Promise<ChildProcess> => {
  const began = performance.now();
  let child = launch(start);
  while (!(await answers(start.probeUrl))) {
    if (performance.now() - began > patienceMs) throw new Error('PostgreSQL does not answer.');
    if (child.exitCode !== null || child.signalCode !== null) {
      const words = lastWords(start.logFile);
      // After kill -9 the sessions of the dead server need a moment to end and to let go of the shared memory.
      if (!/pre-existing shared memory|already exists/.test(words) || performance.now() - began > 20_000) {
        throw new Error(`PostgreSQL did not start:\n${words}`);
      }
      await sleep(200);
      child = launch(start);
    }
    await sleep(25);
  }
  return child;
};

/**
 * Starts PostgreSQL and keeps it running: if it dies, it is started again at the same address.
 * @throws with PostgreSQL's last lines when it does not start.
 */
export const runPostgres = async (start: Start): Promise<Running> => {
  let stopping = false;
  let restart: Promise<void> = Promise.resolve();
  let child = await startOnce(start);

  const watch = (watched: ChildProcess) => {
    watched.once('exit', () => {
      if (!stopping) restart = startAgain();
    });
  };
  const startAgain = async () => {
    start.say('PostgreSQL ended unexpectedly; starting it again.');
    for (let attempt = 1; attempt <= 5 && !stopping; attempt += 1) {
      try {
        await settleOrphan(start.pgdata);
        child = await startOnce(start);
        watch(child);
        return;
      } catch (error) {
        start.say(`PostgreSQL could not be started again (attempt ${attempt}): ${(error as Error).message}`);
        await sleep(1_000 * attempt);
      }
    }
  };
  watch(child);

  const lastResort = () => {
    // The server is ending without having stopped the database: ask it to end, which needs no waiting.
    if (child.pid !== undefined && child.exitCode === null) child.kill('SIGINT');
  };
  process.once('exit', lastResort);
  return {
    pid: () => child.pid,
    stop: async () => {
      stopping = true;
      process.off('exit', lastResort);
      await restart;
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
        await stopPostgres(child.pid);
    },
  };
};

/** Where the log of a start lies. */
export const logFileIn = (data: string): string => join(data, 'postgres.log');
