// Turvakielto begins while the mother and the psychiatric nurse have the child's page open: the school leaves their screens
// within a second, and every other way in; also the signed document. Before a text tells where a child is, its author is warned.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { pdfText } from '../server/testing/pdf-text.ts';
import { violationsOn } from './harness/accessibility.ts';
import { box, goToCase, saved } from './harness/case-steps.ts';
import { beginJourney, t } from './harness/journey.ts';
import { record, seenAt } from './harness/measured.ts';
import { takePicture } from './harness/pictures.ts';
import { type Words, wordsIn } from './harness/words.ts';

const journey = beginJourney();

/** Through the dialog in which the worker says where the child is. */
const turn = async (worker: Page, caseId: string, on: boolean, words: Words = t): Promise<number> => {
  await worker.goto(`/cases/${caseId}`);
  await worker
    .locator('section', { has: worker.getByRole('heading', { name: words('cases.homeTitle') }) })
    .getByRole('button', { name: words('cases.homeChange') })
    .click();
  const dialog = worker.getByRole('dialog', { name: words('cases.homeTitle') });
  const box = dialog.getByLabel(words('openCase.nonDisclosure'));
  if (on) await box.check();
  else await box.uncheck();
  await dialog.getByText(words(on ? 'cases.nonDisclosureOn' : 'cases.nonDisclosureOff')).waitFor();
  let pressed = 0;
  worker.on('request', (request) => {
    if (request.method() === 'PUT' && request.url().endsWith('/whereabouts')) pressed = performance.now();
  });
  await dialog.getByRole('button', { name: words('cases.save'), exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  return pressed;
};

/** The school lets the clinic know of it, as it would in a joint meeting. */
const letTheClinicKnow = async (worker: Page, caseId: string): Promise<void> => {
  const { agencies } = await (await worker.request.get(`/api/cases/${caseId}`)).json();
  const of = (kind: string) => agencies.find((one: { kind: string }) => one.kind === kind)?.id;
  const { csrfToken } = await (await worker.request.get('/api/session')).json();
  const ground = {
    kind: 'joint-contact',
    effect: 'allow',
    beatsProhibition: false,
    statute: null,
    givenBy: null,
    dataClasses: ['coordination', 'education'],
    evidence: 'Sovittu yhteisessä tapaamisessa.',
    until: null,
  };
  const answer = await worker.request.post(`/api/cases/${caseId}/grounds`, {
    data: { fromAgencyId: of('education'), toAgencyId: of('psychiatry'), ground },
    headers: {
      origin: journey.server.origin,
      'x-rinki-token': csrfToken,
      'idempotency-key': crypto.randomUUID(),
    },
  });
  expect(answer.status()).toBe(200);
};

const school = /Meriniemen koulu|Meriniemi skola|Halonen|Mikko/;
const everyWay = (caseId: string): string[] => [
  '/',
  '/children',
  `/cases/${caseId}`,
  `/cases/${caseId}/assessment?area=school-and-learning`,
  `/cases/${caseId}/sharing`,
];
/** All that a page says: its title, its text, and what is only for a screen reader or a pointer. */
const wordsOf = async (page: Page): Promise<string> => `${await page.title()} ${await page.content()}`;

test('the school leaves the open pages of the mother and the nurse, and every other way in, and comes back when it ends', async () => {
  const worker = await journey.person('social-worker');
  const caseId = await goToCase(worker, 'Aino');
  await letTheClinicKnow(worker, caseId);
  const mother = await journey.person('guardian');
  const nurse = await journey.person('psychiatric-nurse');
  for (const page of [mother, nurse]) {
    await page.goto(`/cases/${caseId}`);
    await page.getByText(/Mikko/).first().waitFor();
  }
  const gone = [mother, nurse].map((page) => seenAt(page, 'Mikko', false));
  const pressed = await turn(worker, caseId, true);
  record(
    'turvakielto began → the school is gone from the pages of the mother and the nurse',
    (await Promise.all(gone)).map((at) => at - pressed),
  );
  await worker.getByText(t('cases.nonDisclosure')).waitFor();
  await worker.getByText(/Mikko/).first().waitFor();
  for (const page of [mother, nurse]) {
    expect(await wordsOf(page)).not.toMatch(school);
    expect(await (await page.request.get(`/api/cases/${caseId}`)).text()).not.toMatch(school);
    for (const way of everyWay(caseId)) {
      await page.goto(way);
      await page.locator('main h1').first().waitFor();
      await page.waitForLoadState('networkidle');
      expect(await wordsOf(page), way).not.toMatch(school);
    }
    await page.goto(`/cases/${caseId}`);
  }
  await worker.screenshot({ path: 'artefacts/turvakielto-worker.png', fullPage: true });
  await worker.setViewportSize({ width: 390, height: 844 });
  await worker.screenshot({ path: 'artefacts/turvakielto-worker-390.png', fullPage: true });
  await worker.setViewportSize({ width: 1440, height: 900 });
  await mother.screenshot({ path: 'artefacts/turvakielto-mother.png', fullPage: true });
  await nurse.screenshot({ path: 'artefacts/turvakielto-nurse.png', fullPage: true });
  await turn(worker, caseId, false);
  for (const page of [mother, nurse]) {
    await page.getByText(/Mikko/).first().waitFor();
  }
});

test('the signed document loses the school for the mother: on the page, in the PDF, in its name', async () => {
  const worker = await journey.person('oskar.nystrom');
  const mother = await journey.person('camilla.sjoberg');
  const caseId = await goToCase(worker, 'Elsa');
  const [version] = await journey.look<{ id: string }>(
    'select id from assessment_versions where case_id = $1',
    [caseId],
  );
  const path = `/api/cases/${caseId}/versions/${version?.id}`;
  const document = async () => {
    const pdf = await mother.request.get(`${path}/pdf?language=fi`);
    return `${pdf.headers()['content-disposition']} ${pdfText(await pdf.body())} ${await (await mother.request.get(path)).text()}`;
  };
  const lillby = /Lillby ?n ?koulu|Lillby ?skola|Annika|Holm/;
  expect(await document()).toMatch(lillby);
  await turn(worker, caseId, true, wordsIn('sv'));
  expect(await document()).not.toMatch(lillby);
  await mother.goto(`/cases/${caseId}`);
  await mother.locator('main h1').first().waitFor();
  await mother.waitForLoadState('networkidle');
  expect(await wordsOf(mother)).not.toMatch(lillby);
});

test('whoever is about to share a text that tells where a child is is warned before it leaves the own agency', async () => {
  const worker = await journey.person('social-worker');
  const caseId = await goToCase(worker, 'Onni');
  await worker.goto(`/cases/${caseId}/assessment?part=synthesis`);
  await box(worker, t('assessment.synthesis')).fill(
    'Perhe muutti kesällä Lillbyhyn, ja arki on rauhoittunut.',
  );
  await saved(worker);
  await worker
    .getByRole('button', { name: t('assessment.shareText') })
    .first()
    .click();
  const dialog = worker.getByRole('dialog');
  await dialog.getByText(t('assessment.willSee')).waitFor();
  const what = [t('cases.municipality'), t('cases.school')]
    .map((word) => word.toLocaleLowerCase())
    .join(', ');
  const warning = dialog.getByText(t('assessment.tellsWhere', { what }));
  await warning.waitFor();
  await worker.screenshot({ path: 'artefacts/turvakielto-warning.png' });
  await dialog.getByLabel(t('assessment.scopeAgency')).check();
  await warning.waitFor({ state: 'detached' });
});

test('what others can read already and tells where the child is is listed where turvakielto is set, with the way to it', async () => {
  const worker = await journey.person('social-worker');
  const caseId = await goToCase(worker, 'Onni');
  await worker.goto(`/cases/${caseId}/assessment?part=synthesis`);
  await worker
    .getByRole('button', { name: t('assessment.shareText') })
    .first()
    .click();
  const dialog = worker.getByRole('dialog');
  await dialog.getByText(t('assessment.willSee')).waitFor();
  await dialog.getByLabel(t('assessment.scopeEveryone')).check();
  await dialog.getByRole('button', { name: t('assessment.share'), exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await worker.goto(`/cases/${caseId}`);
  await worker
    .locator('section', { has: worker.getByRole('heading', { name: t('cases.homeTitle') }) })
    .getByRole('button', { name: t('cases.homeChange') })
    .click();
  const where = worker.getByRole('dialog', { name: t('cases.homeTitle') });
  await where.getByText(t('cases.tellingTitle')).waitFor();
  expect(await violationsOn(worker)).toEqual([]);
  for (const theme of ['light', 'dark'] as const)
    await takePicture(worker, 'turvakielto-telling', { width: 1440, theme, language: 'fi' }, 'screen');
  await where.getByRole('link', { name: t('sharing.entry_synthesis') }).click();
  await worker
    .getByRole('heading', { name: t('assessment.synthesis') })
    .first()
    .waitFor();
});
