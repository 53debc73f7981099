// The people of a case as the ring draws them: members, then family without a sign-in, who is here, who writes, who has
// given their contribution and whose is awaited. Only what the snapshot holds: the server has left out the rest.
import type { Workspace } from '../../shared/cases.ts';
import type { Presence } from '../../shared/live.ts';
import { initialsOf } from '../ui/avatar.tsx';
import type { RingPerson } from '../ui/ring/ring-data.ts';

export type RingWords = {
  /** What a member does, in words: a profession, or a role in the family. */
  readonly member: (member: Workspace['members'][number]) => string;
  /** What a relation without a sign-in is. */
  readonly relation: (relation: Workspace['relations'][number]) => string;
  /** Compares names by the reader's alphabet. */
  readonly compare: (a: string, b: string) => number;
};

const isActive = (member: Workspace['members'][number], now: string): boolean =>
  member.startsAt <= now && (member.endsAt === null || member.endsAt > now);

const stateOf = (workspace: Workspace, personId: string): RingPerson['state'] => {
  const own = workspace.contributions.filter((c) => c.contributorIds.includes(personId));
  if (own.some((c) => c.status === 'asked')) return 'awaited';
  return own.some((c) => c.status === 'shared') ? 'contributed' : 'none';
};

/** The given name, unless two in the case share it. */
const nameAlone = (workspace: Workspace, member: Workspace['members'][number]): string => {
  const same = workspace.members.filter((one) => one.givenName === member.givenName);
  return same.length > 1 ? member.name : member.givenName;
};

/** The child is the centre and not in the ring. */
export const ringPeople = (
  workspace: Workspace,
  presence: readonly Presence[],
  words: RingWords,
  now: Date,
): RingPerson[] => {
  const at = now.toISOString();
  const present = new Map(presence.map((one) => [one.personId, one.places]));
  const members = workspace.members
    .filter((one) => one.role !== 'child' && isActive(one, at))
    .sort(
      (a, b) =>
        Number(b.role === 'responsible') - Number(a.role === 'responsible') ||
        // Whoever stands in for somebody in a case of their own has two places and one dot: their own place's.
        Number(a.substitutesFor !== null) - Number(b.substitutesFor !== null) ||
        words.compare(a.name, b.name),
    )
    .filter((one, index, all) => all.findIndex((other) => other.personId === one.personId) === index)
    .map((one): RingPerson => {
      const places = present.get(one.personId);
      return {
        id: one.id,
        name: nameAlone(workspace, one),
        role: words.member(one),
        agencyKind: one.agencyKind ?? 'family',
        initials: initialsOf(one.name),
        here: places !== undefined && places.length > 0,
        writing: places?.some((place) => place.writing) ?? false,
        state: stateOf(workspace, one.personId),
      };
    });
  const signedIn = new Set(workspace.members.map((one) => one.personId));
  const relations = workspace.relations
    .filter((one) => one.personId === null || !signedIn.has(one.personId))
    .sort((a, b) => words.compare(a.kind, b.kind) || words.compare(a.name, b.name))
    .map(
      (one): RingPerson => ({
        id: one.id,
        name: one.name,
        role: words.relation(one),
        agencyKind: 'family',
        initials: initialsOf(one.name),
        here: false,
        writing: false,
        state: 'none',
      }),
    );
  return [...members, ...relations];
};
