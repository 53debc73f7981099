// What people do again and again in a meeting's room and on its memo, as they do it: by the words on the screen, in their language.
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { t, type Words } from './words.ts';

export const comeIn = async (page: Page, words: Words = t): Promise<void> => {
  await page.getByRole('button', { name: words('meetingRoom.comeIn') }).click();
  await page.getByRole('button', { name: words('meetingRoom.goOut') }).waitFor();
};
export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();
export const phase = (page: Page, title: string): Locator =>
  page.getByRole('heading', { level: 2, name: title, exact: true });
/** The chair goes on. */
export const next = (page: Page, title: string, words: Words = t): Promise<void> =>
  press(page, words('meetingRoom.next', { phase: title }));
/** Whoever has just typed is not moved: they go themselves. */
export const goAlong = async (page: Page, title: string, words: Words = t): Promise<void> => {
  const back = page.getByRole('button', { name: words('meetingRoom.backToNow') });
  await phase(page, title).or(back).first().waitFor();
  if (await back.isVisible()) await back.click();
  await phase(page, title).waitFor();
};
export const confirm = async (page: Page, title: string, action: string): Promise<void> => {
  const dialog = page.getByRole('dialog', { name: title });
  await dialog.getByRole('button', { name: action, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
};
/** Where several write what is said in a phase. */
export const section = (page: Page, title: string, words: Words = t): Locator =>
  page.getByRole('textbox', { name: words('meetingRoom.memo', { phase: title }) });
export const textIn = (box: Locator): Promise<string> =>
  box.evaluate((element) =>
    [...element.querySelectorAll('p, h3')].map((block) => block.textContent ?? '').join('\n'),
  );

/** To the beginning of a text that was clicked into: within the first moments after a click the editor puts its caret where that was. */
export const toBeginning = async (page: Page, box: Locator): Promise<void> => {
  await box.click();
  await expect
    .poll(async () => {
      await page.keyboard.press('Control+Home');
      return box.evaluate((element) => {
        const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0) : undefined;
        const before = document.createRange();
        before.selectNodeContents(element);
        if (!range) return 'nowhere';
        before.setEnd(range.startContainer, range.startOffset);
        return before.toString();
      });
    })
    .toBe('');
};

/** A part of the memo after the meeting, by its title. */
export const memoPart = (page: Page, title: string): Locator =>
  page
    .locator('section.sheet')
    .filter({ has: page.getByRole('heading', { level: 2, name: title, exact: true }) });
export const pressInMemo = (
  page: Page,
  words: Words,
  title: string,
  action: 'sign' | 'write' | 'correct' | 'compare' | 'transfer',
): Promise<void> =>
  memoPart(page, title)
    .getByRole('button', { name: new RegExp(`^${words(`memo.${action}`)}`) })
    .click();
export const signMemo = async (page: Page, words: Words, title: string): Promise<void> => {
  await pressInMemo(page, words, title, 'sign');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: words('memo.sign'), exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
};
/** Whoever is done writing reads it again when every word is on the server. */
export const doneInMemo = (page: Page, words: Words, title: string): Promise<void> =>
  memoPart(page, title)
    .getByRole('button', { name: words('memo.written'), exact: true })
    .click();
