// Tells where this person is: a change at once, "still writing" every two seconds, and never more than the server wants.
import type { Place } from '../../shared/live.ts';

const stillHereMs = 2_000;
const leastMs = 300;

export const createOwnPlace = (tell: (caseId: string, place: Place) => void) => {
  const told = new Map<string, { text: string; at: number }>();
  const later = new Map<string, ReturnType<typeof setTimeout>>();

  const report = (caseId: string, place: Place): void => {
    clearTimeout(later.get(caseId));
    later.delete(caseId);
    const text = JSON.stringify(place);
    const before = told.get(caseId);
    const age = Date.now() - (before?.at ?? 0);
    if (before?.text === text && (!place.writing || age < stillHereMs)) return;
    if (age < leastMs) {
      later.set(
        caseId,
        setTimeout(() => report(caseId, place), leastMs - age),
      );
      return;
    }
    told.set(caseId, { text, at: Date.now() });
    tell(caseId, place);
  };
  return {
    report,
    forget: (caseId: string): void => {
      clearTimeout(later.get(caseId));
      later.delete(caseId);
      told.delete(caseId);
    },
  };
};
