// Against a real, empty PostgreSQL database; the migrations are small ones made for each test.
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { migrate, serverLoginIn } from './migrate.ts';

let folder: string;
let database: TestDatabase;

const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql);
const run = () => migrate({ url: database.ownerUrl, folder });
const ask = async (sql: string): Promise<unknown[]> => {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rinki-migrations-'));
  database = await testDatabase('empty');
  write('2026-01-01-01-first.sql', 'create table first (id int);');
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

describe('migrations', () => {
  test('are applied once, in the order of their names', async () => {
    write('2026-01-01-02-second.sql', 'alter table first add column name text;');
    expect(await run()).toEqual(['2026-01-01-01-first.sql', '2026-01-01-02-second.sql']);
    expect(await run()).toEqual([]);
  });

  test('apply once even when several processes start together', async () => {
    const applied = await Promise.all([run(), run(), run()]);
    expect(applied.flat()).toEqual(['2026-01-01-01-first.sql']);
  });

  test('are refused when an applied file was changed', async () => {
    await run();
    write('2026-01-01-01-first.sql', 'create table first (id bigint);');
    await expect(run()).rejects.toThrow('2026-01-01-01-first.sql was changed after it was applied');
  });

  test('are refused when an applied file is gone', async () => {
    await run();
    renameSync(join(folder, '2026-01-01-01-first.sql'), join(folder, '2026-01-02-01-first.sql'));
    await expect(run()).rejects.toThrow('2026-01-01-01-first.sql was applied to this database but is not');
  });

  test('are refused when a new file comes before an applied one', async () => {
    await run();
    write('2025-12-31-01-late.sql', 'select 1;');
    await expect(run()).rejects.toThrow('2025-12-31-01-late.sql comes before');
  });

  test('leave nothing behind when they fail, and name the line', async () => {
    write('2026-01-01-02-broken.sql', 'create table second (id int);\n\ncreate tabel third (id int);\n');
    await expect(run()).rejects.toThrow('2026-01-01-02-broken.sql:3: syntax error');
    expect(await ask(`select to_regclass('first') as first, to_regclass('second') as second`)).toEqual([
      { first: 'first', second: null },
    ]);
  });

  test('may not end their own transaction', async () => {
    write('2026-01-01-02-commit.sql', 'create table second (id int); commit;');
    await expect(run()).rejects.toThrow('must not end its own transaction');
  });

  test('are named by their date', async () => {
    write('second.sql', 'select 1;');
    await expect(run()).rejects.toThrow('second.sql: a migration is named YYYY-MM-DD-NN');
  });

  test('need no owner when there is nothing to apply', async () => {
    await run();
    expect(await migrate({ url: database.url, folder })).toEqual([]);
  });
});

test('the server login is told apart from the migrating one', () => {
  expect(serverLoginIn('postgres://server@db/rinki', 'postgres://owner@db/rinki')).toBe('server');
  expect(serverLoginIn('postgres://one@db/rinki', 'postgres://one@db/rinki')).toBeUndefined();
});
