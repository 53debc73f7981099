// A transaction in somebody's name: row-level security reads from it the person, and the affiliation in which they act.
// Unset, it sees no row.
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  DummyDriver,
  type IsolationLevel,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  Transaction,
} from 'kysely';
import pg from 'pg';
import type { DB } from './tables.ts';

export type Tx = Transaction<DB>;

const dialect: Dialect = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
};

/**
 * A transaction on this connection whose statements do not wait for each other unless their caller does: those that
 * are begun together travel together. PostgreSQL runs them in the order in which they were begun.
 */
const openOn = (db: Kysely<DB>, connection: DatabaseConnection): Tx =>
  new Transaction<DB>({
    config: { dialect },
    dialect,
    driver: new DummyDriver(),
    executor: db
      .getExecutor()
      .withConnectionProvider({ provideConnection: (consumer) => consumer(connection) }),
  });

/** In whose name: a person in one of their affiliations, or in none. Rights come from affiliations, never from the person. */
export type Acting = { readonly personId: string; readonly affiliationId: string | null };

type Begun = { now: Date };

const quoted = (text: string | null): string => pg.escapeLiteral(text ?? '');

const closing = new WeakMap<Tx, CompiledQuery[]>();

/**
 * A statement whose answer nobody waits for: it goes with the commit, in one message and in the order given. Should it
 * fail, nothing is committed and the transaction's caller gets its error.
 */
export const atLast = (tx: Tx, statement: { compile(): CompiledQuery }): void => {
  const statements = closing.get(tx);
  if (!statements) throw new Error("this is not a transaction in somebody's name");
  statements.push(statement.compile());
};

/**
 * Runs `work` in one transaction in the name of `who`. `at` is the moment that the transaction itself calls now: a server's
 * own clock, a little behind, would find what was just granted not yet valid.
 * @param imposedNow the moment that `app.now()` gives in this transaction; null for the database's own time.
 * @param ahead only reads, and needs no moment: it travels with the beginning instead of waiting for it
 */
export const asPerson = <T, A = undefined>(
  db: Kysely<DB>,
  who: Acting | null,
  imposedNow: Date | null,
  isolation: IsolationLevel,
  work: (tx: Tx, at: Date, ahead: A) => Promise<T>,
  ahead?: (tx: Tx) => Promise<A>,
): Promise<T> =>
  db.getExecutor().provideConnection(async (connection) => {
    const tx = openOn(db, connection);
    const last: CompiledQuery[] = [];
    closing.set(tx, last);
    const command = (text: string) => connection.executeQuery<Begun>(CompiledQuery.raw(text));
    try {
      // One message, whose parts cannot be separated: no statement can come between a begin and its person and affiliation.
      const [{ rows }, known] = await Promise.all([
        command(
          `start transaction isolation level ${isolation}; select now(), set_config('app.person', ${quoted(who?.personId ?? null)}, true), set_config('app.affiliation', ${quoted(who?.affiliationId ?? null)}, true), set_config('app.now', ${quoted(imposedNow?.toISOString() ?? null)}, true)`,
        ),
        ahead?.(tx) as Promise<A>,
      ]);
      const at = imposedNow ?? rows[0]?.now;
      if (!at) throw new Error('the database does not tell the time');
      const result = await work(tx, at, known);
      await Promise.all([...last.map((query) => connection.executeQuery(query)), command('commit')]);
      return result;
    } catch (error) {
      // On a connection that is gone there is nothing left to roll back; the first error is the one to tell.
      await command('rollback').catch(() => undefined);
      throw error;
    }
  });
