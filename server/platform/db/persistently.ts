// Transactions that lost against another one are simply run again: nothing of them is left behind.

const mostTries = 12;

/** A serialization failure or a deadlock. */
const collided = (error: unknown): boolean =>
  ['40001', '40P01'].includes(String((error as { code?: unknown }).code));

/**
 * Runs `attempt` again while it fails by a collision, or by what `worthAnother` names. It is told how often it has lost,
 * so that it can stop hoping and queue.
 */
export const persistently = async <T>(
  worthAnother: (error: unknown) => boolean,
  attempt: (lost: number) => Promise<T>,
): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt(tries - 1);
    } catch (error) {
      if (tries >= mostTries || !(collided(error) || worthAnother(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 5 * tries));
    }
  }
};
