// What may go from one agency to another, together with the reason: which grounds decide it, and until when. It asks
// `covers` alone, also for the reason: a ground decides when the answer would be another one without it.
import type { CoverageWhy } from '../../shared/sharing.ts';
import type { DataClass } from '../../shared/vocabulary.ts';
import type { Facts, GroundFact } from './facts.ts';
import { covers } from './rules.ts';

/** From one agency to another, a class of information. */
export type Way = { readonly from: string; readonly to: string; readonly dataClass: DataClass };

export type Coverage = {
  readonly sees: boolean;
  readonly why: CoverageWhy;
  /** Grounds that decide; of a consent that is not enough, those that have been given. */
  readonly groundIds: readonly string[];
  /** Milliseconds since 1970: when it ends by itself, as far as is known now. */
  readonly until: number | null;
};

const coversBy = (facts: Facts, grounds: readonly GroundFact[], way: Way, at: number): boolean =>
  covers({ ...facts, grounds: [...grounds] }, way.from, way.to, way.dataClass, at);

/** Is the ground in force, and does it speak of this way at all? As a statute that nothing stops it would open it. */
const speaks = (facts: Facts, ground: GroundFact, way: Way, at: number): boolean =>
  coversBy(facts, [{ ...ground, effect: 'allow', kind: 'statute', beatsProhibition: true }], way, at);

/** The plainest permission for this way, to ask what would stop it. */
const permission = ({ from, to, dataClass }: Way): GroundFact => ({
  id: '',
  kind: 'disclosure-permission',
  effect: 'allow',
  beatsProhibition: false,
  fromAgencyId: from,
  toAgencyId: to,
  dataClasses: [dataClass],
  startsAt: null,
  endsAt: null,
  empty: false,
  givenBy: null,
  givenByRelation: null,
  capacity: null,
});

const idsOf = (grounds: readonly GroundFact[]): string[] => grounds.map((g) => g.id);

/** The next moment at which the way is closed by itself: a ground runs out, a prohibition begins, custody changes. */
const closesAt = (facts: Facts, way: Way, at: number): number | null => {
  const moments = [...facts.grounds, ...facts.guardians].flatMap(({ startsAt, endsAt }) => [
    startsAt,
    endsAt,
  ]);
  const ahead = moments.filter((moment) => moment !== null && moment > at) as number[];
  const sorted = [...new Set(ahead)].sort((a, b) => a - b);
  return sorted.find((moment) => !coversBy(facts, facts.grounds, way, moment)) ?? null;
};

/** May information of this class go this way now, and why? The one place where a reason is worked out. */
export const coverageOf = (facts: Facts, way: Way, at: number): Coverage => {
  const speaking = facts.grounds.filter((g) => speaks(facts, g, way, at));
  const allowing = speaking.filter((g) => g.effect === 'allow');
  const prohibiting = speaking.filter((g) => g.effect === 'prohibit');
  if (covers(facts, way.from, way.to, way.dataClass, at)) {
    const alone = allowing.filter((g) => coversBy(facts, [g, ...prohibiting], way, at));
    // Of several that carry only together, each without which they would not.
    const needed = allowing.filter(
      (g) => !coversBy(facts, [...allowing.filter((other) => other !== g), ...prohibiting], way, at),
    );
    const deciding = [alone, needed, allowing].find((grounds) => grounds.length > 0) ?? [];
    return { sees: true, why: 'ground', groundIds: idsOf(deciding), until: closesAt(facts, way, at) };
  }
  const stopping = prohibiting.filter((g) => !coversBy(facts, [permission(way), g], way, at));
  if (stopping.length > 0) return { sees: false, why: 'prohibited', groundIds: idsOf(stopping), until: null };
  if (allowing.length > 0) return { sees: false, why: 'not-enough', groundIds: idsOf(allowing), until: null };
  return { sees: false, why: 'no-ground', groundIds: [], until: null };
};
