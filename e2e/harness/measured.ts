// Times that a journey saw, printed and kept beside the pictures. They are reported, never asserted tightly: the
// machine may be doing other things.
import { appendFileSync, mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';

export const record = (what: string, milliseconds: readonly number[]): void => {
  const line = `${what}: ${milliseconds.map((ms) => `${Math.round(ms)} ms`).join(', ')}`;
  console.log(line);
  mkdirSync('artefacts', { recursive: true });
  appendFileSync('artefacts/measured.txt', `${line}\n`);
};

/** Resolves with the moment (as `performance.now()`) at which the words stand on the page, or no longer do. */
export const seenAt = async (page: Page, words: string, there = true, patience = 30_000): Promise<number> => {
  await page.evaluate(
    ({ words, there, patience }) =>
      new Promise<void>((resolve, reject) => {
        const look = () => (document.body.textContent ?? '').includes(words) === there;
        const watch = new MutationObserver(() => look() && done());
        const timer = setTimeout(() => {
          watch.disconnect();
          reject(new Error(`“${words}” ${there ? 'never came' : 'never went'}`));
        }, patience);
        const done = () => {
          clearTimeout(timer);
          watch.disconnect();
          resolve();
        };
        watch.observe(document.body, { subtree: true, childList: true, characterData: true });
        if (look()) done();
      }),
    { words, there, patience },
  );
  return performance.now();
};
