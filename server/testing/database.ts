// A database of its own for each test file, real and migrated: a copy of the run's template, dropped at the end.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';

export type TestDatabase = {
  readonly name: string;
  /** The server's login: give it to `openPool`, which puts a role in force. */
  readonly url: string;
  /** The tables' owner, for a second migration or for looking behind the curtain. */
  readonly ownerUrl: string;
  readonly superuserUrl: string;
  readonly drop: () => Promise<void>;
};

const withDatabase = (url: string, name: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
};

const asSuperuser = async (url: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

/**
 * Makes a database from the template, or an empty one, and drops it, connections and all, after the file's last test.
 * Call it at the top of a test file or in `beforeAll`.
 */
export const testDatabase = async (from: 'migrated' | 'empty' = 'migrated'): Promise<TestDatabase> => {
  const run = inject('database');
  const name = `t_${randomUUID().replaceAll('-', '').slice(0, 20)}`;
  const source = from === 'migrated' ? run.template : 'template0';
  await asSuperuser(run.superuserUrl, `create database ${name} template ${source} owner rinki`);
  const drop = () => asSuperuser(run.superuserUrl, `drop database if exists ${name} with (force)`);
  afterAll(drop);
  return {
    name,
    url: withDatabase(run.url, name),
    ownerUrl: withDatabase(run.ownerUrl, name),
    superuserUrl: withDatabase(run.superuserUrl, name),
    drop,
  };
};
