// Starts the real browser that the journeys drive. One browser serves a test file; each person in it gets a context
// of their own, which shares nothing with the others.
import { type Browser, chromium } from 'playwright-core';
import { browserPath } from '../scripts/find-browser.ts';

/** Chromium shall speak to the server under test and to nobody else. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Launches Chromium, headless unless HEADED is set. Close it at the end of the test file. */
export const launchBrowser = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: await browserPath(),
    headless: !process.env.HEADED,
    // Chromium's sandbox refuses root; everybody else keeps it.
    args: process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet,
  });
