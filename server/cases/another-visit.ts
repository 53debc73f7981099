// When a reading of a case is a visit of its own, to be written down for "changed since your last visit".
import type { Workspace } from '../../shared/cases.ts';

const sameVisitMs = 10_000;

/**
 * Pages of one person that read a case at the same moment, as all of them do when they come back, are one visit, unless
 * there is something in it since: were each to write it, each would collide with the others and read everything anew.
 */
export const isAnotherVisit = (
  { lastVisitAt, activities, entries }: Pick<Workspace, 'lastVisitAt' | 'activities' | 'entries'>,
  at: Date,
): boolean => {
  if (lastVisitAt === null) return true;
  const last = Date.parse(lastVisitAt);
  if (Math.abs(at.getTime() - last) >= sameVisitMs) return true;
  const moments = [...activities.map((a) => a.at), ...entries.flatMap((e) => e.sharedAt ?? [])];
  return moments.some((moment) => Date.parse(moment) > last);
};
