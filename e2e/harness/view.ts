// One view of the house: who looks at it, and how they get there.
import type { Page } from 'playwright-core';
import type { SignInName } from '../../server/demo/region.ts';
import type { Words } from './words.ts';

/** The demo region's cases, by the child's given name. */
export type Cases = (child: string) => string;

export type View = {
  readonly name: string;
  readonly who: SignInName;
  readonly path: (cases: Cases) => string;
  /** What is opened on the page, in the words of its language. */
  readonly opened?: (page: Page, words: Words) => Promise<void>;
  /** One of those that are kept as pictures. */
  readonly pictured?: true;
};

export const dialogOpened = (
  open: (page: Page, words: Words) => Promise<void>,
): ((page: Page, words: Words) => Promise<void>) => {
  return async (page, words) => {
    await open(page, words);
    await page.locator('dialog[open]').waitFor();
  };
};
