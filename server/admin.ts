// `npm run admin`: creates the first administrator of an empty installation, or gives one a new password (--reset NAME).
// Asks on the terminal for what no flag says. A password is never a flag: it would stand in the list of processes.
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { AgencyKind, agencyKinds, Language } from '../shared/vocabulary.ts';
import { type Config, readConfig } from './config.ts';
import {
  AdminError,
  administratorNames,
  createFirstAdministrator,
  resetAdministrator,
} from './people/first-administrator.ts';
import { AlreadyRunningError, addressesOfRunning, startEmbedded } from './platform/db/embedded.ts';
import { migrate, serverLoginIn } from './platform/db/migrate.ts';
import { openDatabase, openPool } from './platform/db/pool.ts';
import { asPerson, type Tx } from './platform/db/transaction.ts';
import { Refusal } from './platform/http/refusal.ts';
import { oneTimePassword, requireStrong } from './sessions/index.ts';

const usage = `npm run admin -- [--reset NAME]
  --sign-in-name NAME   --name "Full Name"   --language fi|sv|en   --email ADDRESS
  --agency "Nimi"   --agency-sv "Namn"   --kind ${agencyKinds.join('|')}   --municipality NAME   --region NAME
The password is asked for (nothing typed: one is made and shown once), or read from RINKI_ADMIN_PASSWORD.`;

const options = {
  reset: { type: 'string' },
  'sign-in-name': { type: 'string' },
  name: { type: 'string' },
  language: { type: 'string' },
  email: { type: 'string' },
  agency: { type: 'string' },
  'agency-sv': { type: 'string' },
  kind: { type: 'string' },
  municipality: { type: 'string' },
  region: { type: 'string' },
  help: { type: 'boolean' },
} as const;
type Flags = Partial<Record<Exclude<keyof typeof options, 'help'>, string>>;

const question = async (text: string, hidden = false): Promise<string> => {
  if (!process.stdin.isTTY) throw new AdminError(`There is no terminal to ask for: ${text}\n\n${usage}`);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({
    input: process.stdin,
    output: hidden ? silent : process.stdout,
    terminal: true,
  });
  if (hidden) process.stdout.write(`${text}: `);
  const answer = await terminal.question(hidden ? '' : `${text}: `);
  terminal.close();
  if (hidden) process.stdout.write('\n');
  return answer.trim();
};

const ask = async (flag: string | undefined, text: string, fallback?: string): Promise<string> => {
  if (flag !== undefined) return flag.trim();
  if (fallback !== undefined && !process.stdin.isTTY) return fallback;
  const answer = await question(fallback === undefined ? text : `${text} [${fallback}]`);
  const given = answer === '' ? (fallback ?? '') : answer;
  if (given === '') throw new AdminError(`${text} is needed.`);
  return given;
};

const choosePassword = async (signInName: string): Promise<{ password: string; made: boolean }> => {
  const fromEnvironment = process.env.RINKI_ADMIN_PASSWORD;
  const typed =
    fromEnvironment ??
    (process.stdin.isTTY
      ? await question('Password, at least 15 characters (empty: one is made)', true)
      : '');
  if (typed === '') return { password: oneTimePassword(), made: true };
  try {
    requireStrong(typed, signInName);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new AdminError(
      'The password needs at least 15 characters, five different ones, and not the sign-in name in it.',
    );
  }
  return { password: typed, made: false };
};

const chosen = <T>(schema: z.ZodType<T>, text: string, what: string): T => {
  const result = schema.safeParse(text);
  if (!result.success) throw new AdminError(`${text} is no ${what}.`);
  return result.data;
};

