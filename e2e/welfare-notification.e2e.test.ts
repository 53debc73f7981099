// Journeys: a child welfare notification made on a telephone, kept through a reload, received live and handled; and one that grew from
// an anonymous consultation, of which nobody but its maker can tell.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { tooWide, violationsOn } from './harness/accessibility.ts';
import { line, saved } from './harness/case-steps.ts';
import { beginJourney, t, wordsIn } from './harness/journey.ts';
import { takePicture } from './harness/pictures.ts';
import type { Words } from './harness/words.ts';

const journey = beginJourney();
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const observed = 'Elli kertoi välitunnilla, ettei uskalla mennä kotiin.';
const worry = 'Pelkään, että häntä lyödään.';

const fill = async (page: Page, name: string, words: Words = t): Promise<void> => {
  await page.getByRole('radio', { name: words('welfareUrgency.soon') }).check();
  await line(page, words('welfare.childName')).fill(name);
  await line(page, words('welfare.observed')).fill(observed);
  await line(page, words('welfare.worry')).fill(worry);
  await page.getByRole('radio', { name: words('familyKnows.no-for-safety') }).check();
};
/** What stands on the page; the same words are said once for a screen reader besides. */
const shown = (page: Page) => page.locator('#content');

test('made on a telephone, received and handled; its maker learns that it is, and not what comes of it', async () => {
  const teacher = await journey.person('special-teacher', phone);
  const worker = await journey.person('social-worker');
  await teacher.goto('/consultations');
  await teacher.getByRole('link', { name: t('welfare.new') }).click();
  // In danger a call comes first.
  await teacher.getByRole('radio', { name: t('welfareUrgency.danger') }).check();
  await teacher.getByText(t('welfare.dangerTitle')).waitFor();
  expect(await teacher.getByRole('link', { name: t('welfare.call') }).getAttribute('href')).toBe('tel:112');
  await takePicture(teacher, 'welfare-danger', { width: 390, theme: 'light', language: 'fi' }, 'screen');
  // What is missing is said where it stands, and nothing goes.
  await teacher.getByRole('button', { name: t('welfare.send') }).click();
  await teacher.getByText(t('welfare.needObserved')).waitFor();
  expect(await violationsOn(teacher)).toEqual([]);
  await fill(teacher, 'Elli Esimerkki');
  await line(teacher, t('welfare.identityCode')).fill('131052-308A');
  await teacher.getByText(t('welfare.needCode')).waitFor();
  await line(teacher, t('welfare.identityCode')).fill('');
  await saved(teacher);
  await teacher.reload();
  await teacher.getByText(t('welfare.onlyYou')).waitFor();
  expect(await line(teacher, t('welfare.observed')).inputValue()).toBe(observed);
  expect(await violationsOn(teacher)).toEqual([]);
  for (const theme of ['light', 'dark'] as const) {
    await takePicture(teacher, 'welfare-form', { width: 390, theme, language: 'fi' });
    expect(await tooWide(teacher)).toEqual([]);
  }
  await teacher.getByRole('button', { name: t('welfare.send') }).click();
  await teacher.getByText(t('welfare.sentTitle')).waitFor();
  await teacher.getByText(t('welfare.notReadYet')).waitFor();
  expect(await violationsOn(teacher)).toEqual([]);
  await takePicture(teacher, 'welfare-receipt', { width: 390, theme: 'light', language: 'fi' });
  expect(await tooWide(teacher)).toEqual([]);
  const address = new URL(teacher.url()).pathname;

  // It came to an open page by itself.
  await worker.getByRole('heading', { name: t('welfare.queue') }).waitFor();
  await takePicture(worker, 'welfare-today', { width: 1440, theme: 'light', language: 'fi' }, 'screen');
  await worker.getByRole('link', { name: 'Elli Esimerkki' }).click();
  await worker.getByText(observed).waitFor();
  expect(await violationsOn(worker)).toEqual([]);
  await worker.getByRole('button', { name: t('welfare.markReceived') }).click();
  await shown(teacher).getByText(t('welfare.readByPerson')).waitFor();
  await worker.getByRole('button', { name: t('welfare.judge') }).click();
  const judging = worker.getByRole('dialog', { name: t('welfare.judgeTitle') });
  await judging.getByRole('button', { name: t('welfare.record') }).click();
  await judging.getByText(t('welfare.needVerdict')).waitFor();
  await judging.getByRole('radio', { name: t('urgencyVerdict.urgent'), exact: true }).check();
  await line(judging, t('welfare.judgeWords')).fill('Puhuin opettajan kanssa.');
  expect(await violationsOn(worker)).toEqual([]);
  await judging.getByRole('button', { name: t('welfare.record') }).click();
  await judging.waitFor({ state: 'detached' });
  await shown(teacher).getByText(t('welfare.began')).waitFor();
  await worker.getByRole('button', { name: t('welfare.conclude') }).click();
  const concluding = worker.getByRole('dialog', { name: t('welfare.concludeTitle') });
  await concluding.getByRole('radio', { name: t('welfareConclusion.assessment-opened') }).check();
  await line(concluding, t('welfare.concludeWords')).fill('Lapsi tarvitsee suojelua nyt.');
  await concluding.getByRole('button', { name: t('welfare.record') }).click();
  await concluding.waitFor({ state: 'detached' });
  await worker.getByText('Lapsi tarvitsee suojelua nyt.').waitFor();
  for (const theme of ['light', 'dark'] as const)
    await takePicture(worker, 'welfare-handling', { width: 1440, theme, language: 'fi' });
  await takePicture(worker, 'welfare-handling', { width: 390, theme: 'light', language: 'fi' });
  expect(await tooWide(worker)).toEqual([]);
  await worker.setViewportSize({ width: 1440, height: 900 });
  for (const [page, width] of [
    [worker, 1440],
    [teacher, 390],
  ] as const) {
    await page.goto('/consultations');
    await page.getByRole('link', { name: t('welfare.new') }).waitFor();
    await page
      .getByText('Elli Esimerkki')
      .or(page.getByText(t('welfare.closed')))
      .first()
      .waitFor({ state: 'attached' });
    expect(await violationsOn(page)).toEqual([]);
    await takePicture(page, 'welfare-lists', { width, theme: 'light', language: 'fi' });
    expect(await tooWide(page)).toEqual([]);
  }
  await worker.goto(address);
  // The form of a new case begins with what is known.
  await worker.getByRole('link', { name: t('welfare.openCase') }).click();
  await expect
    .poll(() => worker.getByLabel(t('openCase.name'), { exact: true }).inputValue())
    .toBe('Elli Esimerkki');

  await teacher.goto(address);
  await shown(teacher).getByText(t('welfare.began')).waitFor();
  expect(await teacher.getByText(/suojelua nyt|Leena Kallio|opettajan kanssa/).count()).toBe(0);
  // The next one begins empty, and a colleague finds nothing at all.
  await teacher.goto('/welfare-notifications/new');
  await teacher.getByText(t('welfare.onlyYou')).waitFor();
  expect(await line(teacher, t('welfare.observed')).inputValue()).toBe('');
  const principal = await journey.person('principal');
  await principal.goto(address);
  await principal.getByText(t('welfare.gone')).waitFor();
});

