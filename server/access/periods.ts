// When something holds: from its beginning on, and no more at its end. Moments in milliseconds since 1970.
export type Period = { readonly startsAt: number | null; readonly endsAt: number | null };

export const holds = ({ startsAt, endsAt }: Period, at: number): boolean =>
  (startsAt === null || startsAt <= at) && (endsAt === null || at < endsAt);
