// How a team meets: its phases are changed by the keyboard and kept as typed, a colleague who had begun earlier is told, and a meeting
// that is under way keeps what it was convened with.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { convened, moved, newTeam, roomOf } from '../server/testing/meeting-parts.ts';
import { line, saved } from './harness/case-steps.ts';
import { inOrder } from './harness/in-order.ts';
import { t } from './harness/journey.ts';
import { openMeetingHouse } from './harness/meeting-house.ts';

const { world, enter } = await openMeetingHouse();
const protection = await world.agency('child-protection', 'Rannikon lastensuojelu');
const arja = await world.professional('Arja Hallinto', protection, 'administrator');
const kaisa = await world.professional('Kaisa Salo', protection, 'consultant-social-worker');
const leena = await world.professional('Leena Kallio', protection, 'social-worker');
const outi = await world.professional('Outi Ulkona', protection, 'social-worker');
const team = await newTeam(arja, protection, kaisa, leena);
const phasesOf = async (meetingId: string) =>
  (await roomOf(leena, meetingId)).meeting.phases.map(({ key, title }) => title ?? key);

const names = (page: Page): Promise<string[]> =>
  page.locator('ol > li').evaluateAll((all) => all.map((one) => one.querySelector('p')?.textContent ?? ''));
const phase = (page: Page, key: string) => page.locator(`li[data-phase="${key}"]`);
const publish = (page: Page) => page.getByRole('button', { name: t('teamMeetings.publish'), exact: true });

test('a team makes the phases its own, and what is under way stays as it was', async () => {
  const before = await convened(kaisa, team);
  const shipped = await phasesOf(before);
  await moved(kaisa, before, 'open');

  const page = await enter(leena, '/meetings');
  await page.getByRole('heading', { name: t('teamMeetings.title') }).waitFor();
  await inOrder(page, 'team-part');
  await page.getByRole('link', { name: t('teamMeetings.phases') }).click();
  await page.getByText(t('teamMeetings.asShipped')).waitFor();
  await page.getByText(t('teamMeetings.total', { minutes: 45 })).waitFor();
  await inOrder(page, 'team-phases');

  // The order by the keyboard; the focus stays on what moved.
  const voiceUp = phase(page, 'child-voice').locator('[data-step="-1"]');
  await voiceUp.focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(async () => (await names(page)).indexOf(t('meetingPhase.child-voice'))).toBe(4);
  expect(await voiceUp.evaluate((one) => one === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await names(page)).indexOf(t('meetingPhase.child-voice'))).toBe(3);

  // The child's voice may be moved and renamed, and nobody takes it out.
  await phase(page, 'child-voice').locator('summary').click();
  await phase(page, 'child-voice').getByText(t('teamMeetings.voiceStays')).waitFor();
  expect(
    await phase(page, 'child-voice')
      .getByRole('button', { name: t('teamMeetings.remove') })
      .count(),
  ).toBe(0);
  await phase(page, 'picture').locator('summary').click();
  await phase(page, 'picture')
    .getByRole('button', { name: t('teamMeetings.remove') })
    .click();
  await phase(page, 'picture').waitFor({ state: 'detached' });

  // One of their own, without a name at first.
  await page.getByRole('button', { name: t('teamMeetings.add') }).click();
  await publish(page).click();
  await page.getByText(t('teamMeetings.needName')).waitFor();
  const title = line(phase(page, 'own-1'), t('teamMeetings.name'));
  await title.fill('Alkukierros');
  await expect.poll(() => title.evaluate((one) => one === document.activeElement)).toBe(true);
  await phase(page, 'own-1').getByLabel(t('teamMeetings.part')).selectOption('team');
  await phase(page, 'own-1')
    .getByLabel(t('meetingRoom.guiding'))
    .fill('Mitä kuuluu?\nMistä viimeksi sovittiin?');
  await phase(page, 'own-1')
    .getByLabel(`${t('meeting.minutesOf')}: Alkukierros`)
    .selectOption('5');
  for (let left = 7; left > 0; left--) await phase(page, 'own-1').locator('[data-step="-1"]').click();
  await expect.poll(async () => (await names(page))[0]).toBe('Alkukierros');
  await saved(page);
  await inOrder(page, 'team-phases-draft');

  // Kept through a reload, and nobody's before it is put to use.
  const typed = await names(page);
  await page.reload();
  await expect.poll(() => names(page)).toEqual(typed);
  const other = await enter(kaisa, `/meetings/teams/${team}/phases`);
  await other.getByText(t('teamMeetings.asShipped')).waitFor();
  await phase(other, 'safety').locator('[data-step="1"]').click();
  await expect.poll(async () => (await names(other)).at(-1)).toBe(t('meetingPhase.safety'));
  await saved(other);

  await publish(page).click();
  await page.getByText(/Tiimin oma versio 1/).waitFor();
  expect(await phasesOf(before)).toEqual(shipped);
  const after = await convened(leena, team);
  expect(await phasesOf(after)).toEqual([
    'Alkukierros',
    'question',
    'curious',
    'child-voice',
    'hypotheses',
    'reflection',
    'safety',
    'steps',
  ]);

  // Whoever had begun before is told, and chooses.
  await other.reload();
  await other.getByText(t('teamMeetings.overtaken')).waitFor();
  await inOrder(other, 'team-phases-overtaken');
  await other.getByRole('button', { name: t('teamMeetings.takeNew') }).click();
  await expect.poll(async () => (await names(other))[0]).toBe('Alkukierros');
  await other.getByRole('button', { name: t('teamMeetings.goBack') }).click();
  await other
    .getByRole('dialog')
    .getByRole('button', { name: t('teamMeetings.goBack') })
    .click();
  await other.getByText(/versio 2/).waitFor();
  await expect.poll(async () => (await names(other))[0]).toBe(t('meetingPhase.question'));
  expect(await phasesOf(after)).toHaveLength(8);

  // Each kind has phases of its own; nobody outside the team finds any.
  await other.getByLabel(t('meeting.kind')).selectOption('network');
  await other.getByRole('heading', { name: t('meetingKind.network') }).waitFor();
  await expect.poll(async () => (await names(other))[0]).toBe(t('meetingPhase.welcome'));
  const outside = await enter(outi, `/meetings/teams/${team}/phases`);
  await outside.getByText(t('problem.not-found')).waitFor();
}, 240_000);

