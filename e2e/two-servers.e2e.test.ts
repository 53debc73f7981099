// Journey 11: two server processes on one database, as in production. Who is on one sees what is written on the other.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { box, goToCase, shareAs } from './harness/case-steps.ts';
import { beginJourney, signIn, t } from './harness/journey.ts';
import { record, seenAt } from './harness/measured.ts';
import { type ServerProcess, serverProcess } from './harness/server-process.ts';

const journey = beginJourney();
let second: ServerProcess;

beforeAll(async () => {
  second = await serverProcess(journey.database);
});
afterAll(() => second.end());

test('a text grows on the other server’s pages, and who is here is known on both', async () => {
  const worker = await journey.person('social-worker');
  const nurse = await (await journey.context('nurse', { baseURL: second.origin })).newPage();
  await nurse.goto('/');
  await signIn(nurse, 'psychiatric-nurse');
  expect(new URL(nurse.url()).origin).not.toBe(new URL(worker.url()).origin);
  const caseId = await goToCase(worker, 'Aino');
  const address = `/cases/${caseId}/assessment?area=mental-health`;
  await worker.goto(address);
  await nurse.goto(address);
  const narrative = box(nurse, t('assessment.narrative'));
  await narrative.pressSequentially('Toisella palvelimella kirjoitettu.');
  await shareAs(nurse, t('assessment.shareContribution'));
  await worker.getByText('Toisella palvelimella kirjoitettu.').waitFor();
  const times: number[] = [];
  for (const word of ['yksi', 'kaksi', 'kolme']) {
    await narrative.press('Control+End');
    await narrative.pressSequentially(` sana-${word}`);
    const typed = performance.now();
    times.push((await seenAt(worker, `sana-${word}`)) - typed);
  }
  record('typed on one server → on the screen of another', times);
  // Five silent seconds end the writing, so it goes on while the worker looks.
  await Promise.all([
    worker.getByText(t('ring.writingNow')).first().waitFor(),
    narrative.pressSequentially(' ja vielä hetki', { delay: 150 }),
  ]);
});
