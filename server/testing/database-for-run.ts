// One throw-away PostgreSQL for a whole test run, with a migrated database in it that every test file's own database
// is copied from.
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../platform/db/embedded.ts';
import { migrate } from '../platform/db/migrate.ts';

/** How a test file reaches the server; its database is put in place of `database`. */
export type RunDatabase = {
  readonly url: string;
  readonly ownerUrl: string;
  readonly superuserUrl: string;
  readonly template: string;
};

declare module 'vitest' {
  interface ProvidedContext {
    database: RunDatabase;
  }
}

const template = 'rinki_template';

const makeTemplate = async (superuserUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(`alter database rinki rename to ${template}`);
  await client.query(`alter database ${template} is_template true`);
  await client.end();
};

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const embedded = await startEmbedded({ ephemeral: true, where: 'a test run' });
  await migrate({ url: embedded.ownerUrl, serverLogin: 'rinki_server' });
  await makeTemplate(embedded.superuserUrl);
  const { url, ownerUrl, superuserUrl } = embedded;
  project.provide('database', { url, ownerUrl, superuserUrl, template });
  return () => embedded.stop();
}
