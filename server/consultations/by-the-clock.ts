// Once a second, by the jobs' role: what begins or ends by the clock alone (an absence, a place in a service, an affiliation) is
// told to open pages. To whom, decides the database (`access.tell_of_time`), for any number of processes at once.
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { startRounds } from '../platform/clock/rounds.ts';
import { asPerson } from '../platform/db/transaction.ts';
import type { Server } from '../server.ts';

const everyMs = 1_000;

/** One round. Returns the streams with something new in them. */
export const tellOfTime = async (context: Pick<Context, 'jobs' | 'clock'>): Promise<string[]> => {
  const { rows } = await asPerson(context.jobs, null, context.clock.imposed(), 'read committed', (tx) =>
    sql<{ id: string }>`select access.tell_of_time() as id`.execute(tx),
  );
  return rows.map(({ id }) => id);
};

export const startTellingOfTime = ({ app, context }: Server): void => {
  const rounds = startRounds(
    everyMs,
    async () => context.wake(await tellOfTime(context)),
    (error) => {
      const { name, code } = error as { name?: string; code?: string };
      context.log.warn({ name, code }, 'what the clock began or ended will be told in a second');
    },
  );
  app.addHook('preClose', () => rounds.stop());
};
