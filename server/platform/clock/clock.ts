// One clock for the whole server. Tests set it; then every transaction tells the database the same moment.

export type Clock = {
  now(): Date;
  /** The moment to impose on the database's `app.now()`, or null where the database's own time holds. */
  imposed(): Date | null;
};

export const systemClock: Clock = { now: () => new Date(), imposed: () => null };

/** A clock that tests move by hand. */
export const settableClock = (
  start: Date,
): Clock & { set(at: Date): void; advance(milliseconds: number): void } => {
  let at = start;
  return {
    now: () => new Date(at),
    imposed: () => new Date(at),
    set: (next) => {
      at = next;
    },
    advance: (milliseconds) => {
      at = new Date(at.getTime() + milliseconds);
    },
  };
};
