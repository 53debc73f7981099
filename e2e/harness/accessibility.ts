// axe over the page as it stands, with the rules of WCAG 2.2 AA and below.
import { appendFileSync, mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { everyLook } from './looks.ts';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** For the drill, which counts them. */
const note = (looked: number): void => {
  mkdirSync('artefacts', { recursive: true });
  appendFileSync('artefacts/looked.txt', `${looked}\n`);
};

/** One line for each element that breaks a rule; empty when the page is in order. */
export const violationsOn = async (page: Page): Promise<string[]> => {
  // What is fading in has not its own colours yet: it is brought to its end, not waited for, since a page that draws nothing new
  // may never get there.
  await page.evaluate(() => {
    for (const one of document.getAnimations())
      if (one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) one.finish();
  });
  // In the page itself: without frames of another origin the other way finds the same, and opens a page of its own for each look.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(levels);
  const { violations } = await axe.setLegacyMode().analyze();
  const lines = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}): ${node.target.join(' ')} ${node.html.slice(0, 160)}`),
  );
  if (everyLook) note(lines.length);
  return lines;
};

/** How far the page runs out at the side, once what is drawn to the page's size has followed it; words for it, or none. */
export const tooWide = async (page: Page): Promise<string[]> => {
  const { over, width, widest } = await page.evaluate(async () => {
    const overNow = () => document.documentElement.scrollWidth - innerWidth;
    for (let frames = 0; overNow() > 0 && frames < 60; frames += 1)
      await new Promise((resolve) => {
        requestAnimationFrame(resolve);
        setTimeout(resolve, 100);
      });
    const out = [...document.querySelectorAll('main *')].filter(
      (one) => one.getBoundingClientRect().right > innerWidth + 1,
    );
    return { over: overNow(), width: innerWidth, widest: out.at(-1)?.outerHTML.slice(0, 120) };
  });
  return over > 0 ? [`${over} px too wide at ${width} px, such as ${widest}`] : [];
};
