// Ring 1: who may read what, from the base facts of a case. Row-level security (ring 2) derives the same answer in
// SQL; neither reads the other's. Source of every rule: the domain's sections on registers, grounds and participation.
import type { Acting } from './actor.ts';
import { covers, coversVitally } from './covers.ts';
import type { AudienceFact, Facts, Membership } from './facts.ts';
import { holds } from './periods.ts';

export { covers, guardiansMissing, hasPower } from './covers.ts';

/** Every membership of the person that holds at this moment, in whichever affiliation: that they take part, not what they may. */
export const activeMemberships = (facts: Facts, personId: string, at: number): Membership[] =>
  facts.memberships.filter((m) => m.personId === personId && holds(m, at));

/** The membership of this id, if it holds at this moment and is one of somebody who takes part, not of somebody in haste. */
export const takingPart = (facts: Facts, membershipId: string, at: number): Membership | undefined =>
  facts.memberships.find((m) => m.id === membershipId && m.role !== 'break-glass' && holds(m, at));

/** The memberships that hold at this moment in the affiliation in which somebody acts. */
export const actingMemberships = (facts: Facts, who: Acting, at: number): Membership[] =>
  activeMemberships(facts, who.personId, at).filter((m) => m.affiliationId === who.affiliationId);

const onTeam = (m: Membership): boolean => ['responsible', 'working-pair', 'team'].includes(m.role);

/**
 * What somebody who has broken the glass reads: everything of the own register but private texts; of another agency's
 * what goes to their own on vital interest. That there is the case, and who takes part in it, they are told as their
 * colleagues are.
 */
const addressedByGlass = (
  facts: Facts,
  audience: AudienceFact,
  agencyId: string | null,
  at: number,
): boolean => {
  if (agencyId === null) return false;
  const { ownerAgencyId: from, scope, dataClass } = audience;
  if (agencyId === from) return true;
  if (scope === 'agency' || scope === 'team') return false;
  // Who takes part in the own agency's case is of its own register.
  if (audience.participation && agencyId === facts.homeAgencyId) return true;
  if (scope === 'agencies' && !audience.agencyIds.includes(agencyId)) return false;
  const carries = audience.aclKey === facts.aclKey ? covers : coversVitally;
  return carries(facts, from, agencyId, dataClass, at);
};

/** 1. May this member be addressed by the audience at all, and on what ground? */
const addressed = (facts: Facts, audience: AudienceFact, m: Membership, at: number): boolean => {
  const own = m.agencyId === audience.ownerAgencyId;
  if (audience.authorIds.includes(m.personId) && (m.agencyId === null || own)) return true;
  if (audience.scope === 'private') return false;
  if (m.role === 'break-glass') return addressedByGlass(facts, audience, m.agencyId, at);
  if (m.agencyId === null) {
    return (
      audience.familyScope === 'all' ||
      (audience.familyScope === 'chosen' && audience.familyIds.includes(m.personId))
    );
  }
  if (audience.scope === 'team') return own && onTeam(m);
  if (own) return true;
  if (audience.scope === 'agency') return false;
  // The agency that invites knows whom it invited, and is known to those it invites.
  if (audience.participation && m.agencyId === facts.homeAgencyId) return true;
  if (
    audience.participation &&
    audience.ownerAgencyId === facts.homeAgencyId &&
    audience.scope === 'everyone'
  )
    return true;
  if (audience.scope === 'agencies' && !audience.agencyIds.includes(m.agencyId)) return false;
  return covers(facts, audience.ownerAgencyId, m.agencyId, audience.dataClass, at);
};

