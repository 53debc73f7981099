// Pictures of a view, kept under artefacts/ for the eye, when every look is gone through.
import type { Page } from 'playwright-core';
import { everyLook, type Language, type Theme } from './looks.ts';

export type Look = { readonly width: number; readonly theme: Theme; readonly language: Language };

/** How high a screen of that width usually is. */
const heights: Readonly<Record<number, number>> = { 1920: 1080, 1440: 900, 820: 1180, 390: 844 };

/** The page gets the look in any case. @param how the whole page, or what a screen of that size shows */
export const takePicture = async (
  page: Page,
  view: string,
  look: Look,
  how: 'page' | 'screen' = 'page',
): Promise<void> => {
  await page.setViewportSize({ width: look.width, height: heights[look.width] ?? 900 });
  await page.emulateMedia({ colorScheme: look.theme });
  if (!everyLook) return;
  await page.evaluate(() => document.fonts.ready);
  const path = `artefacts/${view}-${look.width}-${look.theme}-${look.language}.png`;
  await page.screenshot({ path, fullPage: how === 'page', animations: 'disabled' });
};
