// Many guesses at once, over the real HTTP interface: no more get through than one after another.
import { expect, test } from 'vitest';
import { getSession, signIn } from '../../shared/sessions.ts';
import { inject } from '../platform/http/inject.ts';
import { testWorld } from '../testing/world.ts';

const world = await testWorld();
const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
const leena = await world.professional('Leena Kallio', home, 'social-worker');
const origin = 'http://localhost:3000';

test('of twenty guesses at the same moment five are looked at, and the others are told to wait', async () => {
  const guess = () =>
    inject(world.app, origin, signIn, { body: { name: leena.signInName, password: 'not her words' } }, null);
  const answers = await Promise.all(Array.from({ length: 20 }, guess));
  const errors = answers.map((answer) => answer.error?.error);
  expect(errors.filter((id) => id === 'wrong-credentials')).toHaveLength(5);
  expect(errors.filter((id) => id === 'sign-in-delayed')).toHaveLength(15);
});

test('a made-up cookie buys no more requests: without a session they count for the address', async () => {
  const ask = (n: number) =>
    world.app.inject({ method: 'GET', url: '/api/welcome', headers: { cookie: `rinki=made-up-${n}` } });
  const statuses = new Set<number>();
  for (let n = 0; n < 1_300; n += 20) {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, k) => ask(n + k)));
    for (const { statusCode } of answers) statuses.add(statusCode);
  }
  expect([...statuses].sort()).toEqual([200, 429]);
  // Somebody with a session at the same address goes on.
  expect((await leena.try(getSession)).status).toBe(200);
});
