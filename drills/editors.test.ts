// A short run of the drill of the editors: the real rooms, desks and the page's own synchronisation, on wires and tables that
// fail on purpose.
import { expect, test } from 'vitest';
import { drillEditors } from './editors.ts';
import { editorsDefaults } from './options.ts';

test('eight editors end with the same text, whatever breaks; nothing acknowledged is lost, nobody gets what is not theirs', {
  timeout: 120_000,
}, async () => {
  const said: string[] = [];
  const outcome = await drillEditors({
    ...editorsDefaults,
    schedules: 80,
    say: (words) => void said.push(words),
  });
  expect(outcome, said.join('\n')).toMatchObject({
    ok: true,
    schedules: 80,
    memos: 40,
    divergences: 0,
    lost: 0,
    unsettled: 0,
    leaks: 0,
    strays: 0,
    controlCaught: true,
  });
  expect(outcome.acknowledged, 'updates on which that was tried').toBeGreaterThan(1_000);
  expect(outcome.shownOut, 'places that were lost in mid-writing').toBeGreaterThan(50);
});
