// How much processor time programs have used, which other work on the machine weighs on less than on the clock. Linux
// alone tells it of other processes; elsewhere it is not known.
import { readdirSync, readFileSync } from 'node:fs';
import type { Copy } from './region.ts';
import { withClient } from './region.ts';

const nanoseconds = 1e6;

/** Fields of /proc/PID/stat from the third on: the second is a name that may hold anything. */
const statOf = (pid: number): string[] => {
  const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
};
const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').split(' ').filter(Boolean).map(Number);

/** Read to the nanosecond, thread by thread: the sums of /proc/PID/stat are taken once in ten milliseconds. */
const run = (pid: number): number => {
  let sum = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    try {
      sum += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'latin1').split(' ')[0]);
    } catch {
      // It has ended in between.
    }
  }
  return sum / nanoseconds;
};

/** Milliseconds that the living threads of a process have used so far; NaN where the system does not tell. */
export const cpuOf = (pid: number | undefined): number =>
  pid === undefined || process.platform !== 'linux' ? Number.NaN : run(pid);

/** What those of its processes used that have ended; Linux counts a hundred ticks a second for programs, on any machine. */
const ended = (pid: number): number => {
  const [ofPrograms, ofSystem] = statOf(pid).slice(13, 15).map(Number);
  return ((ofPrograms ?? 0) + (ofSystem ?? 0)) * 10;
};

/** The same of a database server with all its processes, those that have ended among them. */
export const cpuOfDatabase = (postmaster: number): number => {
  if (process.platform !== 'linux') return Number.NaN;
  return [postmaster, ...childrenOf(postmaster)].reduce((sum, pid) => {
    try {
      return sum + run(pid);
    } catch {
      return sum;
    }
  }, ended(postmaster));
};

/** The process that all of a database server's processes come from. */
export const postmasterOf = (copy: Copy): Promise<number> =>
  withClient(copy.superuserUrl, async (client) => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    return process.platform === 'linux' ? Number(statOf(rows[0]?.pid ?? 0)[1]) : Number.NaN;
  });
