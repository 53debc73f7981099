// Journeys: a question that is passed on, declined with a reason, passed on again and accepted, with the asker told at each
// step and the old team having it until then; and a deputy who goes on for an asker.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violationsOn } from './harness/accessibility.ts';
import { addTeam, sendQuestion, teamName, writeQuestion, writeTurn } from './harness/consultation-steps.ts';
import { beginJourney, t } from './harness/journey.ts';

const journey = beginJourney();
const other = { name: 'Lastensuojelun neuvontatiimi', nameSv: 'Barnskyddets rådgivning' };
const words = 'Miten puhun huoltajan kanssa, joka ei avaa ovea?';

const passOn = async (page: Page, reason: string): Promise<void> => {
  await page.getByRole('button', { name: t('withOthers.passOn') }).click();
  const dialog = page.getByRole('dialog', { name: t('withOthers.passOnTitle') });
  await dialog.getByRole('radio', { name: other.name }).check();
  await dialog.getByLabel(t('consultation.reason')).fill(reason);
  expect(await violationsOn(page)).toEqual([]);
  await dialog.getByRole('button', { name: t('withOthers.passOnDo') }).click();
  await dialog.waitFor({ state: 'detached' });
};

test('two teams are there to be asked', async () => {
  const administrator = await journey.person('administrator');
  await addTeam(administrator, [{ name: 'Sari Niskanen', role: 'expert' }]);
  await addTeam(administrator, [{ name: 'Leena Kallio', role: 'expert' }], other);
});

test('passed on and declined, passed on again and accepted', async () => {
  const teacher = await journey.person('special-teacher');
  await writeQuestion(teacher, { text: words, area: 'worry-about-home', whom: teamName });
  const address = await sendQuestion(teacher);
  const nurse = await journey.person('psychiatric-nurse');
  await nurse.goto(address);
  await nurse.getByRole('button', { name: t('consultation.claim') }).click();
  const worker = await journey.person('social-worker');
  await worker.goto('/consultations');
  await passOn(nurse, 'Tämä on lastensuojelun asia.');
  // The old team has it still, and the asker knows of both.
  await teacher.getByText(t('consultation.passingTo')).waitFor();
  await teacher
    .getByText(/Sari Niskanen, /)
    .first()
    .waitFor();

  await worker.getByRole('link', { name: words }).click();
  await worker.getByText(t('withOthers.nextOffered')).waitFor();
  expect(await worker.getByRole('textbox').count()).toBe(0);
  await worker.getByRole('button', { name: t('withOthers.declinePassed') }).click();
  const decline = worker.getByRole('dialog', { name: t('withOthers.declinePassedTitle') });
  await decline.getByLabel(t('consultation.reason')).fill('Perhe on jo perhekeskuksen asiakas.');
  await decline.getByRole('button', { name: t('withOthers.declinePassed') }).click();
  // Declined, it is theirs to read no more; the page says so.
  await worker.getByText(t('consultation.gone')).waitFor();
  await teacher.getByText(t('consultation.passingTo')).waitFor({ state: 'detached' });
  await teacher.getByText(t('consultation.history')).click();
  await teacher.getByText('perhekeskuksen asiakas').waitFor();

  await passOn(nurse, 'Sovimme puhelimessa, että tulee sittenkin teille.');
  await worker.goto(address);
  await worker.getByRole('button', { name: t('withOthers.acceptPassed') }).click();
  await teacher.getByText(t('consultation.nextClaimed', { name: 'Leena Kallio' })).waitFor();
  await nurse.getByText(t('consultation.gone')).waitFor();
  await writeTurn(
    worker,
    t('consultation.writeAnswer'),
    'Soita ensin, ja mene sitten pariksi jonkun tutun kanssa.',
    t('consultation.sendAnswer'),
  );
  await teacher.getByText('jonkun tutun kanssa').waitFor();
});

test('a deputy of the same school goes on for an asker who is away; a colleague who is no deputy sees nothing', async () => {
  const teacher = await journey.person('special-teacher');
  await writeQuestion(teacher, {
    text: 'Kuka soittaa, kun oppilas ei tule?',
    area: 'school-attendance',
    whom: teamName,
  });
  const address = await sendQuestion(teacher);
  const principal = await journey.person('principal');
  await principal.goto('/consultations');
  await principal.getByRole('link', { name: t('consultation.ask'), exact: true }).waitFor();
  expect(await principal.getByRole('link', { name: /Kuka soittaa/ }).count()).toBe(0);
  await teacher.getByRole('button', { name: t('consultation.addDeputy') }).click();
  const dialog = teacher.getByRole('dialog', { name: t('consultation.deputyTitle') });
  const choice = dialog.getByLabel(t('consultation.deputyWhom'));
  const option = choice.locator('option', { hasText: 'Tiina Rantala' });
  await choice.selectOption((await option.getAttribute('value')) ?? '');
  expect(await violationsOn(teacher)).toEqual([]);
  await dialog.getByRole('button', { name: t('service.save') }).click();
  await dialog.waitFor({ state: 'detached' });

  // Live: the deputy finds it in the list without reading the page again.
  await principal.getByRole('link', { name: /Kuka soittaa/ }).click();
  const nurse = await journey.person('psychiatric-nurse');
  await nurse.goto(address);
  await nurse.getByRole('button', { name: t('consultation.claim') }).click();
  await writeTurn(
    nurse,
    t('consultation.writeAnswer'),
    'Kuka koululla tuntee perheen parhaiten?',
    t('consultation.sendAskMore'),
  );
  await principal.getByText(t('consultation.nextMore')).waitFor();
  await writeTurn(
    principal,
    t('consultation.writeMore'),
    'Kuraattori on käynyt kotona.',
    t('consultation.sendTellMore'),
  );
  await nurse.getByText('Kuraattori on käynyt kotona.').waitFor();
  await nurse.getByText('Tiina Rantala').first().waitFor();
});
