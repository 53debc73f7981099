// Two worlds that differ only in what an observer may not know of give that observer the same bytes and frames.
import { beforeAll, expect, test } from 'vitest';
import { testWorld } from '../../server/testing/world.ts';
import { everybody, type Secret, secrets, shared } from './secrets-of-world.ts';
import { compareTold, type Difference, type ToldTo, tellWorld } from './two-worlds.ts';

/** Where two long texts part, with what stands around. */
const parting = ({ observer, where, a, b }: Difference): string => {
  const at = [...a].findIndex((sign, n) => sign !== b[n]);
  const from = Math.max(0, (at === -1 ? a.length : at) - 120);
  return `${observer}, ${where}: …${a.slice(from, from + 320)} ≠ …${b.slice(from, from + 320)}`;
};

const begin = new Date('2026-11-10T08:00:00Z');
let without: ToldTo;
beforeAll(async () => {
  without = await tellWorld(testWorld, begin, null, everybody);
}, 120_000);

test.each(secrets.map((secret) => [secret.says, secret] as const))(
  '%s: nobody of whom it is kept sees a difference',
  { timeout: 120_000 },
  async (_, secret) => {
    const told = await tellWorld(testWorld, begin, secret, everybody);
    const { comparisons, differences } = compareTold(without, told, secret.from);
    expect(differences.map(parting)).toEqual([]);
    expect(comparisons).toBeGreaterThan(secret.from.length * 50);
  },
);

test('the control: what the team may know of does make a difference to the guardian', {
  timeout: 120_000,
}, async () => {
  const open: Secret = { ...shared, from: ['guardian'] };
  const told = await tellWorld(testWorld, begin, open, everybody);
  expect(compareTold(without, told, open.from).differences.length).toBeGreaterThan(0);
});
