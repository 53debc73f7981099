// The streams of the people who are connected to this process, and the ends of their sessions: by an event, or at the
// stored time of idleness and of the longest duration, or with the affiliation that the session acts in.
import type { PersonEvent } from '../../shared/live.ts';
import { PersonEvent as PersonEventShape } from '../../shared/live.ts';
import type { Context } from '../context.ts';
import { createTurns, type Turns } from '../platform/live/in-turn.ts';
import type { LiveMetrics } from '../platform/live/metrics.ts';
import { readAfter } from '../platform/live/streams.ts';
import { readSessions, type SessionState } from './session-state.ts';

export type Guest = {
  readonly personId: string;
  readonly sessionId: string;
  readonly affiliationId: string | null;
  /** Today may have changed. */
  todayMoved(): void;
  /** A consultation moved on whose sides the guest stands; null: any of what they read of consultations may have. */
  consultationsMoved(id: string | null): void;
  /** The same of a meeting. */
  meetingsMoved(id: string | null): void;
  /** The session has ended. */
  signedOut(): void;
  /** The session goes on in another affiliation: come back. */
  changed(): void;
};
type Stay = { readonly guest: Guest; until: number };
type PersonFeed = { seq: number; readonly stays: Set<Stay>; readonly turns: Turns; scheduled: boolean };

/** Sessions are looked at once in so many seconds besides, should an end have been told to nobody. */
const lookEverySeconds = 5;
const longestTimer = 2 ** 31 - 1;

