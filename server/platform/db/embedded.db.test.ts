// Starts real PostgreSQL servers in folders of their own, and servers and databases that are killed with SIGKILL.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startServerProcess } from '../../testing/embedded-process.ts';
import { processBegan } from './embedded/processes.ts';
import { type Embedded, startEmbedded } from './embedded.ts';

let folder: string;
let dataDir: string;
const open: { stop: () => Promise<void> }[] = [];

const begin = async (where = 'http://localhost:4000'): Promise<Embedded> => {
  const embedded = await startEmbedded({ dataDir, where });
  open.push(embedded);
  return embedded;
};
const ask = async (url: string, statement: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
};
const eventually = async <T>(attempt: () => Promise<T>): Promise<T> => {
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tries > 200) throw error;
      await sleep(50);
    }
  }
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rinki-embedded-'));
  chmodSync(folder, 0o711);
  dataDir = join(folder, 'data');
});
afterEach(async () => {
  for (const { stop } of open.splice(0)) await stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the running database', () => {
  let running: Embedded;
  beforeAll(async () => {
    running = await startEmbedded({ ephemeral: true, where: 'http://localhost:4321' });
  });
  afterAll(() => running.stop());

  test('is UTF-8, in UTC, with Finnish search and collation, and the extensions an owner may create', async () => {
    const { ownerUrl } = running;
    const rows = await ask(
      ownerUrl,
      `select current_setting('server_encoding') as encoding, current_setting('timezone') as zone,
        to_tsvector('finnish', 'ÄITI') @@ to_tsquery('finnish', 'äidin') is not null as search,
        (select string_agg(w, '' order by w collate "fi-x-icu") from unnest(array['ö', 'z', 'ä', 'å']) w) as sorted`,
    );
    expect(rows).toEqual([{ encoding: 'UTF8', zone: 'UTC', search: true, sorted: 'zåäö' }]);
    await ask(ownerUrl, 'create extension pg_trgm; create extension btree_gist');
  });

  test('gives the server and the owner logins without the power to pass row-level security', async () => {
    const { superuserUrl } = running;
    const rows = await ask(
      superuserUrl,
      `select rolname, rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname like 'rinki%' order by rolname`,
    );
    const plain = { rolsuper: false, rolbypassrls: false };
    expect(rows).toEqual([
      { rolname: 'rinki', ...plain, rolcreaterole: true },
      { rolname: 'rinki_server', ...plain, rolcreaterole: false },
    ]);
  });

  test('shows its passwords and its socket to nobody else', () => {
    expect(statSync(join(running.dataDir, 'passwords.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(running.dataDir, 'postgres')).mode & 0o777).toBe(0o700);
    expect(statSync(join(running.dataDir, 'socket')).mode & 0o777).toBe(0o700);
  });

  test('says where it already runs when started twice', async () => {
    await expect(startEmbedded({ dataDir: running.dataDir })).rejects.toThrow(
      /already running on the data folder .*: http:\/\/localhost:4321 \(process/,
    );
  });
});

describe('the embedded database', () => {
  test('keeps what was written across a stop and a start', async () => {
    const first = await begin();
    await ask(first.ownerUrl, 'create table kept (word text)');
    await ask(first.ownerUrl, `insert into kept values ('säilyy')`);
    await first.stop();
    const second = await begin();
    expect(await ask(second.ownerUrl, 'select word from kept')).toEqual([{ word: 'säilyy' }]);
  });

  test('is started by one of several starts at once, and refused to the others', async () => {
    const starts = await Promise.allSettled([begin(), begin(), begin()]);
    expect(starts.filter((start) => start.status === 'fulfilled')).toHaveLength(1);
  });

  test('works in a folder with a path too long for a socket', async () => {
    dataDir = join(folder, 'a'.repeat(60), 'b'.repeat(60));
    expect(await ask((await begin()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('leaves nothing of a test database behind', async () => {
    const temporary = await startEmbedded({ ephemeral: true });
    await temporary.stop();
    expect(existsSync(temporary.dataDir)).toBe(false);
  });
});

describe('after kill -9', () => {
  test('of the database, it runs again at the same address with everything that was committed', async () => {
    const { ownerUrl, pid } = await begin();
    await ask(ownerUrl, 'create table kept as select 1 as one');
    process.kill(Number(pid()), 'SIGKILL');
    expect(await eventually(() => ask(ownerUrl, 'select one from kept'))).toEqual([{ one: 1 }]);
  });

  test('of the server, the database it left is stopped and started under the next one', async () => {
    const server = await startServerProcess(dataDir);
    process.kill(server.pid, 'SIGKILL');
    expect(processBegan(server.databasePid)).toBeDefined();
    const next = await begin();
    expect(processBegan(server.databasePid)).toBeUndefined();
    expect(await ask(next.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('of both, the stale lock and the stale pid file are healed', async () => {
    const server = await startServerProcess(dataDir);
    process.kill(server.databasePid, 'SIGKILL');
    process.kill(server.pid, 'SIGKILL');
    expect(existsSync(join(dataDir, 'rinki.lock'))).toBe(true);
    expect(await ask((await begin()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('a pid file whose number now belongs to another program does not stand in the way', async () => {
    await (await begin()).stop();
    writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), `${process.ppid}\n${dataDir}\n`, {
      mode: 0o600,
    });
    expect(await ask((await begin()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('in the middle of creating the database, the next start creates it afresh', async () => {
    const first = await begin();
    await first.stop();
    rmSync(join(dataDir, 'postgres'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres.unfinished'), '');
    expect(await ask((await begin()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

test('passwords that were lost are reported, and the data are not touched', async () => {
  await (await begin()).stop();
  const file = join(dataDir, 'passwords.json');
  const kept = readFileSync(file);
  rmSync(file);
  await expect(begin()).rejects.toThrow('the passwords for it');
  writeFileSync(file, kept, { mode: 0o600 });
  expect(await ask((await begin()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
});
