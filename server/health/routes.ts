// Is the process alive, and can it serve? Not part of the interface that people use; tells nothing about anybody.
import type pg from 'pg';
import type { Server } from '../server.ts';

export const healthRoutes = ({ app }: Server, pool: pg.Pool): void => {
  app.get('/health/live', { schema: { hide: true } }, () => ({ live: true }));
  app.get('/health/ready', { schema: { hide: true } }, async (_request, reply) => {
    const ready = await pool.query('select 1').then(
      () => true,
      () => false,
    );
    return reply.status(ready ? 200 : 503).send({ ready });
  });
};
