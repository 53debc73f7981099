// `npm run migrate`: brings the database named by MIGRATION_DATABASE_URL (or DATABASE_URL) up to date, and ends.
import { readConfig } from './config.ts';
import { migrate, serverLoginIn } from './platform/db/migrate.ts';

const run = async (): Promise<void> => {
  const { databaseUrl, migrationDatabaseUrl } = readConfig(process.env);
  if (databaseUrl === undefined || migrationDatabaseUrl === undefined) {
    console.log('No DATABASE_URL: the embedded database is migrated by npm start.');
    return;
  }
  const applied = await migrate({
    url: migrationDatabaseUrl,
    serverLogin: serverLoginIn(databaseUrl, migrationDatabaseUrl),
    say: console.log,
  });
  console.log(applied.length === 0 ? 'The database is up to date.' : `${applied.length} migrations applied.`);
};

try {
  await run();
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
