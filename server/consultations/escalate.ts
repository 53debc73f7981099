// Twice a minute, by the jobs' role: an urgent request that nobody has taken is told to the service's lead, then to whoever is on
// call. To whom and when, decides the database (`access.escalate`), for any number of processes at once.
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { startRounds } from '../platform/clock/rounds.ts';
import { asPerson } from '../platform/db/transaction.ts';
import type { Server } from '../server.ts';

const everyMs = 30_000;

/** One round. Returns the streams with something new in them. */
export const escalate = async (context: Pick<Context, 'jobs' | 'clock'>): Promise<string[]> => {
  const { rows } = await asPerson(context.jobs, null, context.clock.imposed(), 'read committed', (tx) =>
    sql<{ id: string }>`select distinct access.escalate() as id`.execute(tx),
  );
  return rows.map(({ id }) => id);
};

export const startEscalating = ({ app, context }: Server): void => {
  const rounds = startRounds(
    everyMs,
    async () => context.wake(await escalate(context)),
    (error) => {
      const { name, code } = error as { name?: string; code?: string };
      context.log.warn({ name, code }, 'unread requests will be looked at again in half a minute');
    },
  );
  app.addHook('preClose', () => rounds.stop());
};
