// Journey: emergency access. A social worker on call looks for a child's case, opens it with a reason, opens what psychiatry
// has on vital interest, and ends it; the responsible worker and the data protection officer see it at once on open pages,
// and the officer reviews it. On a phone, in Swedish, and with the keys alone the same.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { violationsOn } from './harness/accessibility.ts';
import { goToCase, line, typeDate } from './harness/case-steps.ts';
import { beginJourney, t, wordsIn } from './harness/journey.ts';
import { everyLook } from './harness/looks.ts';
import { record, seenAt } from './harness/measured.ts';
import { type Look, takePicture } from './harness/pictures.ts';

const journey = beginJourney();

/** Oskar reads Swedish. */
const sv = wordsIn('sv');
const reason = 'Aino är på jouren och den ansvariga arbetstagaren går inte att nå.';
const looks: readonly Look[] = [
  { width: 1440, theme: 'light', language: 'sv' },
  { width: 820, theme: 'dark', language: 'sv' },
  { width: 390, theme: 'light', language: 'sv' },
];
const lookAt = async (page: Page, view: string, found: string[], language: Look['language'] = 'sv') => {
  for (const look of looks) await takePicture(page, view, { ...look, language });
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const colorScheme of everyLook ? (['dark', 'light'] as const) : (['dark'] as const)) {
    await page.emulateMedia({ colorScheme });
    for (const one of await violationsOn(page)) found.push(`${view}, ${colorScheme}: ${one}`);
  }
};
const childOf = async (givenName: string) => {
  const [row] = await journey.look<{ id: string; number: string; child_name: string; born: string }>(
    `select id, number, child_name, to_char(birth_date, 'FMDD.FMMM.YYYY') as born from cases where child_given_name = $1`,
    [givenName],
  );
  if (!row) throw new Error(`no case of ${givenName}`);
  return row;
};

