// Who reads a part of a memo, signs it, and says what stands in it (ring 1, decision 31): pure, from the facts of the case and from who was
// there. The database asks the same in functions of its own (access.signs_memo, access.makes_memo, access.keeps_own_memo).
import type { MemoPart } from '../../shared/meeting.ts';
import { type Actor, actingAs } from './actor.ts';
import type { AudienceFact, Facts } from './facts.ts';
import { actingMemberships, knowsOf, mayRead, readersOf } from './rules.ts';
import { isHome } from './writing.ts';

/** When the case was discussed: milliseconds since 1970. */
export type MemoFact = {
  readonly itemId: string;
  readonly aclKey: number;
  readonly part: MemoPart;
  readonly agencyId: string | null;
  readonly from: number;
  readonly until: number;
};
/** One's own presence in the meeting, in the whole of it or in one item. */
export type Presence = {
  readonly itemId: string | null;
  readonly cameAt: number;
  readonly leftAt: number | null;
};
export type There = { readonly led: boolean; readonly presences: readonly Presence[] };

const audienceOf = (facts: Facts, memo: MemoFact): AudienceFact | undefined =>
  facts.audiences.find((a) => a.aclKey === memo.aclKey);

/** As a member of the case, by the audience of the part. */
export const readsAsMember = (facts: Facts, actor: Actor, memo: MemoFact, at: number): boolean => {
  const audience = audienceOf(facts, memo);
  return audience !== undefined && mayRead(facts, actingAs(actor), audience, at);
};

/** An agency keeps its own part: whoever of it was in the case reads it also when the case is closed to them. */
export const keepsOwn = (facts: Facts, actor: Actor, memo: MemoFact, at: number): boolean =>
  memo.agencyId !== null &&
  memo.agencyId === actor.affiliation?.agencyId &&
  facts.memberships.some(
    (m) =>
      m.personId === actor.personId &&
      m.affiliationId === actor.affiliation?.id &&
      m.role !== 'break-glass' &&
      (m.startsAt === null || m.startsAt <= at),
  );

const acting = (facts: Facts, actor: Actor, at: number) =>
  actor.affiliation === null
    ? []
    : actingMemberships(facts, actingAs(actor), at).filter((m) => m.role !== 'break-glass');

/** Writes in the part as long as it is not signed: the home team, or of an agency's own whoever of it takes part. */
export const writesMemo = (facts: Facts, actor: Actor, memo: MemoFact, at: number): boolean =>
  readsAsMember(facts, actor, memo, at) &&
  acting(facts, actor, at).some((m) =>
    memo.part === 'agency' ? m.agencyId === memo.agencyId : isHome(facts, m),
  );

const wasThere = ({ led, presences }: There, memo: MemoFact): boolean =>
  led ||
  presences.some(({ itemId, cameAt, leftAt }) =>
    itemId === null ? cameAt < memo.until && (leftAt === null || leftAt > memo.from) : itemId === memo.itemId,
  );

export const signsMemo = (facts: Facts, actor: Actor, memo: MemoFact, there: There, at: number): boolean =>
  readsAsMember(facts, actor, memo, at) &&
  acting(facts, actor, at).length > 0 &&
  (memo.part === 'agency' ? memo.agencyId === actor.affiliation?.agencyId : wasThere(there, memo));

/** Signs first, and begins a correction. */
export const makesMemo = (facts: Facts, actor: Actor, memo: MemoFact, there: There, at: number): boolean =>
  signsMemo(facts, actor, memo, there, at) && writesMemo(facts, actor, memo, at);

/** What stands in a part is for everybody who reads it: may each of them read what has this key? */
export const isForAllOf = (facts: Facts, memo: MemoFact, aclKey: number, at: number): boolean => {
  const [part, piece] = [memo.aclKey, aclKey].map((key) => facts.audiences.find((a) => a.aclKey === key));
  return (
    part !== undefined &&
    piece !== undefined &&
    readersOf(facts, part, at).every((reader) => mayRead(facts, reader, piece, at))
  );
};

/** May everybody who reads the part know that this person takes part? */
export const isKnownToAll = (
  facts: Facts,
  memo: MemoFact,
  who: { readonly personId: string; readonly affiliationId: string | null },
  at: number,
): boolean => {
  const part = audienceOf(facts, memo);
  const member = facts.memberships.find(
    (m) => m.personId === who.personId && m.affiliationId === who.affiliationId,
  );
  return (
    part !== undefined &&
    member !== undefined &&
    readersOf(facts, part, at).every(
      (reader) => reader.personId === who.personId || knowsOf(facts, reader, member, at),
    )
  );
};
