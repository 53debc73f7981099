// What may go from one agency to another, on which ground (ring 1). The database says the same in `access.covers`,
// written independently. The precedence, and what of it is to be verified, stands in decision 12.
import type { DataClass } from '../../shared/vocabulary.ts';
import type { Facts, GroundFact, Guardian } from './facts.ts';
import { holds } from './periods.ts';

const isChilds = ({ kind }: GroundFact): boolean => kind === 'child-consent';

/** Grounds in force that speak of this class on this way. */
const matching = (facts: Facts, from: string, to: string, dataClass: DataClass, at: number): GroundFact[] =>
  facts.grounds.filter(
    (g) =>
      !g.empty &&
      holds(g, at) &&
      g.dataClasses.includes(dataClass) &&
      (g.fromAgencyId === null || g.fromAgencyId === from) &&
      (g.toAgencyId === null || g.toAgencyId === to),
  );

/** Has this guardian, now, the power to consent for the class? Each guardian's powers are their own, dated. */
export const hasPower = (guardian: Guardian, dataClass: DataClass, at: number): boolean =>
  holds(guardian, at) &&
  (guardian.custody === 'joint' ||
    guardian.custody === 'sole' ||
    (guardian.custody === 'limited' && guardian.powerClasses.includes(dataClass)));

const gave = (guardian: Guardian, { givenBy, givenByRelation }: GroundFact): boolean =>
  givenByRelation === guardian.relationId || (givenBy !== null && givenBy === guardian.personId);

const isConsentOfGuardian = (g: GroundFact): boolean => g.effect === 'allow' && g.kind === 'guardian-consent';

const withoutConsent = (facts: Facts, consents: GroundFact[], dataClass: DataClass, at: number): Guardian[] =>
  facts.guardians.filter(
    (guardian) => hasPower(guardian, dataClass, at) && !consents.some((g) => gave(guardian, g)),
  );

/**
 * Where nobody with the power is recorded, the consent of somebody who is not recorded as a guardian suffices, and whoever
 * recorded it answers for it. That of a recorded guardian who has the power no more counts for nothing.
 */
const guardiansAllow = (facts: Facts, found: GroundFact[], dataClass: DataClass, at: number): boolean => {
  const consents = found.filter(isConsentOfGuardian);
  if (withoutConsent(facts, consents, dataClass, at).length > 0) return false;
  const { guardians } = facts;
  return (
    guardians.some((guardian) => hasPower(guardian, dataClass, at)) ||
    consents.some((g) => !guardians.some((guardian) => gave(guardian, g)))
  );
};

/** May something of this class go from one agency to another now? */
export const covers = (facts: Facts, from: string, to: string, dataClass: DataClass, at: number): boolean => {
  const found = matching(facts, from, to, dataClass, at);
  const allowed = found.filter((g) => g.effect === 'allow');
  const prohibited = found.filter((g) => g.effect === 'prohibit');
  // 1. A statute or vital interest that says a prohibition does not stop it.
  if (allowed.some((g) => g.beatsProhibition)) return true;
  // 2. The prohibition of a child, unless found not to understand: then it does not count.
  if (prohibited.some((g) => isChilds(g) && g.capacity !== 'does-not-understand')) return false;
  // 3. The consent of a child who understands decides alone.
  if (allowed.some((g) => isChilds(g) && g.capacity === 'understands')) return true;
  // 4. Anybody else's refusal or prohibition.
  if (prohibited.some((g) => !isChilds(g))) return false;
  // 5. Permission, statute, joint contact, vital interest; or the consent of each guardian who has the power.
  return (
    allowed.some((g) => !isChilds(g) && !isConsentOfGuardian(g)) ||
    guardiansAllow(facts, found, dataClass, at)
  );
};

/** The same by vital interest alone, with no other ground beside it: what break-glass reads of another agency. */
export const coversVitally = (
  facts: Facts,
  from: string,
  to: string,
  dataClass: DataClass,
  at: number,
): boolean =>
  covers(
    {
      ...facts,
      grounds: facts.grounds.filter((g) => g.effect === 'prohibit' || g.kind === 'vital-interest'),
    },
    from,
    to,
    dataClass,
    at,
  );

/** Of consents that are not enough: the guardians who have the power and have not consented. Empty where nobody has yet. */
export const guardiansMissing = (
  facts: Facts,
  from: string,
  to: string,
  dataClass: DataClass,
  at: number,
): Guardian[] => {
  const consents = matching(facts, from, to, dataClass, at).filter(isConsentOfGuardian);
  return consents.length === 0 ? [] : withoutConsent(facts, consents, dataClass, at);
};
