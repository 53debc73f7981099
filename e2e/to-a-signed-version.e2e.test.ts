// Journey 4: the child's view first, the parents' views, the synthesis with the views side by side, comment and
// dissent; then signatures, a version that nobody can change, and a correction that becomes the next one.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { box, goToCase, named, saved, shareAs } from './harness/case-steps.ts';
import { beginJourney, t } from './harness/journey.ts';

const journey = beginJourney();

const part = async (page: Page, caseId: string, name: string): Promise<void> => {
  await page.goto(`/cases/${caseId}/assessment?part=${name}`);
  await page.getByRole('navigation', { name: t('assessment.sections') }).waitFor();
};

/** What the server answers to a write that the page would not offer. */
const forced = async (
  page: Page,
  path: string,
  body: unknown,
): Promise<{ status: number; error: string }> => {
  const { csrfToken } = await (await page.request.get('/api/session')).json();
  const answer = await page.request.post(path, {
    data: body,
    headers: {
      origin: journey.server.origin,
      'x-rinki-token': csrfToken,
      'idempotency-key': crypto.randomUUID(),
    },
  });
  return { status: answer.status(), error: (await answer.json()).error };
};

test('an assessment is not signed before the child’s view is recorded, and the page says why', async () => {
  const worker = await journey.person('social-worker');
  const caseId = await goToCase(worker, 'Kasper');
  await part(worker, caseId, 'signatures');
  await worker.getByText(t('assessment.childMissing', { name: 'Kasper' })).waitFor();
  await worker.getByText(t('assessment.notReady')).waitFor();
  expect(await worker.getByRole('button', { name: t('assessment.signThis') }).isEnabled()).toBe(false);
  const [one] = await journey.look<{ id: string; version: number }>(
    'select id, version from assessments where case_id = $1',
    [caseId],
  );
  const refused = await forced(worker, `/api/cases/${caseId}/assessments/${one?.id}/sign`, {
    version: one?.version,
  });
  expect(refused).toEqual({ status: 409, error: 'child-view-missing' });

  await part(worker, caseId, 'child-view');
  await worker
    .getByRole('textbox', { name: t('assessment.verbatim', { name: 'Kasper' }), exact: true })
    .fill('Mä haluun et iskä ja koulu puhuu keskenään.');
  await box(worker, t('assessment.heardWhere')).fill('Kotona keittiössä');
  await box(worker, t('assessment.heardHow')).fill('Kahden kesken, legoilla rakentaen');
  await box(worker, t('assessment.childSaid', { name: 'Kasper' })).fill('Ope saa lukea.');
  await worker.getByRole('radio', { name: t('assessment.mayReadProfessionals') }).check();
  await saved(worker);
  await shareAs(worker, t('assessment.shareChild', { name: 'Kasper' }));

  await part(worker, caseId, 'parent-views');
  await worker.getByRole('button', { name: t('assessment.recordParent', { name: 'Isä' }) }).click();
  await box(worker, t('assessment.parentNarrative')).fill('Isä toivoo, että siirtymiin saadaan apua.');
  await saved(worker);
  await shareAs(worker, t('assessment.shareText'));

  await part(worker, caseId, 'synthesis');
  await box(worker, t('assessment.synthesis')).fill('Siirtymät ovat vaikeita, ja niihin löytyy keinoja.');
  await box(worker, t('assessment.conclusions')).fill('Tuki järjestyy koulun ja kodin yhteistyönä.');
  await box(worker, t('assessment.proposals')).fill('Perhetyö kahdeksi kuukaudeksi.');
  await saved(worker);
  await worker.getByRole('heading', { name: t('assessment.beside') }).waitFor();
  await shareAs(worker, t('assessment.shareText'));

  await part(worker, caseId, 'signatures');
  await worker.getByText(t('assessment.childThere')).waitFor();
  await worker.getByText(t('assessment.outsideTitle')).waitFor();
  await expect
    .poll(() => worker.getByRole('button', { name: t('assessment.signThis') }).isEnabled())
    .toBe(true);
});

