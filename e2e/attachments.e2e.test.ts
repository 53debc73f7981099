// Journey: a teacher adds files to a question with the child's name while the network goes and comes back. The social worker gets what the
// scanner has let through and not what it found something in. Real: browser, server, clamd with a signature of the test's own.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { people } from '../server/demo/region.ts';
import { aPdf, aPng } from '../server/testing/attachment-parts.ts';
import { madeUpVirus, startClamd } from '../server/testing/clamd.ts';
import { tooWide, violationsOn } from './harness/accessibility.ts';
import { line } from './harness/case-steps.ts';
import { addTeam, sendQuestion, teamName, writeQuestion } from './harness/consultation-steps.ts';
import { beginJourney, t, wordsIn } from './harness/journey.ts';
import { type Look, takePicture } from './harness/pictures.ts';
import { connectionLost } from './harness/watch.ts';

const clamd = await startClamd(afterAll);
const journey = beginJourney({ CLAMD_ADDRESS: clamd.address });
const wide = { width: 1440, theme: 'light', language: 'fi' } as const;
const whole: readonly Look[] = [wide, { width: 1280, theme: 'dark', language: 'fi' }];
/** What a screen of that size shows of the files. */
const near: readonly Look[] = [
  { width: 768, theme: 'light', language: 'fi' },
  { width: 360, theme: 'dark', language: 'fi' },
  { width: 360, theme: 'light', language: 'fi' },
];
const worker = people['social-worker'].name;
const question = 'Ilona on väsynyt, ja huoltajat toivovat tapaamista. Miten etenemme?';
const longName =
  'Oppilashuollon_monialaisen_asiantuntijaryhmän_muistio_ja_poissaoloseuranta_syyslukukaudelta_2026.pdf';

