// Time that passes only when nothing is left to do: hours of waiting in milliseconds, the same at every run.

type Timer = { readonly at: number; readonly order: number; readonly run: () => void };

/** Numbers between 0 and 1 that follow from the seed (mulberry32). */
export const drawnFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Until no promise waits for another one. */
const quiet = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export const createVirtualTime = () => {
  const timers: Timer[] = [];
  let now = 1_700_000_000_000;
  let order = 0;
  const later = (milliseconds: number, run: () => void): (() => void) => {
    order += 1;
    const timer = { at: now + Math.max(0, milliseconds), order, run };
    let at = timers.length;
    while (at > 0 && isAfter(timers[at - 1], timer)) at -= 1;
    timers.splice(at, 0, timer);
    return () => {
      const found = timers.indexOf(timer);
      if (found !== -1) timers.splice(found, 1);
    };
  };
  return {
    now: (): number => now,
    later,
    sleep: (milliseconds: number): Promise<void> =>
      new Promise((resolve) => void later(milliseconds, resolve)),
    /** Lets so much time pass. */
    pass: async (milliseconds: number): Promise<void> => {
      const until = now + milliseconds;
      await quiet();
      for (let next = timers[0]; next && next.at <= until; next = timers[0]) {
        timers.shift();
        now = Math.max(now, next.at);
        next.run();
        await quiet();
      }
      now = until;
    },
  };
};
export type VirtualTime = ReturnType<typeof createVirtualTime>;

const isAfter = (one: Timer | undefined, other: Timer): boolean =>
  one !== undefined && (one.at > other.at || (one.at === other.at && one.order > other.order));