test('the figures of a team are its own, in words, and no month is told of that has too little in it', async () => {
  const page = await enter(kaisa, '/');
  await page.getByRole('link', { name: t('teamFigures.today', { team: 'Tiimi Itä' }) }).click();
  await page.getByRole('heading', { name: t('teamFigures.title') }).waitFor();
  await page.getByText(t('teamFigures.useNotEffect')).waitFor();
  expect(await page.getByRole('row').count()).toBe(7);
  expect(await page.getByRole('row').nth(1).getByText(t('teamFigures.tooFew')).count()).toBe(6);
  await inOrder(page, 'team-figures-few');

  // What a team has after half a year: the page alone, the counting is asked of the database.
  const months = Array.from({ length: 6 }, (_, n) => ({
    month: `2026-${String(11 - n).padStart(2, '0')}`,
    meetings: 4,
    discussions: n === 3 ? null : { count: 10 + n, therapist: 9, hypotheses: 23, childMet: 7 + n },
    cases: { open: 24, discussed: 21 - n },
    steps: n === 4 ? null : { due: 30, onTime: 22 + n },
  }));
  const heard = [
    { from: '2026-08', until: '2026-10', answers: 9, mean: 7.4 },
    { from: '2026-07', until: '2026-07', answers: 6, mean: 8 },
  ];
  await page.route('**/meeting-figures', (route) =>
    route.fulfill({ json: { teamName: 'Tiimi Itä', weeks: 8, months, heard } }),
  );
  await page.reload();
  await page.getByText('21 / 24').waitFor();
  await page.getByText('Elokuu 2026 – lokakuu 2026').waitFor();
  await page.getByText(t('teamFigures.heard', { count: 9, mean: '7,4' })).waitFor();
  await inOrder(page, 'team-figures');

  const outside = await enter(outi, `/meetings/teams/${team}/figures`);
  await outside.getByText(t('problem.not-found')).waitFor();
  await outside.goto('/');
  expect(await outside.getByRole('link', { name: /Tiimi Itä/ }).count()).toBe(0);
}, 240_000);
