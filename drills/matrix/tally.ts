// Counts cells of the matrix and keeps the first of those that differ from the table.
export type Tally = {
  cells: number;
  mismatches: number;
  readonly examples: string[];
  /** The first difference ends the walk: `look` throws `Noticed`. */
  readonly enough: boolean;
};

export class Noticed extends Error {}

const mostExamples = 20;

export const createTally = (enough = false): Tally => ({ cells: 0, mismatches: 0, examples: [], enough });

export const look = (tally: Tally, expected: unknown, found: unknown, says: () => string): void => {
  tally.cells += 1;
  if (expected === found) return;
  tally.mismatches += 1;
  if (tally.examples.length < mostExamples)
    tally.examples.push(`${says()}: expected ${String(expected)}, found ${String(found)}`);
  if (tally.enough) throw new Noticed();
};