const pictures = async (page: Page, name: string): Promise<void> => {
  for (const look of whole) await takePicture(page, name, look);
  const title = page.getByText(t('attachment.title'), { exact: true }).first();
  for (const look of near) {
    await page.setViewportSize({ width: look.width, height: 900 });
    await title.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await takePicture(page, name, look, 'screen');
    expect(await tooWide(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
};
const choose = (page: Page, ...files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  page.locator('input[type=file]').setInputFiles(files);
const pdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: aPdf });
const rowOf = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

const nameChild = async (page: Page, words = t): Promise<void> => {
  await page.getByLabel(words('ask.named')).check();
  await line(page, words('ask.childName')).fill('Ilona Mäkelä');
  await page
    .getByRole('combobox', { name: words('ask.groundKind'), exact: true })
    .selectOption('guardian-consent');
  await line(page, words('ask.evidence')).fill('Molemmat huoltajat suostuivat tapaamisessa 27.11.2026.');
};

test('chosen, cut off, kept, scanned, downloaded by the receiver; what has a virus by nobody', async () => {
  await addTeam(await journey.person('administrator'), [{ name: worker, role: 'expert' }]);
  const teacher = await journey.person('special-teacher');
  await writeQuestion(teacher, { text: question, area: 'worry-about-home', whom: teamName });
  await teacher.getByText(t('ask.more')).click();
  // Without a name no file, and it says why.
  await teacher.getByText(t('attachment.anonymous')).waitFor();
  expect(await teacher.getByRole('button', { name: t('attachment.add') }).count()).toBe(0);
  await pictures(teacher, 'attachments-anonymous');
  await nameChild(teacher);
  await teacher.getByRole('button', { name: t('attachment.add') }).waitFor();

  // The network goes before the file does: it stays on the page by its name, and goes by itself when the network is back.
  await journey.watch.expecting(connectionLost, async () => {
    await teacher.context().setOffline(true);
    await choose(teacher, pdf(longName));
    await rowOf(teacher, longName).getByText(t('attachment.waiting')).waitFor();
    expect(await violationsOn(teacher)).toEqual([]);
    await pictures(teacher, 'attachments-offline');
    await teacher.getByRole('button', { name: t('ask.send') }).click();
    await teacher.getByText(t('attachment.sendFirst')).waitFor();
    await teacher.context().setOffline(false);
    await rowOf(teacher, longName)
      .getByRole('link', { name: t('attachment.download') })
      .waitFor();
  });
  expect(await journey.look(`select name from consultation_attachments`)).toEqual([{ name: longName }]);

  // What is no file of these kinds is refused beside its name, and taken away with a press.
  await choose(teacher, {
    name: 'ohjelma.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('MZ\0\0\0'),
  });
  const refused = rowOf(teacher, 'ohjelma.pdf');
  await refused.getByText(t('problem.unsupported-media')).waitFor();
  await choose(teacher, { name: 'iso.txt', mimeType: 'text/plain', buffer: Buffer.alloc(10_485_761, 'a') });
  await rowOf(teacher, 'iso.txt')
    .getByText(t('attachment.tooLarge', { size: '10 Mt' }))
    .waitFor();
  await choose(
    teacher,
    { name: 'kuva.png', mimeType: 'image/png', buffer: aPng },
    { name: 'tartunta.txt', mimeType: 'text/plain', buffer: Buffer.from(madeUpVirus) },
  );
  await rowOf(teacher, 'tartunta.txt').getByText(t('attachment.heldOwn')).waitFor();
  expect(await violationsOn(teacher)).toEqual([]);
  await pictures(teacher, 'attachments-draft');
  // By keyboard: what was refused is taken away, and the focus goes on.
  await refused.getByRole('button', { name: t('attachment.remove') }).focus();
  await teacher.keyboard.press('Enter');
  await refused.waitFor({ state: 'detached' });
  expect(await teacher.evaluate(() => document.activeElement !== document.body)).toBe(true);
  await rowOf(teacher, 'iso.txt')
    .getByRole('button', { name: t('attachment.remove') })
    .click();
  // A reload finds what was kept.
  await teacher.reload();
  await rowOf(teacher, longName).waitFor();
  const path = await sendQuestion(teacher);
  await rowOf(teacher, 'kuva.png').waitFor();

  const receiver = await journey.person('social-worker');
  await receiver.goto(path);
  const download = receiver.waitForEvent('download');
  await rowOf(receiver, longName)
    .getByRole('link', { name: t('attachment.download') })
    .click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^K-2026-\d{6}-1\.pdf$/);
  expect(readFileSync(await file.path()).equals(aPdf)).toBe(true);
  const held = rowOf(receiver, 'tartunta.txt');
  await held.getByText(t('attachment.held')).waitFor();
  expect(await held.getByRole('link').count()).toBe(0);
  const [infected] = await journey.look<{ id: string }>(
    `select id from consultation_attachments where scan = 'infected'`,
  );
  for (const page of [teacher, receiver])
    expect((await page.request.get(`/api/consultation-attachments/${infected?.id}/file`)).status()).toBe(409);
  expect(await violationsOn(receiver)).toEqual([]);
  await pictures(receiver, 'attachments-receiver');

  // Whoever has it adds one while the scanner is away: it waits on both open pages, and opens there when the scanner is back.
  await receiver.getByRole('button', { name: t('consultation.claim') }).click();
  await receiver.getByRole('button', { name: t('attachment.add') }).waitFor();
  await clamd.stop();
  await choose(receiver, pdf('Ohje kotiin.pdf'));
  await rowOf(receiver, 'Ohje kotiin.pdf').getByText(t('attachment.checkingOwn')).waitFor();
  await rowOf(teacher, 'Ohje kotiin.pdf').getByText(t('attachment.checking'), { exact: true }).waitFor();
  await pictures(teacher, 'attachments-checking');
  await clamd.start();
  await rowOf(teacher, 'Ohje kotiin.pdf')
    .getByRole('link', { name: t('attachment.download') })
    .waitFor();

  // The one with the virus is taken back, which is asked once, since others have it on their pages.
  await rowOf(teacher, 'tartunta.txt')
    .getByRole('button', { name: t('attachment.remove') })
    .click();
  const asked = teacher.getByRole('dialog', { name: t('attachment.removeTitle') });
  await takePicture(teacher, 'attachments-remove', { ...wide, width: 390 }, 'screen');
  await asked.getByRole('button', { name: t('attachment.remove') }).click();
  await asked.waitFor({ state: 'detached' });
  await held.waitFor({ state: 'detached' });
  await receiver.getByText(t('consultationAct.take-back-attachment')).waitFor({ state: 'attached' });
  await pictures(teacher, 'attachments-request');
});

test('in Swedish, and back on the page: a file on its way is still there by its name', async () => {
  const sv = wordsIn('sv');
  const annika = await journey.person('annika.holm');
  await writeQuestion(
    annika,
    {
      text: 'En elev är trött. Hur går vi vidare?',
      area: 'worry-about-home',
      whom: 'Kustens konsultationsteam',
    },
    sv,
  );
  await nameChild(annika, sv);
  await annika.getByText(sv('ask.more')).click();
  await annika.getByText(sv('attachment.readers')).waitFor();
  await annika.waitForURL(/drafts\/[0-9a-f-]{36}$/);
  // The answer is lost on the way back, twice: the file is there once.
  let lost = 0;
  await annika.route(/\/attachments$/, async (route) => {
    if (route.request().method() !== 'POST' || lost >= 2) return route.fallback();
    lost += 1;
    await route.fetch();
    await route.abort('connectionreset');
  });
  await journey.watch.expecting(connectionLost, async () => {
    await choose(annika, pdf('Utlåtande.pdf'));
    await rowOf(annika, 'Utlåtande.pdf').getByText(sv('attachment.waiting')).waitFor();
    await takePicture(annika, 'attachments-offline', { width: 360, theme: 'light', language: 'sv' });
    const draft = annika.url();
    await annika
      .getByRole('link', { name: sv('shell.consultations') })
      .first()
      .click();
    await annika.waitForURL(/consultations$/);
    await annika.goBack();
    await annika.waitForURL(draft);
    await rowOf(annika, 'Utlåtande.pdf')
      .getByRole('link', { name: sv('attachment.download') })
      .waitFor();
    // What came through although its answer did not is there already; the one on its way goes when it is answered.
    await expect.poll(() => rowOf(annika, 'Utlåtande.pdf').count()).toBe(1);
  });
  expect(lost).toBe(2);
  expect(
    await journey.look(
      `select count(*)::int as n from consultation_attachments where name = 'Utlåtande.pdf'`,
    ),
  ).toEqual([{ n: 1 }]);
  await takePicture(annika, 'attachments-draft', { width: 1280, theme: 'dark', language: 'sv' });
});