/** The database of the settings; the embedded one is started, or reached where `npm start` is running it. */
const openDatabaseOf = async (
  config: Config,
): Promise<{ url: string; migrationUrl: string; stop: () => Promise<void> }> => {
  const nothing = async () => undefined;
  if (config.databaseUrl !== undefined) {
    return {
      url: config.databaseUrl,
      migrationUrl: config.migrationDatabaseUrl ?? config.databaseUrl,
      stop: nothing,
    };
  }
  try {
    const embedded = await startEmbedded({ dataDir: config.dataDir, where: 'npm run admin' });
    return { url: embedded.url, migrationUrl: embedded.ownerUrl, stop: embedded.stop };
  } catch (error) {
    if (!(error instanceof AlreadyRunningError)) throw error;
    const { url, ownerUrl } = addressesOfRunning(config.dataDir);
    return { url, migrationUrl: ownerUrl, stop: nothing };
  }
};

const tell = (signInName: string, { password, made }: { password: string; made: boolean }): void => {
  console.log(`Sign-in name: ${signInName}`);
  if (made) console.log(`One-time password, shown now and never again: ${password}`);
};

type Run = <T>(work: (tx: Tx, at: Date) => Promise<T>) => Promise<T>;

const create = async (run: Run, flags: Flags): Promise<void> => {
  const existing = await run((tx, at) => administratorNames(tx, at));
  if (existing.length > 0) {
    throw new AdminError(
      `This installation has an administrator already: ${existing.join(', ')}. For a new password: npm run admin -- --reset ${existing[0]}`,
    );
  }
  const name = await ask(flags.name, 'Full name of the administrator');
  const signInName = chosen(
    z.string().regex(/^[a-z0-9][a-z0-9._@-]{1,99}$/),
    (await ask(flags['sign-in-name'], 'Sign-in name')).toLowerCase(),
    'sign-in name',
  );
  const nameFi = await ask(flags.agency, 'Agency (in Finnish)');
  const agency = {
    nameFi,
    nameSv: await ask(flags['agency-sv'], 'Agency (in Swedish)', nameFi),
    kind: chosen(
      AgencyKind,
      await ask(flags.kind, `Kind of agency (${agencyKinds.join(', ')})`, 'child-protection'),
      'kind of agency',
    ),
    municipality: await ask(flags.municipality, 'Municipality'),
    region: await ask(flags.region, 'Region (wellbeing services county)'),
  };
  const language = chosen(Language, await ask(flags.language, 'Language (fi, sv, en)', 'fi'), 'language');
  const email = flags.email === undefined ? null : chosen(z.email(), flags.email, 'mail address');
  const chosenPassword = await choosePassword(signInName);
  const { password, made } = chosenPassword;
  await run((tx, at) =>
    createFirstAdministrator(tx, at, {
      agency,
      signInName,
      name,
      language,
      email,
      password,
      mustChange: made,
    }),
  );
  console.log('The administrator was created.');
  tell(signInName, chosenPassword);
};

const reset = async (run: Run, name: string): Promise<void> => {
  const chosenPassword = await choosePassword(name);
  await run((tx, at) => resetAdministrator(tx, at, name, chosenPassword.password, chosenPassword.made));
  console.log('The password was changed, and every session ended.');
  tell(name.toLowerCase(), chosenPassword);
};

const main = async (): Promise<void> => {
  const { values } = parseArgs({ options, strict: true });
  if (values.help) return console.log(usage);
  const database = await openDatabaseOf(readConfig(process.env));
  try {
    await migrate({
      url: database.migrationUrl,
      serverLogin: serverLoginIn(database.url, database.migrationUrl),
    });
    const pool = openPool({ url: database.url, role: 'rinki_app', max: 2 });
    const run: Run = (work) => asPerson(openDatabase(pool), null, null, 'read committed', work);
    try {
      await (values.reset === undefined ? create(run, values) : reset(run, values.reset));
    } finally {
      await pool.end();
    }
  } finally {
    await database.stop();
  }
};

try {
  await main();
} catch (error) {
  const expected =
    error instanceof AdminError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  console.error(expected || error instanceof Error ? (error as Error).message : error);
  process.exitCode = 1;
}
