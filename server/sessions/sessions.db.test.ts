// Signing in, staying signed in, and being signed out, over the real interface, on a clock that the test moves.
import { randomUUID } from 'node:crypto';
import argon2 from 'argon2';
import { expect, test, vi } from 'vitest';
import { addAffiliation as addAffiliationRoute } from '../../shared/agencies.ts';
import { pollLive } from '../../shared/live-routes.ts';
import {
  changePassword,
  chooseAffiliation,
  chooseLanguage,
  extendSession,
  getSession,
  getWelcome,
  signIn,
  signOut,
} from '../../shared/sessions.ts';
import { settableClock } from '../platform/clock/clock.ts';
import { type Person, testPassword, testWorld } from '../testing/world.ts';

const clock = settableClock(new Date('2026-11-10T08:00:00Z'));
const world = await testWorld({ clock });
const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
const school = await world.agency('education', 'Meriniemen koulu');
const origin = 'http://localhost:3000';
const minutes = (n: number) => clock.advance(n * 60_000);
let count = 0;
const somebody = () => {
  count += 1;
  return world.professional(`Leena Kallio ${count}`, home, 'social-worker');
};

/** A sign-in as a browser would send it. */
const attempt = (
  name: string,
  password: string,
  from: { cookie?: string; address?: string; headers?: Record<string, string> } = {},
) =>
  world.app.inject({
    method: 'POST',
    url: signIn.path,
    headers: { origin, ...(from.cookie === undefined ? {} : { cookie: from.cookie }), ...from.headers },
    remoteAddress: from.address ?? '127.0.0.1',
    payload: { name, password },
  });
const deviceOf = (who: Person) =>
  who.cookie.split('; ').find((part) => part.startsWith('rinki-device=')) ?? '';
const failTimes = async (n: number, name: string, from: Parameters<typeof attempt>[2]) => {
  for (let i = 0; i < n; i += 1) await attempt(name, 'wrong every time', from);
};

test('somebody who guesses is slowed down, the person they aim at is not', async () => {
  const leena = await somebody();
  await failTimes(6, leena.signInName, { address: '203.0.113.9' });
  const guesser = await attempt(leena.signInName, testPassword, { address: '203.0.113.9' });
  expect([guesser.statusCode, guesser.json().error]).toEqual([429, 'sign-in-delayed']);
  expect(Number(guesser.headers['retry-after'])).toBeGreaterThan(0);
  expect((await attempt(leena.signInName, testPassword, { address: '203.0.113.10' })).statusCode).toBe(200);
  expect(
    (await attempt(leena.signInName, testPassword, { address: '203.0.113.9', cookie: deviceOf(leena) }))
      .statusCode,
  ).toBe(200);
});

test('the delay grows, is at most a quarter of an hour, and ends with a right password', async () => {
  const leena = await somebody();
  const from = { address: '203.0.113.20' };
  const wait = async () =>
    (await attempt(leena.signInName, 'wrong', from)).json().retryAfter as number | undefined;
  await failTimes(5, leena.signInName, from);
  const first = (await wait()) ?? 0;
  clock.advance(first * 1000);
  await failTimes(1, leena.signInName, from);
  expect(await wait()).toBeGreaterThan(first);
  for (let i = 0; i < 12; i += 1) {
    minutes(15);
    await failTimes(1, leena.signInName, from);
  }
  expect(await wait()).toBeLessThanOrEqual(900);
  minutes(15);
  expect((await attempt(leena.signInName, testPassword, from)).statusCode).toBe(200);
  expect((await attempt(leena.signInName, 'wrong', from)).statusCode).toBe(401);
});

test('one’s device cookie excuses nobody else: it is bound to the name', async () => {
  const [leena, other] = [await somebody(), await somebody()];
  await failTimes(6, other.signInName, { address: '203.0.113.30', cookie: deviceOf(leena) });
  const again = await attempt(other.signInName, testPassword, {
    address: '203.0.113.30',
    cookie: deviceOf(leena),
  });
  expect(again.statusCode).toBe(429);
});

test('an unknown name, a wrong password and an ended person look the same, and a hash is verified for each', async () => {
  const leena = await somebody();
  const gone = await somebody();
  await world.superuser('update people set ended_at = $2 where id = $1', [gone.id, clock.now()]);
  const verify = vi.spyOn(argon2, 'verify');
  const answers = [
    await attempt('nobody.at.all', testPassword, { address: '203.0.113.40' }),
    await attempt(leena.signInName, 'wrong', { address: '203.0.113.40' }),
    await attempt(gone.signInName, testPassword, { address: '203.0.113.40' }),
  ];
  expect(verify).toHaveBeenCalledTimes(3);
  verify.mockRestore();
  const bodies = answers.map((a) => ({ ...a.json(), requestId: '' }));
  expect(bodies).toEqual(Array(3).fill({ error: 'wrong-credentials', requestId: '' }));
});

