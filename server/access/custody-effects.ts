// What a change of a guardian's custody would do, from the rules themselves: the facts as they are beside the facts as they
// would be, at every moment from now on at which either changes by itself.
import { type DataClass, dataClasses } from '../../shared/vocabulary.ts';
import type { Facts, Guardian } from './facts.ts';
import { covers, hasPower, mayOpen } from './rules.ts';

/** Milliseconds since 1970 at which it begins; null: at once. */
type From = { readonly from: number | null };
type Way = From & {
  readonly fromAgencyId: string;
  readonly toAgencyId: string;
  readonly dataClass: DataClass;
};
export type CustodyEffects = {
  readonly closing: Way[];
  readonly opening: Way[];
  /** Memberships that would not find the case any more. */
  readonly leaving: (From & { readonly memberId: string })[];
  readonly consentsEnding: (From & { readonly groundId: string; readonly dataClasses: DataClass[] })[];
};

const withGuardian = (facts: Facts, changed: Guardian): Facts => ({
  ...facts,
  guardians: facts.guardians.map((one) => (one.relationId === changed.relationId ? changed : one)),
});

/** Now, and every later moment at which a ground, a membership or custody begins or ends by itself. */
const momentsOf = (facts: Facts, changed: Guardian, at: number): number[] => {
  const all = [...facts.grounds, ...facts.guardians, ...facts.memberships, changed];
  const ahead = all.flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]);
  return [...new Set([at, ...ahead.filter((moment) => moment !== null && moment > at)])].sort(
    (a, b) => Number(a) - Number(b),
  ) as number[];
};

/**
 * @param agencyIds those between which something may go, as far as the asker may know of them
 * @param memberIds whose finding of the case is asked for
 */
export const custodyEffects = (
  before: Facts,
  changed: Guardian,
  agencyIds: readonly string[],
  memberIds: readonly string[],
  at: number,
): CustodyEffects => {
  const after = withGuardian(before, changed);
  const moments = momentsOf(before, changed, at);
  /** The first moment at which `was` held and `is` would not. */
  const firstLost = (was: (moment: number) => boolean, is: (moment: number) => boolean) => {
    const moment = moments.find((one) => was(one) && !is(one));
    return moment === undefined ? [] : [{ from: moment === at ? null : moment }];
  };
  const ways = agencyIds.flatMap((fromAgencyId) =>
    agencyIds
      .filter((toAgencyId) => toAgencyId !== fromAgencyId)
      .flatMap((toAgencyId) => dataClasses.map((dataClass) => ({ fromAgencyId, toAgencyId, dataClass }))),
  );
  const goes = (facts: Facts, way: (typeof ways)[number]) => (moment: number) =>
    covers(facts, way.fromAgencyId, way.toAgencyId, way.dataClass, moment);
  const differing = (was: Facts, is: Facts): Way[] =>
    ways.flatMap((way) => firstLost(goes(was, way), goes(is, way)).map((lost) => ({ ...way, ...lost })));
  const guardian = before.guardians.find((one) => one.relationId === changed.relationId);
  return {
    closing: differing(before, after),
    opening: differing(after, before),
    leaving: before.memberships
      .filter((m) => memberIds.includes(m.id))
      .flatMap((m) =>
        firstLost(
          (moment) => mayOpen(before, m, moment),
          (moment) => mayOpen(after, m, moment),
        ).map((lost) => ({ memberId: m.id, ...lost })),
      ),
    consentsEnding: before.grounds
      .filter((g) => g.kind === 'guardian-consent' && g.effect === 'allow' && !g.empty)
      .filter(
        (g) =>
          g.givenByRelation === changed.relationId || (g.givenBy !== null && g.givenBy === changed.personId),
      )
      .flatMap((g) => {
        const counts = (one: Guardian | undefined, dataClass: DataClass) => (moment: number) =>
          one !== undefined &&
          (g.startsAt === null || g.startsAt <= moment) &&
          (g.endsAt === null || moment < g.endsAt) &&
          hasPower(one, dataClass, moment);
        const lost = g.dataClasses.flatMap((dataClass) =>
          firstLost(counts(guardian, dataClass), counts(changed, dataClass)).map(({ from }) => ({
            dataClass,
            from,
          })),
        );
        const [first] = [...lost].sort((a, b) => (a.from ?? 0) - (b.from ?? 0));
        if (!first) return [];
        return [{ groundId: g.id, dataClasses: lost.map((one) => one.dataClass), from: first.from }];
      }),
  };
};
