// What every journey stands on: a database with the demo region, a server of its own, and people with a browser each.
import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import pg from 'pg';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { failedPicture } from '../../scripts/failed-pictures.ts';
import type { SignInName } from '../../server/demo/region.ts';
import { signIn as door } from '../../shared/sessions.ts';
import { launchBrowser } from '../browser.ts';
import { demoTemplate } from './demo-region.ts';
import { type ServerProcess, serverProcess } from './server-process.ts';
import { createWatch, type Watch } from './watch.ts';
import { t, wordsIn } from './words.ts';

export const demoPassword = 'rinki-demo';

export type Journey = {
  readonly server: ServerProcess;
  readonly watch: Watch;
  /** Answers in rows what is really stored, behind the curtain. */
  readonly look: <T extends pg.QueryResultRow>(statement: string, values?: unknown[]) => Promise<T[]>;
  /** While `run` lasts, the server's connections are cut and no new ones are taken. */
  readonly withoutDatabase: <T>(run: () => Promise<T>) => Promise<T>;
  /** A browser context of one's own, which shares nothing with the others. */
  readonly context: (who: string, options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** A new context with this person signed in, on their Today. */
  readonly person: (who: SignInName, options?: BrowserContextOptions) => Promise<Page>;
  readonly database: { readonly url: string; readonly ownerUrl: string; readonly name: string };
};

const withDatabase = (url: string, name: string): string =>
  Object.assign(new URL(url), { pathname: `/${name}` }).href;

/** Signs in through the door with a name and a password, in whatever language the door speaks. */
export const signIn = async (page: Page, who: string, password = demoPassword): Promise<void> => {
  await page.locator('input[name="username"]').fill(who);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('form button[type="submit"]').click();
  await page.locator('main#content').waitFor();
};

/** Signs in past the door, which has journeys of its own: a page opened afterwards is signed in from its beginning. */
export const signInUnseen = async (
  context: BrowserContext,
  origin: string,
  who: string,
  password = demoPassword,
): Promise<void> => {
  const data = { name: who, password };
  const answer = await context.request.post(`${origin}${door.path}`, { headers: { origin }, data });
  if (!answer.ok()) throw new Error(`${who} cannot sign in: ${await answer.text()}`);
};

/** Signs out through the settings; `words` in the language of the page. */
export const signOut = async (page: Page, words = t): Promise<void> => {
  await page.getByRole('button', { name: words('shell.account') }).click();
  await page.getByRole('button', { name: words('shell.signOut') }).click();
  await page.locator('input[name="username"]').waitFor();
};

/**
 * Call it once at the top of a journey's file; what it answers is filled before the first test.
 * After each test it fails where a page complained.
 */
export const beginJourney = (settings: Record<string, string> = {}): Journey => {
  const given = inject('database');
  const name = `j_${randomUUID().replaceAll('-', '').slice(0, 20)}`;
  const database = {
    name,
    url: withDatabase(given.url, name),
    ownerUrl: withDatabase(given.ownerUrl, name),
  };
  const watch = createWatch();
  const contexts: BrowserContext[] = [];
  let browser: Browser | undefined;
  let server: ServerProcess | undefined;
  const asSuperuser = async <T extends pg.QueryResultRow>(
    url: string,
    statement: string,
    values: unknown[] = [],
  ): Promise<T[]> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<T>(statement, values)).rows;
    } finally {
      await client.end();
    }
  };
  const begun = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error('The journey has not begun yet');
    return part;
  };

  beforeAll(async () => {
    mkdirSync('artefacts', { recursive: true });
    await asSuperuser(given.superuserUrl, `create database ${name} template ${demoTemplate} owner rinki`);
    [server, browser] = await Promise.all([serverProcess(database, settings), launchBrowser()]);
  });
  afterEach(async ({ task }) => {
    const open = contexts.splice(0);
    if (task.result?.state === 'fail') {
      const pages = open.flatMap((one) => one.pages());
      for (const [index, page] of pages.entries()) {
        const path = failedPicture(task.file.name, task.name, index + 1);
        await page.screenshot({ path }).catch(() => undefined);
      }
    }
    for (const one of open) await one.close();
    expect(watch.complaints(), 'what the pages complained about').toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.end();
    await asSuperuser(given.superuserUrl, `drop database if exists ${name} with (force)`);
  });

  const context: Journey['context'] = async (who, options = {}) => {
    const made = await begun(browser).newContext({
      baseURL: begun(server).origin,
      locale: 'fi-FI',
      timezoneId: 'Europe/Helsinki',
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      ...options,
    });
    made.setDefaultTimeout(20_000);
    watch.follow(made, who);
    contexts.push(made);
    return made;
  };
  return {
    get server() {
      return begun(server);
    },
    watch,
    database,
    look: (statement, values) => asSuperuser(withDatabase(given.superuserUrl, name), statement, values),
    withoutDatabase: async (run) => {
      const superuser = (statement: string) => asSuperuser(given.superuserUrl, statement);
      await superuser(`alter database ${name} allow_connections false`);
      await superuser(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
      try {
        return await run();
      } finally {
        await superuser(`alter database ${name} allow_connections true`);
      }
    },
    context,
    person: async (who, options) => {
      const own = await context(who, options);
      await signInUnseen(own, begun(server).origin, who);
      const page = await own.newPage();
      await page.goto('/');
      await page.locator('main#content').waitFor();
      return page;
    },
  };
};

export { t, wordsIn };
