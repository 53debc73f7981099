// A short run of the kill drill: the real server and the real PostgreSQL, in processes of their own, killed in mid-work.
import { expect, test } from 'vitest';
import { drillKill } from './kill.ts';
import { killDefaults } from './kill-options.ts';

test('whatever is killed in the middle of work, nothing acknowledged is lost, doubled or out of order', {
  timeout: 240_000,
}, async () => {
  const said: string[] = [];
  const outcome = await drillKill({ ...killDefaults, faults: 3, say: (words) => void said.push(words) });
  expect(outcome, said.join('\n')).toMatchObject({
    ok: true,
    faults: 3,
    lost: 0,
    doubled: 0,
    eventsLost: 0,
    eventsDoubled: 0,
    eventsReordered: 0,
    crashes: 0,
    controlCaught: true,
  });
});