test('from an anonymous consultation: the words come along, the link stays with its maker', async () => {
  const [asked] = await journey.look<{ id: string; question: string }>(
    `select c.id, c.question from consultations c join people p on p.id = c.asker_id where p.sign_in_name = 'special-teacher' limit 1`,
  );
  const teacher = await journey.person('special-teacher');
  await teacher.goto(`/consultations/${asked?.id}`);
  await teacher.getByRole('link', { name: t('welfare.new') }).click();
  await teacher.getByText(t('welfare.apart')).waitFor();
  await fill(teacher, 'Onni Oppilas');
  await teacher.getByRole('button', { name: t('welfare.takeQuestion') }).click();
  expect(await line(teacher, t('welfare.worry')).inputValue()).toBe(`${worry}\n\n${asked?.question}`);
  await takePicture(teacher, 'welfare-from-consultation', { width: 1440, theme: 'light', language: 'fi' });
  await teacher.getByRole('button', { name: t('welfare.send') }).click();
  await teacher.getByText(t('welfare.sentTitle')).waitFor();
  await teacher.getByRole('link', { name: t('welfare.fromConsultation') }).waitFor();
  const worker = await journey.person('social-worker');
  await worker.goto(new URL(teacher.url()).pathname);
  await worker.getByText(worry).waitFor();
  expect(await worker.getByRole('link', { name: t('welfare.fromConsultation') }).count()).toBe(0);
  expect(await worker.content()).not.toContain(asked?.id);
});

test('in Swedish, every word of it, in the dark too', async () => {
  const sv = wordsIn('sv');
  const annika = await journey.person('annika.holm');
  await annika.goto('/welfare-notifications/new');
  await fill(annika, 'Elin Exempel', sv);
  expect(await violationsOn(annika)).toEqual([]);
  await takePicture(annika, 'welfare-form', { width: 1440, theme: 'dark', language: 'sv' });
  await annika.getByRole('button', { name: sv('welfare.send') }).click();
  await annika.getByText(sv('welfare.sentTitle')).waitFor();
  await takePicture(annika, 'welfare-receipt', { width: 1440, theme: 'dark', language: 'sv' });
  await takePicture(annika, 'welfare-receipt', { width: 390, theme: 'dark', language: 'sv' });
  expect(await tooWide(annika)).toEqual([]);
});
