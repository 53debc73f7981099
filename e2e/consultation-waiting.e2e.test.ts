// Journeys: an urgent question that nobody takes is told on, on every open screen at once; and what somebody has taken goes on
// with whoever stands in while they are away.
import { expect, test } from 'vitest';
import { violationsOn } from './harness/accessibility.ts';
import { goAway } from './harness/case-steps.ts';
import { sendQuestion, writeQuestion, writeTurn } from './harness/consultation-steps.ts';
import { beginJourney, t, wordsIn } from './harness/journey.ts';
import { takePicture } from './harness/pictures.ts';

const journey = beginJourney();
const whom = 'Lastensuojelun neuvonta';

test('urgent, and nobody takes it: the lead is told, then whoever is on call, and the asker sees so', async () => {
  const teacher = await journey.person('special-teacher');
  await writeQuestion(teacher, {
    text: 'Oppilas ei uskalla lähteä kotiin. Mitä teen nyt?',
    area: 'worry-about-home',
    whom,
    urgent: true,
  });
  const address = await sendQuestion(teacher);
  const lead = await journey.person('consultant-social-worker');
  const onCall = await journey.person('oskar.nystrom');
  /** As if it had been sent so much earlier: the server's own rounds find it. */
  const waited = (minutes: number) =>
    journey.look(
      `update consultation_history set at = now() - make_interval(mins => $2) where consultation_id = $1`,
      [address.split('/').at(-1), minutes],
    );
  await waited(31);
  // The server looks twice a minute.
  const soon = { timeout: 45_000 };
  await lead.getByText(t('consultation.untaken')).first().waitFor(soon);
  await teacher.getByText(/Tieto meni tiimin vetäjälle/).waitFor(soon);
  expect(await violationsOn(teacher)).toEqual([]);
  for (const [theme, width] of [
    ['light', 390],
    ['dark', 1440],
  ] as const) {
    await takePicture(teacher, 'consultation-untaken', { width, theme, language: 'fi' });
    await takePicture(lead, 'consultation-untaken-lead', { width, theme, language: 'fi' });
  }
  await onCall.getByText(wordsIn('sv')('consultation.untaken')).first().waitFor();
  await waited(200);
  await teacher.getByText(/Tieto meni päivystäjälle/).waitFor(soon);
  await lead.goto(address);
  await lead.getByRole('button', { name: t('consultation.claim') }).click();
  await teacher.getByText(/Tieto meni päivystäjälle/).waitFor({ state: 'detached' });
  await onCall.getByText(wordsIn('sv')('consultation.untaken')).first().waitFor({ state: 'detached' });
});

test('away, and stood in for: the substitute answers what the absent one has, and the asker sees who', async () => {
  const teacher = await journey.person('special-teacher');
  const words = 'Miten kerron huolesta vanhemmille?';
  await writeQuestion(teacher, { text: words, area: 'worry-about-home', whom });
  const address = await sendQuestion(teacher);
  const worker = await journey.person('social-worker');
  await worker.goto(address);
  await worker.getByRole('button', { name: t('consultation.claim') }).click();
  const substitute = await journey.person('oskar.nystrom');
  const sv = wordsIn('sv');
  await goAway(worker, 'Oskar Nyström', 3);
  await teacher
    .getByText(/Leena Kallio \(poissa, sijaisena Oskar Nyström\)/)
    .first()
    .waitFor();
  await takePicture(teacher, 'consultation-stood-in', { width: 1440, theme: 'light', language: 'fi' });
  // Live on the substitute's Today, among what is theirs to answer.
  await substitute
    .locator('section', { hasText: sv('consultation.mine') })
    .getByRole('link', { name: words })
    .click();
  await writeTurn(
    substitute,
    sv('consultation.writeAnswer'),
    'Kerro, mitä olet itse nähnyt, ja kysy, miltä se heistä kuulostaa.',
    sv('consultation.sendAnswer'),
  );
  await teacher.getByText('mitä olet itse nähnyt').waitFor();
});
