// How the entry of a series repeats, as it waits in the table of mails.
import { z } from 'zod';

const Moment = z.iso.datetime({ offset: true });

export const Repeats = z.strictObject({
  everyWeeks: z.int().positive(),
  /** When its last occasion begins; null where no end is known. */
  lastAt: Moment.nullable(),
  /** Beginnings that it passes over: holidays, and what does not take place. */
  without: z.array(Moment),
});
export type Repeats = z.infer<typeof Repeats>;
