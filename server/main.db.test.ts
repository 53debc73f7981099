// Starts the whole process as npm start does, on data folders and ports of its own, with the real PostgreSQL.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freePort } from './testing/free-port.ts';

let folder: string;
const running = new Set<ChildProcess>();

type Process = {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
  readonly ready: Promise<void>;
};

const begin = (port: number, env: Record<string, string> = {}): Process => {
  const child = spawn(process.execPath, ['server/main.ts'], {
    env: { PATH: process.env.PATH, RINKI_DATA_DIR: join(folder, 'data'), PORT: String(port), ...env },
  });
  running.add(child);
  let said = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const ready = new Promise<void>((resolve, reject) => {
    const listen = (text: string) => {
      said += text;
      if (said.includes('Rinki is ready')) resolve();
    };
    child.stdout.setEncoding('utf8').on('data', listen);
    child.stderr.setEncoding('utf8').on('data', listen);
    ended.then((status) => reject(new Error(`ended with status ${status}:\n${said}`)));
  });
  ready.catch(() => undefined); // a test that expects the end does not wait for this
  return { child, said: () => said, ended, ready };
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rinki-main-'));
  chmodSync(folder, 0o711); // root's database runs as somebody else, who must be able to get there
});
afterEach(async () => {
  for (const child of running) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const closed = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    await closed;
  }
  running.clear();
  rmSync(folder, { recursive: true, force: true });
});

test('one command gives a listening server; a second start says where the first one runs; SIGTERM ends it in order', async () => {
  const port = await freePort();
  const server = begin(port);
  await server.ready;
  const answer = await fetch(`http://127.0.0.1:${port}/health/live`);
  expect(answer.status).toBe(200);
  const second = begin(await freePort());
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain('Rinki is already running on the data folder');
  expect(second.said()).toContain(`http://localhost:${port} (process`);
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
}, 120_000);

test('a taken port is said in one clear sentence', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port } = taken.address() as { port: number };
  const server = begin(port);
  expect(await server.ended).toBe(1);
  expect(server.said()).toContain(`Port ${port} is taken by another program.`);
  taken.close();
}, 120_000);

test('a wrong setting is named, and nothing is started', async () => {
  const server = begin(3000, { NODE_ENV: 'production', RINKI_MODE: 'demo' });
  expect(await server.ended).toBe(1);
  expect(server.said()).toMatch(/^RINKI_MODE: demo is refused/);
});
