// The contrast of every pair of colours in use, computed from tokens.css itself (WCAG 2.2: 4.5 for text, 3 for
// borders and marks that carry meaning).
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name, light, dark]) => [name ?? '', { light: light ?? '', dark: dark ?? '' }],
  ),
);

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const agencies = [...tokens.keys()].filter((name) => name.startsWith('agency-'));
const surfaces = ['paper', 'sheet', 'well', 'accent-soft', 'amber-soft', 'alert-soft', 'hatch'];
const pairs: [string, string, number][] = [
  ...surfaces.map((under): [string, string, number] => ['ink', under, 7]),
  ...surfaces.map((under): [string, string, number] => ['ink2', under, 4.5]),
  ...['paper', 'sheet', 'well', 'accent-soft', 'hatch'].map((under): [string, string, number] => [
    'accent',
    under,
    4.5,
  ]),
  ...['paper', 'sheet', 'hatch', 'alert-soft'].map((under): [string, string, number] => [
    'alert',
    under,
    4.5,
  ]),
  ...['paper', 'sheet', 'hatch', 'amber-soft'].map((under): [string, string, number] => [
    'amber',
    under,
    4.5,
  ]),
  ...['paper', 'sheet'].map((under): [string, string, number] => ['edge', under, 3]),
  ...['accent', 'accent-strong', 'alert'].map((under): [string, string, number] => ['on-fill', under, 4.5]),
  ...agencies.flatMap((agency): [string, string, number][] => [
    [agency, 'paper', 4.5],
    [agency, 'sheet', 4.5],
    [agency, 'hatch', 4.5],
    ['on-fill', agency, 4.5],
  ]),
];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(pairs)('%s on %s has a contrast of at least %s', (over, under, least) => {
    const [a, b] = [tokens.get(over), tokens.get(under)];
    if (!a || !b) throw new Error(`no token ${over} or ${under}`);
    expect(contrast(a[theme], b[theme])).toBeGreaterThanOrEqual(least);
  });
});

test('the eight kinds of agency have a colour each', () => {
  expect(agencies).toHaveLength(8);
});
