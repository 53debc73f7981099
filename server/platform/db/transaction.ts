// A transaction in somebody's name: row-level security reads the person from it. Unset, it sees no row.
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
  sql,
  Transaction,
} from 'kysely';
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

type Begun = { now: Date };

/**
 * Runs `work` in one transaction as `personId`. `at` is the moment that the transaction itself calls now: a server's
 * own clock, a little behind, would find what was just granted not yet valid.
 * @param imposedNow the moment that `app.now()` gives in this transaction; null for the database's own time.
 */
export const asPerson = <T>(
  db: Kysely<DB>,
  personId: string | null,
  imposedNow: Date | null,
  isolation: IsolationLevel,
  work: (tx: Tx, at: Date) => Promise<T>,
): Promise<T> =>
  db.getExecutor().provideConnection(async (connection) => {
    const tx = openOn(db, connection);
    const command = (text: string) => connection.executeQuery(CompiledQuery.raw(text));
    try {
      const [, { rows }] = await Promise.all([
        command(`start transaction isolation level ${isolation}`),
        sql<Begun>`select now(), set_config('app.person', ${personId ?? ''}, true),
          set_config('app.now', ${imposedNow?.toISOString() ?? ''}, true)`.execute(tx),
      ]);
      const at = imposedNow ?? rows[0]?.now;
      if (!at) throw new Error('the database does not tell the time');
      const result = await work(tx, at);
      await command('commit');
      return result;
    } catch (error) {
      // On a connection that is gone there is nothing left to roll back; the first error is the one to tell.
      await command('rollback').catch(() => undefined);
      throw error;
    }
  });
