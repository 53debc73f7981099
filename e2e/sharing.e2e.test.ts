// Journey: who sees what, and why. A missing ground is recorded inside the share dialog and the other side reads; narrowed,
// the text leaves the other's screen at once, and its author was told who had read it; the log shows it; the case is looked
// at with the other's eyes; the family reads who sees what, and a guardian ends a consent of her own.
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violationsOn } from './harness/accessibility.ts';
import { box, finnishDate, goToCase, invite, named, saved } from './harness/case-steps.ts';
import { beginJourney, t } from './harness/journey.ts';
import { record, seenAt } from './harness/measured.ts';
import { takePicture } from './harness/pictures.ts';

const journey = beginJourney();
const clinic = 'Rannikon nuorisopsykiatria';
const words = 'Kotona on kaksi aikuista, ja molemmat ovat väsyneitä.';

const recordStatute = async (dialog: Locator): Promise<void> => {
  await dialog.getByLabel(t('members.kind'), { exact: true }).selectOption('statute');
  await dialog.getByLabel(t('members.statuteConfirm')).check();
  await dialog.getByLabel(t('members.evidence')).fill('Sovittu puhelimessa 24.11.');
  await dialog.getByRole('button', { name: t('sharing.recordGround'), exact: true }).click();
};
const openShare = async (page: Page, button: string): Promise<Locator> => {
  await page.getByRole('button', { name: button }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(t('assessment.knowOf')).waitFor();
  return dialog;
};

test('a missing ground is recorded on the spot, the other side reads, narrowing takes it away at once, the log shows it', async () => {
  const worker = await journey.person('social-worker');
  const caseId = await goToCase(worker, 'Kasper');
  await worker.goto(`/cases/${caseId}/sharing`);
  const groundOfClinic = { kind: 'statute', evidence: 'Lähete 20.11.' } as const;
  await invite(worker, { name: 'Sari Niskanen', search: 'Sari Niskanen' }, groundOfClinic, 'us');
  const nurse = await journey.person('psychiatric-nurse');
  await nurse.goto(`/cases/${caseId}/assessment?part=situation`);
  await nurse.getByRole('heading', { name: t('assessment.situation') }).waitFor();

  await worker.goto(`/cases/${caseId}/assessment?part=situation`);
  const situation = box(worker, t('assessment.situation'));
  await situation.fill(words);
  await saved(worker);
  const before = await nurse.getByText(words).count();
  expect(before).toBe(0);

  const shareButton = worker.getByRole('button', { name: t('assessment.changeAudience') });
  const label = (await shareButton.count()) > 0 ? t('assessment.changeAudience') : t('assessment.shareText');
  const dialog = await openShare(worker, label);
  // With the eyes of psychiatry: nothing yet, and why.
  await dialog.getByRole('button', { name: t('sharing.textAs') }).click();
  await dialog.getByLabel(t('sharing.viewAsWhom')).selectOption({ label: clinic });
  await dialog.getByText(t('sharing.textAsNot', { name: clinic })).waitFor();
  expect(await violationsOn(worker)).toEqual([]);
  await dialog.getByRole('button', { name: t('sharing.backToSharing') }).click();

  await dialog.getByRole('button', { name: named(t('sharing.recordHere'), clinic) }).click();
  await dialog.getByLabel(t('members.kind'), { exact: true }).waitFor();
  expect(await violationsOn(worker)).toEqual([]);
  await worker.screenshot({ path: 'artefacts/ground-step.png' });
  await recordStatute(dialog);
  // Back in the same dialog; who gains it now is said.
  await dialog.getByText('Sari Niskanen').waitFor();
  expect(await dialog.getByRole('radio', { name: t('assessment.scopeEveryone') }).isChecked()).toBe(true);
  await dialog
    .getByRole('button', { name: label, exact: true })
    .or(dialog.getByRole('button', { name: t('assessment.share'), exact: true }))
    .first()
    .click();
  await dialog.waitFor({ state: 'detached' });
  await nurse.getByText(words).waitFor();

  const again = await openShare(worker, t('assessment.changeAudience'));
  await again.getByRole('radio', { name: t('assessment.scopeAgency') }).check();
  await again.getByText(`Sari Niskanen (${t('sharing.losingRead')})`).waitFor();
  expect(await violationsOn(worker)).toEqual([]);
  await worker.screenshot({ path: 'artefacts/narrowing.png' });
  const gone = seenAt(nurse, words, false);
  let pressed = 0;
  worker.on('request', (request) => {
    if (request.url().endsWith('/share')) pressed = performance.now();
  });
  await again.getByRole('button', { name: t('assessment.changeAudience'), exact: true }).click();
  const took = (await gone) - pressed;
  record('narrowed → gone from the other’s screen', [took]);
  expect(await (await nurse.request.get(`/api/cases/${caseId}`)).text()).not.toContain(words);

  await worker.goto(`/cases/${caseId}/sharing`);
  const log = worker.getByRole('list', { name: t('sharing.logTitle') });
  await log.getByText(clinic).first().waitFor();
  await log.getByText('Sari Niskanen').first().waitFor();
  // Not texts alone: who takes part, grounds and the child's details were given too.
  for (const kind of ['object_membership', 'object_ground', 'object_case'] as const)
    await log
      .getByText(t(`sharing.${kind}`))
      .first()
      .waitFor();
  expect(await violationsOn(worker)).toEqual([]);
  for (const theme of ['light', 'dark'] as const)
    await takePicture(worker, 'log', { width: 1440, theme, language: 'fi' });
});

test('with the eyes of the school: under a banner, less than one’s own, nothing to press; all by keyboard', async () => {
  const worker = await journey.person('social-worker');
  const caseId = await goToCase(worker, 'Aino');
  await worker.goto(`/cases/${caseId}/sharing`);
  const open = worker.getByRole('button', { name: t('sharing.viewAs') });
  await open.waitFor();
  await open.focus();
  await worker.keyboard.press('Enter');
  const look = worker.getByRole('dialog').getByRole('button', { name: /Meriniemen koulu/ });
  await look.waitFor();
  for (let n = 0; n < 12 && !(await look.evaluate((el) => el === document.activeElement)); n += 1)
    await worker.keyboard.press('Tab');
  await worker.keyboard.press('Enter');
  await worker.getByText(t('sharing.asBanner', { name: 'Meriniemen koulu' })).waitFor();
  await worker.getByText('Mikko').first().waitFor();
  expect(await worker.getByText(/Sari|Nuorisopsykiatria/).count()).toBe(0);
  expect(await worker.getByRole('button', { name: t('members.invite') }).count()).toBe(0);
  await worker.getByRole('link', { name: t('cases.assessment'), exact: true }).click();
  await worker.getByText(t('sharing.asBanner', { name: 'Meriniemen koulu' })).waitFor();
  await worker
    .getByRole('navigation', { name: t('assessment.sections') })
    .getByRole('link', { name: t('lifeArea.family-relations') })
    .click();
  await worker.getByText(/Äiti ja Aino ovat arjessa kahdestaan/).waitFor();
  expect(await worker.locator('main textarea, main [contenteditable="true"]').count()).toBe(0);
  await worker.getByRole('link', { name: t('sharing.asLeave') }).click();
  await worker
    .getByRole('list', { name: t('sharing.logTitle') })
    .getByText(t('sharing.you_as'))
    .first()
    .waitFor();
});

test('the guardian reads who sees what and who has looked, and ends her own consent', async () => {
  const guardian = await journey.person('guardian');
  const teacher = await journey.person('special-teacher');
  const caseId = await goToCase(teacher, 'Aino');
  await guardian.goto(`/cases/${caseId}`);
  await guardian.getByRole('link', { name: t('sharing.mineLink') }).click();
  await guardian.getByRole('heading', { level: 1, name: t('sharing.mineTitle') }).waitFor();
  await guardian
    .getByText(/Minna Virtanen on antanut suostumuksen/)
    .first()
    .waitFor();
  const log = guardian.getByRole('list', { name: t('sharing.logTitle') });
  await log.getByText('erityisopettaja, Meriniemen koulu').first().waitFor();
  expect(await log.getByText(/Halonen|Kallio|Aino Virtanen/).count()).toBe(0);

  const words = /Äiti ja Aino ovat arjessa kahdestaan/;
  await teacher.goto(`/cases/${caseId}/assessment?area=family-relations`);
  await teacher.getByText(words).waitFor();
  // Her consent stands once for each invitation; what rests on it ends with the last.
  const withdraw = guardian.getByRole('button', { name: /Meriniemen koulu/ });
  for (let left = await withdraw.count(); left > 0; left -= 1) {
    await withdraw.first().click();
    const dialog = guardian.getByRole('dialog');
    await dialog.getByRole('button', { name: t('sharing.mineWithdraw'), exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => withdraw.count()).toBe(left - 1);
  }
  await teacher.getByText(words).waitFor({ state: 'detached' });
  expect((await teacher.request.get(`/api/cases/${caseId}`)).status()).toBe(404);
});

test('on paper there is neither navigation nor a button, and the foot says who printed it and when', async () => {
  const worker = await journey.person('social-worker');
  const caseId = await goToCase(worker, 'Aino');
  await worker.goto(`/cases/${caseId}/sharing`);
  const log = worker.getByRole('list', { name: t('sharing.logTitle') });
  await log.getByRole('listitem').first().waitFor();
  // What a browser tells the page when it prints.
  await worker.pdf();
  const foot = await worker.evaluate(() => document.documentElement.style.getPropertyValue('--printed-by'));
  expect(foot).toBe(`"${t('shell.printed', { name: 'Leena Kallio', date: finnishDate(0) })}"`);
  await worker.emulateMedia({ media: 'print' });
  expect(await worker.getByRole('navigation').count()).toBe(0);
  expect(await worker.getByRole('button').count()).toBe(0);
  expect(await log.getByRole('listitem').first().isVisible()).toBe(true);
});
