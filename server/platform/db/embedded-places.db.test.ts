// Starts the real PostgreSQL from copies of the checkout that lie where others may or may not enter, as the current
// user and, where that is root, as an ordinary one too.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyCheckout } from '../../testing/checkout-copy.ts';
import { startServerProcess } from '../../testing/embedded-process.ts';

const isRoot = process.getuid?.() === 0;
let folder: string;
let checkout: string;
const places: string[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rinki-places-'));
  checkout = join(folder, 'rinki');
  copyCheckout(checkout);
});
afterAll(() => {
  const named = join(checkout, '.rinki', 'database-is-in');
  if (existsSync(named)) places.push(readFileSync(named, 'utf8').trim());
  for (const place of [...places, folder]) rmSync(place, { recursive: true, force: true });
});

const ownerOf = (pid: number) => statSync(`/proc/${pid}`).uid;

describe('from a checkout that others cannot enter', () => {
  beforeAll(() => chmodSync(folder, 0o700));

  test('the database starts without being told where, and with another HOME', async () => {
    const server = await startServerProcess(undefined, { checkout, env: { HOME: '/nonexistent' } });
    expect(server.dataDir).toBe(join(checkout, '.rinki'));
    expect(ownerOf(server.databasePid)).not.toBe(0);
    await server.stop();
  });

  const again = async () => {
    const dataDir = join(folder, 'data');
    const first = await startServerProcess(dataDir, { checkout });
    await first.stop();
    const place = readFileSync(join(dataDir, 'database-is-in'), 'utf8').trim();
    places.push(place);
    const second = await startServerProcess(dataDir, { checkout });
    expect(readFileSync(join(dataDir, 'database-is-in'), 'utf8').trim()).toBe(place);
    expect(place).toMatch(/^\/var\/lib\/rinki\/[0-9a-f]{16}$/);
    await second.stop();
  };
  if (isRoot)
    test("root's data folder in there names the place where the database is, the same every time", again);
});

const asNobody = async () => {
  const nobody = Number(execFileSync('id', ['-u', 'nobody']));
  chmodSync(folder, 0o711);
  const home = join(folder, 'home');
  mkdirSync(home, { mode: 0o700 });
  chownSync(home, nobody, nobody);
  const server = await startServerProcess(join(home, 'data'), {
    checkout,
    uid: nobody,
    env: { HOME: home },
  });
  expect(server.uid).toBe(nobody);
  expect(ownerOf(server.databasePid)).toBe(nobody);
  await server.stop();
};

// Only root can start a program for somebody else; an ordinary user has run everything above as one already.
if (isRoot) test('the database runs for an ordinary user too, from a folder of theirs', asNobody);
