// Worlds that differ only in what an observer may not know of give that observer the same bytes and frames. Here, for some of
// the observers, everything that is hidden from all of them at once; the drill takes every secret by itself, for everybody.
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { leak, type Secret, secrets } from './secrets-of-world.ts';
import { buildStage, everybody, type Observer, type OpenStage } from './stage.ts';
import { compareTold, parting, type Telling, type ToldTo, tellWorld } from './two-worlds.ts';

const patience = 240_000;
const begin = new Date('2026-11-10T08:00:00Z');
const ends: (() => Promise<void>)[] = [];
const keep = (end: () => Promise<void>) => void ends.push(end);
afterAll(async () => {
  for (const end of ends.reverse()) await end();
});

const asBuilt: readonly (readonly Observer[])[] = [
  ['teacher', 'guest', 'colleague', 'principal', 'protectionOfficer'],
  ['guardian', 'nurse', 'homeVisitor'],
];
const looking = asBuilt.flat();
/** Under turvakielto, which hides the school from them. */
const underTurvakielto: readonly Observer[] = ['guardian', 'nurse', 'child'];
const hiddenFrom = (observers: readonly Observer[], before?: Secret['before']) =>
  secrets.filter((one) => one.before === before && observers.every((who) => one.from.includes(who)));
const secretly = secrets.filter(({ before }) => before !== undefined);
const [turvakielto] = secretly.map(({ before }) => before);
const leaked = secrets.filter(({ says }) => says === 'a draft is typed on two devices');

let without: ToldTo;
let told: readonly ToldTo[];
let leaky: ToldTo;
let hiding: ToldTo;
let hidden: ToldTo;
beforeAll(async () => {
  const open: OpenStage = await buildStage(inject('database'), begin, { each: keep, atLast: keep });
  const tell = (what: readonly Secret[], to: readonly Observer[], also?: Telling['also']) =>
    tellWorld({ open, begin, secrets: what, to, ...(also && { also }) });
  [without, leaky, hiding, hidden, ...told] = await Promise.all([
    tell([], looking),
    tell(leaked, looking, leak),
    tell([], underTurvakielto, turvakielto),
    tell(secretly, underTurvakielto, turvakielto),
    ...asBuilt.map((group) => tell(hiddenFrom(group), looking)),
  ]);
}, patience);

test.each(asBuilt.map((group, n) => [group.join(', '), group, n] as const))(
  'to %s nothing tells of what is hidden from them',
  (_, group, n) => {
    expect(hiddenFrom(group).length).toBeGreaterThan(2);
    const { comparisons, differences } = compareTold(without, told[n] ?? {}, group);
    expect(differences.map(parting)).toEqual([]);
    expect(comparisons).toBeGreaterThan(group.length * 60);
  },
);

test('to those from whom turvakielto hides the school nothing tells what the school does', () => {
  expect(hiddenFrom(underTurvakielto, turvakielto)).toEqual(secretly);
  expect(secretly.length).toBeGreaterThan(0);
  const { comparisons, differences } = compareTold(hiding, hidden, underTurvakielto);
  expect(differences.map(parting)).toEqual([]);
  expect(comparisons).toBeGreaterThan(underTurvakielto.length * 60);
});

test('everybody looks, and every secret is kept from somebody who does', () => {
  for (const name of everybody) expect(secrets.some(({ from }) => from.includes(name))).toBe(true);
  for (const { says, from } of secrets) expect([says, from.length > 3]).toEqual([says, true]);
});

test('the control: a leak in a trigger is seen by everybody who has the case open', () => {
  expect(leaked).toHaveLength(1);
  for (const name of ['teacher', 'guest', 'guardian', 'nurse'] as const)
    expect([name, compareTold(without, leaky, [name]).differences.length > 0]).toEqual([name, true]);
  expect(compareTold(without, leaky, ['colleague', 'principal']).differences).toEqual([]);
});
