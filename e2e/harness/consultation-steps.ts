// What people do again and again around a consultation, as they do it: by the words on the screen.
import type { Locator, Page } from 'playwright-core';
import { line, saved } from './case-steps.ts';
import { t, type Words } from './words.ts';

export const teamName = 'Rannikon konsultaatiotiimi';
export const teamNameSv = 'Kustens konsultationsteam';

export type TeamMember = { readonly name: string; readonly role: 'expert' | 'lead' | 'on-call' };

/** The administrator adds a standing team; its people are of several agencies. */
export const addTeam = async (
  administrator: Page,
  members: readonly TeamMember[],
  team: { name: string; nameSv: string } = { name: teamName, nameSv: teamNameSv },
): Promise<void> => {
  await administrator.goto('/services');
  await administrator
    .getByRole('button', { name: t('service.add') })
    .first()
    .click();
  const dialog = administrator.getByRole('dialog', { name: t('service.add') });
  await dialog.getByLabel(t('service.kind')).selectOption('standing-team');
  await line(dialog, t('service.nameFi')).fill(team.name);
  await line(dialog, t('service.nameSv')).fill(team.nameSv);
  await line(dialog, t('service.advisesFi')).fill(
    'Koulupoissaolot, oppimisen tuki ja huoli kotioloista. Mukana erityisopettajia, lastensuojelu ja psykiatria.',
  );
  await line(dialog, t('service.advisesSv')).fill(
    'Skolfrånvaro, stöd för lärandet och oro för hemförhållandena. Speciallärare, barnskydd och psykiatri.',
  );
  for (const area of ['school-attendance', 'learning-and-support', 'worry-about-home'] as const)
    await dialog.getByLabel(t(`questionArea.${area}`)).check();
  await dialog.getByLabel('Svenska').check();
  await dialog.getByRole('button', { name: t('service.save') }).click();
  await dialog.waitFor({ state: 'detached' });
  await administrator
    .getByRole('button', { name: new RegExp(`^${t('service.members')}\\s*: ${team.name}`) })
    .click();
  const list = administrator.getByRole('dialog', { name: t('service.membersOf', { name: team.name }) });
  for (const { name, role } of members) {
    await list.getByRole('button', { name: t('service.addMember') }).click();
    await list.getByLabel(t('service.findPerson')).fill(name);
    await list
      .getByRole('button', { name: new RegExp(name) })
      .first()
      .click();
    await list.getByLabel(t(`serviceRole.${role}`), { exact: true }).check();
    await list.getByRole('button', { name: t('service.addMember') }).click();
    await list.getByLabel(t('service.role')).waitFor({ state: 'detached' });
    await list.getByRole('button', { name: `${t('ui.menu')}: ${name}` }).waitFor();
  }
};

/** The box of the question. */
export const question = (page: Page, words: Words = t): Locator =>
  page.getByRole('textbox', { name: words('ask.questionLabel') });

/** From the page of consultations: a question in own words, its topic and whom it goes to. */
export const writeQuestion = async (
  page: Page,
  asked: { text: string; area: 'school-attendance' | 'worry-about-home'; whom: string; urgent?: boolean },
  words: Words = t,
): Promise<void> => {
  await page.goto('/consultations');
  await page.getByRole('link', { name: words('consultation.ask'), exact: true }).click();
  await question(page, words).fill(asked.text);
  await page.getByLabel(words('ask.areaLabel')).selectOption(asked.area);
  await page.getByRole('radio', { name: asked.whom }).check();
  if (asked.urgent === true) await page.getByRole('radio', { name: words('urgency.urgent') }).check();
};

/** Sends it, and waits for the receipt. Answers where the request is. */
export const sendQuestion = async (page: Page, words: Words = t): Promise<string> => {
  if (words === t) await saved(page);
  await page.getByRole('button', { name: words('ask.send') }).click();
  await page.getByText(words('consultation.receivedTitle')).waitFor();
  return new URL(page.url()).pathname;
};

/** Writes a turn and sends it with the button of that name. */
export const writeTurn = async (page: Page, box: string, text: string, button: string): Promise<void> => {
  await page.getByRole('textbox', { name: box }).fill(text);
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('list').getByText(text).waitFor();
};