test('found, opened, told at once, opened further on vital interest, ended and reviewed', async () => {
  const found: string[] = [];
  const { number, id } = await childOf('Aino');
  const worker = await journey.person('social-worker');
  await goToCase(worker, 'Aino');
  const officer = await journey.person('data-protection-officer');
  const onCall = await journey.person('oskar.nystrom');

  await onCall.goto('/children');
  await onCall.getByRole('link', { name: sv('glass.open') }).click();
  await onCall.getByRole('button', { name: sv('glass.find') }).click();
  await onCall.getByText(sv('glass.needNumber')).waitFor();
  await line(onCall, sv('glass.number')).fill('R-1999-000001');
  await onCall.getByRole('button', { name: sv('glass.find') }).click();
  await onCall.getByText(sv('glass.none')).waitFor();
  await lookAt(onCall, 'glass-find', found);
  await line(onCall, sv('glass.number')).fill(number.toLowerCase());
  await onCall.keyboard.press('Enter');
  await onCall.getByRole('heading', { name: sv('glass.found', { number }) }).waitFor();
  await onCall.getByRole('button', { name: sv('glass.break') }).click();
  await onCall.getByText(sv('glass.needReason', { count: 10 })).waitFor();
  await line(onCall, sv('glass.reason')).fill(reason);
  await lookAt(onCall, 'glass-reason', found);

  let pressed = 0;
  onCall.on('request', (request) => {
    if (request.url().endsWith('/break-glass')) pressed = performance.now();
  });
  const toldOfficer = seenAt(officer, t('glass.toReviewTitle'));
  const toldWorker = seenAt(worker, 'Oskar Nyström katsoo asiaa hätäkatselussa');
  await onCall.getByRole('button', { name: sv('glass.break') }).click();
  await onCall.getByRole('heading', { level: 1, name: 'Aino' }).waitFor();
  await onCall.getByText(sv('glass.minutesLeft', { count: 15 })).waitFor();
  record('emergency access → on the officer’s open Today', [(await toldOfficer) - pressed]);
  record('emergency access → on the responsible worker’s open page', [(await toldWorker) - pressed]);
  await lookAt(onCall, 'glass-case', found);
  await lookAt(officer, 'glass-today-officer', found, 'fi');
  await takePicture(worker, 'glass-case-other', { width: 1440, theme: 'light', language: 'fi' });
  // Nothing can be written or changed here.
  for (const key of ['members.invite', 'cases.openAssessment'] as const)
    expect(await onCall.getByRole('button', { name: sv(key) }).count()).toBe(0);

  await onCall.getByRole('button', { name: sv('glass.vital') }).click();
  const dialog = onCall.getByRole('dialog');
  await dialog.getByRole('button', { name: sv('glass.vitalRecord') }).click();
  await dialog.getByText(sv('glass.needAgency')).waitFor();
  await dialog.getByLabel(sv('glass.vitalFrom')).selectOption({ label: 'Kustens ungdomspsykiatri' });
  await dialog.getByRole('checkbox', { name: new RegExp(`^${sv('dataClass.health')}`) }).check();
  await dialog.getByLabel(sv('glass.vitalEvidence')).fill('Medicineringen måste vara känd före vården.');
  await lookAt(onCall, 'glass-vital', found);
  await dialog.getByRole('button', { name: sv('glass.vitalRecord') }).click();
  await dialog.waitFor({ state: 'detached' });
  await onCall.getByText(sv('glass.vitalRecorded')).first().waitFor();

  await onCall.getByRole('button', { name: sv('glass.end') }).click();
  await onCall.waitForURL((url) => url.pathname === '/');
  await worker.getByText('Oskar Nyström katsoo asiaa hätäkatselussa').waitFor({ state: 'detached' });
  await onCall.goto(`/cases/${id}`);
  await onCall.getByRole('heading', { name: sv('cases.gone') }).waitFor();
  await worker.goto('/');
  await worker.getByText(`Oskar Nyström avasi asian ${number} hätäkatseluun`).waitFor();
  await worker.getByText(reason).waitFor();

  await officer
    .getByRole('link', { name: t('glass.toReview') })
    .first()
    .click();
  await officer.getByText(reason).waitFor();
  await officer.getByText('Medicineringen måste vara känd före vården.').waitFor();
  expect(await officer.locator('main').innerText()).not.toContain('Virtanen');
  await officer.getByRole('button', { name: t('glass.saveReview') }).click();
  await officer.getByText(t('glass.needFinding')).waitFor();
  await officer.getByRole('radio', { name: t('glass.finding_not-justified') }).check();
  await officer.getByRole('button', { name: t('glass.saveReview') }).click();
  await officer.getByText(t('glass.needNote')).waitFor();
  await lookAt(officer, 'glass-review', found, 'fi');
  await officer.getByLabel(t('glass.note')).fill('Päivystyksellä on oma puhelinlinja.');
  await officer.getByRole('button', { name: t('glass.saveReview') }).click();
  await officer.getByText('Päivystyksellä on oma puhelinlinja.').waitFor();
  expect(await officer.getByRole('button', { name: t('glass.saveReview') }).count()).toBe(0);

  // Whoever opened it reads what was found.
  await onCall.goto('/break-glass');
  await onCall.getByRole('link', { name: sv('glass.usesTitle') }).click();
  await onCall.getByText('Päivystyksellä on oma puhelinlinja.').waitFor();
  expect(found).toEqual([]);
});

test('by name and day of birth, on a phone; what was typed in the search is kept nowhere', async () => {
  const { number, child_name, born } = await childOf('Aino');
  const onCall = await journey.person('oskar.nystrom', { viewport: { width: 390, height: 844 } });
  await onCall.goto('/break-glass');
  await onCall.getByRole('radio', { name: sv('glass.byName') }).check();
  await line(onCall, sv('glass.childName')).fill(child_name);
  await typeDate(onCall, sv('glass.birthDate'), born);
  await onCall.getByRole('button', { name: sv('glass.find') }).click();
  await onCall.getByRole('heading', { name: sv('glass.found', { number }) }).waitFor();
  const kept = await onCall.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toContain(child_name);
  const rows = await journey.look<{ n: number }>(
    `select count(*)::int as n from entries where fields::text like '%' || $1 || '%' and kind = 'form'`,
    [child_name],
  );
  expect(rows[0]?.n).toBe(0);
});

test('who may not open a case so is not offered it, and who does not review has no such room', async () => {
  for (const who of ['special-teacher', 'guardian'] as const) {
    const page = await journey.person(who);
    await page.goto('/children');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByRole('link', { name: t('glass.open') }).count()).toBe(0);
    expect(await page.getByRole('link', { name: t('shell.emergencies') }).count()).toBe(0);
  }
});
