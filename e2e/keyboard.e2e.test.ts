// Journey 8: from the door to a shared contribution by keyboard alone. Nothing here touches a mouse.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { cover } from './harness/case-steps.ts';
import { beginJourney, demoPassword, t } from './harness/journey.ts';
import { record } from './harness/measured.ts';

const journey = beginJourney();

/** What has the focus, as a screen reader would name it. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const here = document.activeElement;
    if (!here || here === document.body) return '';
    const labelled = (here.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ');
    const label =
      here instanceof HTMLInputElement || here instanceof HTMLTextAreaElement ? here.labels?.[0] : null;
    return (
      here.getAttribute('aria-label') ||
      labelled.trim() ||
      label?.textContent ||
      here.textContent ||
      ''
    )
      .replaceAll(/\s+/g, ' ')
      .trim();
  });

/** Presses Tab until the focus is on something named so. @returns how many presses it took */
const tabTo = async (page: Page, name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<number> => {
  const seen: string[] = [];
  for (let presses = 1; presses <= 80; presses += 1) {
    await page.keyboard.press(key);
    const here = await focused(page);
    if (here.startsWith(name)) return presses;
    seen.push(here.slice(0, 40));
  }
  throw new Error(`Tab never came to “${name}”. It passed: ${seen.join(' | ')}`);
};

test('sign in, open what is asked, write it and share it, without a mouse', async () => {
  const page = await (await journey.context('teacher')).newPage();
  await page.goto('/');
  await page.getByRole('textbox', { name: t('signIn.username') }).waitFor();
  await tabTo(page, t('signIn.username'));
  await page.keyboard.type('special-teacher');
  await tabTo(page, t('signIn.password'));
  await page.keyboard.type(demoPassword);
  await page.keyboard.press('Enter');
  const began = performance.now();
  const write = page.getByRole('link', { name: new RegExp(`${t('lifeArea.school-and-learning')}, Kasper`) });
  await write.waitFor();

  // The skip link is the first stop, and it skips.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await tabTo(page, t('shell.skip'));
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');

  let pressed = 0;
  pressed += await tabTo(page, t('today.write'));
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: t('assessment.narrative') }).waitFor();
  pressed += await tabTo(page, t('assessment.narrative'));
  await page.keyboard.type('Siirtymissä auttaa ennakointi ja kuvat.');
  pressed += await tabTo(page, t('assessment.shareContribution'));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: t('assessment.shareQuestion') });
  await dialog.getByText(t('assessment.knowOf')).waitFor();

  // The dialog keeps the focus to itself, and Esc gives it back to what opened it.
  for (let presses = 0; presses < 25; presses += 1) {
    await page.keyboard.press('Tab');
    const outside = await page.evaluate(() => {
      const here = document.activeElement;
      return here !== null && here !== document.body && here.closest('dialog') === null;
    });
    expect(outside).toBe(false);
  }
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await focused(page)).toContain(t('assessment.shareContribution'));
  await page.keyboard.press('Enter');
  await dialog.getByText(t('assessment.knowOf')).waitFor();
  pressed += await tabTo(page, t('assessment.share'));
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText(/\d+ ihmi(nen|stä) näkee tekstin/).waitFor();
  record('by keyboard alone, from the door to a shared answer', [performance.now() - began]);
  console.log(`Tab presses on the way: ${pressed}`);
});

test('Esc twice covers the screen, and one press brings everything back', async () => {
  const page = await journey.person('social-worker');
  await cover(page);
  // What comes in meanwhile is hidden too, and says nothing in the title either.
  await page.locator('[inert] a', { hasText: 'Aino' }).first().waitFor({ state: 'attached' });
  await page.waitForTimeout(300);
  expect(await page.title()).toBe(t('shell.name'));
  const over = await page.getByRole('main').last().boundingBox();
  expect(over).toEqual({ x: 0, y: 0, width: 1440, height: 900 });
  expect(await focused(page)).toBe(t('shell.uncover'));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: t('shell.today') }).waitFor();

  // Esc belongs to an open dialog first.
  await page.getByRole('button', { name: t('shell.account') }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: t('shell.account') }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: t('shell.account') }).waitFor({ state: 'detached' });
  expect(await page.getByRole('heading', { name: t('shell.covered') }).count()).toBe(0);
  expect(await focused(page)).toContain(t('shell.account'));
});
