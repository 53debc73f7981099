// What the operating system knows of a process: since when it runs, what it was started as, and when it is gone.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const ask = (pid: number, field: string): string | undefined => {
  try {
    return execFileSync('ps', ['-o', `${field}=`, '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
};

/** The moment a process began, in the system's own form; undefined when there is none (a zombie counts as none). */
export const processBegan = (pid: number): string | undefined => {
  if (process.platform !== 'linux') return ask(pid, 'lstart');
  try {
    // The name in parentheses may hold anything, so count fields from its last closing one.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    if (fields[0] === 'Z') return undefined;
    return `${bootId()}/${fields[19]}`;
  } catch {
    return undefined;
  }
};

const bootId = (): string => {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
};

/** The command line of a process; empty when it is gone. */
export const commandOf = (pid: number): string => {
  if (process.platform !== 'linux') return ask(pid, 'command') ?? '';
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
};

/** Waits until a process is gone. False when it still runs after `withinMs`. */
export const goneWithin = async (pid: number, withinMs: number): Promise<boolean> => {
  const end = performance.now() + withinMs;
  while (processBegan(pid) !== undefined) {
    if (performance.now() > end) return false;
    await sleep(20);
  }
  return true;
};
