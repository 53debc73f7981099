// Nothing lost, nothing doubled, one order for everybody: 16 writers at once on two servers, against a reader with a plain
// cursor, which must be caught skipping by the same check.
import pg from 'pg';
import { expect, test, vi } from 'vitest';
import { addRelation } from '../../shared/cases.ts';
import { inject } from '../platform/http/inject.ts';
import { caseOfAino } from '../testing/case-of-aino.ts';
import { connectLive, eventually, type LiveClient, liveOrigin } from '../testing/live-client.ts';
import { expectSameAsFresh } from '../testing/same-as-fresh.ts';
import { testWorld } from '../testing/world.ts';

// Generous: a loaded machine is slow, not wrong.
vi.setConfig({ testTimeout: 120_000 });

const world = await testWorld();
const address = await world.listen();
const other = await world.anotherServer();
const { caseId, leena, petri, minna } = await caseOfAino(world);

const writers = 16;
const each = 8;

/** What of the written never came, and what came twice. */
const faultsIn = (written: readonly string[], received: readonly string[]) => ({
  lost: written.filter((w) => !received.includes(w)).length,
  doubled: received.length - new Set(received).size,
});

const relationsIn = (client: LiveClient, from: number): string[] =>
  client.frames
    .slice(from)
    .flatMap((f) => (f.t === 'event' && f.event.kind === 'relation.changed' ? [f.event.relation.name] : []));

test('sixteen writers on two servers: each reader gets everything, once, in one order', async () => {
  const readers = await Promise.all([
    connectLive(address, petri),
    connectLive(other.address, leena),
    connectLive(other.address, minna),
  ]);
  for (const reader of readers) await reader.follow(caseId);
  const written: string[] = [];
  const write = async (writer: number): Promise<void> => {
    for (let n = 0; n < each; n += 1) {
      const name = `Writer ${writer} text ${n}`;
      const by = writer % 4 < 2 ? leena : petri;
      const answer = await inject(
        writer % 2 === 0 ? world.app : other.app,
        liveOrigin,
        addRelation,
        {
          params: { caseId },
          body: {
            kind: 'close',
            name,
            relation: 'friend',
            custody: null,
            custodyUntil: null,
            language: null,
            phone: null,
          },
        },
        { cookie: by.cookie, token: by.session.csrfToken },
      );
      if (answer.status === 200) written.push(name);
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, n) => write(n)));
  expect(written).toHaveLength(writers * each);
  const received = await Promise.all(
    readers.map((reader) =>
      eventually(
        () => (relationsIn(reader, 0).length >= written.length ? relationsIn(reader, 0) : undefined),
        'all events',
        8_000,
      ),
    ),
  );
  for (const names of received) {
    expect(faultsIn(written, names)).toEqual({ lost: 0, doubled: 0 });
    expect(names).toEqual(received[0]);
  }
  for (const reader of readers) await expectSameAsFresh(reader, caseId);
  for (const reader of readers) await reader.close();
});

test('the control, a plain cursor over a serial column, is caught losing events by the same check', async () => {
  const pool = new pg.Pool({ connectionString: world.database.superuserUrl, max: writers + 2 });
  // One that is still closing is ended with its database.
  pool.on('error', () => undefined);
  await pool.query(
    'create table naive_events (n bigint generated always as identity primary key, name text not null)',
  );
  const written: string[] = [];
  const received: string[] = [];
  let cursor = 0;
  const read = async (): Promise<void> => {
    const { rows } = await pool.query<{ n: string; name: string }>(
      'select n, name from naive_events where n > $1 order by n',
      [cursor],
    );
    for (const row of rows) {
      cursor = Number(row.n);
      received.push(row.name);
    }
  };
  const write = async (writer: number): Promise<void> => {
    const client = await pool.connect();
    for (let n = 0; n < each; n += 1) {
      const name = `${writer} ${n}`;
      await client.query('begin');
      await client.query('insert into naive_events (name) values ($1)', [name]);
      await client.query(`select pg_sleep(random() * 0.02)`);
      await client.query('commit');
      written.push(name);
    }
    client.release();
  };
  let writing = true;
  const reading = (async () => {
    while (writing) await read();
    await read();
  })();
  await Promise.all(Array.from({ length: writers }, (_, n) => write(n)));
  writing = false;
  await reading;
  await pool.end();
  expect(faultsIn(written, received).lost).toBeGreaterThan(0);
});
