// Who else is in each case, as the server lets this person know it. A signal for each case.
import { type Accessor, createSignal, type Setter } from 'solid-js';
import type { Presence, ServerFrame } from '../../shared/live.ts';

type People = ReadonlyMap<string, Presence>;
type PresenceFrame = Extract<ServerFrame, { t: 'presence' }>;
const nobody: People = new Map();

export const createPresence = () => {
  const cases = new Map<string, [Accessor<People>, Setter<People>]>();
  const of = (caseId: string): [Accessor<People>, Setter<People>] => {
    const known = cases.get(caseId) ?? createSignal<People>(nobody);
    cases.set(caseId, known);
    return known;
  };
  return {
    /** Everybody else who is in the case now, by person. */
    people: (caseId: string): People => of(caseId)[0](),
    heed: ({ caseId, all, people }: PresenceFrame): void => {
      const [before, set] = of(caseId);
      const next = new Map(all ? nobody : before());
      for (const presence of people) {
        if (presence.places.length > 0) next.set(presence.personId, presence);
        else next.delete(presence.personId);
      }
      set(next);
    },
    clear: (caseId: string): void => void of(caseId)[1](nobody),
    clearAll: (): void => {
      for (const [, set] of cases.values()) set(nobody);
    },
  };
};
