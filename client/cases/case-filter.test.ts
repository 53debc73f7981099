import { expect, test } from 'vitest';
import { matchesFilter } from './case-filter.ts';

const aino = { childName: 'Aino Öhman-Vehkalahti', childGivenName: 'Ainu', number: 'R-2026-000418' };

test.each(['', ' ', 'ai', 'öh', 'ÖH', 'vehka', 'aino vehka', 'ainu', '418', 'r-2026'])(
  '"%s" finds Aino',
  (typed) => {
    expect(matchesFilter(aino, typed)).toBe(true);
  },
);
test.each(['no', 'ohman', 'aino halonen', '419'])('"%s" does not find Aino', (typed) => {
  expect(matchesFilter(aino, typed)).toBe(false);
});
