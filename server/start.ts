// Everything that one running process needs, in the order in which it is needed, and taken down in the reverse order.
import type { FastifyInstance } from 'fastify';
import { buildApp } from './app.ts';
import { type Config, ConfigError } from './config.ts';
import { stopGracefully } from './health/routes.ts';
import { buildClientIfStale } from './platform/client-build.ts';
import { type Embedded, startEmbedded } from './platform/db/embedded.ts';
import { migrate, serverLoginIn } from './platform/db/migrate.ts';
import { openPool } from './platform/db/pool.ts';
import { keepSecretKey } from './platform/secret-key.ts';

export type Started = { readonly app: FastifyInstance; readonly stop: () => Promise<void> };

type Database = {
  readonly url: string;
  readonly migrationUrl: string;
  readonly embedded: Embedded | undefined;
};

const openOwnDatabase = async (config: Config): Promise<Database> => {
  const { databaseUrl, migrationDatabaseUrl } = config;
  if (databaseUrl !== undefined) {
    return { url: databaseUrl, migrationUrl: migrationDatabaseUrl ?? databaseUrl, embedded: undefined };
  }
  const embedded = await startEmbedded({
    dataDir: config.dataDir,
    where: config.publicOrigin,
    say: console.error,
  });
  return { url: embedded.url, migrationUrl: embedded.ownerUrl, embedded };
};

const secretKeyFor = (config: Config, embedded: Embedded | undefined): Buffer => {
  if (config.secretKey !== undefined) return config.secretKey;
  const folder = embedded?.dataDir ?? config.dataDir;
  if (folder === undefined) {
    throw new ConfigError(
      'SECRET_KEY is required with DATABASE_URL: without a data folder none can be kept.',
    );
  }
  return keepSecretKey(folder);
};

/** Fills an empty demo installation. Loaded only here, so that production never reads the demo's code. */
const seedDemo = async (config: Config, database: Database): Promise<void> => {
  if (config.mode !== 'demo') return;
  const { seed } = await import('./demo/seed.ts');
  await seed({ url: database.url, config });
};

/**
 * Starts the process up to, but not including, listening.
 * @throws with a message a person can act on; what was already started is stopped again.
 */
export const start = async (config: Config): Promise<Started> => {
  const closers: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const clientFolder = await buildClientIfStale(console.log);
    const database = await openOwnDatabase(config);
    if (database.embedded) closers.push(database.embedded.stop);
    await migrate({
      url: database.migrationUrl,
      serverLogin: serverLoginIn(database.url, database.migrationUrl),
      say: console.log,
    });
    await seedDemo(config, database);
    const open = (role: Parameters<typeof openPool>[0]['role'], max: number) => {
      const pool = openPool({ url: database.url, role, max });
      closers.push(() => pool.end());
      return pool;
    };
    const pools = {
      app: open('rinki_app', 20),
      gateway: open('rinki_gateway', 4),
      jobs: open('rinki_jobs', 4),
    };
    const secretKey = secretKeyFor(config, database.embedded);
    const app = await buildApp({ config, pools, secretKey, clientFolder });
    // In production whoever balances the load gets the time to look elsewhere.
    closers.push(() => stopGracefully(app, config.mode === 'production' ? 3_000 : 0));
    return { app, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
