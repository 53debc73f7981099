// A server with the built client and a world that a journey fills through the routes: who is in which team, whose cases are on the
// agenda, who visits. People come in with a browser each.
import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { failedPicture } from '../../scripts/failed-pictures.ts';
import { freePort } from '../../server/testing/free-port.ts';
import { type Person, testPassword, testWorld } from '../../server/testing/world.ts';
import { launchBrowser } from '../browser.ts';
import { signInUnseen } from './journey.ts';
import { createWatch } from './watch.ts';

/** Call it once at the top of a journey's file. */
export const openMeetingHouse = async () => {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const clientFolder = new URL('../../dist/client', import.meta.url).pathname;
  const world = await testWorld({ clientFolder, env: { PUBLIC_ORIGIN: origin } });
  await world.app.listen({ port, host: '127.0.0.1' });
  const watch = createWatch();
  const contexts: BrowserContext[] = [];
  let browser: Browser | undefined;

  beforeAll(async () => {
    mkdirSync('artefacts', { recursive: true });
    browser = await launchBrowser();
  });
  afterEach(async ({ task }) => {
    const open = contexts.splice(0);
    if (task.result?.state === 'fail')
      for (const [index, page] of open.flatMap((one) => one.pages()).entries())
        await page
          .screenshot({ path: failedPicture(task.file.name, task.name, index + 1) })
          .catch(() => undefined);
    for (const context of open) await context.close();
    expect(watch.complaints(), 'what the pages complained about').toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
  });

  const openContext = async (name: string): Promise<BrowserContext> => {
    if (!browser) throw new Error('The journey has not begun yet');
    const context = await browser.newContext({
      baseURL: origin,
      locale: 'fi-FI',
      timezoneId: 'Europe/Helsinki',
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(20_000);
    watch.follow(context, name);
    contexts.push(context);
    return context;
  };

  /** A browser at which nobody is signed in. */
  const openBrowser = async (name: string): Promise<Page> => (await openContext(name)).newPage();

  /** A browser of one's own, signed in, at an address. */
  const enter = async (who: Person, address: string): Promise<Page> => {
    const context = await openContext(who.signInName);
    await signInUnseen(context, origin, who.signInName, testPassword);
    const page = await context.newPage();
    await page.goto(address);
    return page;
  };
  return { world, origin, watch, openBrowser, enter };
};
