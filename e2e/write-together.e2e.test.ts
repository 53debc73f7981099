// Journey 2: three people write at the same time. A draft is its author's alone; sharing says first who will see it;
// then the others see the text grow, each only of those they may know of; taken back, it is gone again.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { box, goToCase, saved } from './harness/case-steps.ts';
import { beginJourney, t } from './harness/journey.ts';
import { record, seenAt } from './harness/measured.ts';

const journey = beginJourney();

const openArea = async (page: Page, caseId: string, area: string): Promise<void> => {
  await page.goto(`/cases/${caseId}/assessment?area=${area}`);
  await page.getByRole('navigation', { name: t('assessment.sections') }).waitFor();
};

/** Everything that the server tells this person of the case. */
const snapshot = async (page: Page, caseId: string): Promise<string> =>
  (await page.request.get(`/api/cases/${caseId}`)).text();

test('three people write at once: private until shared, then live, as far as each may know', async () => {
  const worker = await journey.person('social-worker');
  const teacher = await journey.person('special-teacher');
  const nurse = await journey.person('psychiatric-nurse');
  const caseId = await goToCase(worker, 'Aino');

  await openArea(worker, caseId, 'mental-health');
  await openArea(nurse, caseId, 'mental-health');
  await openArea(teacher, caseId, 'school-and-learning');
  const draft = 'Uni on ollut katkonaista koko syksyn.';
  const narrative = box(nurse, t('assessment.narrative'));
  await narrative.pressSequentially(draft, { delay: 15 });
  await saved(nurse);
  await nurse.getByText(t('ui.draft')).waitFor();
  expect(await snapshot(worker, caseId)).not.toContain('katkonaista');
  expect(await worker.getByText('katkonaista').count()).toBe(0);

  await nurse.getByRole('button', { name: t('assessment.shareContribution') }).click();
  const dialog = nurse.getByRole('dialog', { name: t('assessment.shareQuestion') });
  await dialog.getByText(/Leena/).first().waitFor();
  expect(await dialog.getByText(/Halonen/).count()).toBe(0);
  await dialog.getByRole('button', { name: t('assessment.share'), exact: true }).click();
  await worker.getByText('katkonaista').waitFor();
  await nurse.getByText(/\d+ ihmi(nen|stä) näkee tekstin/).waitFor();

  // All three at once, each in a text of their own.
  const schoolBox = box(teacher, t('assessment.narrative'));
  const schoolBefore = await schoolBox.inputValue();
  await Promise.all([
    narrative.pressSequentially(' Viikonloppuisin Aino nukkuu yli puolenpäivän.', { delay: 20 }),
    (async () => {
      await schoolBox.press('End');
      await schoolBox.press('Control+End');
      await schoolBox.pressSequentially(' Tällä viikolla kolme aamua ajoissa.', { delay: 20 });
    })(),
    worker.getByText('yli puolenpäivän').waitFor(),
  ]);
  await openArea(worker, caseId, 'school-and-learning');
  await worker.getByText('kolme aamua ajoissa').waitFor();

  // Key by key: how long until a letter stands on the other's screen.
  await openArea(worker, caseId, 'mental-health');
  const times: number[] = [];
  for (const word of ['yksi', 'kaksi', 'kolme', 'neljä', 'viisi']) {
    await narrative.press('Control+End');
    await narrative.pressSequentially(` mittaus-${word}`);
    const typed = performance.now();
    times.push((await seenAt(worker, `mittaus-${word}`)) - typed);
  }
  record('typed → on another’s screen', times);

  // Who is here: the worker sees both; the teacher does not learn of the nurse, not in any form.
  // Five silent seconds end the writing, so it goes on while the worker looks.
  await Promise.all([
    worker.getByText(t('ring.writingNow')).first().waitFor(),
    narrative.pressSequentially(' ja vielä hetki', { delay: 150 }),
  ]);
  for (const page of [teacher]) {
    expect(await page.getByText(/Sari|Niskanen/).count()).toBe(0);
    const told = await snapshot(page, caseId);
    expect(told).not.toMatch(/Niskanen|katkonaista|psykiatria/i);
  }

  await nurse.getByRole('button', { name: t('assessment.takeBack') }).click();
  await nurse.getByText(t('ui.draft')).waitFor();
  await worker.getByText('katkonaista').waitFor({ state: 'detached' });
  expect(await snapshot(worker, caseId)).not.toContain('katkonaista');
  expect(await narrative.inputValue()).toContain('mittaus-viisi');
  expect((await schoolBox.inputValue()).length).toBeGreaterThan(schoolBefore.length);
});
