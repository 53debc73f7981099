// What ring 1 knows of turvakielto, from the audiences alone: an agency whose taking part lies in the class `safety` tells
// where the child is, and no text of it reaches anybody who may not know of it. The database says the same (decision 17).
import type { Facts } from './facts.ts';
import type { WantedAudience } from './intern-audience.ts';
import { covers } from './rules.ts';

/** Is it withheld that this agency takes part? */
export const isWithheld = (facts: Facts, agencyId: string): boolean =>
  agencyId !== facts.homeAgencyId &&
  facts.memberships.some(
    (m) =>
      m.agencyId === agencyId &&
      facts.audiences.some((a) => a.aclKey === m.aclKey && a.participation && a.dataClass === 'safety'),
  );

/** May the other agency know of one that is withheld? The home agency, and on a ground for `safety` from it. */
export const isEntitled = (facts: Facts, withheldId: string, agencyId: string, at: number): boolean =>
  agencyId === facts.homeAgencyId || covers(facts, withheldId, agencyId, 'safety', at);

/** The audience that is left of a wanted one: all of it, unless that its agency takes part is withheld. */
export const withinTurvakielto = (facts: Facts, wanted: WantedAudience, at: number): WantedAudience => {
  const { ownerAgencyId, scope } = wanted;
  const reaches = scope === 'everyone' || scope === 'agencies' || wanted.familyScope !== 'none';
  if (scope === 'private' || !reaches || !isWithheld(facts, ownerAgencyId)) return wanted;
  const others = new Set(facts.memberships.flatMap((m) => m.agencyId ?? []));
  const candidates = scope === 'agencies' ? wanted.agencyIds : scope === 'everyone' ? [...others] : [];
  return {
    ...wanted,
    scope: scope === 'everyone' ? 'agencies' : scope,
    agencyIds: candidates.filter(
      (id) => id !== ownerAgencyId && others.has(id) && isEntitled(facts, ownerAgencyId, id, at),
    ),
    familyScope: 'none',
    familyIds: [],
  };
};
