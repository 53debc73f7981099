// Journeys: a question from a phone within two minutes, with what may tell who the child is asked about once; and one in
// Swedish, from a Swedish school to a psychiatrist who reads Swedish.
import { expect, test } from 'vitest';
import { tooWide, violationsOn } from './harness/accessibility.ts';
import {
  addTeam,
  question,
  sendQuestion,
  teamName,
  teamNameSv,
  writeQuestion,
  writeTurn,
} from './harness/consultation-steps.ts';
import { beginJourney, t, wordsIn } from './harness/journey.ts';
import { record } from './harness/measured.ts';
import { takePicture } from './harness/pictures.ts';

const journey = beginJourney();
const phone = { width: 390, theme: 'light', language: 'fi' } as const;

test('the team is there to be asked', async () => {
  const administrator = await journey.person('administrator');
  await addTeam(administrator, [
    { name: 'Henrik Lindqvist', role: 'expert' },
    { name: 'Kaisa Saarinen', role: 'lead' },
  ]);
});

test('from a phone: written, to whom, sent, within two minutes', async () => {
  const teacher = await journey.person('special-teacher', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const begun = performance.now();
  await writeQuestion(teacher, {
    text: 'Viidesluokkalainen jää aamuisin kotiin. Mistä aloitan huoltajan kanssa?',
    area: 'school-attendance',
    whom: teamName,
  });
  await teacher.getByLabel(t('support.meeting-with-guardians')).check();
  expect(await violationsOn(teacher)).toEqual([]);
  await takePicture(teacher, 'consultation-ask', phone);
  expect(await tooWide(teacher)).toEqual([]);
  await sendQuestion(teacher);
  record('a question from a phone, first press to receipt', [performance.now() - begun]);
  await teacher.getByText(teamName).first().waitFor();
  await takePicture(teacher, 'consultation-receipt', phone);
});

test('in Swedish from one school to the psychiatrist, every word of it', async () => {
  const sv = wordsIn('sv');
  const annika = await journey.person('annika.holm');
  await writeQuestion(
    annika,
    {
      text: 'En elev kommer inte iväg hemifrån på morgnarna. Hur börjar jag?',
      area: 'school-attendance',
      whom: teamNameSv,
    },
    sv,
  );
  expect(await annika.locator('html').getAttribute('lang')).toBe('sv');
  await sendQuestion(annika, sv);
  const henrik = await journey.person('psychiatrist');
  await henrik.goto('/consultations');
  const row = henrik.getByRole('listitem').filter({ hasText: 'En elev kommer inte iväg' });
  await row.getByText('svenska').waitFor();
  await row.getByRole('button', { name: sv('consultation.claim') }).click();
  await henrik.getByRole('link', { name: /En elev kommer inte iväg/ }).click();
  await writeTurn(
    henrik,
    sv('consultation.writeAnswer'),
    'Börja med en morgon i veckan och en vuxen som möter.',
    sv('consultation.sendAnswer'),
  );
  await annika.getByText('en vuxen som möter').waitFor();
  await annika.getByText(sv('consultation.nextAnswered')).waitFor();
  expect(await violationsOn(annika)).toEqual([]);
  await takePicture(annika, 'consultation-answered', { width: 1440, theme: 'light', language: 'sv' });
  expect(await question(annika, sv).count()).toBe(0);
});
