// Of what a viewer may see, the part that somebody else would see (ring 1): the viewer's own keys, less what the other's
// rights do not open. What only the other sees is neither shown nor counted.
import type { AgencyKind } from '../../shared/vocabulary.ts';
import type { Acting } from './actor.ts';
import type { AudienceFact, Facts, Membership } from './facts.ts';
import { participationClass } from './granting.ts';
import { activeMemberships, knownTo, knowsOf, mayOpen, readableKeys } from './rules.ts';

export type Seen = {
  readonly takesPart: boolean;
  /** Would they find the case at all? */
  readonly opens: boolean;
  readonly keys: readonly number[];
  /** Whom both may know of: agencies and members of the family, and of given people. */
  readonly known: ReadonlySet<string>;
  readonly knownPeople: (personIds: readonly string[]) => string[];
};
type Asked = {
  readonly facts: Facts;
  readonly viewer: Acting;
  readonly keys: readonly number[];
  readonly at: number;
};

/** Nobody: whose texts are whose is no question for somebody who has written none. */
export const somebody: Acting = {
  personId: '00000000-0000-4000-8000-000000000001',
  affiliationId: '00000000-0000-4000-8000-000000000002',
};
/** The audience of a participation that does not exist yet. */
const newParticipation = -1;

const mayKnow = (facts: Facts, who: Acting, personId: string, at: number): boolean =>
  personId === who.personId ||
  facts.memberships.some((m) => m.personId === personId && knowsOf(facts, who, m, at));

/** @param world the facts in which the other has a place */
const both = ({ facts, viewer, keys, at }: Asked, world: Facts, other: Acting): Omit<Seen, 'takesPart'> => {
  const theirs = new Set(readableKeys(world, other, at));
  const known = knownTo(world, other, at);
  return {
    opens: mayOpen(world, other, at),
    keys: keys.filter((key) => theirs.has(key)),
    known: new Set([...knownTo(facts, viewer, at)].filter((id) => known.has(id))),
    knownPeople: (personIds) =>
      personIds.filter((id) => mayKnow(facts, viewer, id, at) && mayKnow(world, other, id, at)),
  };
};

/** Members who take part now and of whom the viewer may know; whoever only breaks the glass takes no part. */
export const knownMembers = (facts: Facts, viewer: Acting, at: number): Membership[] =>
  facts.memberships.filter(
    (m) =>
      m.role !== 'break-glass' &&
      activeMemberships(facts, m.personId, at).includes(m) &&
      knowsOf(facts, viewer, m, at),
  );

/** As a member of the family; null where the viewer may not know of them. */
export const seenAsPerson = (asked: Asked, personId: string): Seen | null => {
  const { facts, viewer, at } = asked;
  const member = knownMembers(facts, viewer, at).find((m) => m.personId === personId && m.agencyId === null);
  if (!member) return null;
  return { takesPart: true, ...both(asked, facts, { personId, affiliationId: null }) };
};

const placeFor = (facts: Facts, agencyId: string, aclKey: number): Membership => ({
  ...somebody,
  id: somebody.personId,
  agencyId,
  aclKey,
  startsAt: null,
  endsAt: null,
  profession: null,
  // What is for the team reaches visiting members only by ground; at home the team is meant.
  role: agencyId === facts.homeAgencyId ? 'team' : 'visiting',
});

const participationOf = (agency: { id: string; kind: AgencyKind }): AudienceFact => ({
  aclKey: newParticipation,
  ownerAgencyId: agency.id,
  dataClass: participationClass(agency.kind),
  scope: 'agencies',
  agencyIds: [],
  familyScope: 'none',
  familyIds: [],
  authorIds: [],
  participation: true,
});

/**
 * As an agency: what any colleague there sees who has written nothing. One of which the viewer may not know, and one that
 * takes no part, look the same: as if somebody there had just been invited, by the grounds that the viewer may read.
 * @param readableGrounds ids of the grounds that the viewer may read
 */
export const seenAsAgency = (
  asked: Asked,
  agency: { id: string; kind: AgencyKind },
  readableGrounds: ReadonlySet<string>,
): Seen => {
  const { facts, viewer, at } = asked;
  const there = knownMembers(facts, viewer, at).filter((m) => m.agencyId === agency.id);
  const takesPart = there.length > 0;
  const others = facts.memberships.filter((m) => m.agencyId !== agency.id);
  const worlds: Facts[] = takesPart
    ? [...new Set(there.map((m) => m.aclKey))].map((aclKey) => ({
        ...facts,
        memberships: [...facts.memberships, placeFor(facts, agency.id, aclKey)],
      }))
    : [
        {
          ...facts,
          memberships: [...others, placeFor(facts, agency.id, newParticipation)],
          grounds: facts.grounds.filter((g) => readableGrounds.has(g.id)),
          audiences: [...facts.audiences, participationOf(agency)],
        },
      ];
  const seen = worlds.map((world) => both(asked, world, somebody));
  return {
    takesPart,
    opens: seen.some((one) => one.opens),
    keys: [...new Set(seen.flatMap((one) => one.keys))],
    known: new Set(seen.flatMap((one) => [...one.known])),
    knownPeople: (personIds) =>
      personIds.filter((id) => seen.some((one) => one.knownPeople([id]).length > 0)),
  };
};
