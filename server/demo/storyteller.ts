// Tells the stories of the demo region through the same routes that people use, on a clock that moves through the
// past weeks: what it leaves behind is what real work would have left.
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { Route } from '../../shared/route.ts';
import type { Context } from '../context.ts';
import type { settableClock } from '../platform/clock/clock.ts';
import { type Given, inject } from '../platform/http/inject.ts';
import type { Secrets } from '../platform/http/secrets.ts';
import { startSession } from '../sessions/index.ts';
import { people, type SignInName } from './region.ts';
import { type Line, writeTogether } from './write-together.ts';

type Ids = { readonly people: Record<SignInName, { id: string; affiliationId: string | null }> };

export type Storyteller = Ids & {
  /** The moment up to which the stories are told. */
  readonly now: Date;
  /** Moves the clock to so many days before today, at `hh:mm`. */
  on(daysAgo: number, time: string): void;
  /** The date so many days from today (negative: before), as `YYYY-MM-DD`. */
  date(days: number): string;
  /** Lines in a text that several write and that was just begun. */
  writeTogether(documentId: string, lines: readonly Line[]): Promise<void>;
  /** Calls a route as this person. */
  as<R extends Route>(who: SignInName, route: R, given: Given<R>): Promise<z.output<R['response']>>;
};

type Parts = {
  app: FastifyInstance;
  db: Context['app'];
  secrets: Secrets;
  origin: string;
  clock: ReturnType<typeof settableClock>;
  today: Date;
  ids: Ids['people'];
};

const dayMs = 24 * 3_600_000;

/** Helsinki is two or three hours ahead; the stories need no more exactness than a working day. */
const hoursAhead = 2;

export const createStoryteller = (parts: Parts): Storyteller => {
  const { app, clock, today, ids } = parts;
  const sessions = new Map<SignInName, { cookie: string; token: string }>();
  const credentials = async (who: SignInName) => {
    const known = sessions.get(who);
    if (known) return known;
    const { id, token } = await startSession(parts.db, ids[who].id, ids[who].affiliationId, clock.now());
    const fresh = { cookie: `rinki=${token}`, token: parts.secrets.csrfToken(id) };
    sessions.set(who, fresh);
    return fresh;
  };
  const dayBefore = (days: number): Date => new Date(today.getTime() - days * dayMs);
  return {
    people: ids,
    now: today,
    on: (daysAgo, time) => {
      const [hours = 0, minutes = 0] = time.split(':').map(Number);
      const day = dayBefore(daysAgo).toISOString().slice(0, 10);
      const at = new Date(`${day}T00:00:00Z`);
      at.setUTCHours(hours - hoursAhead, minutes);
      // Nothing of a story lies in the future, whatever the hour of the first start.
      clock.set(new Date(Math.min(at.getTime(), today.getTime() - 60_000)));
      sessions.clear();
    },
    date: (days) => dayBefore(-days).toISOString().slice(0, 10),
    writeTogether: (documentId, lines) => writeTogether({ app: parts.db, clock }, ids, documentId, lines),
    as: async (who, route, given) => {
      const answer = await inject(
        app,
        parts.origin,
        route,
        { ...given, key: randomUUID() },
        await credentials(who),
      );
      if (answer.status !== 200) {
        throw new Error(
          `The demo story stopped: ${route.id} by ${people[who].name} answered ${answer.status} ${JSON.stringify(answer.error)}`,
        );
      }
      return answer.body;
    },
  };
};
