// A PostgreSQL whose server was killed goes on alone, and one that was killed itself leaves its pid file behind. Both
// are put in order here before the database is started again.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandOf, goneWithin } from './processes.ts';

const runningOn = (pgdata: string): number | undefined => {
  let pid: number;
  try {
    pid = Number(readFileSync(join(pgdata, 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return undefined;
  }
  // The number may belong to anybody by now, so the process must also be a PostgreSQL on this very folder.
  const command = commandOf(pid);
  return command.includes('postgres') && command.includes(pgdata) ? pid : undefined;
};

/**
 * Stops a PostgreSQL that still runs on this folder and removes a pid file without a process.
 * @throws when it runs but does not stop.
 */
export const settleOrphan = async (pgdata: string): Promise<'none' | 'stopped'> => {
  const pid = runningOn(pgdata);
  if (pid === undefined) {
    rmSync(join(pgdata, 'postmaster.pid'), { force: true });
    return 'none';
  }
  await stopPostgres(pid);
  return 'stopped';
};

/**
 * Stops a PostgreSQL: first its fast way, which ends sessions and writes a checkpoint; then without the checkpoint,
 * after which the next start recovers from the log.
 */
export const stopPostgres = async (pid: number): Promise<void> => {
  for (const [signal, patience] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return;
      throw new Error(`PostgreSQL (process ${pid}) belongs to another user and cannot be stopped.`);
    }
    if (await goneWithin(pid, patience)) return;
  }
  throw new Error(`PostgreSQL (process ${pid}) does not stop.`);
};
