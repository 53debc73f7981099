// Once a minute, by the jobs' role: what the buffer holds longer than a day goes, and what somebody was typing when their
// membership ended by itself becomes their private note.
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { type Rounds, startRounds } from '../platform/clock/rounds.ts';
import { asPerson } from '../platform/db/transaction.ts';

const everyMs = 60_000;
const keepMs = 24 * 3_600_000;

/**
 * One round. Returns the streams with something new in them.
 * @param failed told of what could not be rescued: it waits for the next round and holds up nothing else
 */
export const sweep = async (
  context: Pick<Context, 'jobs' | 'clock'>,
  failed: (error: unknown) => void,
): Promise<string[]> => {
  const before = new Date(context.clock.now().getTime() - keepMs);
  await context.jobs.deleteFrom('events').where('at', '<', before).execute();
  await context.jobs.deleteFrom('idempotency_keys').where('at', '<', before).execute();
  const imposed = context.clock.imposed();
  const ended = await asPerson(context.jobs, null, imposed, 'read committed', (tx) =>
    sql<{
      membership: string;
      stream: string;
    }>`select membership, stream from access.ended_with_drafts()`.execute(tx),
  );
  const streams: string[] = [];
  for (const { membership, stream } of ended.rows) {
    await asPerson(context.jobs, null, imposed, 'read committed', (tx) =>
      sql`select access.rescue_ended(${membership})`.execute(tx),
    ).then(() => streams.push(stream), failed);
  }
  return streams;
};

export const startSweeper = (context: Context): Rounds => {
  const willTryAgain = (error: unknown): void => {
    const { name, code } = error as { name?: string; code?: string };
    context.log.warn({ name, code }, 'the sweeper will try again in a minute');
  };
  const round = async (): Promise<void> => {
    const streams = await sweep(context, willTryAgain);
    if (streams.length > 0) context.wake(streams);
  };
  return startRounds(everyMs, round, willTryAgain);
};
