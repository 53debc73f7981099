// Runs one field's states: when to send, when to try again, when to keep a copy on this device. What sending and
// keeping are is handed in; time is handed in too, so that tests own the clock.
import type { ErrorId } from '../../shared/errors.ts';
import { type Answer, type FieldEvent, type FieldState, hasUnsent, next, type Sent } from './field-state.ts';

/** A pause between two saves of one field: a few saves a second while somebody types. */
const pauseMs = 350;
const firstRetryMs = 500;
const longestRetryMs = 15_000;

export type Outcome =
  | { readonly kind: 'answered'; readonly answer: Answer }
  /** Nothing is wrong with what was sent: try again by itself. */
  | { readonly kind: 'failed' }
  | { readonly kind: 'refused'; readonly why: ErrorId };

export type Surroundings = {
  /** Never rejects. `last`: the page may be gone before the answer comes. */
  readonly send: (sent: Sent, last: boolean) => Promise<Outcome>;
  /** Keeps a copy of what is unsent on this device; null when nothing is, and the copy must go. */
  readonly keep: (unsent: { text: string; base: number; sent: Sent | null } | null) => void;
  readonly later: (ms: number, run: () => void) => () => void;
  readonly random: () => number;
  readonly newKey: () => string;
};

export type Field = {
  readonly state: () => FieldState;
  readonly step: (event: FieldEvent) => void;
  /** Sends now what is unsent, if no request is under way. */
  readonly flush: (last?: boolean) => void;
  /** True when all is confirmed; false when it cannot be now. */
  readonly settle: () => Promise<boolean>;
  readonly listen: (heard: (state: FieldState) => void) => () => void;
  /** Stops timers; what is unsent stays on this device. */
  readonly stop: () => void;
};

/** Full jitter, so that a school's laptops do not come back all at once. */
export const retryDelay = (tries: number, random: number): number =>
  Math.round(Math.min(longestRetryMs, firstRetryMs * 2 ** tries) * (0.25 + 0.75 * random));

export const createField = (initial: FieldState, around: Surroundings): Field => {
  let state = initial;
  let stopped = false;
  let timer: (() => void) | null = null;
  const listeners = new Set<(state: FieldState) => void>();

  const after = (ms: number, run: () => void) => {
    timer?.();
    timer = around.later(ms, () => {
      timer = null;
      run();
    });
  };
  const send = async (sent: Sent, last: boolean) => {
    const outcome = await around.send(sent, last);
    if (stopped) return;
    step({ ...outcome, sent });
  };
  const arm = (before: FieldState, last: boolean) => {
    if (stopped) return;
    if (state.kind === 'saving' && before.kind !== 'saving') {
      timer?.();
      timer = null;
      void send(state.sent, last);
    } else if (state.kind === 'dirty' && timer === null) {
      after(pauseMs, () => step({ kind: 'due', key: around.newKey() }));
    } else if (state.kind === 'kept-here' && before.kind !== 'kept-here') {
      after(retryDelay(state.tries, around.random()), () => step({ kind: 'retry' }));
    }
  };
  const copy = (before: FieldState) => {
    if (hasUnsent(state)) {
      const sent = state.kind === 'saving' || state.kind === 'kept-here' ? state.sent : null;
      around.keep({ text: state.text, base: state.base, sent });
    } else if (hasUnsent(before)) around.keep(null);
  };
  const step = (event: FieldEvent, last = false) => {
    const before = state;
    state = next(before, event);
    if (state === before) return;
    copy(before);
    arm(before, last);
    for (const heard of listeners) heard(state);
  };
  const flush = (last = false) => {
    if (state.kind === 'dirty') step({ kind: 'due', key: around.newKey() }, last);
    else if (state.kind === 'kept-here') step({ kind: 'retry' }, last);
  };
  const settle = (): Promise<boolean> =>
    new Promise((resolve) => {
      const look = () => {
        if (state.kind === 'dirty') flush();
        const waiting = state.kind === 'dirty' || state.kind === 'saving';
        if (!waiting) {
          forget();
          resolve(!hasUnsent(state));
        }
      };
      const forget = () => void listeners.delete(look);
      listeners.add(look);
      flush();
      look();
    });
  // A field that begins with unsent text, kept by an earlier page, goes on at once.
  if (hasUnsent(initial)) around.later(0, () => flush());
  return {
    state: () => state,
    step: (event) => step(event),
    flush,
    settle,
    listen: (heard) => {
      listeners.add(heard);
      return () => void listeners.delete(heard);
    },
    stop: () => {
      stopped = true;
      timer?.();
      timer = null;
    },
  };
};
