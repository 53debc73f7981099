// Journey 9: axe over every view with the rules of WCAG 2.2 AA, in Finnish and light, and once more in another
// language and theme, in turns; with dialogs open, with live states, and with the network away.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violationsOn } from './harness/accessibility.ts';
import { cover } from './harness/case-steps.ts';
import { beginJourney, t, wordsIn } from './harness/journey.ts';
import { casesOf, openView, views, viewsByPerson } from './harness/views.ts';
import { connectionLost } from './harness/watch.ts';

const journey = beginJourney();

/** The looks that the second pass goes through in turns. */
const others = [
  { language: 'sv', theme: 'dark' },
  { language: 'en', theme: 'light' },
  { language: 'fi', theme: 'dark' },
  { language: 'en', theme: 'dark' },
  { language: 'sv', theme: 'light' },
] as const;

const speak = (who: string, language: string) =>
  journey.look('update people set language = $1 where sign_in_name = $2', [language, who]);

const look = async (page: Page, name: string, found: string[]): Promise<void> => {
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
      await look(page, `door ${name} ${colorScheme}`, found);
    }
  }
  expect(found).toEqual([]);
});

for (const [who, own] of viewsByPerson(views)) {
  test(`no view of ${who} has a violation`, async () => {
    const found: string[] = [];
    const cases = await casesOf(journey);
    await speak(who, 'fi');
    const page = await journey.person(who);
    for (const view of own) {
      await openView(page, view, cases, t);
      await look(page, `${view.name} fi light`, found);
    }
    for (const [turn, { language, theme }] of others.entries()) {
      const turns = own.filter((_, index) => index % others.length === turn);
      if (turns.length === 0) continue;
      await speak(who, language);
      await page.emulateMedia({ colorScheme: theme });
      for (const view of turns) {
        await openView(page, view, cases, wordsIn(language));
        await look(page, `${view.name} ${language} ${theme}`, found);
      }
    }
    expect(found).toEqual([]);
  }, 300_000);
}

test('the covered screen, and a page whose server is away, have no violations', async () => {
  const found: string[] = [];
  // Their views were looked at before, in other languages.
  await speak('coordinator', 'fi');
  const page = await journey.person('coordinator');
  await cover(page);
  await look(page, 'covered', found);
  await page.keyboard.press('Enter');
  await journey.watch.expecting(connectionLost, async () => {
    await journey.server.end('SIGKILL');
    await page.getByText(t('shell.reconnecting')).waitFor({ timeout: 30_000 });
    await look(page, 'reconnecting', found);
    await page.emulateMedia({ colorScheme: 'dark' });
    await look(page, 'reconnecting dark', found);
    await journey.server.start();
    await page.getByText(t('shell.reconnecting')).waitFor({ state: 'detached', timeout: 30_000 });
  });
  expect(found).toEqual([]);
});
