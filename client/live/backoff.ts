// How long to wait before the next try. Full jitter: after an outage everybody comes back, but not at once.

const firstMs = 500;
const longestMs = 20_000;

/** Milliseconds before try number `tries` (from 0), anywhere between nothing and twice the last longest wait. */
export const waitBefore = (tries: number, random: () => number): number =>
  random() * Math.min(longestMs, firstMs * 2 ** Math.min(tries, 10));