test('signed, countersigned, unchangeable; corrected with a reason; both versions to read and as a PDF', async () => {
  const worker = await journey.person('social-worker');
  const teacher = await journey.person('special-teacher');
  const nurse = await journey.person('psychiatric-nurse');
  const caseId = await goToCase(worker, 'Amir');

  await part(worker, caseId, 'synthesis');
  await worker.getByText(/Koulun järjestämä koetila ei mielestäni riitä/).waitFor(); // the nurse's dissent
  await worker.getByRole('heading', { name: t('assessment.beside') }).waitFor();
  const consultant = await journey.person('consultant-social-worker');
  await part(consultant, caseId, 'synthesis');
  await consultant.getByText(/Amirin arki on turvallista/).waitFor();
  await consultant.getByText(t('assessment.comment'), { exact: true }).first().click();
  await consultant
    .getByRole('button', { name: t('assessment.writeComment') })
    .first()
    .click();
  await box(consultant, t('assessment.ownComment')).fill('Koetila on sovittu jo ensi viikolle.');
  await consultant.getByRole('button', { name: t('assessment.sendComment') }).click();
  await worker.getByText('Koetila on sovittu jo ensi viikolle.').waitFor();
  await consultant.context().close();

  await part(worker, caseId, 'signatures');
  await worker.getByRole('button', { name: t('assessment.signThis') }).click();
  await worker
    .getByRole('dialog')
    .getByRole('button', { name: t('assessment.sign'), exact: true })
    .click();
  await worker.getByText(t('assessment.sealed'), { exact: true }).waitFor();
  await worker
    .getByText(/Leena Kallio/)
    .first()
    .waitFor();

  for (const page of [teacher, nurse]) {
    await page.goto('/');
    await page.getByRole('link', { name: named(t('today.sign'), 'Amir') }).waitFor();
  }
  await part(teacher, caseId, 'signatures');
  await teacher.getByRole('button', { name: t('assessment.countersign') }).click();
  await teacher
    .getByRole('dialog')
    .getByRole('button', { name: t('assessment.sign'), exact: true })
    .click();
  await worker
    .getByText(/Mikko Halonen/)
    .first()
    .waitFor();

  await worker.goto(`/cases/${caseId}/assessment?area=friends`);
  await worker.getByText(/yksi hyvä ystävä entisessä asuinpaikassa/).waitFor();
  expect(await worker.getByRole('textbox', { name: t('assessment.narrative') }).count()).toBe(0);

  await part(worker, caseId, 'signatures');
  await worker.getByRole('button', { name: t('assessment.correct') }).click();
  const dialog = worker.getByRole('dialog', { name: t('assessment.correctTitle') });
  await dialog.getByLabel(t('assessment.correctReason')).fill('Koetila alkaa jo tällä viikolla.');
  await dialog.getByRole('button', { name: t('assessment.correct') }).click();
  await dialog.waitFor({ state: 'detached' });
  await part(worker, caseId, 'synthesis');
  const synthesis = box(worker, t('assessment.agreement'));
  await synthesis.press('Control+End');
  await synthesis.pressSequentially(' Koetila alkaa tällä viikolla.');
  await saved(worker);
  const share = worker.getByRole('button', { name: t('assessment.shareText') });
  if (await share.isVisible()) await shareAs(worker, t('assessment.shareText'));
  await part(worker, caseId, 'signatures');
  await worker.getByRole('button', { name: t('assessment.signThis') }).click();
  await worker
    .getByRole('dialog')
    .getByRole('button', { name: t('assessment.sign'), exact: true })
    .click();
  await worker
    .getByText(t('assessment.because', { reason: 'Koetila alkaa jo tällä viikolla.' }))
    .first()
    .waitFor();
  for (const [count, has] of [
    [2, true],
    [1, false],
  ] as const) {
    await part(worker, caseId, 'signatures');
    await worker.getByRole('link', { name: t('assessment.version', { count }) }).click();
    await worker.getByRole('link', { name: t('assessment.pdf') }).waitFor();
    await worker
      .getByText(/Amirin arki on turvallista/)
      .first()
      .waitFor();
    await expect
      .poll(async () => (await worker.getByText('Koetila alkaa tällä viikolla.').count()) > 0)
      .toBe(has);
  }

  await worker
    .getByText(/painajaisia/)
    .first()
    .waitFor();
  await teacher.goto(worker.url());
  await teacher
    .getByText(/Amirin arki on turvallista/)
    .first()
    .waitFor();
  expect(await teacher.getByText(/painajaisia/).count()).toBe(0);
  const sizes: number[] = [];
  for (const page of [worker, teacher]) {
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: t('assessment.pdf') }).click();
    const bytes = readFileSync(await (await downloading).path(), 'latin1');
    expect(bytes.startsWith('%PDF-')).toBe(true);
    expect(bytes).toMatch(/\/StructTreeRoot/);
    expect(bytes).toMatch(/\/Marked true/);
    sizes.push(bytes.length);
  }
  expect(sizes[1]).toBeLessThan(sizes[0] ?? 0);
});
