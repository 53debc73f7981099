// Journey 3: not a character is lost, whatever happens to the page, the tab, the session, the network or the server;
// and nothing of what was typed can be read in the browser's own storage.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Locator, type Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { wholeBrowserPath } from '../scripts/find-browser.ts';
import { box, goToCase, saved } from './harness/case-steps.ts';
import { beginJourney, signIn, t } from './harness/journey.ts';
import { connectionLost } from './harness/watch.ts';

const journey = beginJourney();
let address: string;

const narrative = (page: Page): Locator => box(page, t('assessment.narrative'));

/** Adds to the end of the text, as fast as a good typist. */
const type = async (page: Page, words: string): Promise<void> => {
  await narrative(page).press('Control+End');
  await narrative(page).pressSequentially(words, { delay: 10 });
};

const stored = async (): Promise<string> => {
  const rows = await journey.look<{ text: string }>(
    `select e.fields->'narrative'->>'text' as text from entries e join cases c on c.id = e.case_id
     where e.kind = 'contribution' and c.child_given_name = 'Kasper' and e.about = 'school-and-learning'`,
  );
  return rows[0]?.text ?? '';
};

beforeAll(async () => {
  const page = await journey.person('special-teacher');
  const caseId = await goToCase(page, 'Kasper');
  address = `/cases/${caseId}/assessment?area=school-and-learning`;
  await page.goto(address);
  await narrative(page).waitFor();
  await page.context().close();
});

const writer = async (): Promise<Page> => {
  const page = await journey.person('special-teacher');
  await page.goto(address);
  await narrative(page).waitFor();
  return page;
};

test('a reload in the middle of a word', async () => {
  const page = await writer();
  await type(page, 'Ennen latausta');
  await page.reload();
  await expect.poll(() => narrative(page).inputValue()).toBe('Ennen latausta');
  await expect.poll(stored).toBe('Ennen latausta');
});

test('a tab that is killed', async () => {
  const page = await writer();
  await type(page, ' ja tapettu välilehti');
  await page.close({ runBeforeUnload: false });
  const next = await page.context().newPage();
  await next.goto(address);
  await expect.poll(() => narrative(next).inputValue()).toBe('Ennen latausta ja tapettu välilehti');
  await expect.poll(stored).toContain('tapettu välilehti');
});

test('a session that ends while typing: the door says so, and after signing in every character is there', async () => {
  const page = await writer();
  await type(page, ' istunto');
  await saved(page);
  await journey.look('delete from sessions');
  await type(page, ' päättyi kesken').catch(() => undefined); // the door may stand there before the last letter
  await page.getByText(t('signIn.ended')).waitFor();
  expect(await page.getByText('päättyi kesken').count()).toBe(0);
  await signIn(page, 'special-teacher');
  await page.goto(address);
  await expect.poll(() => narrative(page).inputValue()).toMatch(/ istunto/);
  const text = await narrative(page).inputValue();
  await expect.poll(stored).toBe(text);
});

test('the network away and back: the page says so, and sends everything by itself', async () => {
  const page = await writer();
  await journey.watch.expecting(connectionLost, async () => {
    await page.context().setOffline(true);
    await type(page, ' ilman verkkoa');
    await page.getByText(t('saving.offline')).first().waitFor();
    await page.getByText(t('shell.offline')).waitFor();
    expect(await stored()).not.toContain('ilman verkkoa');
    await page.reload().catch(() => undefined);
    await page.context().setOffline(false);
  });
  await page.goto(address);
  await expect.poll(() => narrative(page).inputValue(), { timeout: 20_000 }).toContain('ilman verkkoa');
  await expect.poll(stored, { timeout: 20_000 }).toContain('ilman verkkoa');
});

test('a server that is killed while somebody types, and comes back', async () => {
  const page = await writer();
  await journey.watch.expecting(connectionLost, async () => {
    await type(page, ' ennen');
    await journey.server.end('SIGKILL');
    await type(page, ' ja jälkeen kaatumisen');
    await page.getByText(t('shell.reconnecting')).waitFor({ timeout: 30_000 });
    await journey.server.start();
    await expect.poll(stored, { timeout: 40_000 }).toContain('ja jälkeen kaatumisen');
    await page.getByText(t('shell.reconnecting')).waitFor({ state: 'detached', timeout: 30_000 });
  });
});

test('a second tab sees what the first one writes', async () => {
  const first = await writer();
  const second = await first.context().newPage();
  await second.goto(address);
  await narrative(second).waitFor();
  await type(first, ' ensimmäinen välilehti');
  await expect
    .poll(() => narrative(second).inputValue(), { timeout: 10_000 })
    .toContain('ensimmäinen välilehti');
  await type(second, ' toinen välilehti');
  await expect.poll(() => narrative(first).inputValue(), { timeout: 10_000 }).toContain('toinen välilehti');
});

