// What a page must never do, whatever the journey: throw, complain on its console, break its own security policy, or
// get a 5xx. A journey that causes such a thing on purpose says so beforehand.
import type { BrowserContext, ConsoleMessage, Page } from 'playwright-core';

export type Watch = {
  readonly follow: (context: BrowserContext, who: string) => void;
  /** While `run` lasts, complaints that match are part of the journey: a server that was killed, a cable pulled. */
  readonly expecting: <T>(pattern: RegExp, run: () => Promise<T>) => Promise<T>;
  /** Empties the list. */
  readonly complaints: () => string[];
};

/** A refusal (401, 403, 404, 409 …) is an answer that the page handles; Chromium writes it on the console all the same. */
const refusal = /^Failed to load resource: the server responded with a status of 4\d\d/;

export const connectionLost =
  /net::ERR_|WebSocket connection to|status of 50[023]|answered 50[23]|Failed to fetch/;

export const createWatch = (): Watch => {
  const found: string[] = [];
  const allowed = new Set<RegExp>();
  const complain = (who: string, what: string) => {
    if (![...allowed].some((pattern) => pattern.test(what))) found.push(`${who}: ${what}`);
  };
  const hear = (who: string, message: ConsoleMessage) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    if (!refusal.test(message.text())) complain(who, `${message.text()} (${message.location().url})`);
  };
  const followPage = (page: Page, who: string) => {
    page.on('console', (message) => hear(who, message));
    page.on('pageerror', (error) => complain(who, `threw ${error.stack ?? error.message}`));
    page.on('response', (response) => {
      const { pathname } = new URL(response.url());
      if (response.status() >= 500) complain(who, `${pathname} answered ${response.status()}`);
    });
  };
  return {
    follow: (context, who) => {
      context.on('page', (page) => followPage(page, who));
    },
    expecting: async (pattern, run) => {
      allowed.add(pattern);
      try {
        return await run();
      } finally {
        allowed.delete(pattern);
      }
    },
    complaints: () => found.splice(0),
  };
};
