// Journey 6: the teacher's membership ends while the teacher writes. The open page closes the case at once, no way
// leads back in, and what was just typed is a private note.
import { expect, test } from 'vitest';
import { box, goToCase, named } from './harness/case-steps.ts';
import { beginJourney, t } from './harness/journey.ts';
import { record, seenAt } from './harness/measured.ts';

const journey = beginJourney();

test('the page closes the case, every other way in gives nothing, and the words are a private note', async () => {
  const teacher = await journey.person('special-teacher');
  const worker = await journey.person('social-worker');
  const caseId = await goToCase(worker, 'Kasper');
  const address = `/cases/${caseId}/assessment?area=school-and-learning`;
  await teacher.goto(address);
  const narrative = box(teacher, t('assessment.narrative'));
  await narrative.pressSequentially('Siirtymissä auttaa kuvallinen päiväjärjestys.');

  await worker.goto(`/cases/${caseId}/sharing`);
  await worker.getByRole('button', { name: named(t('members.end'), 'Mikko Halonen') }).click();
  const dialog = worker.getByRole('dialog');
  await dialog.getByLabel(t('members.endReason')).fill('Koulu vaihtui');
  let pressed = 0;
  worker.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/end')) pressed = performance.now();
  });
  const closed = seenAt(teacher, t('cases.gone'));
  const typing = narrative
    .pressSequentially(' Ja vielä yksi ajatus, joka jää kesken', { delay: 60, timeout: 8_000 })
    .catch(() => undefined);
  await dialog.getByRole('button', { name: t('members.end') }).click();
  record('membership ended → the case is closed on the open page', [(await closed) - pressed]);
  await typing;
  expect(await teacher.getByText('Kasper').count()).toBe(0);

  expect((await teacher.request.get(`/api/cases/${caseId}`)).status()).toBe(404);
  for (const way of [address, `/cases/${caseId}`, `/cases/${caseId}/sharing`]) {
    await teacher.goto(way);
    await teacher.getByRole('heading', { name: t('cases.gone') }).waitFor();
    expect(await teacher.getByText(/Kasper|Lahtinen/).count()).toBe(0);
  }
  await teacher.goto('/children');
  await teacher.getByRole('link', { name: 'Aino' }).first().waitFor();
  expect(await teacher.getByText('Kasper').count()).toBe(0);

  await teacher.goto('/notes');
  await expect
    .poll(async () => (await teacher.request.get('/api/notes')).text())
    .toContain('Siirtymissä auttaa kuvallinen päiväjärjestys.');
  await expect
    .poll(() => teacher.locator('main textarea').first().inputValue())
    .toContain('Siirtymissä auttaa kuvallinen päiväjärjestys.');
  const workerSees = await (await worker.request.get(`/api/cases/${caseId}`)).text();
  expect(workerSees).not.toContain('kuvallinen päiväjärjestys');
});
