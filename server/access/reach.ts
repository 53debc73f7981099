// Whom of a key's holders an event is for, when a text has moved from one audience to another. Somebody who may read it
// before and after learns of the move only as far as it looks different to them: whom else it has reached, or reaches no
// more, they may not know.
import { z } from 'zod';
import { Audience } from '../../shared/entries.ts';

export const Reach = z.strictObject({
  /** Not for whoever holds this key as well. */
  unless: z.int().optional(),
  /** Only for whoever holds all of these as well. */
  also: z.array(z.int()).optional(),
  /** The audience that the text had: not for those to whom it looks like the one that it has now. */
  unlike: Audience.optional(),
});
export type Reach = z.infer<typeof Reach>;

/** What an event says, and whom of the holders of its key it is for. */
export const withoutReach = (payload: unknown): { payload: unknown; reach: Reach | null } => {
  if (typeof payload !== 'object' || payload === null || !('reach' in payload))
    return { payload, reach: null };
  const { reach, ...rest } = payload;
  return { payload: rest, reach: Reach.parse(reach) };
};

/** Do these keys take it in, besides the event's own? */
export const reaches = (reach: Reach | null, keys: ReadonlySet<number>): boolean =>
  reach === null ||
  ((reach.unless === undefined || !keys.has(reach.unless)) &&
    (reach.also ?? []).every((key) => keys.has(key)));