/** 2. May the author know of this member? Nobody reads a text whose author may not know of them. */
const knownToAuthor = (facts: Facts, audience: AudienceFact, m: Membership, at: number): boolean => {
  if (audience.participation || audience.authorIds.includes(m.personId)) return true;
  // Those who must know are told of it at once; the author is protected by who may do it, and by the review.
  if (m.role === 'break-glass') return true;
  const participation = facts.audiences.find((a) => a.aclKey === m.aclKey);
  if (!participation) return false;
  const familyWrote = facts.memberships.some(
    (w) => w.affiliationId === null && audience.authorIds.includes(w.personId),
  );
  if (familyWrote) {
    if (participation.familyScope === 'all') return true;
    return (
      participation.familyScope === 'chosen' &&
      audience.authorIds.every((a) => participation.familyIds.includes(a))
    );
  }
  const author = audience.ownerAgencyId;
  if (author === participation.ownerAgencyId || author === facts.homeAgencyId) return true;
  if (participation.ownerAgencyId === facts.homeAgencyId && participation.scope === 'everyone') return true;
  const admitted =
    participation.scope === 'everyone' ||
    (participation.scope === 'agencies' && participation.agencyIds.includes(author));
  return admitted && covers(facts, participation.ownerAgencyId, author, participation.dataClass, at);
};

const isFor = (facts: Facts, who: Acting, audience: AudienceFact, at: number): boolean =>
  actingMemberships(facts, who, at).some(
    (m) => addressed(facts, audience, m, at) && knownToAuthor(facts, audience, m, at),
  );

/** A member of a case is who takes part in it and may read that there is such a case: a prohibition can end the second. */
export const mayOpen = (facts: Facts, who: Acting, at: number): boolean => {
  const audience = facts.audiences.find((a) => a.aclKey === facts.aclKey);
  return audience !== undefined && isFor(facts, who, audience, at);
};

/**
 * May somebody, acting as they do, read what has this audience, at this moment (milliseconds since 1970)? Whoever may not
 * be told that there is such a case reads nothing of it.
 */
export const mayRead = (facts: Facts, who: Acting, audience: AudienceFact, at: number): boolean =>
  isFor(facts, who, audience, at) && mayOpen(facts, who, at);

/** The keys of every audience of the case that somebody may read now, acting as they do. */
export const readableKeys = (facts: Facts, who: Acting, at: number): number[] =>
  mayOpen(facts, who, at)
    ? facts.audiences.filter((audience) => isFor(facts, who, audience, at)).map((a) => a.aclKey)
    : [];

/** Everybody who may read what has this audience now. */
export const readersOf = (facts: Facts, audience: AudienceFact, at: number): Membership[] => {
  const people = new Set<string>();
  return facts.memberships.filter((m) => {
    if (
      people.has(m.personId) ||
      !holds(m, at) ||
      !addressed(facts, audience, m, at) ||
      !knownToAuthor(facts, audience, m, at) ||
      !mayOpen(facts, m, at)
    )
      return false;
    people.add(m.personId);
    return true;
  });
};

/** May somebody, acting as they do, know that another takes part? */
export const knowsOf = (facts: Facts, who: Acting, other: Membership, at: number): boolean => {
  const participation = facts.audiences.find((a) => a.aclKey === other.aclKey);
  return participation !== undefined && mayRead(facts, who, participation, at);
};

/** The agencies and members of the family that somebody, acting as they do, may know to take part. */
export const knownTo = (facts: Facts, who: Acting, at: number): ReadonlySet<string> =>
  new Set(facts.memberships.filter((m) => knowsOf(facts, who, m, at)).map((m) => m.agencyId ?? m.personId));

type Named = { agencyIds: string[]; familyIds: string[] };

/** An audience as somebody may know it: of those it names, only whom they may know to take part; the others are not counted. */
export const audienceAsKnown = <A extends Named>(audience: A, known: ReadonlySet<string>): A => ({
  ...audience,
  agencyIds: audience.agencyIds.filter((id) => known.has(id)),
  familyIds: audience.familyIds.filter((id) => known.has(id)),
});

/**
 * The last responsible worker stays until another one is there who stays at least as long as they would have: a
 * substitute is there only for a time.
 */
export const isLastResponsible = (facts: Facts, membershipId: string, at: number): boolean => {
  const ending = facts.memberships.find((m) => m.id === membershipId);
  if (ending?.role !== 'responsible') return false;
  return !facts.memberships.some(
    (m) =>
      m.role === 'responsible' &&
      m.personId !== ending.personId &&
      (m.endsAt === null || (ending.endsAt !== null && m.endsAt >= ending.endsAt)) &&
      activeMemberships(facts, m.personId, at).includes(m),
  );
};
