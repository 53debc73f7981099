// Looks again and again at whether anybody in a database waits for a lock that somebody else holds.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Copy, withClient } from './region.ts';

const everyMs = 20;

export type LockWaits = { readonly looks: number; readonly waits: number; readonly on: readonly string[] };

/** From now until the returned function is called. */
export const watchLocks = (copy: Copy): (() => Promise<LockWaits>) => {
  let [looks, waits, stopped] = [0, 0, false];
  const on = new Set<string>();
  const watching = withClient(copy.superuserUrl, async (client) => {
    while (!stopped) {
      const { rows } = await client.query<{ event: string }>(
        `select wait_event as event from pg_stat_activity
         where datname = current_database() and state = 'active' and wait_event_type = 'Lock'`,
      );
      looks += 1;
      waits += rows.length;
      for (const { event } of rows) on.add(event);
      await sleep(everyMs);
    }
  });
  return async () => {
    stopped = true;
    await watching;
    return { looks, waits, on: [...on] };
  };
};
