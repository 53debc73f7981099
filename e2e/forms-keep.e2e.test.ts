// What is typed in a dialog that has not been sent is back after a reload, a killed tab and a sign-out: dates, choices and
// words alike; and gone once it has served.
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { finnishDate, goToCase, line, typeDate } from './harness/case-steps.ts';
import { beginJourney, signIn, signOut, t } from './harness/journey.ts';

const journey = beginJourney();
const worker = 'oskar.nystrom';
const began = finnishDate(-2);
const decided = finnishDate(-1);

const openAgain = async (page: Page, address: string): Promise<Locator> => {
  await page.goto(address);
  await page
    .getByRole('button', { name: t('cases.openAssessment') })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: t('cases.assessmentTitle') });
  await dialog.getByLabel(t('cases.triggerLabel')).waitFor();
  return dialog;
};

const holds = async (dialog: Locator): Promise<void> => {
  await expect.poll(() => dialog.getByLabel(t('cases.triggerLabel')).inputValue()).toBe('contact');
  await expect.poll(() => line(dialog, t('cases.beganLabel')).inputValue()).toBe(began);
  await expect.poll(() => line(dialog, t('cases.decidedLabel')).inputValue()).toBe(decided);
  // The dates that follow from it stand there again, too.
  await dialog.getByText(t('deadline.decision'), { exact: true }).waitFor();
};

test('an assessment that was about to be opened is found again as it was left', async () => {
  // Wilma's worker reads Swedish; the steps here go by the Finnish words.
  await journey.look('update people set language = $1 where sign_in_name = $2', ['fi', worker]);
  const page = await journey.person(worker);
  const address = `/cases/${await goToCase(page, 'Wilma')}`;
  const dialog = await openAgain(page, address);
  await dialog.getByLabel(t('cases.triggerLabel')).selectOption('contact');
  await typeDate(dialog, t('cases.beganLabel'), began);
  await typeDate(dialog, t('cases.decidedLabel'), decided);

  // At once: nothing has been waited for.
  await page.reload();
  await holds(await openAgain(page, address));

  await page.close({ runBeforeUnload: false });
  const next = await page.context().newPage();
  await holds(await openAgain(next, address));

  await next.keyboard.press('Escape');
  await signOut(next);
  await signIn(next, worker);
  const last = await openAgain(next, address);
  await holds(last);

  await last.getByRole('button', { name: t('cases.openAssessment') }).click();
  await last.waitFor({ state: 'detached' });
  const kept = await journey.look<{ n: number }>(
    `select count(*)::int as n from entries where kind = 'form' and fields::text like '%contact%'`,
  );
  expect(kept[0]?.n).toBe(0);
});
