// One case's stream in one process: read once for each wake, in order and without a gap, and delivered to every listener
// who may have it at that moment. A change of access is applied in its place, before anything after it.

import type { Acting } from '../access/actor.ts';
import type { FactsCache } from '../access/facts.ts';
import { type LiveRights, loadRights } from '../access/live-rights.ts';
import { reaches } from '../access/reach.ts';
import type { Context } from '../context.ts';
import { looksMoved } from '../entries/index.ts';
import { asPerson, type Tx } from '../platform/db/transaction.ts';
import { createTurns } from '../platform/live/in-turn.ts';
import type { LiveMetrics } from '../platform/live/metrics.ts';
import { pageSize, readAfter, readAfterWithHeads, type Stored } from '../platform/live/streams.ts';
import type { EventStep, Step } from './steps.ts';

export type Listener = {
  readonly who: Acting;
  /** The last number of the stream that this listener has accounted for. */
  seq: number;
  /** Null until they are needed for the first time. */
  rights: LiveRights | null;
  /** Set when it has left the feed, by itself or because its right has ended. */
  left: boolean;
  /** Has anything of the own rights changed that the screen shows? */
  differs(now: LiveRights): boolean;
  deliver(step: EventStep, rights: LiveRights): void;
  /** A fresh snapshot is needed. False: listens no more. */
  changed(): boolean;
  gone(): void;
};

/** A listener that comes with the place where it left the stream. */
export type Joiner = Listener & {
  /** The number to go on from; null when a fresh snapshot is needed. Asked once. */
  from(rights: LiveRights): number | null;
  /** Runs in the transaction that loaded the rights, before anything is delivered. */
  record(tx: Tx, rights: LiveRights): Promise<void>;
  joined(): void;
  /** Resolves when the listener can take more. */
  drained(): Promise<void>;
};
export type Joined = 'joined' | 'gone' | 'refetch';

export type FeedParts = {
  readonly context: Context;
  readonly facts: FactsCache;
  readonly metrics: LiveMetrics;
  readonly interpret: (row: Stored) => Promise<Step>;
  /** Applies what people's own streams hold up to these heads: who has signed out has left when it resolves. */
  readonly keepUp: (personIds: readonly string[], heads: ReadonlyMap<string, number>) => Promise<void>;
  /** Told of every step of the stream, for what is derived from it. */
  readonly onStep: (caseId: string, step: Step) => void;
  readonly onEmpty: (caseId: string) => void;
};

const longestTimer = 2 ** 31 - 1;

const isFor = (step: Exclude<Step, { type: 'access' }>, { keys, viewer }: LiveRights): boolean => {
  if (step.aclKey === null || !keys.has(step.aclKey) || !reaches(step.reach, keys)) return false;
  const before = step.reach?.unlike;
  return before === undefined || step.type === 'stale' || looksMoved(before, step.event, viewer);
};

