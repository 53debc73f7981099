// A server in a process of its own, for tests that kill one: listens on a free port and says where, as JSON.
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { openPool } from '../platform/db/pool.ts';
import { circleKind } from './circle.ts';

const { DATABASE_URL: url = '', SECRET: secret = '' } = process.env;
const config = readConfig({
  RINKI_MODE: 'demo',
  DATABASE_URL: url,
  LOG_LEVEL: 'silent',
  PUBLIC_ORIGIN: 'http://localhost:3000',
});
const pools = {
  app: openPool({ url, role: 'rinki_app', max: 4 }),
  gateway: openPool({ url, role: 'rinki_gateway', max: 4 }),
  jobs: openPool({ url, role: 'rinki_jobs', max: 2 }),
};
const secretKey = Buffer.from(secret, 'base64');
const app = await buildApp({
  config,
  pools,
  secretKey,
  clientFolder: undefined,
  documentKinds: [circleKind],
});
console.log(JSON.stringify({ address: await app.listen({ port: 0, host: '127.0.0.1' }) }));
