// Forward-only migrations: plain SQL files, each applied once, in the order of their names, in its own transaction.
// There is no way back; a mistake is mended by the next file. migrations/CONVENTIONS.md says how to write one.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { serverRoles } from './roles.ts';

export class MigrationError extends Error {
  override name = 'MigrationError';
}

export type MigrateOptions = {
  /** The login that owns the tables. */
  readonly url: string;
  readonly folder?: string;
  /** The login that serves requests: it gets the server's roles, and nothing else. */
  readonly serverLogin?: string | undefined;
  readonly say?: (message: string) => void;
};

type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

const shape = /^\d{4}-\d{2}-\d{2}-\d{2}-[a-z0-9]+(-[a-z0-9]+)*\.sql$/;
/** Any number will do, as long as nothing else in this database takes the same advisory lock. */
const lockNumber = 4_210_077;

export const migrationsFolder = fileURLToPath(new URL('../../../migrations', import.meta.url));

const readMigrations = (folder: string): Migration[] => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name) => {
    if (!shape.test(name))
      throw new MigrationError(`${name}: a migration is named YYYY-MM-DD-NN-what-it-does.sql`);
    const sql = readFileSync(join(folder, name), 'utf8');
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
};

const readApplied = async (client: pg.Client): Promise<Map<string, string>> => {
  const known = await client.query<{ found: boolean }>(
    `select to_regclass('public.schema_migration') is not null as found`,
  );
  if (!known.rows[0]?.found) return new Map();
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from public.schema_migration',
  );
  return new Map(rows.map((row) => [row.name, row.checksum]));
};

/** The migrations still to apply, after checking that what was applied is what is here, and that they come after it. */
const pendingAfter = (applied: Map<string, string>, migrations: Migration[]): Migration[] => {
  const here = new Map(migrations.map((migration) => [migration.name, migration.checksum]));
  for (const [name, checksum] of applied) {
    const found = here.get(name);
    if (found === undefined)
      throw new MigrationError(`${name} was applied to this database but is not in this version.`);
    if (found !== checksum)
      throw new MigrationError(`${name} was changed after it was applied. Write a new migration.`);
  }
  const last = [...applied.keys()].sort().at(-1) ?? '';
  const pending = migrations.filter((migration) => !applied.has(migration.name));
  const late = pending.find((migration) => migration.name < last);
  if (late)
    throw new MigrationError(
      `${late.name} comes before ${last}, which is already applied. Give it a later name.`,
    );
  return pending;
};

const withPlace = (migration: Migration, error: unknown): MigrationError => {
  const { message, position } = error as pg.DatabaseError;
  const line = position ? `:${migration.sql.slice(0, Number(position) - 1).split('\n').length}` : '';
  return new MigrationError(`${migration.name}${line}: ${message}`, { cause: error });
};

const apply = async (client: pg.Client, migration: Migration): Promise<void> => {
  await client.query('begin');
  try {
    await client.query(migration.sql);
    if (client.getTransactionStatus() !== 'T')
      throw new Error('a migration must not end its own transaction');
    await client.query('insert into public.schema_migration (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw withPlace(migration, error);
  }
};

const prepare = async (client: pg.Client): Promise<void> => {
  await client.query(`create table if not exists public.schema_migration (
    name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
  await client.query('grant select on public.schema_migration to public');
};

const lendRoles = async (client: pg.Client, login: string): Promise<void> => {
  const { rows } = await client.query<{ rolname: string }>(
    'select rolname from pg_roles where rolname = any($1)',
    [[...serverRoles]],
  );
  for (const { rolname } of rows) {
    // Without inheriting: the login alone sees nothing, only a connection that took one of the roles does.
    await client.query(
      `grant ${client.escapeIdentifier(rolname)} to ${client.escapeIdentifier(login)} with inherit false, set true`,
    );
  }
};

/**
 * Brings the database up to date and answers with the names it applied. Safe to run from several processes at once.
 * With nothing to apply it only reads, so the server's own login may call it too.
 * @throws MigrationError naming the file, and the line where PostgreSQL gives one.
 */
export const migrate = async (options: MigrateOptions): Promise<string[]> => {
  const migrations = readMigrations(options.folder ?? migrationsFolder);
  const client = new pg.Client({ connectionString: options.url, application_name: 'rinki_migrate' });
  await client.connect();
  try {
    if (pendingAfter(await readApplied(client), migrations).length === 0) return [];
    await client.query('select pg_advisory_lock($1)', [lockNumber]);
    await prepare(client);
    const pending = pendingAfter(await readApplied(client), migrations);
    for (const migration of pending) {
      await apply(client, migration);
      options.say?.(`Applied ${migration.name}`);
    }
    if (options.serverLogin !== undefined) await lendRoles(client, options.serverLogin);
    return pending.map((migration) => migration.name);
  } finally {
    await client.end();
  }
};

/** The login in a database address; undefined where it is the same one that migrates. */
export const serverLoginIn = (url: string, migrationUrl: string): string | undefined => {
  const login = (text: string) => decodeURIComponent(new URL(text).username);
  return login(url) === '' || login(url) === login(migrationUrl) ? undefined : login(url);
};
