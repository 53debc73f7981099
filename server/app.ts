// The server's parts, put together into one Fastify app that does not listen yet.
import fastify, { type FastifyInstance } from 'fastify';
import type pg from 'pg';
import type { Config } from './config.ts';

/** What the process around it gives to the app. */
export type AppContext = {
  readonly config: Config;
  /** One pool for each role that the server works in. */
  readonly pools: { readonly app: pg.Pool; readonly gateway: pg.Pool; readonly jobs: pg.Pool };
  /** 32 bytes, from which the keys for tokens are derived. */
  readonly secretKey: Buffer;
  /** The folder with the built client; undefined where only the interface is served. */
  readonly clientFolder: string | undefined;
};

/** Builds the app. `close()` ends what the app itself began; the pools belong to the caller. */
export const buildApp = async (context: AppContext): Promise<FastifyInstance> => {
  const app = fastify({ logger: { level: context.config.logLevel } });
  app.get('/health/live', () => ({ live: true }));
  return app;
};
