// A client as patient as the browser's: what was not answered is asked again, with the same idempotency key, until it is.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import type { Route } from '../shared/route.ts';
import type { Professional } from './team.ts';

type Given<R extends Route> = {
  params?: Record<string, string>;
  body?: z.input<NonNullable<R['body']>>;
};

export type Interval = { readonly from: number; readonly to: number };

export const createPatientClient = (port: number) => {
  /** When each attempt was on its way. */
  const attempts: Interval[] = [];
  const underWay = new Set<number>();
  let [retries, refused] = [0, 0];
  let firstRefusal: string | null = null;

  const attempt = async (url: string, init: RequestInit): Promise<unknown> => {
    const from = Date.now();
    const mark = Math.random();
    underWay.add(mark);
    try {
      const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(10_000) });
      const text = await answer.text();
      if (answer.status === 200) return JSON.parse(text);
      if (answer.status < 500 && answer.status !== 429) {
        refused += 1;
        firstRefusal ??= `${init.method} ${url} ${answer.status} ${text}`;
      }
      return undefined;
    } catch {
      return undefined;
    } finally {
      underWay.delete(mark);
      attempts.push({ from, to: Date.now() });
    }
  };

  return {
    inFlight: (): number => underWay.size,
    /** How many attempts were on their way at this moment (milliseconds since 1970). */
    inFlightAt: (at: number): number => attempts.filter((a) => a.from < at && at <= a.to).length,
    forgetAttempts: (): void => void attempts.splice(0),
    report: () => ({ retries, refused, firstRefusal }),
    /** Asks until it is answered with 200. */
    do: async <R extends Route>(
      who: Professional,
      route: R,
      { params = {}, body }: Given<R>,
    ): Promise<z.output<R['response']>> => {
      const path = route.path.replace(/:([a-zA-Z]+)/g, (_, name: string) => params[name] ?? '');
      const init: RequestInit = {
        method: route.method,
        headers: { ...who.headers, 'idempotency-key': randomUUID() },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      };
      for (;;) {
        const answer = await attempt(`http://127.0.0.1:${port}${path}`, init);
        if (answer !== undefined) return answer as z.output<R['response']>;
        if (refused > 20) throw new Error(`refused again and again: ${firstRefusal}`);
        retries += 1;
        await sleep(25 + Math.random() * 75);
      }
    },
  };
};
export type PatientClient = ReturnType<typeof createPatientClient>;
