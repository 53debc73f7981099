// Against a real PostgreSQL, with roles and one table made by a migration of this test.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { migrate } from './migrate.ts';
import { openDatabase, openPool } from './pool.ts';

let database: TestDatabase;
let pool: pg.Pool;

const migration = `
do $$ begin
  if not exists (select from pg_roles where rolname = 'rinki_app') then create role rinki_app nologin; end if;
end $$;
create table note (id bigint generated always as identity, heard_on date, author text);
alter table note enable row level security;
alter table note force row level security;
create policy own on note using (author = current_setting('test.person', true));
grant select, insert on note to rinki_app;
insert into note (heard_on, author) select '2026-03-29', 'aino' where false;
`;

beforeAll(async () => {
  database = await testDatabase('empty');
  const folder = mkdtempSync(join(tmpdir(), 'rinki-migrations-'));
  writeFileSync(join(folder, '2026-01-01-01-note.sql'), migration);
  await migrate({ url: database.ownerUrl, folder, serverLogin: 'rinki_server' });
  rmSync(folder, { recursive: true });
  pool = openPool({ url: database.url, role: 'rinki_app', max: 2 });
});
afterAll(() => pool.end());

describe('a connection of the pool', () => {
  test('works in its role from the first statement on', async () => {
    const { rows } = await pool.query('select current_user, session_user');
    expect(rows).toEqual([{ current_user: 'rinki_app', session_user: 'rinki_server' }]);
  });

  test('comes back to its role after a reset', async () => {
    const { rows } = await pool
      .query('select 1')
      .then(() => pool.query('reset role'))
      .then(() => pool.query('select current_user'));
    expect(rows).toEqual([{ current_user: 'rinki_app' }]);
  });

  test('is nobody without its role: the login itself may read nothing', async () => {
    const client = await pool.connect();
    await client.query('set role none');
    await expect(client.query('select from note')).rejects.toThrow('permission denied');
    client.release(true);
  });

  test('is under row-level security, as is the owner', async () => {
    await expect(pool.query(`insert into note (author) values ('aino')`)).rejects.toThrow(
      'row-level security',
    );
  });

  test('sends a transaction in one go and gets each answer in its place', async () => {
    const client = await pool.connect();
    const answers = await Promise.all([
      client.query('begin'),
      client.query(`select set_config('test.person', 'aino', true)`),
      client.query(
        `insert into note (heard_on, author) values ('2026-03-29', 'aino') returning id, heard_on`,
      ),
      client.query('commit'),
    ]);
    client.release();
    expect(answers[2].rows).toEqual([{ id: expect.any(Number), heard_on: '2026-03-29' }]);
  });

  test('gives its failures to the statement that failed', async () => {
    const client = await pool.connect();
    const answers = await Promise.allSettled([
      client.query('begin'),
      client.query('select 1 / 0'),
      client.query('select 1'),
      client.query('rollback'),
      client.query('select 2 as two'),
    ]);
    client.release();
    expect(answers.map((answer) => answer.status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
  });

  test('reads dates as dates and bigints as numbers, in lists too', async () => {
    const { rows } = await pool.query(
      `select date '2026-03-29' as day, array[date '2026-03-29', null] as days, 7::bigint as big, array[7::bigint] as bigs`,
    );
    expect(rows).toEqual([{ day: '2026-03-29', days: ['2026-03-29', null], big: 7, bigs: [7] }]);
  });

  test('never loses digits of a bigint', async () => {
    await expect(pool.query('select 9007199254740993::bigint as big')).rejects.toThrow(
      'does not fit a number',
    );
  });

  test('serves typed queries', async () => {
    const answer = await sql<{ one: number }>`select 1 as one`.execute(openDatabase(pool));
    expect(answer.rows).toEqual([{ one: 1 }]);
  });
});
