// The door and the frame around every room: signing in and out, the language, the theme, the covered screen.
import { expect, test } from 'vitest';
import { people } from '../server/demo/region.ts';
import { violationsOn } from './harness/accessibility.ts';
import { beginJourney, signIn, signOut, t, wordsIn } from './harness/journey.ts';

const journey = beginJourney();

test('the door names every role of the demonstration, and one press on a role is enough', async () => {
  const page = await (await journey.context('anybody')).newPage();
  await page.goto('/');
  await page.getByRole('button', { name: people['special-teacher'].name }).waitFor();
  expect(await page.getByText(t('shell.demo')).isVisible()).toBe(true);
  const roles = page.getByRole('region', { name: t('signIn.demoTitle') }).getByRole('listitem');
  expect(await roles.count()).toBe(17);
  await page.getByRole('button', { name: people['special-teacher'].name }).click();
  await page.getByRole('heading', { level: 1, name: t('shell.today') }).waitFor();
  expect(await page.getByText(t('shell.demo')).isVisible()).toBe(true);
});

test('a wrong password is said in words, and the name stays in its place', async () => {
  const page = await (await journey.context('anybody')).newPage();
  await page.goto('/');
  await page.getByLabel(t('signIn.username')).fill('social-worker');
  await page.getByRole('textbox', { name: t('signIn.password') }).fill('not this one');
  await page.getByRole('button', { name: t('signIn.submit'), exact: true }).click();
  await page.getByText(t('signIn.wrong')).waitFor();
  expect(await page.getByLabel(t('signIn.username')).inputValue()).toBe('social-worker');
  expect(await violationsOn(page)).toEqual([]);
});

test('the language chosen follows the person to another browser', async () => {
  const first = await journey.person('psychiatrist');
  expect(await first.locator('html').getAttribute('lang')).toBe('sv');
  await first.getByRole('button', { name: wordsIn('sv')('shell.account') }).click();
  const told = first.waitForResponse('**/api/session/language');
  await first.getByRole('button', { name: 'English' }).click();
  await told;
  await first.keyboard.press('Escape');
  const second = await journey.person('psychiatrist');
  expect(await second.locator('html').getAttribute('lang')).toBe('en');
  await signOut(second, wordsIn('en'));
});

test('signing out leaves nothing behind, also not for the way back', async () => {
  const page = await journey.person('social-worker');
  await page.goto('/children');
  await page.getByRole('link', { name: 'Aino' }).first().waitFor();
  await signOut(page);
  await page.goBack();
  await page.locator('input[name="username"]').waitFor();
  // The made-up child on the list of roles, which comes after the door itself; and nowhere else.
  await page.getByRole('button', { name: 'Aino Virtanen' }).waitFor();
  expect(await page.getByText('Aino Virtanen').count()).toBe(1);
  await signIn(page, 'administrator');
  await page.goto('/children');
  await page.locator('main#content h1').waitFor();
  expect(await page.getByText('Aino').count()).toBe(0);
});
