// The browser itself: that the machine has one that renders a page. The journeys build on this.

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('a real browser renders a page', async () => {
  const page = await browser.newPage();
  await page.setContent('<main><h1>Rinki</h1></main>');
  expect(await page.getByRole('heading').textContent()).toBe('Rinki');
});
