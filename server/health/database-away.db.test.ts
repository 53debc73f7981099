// The database is taken away from a running server, and given back: a database server of this file's own.

import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { addAffiliation, addAgency, addPerson } from '../people/register.ts';
import { type Embedded, startEmbedded } from '../platform/db/embedded.ts';
import { migrate } from '../platform/db/migrate.ts';
import { openDatabase, openPool } from '../platform/db/pool.ts';
import { asPerson } from '../platform/db/transaction.ts';

const folder = mkdtempSync(join(tmpdir(), 'rinki-away-'));
chmodSync(folder, 0o711);
const dataDir = join(folder, 'data');
let database: Embedded = await startEmbedded({ dataDir, where: 'a test' });
await migrate({ url: database.ownerUrl, serverLogin: 'rinki_server' });
const pools = {
  app: openPool({ url: database.url, role: 'rinki_app', max: 4 }),
  gateway: openPool({ url: database.url, role: 'rinki_gateway', max: 2 }),
  jobs: openPool({ url: database.url, role: 'rinki_jobs', max: 2 }),
};
const origin = 'http://localhost:3000';
const config = readConfig({
  RINKI_MODE: 'demo',
  DATABASE_URL: database.url,
  LOG_LEVEL: 'silent',
  PUBLIC_ORIGIN: origin,
});
const app = await buildApp({ config, pools, secretKey: randomBytes(32), clientFolder: undefined });
await app.ready();
afterAll(async () => {
  await app.close();
  await Promise.all(Object.values(pools).map((pool) => pool.end()));
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
});

const password = 'nine green herons';
const ready = async () => (await app.inject({ url: '/health/ready' })).statusCode;
const signIn = () =>
  app.inject({
    method: 'POST',
    url: '/api/sign-in',
    headers: { origin },
    payload: { name: 'leena', password },
  });
const until = async (wanted: number) => {
  for (let i = 0; i < 100 && (await ready()) !== wanted; i += 1) await sleep(100);
  expect(await ready()).toBe(wanted);
};

test('with the database away there is a 503 that says when to come back; with it back, work goes on without a restart', async () => {
  await asPerson(openDatabase(pools.app), null, null, 'read committed', async (tx) => {
    const agencyId = await addAgency(tx, {
      kind: 'ngo',
      nameFi: 'Järjestö',
      nameSv: 'Förening',
      municipality: 'Meriniemi',
      region: 'Rannikko',
    });
    const id = await addPerson(tx, {
      signInName: 'leena',
      name: 'Leena',
      givenName: 'Leena',
      family: false,
      language: 'fi',
      email: null,
      password,
      mustChange: false,
    });
    await addAffiliation(tx, id, agencyId, 'ngo-worker');
  });
  const signedIn = await signIn();
  const cookie = signedIn.cookies.map((c) => `${c.name}=${c.value}`).join('; ');
  const session = () => app.inject({ url: '/api/session', headers: { cookie } });
  expect([await ready(), (await session()).statusCode]).toEqual([200, 200]);

  await database.stop();
  const away = [await session(), await signIn()];
  for (const answer of away) {
    expect([answer.statusCode, answer.json().error]).toEqual([503, 'database-away']);
    expect(answer.headers['retry-after']).toBe('2');
    expect(answer.body).not.toMatch(/socket|postgres|ENOENT|ECONN/i);
  }
  expect(await ready()).toBe(503);
  expect((await app.inject({ url: '/health/live' })).statusCode).toBe(200);

  database = await startEmbedded({ dataDir, where: 'a test' });
  await until(200);
  expect((await session()).statusCode).toBe(200);
}, 120_000);

test('a database that is killed under the hands of a request comes back by itself', async () => {
  const before = database.pid();
  if (before === undefined) throw new Error('the database has no process');
  const asked = Array.from({ length: 6 }, () => signIn());
  process.kill(before, 'SIGKILL');
  for (const answer of await Promise.all(asked)) expect([200, 503]).toContain(answer.statusCode);
  for (let i = 0; i < 300 && database.pid() === before; i += 1) await sleep(100);
  await until(200);
  expect((await signIn()).statusCode).toBe(200);
}, 120_000);
