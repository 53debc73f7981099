// `npm run admin` as a process of its own, on a real database: the first administrator, and the way back in.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { getAdministration } from '../shared/agencies.ts';
import { changePassword, getSession } from '../shared/sessions.ts';
import { startServerProcess } from './testing/embedded-process.ts';
import { testWorld } from './testing/world.ts';

const world = await testWorld();
const password = 'kolme vihreää haikaraa';
const folder = mkdtempSync(join(tmpdir(), 'rinki-admin-'));
chmodSync(folder, 0o711); // root's database runs as somebody else, who must be able to get there
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const who = ['--name', 'Arja Ensimmäinen', '--sign-in-name', 'arja'];
const where = ['--agency', 'Rannikon lastensuojelu', '--municipality', 'Meriniemi', '--region', 'Rannikko'];

const admin = (
  args: string[],
  env: Record<string, string> = {
    RINKI_MODE: 'demo',
    DATABASE_URL: world.database.url,
    MIGRATION_DATABASE_URL: world.database.ownerUrl,
  },
) =>
  new Promise<{ status: number | null; said: string }>((resolve) => {
    const child = spawn(process.execPath, ['server/admin.ts', ...args], {
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (said += text));
    child.once('close', (status) => resolve({ status, said }));
  });
const shownPassword = (said: string) => /never again: (\S+)/.exec(said)?.[1] ?? '';

test('without a terminal it says what it needs, and makes nothing', async () => {
  const { status, said } = await admin(who);
  expect(status).toBe(1);
  expect(said).toContain('no terminal to ask for: Agency');
  const { rows } = await world.superuser('select 1 from people');
  expect(rows).toEqual([]);
});

test.each([
  ['a weak password', { RINKI_ADMIN_PASSWORD: 'short' }, [], 'at least 15 characters'],
  ['a kind of agency that there is none of', {}, ['--kind', 'police'], 'police is no kind of agency'],
  ['a flag that there is none of', {}, ['--password', 'x'], "Unknown option '--password'"],
])('%s is refused in plain words', async (_, env, args, words) => {
  const given = {
    RINKI_MODE: 'demo',
    DATABASE_URL: world.database.url,
    MIGRATION_DATABASE_URL: world.database.ownerUrl,
    ...env,
  };
  const { status, said } = await admin([...who, ...where, ...args], given);
  expect(status).toBe(1);
  expect(said).toContain(words);
  expect(said).not.toMatch(/\n\s+at /);
});

test('the first administrator of an empty installation signs in with the password shown once', async () => {
  const { status, said } = await admin([...who, ...where]);
  expect([status, said]).toEqual([0, expect.stringContaining('Sign-in name: arja')]);
  const arja = await world.signIn('arja', shownPassword(said));
  expect(arja.session).toMatchObject({
    mustChangePassword: true,
    affiliation: { profession: 'administrator' },
  });
  await arja.do(changePassword, { body: { current: shownPassword(said), next: password } });
  expect((await arja.do(getAdministration)).people.map((p) => p.name)).toEqual(['Arja Ensimmäinen']);
});

test('a second one is refused with the name of the first, and the way to a new password', async () => {
  const { status, said } = await admin(['--name', 'Toinen', '--sign-in-name', 'toinen', ...where]);
  expect(status).toBe(1);
  expect(said).toContain('has an administrator already: arja');
  expect(said).toContain('npm run admin -- --reset arja');
});

test('a reset gives a new password and ends every session; for nobody but an administrator', async () => {
  const arja = await world.signIn('arja', password);
  const given = {
    RINKI_MODE: 'demo',
    DATABASE_URL: world.database.url,
    MIGRATION_DATABASE_URL: world.database.ownerUrl,
    RINKI_ADMIN_PASSWORD: 'neljä keltaista sorsaa',
  };
  expect((await admin(['--reset', 'arja'], given)).status).toBe(0);
  expect((await arja.try(getSession)).status).toBe(401);
  expect((await world.signIn('arja', 'neljä keltaista sorsaa')).session.mustChangePassword).toBe(false);
  const { rows } = await world.superuser(
    `select 1 from events where kind = 'session.ended' and stream_id = $1`,
    [arja.id],
  );
  expect(rows.length).toBeGreaterThan(0);
  const other = await admin(['--reset', 'leena']);
  expect([other.status, other.said]).toEqual([1, expect.stringContaining('leena is no administrator')]);
});

test('the embedded database: by itself, and while another process is running it', async () => {
  const env = { RINKI_DATA_DIR: join(folder, 'data'), RINKI_ADMIN_PASSWORD: password };
  const first = await admin([...who, ...where], env);
  expect([first.status, first.said]).toEqual([0, expect.stringContaining('The administrator was created.')]);
  const running = await startServerProcess(join(folder, 'data'));
  const again = await admin(['--reset', 'arja'], env);
  await running.stop();
  expect([again.status, again.said]).toEqual([0, expect.stringContaining('The password was changed')]);
}, 120_000);
