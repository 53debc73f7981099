// One tab in a meeting's room, on a slowed machine: what somebody who works in it waits for, as the browser itself measures it.
import type { Page } from 'playwright-core';

/** What the page measures about itself, from the first document on; runs in the browser. */
const watchPage = (): void => {
  type Interaction = PerformanceEntry & { readonly interactionId: number };
  const seen = { interactions: new Map<number, number>(), blocking: [] as number[] };
  Object.assign(window, { seen });
  new PerformanceObserver((list) => {
    for (const one of list.getEntries() as Interaction[])
      if (one.interactionId > 0)
        seen.interactions.set(
          one.interactionId,
          Math.max(one.duration, seen.interactions.get(one.interactionId) ?? 0),
        );
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  new PerformanceObserver((list) => {
    for (const one of list.getEntries())
      seen.blocking.push((one as PerformanceEntry & { blockingDuration: number }).blockingDuration);
  }).observe({ type: 'long-animation-frame', buffered: true });
};
type Seen = { seen: { interactions: Map<number, number>; blocking: number[] } };

export const preparePage = (page: Page): Promise<unknown> => page.addInitScript(watchPage);

/** Milliseconds from a key to the next paint, for each of so many letters; what the browser does not tell took less than 16. */
export const typeLetters = async (page: Page, letters: number): Promise<number[]> => {
  await page.evaluate(() => {
    const { seen } = window as unknown as Seen;
    seen.interactions.clear();
    seen.blocking.length = 0;
  });
  const text = 'Aamulla sovittiin, kuka soittaa. '.repeat(Math.ceil(letters / 33)).slice(0, letters);
  await page.keyboard.type(text, { delay: 70 });
  await page.waitForTimeout(700);
  const told = await page.evaluate(() => [...(window as unknown as Seen).seen.interactions.values()]);
  return [...told, ...Array.from({ length: Math.max(0, letters - told.length) }, () => 16)];
};

/** Milliseconds until the words are painted. @param from as Date.now() of this machine */
export const paintedAfter = async (page: Page, from: number, selector: string): Promise<number> => {
  const at = await page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          if (document.querySelector(wanted))
            requestAnimationFrame(() => setTimeout(() => resolve(Date.now()), 0));
          else requestAnimationFrame(look);
        };
        look();
      }),
    selector,
  );
  return at - from;
};

/** Frames that came late while the page was scrolled by the wheel, of a hundred. */
export const droppedWhileScrolling = async (page: Page): Promise<number> => {
  const counted = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const gaps: number[] = [];
        const began = performance.now();
        let last = began;
        const frame = (now: number): void => {
          gaps.push(now - last);
          last = now;
          if (now - began < 2_000) requestAnimationFrame(frame);
          else {
            const whole = gaps.reduce((sum, gap) => sum + Math.round(gap / (1_000 / 60)), 0);
            resolve(((whole - gaps.length) / whole) * 100);
          }
        };
        requestAnimationFrame(frame);
      }),
  );
  for (let n = 0; n < 40; n += 1) {
    await page.mouse.wheel(0, n < 20 ? 400 : -400);
    await page.waitForTimeout(40);
  }
  return Math.max(0, await counted);
};
