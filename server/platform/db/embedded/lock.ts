// One server per data folder. The lock names the process that holds it and says when it began, so that a lock left
// behind by `kill -9` is told from a living one even after the process number was given to somebody else.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { processBegan } from './processes.ts';

const holder = z.object({ pid: z.number().int(), began: z.string(), where: z.string() });
type Holder = z.infer<typeof holder>;

/** Another server is running on the same data folder. */
export class AlreadyRunningError extends Error {
  override name = 'AlreadyRunningError';
}

const read = (file: string): Holder | undefined => {
  try {
    return holder.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
};

const lives = (lock: Holder | undefined): lock is Holder =>
  lock !== undefined && processBegan(lock.pid) === lock.began;

const refuse = (dataDir: string, lock: Holder): never => {
  throw new AlreadyRunningError(
    `Rinki is already running on the data folder ${dataDir}: ${lock.where} (process ${lock.pid}). Stop it first, or set RINKI_DATA_DIR to another folder.`,
  );
};

/**
 * Takes the lock of a data folder; the answer gives it back.
 * @param where what a second start tells a person about this one, such as its address.
 * @throws AlreadyRunningError when a living process holds it.
 */
export const takeLock = (dataDir: string, where: string): (() => void) => {
  const file = join(dataDir, 'rinki.lock');
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ pid: process.pid, began: processBegan(process.pid), where }));
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      try {
        linkSync(mine, file); // fails where the lock exists, and never shows a half-written one
        return () => rmSync(file, { force: true });
      } catch {
        const found = read(file);
        if (lives(found)) refuse(dataDir, found);
        setAside(file, dataDir);
      }
    }
    throw new AlreadyRunningError(`The lock ${file} cannot be taken.`);
  } finally {
    rmSync(mine, { force: true });
  }
};

/**
 * As `takeLock`, but asks a second time: a process that was just killed can take a moment to be gone, and whoever
 * restarts after a crash does so at once.
 */
export const takeLockPatiently = async (dataDir: string, where: string): Promise<() => void> => {
  try {
    return takeLock(dataDir, where);
  } catch (error) {
    if (!(error instanceof AlreadyRunningError)) throw error;
    await sleep(500);
    return takeLock(dataDir, where);
  }
};

/** Moves a dead lock away; should a living one have come in its place meanwhile, puts that one back. */
const setAside = (file: string, dataDir: string): void => {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return; // another start moved it first
  }
  const moved = read(aside);
  if (lives(moved)) {
    linkSync(aside, file);
    rmSync(aside, { force: true });
    refuse(dataDir, moved);
  }
  rmSync(aside, { force: true });
};
