// A court changes who decides about a child. Before it is saved the worker reads whose consent stops to count and who loses
// sight of the case; when it is saved, that person's open page closes. What was recorded before stays readable.
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { finnishDate, goToCase, line, named, typeDate } from './harness/case-steps.ts';
import { beginJourney, t, wordsIn } from './harness/journey.ts';
import { record, seenAt } from './harness/measured.ts';

const journey = beginJourney();
const sv = wordsIn('sv');

/** A choice is called by its label and, after it, what it means. */
const choice = (dialog: Locator, label: string) =>
  dialog.getByRole('radio', { name: new RegExp(`^${label}`) });

test('a father gets joint custody: the consent of the mother alone no longer carries, at once on open pages', async () => {
  const worker = await journey.person('social-worker');
  const invited = await journey.person('psychiatrist');
  const caseId = await goToCase(worker, 'Onni');
  await invited.goto(`/cases/${caseId}`);
  await invited.getByRole('heading', { name: 'Onni' }).waitFor();

  await worker.getByRole('button', { name: named(t('custody.change'), 'Jani Korhonen') }).click();
  const dialog = worker.getByRole('dialog', { name: t('custody.title', { name: 'Jani Korhonen' }) });
  await dialog.getByText(t('custody.unchanged')).waitFor();
  const save = dialog.getByRole('button', { name: t('custody.save'), exact: true });
  expect(await save.isDisabled()).toBe(true);
  await choice(dialog, t('openCase.custodyJoint')).check();
  // In names, before anything is saved.
  await dialog.getByText(/^Heti: Henrik Lindqvist \(.+\) ei enää pääse tähän asiaan\.$/).waitFor();
  await typeDate(dialog, t('custody.from'), finnishDate(2));
  await typeDate(dialog, t('custody.until'), finnishDate(1));
  await dialog.getByText(t('custody.order')).waitFor();
  await typeDate(dialog, t('custody.until'), '');
  await dialog
    .getByText(new RegExp(`^${finnishDate(2)} alkaen: Henrik Lindqvist`))
    .first()
    .waitFor();
  await typeDate(dialog, t('custody.from'), '');
  await dialog
    .getByText(/^Heti: Henrik Lindqvist/)
    .first()
    .waitFor();
  await line(dialog, t('custody.basis')).fill('Käräjäoikeuden päätös 20.11.');

  let pressed = 0;
  worker.on('request', (request) => {
    if (request.method() === 'PUT' && request.url().includes('/relations/')) pressed = performance.now();
  });
  const closed = seenAt(invited, sv('cases.gone'));
  await save.click();
  await dialog.waitFor({ state: 'detached' });
  record('custody changed → the case is closed on the open page', [(await closed) - pressed]);
  expect((await invited.request.get(`/api/cases/${caseId}`)).status()).toBe(404);

  // And on the worker's own page: as it is now, and as it was.
  await worker
    .getByRole('listitem')
    .filter({ hasText: 'Jani Korhonen' })
    .getByText(new RegExp(t('cases.custodyJoint')))
    .waitFor();
  await worker.getByRole('button', { name: named(t('custody.change'), 'Jani Korhonen') }).click();
  await dialog.getByText(t('custody.history')).click();
  await dialog.getByText('”Käräjäoikeuden päätös 20.11.”').waitFor();
  await dialog.getByText(t('cases.custodyLimited'), { exact: true }).waitFor();
  await dialog.getByText(/Leena Kallio/).waitFor();
});

test('what is being changed is there after a reload; a guardian who loses custody keeps the family view until it is ended', async () => {
  const worker = await journey.person('social-worker');
  await goToCase(worker, 'Aino');
  const open = () =>
    worker.getByRole('button', { name: named(t('custody.change'), 'Minna Virtanen') }).click();
  const dialog = worker.getByRole('dialog', { name: t('custody.title', { name: 'Minna Virtanen' }) });
  await open();
  await choice(dialog, t('openCase.custodyNone')).check();
  await dialog.getByText(t('custody.familyView', { name: 'Minna Virtanen' })).waitFor();
  await line(dialog, t('custody.basis')).fill('Kesken vielä');
  await worker.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await worker.reload();
  await open();
  await dialog.getByText(t('custody.familyView', { name: 'Minna Virtanen' })).waitFor();
  expect(await line(dialog, t('custody.basis')).inputValue()).toBe('Kesken vielä');
  await choice(dialog, t('openCase.custodyJoint')).check();
  await dialog.getByText(t('custody.unchanged')).waitFor();
});
