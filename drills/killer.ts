// The killer, in a process of its own: it knows nothing of what the others are doing at the moment at which it strikes.
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { settingsOf, tell } from '../bench/processes.ts';

export type Order = { readonly pids: readonly number[]; readonly afterMs: number };
export type Done = { readonly at: number; readonly killed: number };

const parentOf = (pid: string): number => {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
  } catch {
    return 0;
  }
};

/** A process and all that it has begun. */
const familyOf = (pid: number): number[] => {
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === pid);
  return [pid, ...children.flatMap((child) => familyOf(Number(child)))];
};

await settingsOf();
process.on('message', async ({ pids, afterMs }: Order) => {
  await sleep(afterMs);
  const all = pids.flatMap(familyOf);
  const at = Date.now();
  for (const pid of all) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // gone already
    }
  }
  tell({ at, killed: all.length } satisfies Done);
});
tell({ port: 0 });
