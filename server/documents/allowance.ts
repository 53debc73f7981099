// How much one connection may write into a document in a while: so many bytes at once, and so many a second.

/** Bytes. */
const burst = 262_144;
const perSecond = 32_768;
/** What even the smallest update costs. */
const least = 256;

export const createAllowance = (now: () => number) => {
  let left = burst;
  let at = now();
  return {
    /** False when it is too much; then nothing is taken from what is left. */
    spend: (bytes: number): boolean => {
      left = Math.min(burst, left + ((now() - at) / 1_000) * perSecond);
      at = now();
      const cost = Math.max(least, bytes);
      if (cost > left) return false;
      left -= cost;
      return true;
    },
  };
};
