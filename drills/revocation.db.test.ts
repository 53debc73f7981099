// A short run of the drill of revocation: two real servers on one real PostgreSQL, each kind of end once or twice.
import { expect, test } from 'vitest';
import { revocationDefaults } from './options.ts';
import { drillRevocation } from './revocation.ts';

test('whatever ends a right, nothing behind its place in the stream reaches an open page of either server', {
  timeout: 240_000,
}, async () => {
  const said: string[] = [];
  const outcome = await drillRevocation({
    ...revocationDefaults,
    rounds: 1,
    say: (words) => void said.push(words),
  });
  // How long it took is reported, not asserted: the machine of a test is not the one to measure on.
  expect(outcome, said.join('\n')).toMatchObject({
    frames_after: 0,
    unended: 0,
    misplaced: 0,
    controlCaught: true,
  });
  expect(outcome, said.join('\n')).not.toHaveProperty('failure');
});
