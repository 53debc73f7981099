// A kind of document for tests alone: a circle of people who may read and write one text, in a table that the test makes.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type DocumentKind, documentAccessChanged, noStanding, startDocument } from '../documents/index.ts';
import { openDatabase } from '../platform/db/pool.ts';
import { asPerson } from '../platform/db/transaction.ts';
import type { Person, World } from './open-world.ts';

type Row = { writes: boolean; ends_at: Date | null };

export const circleKind: DocumentKind = {
  kind: 'test-circle',
  standing: async (tx, { personId, affiliationId }, scopeId, at) => {
    const { rows } = await sql<Row>`select c.writes, least(c.ends_at, a.ends_at) as ends_at from test_circle c
      left join affiliations a on a.id = c.affiliation_id where c.scope_id = ${scopeId} and c.person_id = ${personId}
      and c.affiliation_id is not distinct from ${affiliationId}`.execute(tx);
    const [row] = rows;
    const until = row?.ends_at?.getTime() ?? Number.POSITIVE_INFINITY;
    return row && until > at ? { reads: true, writes: row.writes, until } : noStanding;
  },
};

/** The table and the two functions that ring 2 asks. Once for each database. */
export const makeCircles = async (world: World): Promise<void> => {
  await world.superuser(`
    create table test_circle (scope_id uuid, person_id uuid, affiliation_id uuid, writes boolean, ends_at timestamptz);
    grant select on test_circle to rinki_app, rinki_access;
    create function access.test_circle_right(p_scope uuid, p_writes boolean) returns boolean language sql stable
      set search_path = public, pg_temp as $$ select exists (select from test_circle c
        where c.scope_id = p_scope and c.person_id = app.person() and c.affiliation_id is not distinct from app.affiliation()
          and (c.writes or not p_writes) and (c.ends_at is null or c.ends_at > app.now())
          and (c.affiliation_id is null or exists (select from affiliations a where a.id = c.affiliation_id
            and (a.ends_at is null or a.ends_at > app.now())))) $$;
    create function access.reads_test_circle(uuid) returns boolean language sql stable as $$ select access.test_circle_right($1, false) $$;
    create function access.writes_test_circle(uuid) returns boolean language sql stable as $$ select access.test_circle_right($1, true) $$;
    revoke all on function access.test_circle_right, access.reads_test_circle, access.writes_test_circle from public;
    grant execute on function access.test_circle_right, access.reads_test_circle, access.writes_test_circle to rinki_app;`);
};

export type Circle = {
  readonly scopeId: string;
  readonly documentId: string;
  readonly add: (person: Person, writes?: boolean) => Promise<void>;
  /** As a command of a noun does it: the right ends, and the document's access epoch rises, in one transaction. */
  readonly remove: (person: Person) => Promise<void>;
};

/** A circle with a document, begun by its first writer. */
export const openCircle = async (world: World, first: Person, ...others: Person[]): Promise<Circle> => {
  const scopeId = randomUUID();
  const add: Circle['add'] = async (person, writes = true) => {
    await world.superuser(`insert into test_circle values ($1, $2, $3, $4, null)`, [
      scopeId,
      person.id,
      person.affiliationId,
      writes,
    ]);
  };
  await add(first);
  for (const other of others) await add(other);
  const db = openDatabase(world.pools.app);
  const as = <T>(person: Person, work: Parameters<typeof asPerson<T>>[4]) =>
    asPerson(db, { personId: person.id, affiliationId: person.affiliationId }, null, 'read committed', work);
  const documentId = await as(first, (tx, at) =>
    startDocument({ tx, at }, { kind: circleKind.kind, scopeId, about: 'K-2026-1' }),
  );
  return {
    scopeId,
    documentId,
    add,
    remove: async (person) => {
      await world.superuser(
        `with gone as (delete from test_circle where scope_id = $1 and person_id = $2 returning 1)
         select access.document_access_changed('test-circle', array[$1]::uuid[]) from gone`,
        [scopeId, person.id],
      );
    },
  };
};
/** The same through the function that commands use. */
export const tellAccessChanged = (world: World, person: Person, scopeId: string): Promise<string[]> => {
  const woken: string[] = [];
  const who = { personId: person.id, affiliationId: person.affiliationId };
  return asPerson(openDatabase(world.pools.app), who, null, 'read committed', async (tx) => {
    await documentAccessChanged({ tx, alsoWake: (ids) => void woken.push(...ids) }, circleKind.kind, [
      scopeId,
    ]);
    return woken;
  });
};