test('half an hour without a person’s doing ends a session; reading and polling are no doing', async () => {
  const leena = await somebody();
  for (let i = 0; i < 3; i += 1) {
    minutes(9);
    await leena.do(getSession);
    await leena.try(pollLive, { body: { cases: [], today: true, connection: 'abc' } });
  }
  minutes(4);
  expect((await leena.try(getSession)).error?.error).toBe('session-ended');
});

test('a sign of life keeps the session, for twelve hours and not a minute longer', async () => {
  const leena = await somebody();
  for (let i = 0; i < 24 * 2 - 2; i += 1) {
    minutes(15);
    await leena.do(extendSession, { body: {} });
  }
  minutes(25);
  expect((await leena.try(getSession)).status).toBe(200);
  minutes(6);
  expect((await leena.try(getSession)).status).toBe(401);
});

test('the cookie of a session that has ended is cleared', async () => {
  const leena = await somebody();
  minutes(31);
  const answer = await world.app.inject({ url: getSession.path, headers: { cookie: leena.cookie } });
  expect(answer.cookies.find((c) => c.name === 'rinki')).toMatchObject({
    value: '',
    maxAge: 0,
    httpOnly: true,
    sameSite: 'Strict',
  });
});

test('every sign-in gets a token of its own, and only a hash of it is kept', async () => {
  const leena = await somebody();
  const again = await world.signIn(leena.signInName);
  const tokenOf = (who: Person) => /rinki=([^;]+)/.exec(who.cookie)?.[1] ?? '';
  expect(tokenOf(again)).not.toBe(tokenOf(leena));
  const { rows } = await world.superuser(
    `select encode(token_hash, 'escape') as kept from sessions where person_id = $1`,
    [leena.id],
  );
  for (const row of rows) expect(row.kept).not.toContain(tokenOf(again));
});

test('acting in another affiliation gives a new token; the old one is worth nothing', async () => {
  const leena = await somebody();
  const arja = await world.professional(`Arja Hallinto ${count}`, home, 'administrator');
  const { id } = await arja.do(addAffiliationRoute, {
    params: { personId: leena.id },
    body: { agencyId: school, profession: 'principal' },
  });
  const answer = await world.app.inject({
    method: 'POST',
    url: chooseAffiliation.path,
    headers: {
      origin,
      cookie: leena.cookie,
      'x-rinki-token': leena.session.csrfToken,
      'idempotency-key': randomUUID(),
    },
    payload: { affiliationId: id },
  });
  expect(answer.json().affiliation).toMatchObject({ id, profession: 'principal' });
  expect((await leena.try(getSession)).status).toBe(401);
  const cookie = answer.cookies.map((c) => `${c.name}=${c.value}`).join('; ');
  const renewed = await world.app.inject({ url: getSession.path, headers: { cookie } });
  expect(renewed.json().affiliation.id).toBe(id);
  const foreign = await arja.try(chooseAffiliation, { body: { affiliationId: id } });
  expect(foreign.status).toBe(404);
});

