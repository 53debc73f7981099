// Is the process alive, and can it serve? Not part of the interface that people use; tells nothing about anybody.
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import type { Server } from '../server.ts';

/** A database that answers later than this is as good as away. */
const patienceMs = 2_000;

/** Apps that are about to stop: not ready, but still answering. */
const stopping = new WeakSet<FastifyInstance>();

const answers = async (pool: pg.Pool): Promise<boolean> => {
  const asked = pool.query('select 1').then(
    () => true,
    () => false,
  );
  return Promise.race([asked, sleep(patienceMs, false, { ref: false })]);
};

export const healthRoutes = ({ app }: Server, pool: pg.Pool): void => {
  app.get('/health/live', { schema: { hide: true }, logLevel: 'warn' }, () => ({ live: true }));
  app.get('/health/ready', { schema: { hide: true }, logLevel: 'warn' }, async (_request, reply) => {
    const ready = !stopping.has(app) && (await answers(pool));
    if (!ready) reply.header('retry-after', 2);
    return reply.status(ready ? 200 : 503).send({ ready });
  });
};

/** First no longer ready, then, after so many milliseconds in which requests are still served, closed. */
export const stopGracefully = async (app: FastifyInstance, graceMs: number): Promise<void> => {
  stopping.add(app);
  if (graceMs > 0) await sleep(graceMs);
  await app.close();
};
