// Starts the real PostgreSQL from copies of the checkout that lie where others may or may not enter, as the current
// user and, where that is root, as an ordinary one too.
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyCheckout } from '../../testing/checkout-copy.ts';
import { startServerProcess } from '../../testing/embedded-process.ts';

const isRoot = process.getuid?.() === 0;
let folder: string;
let checkout: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rinki-places-'));
  checkout = join(folder, 'rinki');
  copyCheckout(checkout);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ownerOf = (pid: number) => statSync(`/proc/${pid}`).uid;

describe('from a checkout that others cannot enter', () => {
  beforeAll(() => chmodSync(folder, 0o700));

  test('the database starts without being told where, and with another HOME', async () => {
    const server = await startServerProcess(undefined, { checkout, env: { HOME: '/nonexistent' } });
    const { dataDir } = server;
    try {
      expect(ownerOf(server.databasePid)).not.toBe(0);
      // Root's database cannot live in there; everybody else's does.
      if (isRoot) expect(dataDir).toMatch(/^\/var\/lib\/rinki\/rinki-[0-9a-f]{8}$/);
      else expect(dataDir).toBe(join(checkout, '.rinki'));
    } finally {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });

  const refused = async () => {
    await expect(startServerProcess(join(folder, 'data'), { checkout })).rejects.toThrow(
      /cannot enter\. Set RINKI_DATA_DIR/,
    );
  };
  if (isRoot) test('a data folder in there is refused to root with what to do instead', refused);
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
