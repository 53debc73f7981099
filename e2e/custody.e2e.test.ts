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

test('in a closed case what was recorded of custody is read and not changed', async () => {
  const worker = await journey.person('social-worker');
  const caseId = await goToCase(worker, 'Onni');
  await journey.look('update cases set closed_at = now() where id = $1', [caseId]);
  await journey.look('update streams set access_epoch = access_epoch + 1 where id = $1', [caseId]);
  await worker.reload();
  await worker.getByRole('button', { name: named(t('custody.historyOf'), 'Jani Korhonen') }).click();
  const dialog = worker.getByRole('dialog', { name: t('custody.title', { name: 'Jani Korhonen' }) });
  await dialog.getByText('”Käräjäoikeuden päätös 20.11.”').waitFor();
  await dialog.getByText(/Leena Kallio/).waitFor();
  expect(await dialog.getByRole('textbox').count()).toBe(0);
  expect(
    await worker.getByRole('button', { name: named(t('custody.change'), 'Jani Korhonen') }).count(),
  ).toBe(0);
  await worker.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
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

test('whoever is added with limited custody decides on something: the form asks for it, and an answer of no keeps every word', async () => {
  const worker = await journey.person('social-worker');
  await goToCase(worker, 'Aino');
  await worker.getByRole('button', { name: t('cases.relationAdd'), exact: true }).click();
  const dialog = worker.getByRole('dialog', { name: t('cases.relationTitle') });
  const name = dialog.getByLabel(t('openCase.personName'), { exact: true });
  const relation = dialog.getByLabel(t('openCase.relation'), { exact: true });
  const add = dialog.getByRole('button', { name: t('cases.relationAdd'), exact: true });
  const classes = dialog.getByRole('group', { name: t('custody.decides') });
  await name.fill('Reino Virtanen');
  await relation.fill('isoisä');
  await dialog.getByLabel(t('openCase.custody'), { exact: true }).selectOption('limited');
  await add.click();
  await classes.getByText(t('members.needClasses')).waitFor();
  await classes.getByRole('checkbox', { name: t('dataClass.education') }).check();
  expect(await classes.getByText(t('members.needClasses')).count()).toBe(0);

  // As a page sends it that was loaded before the form asked: the server refuses, and says where.
  await worker.route('**/relations', (route) => {
    const sent = { ...(route.request().postDataJSON() as object), powerClasses: [] };
    return route.continue({ postData: JSON.stringify(sent) });
  });
  await add.click();
  await dialog.getByText(t('problem.invalid-input')).waitFor();
  await classes.getByText(t('fieldProblem.required')).waitFor();
  expect(await name.inputValue()).toBe('Reino Virtanen');
  expect(await relation.inputValue()).toBe('isoisä');
  expect(await classes.getByRole('checkbox', { name: t('dataClass.education') }).isChecked()).toBe(true);

  await worker.unroute('**/relations');
  await add.click();
  await dialog.waitFor({ state: 'detached' });
  await worker
    .getByRole('listitem')
    .filter({ hasText: 'Reino Virtanen' })
    .getByText(new RegExp(t('cases.custodyLimited')))
    .waitFor();
});
