// Two people write one text in two real browsers: at its very beginning, at the same moment, through a network that breaks.
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openCircle } from '../server/testing/circle.ts';
import { openCircleHouse } from './harness/circle-house.ts';
import { t } from './harness/journey.ts';

const { world, writer } = await openCircleHouse();
const clinic = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
const school = await world.agency('education', 'Meriniemen koulu');
const anna = await world.professional('Anna Asiantuntija', clinic, 'psychiatrist');
const bert = await world.professional('Bert Berg', school, 'special-teacher');

const sheet = (page: Page) => page.getByRole('textbox', { name: 'Yhteinen vastaus' });
/** Each block on a line, as the reader sees it. */
const text = (page: Page): Promise<string> =>
  sheet(page).evaluate((element) =>
    [...element.querySelectorAll('p, h3')].map((block) => block.textContent ?? '').join('\n'),
  );
const both = async () => {
  const circle = await openCircle(world, anna, bert);
  const a = await writer('anna.asiantuntija', circle.documentId);
  const b = await writer('bert.berg', circle.documentId);
  await sheet(a).click();
  await sheet(b).click();
  return { ...circle, a, b };
};
const same = async (a: Page, b: Page): Promise<string> => {
  await expect.poll(async () => (await text(a)) === (await text(b))).toBe(true);
  return text(a);
};

test('both begin at the same moment at the very beginning: each one’s words stay whole, and every key goes where its caret is', async () => {
  const { a, b } = await both();
  await Promise.all([
    a.keyboard.type('Uni on katkonaista.', { delay: 25 }),
    b.keyboard.type('Koulussa väsyneenä.', { delay: 25 }),
  ]);
  const begun = await same(a, b);
  expect(['Uni on katkonaista.Koulussa väsyneenä.', 'Koulussa väsyneenä.Uni on katkonaista.']).toContain(
    begun,
  );
  // Enter divides exactly where one was, also with the other one's words, caret and name beside it.
  await a.keyboard.press('Enter');
  await a.keyboard.type('Toinen rivi.', { delay: 10 });
  const divided = await same(a, b);
  expect(divided).toBe(begun.replace('Uni on katkonaista.', 'Uni on katkonaista.\nToinen rivi.'));
  await b.keyboard.type(' Aina.', { delay: 10 });
  expect(await same(a, b)).toBe(divided.replace('Koulussa väsyneenä.', 'Koulussa väsyneenä. Aina.'));
});

test('somebody divides the line before one’s own caret, and joins it again: the next letter still goes where the last one went', async () => {
  const { a, b } = await both();
  await a.keyboard.type('Uni.');
  await expect.poll(() => text(b)).toBe('Uni.');
  await b.keyboard.press('Control+End');
  await b.keyboard.type('Koulu.');
  await same(a, b);
  // Behind "Uni.", where the other one's words begin.
  await a.keyboard.press('Control+Home');
  for (let letter = 0; letter < 4; letter += 1) await a.keyboard.press('ArrowRight');
  await a.keyboard.press('Enter');
  await expect.poll(() => text(b)).toBe('Uni.\nKoulu.');
  await b.keyboard.type(' Aina.', { delay: 10 });
  await expect.poll(() => text(a)).toBe('Uni.\nKoulu. Aina.');
  await a.keyboard.press('Backspace');
  await expect.poll(() => text(b)).toBe('Uni.Koulu. Aina.');
  await b.keyboard.type(' Niin.', { delay: 10 });
  expect(await same(a, b)).toBe('Uni.Koulu. Aina. Niin.');
});

test('one writes above, the other below, both press Enter all the time: no letter goes elsewhere', async () => {
  const { a, b } = await both();
  await a.keyboard.type('A0');
  await expect.poll(() => text(b)).toBe('A0');
  await b.keyboard.press('Control+End');
  await b.keyboard.press('Enter');
  await b.keyboard.type('B0');
  await same(a, b);
  await a.keyboard.press('Control+Home');
  const write = async (page: Page, name: string) => {
    for (let line = 1; line <= 6; line += 1) {
      await page.keyboard.type(`${name}${line} `, { delay: 8 });
      await page.keyboard.press('Enter');
    }
  };
  await Promise.all([write(a, 'ylhäällä'), write(b, 'alhaalla')]);
  const lines = (await same(a, b)).split('\n');
  expect(lines).toEqual([
    ...[1, 2, 3, 4, 5, 6].map((n) => `ylhäällä${n} `),
    'A0',
    'B0alhaalla1 ',
    ...[2, 3, 4, 5, 6].map((n) => `alhaalla${n} `),
    '',
  ]);
});

test('carets have names, the margin says who wrote what, and the foot when it was saved', async () => {
  const { a, b } = await both();
  await a.keyboard.type('Psykiatria kirjoittaa.');
  await a.keyboard.press('Enter');
  // The new line itself, not only the words above it: it comes in an update of its own.
  await expect.poll(() => text(b)).toBe('Psykiatria kirjoittaa.\n');
  await b.keyboard.press('Control+End');
  await b.keyboard.type('Koulu kirjoittaa.');
  await a.getByText(/^Tallennettu klo/).waitFor();
  const margin = a.getByRole('list', { name: t('together.whoWrote') });
  await expect
    .poll(() => margin.getByRole('listitem').allTextContents())
    .toEqual(['Anna Asiantuntija', 'Bert Berg']);
  await a.locator('[data-agency="education"]').getByText('Bert Berg').first().waitFor();
});

test('the network is away: both write on, a reload loses nothing, and what was written meets again', async () => {
  const { a, b } = await both();
  await a.keyboard.type('Ennen katkosta.');
  await expect.poll(() => text(b)).toBe('Ennen katkosta.');
  await a.getByText(/^Tallennettu klo/).waitFor();
  await a.context().setOffline(true);
  // Playwright leaves sockets that are open alone: it is closed as a network does that is gone.
  await a.evaluate(() => dispatchEvent(new Event('offline')));
  await world.superuser('select 1');
  await a.keyboard.type(' Ilman verkkoa.', { delay: 5 });
  await b.keyboard.press('Control+Home');
  await b.keyboard.type('Alkuun. ', { delay: 5 });
  await pause(2_500);
  await a.context().setOffline(false);
  await expect.poll(() => text(a), { timeout: 30_000 }).toBe('Alkuun. Ennen katkosta. Ilman verkkoa.');
  expect(await same(a, b)).toBe('Alkuun. Ennen katkosta. Ilman verkkoa.');
});

test('a right that ends in the middle of it closes the text at once', async () => {
  const { a, b, remove } = await both();
  await b.keyboard.type('Ehti.');
  await expect.poll(() => text(a)).toBe('Ehti.');
  await remove(bert);
  await b.getByText(t('together.gone')).waitFor();
  expect(await sheet(b).count()).toBe(0);
});
