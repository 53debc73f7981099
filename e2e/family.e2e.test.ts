// Journey 5: the guardian and the child read what was released to them, see what happens next, and say something
// themselves. What the child did not want a guardian to read goes from the guardian's screen at once.
import { expect, test } from 'vitest';
import { box, goToCase, named } from './harness/case-steps.ts';
import { beginJourney, t } from './harness/journey.ts';
import { record, seenAt } from './harness/measured.ts';

const journey = beginJourney();
const ainosWords = /Aamulla ei vaan pääse ylös/;

test('the guardian reads, sees what happens next, and comments; the child too, in words of their own', async () => {
  const guardian = await journey.person('guardian');
  await guardian.getByText(t('today.nextTitle')).waitFor();
  await guardian.getByText(/Arvioinnin pitää olla valmis viimeistään/).waitFor();
  await guardian
    .getByRole('link', { name: named(t('today.look'), 'Aino') })
    .first()
    .click();
  await guardian
    .getByRole('heading', { level: 1, name: t('family.titleGuardian', { name: 'Aino' }) })
    .waitFor();
  await guardian.getByText(/Poissaoloja syksyllä 62 tuntia/).waitFor();
  await guardian.getByText(ainosWords).waitFor();
  expect(await guardian.getByText(/Nukahtaa arkisin vasta kahden jälkeen/).count()).toBe(0); // not released

  await box(guardian, t('family.moreTitle')).fill('Mummo voi tulla aamuisin.');
  await guardian
    .getByRole('button', { name: t('assessment.sendComment') })
    .last()
    .click();
  await guardian.getByText('Mummo voi tulla aamuisin.').waitFor();

  const child = await journey.person('child');
  const caseId = guardian.url().match(/cases\/([0-9a-f-]{36})/)?.[1] ?? '';
  await child.goto(`/cases/${caseId}`);
  await child.getByRole('heading', { level: 1, name: t('family.titleChild') }).waitFor();
  await child.getByText(ainosWords).waitFor();
  await child.getByText(t('family.wordsTitle')).waitFor();
  const snapshot = await (await child.request.get(`/api/cases/${caseId}`)).text();
  expect(snapshot).not.toMatch(/Nukahtaa arkisin|Keskusteltu Petrin ja Leenan kesken/);

  const worker = await journey.person('social-worker');
  await worker.goto(`/cases/${caseId}/assessment`);
  await expect
    .poll(async () => (await worker.request.get(`/api/cases/${caseId}`)).text())
    .toContain('Mummo voi tulla aamuisin.');
});

test('when the child says no, the words leave the guardian’s open page within a second', async () => {
  const guardian = await journey.person('guardian');
  const counsellor = await journey.person('social-counsellor');
  const caseId = await goToCase(counsellor, 'Aino');
  await guardian.goto(`/cases/${caseId}`);
  await guardian.getByText(ainosWords).waitFor();
  await counsellor.goto(`/cases/${caseId}/assessment?part=child-view`);
  const answer = counsellor.getByRole('radio', { name: t('assessment.mayReadProfessionals') });
  await answer.waitFor();
  const gone = seenAt(guardian, 'Aamulla ei vaan pääse ylös', false);
  let pressed = 0;
  counsellor.on('request', (request) => {
    if (request.url().endsWith('/fields/mayRead')) pressed = performance.now();
  });
  await answer.check();
  record('the child said no → gone from the guardian’s screen', [(await gone) - pressed]);
  expect(await (await guardian.request.get(`/api/cases/${caseId}`)).text()).not.toMatch(ainosWords);
  await guardian.reload();
  await guardian
    .getByRole('heading', { level: 1, name: t('family.titleGuardian', { name: 'Aino' }) })
    .waitFor();
  expect(await guardian.getByText(ainosWords).count()).toBe(0);
});
