// One after the other: work on one stream never overlaps, so that nothing can slip in between reading and delivering.

export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/** Each piece of work begins when the one before it has ended, well or badly. */
export const createTurns = (): Turns => {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
};
