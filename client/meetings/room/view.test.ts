// Who goes along when the meeting moves, and who stays.
import { expect, test } from 'vitest';
import { nextHeld, type Spot } from './view.ts';

const question: Spot = { itemId: 'aino', part: 0 };
const curious: Spot = { itemId: 'aino', part: 2 };
const steps: Spot = { itemId: 'aino', part: 7 };
const none = { spot: null };
const following = { meeting: question, choice: none, at: null };

test('whoever reads goes with the meeting', () => {
  expect(nextHeld(following, curious, none, false)).toMatchObject({ meeting: curious, at: null });
  const reading = nextHeld(following, question, { spot: steps }, false);
  expect(reading.at).toBe(steps);
  expect(nextHeld(reading, curious, reading.choice, false).at).toBeNull();
});

test('whoever is in the middle of a sentence stays, also when the item closes, until they go themself', () => {
  const stays = nextHeld(following, curious, none, true);
  expect(stays).toMatchObject({ meeting: curious, at: question });
  const closed = nextHeld(stays, null, none, true);
  expect(closed).toMatchObject({ meeting: null, at: question });
  expect(nextHeld(closed, null, { spot: null }, true).at).toBeNull();
});

test('back where the meeting is, one follows again', () => {
  const stays = nextHeld(following, curious, none, true);
  expect(nextHeld(stays, question, none, true).at).toBeNull();
  expect(nextHeld(stays, curious, { spot: curious }, true).at).toBeNull();
});

test('nothing changes where nothing has', () => {
  expect(nextHeld(following, { ...question }, none, true)).toBe(following);
});
