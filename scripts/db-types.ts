// Writes server/platform/db/tables.ts from a freshly migrated database, so that queries are checked against the tables
// as they are. With --check it writes nothing and fails where the file differs from the database.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startEmbedded } from '../server/platform/db/embedded.ts';
import { migrate } from '../server/platform/db/migrate.ts';

const target = 'server/platform/db/tables.ts';
const header = '// Generated from the migrated database by `npm run db:types`. Do not edit.\n\n';

const generate = async (): Promise<string> => {
  const database = await startEmbedded({ ephemeral: true, where: 'npm run db:types' });
  const folder = await mkdtemp(join(tmpdir(), 'rinki-types-'));
  try {
    await migrate({ url: database.ownerUrl });
    const file = join(folder, 'tables.ts');
    const options = [
      ['--dialect', 'postgres'],
      ['--url', 'env(RINKI_TYPES_URL)'],
      ['--out-file', file],
      ['--exclude-pattern', '*schema_migration'],
      ['--date-parser', 'string'],
      ['--type-mapping', '{"int8":"number","bigint":"number"}'],
      ['--log-level', 'error'],
    ];
    await promisify(execFile)('kysely-codegen', options.flat(), {
      env: { ...process.env, RINKI_TYPES_URL: database.ownerUrl },
    });
    const text = await readFile(file, 'utf8');
    return header + text.slice(text.indexOf('*/') + 2).trimStart();
  } finally {
    await database.stop();
    await rm(folder, { recursive: true });
  }
};

const generated = await generate();
if (process.argv.includes('--check')) {
  const written = await readFile(target, 'utf8').catch(() => '');
  if (written !== generated) {
    console.error(`${target} differs from the migrated database. Run: npm run db:types`);
    process.exitCode = 1;
  } else {
    console.log(`${target} says what the database has.`);
  }
} else {
  await writeFile(target, generated);
  console.log(`${target} written.`);
}
