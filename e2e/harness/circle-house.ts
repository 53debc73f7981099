// A server with the gallery's build of the client, and a text that several people may write, for parts that no room of the
// house uses yet. The kind of the document is the tests' own.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { circleKind, makeCircles } from '../../server/testing/circle.ts';
import { freePort } from '../../server/testing/free-port.ts';
import { testPassword, testWorld } from '../../server/testing/world.ts';
import { launchBrowser } from '../browser.ts';
import { signInUnseen } from './journey.ts';
import { createWatch } from './watch.ts';

/** Call it once at the top of a journey's file. */
export const openCircleHouse = async () => {
  const clientFolder = mkdtempSync(join(tmpdir(), 'rinki-gallery-'));
  const vite = new URL('../../node_modules/vite/bin/vite.js', import.meta.url).pathname;
  const args = [vite, 'build', '--mode', 'gallery', '--outDir', clientFolder, '--logLevel', 'warn'];
  await promisify(execFile)(process.execPath, args, {
    cwd: new URL('../..', import.meta.url).pathname,
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const world = await testWorld({
    documentKinds: [circleKind],
    clientFolder,
    env: { PUBLIC_ORIGIN: origin },
  });
  await world.app.listen({ port, host: '127.0.0.1' });
  await makeCircles(world);
  const watch = createWatch();
  const contexts: BrowserContext[] = [];
  let browser: Browser | undefined;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    expect(watch.complaints(), 'what the pages complained about').toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(clientFolder, { recursive: true, force: true });
  });

  /** A browser of one's own, signed in, on the document. */
  const writer = async (
    signInName: string,
    documentId: string,
    options: {
      readonly width?: number;
      readonly colorScheme?: 'light' | 'dark';
      readonly language?: string;
    } = {},
  ): Promise<Page> => {
    if (!browser) throw new Error('The journey has not begun yet');
    const context = await browser.newContext({
      baseURL: origin,
      locale: options.language ?? 'fi-FI',
      timezoneId: 'Europe/Helsinki',
      viewport: { width: options.width ?? 1440, height: 900 },
      colorScheme: options.colorScheme ?? 'light',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(20_000);
    watch.follow(context, signInName);
    contexts.push(context);
    await signInUnseen(context, origin, signInName, testPassword);
    const page = await context.newPage();
    await page.goto(`/gallery/document/${documentId}`);
    await page.getByRole('textbox', { name: 'Yhteinen vastaus' }).waitFor();
    return page;
  };
  return { world, watch, writer };
};
