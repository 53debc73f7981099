// At once, and then at most once in a while: what happens often is told seldom, and the last of it is never lost.

export type Pacer = { mark(): void; stop(): void };

/** Runs `work` at the first mark, and for further marks once after `milliseconds` have passed. */
export const createPacer = (milliseconds: number, work: () => void): Pacer => {
  let timer: NodeJS.Timeout | undefined;
  let marked = false;
  const run = (): void => {
    marked = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (marked) run();
    }, milliseconds);
    timer.unref();
    work();
  };
  return {
    mark: () => {
      marked = true;
      if (timer === undefined) run();
    },
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
      marked = false;
    },
  };
};
