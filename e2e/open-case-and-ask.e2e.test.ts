// Journey 1: the social worker opens the case of a new child and an assessment, invites two agencies on recorded
// grounds and gives them life areas; each finds the request on an open Today, live, and opens it with one press.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { people } from '../server/demo/region.ts';
import type { LifeArea } from '../shared/vocabulary.ts';
import { ask, fillChild, finnishDate, invite, line, typeDate } from './harness/case-steps.ts';
import { beginJourney, t, wordsIn } from './harness/journey.ts';
import { record, seenAt } from './harness/measured.ts';

const journey = beginJourney();
const teacherName = people['special-teacher'].name;
const nurseName = people['psychiatric-nurse'].name;

/** Milliseconds from the moment the asker presses "Ask" until it stands on the other's screen. */
const askedWithin = async (
  asker: Page,
  waiting: Page,
  area: LifeArea,
  who: string,
  asked: { due: string; question: string },
): Promise<number> => {
  let pressed = 0;
  asker.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/contributions')) pressed = performance.now();
  });
  const seen = seenAt(waiting, asked.question);
  await ask(asker, area, who, asked);
  return (await seen) - pressed;
};

test('a child’s case, an assessment, two agencies invited, each asked and each told at once', async () => {
  const worker = await journey.person('social-worker');
  const teacher = await journey.person('special-teacher');
  const nurse = await journey.person('psychiatric-nurse');

  await worker.getByRole('link', { name: t('today.newChild') }).click();
  await fillChild(worker, {
    name: 'Ilona Mäkelä-Åkerblom',
    givenName: 'Ilona',
    birthDate: '14.5.2013',
    languages: 'suomi, somali',
  });
  await line(worker, t('openCase.interpreter')).fill('somali');
  await worker.getByRole('button', { name: t('openCase.addGuardian') }).click();
  const guardian = worker.getByRole('group', { name: t('openCase.guardian'), exact: true });
  await guardian.getByLabel(t('openCase.personName'), { exact: true }).fill('Hodan Mäkelä');
  await guardian.getByLabel(t('openCase.relation')).fill('äiti');
  await guardian.getByLabel(t('openCase.custody')).selectOption('sole');
  await guardian.getByLabel(t('openCase.phone')).fill('040 123 4567');
  await worker.getByRole('button', { name: t('openCase.addSibling') }).click();
  const sibling = worker.getByRole('group', { name: t('openCase.sibling'), exact: true });
  await sibling.getByLabel(t('openCase.personName'), { exact: true }).fill('Sami Mäkelä');
  await sibling.getByLabel(t('openCase.relation')).fill('pikkuveli');
  await worker.getByLabel(t('openCase.nonDisclosure')).check();
  await line(worker, t('openCase.address')).fill('Salattu kuja 3');
  await line(worker, t('openCase.municipality')).fill('Lillby');
  await line(worker, t('openCase.school')).fill('Lillbyn koulu');
  await worker.getByRole('button', { name: t('openCase.submit') }).click();
  await worker.getByRole('heading', { level: 1, name: 'Ilona' }).waitFor();
  await worker.getByText('Salattu kuja 3').waitFor();
  const caseAddress = new URL(worker.url()).pathname;

  await worker
    .getByRole('button', { name: t('cases.openAssessment') })
    .first()
    .click();
  const dialog = worker.getByRole('dialog', { name: t('cases.assessmentTitle') });
  await dialog.getByLabel(t('cases.triggerLabel')).selectOption('child-welfare-notification');
  await typeDate(dialog, t('cases.beganLabel'), finnishDate(-1));
  await dialog.getByText(t('deadline.decision'), { exact: true }).waitFor();
  await dialog.getByText(/7 arkipäivää siitä, kun asia tuli vireille/).waitFor();
  await dialog.getByText(/3 kuukautta siitä, kun asia tuli vireille/).waitFor();
  await dialog.getByRole('button', { name: t('cases.openAssessment') }).click();
  await dialog.waitFor({ state: 'detached' });
  await worker.getByText(t('deadline.ready'), { exact: true }).first().waitFor();

  await invite(
    worker,
    { name: teacherName, search: 'Mikko' },
    { kind: 'guardian-consent', evidence: 'Äiti suostui puhelussa.' },
    'all',
  );
  await invite(
    worker,
    { name: nurseName, search: 'Sari' },
    { kind: 'statute', evidence: 'Hoitosuhde on voimassa, kysytty äidiltä.' },
    'us',
  );
  await worker.goto(`${caseAddress}/assessment`);
  const due = finnishDate(5);
  const toTeacher = await askedWithin(worker, teacher, 'school-and-learning', teacherName, {
    due,
    question: 'Miten koulupäivä sujuu?',
  });
  const toNurse = await askedWithin(worker, nurse, 'mental-health', nurseName, {
    due,
    question: 'Miten Ilona nukkuu?',
  });
  record('asked → on the contributor’s open Today', [toTeacher, toNurse]);

  for (const [page, area] of [
    [teacher, 'school-and-learning'],
    [nurse, 'mental-health'],
  ] as const) {
    await page.getByRole('link', { name: new RegExp(`${t(`lifeArea.${area}`)}, Ilona`) }).click();
    await page.getByRole('heading', { level: 2, name: t(`lifeArea.${area}`) }).waitFor();
    await page.getByRole('textbox', { name: t('assessment.narrative') }).waitFor();
    expect(await page.getByText('Salattu kuja').count()).toBe(0);
  }
  // The teacher may not know of the nurse; the nurse may know of the teacher only by a ground, and none was given.
  await teacher.goto(caseAddress);
  await teacher.getByRole('heading', { level: 1, name: 'Ilona' }).waitFor();
  expect(await teacher.getByText(/Niskanen|Sari/).count()).toBe(0);
  expect(await teacher.getByText(/Lillby/).count()).toBe(0);
});

test('a likely duplicate is shown to whoever may read the other case, and to nobody else', async () => {
  const worker = await journey.person('social-worker');
  const other = await journey.person('oskar.nystrom');
  const aino = { name: 'Aino Virtanen', givenName: 'Aino', birthDate: '2.5.2013', languages: 'suomi' };

  await worker.goto('/cases/new');
  await fillChild(worker, aino);
  await worker.getByText(t('openCase.likeTitle')).waitFor();
  await worker.goto('/');

  const sv = wordsIn('sv');
  await other.goto('/cases/new');
  await fillChild(other, aino, sv);
  await other
    .waitForResponse((answer) => answer.url().includes('/api/cases/like'), { timeout: 3_000 })
    .catch(() => null);
  expect(await other.getByText(sv('openCase.likeTitle')).count()).toBe(0);
  await other.getByRole('button', { name: sv('openCase.submit') }).click();
  await other.getByRole('heading', { level: 1, name: 'Aino' }).waitFor();
  expect(await other.getByText(/Rantakatu|Leena/).count()).toBe(0);
  await worker.getByText(/Oskar Nyström avasi asian lapselle/).waitFor();
});
