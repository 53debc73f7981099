// Journeys 9 and 10: axe over every view with the rules of WCAG 2.2 AA, and nothing that runs out of the page at the side, from
// a wide screen to a phone; with dialogs open, with live states, and with the network away. Which look: `harness/looks.ts`.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { tooWide, violationsOn } from './harness/accessibility.ts';
import { cover } from './harness/case-steps.ts';
import { beginJourney, t, wordsIn } from './harness/journey.ts';
import { isDue, looks } from './harness/looks.ts';
import { takePicture } from './harness/pictures.ts';
import type { View } from './harness/view.ts';
import { casesOf, openView, views, viewsByPerson } from './harness/views.ts';
import { connectionLost } from './harness/watch.ts';

const journey = beginJourney();

const speak = (who: string, language: string) =>
  journey.look('update people set language = $1 where sign_in_name = $2', [language, who]);

const lookOver = async (page: Page, name: string, found: string[]): Promise<void> => {
  for (const line of await violationsOn(page)) found.push(`${name}: ${line}`);
};

test('the door has no violations in any language or theme', async () => {
  const page = await (await journey.context('anybody')).newPage();
  await page.goto('/');
  const found: string[] = [];
  for (const name of ['Suomi', 'Svenska', 'English']) {
    await page.getByRole('button', { name }).click();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await lookOver(page, `door ${name} ${colorScheme}`, found);
    }
  }
  expect(found).toEqual([]);
});

/** As wide as the screen is, and 320 px, which is a screen of 1280 px at 400 %. */
const lookAtWidths = async (page: Page, view: View, look: (typeof looks)[number], found: string[]) => {
  const name = `${view.name} ${look.language} ${look.theme}`;
  await lookOver(page, name, found);
  if (view.pictured)
    for (const width of [1440, 820, 390]) {
      await takePicture(page, view.name, { ...look, width });
      for (const line of await tooWide(page)) found.push(`${name}: ${line}`);
    }
  await page.setViewportSize({ width: 320, height: 640 });
  for (const line of await tooWide(page)) found.push(`${name}: ${line}`);
  await page.setViewportSize({ width: 1440, height: 900 });
};

for (const [who, own] of viewsByPerson(views)) {
  test(`no view of ${who} has a violation, nor runs out of the page`, async () => {
    const found: string[] = [];
    const cases = await casesOf(journey);
    await speak(who, 'fi');
    const page = await journey.person(who);
    for (const [turn, look] of looks.entries()) {
      const due = own.filter((view) => isDue(views.indexOf(view), turn));
      if (due.length === 0) continue;
      await speak(who, look.language);
      await page.emulateMedia({ colorScheme: look.theme });
      for (const view of due) {
        await openView(page, view, cases, wordsIn(look.language));
        await lookAtWidths(page, view, look, found);
      }
    }
    expect(found).toEqual([]);
  }, 900_000);
}

test('the covered screen, and a page whose server is away, have no violations', async () => {
  const found: string[] = [];
  // Their views were looked at before, in other languages.
  await speak('coordinator', 'fi');
  const page = await journey.person('coordinator');
  await cover(page);
  await lookOver(page, 'covered', found);
  await page.keyboard.press('Enter');
  await journey.watch.expecting(connectionLost, async () => {
    await journey.server.end('SIGKILL');
    await page.getByText(t('shell.reconnecting')).waitFor({ timeout: 30_000 });
    await lookOver(page, 'reconnecting', found);
    await page.emulateMedia({ colorScheme: 'dark' });
    await lookOver(page, 'reconnecting dark', found);
    await journey.server.start();
    await page.getByText(t('shell.reconnecting')).waitFor({ state: 'detached', timeout: 30_000 });
  });
  expect(found).toEqual([]);
});
