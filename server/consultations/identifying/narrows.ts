// Whether the size of a school or a year and what is told of a child leave only a few children whom it can be.
import { Circumstance } from '../../../shared/identifying.ts';
import { circumstanceSettings } from './data/circumstances.ts';

/** Fewer than so many alike count as a few: the smallest group in which one may hide (k-anonymity with k = 5). */
const fewest = 5;

type Told = {
  /** Pupils of the school in all, and of the child's year when that is known: the smaller one counts. */
  readonly schoolSize?: number | undefined;
  readonly gradeSize?: number | undefined;
  readonly circumstances: readonly Circumstance[];
};

/**
 * Estimates how many children of the school or the year share what is told: the child and, by the national shares, others.
 * Null where five or more do, or where no size is told. Circumstances that go together in truth leave more children than
 * this says, so it warns rather too often than too seldom.
 */
export const narrows = ({ schoolSize, gradeSize, circumstances }: Told): { fewerThan: number } | null => {
  const sizes = [schoolSize, gradeSize].filter((size) => size !== undefined && size > 0);
  if (sizes.length === 0) return null;
  const share = [...new Set(circumstances)].reduce((all, one) => all * circumstanceSettings[one].share, 1);
  const alike = 1 + (Math.min(...(sizes as number[])) - 1) * share;
  return alike < fewest ? { fewerThan: Math.max(2, Math.floor(alike) + 1) } : null;
};

/** The circumstances that a text tells of, by words for them in Finnish, Swedish and English. */
export const circumstancesIn = (text: string): Circumstance[] =>
  Circumstance.options.filter((one) => circumstanceSettings[one].words.test(text));
