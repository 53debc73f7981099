// A view as it stands is in order: for axe, and no wider than a screen, a tablet or a phone.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { tooWide, violationsOn } from './accessibility.ts';
import { everyLook, type Language } from './looks.ts';
import { takePicture } from './pictures.ts';

let turn = 0;

/**
 * Every view in one of its looks in turns, so that each look is seen on some view; how wide it is, is measured at each width, and does not hang on
 * the theme. With every look, all of them, and pictures.
 */
export const inOrder = async (
  page: Page,
  view: string,
  language: Language = 'fi',
  widths: readonly number[] = [1440, 820, 390],
): Promise<void> => {
  turn += 1;
  const looks = widths.flatMap((width) =>
    (['light', 'dark'] as const).map((theme) => ({ width, theme, language })),
  );
  for (const [index, look] of looks.entries()) {
    const due = everyLook || index === turn % looks.length;
    if (!due && look.theme === 'dark') continue;
    await takePicture(page, view, look);
    expect(await tooWide(page), `${view} ${look.width} ${language}`).toEqual([]);
    if (due) expect(await violationsOn(page), `${view} ${look.width} ${look.theme} ${language}`).toEqual([]);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
};