export const createCaseFeed = (
  caseId: string,
  { context, facts, metrics, interpret, keepUp, onStep, onEmpty }: FeedParts,
) => {
  const listeners = new Set<Listener>();
  const turns = createTurns();
  let seq = 0;
  let users = 0;
  let scheduled = false;
  let endsAt = Number.POSITIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;

  const now = (): number => context.clock.now().getTime();
  const load = (
    who: Acting,
    also?: (tx: Tx, rights: LiveRights) => Promise<void>,
  ): Promise<LiveRights | null> =>
    asPerson(context.gateway, who, context.clock.imposed(), 'repeatable read', async (tx, at) => {
      const rights = await loadRights(tx, facts, who, caseId, at.getTime());
      if (rights) await also?.(tx, rights);
      return rights;
    });

  const closeIfEmpty = (): void => {
    if (listeners.size > 0 || users > 0) return;
    clearTimeout(timer);
    onEmpty(caseId);
  };
  const leave = (listener: Listener): void => {
    listener.left = true;
    listeners.delete(listener);
    closeIfEmpty();
  };

  /** Closes to the second what ends by itself, without an event. */
  const arm = (): void => {
    endsAt = Number.POSITIVE_INFINITY;
    for (const { rights } of listeners) endsAt = Math.min(endsAt, rights?.until ?? endsAt);
    clearTimeout(timer);
    if (endsAt === Number.POSITIVE_INFINITY) return;
    timer = setTimeout(lookAtEnds, Math.min(longestTimer, Math.max(0, endsAt - now())));
    timer.unref();
  };
  const lookAtEnds = (): void => {
    if (now() < endsAt) {
      // A timer may be a little early.
      arm();
      return;
    }
    void turns(async () => refresh([...listeners].filter((l) => l.rights && l.rights.until <= now()))).then(
      () => onStep(caseId, { type: 'access' }),
      failed,
    );
  };

  const settle = (listener: Listener, rights: LiveRights | null): void => {
    if (listener.left) return;
    if (!rights) {
      leave(listener);
      listener.gone();
      return;
    }
    const differs = listener.differs(rights);
    listener.rights = rights;
    if (differs && !listener.changed()) leave(listener);
  };
  const refresh = async (those: Listener[]): Promise<void> => {
    const people = Map.groupBy(those, ({ who }) => `${who.personId} ${who.affiliationId}`);
    await Promise.all(
      [...people.values()].map(async (own) => {
        const [first] = own;
        if (!first) return;
        const rights = await load(first.who);
        for (const listener of own) settle(listener, rights);
      }),
    );
    arm();
  };

  const take = async (those: Iterable<Listener>, row: Stored, step: Step): Promise<void> => {
    const waiting = [...those].filter((l) => !l.left && l.seq < row.seq);
    const at = now();
    // Rights that were loaded after this change of access hold it already.
    const stale = waiting.filter((l) =>
      step.type === 'access' ? !l.rights || l.rights.seq < row.seq : !l.rights || l.rights.until <= at,
    );
    if (stale.length > 0) await refresh(stale);
    for (const listener of waiting) {
      if (listener.left) continue;
      listener.seq = row.seq;
      if (step.type === 'access' || !listener.rights || !isFor(step, listener.rights)) continue;
      if (step.type === 'event') listener.deliver(step, listener.rights);
      else if (!listener.changed()) leave(listener);
    }
  };

  /** Events between are no longer kept (the buffer holds a day): whoever waited for them reads a fresh snapshot. */
  const skip = (those: Iterable<Listener>): void => {
    for (const listener of [...those]) if (!listener.changed()) leave(listener);
  };

  /**
   * The next page of the stream for these listeners. An end that was committed in a person's own stream, before one of
   * these events was, is applied before any of them is delivered: the two streams have no common order but this.
   */
  const read = async (those: Iterable<Listener>, after: number, upTo?: number): Promise<Stored[]> => {
    const people = [...new Set([...those].map(({ who }) => who.personId))];
    const { rows, heads } = await readAfterWithHeads(context.gateway, caseId, after, people, upTo);
    if (rows.length > 0) await keepUp(people, heads);
    return rows;
  };

  const readOn = async (): Promise<void> => {
    while (listeners.size > 0) {
      const rows = await read(listeners, seq);
      metrics.eventsRead += rows.length;
      for (const row of rows) {
        if (row.seq !== seq + 1) skip(listeners);
        const step = await interpret(row);
        await take(listeners, row, step);
        seq = row.seq;
        onStep(caseId, step);
      }
      if (rows.length < pageSize) return;
    }
  };

  const failed = (error: unknown): void => {
    metrics.failures += 1;
    context.log.warn(
      { name: (error as Error).name, code: (error as { code?: string }).code },
      'a live stream could not be read; trying again',
    );
    setTimeout(wake, 500).unref();
  };
  const wake = (): void => {
    if (scheduled || (listeners.size === 0 && users === 0)) return;
    scheduled = true;
    void turns(() => {
      scheduled = false;
      return readOn();
    }).catch(failed);
  };

  /** Up to one page; `more` when there is more to read than that. */
  const joinOnce = async (joiner: Joiner, first: boolean): Promise<Joined | 'more'> => {
    const before = joiner.rights;
    let from: number | null = joiner.seq;
    const rights = await load(joiner.who, async (tx, loaded) => {
      if (!first) return;
      from = joiner.from(loaded);
      if (from !== null) await joiner.record(tx, loaded);
    });
    if (joiner.left) return 'joined';
    if (!rights) return 'gone';
    if (from === null || (before && joiner.differs(rights))) return 'refetch';
    joiner.rights = rights;
    joiner.seq = from;
    const rows = await read([joiner], joiner.seq, rights.seq);
    if (joiner.left) return 'joined';
    if ((rows[0]?.seq ?? rights.seq + 1) !== joiner.seq + 1) return 'refetch';
    if (first) joiner.joined();
    for (const row of rows) await take([joiner], row, await interpret(row));
    if (joiner.left) return 'joined';
    if (rows.length === pageSize) return 'more';
    joiner.seq = rights.seq;
    if (listeners.size === 0) seq = rights.seq;
    listeners.add(joiner);
    arm();
    return 'joined';
  };

  const using = async <T>(work: () => Promise<T>): Promise<T> => {
    users += 1;
    try {
      return await work();
    } finally {
      users -= 1;
      closeIfEmpty();
    }
  };

  return {
    caseId,
    listeners: listeners as ReadonlySet<Listener>,
    wake,
    /** Called each second: catches what a lost hint or a moved clock has left behind. */
    sweep: (head: number | undefined): void => {
      if (head !== undefined && head > seq && listeners.size > 0) wake();
      if (now() >= endsAt) lookAtEnds();
    },
    /** Brings a listener from where it left the stream to its end and keeps it there. */
    join: (joiner: Joiner): Promise<Joined> =>
      using(async () => {
        for (let first = true; ; first = false) {
          const outcome = await turns(() => joinOnce(joiner, first));
          if (outcome !== 'more') return outcome;
          await joiner.drained();
          if (joiner.left) return 'joined';
        }
      }),
    /** Adds a listener that knows its place already; rights are loaded when the first event asks for them. */
    attach: (listener: Listener): Promise<void> =>
      using(() =>
        turns(async () => {
          if (listeners.size === 0) seq = listener.seq;
          while (listener.seq < seq && !listener.left) {
            const rows = await readAfter(context.gateway, caseId, listener.seq, seq);
            for (const row of rows) await take([listener], row, await interpret(row));
            if (rows.length < pageSize) listener.seq = seq;
          }
          if (listener.left) return;
          listeners.add(listener);
          wake();
        }),
      ),
    leave,
  };
};
export type CaseFeed = ReturnType<typeof createCaseFeed>;
