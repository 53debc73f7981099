// When a command that failed is worth another try: it was decided by rights that others were changing at that moment.
import { Refusal } from '../platform/http/refusal.ts';
import { isStaleEpoch, StaleEpoch } from './outbox.ts';

/** Authorized under an older epoch, or the same key or audience was made at the same moment. */
export const overtaken = (error: unknown): boolean =>
  isStaleEpoch(error) || (error as { code?: unknown }).code === '23505';

/**
 * A refusal found while access changed may have set facts of one moment beside rows of another: a text that has just moved
 * to a new audience looks like none. It is believed only if the epoch is still the one of the facts.
 */
export const unlessOvertaken = async <T>(
  stillSo: () => Promise<boolean>,
  work: () => Promise<T>,
): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal && !(await stillSo())) throw new StaleEpoch();
    throw error;
  }
};

/**
 * The database refused what the server's own rule had allowed, perhaps by facts that were older than what the database saw:
 * asked once more, the rule says why, if it has a reason.
 */
export const refusedOnce = (): ((error: unknown) => boolean) => {
  let times = 0;
  return (error) => {
    if ((error as { code?: unknown }).code !== '42501') return false;
    times += 1;
    return times === 1;
  };
};
