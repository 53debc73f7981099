// A step is written as one line, confirmed, and is on its doer's open Today; it is done, undone, handed on and accepted.
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { tooWide, violationsOn } from './harness/accessibility.ts';
import { goToCase, line, saved } from './harness/case-steps.ts';
import { inOrder } from './harness/in-order.ts';
import { beginJourney, signInUnseen, t, wordsIn } from './harness/journey.ts';
import { seenAt } from './harness/measured.ts';
import { takePicture } from './harness/pictures.ts';
import type { Words } from './harness/words.ts';

const journey = beginJourney();
const sv = wordsIn('sv');

const part = (page: Page, title: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
const step = (page: Page, text: string): Locator => page.getByRole('listitem').filter({ hasText: text });
const press = (within: Locator, words: string): Locator =>
  within.getByRole('button', { name: new RegExp(`^${words}\\s*:`) });
const stored = () =>
  journey.look<{ text: string; due_on: string | null }>(
    `select s.text, s.due_on::text from steps s join cases c on c.id = s.case_id where c.child_given_name = 'Kasper'`,
  );

/** Writes a line and confirms what it proposes with Enter, once it proposes somebody. */
const write = async (page: Page, text: string, words: Words = t): Promise<void> => {
  const box = line(page, words('steps.lineLabel'));
  await box.fill(text);
  await expect.poll(() => page.getByLabel(words('steps.doer')).inputValue()).not.toBe('');
  await box.press('Enter');
  await step(page, text).waitFor();
};

test('what the line says is a proposal: nothing is saved before it is confirmed, and it outlives a reload', async () => {
  const worker = await journey.person('social-worker');
  const teacher = await journey.person('special-teacher');
  await goToCase(worker, 'Kasper');
  const text = 'Mikko soittaa koululle huomenna';
  await line(worker, t('steps.lineLabel')).fill(text);
  await worker.getByText(t('steps.seenBy', { names: 'Rannikon lastensuojelu, Meriniemen koulu' })).waitFor();
  await worker.getByText(/Mikko Halonen tekee, viimeistään/).waitFor();
  await saved(worker);
  await inOrder(worker, 'step-line');
  await worker.reload();
  await expect.poll(() => line(worker, t('steps.lineLabel')).inputValue()).toBe(text);
  await worker.getByText(/Mikko Halonen tekee, viimeistään/).waitFor();
  expect(await stored()).toEqual([]);

  // For the team alone its doer is not of the team: told what to do, with everything as it was.
  await worker.getByRole('radio', { name: t('steps.audienceTeam') }).check();
  await worker.getByText(t('steps.seenTeam')).waitFor();
  await worker.getByRole('button', { name: t('steps.save') }).click();
  await worker.getByText(t('steps.noGround', { name: 'Mikko Halonen' })).waitFor();
  expect(await line(worker, t('steps.lineLabel')).inputValue()).toBe(text);
  await worker.getByRole('radio', { name: t('steps.audienceShared') }).check();

  const seen = seenAt(teacher, text);
  await line(worker, t('steps.lineLabel')).press('Enter');
  await seen;
  await expect.poll(() => line(worker, t('steps.lineLabel')).inputValue()).toBe('');
  expect(await stored()).toMatchObject([{ text }]);
  expect((await stored())[0]?.due_on).not.toBeNull();
});

test('a line that names nobody is not saved until somebody is chosen; a date is asked gently', async () => {
  const worker = await journey.person('social-worker');
  await goToCase(worker, 'Kasper');
  const before = (await stored()).length;
  const box = line(worker, t('steps.lineLabel'));
  await box.fill('Kysytään kuvakorteista');
  await worker.getByText(t('steps.askDue')).waitFor();
  await box.press('Enter');
  await worker.getByText(t('steps.needDoer')).waitFor();
  await expect.poll(() => worker.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
  expect(await stored()).toHaveLength(before);
  const doer = worker.getByLabel(t('steps.doer'));
  const petri = doer.locator('option', { hasText: 'Petri Vainio' });
  await doer.selectOption((await petri.getAttribute('value')) ?? '');
  await worker.getByLabel(t('steps.family')).check();
  await box.press('Enter');
  const row = step(worker, 'Kysytään kuvakorteista');
  await row.getByText('Petri Vainio').waitFor();
  await row.getByText(t('today.noDue')).waitFor();
});

test('the doer does it on Today, in view of everybody; undone, it is open again', async () => {
  const worker = await journey.person('social-worker');
  const teacher = await journey.person('special-teacher');
  await goToCase(worker, 'Kasper');
  const text = 'Mikko tuo kuvakortit perjantaina';
  await write(worker, text);
  await inOrder(worker, 'steps');
  const mine = part(teacher, t('steps.mineTitle'));
  await step(teacher, text).waitFor();
  await inOrder(teacher, 'today-steps');
  await press(mine.getByRole('listitem').filter({ hasText: text }), t('steps.actDone')).click();
  await step(teacher, text).waitFor({ state: 'detached' });
  await worker.getByText(t('steps.past', { count: 1 })).waitFor();
  await teacher.getByRole('button', { name: t('steps.undo') }).click();
  await step(teacher, text).waitFor();
  await worker.getByText(t('steps.past', { count: 1 })).waitFor({ state: 'detached' });

  // Put off with a reason: the day moves on both pages.
  await press(step(teacher, text), t('steps.actPostpone')).click();
  const dialog = teacher.getByRole('dialog');
  await dialog.getByRole('button', { name: t('steps.postponeDo') }).click();
  await dialog.getByText(t('steps.needReason')).waitFor();
  await line(dialog, t('steps.postponeTo')).fill('31.12.2029');
  await dialog.getByLabel(t('steps.reason')).fill('Kortit ovat vielä tilauksessa');
  await dialog.getByRole('button', { name: t('steps.postponeDo') }).click();
  await dialog.waitFor({ state: 'detached' });
  await step(worker, text).getByText('31.12.2029').waitFor();
  await step(teacher, text).getByText('31.12.2029').waitFor();
});

test('handed on, it is still whose it was until the other accepts; in Swedish', async () => {
  await journey.look(`update people set language = 'sv' where sign_in_name = 'social-counsellor'`);
  const counsellor = await journey.person('social-counsellor');
  const therapist = await journey.person('family-therapist');
  await goToCase(counsellor, 'Kasper');
  const text = 'Jag ringer mormor senast på fredag';
  await write(counsellor, text, sv);
  const row = step(counsellor, text);
  await row.getByText(`Petri Vainio, ${sv('steps.you')}`).waitFor();
  await press(row, sv('steps.actOffer')).click();
  const dialog = counsellor.getByRole('dialog');
  const to = dialog.getByLabel(sv('steps.offerTo'));
  const jukka = to.locator('option', { hasText: 'Jukka Peltonen' });
  await to.selectOption((await jukka.getAttribute('value')) ?? '');
  await dialog.getByRole('button', { name: sv('steps.offerDo') }).click();
  await dialog.waitFor({ state: 'detached' });
  await row.getByText(sv('steps.offeredMine', { name: 'Jukka Peltonen' })).waitFor();
  await inOrder(counsellor, 'step-offered', 'sv');

  const offered = step(therapist, text);
  await offered.getByText(t('steps.offeredMe', { name: 'Petri Vainio' })).waitFor();
  await press(offered, t('steps.actAccept')).click();
  await offered.getByText(t('steps.offeredMe', { name: 'Petri Vainio' })).waitFor({ state: 'detached' });
  await row.getByText('Jukka Peltonen', { exact: true }).waitFor();
  await counsellor.goto('/');
  await counsellor.getByRole('heading', { level: 1 }).waitFor();
  expect(await step(counsellor, text).count()).toBe(0);
});

test('the family reads what is agreed where it is told so, the moment it is written', async () => {
  const worker = await journey.person('social-worker');
  const guardian = await journey.person('guardian', { viewport: { width: 390, height: 844 } });
  const caseId = await goToCase(worker, 'Aino');
  await guardian.goto(`/cases/${caseId}`);
  await guardian.getByRole('heading', { level: 1 }).waitFor();
  await write(worker, 'Leena kysyy psykiatrian arviota huomenna');
  await line(worker, t('steps.lineLabel')).fill('Leena soittaa äidille huomenna');
  await worker.getByLabel(t('steps.family')).check();
  await worker.getByText(new RegExp(`, ${t('steps.seenFamily')}\\.$`)).waitFor();
  await line(worker, t('steps.lineLabel')).press('Enter');
  const agreed = part(guardian, t('steps.familyTitle'));
  await agreed.getByText('Leena soittaa äidille huomenna').waitFor();
  await agreed.getByText('Leena Kallio').waitFor();
  expect(await guardian.getByText('psykiatrian arviota').count()).toBe(0);
  expect(await agreed.getByRole('button').count()).toBe(0);
  expect(await violationsOn(guardian)).toEqual([]);
  expect(await tooWide(guardian)).toEqual([]);
  await takePicture(guardian, 'family-steps', { width: 390, theme: 'light', language: 'fi' });
});

test('what was hinted while a page had no connection is there when it has one again', async () => {
  const worker = await journey.person('social-worker');
  const context = await journey.context('special-teacher');
  const gate = Promise.withResolvers<void>();
  const cut: (() => Promise<void>)[] = [];
  await context.routeWebSocket(/\/api\/live/, async (socket) => {
    if (cut.length > 0) await gate.promise;
    const server = socket.connectToServer();
    cut.push(async () => {
      await server.close();
      await socket.close({ code: 1012 });
    });
  });
  await signInUnseen(context, journey.server.origin, 'special-teacher');
  const teacher = await context.newPage();
  await teacher.goto('/');
  await part(teacher, t('steps.mineTitle')).waitFor();
  await goToCase(worker, 'Kasper');
  const texts = ['Mikko hakee avaimen maanantaina', 'Mikko palauttaa avaimen tiistaina'] as const;
  const room = teacher.getByRole('navigation').getByRole('link', { name: t('shell.children') });
  await room.focus();
  await write(worker, texts[0]);
  await step(teacher, texts[0]).waitFor();
  // What is read again takes nobody's focus away.
  expect(await room.evaluate((one) => one === document.activeElement)).toBe(true);
  await cut[0]?.();
  await write(worker, texts[1]);
  expect(await step(teacher, texts[1]).count()).toBe(0);
  gate.resolve();
  await step(teacher, texts[1]).waitFor();
});
