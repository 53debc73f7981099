// The product in a process of its own: the app as server/start.ts composes it, without the demo, and without the client's files unless they are asked for.
import { setTimeout as sleep } from 'node:timers/promises';
import { buildApp } from '../server/app.ts';
import { readConfig } from '../server/config.ts';
import { openPool } from '../server/platform/db/pool.ts';
import { settingsOf, tell } from './processes.ts';

export type ProductSettings = {
  readonly url: string;
  readonly secretKey: string;
  readonly port: number;
  /** Where its pages come from; the port itself unless said otherwise, as for several servers behind one address. */
  readonly origin?: string;
  /** A built client, where somebody comes with a browser. */
  readonly clientFolder?: string;
  /** `error` unless said otherwise. */
  readonly logLevel?: string;
};

const { url, secretKey, port, origin, logLevel, clientFolder } = await settingsOf<ProductSettings>();
const config = readConfig({
  RINKI_MODE: 'production',
  DATABASE_URL: url,
  SECRET_KEY: secretKey,
  PUBLIC_ORIGIN: origin ?? `http://localhost:${port}`,
  PORT: String(port),
  LOG_LEVEL: logLevel ?? 'error',
});
const pools = {
  app: openPool({ url, role: 'rinki_app', max: 20 }),
  gateway: openPool({ url, role: 'rinki_gateway', max: 4 }),
  jobs: openPool({ url, role: 'rinki_jobs', max: 4 }),
};
const app = await buildApp({
  config,
  pools,
  secretKey: Buffer.from(secretKey, 'base64'),
  clientFolder,
});
await app.listen({ port, host: '127.0.0.1' });
process.once('SIGTERM', async () => {
  await Promise.race([app.close(), sleep(2_000)]);
  process.exit(0);
});
tell({ port });
