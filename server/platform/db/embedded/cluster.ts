// Creates the database cluster once, and its logins: `postgres` for the platform itself, `rinki` which owns the
// tables and migrates, and `rinki_server`, which owns nothing and only borrows the roles the server works in.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { type Account, handOver } from './account.ts';
import type { Binaries } from './binaries.ts';
import { type Folders, prepare } from './folders.ts';

const passwords = z.object({ postgres: z.string(), rinki: z.string(), rinki_server: z.string() });
export type Passwords = z.infer<typeof passwords>;
export type Login = keyof Passwords;

const random = (): string => randomBytes(24).toString('base64url');

/** Reads the logins' passwords, or makes them for a new data folder; only the user running the server may read them. */
export const keepPasswords = (folders: Folders): Passwords => {
  const file = join(folders.data, 'passwords.json');
  if (existsSync(file)) return passwords.parse(JSON.parse(readFileSync(file, 'utf8')));
  if (existsSync(folders.pgdata)) {
    throw new Error(
      `The database in ${folders.pgdata} is there, but the passwords for it in ${file} are missing.`,
    );
  }
  const made = { postgres: random(), rinki: random(), rinki_server: random() };
  writeFileSync(`${file}.new`, JSON.stringify(made, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
};

/** The environment of PostgreSQL's programs: nothing of the user's own PG… settings, language or home. */
export const plainEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

const run = (program: string, args: string[], account: Account): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...account, cwd: '/', env: plainEnvironment });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
    child.on('error', reject);
    child.on('close', (status) =>
      status === 0 ? resolve() : reject(new Error(`${program} ended with status ${status}:\n${said}`)),
    );
  });

const initialise = async (folders: Folders, binaries: Binaries, account: Account, password: string) => {
  // Made beside and then renamed: a creation that was cut off is never taken for a database.
  const unfinished = `${folders.pgdata}.unfinished`;
  const passwordFile = join(folders.sockets, 'password');
  rmSync(unfinished, { recursive: true, force: true });
  prepare(unfinished, account);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  handOver(passwordFile, account);
  try {
    const options = [
      `--pgdata=${unfinished}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=icu',
      '--icu-locale=und',
      '--no-instructions',
      '--no-sync',
    ];
    await run(binaries.initdb, options, account);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, folders.pgdata);
};

/** Creates the cluster where there is none yet. */
export const ensureCluster = async (
  folders: Folders,
  binaries: Binaries,
  account: Account,
): Promise<Passwords> => {
  const kept = keepPasswords(folders);
  if (!existsSync(folders.pgdata)) await initialise(folders, binaries, account, kept.postgres);
  return kept;
};

/** Creates the database and its two logins where they are missing; `url` is the superuser's. */
export const ensureLogins = async (url: string, kept: Passwords): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ rolname: string }>('select rolname from pg_roles');
    const missing = (login: string) => !rows.some((row) => row.rolname === login);
    if (missing('rinki')) {
      await client.query(`create role rinki login createrole password ${client.escapeLiteral(kept.rinki)}`);
      // What the owner creates it may also act as, as a superuser could: otherwise it could not hand tables over.
      await client.query(`alter role rinki set createrole_self_grant = 'set, inherit'`);
    }
    if (missing('rinki_server')) {
      await client.query(
        `create role rinki_server login password ${client.escapeLiteral(kept.rinki_server)}`,
      );
    }
    const found = await client.query(`select from pg_database where datname = 'rinki'`);
    if (found.rowCount === 0) await client.query('create database rinki owner rinki');
  } finally {
    await client.end();
  }
};
