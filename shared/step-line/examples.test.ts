// Lines as people write them in meetings, in three languages. Every tuned line is read exactly; of the lines held out it is
// measured how many of the owners and days are found, and how many of those found are meant.
import { expect, test } from 'vitest';
import { heldOut } from './examples/held-out.ts';
import { readAllMarked, saidOn } from './examples/marked-line.ts';
import { tuning } from './examples/tuning.ts';
import { readStepLine, type StepLine } from './index.ts';

test.each(readAllMarked(tuning))('$line', ({ line, people, self, meant }) => {
  expect(readStepLine(line, { people, today: saidOn, ...(self ? { self } : {}) })).toEqual(meant);
});

type Place = { readonly from: number; readonly to: number };
const overlap = (one: Place, other: Place): boolean => one.from < other.to && other.from < one.to;

const hitsIn = (found: StepLine, meant: StepLine): number =>
  found.owners.filter((one) => meant.owners.some((other) => other.id === one.id && overlap(one, other)))
    .length +
  found.dueDates.filter((one) =>
    meant.dueDates.some((other) => other.date === one.date && overlap(one, other)),
  ).length;
const sizeOf = ({ owners, dueDates }: StepLine): number => owners.length + dueDates.length;

test('of the lines held out nine of ten are found, and nine of ten found are meant', () => {
  const sums = { found: 0, meant: 0, hits: 0 };
  for (const { line, people, self, meant } of readAllMarked(heldOut)) {
    const found = readStepLine(line, { people, today: saidOn, ...(self ? { self } : {}) });
    sums.found += sizeOf(found);
    sums.meant += sizeOf(meant);
    sums.hits += hitsIn(found, meant);
  }
  expect(sums.meant).toBeGreaterThan(90);
  expect(sums.hits / sums.meant).toBeGreaterThan(0.9);
  expect(sums.hits / sums.found).toBeGreaterThan(0.9);
});
