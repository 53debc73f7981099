// One throw-away PostgreSQL with a migrated database in it that others are copied from. Knows nothing of tests.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { startEmbedded } from '../platform/db/embedded.ts';
import { migrate } from '../platform/db/migrate.ts';

/** How it is reached; a copy's name is put in place of the database. */
export type RunDatabase = {
  readonly url: string;
  readonly ownerUrl: string;
  readonly superuserUrl: string;
  readonly template: string;
};
export type CopiedDatabase = {
  readonly name: string;
  /** The server's login: give it to `openPool`, which puts a role in force. */
  readonly url: string;
  /** The tables' owner, for a second migration or for looking behind the curtain. */
  readonly ownerUrl: string;
  readonly superuserUrl: string;
  readonly drop: () => Promise<void>;
};

const asSuperuser = async (url: string, ...statements: string[]): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
};

export const startRunDatabase = async (
  where: string,
): Promise<{ readonly run: RunDatabase; readonly stop: () => Promise<void> }> => {
  const embedded = await startEmbedded({ ephemeral: true, where });
  await migrate({ url: embedded.ownerUrl, serverLogin: 'rinki_server' });
  const template = 'rinki_template';
  const { url, ownerUrl, superuserUrl } = embedded;
  await asSuperuser(
    superuserUrl,
    `alter database rinki rename to ${template}`,
    `alter database ${template} is_template true`,
  );
  return { run: { url, ownerUrl, superuserUrl, template }, stop: () => embedded.stop() };
};

const withDatabase = (url: string, name: string): string =>
  Object.assign(new URL(url), { pathname: `/${name}` }).href;

/** @param source the database to copy; nobody may be connected to it */
export const copyDatabase = async (run: RunDatabase, source = run.template): Promise<CopiedDatabase> => {
  const name = `t_${randomUUID().replaceAll('-', '').slice(0, 20)}`;
  await asSuperuser(run.superuserUrl, `create database ${name} template ${source} owner rinki`);
  return {
    name,
    url: withDatabase(run.url, name),
    ownerUrl: withDatabase(run.ownerUrl, name),
    superuserUrl: withDatabase(run.superuserUrl, name),
    drop: () => asSuperuser(run.superuserUrl, `drop database if exists ${name} with (force)`),
  };
};
