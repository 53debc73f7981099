// Transactions in somebody's name, against a real PostgreSQL: what travels together, and the moment that holds in them.
import { CompiledQuery, type Kysely, sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../testing/database.ts';
import { openDatabase, openPool } from './pool.ts';
import type { DB } from './tables.ts';
import { ask, asPerson, atLast, type Tx } from './transaction.ts';

let pool: pg.Pool;
let db: Kysely<DB>;
beforeAll(async () => {
  pool = openPool({ url: (await testDatabase()).url, role: 'rinki_app', max: 3 });
  db = openDatabase(pool);
});
afterAll(() => pool.end());

const agency = (name: string) =>
  CompiledQuery.raw(
    `insert into agencies (kind, name_fi, name_sv, municipality, region) values ('ngo', $1, $1, 'Lillby', 'Rannikko') returning id`,
    [name],
  ) as CompiledQuery<{ id: string }>;
const agencies = async (name: string): Promise<number> =>
  (await db.selectFrom('agencies').select('id').where('name_fi', '=', name).execute()).length;
const write = <T>(work: (tx: Tx) => Promise<T>) => asPerson(db, null, null, 'read committed', work);

test('a command that waited for another one does not call its beginning now', async () => {
  const [row] = await write((tx) => ask(tx, agency('queue')));
  let released = 0;
  let holding: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    holding = resolve;
  });
  const lock = (tx: Tx) =>
    ask(tx, CompiledQuery.raw('select from agencies where id = $1 for update', [row?.id]));
  const first = write(async (tx) => {
    await lock(tx);
    holding();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const { rows } = await sql<{ at: Date }>`select clock_timestamp() as at`.execute(tx);
    released = rows[0]?.at.getTime() ?? 0;
  });
  await held;
  const seen = await asPerson(
    db,
    null,
    null,
    'read committed',
    async (tx, at) => {
      const { rows } = await sql<{ now: Date }>`select app.now() as now`.execute(tx);
      return { at: at.getTime(), now: rows[0]?.now.getTime() ?? 0 };
    },
    lock,
  );
  await first;
  expect(seen.at).toBeGreaterThanOrEqual(released);
  expect(seen.now).toBeGreaterThanOrEqual(seen.at);
});

test('what goes with the commit is written with it, and nothing is written where it fails', async () => {
  const wrote = (name: string, ...last: string[]) =>
    write(async (tx) => {
      atLast(tx, agency(name));
      for (const text of last) atLast(tx, CompiledQuery.raw(text));
    });
  await wrote('with the commit');
  expect(await agencies('with the commit')).toBe(1);
  await expect(wrote('never', 'select 1 / 0')).rejects.toThrow('division by zero');
  expect(await agencies('never')).toBe(0);
});

test('whatever failed tells why, also to those behind it, and the connection goes on', async () => {
  for (let again = 0; again < 4; again += 1) {
    const failing = write(async (tx) => {
      const answers = [
        ask(tx, CompiledQuery.raw('select $1::int as n', [again])),
        ask(tx, CompiledQuery.raw('select 1 / $1::int', [0])),
        ask(tx, CompiledQuery.raw('select $1::int + 1 as n', [again])),
      ];
      const outcomes = await Promise.allSettled(answers);
      expect(outcomes.map((o) => (o.status === 'rejected' ? o.reason.code : 'fine'))).toEqual([
        'fine',
        '22012',
        '22012',
      ]);
    });
    await expect(failing).resolves.toBeUndefined();
    expect(await write(async (tx) => ask(tx, CompiledQuery.raw('select $1::int + 1 as n', [again])))).toEqual(
      [{ n: again + 1 }],
    );
  }
});

test('the same statement twice in one message gets an answer each', async () => {
  const twice = (tx: Tx) =>
    Promise.all([1, 2].map((n) => ask(tx, CompiledQuery.raw('select $1::int * 10 as n', [n]))));
  expect(await write(twice)).toEqual([[{ n: 10 }], [{ n: 20 }]]);
});
