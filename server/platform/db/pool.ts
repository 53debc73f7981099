// Connections to PostgreSQL, each working in one of the server's roles from its first statement on.
import { Kysely, PostgresDialect, type PostgresPoolClient, type PostgresQueryResult } from 'kysely';
import pg from 'pg';
import { type Answer, createBursts } from './burst.ts';
import type { ServerRole } from './roles.ts';
import type { DB } from './tables.ts';
import { wireValue } from './wire-value.ts';

export type PoolOptions = {
  readonly url: string;
  /** The role in force on every connection, set by the startup packet: no statement runs before it. */
  readonly role: ServerRole;
  readonly max: number;
  /**
   * Lets several statements of one connection travel without waiting for each other's answers. Statements of one
   * transaction that are not awaited one by one then cost one round trip together. On unless said otherwise.
   */
  readonly pipeline?: boolean;
  /** Told when an idle connection breaks; the pool replaces it by itself. */
  readonly onError?: (error: Error) => void;
};

const toNumber = (text: string): number => {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} does not fit a number without loss`);
  return number;
};

const textArrayType: number = 1009;
const textArray = pg.types.getTypeParser(textArrayType, 'text') as (text: string) => (string | null)[];

/**
 * By type number. A date stays the text it is: as a moment it would move with the time zone. A bigint is a number, which
 * holds every sequence we will ever count; one that would lose digits throws instead.
 */
const parsers: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [1082, (text) => text],
  [1182, textArray],
  [20, toNumber],
  [1016, (text) => textArray(text).map((part) => (part === null ? null : toNumber(part)))],
]);

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    (format !== 'binary' ? parsers.get(oid) : undefined) ?? pg.types.getTypeParser(oid, format),
};

/** Opens a pool. It connects when first used; `end()` waits for what is under way. */
export const openPool = (options: PoolOptions): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: options.url,
    options: `-c role=${options.role} -c plan_cache_mode=force_generic_plan`,
    application_name: options.role,
    max: options.max,
    pipeline: options.pipeline ?? true,
    types,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
  });
  pool.on('error', options.onError ?? (() => undefined));
  // The pool listens only to idle connections: one that breaks between two statements of a transaction would end the
  // whole process. Its next statement fails by itself, and the pool drops it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
};

/** More texts than the server has statements; one that a list of varying length makes comes too late and stays unnamed. */
const mostPrepared = 1_000;
const names = new Map<string, string>();

const nameOf = (text: string): string | undefined => {
  const known = names.get(text);
  if (known !== undefined || names.size >= mostPrepared) return known;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
};

/** A migration changed what a prepared statement answers: this connection knows it no more. */
const isOutdated = (error: unknown): boolean => (error as { code?: unknown }).code === '0A000';

/**
 * Prepares every statement once for each connection: planning a query under row-level security costs more than running
 * it. What is begun in one turn leaves together.
 */
const prepareOnce = (client: pg.PoolClient): PostgresPoolClient => {
  let outdated = false;
  const begin = createBursts(client, types);
  const run = (text: string, values: readonly unknown[]): Promise<Answer> => {
    const wire = values.map(wireValue);
    return new Promise((resolve, reject) =>
      begin({ name: nameOf(text), text, values: wire, resolve, reject }),
    );
  };
  const query = async (text: string, values: readonly unknown[]): Promise<PostgresQueryResult<unknown>> => {
    try {
      return (await run(text, values)) as never;
    } catch (error) {
      if (isOutdated(error)) outdated = true;
      throw error;
    }
  };
  return { query: query as PostgresPoolClient['query'], release: () => client.release(outdated) };
};

/** What each connection knows is its own, whoever asks through it. */
const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();

/** Typed queries over a pool. Destroying it ends the pool. */
export const openDatabase = (pool: pg.Pool): Kysely<DB> => {
  const connect = async (): Promise<PostgresPoolClient> => {
    const client = await pool.connect();
    const known = clients.get(client) ?? prepareOnce(client);
    clients.set(client, known);
    return known;
  };
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: { connect, end: () => pool.end() } }) });
};
