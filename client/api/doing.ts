// Doing something on a page whose rows are then read again: busy until the page shows what was done.
import { createSending, type Sending } from './sending.ts';

export type Doing = Pick<Sending, 'busy' | 'problem' | 'forget'> & {
  /** True when it was done; what is read is then read again. */
  readonly run: (content: unknown, work: (key: string) => Promise<unknown>) => Promise<boolean>;
};

/** @param readAgain what the page shows */
export const createDoing = (readAgain: () => Promise<unknown>): Doing => {
  const sending = createSending();
  return {
    ...sending,
    run: async (content, work) => {
      // Busy until the page shows what was done: a second press would do it twice.
      const done = await sending.send(content, async (key) => {
        await work(key);
        await readAgain();
      });
      // Where it was refused, something has moved that this page does not show yet.
      if (!done) void readAgain();
      return done;
    },
  };
};
