// What people do again and again around a child's case, as they do it: by the words on the screen.
import type { Locator, Page } from 'playwright-core';
import type { GroundKind, LifeArea } from '../../shared/vocabulary.ts';
import { t, type Words } from './words.ts';

export type NewChild = {
  readonly name: string;
  readonly givenName: string;
  readonly birthDate: string;
  readonly languages: string;
};

/** Finnish as people type dates: 3.11.2026. */
export const finnishDate = (daysFromNow: number): string => {
  const on = new Date(Date.now() + daysFromNow * 24 * 3_600_000);
  return new Intl.DateTimeFormat('fi-FI', { timeZone: 'Europe/Helsinki' }).format(on);
};

/** A line or a date to be typed, by the beginning of its label: "not required" may follow. */
export const line = (within: Page | Locator, label: string): Locator =>
  within.getByRole('textbox', { name: new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`) });

/** Types a date as a person does: the date is read when the field is left. Beside it stands the browser's calendar. */
export const typeDate = async (within: Page | Locator, label: string, date: string): Promise<void> => {
  const field = line(within, label);
  await field.fill(date);
  await field.blur();
};

export const fillChild = async (page: Page, child: NewChild, words: Words = t): Promise<void> => {
  await page.getByLabel(words('openCase.name'), { exact: true }).fill(child.name);
  await page.getByLabel(words('openCase.givenName'), { exact: true }).fill(child.givenName);
  await typeDate(page, words('openCase.birthDate'), child.birthDate);
  await page.getByLabel(words('openCase.languages'), { exact: true }).fill(child.languages);
};

/** "End membership: Mikko Halonen": what a button is called together with its hidden end. */
export const named = (action: string, of: string): RegExp => new RegExp(`^${action}\\s*: ${of}`);

/** Opens a child's case from the list of children. */
export const goToCase = async (page: Page, child: string): Promise<string> => {
  await page.goto('/children');
  await page.getByRole('link', { name: child }).first().click();
  await page.waitForURL(/\/cases\/[0-9a-f-]{36}$/);
  return page.url().split('/').at(-1) ?? '';
};

export type Ground = { readonly kind: GroundKind; readonly evidence: string };

/** Ticks every guardian as having consented. @param label what the dialog asks for */
export const everyGuardian = async (dialog: Locator, label: string): Promise<void> => {
  const guardians = dialog.getByRole('group', { name: label }).getByRole('checkbox');
  await guardians.first().waitFor();
  for (const guardian of await guardians.all()) await guardian.check();
};

/** From a case's page: invites somebody of another agency on a recorded ground. */
export const invite = async (
  page: Page,
  who: { name: string; search: string; toThem?: readonly string[] },
  ground: Ground,
  known: 'us' | 'all',
): Promise<void> => {
  await page
    .getByRole('button', { name: t('members.invite') })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: t('members.inviteTitle') });
  await dialog.getByLabel(t('members.search')).fill(who.search);
  await dialog.getByRole('button', { name: who.name }).first().click();
  await dialog.getByLabel(t('members.kind'), { exact: true }).selectOption(ground.kind);
  if (ground.kind === 'statute') await dialog.getByLabel(t('members.statuteConfirm')).check();
  if (ground.kind === 'guardian-consent') await everyGuardian(dialog, t('members.givenBy'));
  await dialog.getByLabel(t('members.evidence')).fill(ground.evidence);
  const toThem = dialog.getByRole('group', { name: t('members.toThem', { agency: '' }).slice(0, 5) }).first();
  for (const label of who.toThem ?? []) await toThem.getByLabel(label).check();
  if (known === 'all') await dialog.getByLabel(t('members.knowAll')).check();
  await dialog.getByRole('button', { name: t('members.submit', { name: who.name }) }).click();
  await dialog.waitFor({ state: 'detached' });
};

/** From the assessment's page of a life area: asks somebody to write it. */
export const ask = async (
  page: Page,
  area: LifeArea,
  who: string,
  asked: { due: string; question: string },
): Promise<void> => {
  await page
    .getByRole('navigation', { name: t('assessment.sections') })
    .getByRole('link', { name: t(`lifeArea.${area}`) })
    .click();
  await page.getByRole('button', { name: t('assessment.ask') }).click();
  const dialog = page.getByRole('dialog');
  const whom = dialog.getByLabel(t('assessment.askWhom'));
  const option = whom.locator('option', { hasText: who });
  await whom.selectOption((await option.getAttribute('value')) ?? '');
  await typeDate(dialog, t('assessment.askDue'), asked.due);
  await dialog.getByLabel(t('assessment.askQuestion')).fill(asked.question);
  await dialog.getByRole('button', { name: t('assessment.askSend'), exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
};

/** The box of an own text, by its label. */
export const box = (page: Page, label: string): Locator => page.getByRole('textbox', { name: label });

/** Waits until the page says that everything typed is on the server. */
export const saved = async (page: Page): Promise<void> => {
  const words = t('saving.saved', { time: '§' }).split('§')[0] ?? '';
  await page
    .locator('main')
    .getByText(new RegExp(`^${words}`))
    .first()
    .waitFor();
};

/** Presses the share button of an own text, waits until it says who will see it, and shares with the usual readers. */
export const shareAs = async (page: Page, label: string): Promise<void> => {
  await page.getByRole('button', { name: label }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(t('assessment.willSee')).waitFor();
  const share = dialog.getByRole('button', { name: t('assessment.share'), exact: true });
  await dialog.getByText(t('assessment.knowOf')).waitFor();
  await share.click();
  await dialog.waitFor({ state: 'detached' });
};

/** Esc twice, again where the machine was too slow for the two to count as one. */
export const cover = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  const covered = page.getByRole('heading', { name: t('shell.covered') });
  for (let tries = 0; tries < 10 && !(await covered.isVisible()); tries += 1) {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await covered.waitFor({ timeout: 2_000 }).catch(() => undefined);
  }
  await covered.waitFor();
};

/** Says on their own page that they are away for so many days, and who stands in. */
export const goAway = async (page: Page, substitute: string, days: number): Promise<void> => {
  await page
    .getByRole('button', { name: t('shell.account') })
    .first()
    .click();
  await page.getByRole('link', { name: t('today.absencesTitle') }).click();
  await page
    .getByRole('button', { name: t('membership.record') })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  const whom = dialog.getByLabel(t('membership.substituteLabel'));
  const option = whom.locator('option', { hasText: substitute });
  await whom.selectOption((await option.getAttribute('value')) ?? '');
  await typeDate(dialog, t('membership.absentUntil'), finnishDate(days));
  await dialog.getByRole('button', { name: t('membership.record'), exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
};
