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

const enter = `select now() as now, set_config('app.person', $1, true), set_config('app.affiliation', $2, true), set_config('app.now', $3, true)`;
/** From here on the transaction's moment is the one in which this runs, not the one of its beginning. */
const arrive = `select clock_timestamp() as now, set_config('app.now', clock_timestamp()::text, true)`;

type Open = { readonly connection: DatabaseConnection; readonly last: CompiledQuery[] };
const open = new WeakMap<Tx, Open>();
const openOf = (tx: Tx): Open => {
  const found = open.get(tx);
  if (!found) throw new Error("this is not a transaction in somebody's name");
  return found;
};

/** Begins a statement in this very moment, so that what is begun next runs after it and may travel with it. */
export const ask = <R>(tx: Tx, statement: CompiledQuery<R>): Promise<R[]> =>
  openOf(tx)
    .connection.executeQuery<R>(statement)
    .then(({ rows }) => rows);

/**
 * A statement whose answer nobody waits for: it goes with the commit, in one message and in the order given. Should it
 * fail, nothing is committed and the transaction's caller gets its error.
 */
export const atLast = (tx: Tx, statement: CompiledQuery | { compile(): CompiledQuery }): void => {
  openOf(tx).last.push('compile' in statement ? statement.compile() : statement);
};

/**
 * Runs `work` in one transaction in the name of `who`. `at` is the moment that the transaction itself calls now: a server's
 * own clock, a little behind, would find what was just granted not yet valid.
 * @param imposedNow the moment that `app.now()` gives in this transaction; null for the database's own time.
 * @param ahead only reads, and needs no moment: it travels with the beginning instead of waiting for it. What it begins at
 * once (see `ask`) runs before the moment of a `read committed` transaction: nothing that it sees is later than that moment,
 * and so nobody takes for "not yet" what was there already.
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
    open.set(tx, { connection, last });
    const command = (text: string, values: unknown[] = []) =>
      connection.executeQuery<Begun>(CompiledQuery.raw(text, values));
    try {
      // Begun in this order, they run in this order: no statement can come between a begin and its person and affiliation.
      const [, entered, known, arrived] = await Promise.all([
        command(`start transaction isolation level ${isolation}`),
        command(enter, [who?.personId ?? '', who?.affiliationId ?? '', imposedNow?.toISOString() ?? '']),
        ahead?.(tx) as Promise<A>,
        imposedNow === null && isolation === 'read committed' ? command(arrive) : null,
      ]);
      const at = imposedNow ?? (arrived ?? entered).rows[0]?.now;
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