export const createPersonFeeds = (context: Context, metrics: LiveMetrics) => {
  const feeds = new Map<string, PersonFeed>();
  const now = (): number => context.clock.now().getTime();
  let ticks = 0;
  let looking = false;
  let endsAt = Number.POSITIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;

  const leave = (personId: string, stay: Stay): void => {
    const feed = feeds.get(personId);
    feed?.stays.delete(stay);
    if (feed?.stays.size === 0) feeds.delete(personId);
  };

  const settle = (stay: Stay, state: SessionState | undefined): void => {
    const { guest } = stay;
    if (!state || state.until <= now()) {
      leave(guest.personId, stay);
      guest.signedOut();
    } else if (state.affiliationId !== guest.affiliationId || state.actsUntil <= now()) {
      leave(guest.personId, stay);
      guest.changed();
    } else {
      stay.until = Math.min(state.until, state.actsUntil);
      arm(stay.until);
    }
  };
  const look = async (stays: Stay[]): Promise<void> => {
    const states = await readSessions(
      context,
      stays.map((s) => s.guest.sessionId),
    );
    for (const stay of stays) settle(stay, states.get(stay.guest.sessionId));
  };

  const staysOf = (feed: PersonFeed): Stay[] => [...feed.stays];
  const allStays = (): Stay[] => [...feeds.values()].flatMap(staysOf);
  const due = (stays: Stay[]): Stay[] => stays.filter((stay) => stay.until <= now());

  /** Closes to the second what ends by itself; the sweep catches what fails here. */
  const arm = (at: number): void => {
    if (at >= endsAt) return;
    endsAt = at;
    clearTimeout(timer);
    timer = setTimeout(atEnd, Math.min(longestTimer, Math.max(0, at - now())));
    timer.unref();
  };
  const atEnd = (): void => {
    endsAt = Number.POSITIVE_INFINITY;
    look(due(allStays()))
      .catch(() => {
        metrics.failures += 1;
      })
      .finally(() => {
        // What is due and could not be looked at is the sweep's.
        const ahead = allStays().filter(({ until }) => until > now());
        arm(ahead.reduce((least, { until }) => Math.min(least, until), Number.POSITIVE_INFINITY));
      });
  };

  const heed = async (feed: PersonFeed, event: PersonEvent): Promise<void> => {
    if (event.kind === 'today.changed') {
      for (const { guest } of feed.stays) guest.todayMoved();
    } else if (event.kind === 'consultation.changed') {
      for (const { guest } of feed.stays)
        if (guest.affiliationId === event.affiliationId) guest.consultationsMoved(event.consultationId);
    } else if (event.kind === 'consultations.changed') {
      for (const { guest } of feed.stays) guest.consultationsMoved(null);
    } else if (event.kind === 'meeting.changed') {
      for (const { guest } of feed.stays)
        if (guest.affiliationId === event.affiliationId) guest.meetingsMoved(event.meetingId);
    } else if (event.kind === 'meetings.changed') {
      for (const { guest } of feed.stays) guest.meetingsMoved(null);
    } else await look(staysOf(feed));
  };
  /** An event of another version: look at everything that could be meant. */
  const heedAnything = async (feed: PersonFeed): Promise<void> => {
    for (const { guest } of feed.stays) {
      guest.todayMoved();
      guest.consultationsMoved(null);
      guest.meetingsMoved(null);
    }
    await look(staysOf(feed));
  };
  const readOn = async (personId: string, feed: PersonFeed): Promise<void> => {
    const rows = await readAfter(context.gateway, personId, feed.seq);
    for (const row of rows) {
      const event = PersonEventShape.safeParse(row.payload);
      if (event.success) await heed(feed, event.data);
      else await heedAnything(feed);
      feed.seq = row.seq;
    }
    if (rows.length > 0) await readOn(personId, feed);
  };
  const wake = (personId: string): void => {
    const feed = feeds.get(personId);
    if (!feed || feed.scheduled) return;
    feed.scheduled = true;
    feed
      .turns(() => {
        feed.scheduled = false;
        return readOn(personId, feed);
      })
      .catch(() => {
        metrics.failures += 1;
      });
  };

  return {
    /** Takes a guest in, unless the session has ended in the meantime. Returns how to leave; null when refused. */
    enter: async (guest: Guest): Promise<(() => void) | null> => {
      const state = (await readSessions(context, [guest.sessionId])).get(guest.sessionId);
      if (!state || state.until <= now() || state.affiliationId !== guest.affiliationId) return null;
      const feed = feeds.get(guest.personId) ?? {
        seq: state.head,
        stays: new Set<Stay>(),
        turns: createTurns(),
        scheduled: false,
      };
      feeds.set(guest.personId, feed);
      const stay = { guest, until: Math.min(state.until, state.actsUntil) };
      feed.stays.add(stay);
      arm(stay.until);
      wake(guest.personId);
      return () => leave(guest.personId, stay);
    },
    ids: (): string[] => [...feeds.keys()],
    wake,
    /** Resolves when what these people's streams hold up to their heads is applied, and what time has ended. */
    keepUp: async (personIds: readonly string[], heads: ReadonlyMap<string, number>): Promise<void> => {
      const at = now();
      const behind = personIds.flatMap((personId) => {
        const feed = feeds.get(personId);
        if (!feed) return [];
        const late = feed.seq < (heads.get(personId) ?? 0) || staysOf(feed).some((stay) => stay.until <= at);
        return late ? [{ personId, feed }] : [];
      });
      await Promise.all(
        behind.map(({ personId, feed }) =>
          feed.turns(async () => {
            await readOn(personId, feed);
            const ended = due(staysOf(feed));
            if (ended.length > 0) await look(ended);
          }),
        ),
      );
    },
    sweep: async (heads: ReadonlyMap<string, number>): Promise<void> => {
      for (const [personId, feed] of feeds) if ((heads.get(personId) ?? 0) > feed.seq) wake(personId);
      ticks += 1;
      if (looking) return;
      looking = true;
      try {
        const stays = allStays();
        await look(ticks % lookEverySeconds === 0 ? stays : due(stays));
      } finally {
        looking = false;
      }
    },
  };
};
export type PersonFeeds = ReturnType<typeof createPersonFeeds>;
