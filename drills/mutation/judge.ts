// What a run of mutants comes to: which were noticed, which nothing can notice, and which were missed.
import { type Equivalent, equivalentOf } from './equivalents.ts';

export type Verdict = { readonly name: string; readonly caught: string | null };
export type Judged = {
  readonly caught: number;
  /** Not noticed, with the reason why nothing can. */
  readonly spared: readonly Equivalent[];
  readonly missed: readonly string[];
  /** Said to be unnoticeable, and noticed. */
  readonly untrue: readonly string[];
};

export const judge = (verdicts: readonly Verdict[]): Judged => {
  const unseen = verdicts.filter(({ caught }) => caught === null);
  return {
    caught: verdicts.length - unseen.length,
    spared: unseen.flatMap(({ name }) => equivalentOf(name) ?? []),
    missed: unseen.filter(({ name }) => !equivalentOf(name)).map(({ name }) => name),
    untrue: verdicts
      .filter(({ name, caught }) => caught !== null && equivalentOf(name))
      .map(({ name }) => name),
  };
};
