// When a session ends by itself: some time after the last thing a person did, and at the latest at its own end.

export type SessionEnd = {
  /** Milliseconds since 1970. */
  readonly extendedAt: number;
  readonly idleMinutes: number;
  readonly expiresAt: number;
};

export type Standing =
  | { readonly kind: 'calm' }
  /** `absolute`: nothing that a person does can put it off. */
  | { readonly kind: 'warning'; readonly minutes: number; readonly absolute: boolean }
  | { readonly kind: 'over' };

const minute = 60_000;
export const warnBefore = 3 * minute;
/** A person's doings are told to the server at most this often. */
export const extendEvery = minute;

export const standingAt = (end: SessionEnd, now: number): Standing => {
  const idleEnd = end.extendedAt + end.idleMinutes * minute;
  const endsAt = Math.min(idleEnd, end.expiresAt);
  if (now >= endsAt) return { kind: 'over' };
  if (now < endsAt - warnBefore) return { kind: 'calm' };
  return {
    kind: 'warning',
    minutes: Math.max(1, Math.ceil((endsAt - now) / minute)),
    absolute: end.expiresAt <= idleEnd,
  };
};

export const mayExtend = (end: SessionEnd, now: number): boolean => now - end.extendedAt >= extendEvery;
