// Who may do what in the sections of one memo, as decisions 29 and 31 say it: the shared part is read in the room, the team's by the
// team, an agency's own by the agency. Somebody is invited in the middle: another shared section begins, the earlier one stays
// with those who had it. Visits end by the clock or by a word, memberships end altogether.
import type { Right, RightNow } from './kept-tables.ts';

export const roles = ['team', 'school', 'team', 'clinic', 'late', 'school', 'team', 'stranger'] as const;
/** `late` is of another agency and comes when the writing has begun; `stranger` is nothing to the case, and looks for it. */
export type Role = (typeof roles)[number];
export const visits = (role: Role): boolean => role === 'school' || role === 'clinic' || role === 'late';

/** `letter` marks the words that are typed there; `late`: there is none before somebody is invited. */
export const sections = [
  { id: 'shared', letter: 'S', of: ['team', 'school', 'clinic'], room: true, late: false },
  { id: 'team', letter: 'T', of: ['team'], room: true, late: false },
  { id: 'school', letter: 'K', of: ['school'], room: false, late: false },
  { id: 'clinic', letter: 'C', of: ['clinic'], room: false, late: false },
  { id: 'after', letter: 'A', of: ['team', 'school', 'clinic', 'late'], room: true, late: true },
  { id: 'late', letter: 'L', of: ['late'], room: false, late: true },
] as const satisfies readonly {
  id: string;
  letter: string;
  of: readonly Role[];
  room: boolean;
  late: boolean;
}[];
export type Section = (typeof sections)[number];

const never = Number.POSITIVE_INFINITY;

export const createMemoRights = (now: () => number, roleOf: (personId: string) => Role) => {
  const untils = new Map<string, number>();
  const ends = new Map<string, number>();
  let invitedAt = never;

  const belongs = ({ of }: Section, personId: string): boolean =>
    (of as readonly Role[]).includes(roleOf(personId));
  /** From this moment on it is not theirs any more; the beginning of all time where it never was. */
  const lostAt = (section: Section, personId: string): number => {
    if (!belongs(section, personId)) return Number.NEGATIVE_INFINITY;
    const end = ends.get(personId) ?? never;
    return section.room && visits(roleOf(personId)) ? Math.min(end, untils.get(personId) ?? never) : end;
  };
  const begun = (section: Section): boolean => !section.late || now() >= invitedAt;
  return {
    lostAt,
    begun,
    invitedAt: (): number => invitedAt,
    mayRead: (section: Section, personId: string): boolean =>
      begun(section) && now() < lostAt(section, personId),
    in:
      (section: Section): RightNow =>
      (personId): Right => {
        const reads = begun(section) && now() < lostAt(section, personId);
        // What a membership will end by is known beforehand to nobody; a visit's window is.
        const until = section.room ? (untils.get(personId) ?? never) : never;
        return { reads, writes: reads, until: reads ? until : never };
      },
    invite: (): void => {
      if (invitedAt === never) invitedAt = now();
    },
    visitUntil: (personId: string, moment: number): void => {
      // What is over does not come back: another visit would be another right.
      if ((untils.get(personId) ?? never) > now()) untils.set(personId, moment);
    },
    endMembership: (personId: string): void => {
      if (!ends.has(personId)) ends.set(personId, now());
    },
  };
};
export type MemoRights = ReturnType<typeof createMemoRights>;
