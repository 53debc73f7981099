// What ring 1 knows of turvakielto, from the audiences alone: an agency whose taking part lies in the class `safety` tells
// where the child is, and no text of it reaches anybody who may not know of it. The database says the same (decision 17).
import type { Facts } from './facts.ts';
import type { WantedAudience } from './intern-audience.ts';
import { covers } from './rules.ts';

/** Is it withheld that this agency takes part? Of the home agency it never is: the database leaves its taking part as it is. */
export const isWithheld = (facts: Facts, agencyId: string): boolean =>
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
  if (!isWithheld(facts, ownerAgencyId)) return wanted;
  // An audience names agencies in the scope `agencies` alone, and only such as take part.
  const named = scope === 'everyone' ? facts.memberships.flatMap((m) => m.agencyId ?? []) : wanted.agencyIds;
  return {
    ...wanted,
    scope: scope === 'everyone' ? 'agencies' : scope,
    // Of the owner itself there is no ground: it is not named, and reads its own all the same.
    agencyIds: [...new Set(named)].filter((id) => isEntitled(facts, ownerAgencyId, id, at)),
    familyScope: 'none',
    familyIds: [],
  };
};
