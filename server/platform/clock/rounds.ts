// Work that is done again and again by the clock, one round at a time: a round that takes long delays the next, and one that
// fails is told of and tried again.

export type Rounds = { stop(): Promise<void> };

/** @param failed told of a round that threw; the next comes at its time */
export const startRounds = (
  everyMs: number,
  round: () => Promise<void>,
  failed: (error: unknown) => void,
): Rounds => {
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= round()
      .catch(failed)
      .finally(() => {
        running = undefined;
      });
  }, everyMs);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
};
