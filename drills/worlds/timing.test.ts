// The statistic of the times: what it says of samples whose answer is known.
import { expect, test } from 'vitest';
import { aucOf } from './timing.ts';

test('samples of one kind cannot be told apart, shifted ones can, and the interval holds the value', () => {
  const some = Array.from({ length: 60 }, (_, n) => (n * 37) % 60);
  const same = aucOf(some, some);
  expect(same.auc).toBeCloseTo(0.5, 5);
  expect(same.from).toBeLessThan(0.5);
  expect(same.to).toBeGreaterThan(0.5);
  expect(
    aucOf(
      some,
      some.map((ms) => ms + 1_000),
    ),
  ).toMatchObject({ auc: 1, from: 1, to: 1 });
  expect(
    aucOf(
      some.map((ms) => ms + 10),
      some,
    ).auc,
  ).toBeLessThan(0.5);
});
