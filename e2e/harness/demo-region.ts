// Before the journeys: one PostgreSQL, the built client, and the demo region seeded once. Every journey starts from a
// copy of it, so that no journey sees what another one wrote.
import { rmSync } from 'node:fs';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { everyFailedPicture } from '../../scripts/failed-pictures.ts';
import { readConfig } from '../../server/config.ts';
import { seed } from '../../server/demo/seed.ts';
import { buildClientIfStale } from '../../server/platform/client-build.ts';
import startDatabase from '../../server/testing/database-for-run.ts';

/** The database that a journey's own one is copied from. */
export const demoTemplate = 'rinki_demo_template';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  for (const picture of everyFailedPicture()) rmSync(picture);
  const [stop] = await Promise.all([startDatabase(project), buildClientIfStale(console.log)]);
  const { url, superuserUrl, template } = project.getProvidedContext().database;
  const superuser = new pg.Client({ connectionString: superuserUrl });
  await superuser.connect();
  await superuser.query(`create database ${demoTemplate} template ${template} owner rinki`);
  const seeded = new URL(url);
  seeded.pathname = `/${demoTemplate}`;
  await seed({ url: seeded.href, config: readConfig({ LOG_LEVEL: 'silent' }) });
  await superuser.query(`alter database ${demoTemplate} is_template true`);
  await superuser.end();
  return stop;
}