test('two devices in one field: both texts stand side by side until one chooses', async () => {
  const desk = await writer();
  const phone = await writer();
  await journey.watch.expecting(connectionLost, async () => {
    await phone.context().setOffline(true);
    await type(phone, ' puhelimella');
    await type(desk, ' koneella');
    await expect.poll(stored).toContain('koneella');
    await phone.context().setOffline(false);
    await phone.getByRole('heading', { name: t('writing.twoTitle') }).waitFor({ timeout: 30_000 });
  });
  await phone.getByRole('button', { name: t('writing.keepBoth') }).click();
  await phone.getByRole('heading', { name: t('writing.twoTitle') }).waitFor({ state: 'detached' });
  const both = await stored();
  expect(both).toContain('puhelimella');
  expect(both).toContain('koneella');
  await expect.poll(() => narrative(desk).inputValue()).toBe(both);
  expect(await desk.getByRole('heading', { name: t('writing.twoTitle') }).count()).toBe(0);
});

test('two devices give one answer each: both stand in words, and one of them is chosen', async () => {
  const [desk, phone] = [await journey.person('social-worker'), await journey.person('social-worker')];
  const caseId = await goToCase(desk, 'Kasper');
  const answer = (page: Page, key: 'assessment.mayReadNobody' | 'assessment.mayReadBoth') =>
    page.getByRole('radio', { name: t(key) });
  for (const page of [desk, phone]) {
    await page.goto(`/cases/${caseId}/assessment?part=child-view`);
    await answer(page, 'assessment.mayReadBoth').waitFor();
  }
  await journey.watch.expecting(connectionLost, async () => {
    await phone.context().setOffline(true);
    await answer(phone, 'assessment.mayReadNobody').check();
    await answer(desk, 'assessment.mayReadBoth').check();
    await saved(desk);
    await phone.context().setOffline(false);
    await phone.getByRole('heading', { name: t('writing.twoTitle') }).waitFor({ timeout: 30_000 });
  });
  const choice = phone.locator('[data-both]');
  await choice.getByText(t('assessment.mayReadNobody'), { exact: true }).waitFor();
  await choice.getByText(t('assessment.mayReadBoth'), { exact: true }).waitFor();
  expect(await choice.getByRole('button', { name: t('writing.keepBoth') }).count()).toBe(0);
  await choice.getByRole('button', { name: t('writing.chooseOther') }).click();
  await choice.waitFor({ state: 'detached' });
  await expect.poll(() => answer(phone, 'assessment.mayReadBoth').isChecked()).toBe(true);
});

/** Every file of a browser's profile that holds these words, in any of the encodings a browser stores text in. */
const filesWith = (folder: string, words: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => {
    const path = join(folder, file);
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false;
    const bytes = readFileSync(path);
    return bytes.includes(Buffer.from(words, 'utf8')) || bytes.includes(Buffer.from(words, 'utf16le'));
  });

test('what the network has not taken is kept on the device, but nobody can read it there', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'rinki-profile-'));
  const open = async () => {
    const context = await chromium.launchPersistentContext(profile, {
      // The shell keeps no tabs in a file: what could be found there must be looked for in a whole browser.
      executablePath: await wholeBrowserPath(),
      headless: true,
      args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu'],
      baseURL: journey.server.origin,
      locale: 'fi-FI',
      timezoneId: 'Europe/Helsinki',
    });
    return { context, page: context.pages()[0] ?? (await context.newPage()) };
  };
  const { context, page } = await open();
  await page.goto('/');
  await signIn(page, 'special-teacher');
  await page.goto(address);
  await narrative(page).waitFor();
  await context.setOffline(true);
  await type(page, ' Zyxwvut-salaisuus');
  await page.getByText(t('saving.offline')).first().waitFor();
  const plain = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(plain).not.toContain('Zyxwvut');
  // The browser keeps what stands in its tabs in a file of its own, a few seconds later. A box that is not the house's
  // shows when it has done so, and that the search finds it.
  await page.evaluate(() => {
    const other = document.createElement('textarea');
    other.value = 'Wuvtxyz-kontrolli';
    document.body.append(other);
    other.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await page.getByText(t('saving.offline')).first().click();
  await expect.poll(() => filesWith(profile, 'Wuvtxyz'), { timeout: 60_000 }).not.toEqual([]);
  // The last words go out as a page closes, and the browser's own "offline" ends with it: there is nobody to take them.
  await journey.server.end('SIGKILL');
  await context.close();
  await journey.server.start();
  expect(filesWith(profile, 'Zyxwvut')).toEqual([]);
  expect(await stored()).not.toContain('Zyxwvut');

  const again = await open();
  await again.page.goto('/');
  await again.page.locator('main#content, input[name="username"]').first().waitFor();
  if (await again.page.locator('input[name="username"]').isVisible())
    await signIn(again.page, 'special-teacher');
  await expect.poll(stored, { timeout: 20_000 }).toContain('Zyxwvut');
  await again.context.close();
  rmSync(profile, { recursive: true, force: true });
});
