// A journey: each side takes a copy of a request for its own records, as a PDF and as text, and marks that it was taken over; the
// other side sees nothing of that.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { pdfText } from '../server/testing/pdf-text.ts';
import { violationsOn } from './harness/accessibility.ts';
import { line } from './harness/case-steps.ts';
import { beginJourney, t } from './harness/journey.ts';
import { takePicture } from './harness/pictures.ts';

const journey = beginJourney();
/** Without spaces, and without the hyphens at which a line may have been broken. */
const bare = (words: string) => words.replace(/[\s-]/g, '');

const download = async (page: Page, label: string): Promise<{ name: string; bytes: Buffer }> => {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: label }).click(),
  ]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
};

test('both sides download both, and each marks for itself alone', async () => {
  const [asked] = await journey.look<{ id: string; number: string; question: string }>(
    `select c.id, c.number, c.question from consultations c join people p on p.id = c.asker_id
     where p.sign_in_name = 'special-teacher' and c.answered_at is not null limit 1`,
  );
  const teacher = await journey.person('special-teacher');
  const counsellor = await journey.person('social-counsellor');
  for (const page of [teacher, counsellor]) {
    await page.goto(`/consultations/${asked?.id}`);
    const text = await download(page, t('records.text'));
    expect(text.name).toBe(`${asked?.number}.txt`);
    expect(text.bytes.toString('utf8')).toContain(asked?.question);
    const pdf = await download(page, t('records.pdf'));
    expect(pdf.name).toBe(`${asked?.number}.pdf`);
    expect(bare(pdfText(pdf.bytes))).toContain(bare(asked?.question ?? ''));
  }
  await teacher.getByRole('button', { name: t('records.mark') }).click();
  const dialog = teacher.getByRole('dialog', { name: t('records.markTitle') });
  await dialog.getByRole('button', { name: t('records.markDo') }).click();
  await dialog.getByText(t('records.needSystem')).waitFor();
  await line(dialog, t('records.system')).fill('Wilma');
  expect(await violationsOn(teacher)).toEqual([]);
  await dialog.getByRole('button', { name: t('records.markDo') }).click();
  await dialog.waitFor({ state: 'detached' });
  await teacher.getByText('Wilma').waitFor();
  for (const [width, theme] of [
    [1440, 'light'],
    [390, 'dark'],
  ] as const)
    await takePicture(teacher, 'own-records', { width, theme, language: 'fi' });
  await counsellor.reload();
  await counsellor.getByRole('heading', { name: t('records.title') }).waitFor();
  expect(await counsellor.getByText('Wilma').count()).toBe(0);
});