test('an unsafe request needs the session’s token, the own origin, and no word of another site', async () => {
  const leena = await somebody();
  const send = (headers: Record<string, string>) =>
    world.app.inject({
      method: 'POST',
      url: chooseLanguage.path,
      headers: { cookie: leena.cookie, 'idempotency-key': randomUUID(), ...headers },
      payload: { language: 'sv' },
    });
  const token = { 'x-rinki-token': leena.session.csrfToken };
  const other = await somebody();
  const refused = [
    await send({ origin }),
    await send({ origin, 'x-rinki-token': 'guess' }),
    await send({ origin, 'x-rinki-token': other.session.csrfToken }),
    await send({ ...token }),
    await send({ ...token, origin: 'https://evil.example' }),
    await send({ ...token, origin: 'null' }),
    await send({ ...token, origin, 'sec-fetch-site': 'cross-site' }),
    await send({ ...token, origin, 'sec-fetch-site': 'same-site' }),
  ];
  expect(refused.map((a) => [a.statusCode, a.json().error])).toEqual(Array(8).fill([403, 'cross-site']));
  expect((await leena.do(getSession)).language).toBe('fi');
  expect((await send({ ...token, origin, 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200);
});

test('signing in is closed to other sites too', async () => {
  const leena = await somebody();
  const answer = await attempt(leena.signInName, testPassword, {
    headers: { origin: 'https://evil.example' },
  });
  expect(answer.json().error).toBe('cross-site');
});

test('signing out everywhere ends every session, and tells the open pages', async () => {
  const leena = await somebody();
  const [second, third] = [await world.signIn(leena.signInName), await world.signIn(leena.signInName)];
  expect(await second.do(signOut, { body: { everywhere: false } })).toEqual({ ended: 1 });
  expect((await second.try(getSession)).status).toBe(401);
  expect((await leena.try(getSession)).status).toBe(200);
  expect(await third.do(signOut, { body: { everywhere: true } })).toEqual({ ended: 2 });
  expect((await leena.try(getSession)).status).toBe(401);
  const { rows } = await world.superuser(
    `select 1 from events where stream_id = $1 and kind = 'session.ended'`,
    [leena.id],
  );
  expect(rows).toHaveLength(3);
});

test('a changed password ends the other sessions, and the old password opens nothing', async () => {
  const leena = await somebody();
  const second = await world.signIn(leena.signInName);
  const change = (current: string, next: string) => leena.try(changePassword, { body: { current, next } });
  expect((await change('not it', 'seitsemän sinistä venettä')).error?.error).toBe('wrong-credentials');
  for (const weak of [
    'short',
    'aaaaaaaaaaaaaaaaaaaa',
    `${leena.signInName} is my name`,
    testPassword.slice(0, 14),
  ]) {
    expect((await change(testPassword, weak)).error?.error).toBe('password-too-weak');
  }
  expect((await change(testPassword, 'seitsemän sinistä venettä')).body).toEqual({ ended: 1 });
  expect((await leena.try(getSession)).status).toBe(200);
  expect((await second.try(getSession)).status).toBe(401);
  await expect(world.signIn(leena.signInName)).rejects.toThrow(/wrong-credentials/);
  expect((await world.signIn(leena.signInName, 'seitsemän sinistä venettä')).id).toBe(leena.id);
});

test('whoever holds a session and guesses at the password is slowed down', async () => {
  const leena = await somebody();
  const guess = () =>
    leena.try(changePassword, { body: { current: 'guess', next: 'seitsemän sinistä venettä' } });
  for (let i = 0; i < 5; i += 1) expect((await guess()).status).toBe(401);
  expect((await guess()).error?.error).toBe('sign-in-delayed');
});

test('the local key comes back to the same person, and only to them', async () => {
  const [leena, other] = [await somebody(), await somebody()];
  const again = await world.signIn(leena.signInName);
  expect(again.session.localKey).toBe(leena.session.localKey);
  expect(other.session.localKey).not.toBe(leena.session.localKey);
});

test('the sign-in page needs no session', async () => {
  const answer = await world.app.inject({ url: getWelcome.path });
  expect(answer.json()).toMatchObject({ demo: true, demoRoles: [] });
});

test('without a session nothing else answers', async () => {
  const answer = await world.app.inject({ url: getSession.path });
  expect([answer.statusCode, answer.json().error]).toEqual([401, 'not-signed-in']);
});

test('one busy session takes nothing from another at the same address: a school is one address', async () => {
  const [leena, other] = [await somebody(), await somebody()];
  const left = async (who: Person) => {
    const answer = await world.app.inject({ url: getSession.path, headers: { cookie: who.cookie } });
    return Number(answer.headers['x-ratelimit-remaining']);
  };
  const before = await left(other);
  for (let i = 0; i < 5; i += 1) await left(leena);
  expect(await left(other)).toBe(before - 1);
  expect(before).toBeGreaterThan(1_000);
});

test('the session says who opens the case of a new child: those whom the route would let', async () => {
  const opens = async (profession: Parameters<typeof world.professional>[2], agency = home) => {
    const who = await world.professional(`Avaaja ${profession}`, agency, profession);
    return (await who.do(getSession, {})).opensCases;
  };
  expect(await opens('social-worker')).toBe(true);
  expect(await opens('consultant-social-worker')).toBe(true);
  expect(await opens('social-counsellor')).toBe(false);
  expect(await opens('data-protection-officer')).toBe(false);
  expect(await opens('special-teacher', school)).toBe(false);
});
