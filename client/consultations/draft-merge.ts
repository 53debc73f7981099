// Two devices have filled in one draft: what each changed stands, and where both wrote the same text, neither is lost.
import type { DraftFields } from '../../shared/consultation.ts';

/** Texts long enough to be chosen between; in the smaller ones both stand one after the other. */
export const bigTexts = ['question', 'consent'] as const;
export type BigText = (typeof bigTexts)[number];

export type Merged = { readonly fields: DraftFields; readonly two: readonly BigText[] };

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export const sameDrafts = (a: DraftFields, b: DraftFields): boolean =>
  (Object.keys(a) as (keyof DraftFields)[]).every((field) => same(a[field], b[field]));

const own = <T>(base: T, mine: T, theirs: T): T => {
  const clear = changedBy(base, mine, theirs);
  return clear === undefined ? mine : clear;
};

/** Undefined where both changed it. */
const changedBy = <T>(base: T, mine: T, theirs: T): T | undefined => {
  if (same(mine, base) || same(mine, theirs)) return theirs;
  return same(theirs, base) ? mine : undefined;
};

/** One holds the other already: the longer one has both. */
const holding = (mine: string, theirs: string): string | undefined => {
  if (mine.includes(theirs.trim())) return mine;
  return theirs.includes(mine.trim()) ? theirs : undefined;
};

const both = (mine: string, theirs: string, most: number): string =>
  holding(mine, theirs) ?? `${mine}\n${theirs}`.slice(0, most);

const text = (base: string, mine: string, theirs: string, most: number): string =>
  changedBy(base, mine, theirs) ?? both(mine, theirs, most);

const mergedList = <T>(
  base: readonly T[],
  mine: readonly T[],
  theirs: readonly T[],
  nameOf: (one: T) => string,
  join: (mine: T, theirs: T) => T,
): T[] => {
  const find = (list: readonly T[], name: string) => list.find((one) => nameOf(one) === name);
  const names = [...new Set([...mine, ...theirs].map(nameOf))];
  return names.flatMap((name) => {
    const [was, here, there] = [find(base, name), find(mine, name), find(theirs, name)];
    const one = same(here, was) ? there : same(there, was) ? here : undefined;
    if (one !== undefined) return [one];
    // Taken away on one side and left alone on the other: gone. Changed on the other: kept.
    if (here === undefined || there === undefined)
      return same(here, was) || same(there, was) ? [] : [here ?? there].filter((left) => left !== undefined);
    return [join(here, there)];
  });
};

const noChild = { name: '', birthDate: null, ground: null };

const mergedChild = (
  base: DraftFields['child'],
  mine: DraftFields['child'],
  theirs: DraftFields['child'],
): DraftFields['child'] => {
  const clear = changedBy(base, mine, theirs);
  if (clear !== undefined) return clear;
  if (mine === null || theirs === null) return mine ?? theirs;
  const was = base ?? noChild;
  const ground = changedBy(was.ground, mine.ground, theirs.ground);
  const joined =
    mine.ground && theirs.ground
      ? { ...mine.ground, evidence: both(mine.ground.evidence, theirs.ground.evidence, 2_000) }
      : (mine.ground ?? theirs.ground);
  return {
    name: text(was.name, mine.name, theirs.name, 200),
    birthDate: own(was.birthDate, mine.birthDate, theirs.birthDate),
    ground: ground === undefined ? joined : ground,
  };
};

/** @param base what both grew from @param theirs what the server has now */
export const mergeDrafts = (base: DraftFields, mine: DraftFields, theirs: DraftFields): Merged => {
  const two: BigText[] = [];
  const choose = (field: BigText): string => {
    const clear = changedBy(base[field], mine[field], theirs[field]) ?? holding(mine[field], theirs[field]);
    if (clear === undefined) two.push(field);
    return clear ?? mine[field];
  };
  const pick = <K extends keyof DraftFields>(field: K): DraftFields[K] =>
    own(base[field], mine[field], theirs[field]);
  const fields: DraftFields = {
    question: choose('question'),
    consent: choose('consent'),
    area: pick('area'),
    urgency: pick('urgency'),
    language: pick('language'),
    ageBand: pick('ageBand'),
    grade: pick('grade'),
    serviceId: pick('serviceId'),
    deputyAffiliationId: pick('deputyAffiliationId'),
    anonymous: pick('anonymous'),
    child: mergedChild(base.child, mine.child, theirs.child),
    supports: mergedList(
      base.supports,
      mine.supports,
      theirs.supports,
      (one) => one.support,
      (here, there) => ({ ...here, note: both(here.note, there.note, 500) }),
    ),
    absenceHours: mergedList(
      base.absenceHours,
      mine.absenceHours,
      theirs.absenceHours,
      (one) => one.reason,
      (here) => here,
    ),
  };
  return { fields, two };
};
