// What this tab wants to hear of, and where it has left each stream: kept here so that a new connection can go on from it.
import type { Place } from '../../shared/live.ts';

export type Interest = {
  readonly caseId: string;
  token: string;
  place: Place | null;
  /** Rises with every watch: what was asked for before is not believed any more. */
  round: number;
  /** Watches whose answer has not come; events before it belong to an older watch. */
  unanswered: number;
};

export const createInterests = () => {
  const cases = new Map<string, Interest>();
  let today = false;
  return {
    cases: cases as ReadonlyMap<string, Interest>,
    today: (): boolean => today,
    wantToday: (wanted: boolean): void => {
      today = wanted;
    },
    watch: (caseId: string, token: string): Interest => {
      const before = cases.get(caseId);
      const interest = before ?? { caseId, token, place: null, round: 0, unanswered: 0 };
      interest.token = token;
      interest.round += 1;
      cases.set(caseId, interest);
      return interest;
    },
    drop: (caseId: string): void => void cases.delete(caseId),
    /** A new connection: nothing that was asked on the old one will be answered. */
    startAnew: (): void => {
      for (const interest of cases.values()) interest.unanswered = 0;
    },
  };
};
