// The link itself, as somebody with bad intentions or bad luck meets it: twice, late, guessed at, from elsewhere, in
// somebody else's browser. And the mail that carries it, through a real mail server on this machine.
import { beforeEach, expect, test } from 'vitest';
import { withdrawContribution } from '../../shared/assessments.ts';
import {
  getGuestCode,
  inviteGuest,
  listGuestLinks,
  makeGuestLink,
  revokeGuestLink,
} from '../../shared/guests.ts';
import { getSession } from '../../shared/sessions.ts';
import { getToday } from '../../shared/today.ts';
import { settableClock } from '../platform/clock/clock.ts';
import { inviteColleague, see } from '../testing/case-parts.ts';
import {
  caseWithAssessment,
  enter,
  guestOf,
  look,
  type Place,
  secretIn,
  tryToEnter,
  wrongCode,
} from '../testing/guest-parts.ts';
import { openMailServer, senderTo } from '../testing/mail-server.ts';
import { type Person, testWorld } from '../testing/world.ts';

const clock = settableClock(new Date('2026-11-10T08:00:00Z'));
const lines: string[] = [];
const world = await testWorld({
  clock,
  env: { LOG_LEVEL: 'info' },
  logTo: { write: (line) => void lines.push(line) },
});
const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
const school = await world.agency('education', 'Meriniemen koulu');
const hour = 3_600_000;
let count = 0;

let leena: Person;
let place: Place;
let name: string;
beforeEach(async () => {
  count += 1;
  leena = await world.professional(`Leena Kallio ${count}`, home, 'social-worker');
  place = await caseWithAssessment(leena);
  name = `Maija Opettaja ${count}`;
});
const inviteNow = (changes: Record<string, unknown> = {}) =>
  leena.do(inviteGuest, { params: { caseId: place.caseId }, body: guestOf(school, place, name, changes) });
const renew = (memberId: string) => {
  clock.advance(1_000);
  return leena.do(makeGuestLink, { params: { caseId: place.caseId, memberId }, body: {} });
};
const revoke = (linkId: string) =>
  leena.try(revokeGuestLink, { params: { caseId: place.caseId, linkId }, body: {} });
const stateOf = async () =>
  (await leena.do(listGuestLinks, { params: { caseId: place.caseId } })).links[0]?.state;
/** Without what differs from request to request anyway. */
const bare = (answer: Awaited<ReturnType<typeof look>>) => ({
  status: answer.statusCode,
  body: answer.body.replace(/"requestId":"[^"]*"/, ''),
  headers: Object.fromEntries(
    Object.entries(answer.headers).filter(([key]) => !/^(date|content-length|x-ratelimit-.*)$/.test(key)),
  ),
});

test('the session that begins is an ordinary one, in a cookie that no script and no other site gets', async () => {
  const link = await inviteNow();
  const answer = await tryToEnter(world, secretIn(link), link.code);
  expect(String(answer.headers['set-cookie'])).toMatch(/HttpOnly.*SameSite=Strict|SameSite=Strict.*HttpOnly/);
  expect(answer.body).not.toContain(secretIn(link));
  const { rows } = await world.superuser(
    `select c.operation, c.person_id = l.person_id as own from command_log c join guest_links l on l.id = c.object_id`,
  );
  expect(rows).toContainEqual({ operation: 'enter-as-guest', own: true });
});

test('of two openings at once one wins', async () => {
  const link = await inviteNow();
  const answers = await Promise.all(
    Array.from({ length: 4 }, (_, n) =>
      tryToEnter(world, secretIn(link), link.code, { address: `203.0.113.${n + 1}` }),
    ),
  );
  expect(answers.map((a) => a.statusCode).sort()).toEqual([200, 404, 404, 404]);
  const { rows } = await world.superuser(
    'select count(*)::int as n from sessions s join people p on p.id = s.person_id where p.name = $1',
    [name],
  );
  expect(rows[0]?.['n']).toBe(1);
});

test('never made, used, replaced, revoked, expired, withdrawn and ended are answered with the same bytes', async () => {
  const nowhere = 'A'.repeat(43);
  const expected = bare(await look(world, nowhere));
  expect(expected.status).toBe(404);
  const dead = new Map<string, string>();

  const used = await inviteNow();
  await enter(world, used);
  dead.set('used', secretIn(used));
  const replaced = await renew(used.id);
  const revoked = await renew(used.id);
  dead.set('replaced', secretIn(replaced));
  expect((await revoke(revoked.linkId)).status).toBe(200);
  dead.set('revoked', secretIn(revoked));

  name = `${name} Toinen`;
  const expiring = await inviteNow();
  dead.set('expired', secretIn(expiring));
  name = `${name} Kolmas`;
  const withdrawn = await inviteNow();
  for (const one of (await see(leena, place.caseId)).contributions)
    await leena.do(withdrawContribution, {
      params: { caseId: place.caseId, contributionId: one.id },
      body: { version: one.version },
    });
  dead.set('withdrawn', secretIn(withdrawn));
  clock.advance(8 * 24 * hour);
  for (const [what, secret] of dead) {
    expect(bare(await look(world, secret)), what).toEqual(expected);
    expect(bare(await tryToEnter(world, secret, '123456')), what).toEqual(
      bare(await tryToEnter(world, nowhere, '123456')),
    );
  }
  clock.advance(-8 * 24 * hour);
});

test('a link lives a week, or until the answer is due, but a day at the least', async () => {
  const expiry = async (dueOn: string | null) => {
    name = `${name} x`;
    const link = await inviteNow({ ask: { ...guestOf(school, place, name).ask, dueOn } });
    return Math.round((Date.parse(link.expiresAt) - clock.now().getTime()) / hour);
  };
  expect(await expiry(null)).toBe(7 * 24);
  expect(await expiry('2026-12-24')).toBe(7 * 24);
  expect(await expiry('2026-11-12')).toBe(62);
  expect(await expiry('2026-11-10')).toBe(24);
});

test('the fifth wrong code ends the link; whoever made it is told on Today, and can make another', async () => {
  const link = await inviteNow();
  const answers = [];
  for (let n = 0; n < 5; n += 1)
    answers.push(
      (await tryToEnter(world, secretIn(link), wrongCode(link.code), { address: `198.51.100.${n}` })).json(),
    );
  expect(answers.map((a) => a.detail?.left)).toEqual([4, 3, 2, 1, 0]);
  expect((await tryToEnter(world, secretIn(link), link.code)).json().error).toBe('link-not-valid');
  expect(await stateOf()).toBe('locked');
  const { notices } = await leena.do(getToday);
  expect(notices).toEqual([
    expect.objectContaining({ kind: 'guest-link-locked', fromName: name, caseId: place.caseId }),
  ]);
  const fresh = await renew(link.id);
  expect(
    (await tryToEnter(world, secretIn(fresh), fresh.code, { address: '198.51.100.99' })).statusCode,
  ).toBe(200);
});

test('five wrong codes at once count as five, and no right one slips through after them', async () => {
  const link = await inviteNow();
  const answers = await Promise.all(
    Array.from({ length: 9 }, (_, n) =>
      tryToEnter(world, secretIn(link), wrongCode(link.code), { address: `192.0.2.${n}` }),
    ),
  );
  expect(answers.filter((a) => a.json().error === 'wrong-code')).toHaveLength(5);
  expect(answers.filter((a) => a.json().error === 'link-not-valid')).toHaveLength(4);
  expect((await leena.do(getToday)).notices).toHaveLength(1);
});

test('who guesses from one place is slowed over new links too; nobody else is', async () => {
  const link = await inviteNow();
  const from = { address: '198.18.0.1' };
  for (let n = 0; n < 5; n += 1) await tryToEnter(world, secretIn(link), wrongCode(link.code), from);
  const fresh = await renew(link.id);
  const slowed = await tryToEnter(world, secretIn(fresh), fresh.code, from);
  expect([slowed.statusCode, slowed.json().error]).toEqual([429, 'sign-in-delayed']);
  expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(0);
  // Another guest in the same building, and this one from elsewhere.
  name = `${name} Toinen`;
  const other = await inviteNow();
  expect((await tryToEnter(world, secretIn(other), other.code, from)).statusCode).toBe(200);
  expect((await tryToEnter(world, secretIn(fresh), fresh.code, { address: '198.18.0.2' })).statusCode).toBe(
    200,
  );
});

test('made-up links fill no table', async () => {
  const before = await world.superuser('select count(*)::int as n from sign_in_failures');
  for (let n = 0; n < 5; n += 1) await tryToEnter(world, `made-up-${n}`, '123456');
  expect((await world.superuser('select count(*)::int as n from sign_in_failures')).rows).toEqual(
    before.rows,
  );
});

test('no other site opens or looks, whatever cookie or header it brings', async () => {
  const link = await inviteNow();
  const secret = secretIn(link);
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: '' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]) {
    for (const answer of [
      await look(world, secret, { headers }),
      await tryToEnter(world, secret, link.code, { headers }),
    ])
      expect([answer.statusCode, answer.json().error]).toEqual([403, 'cross-site']);
  }
  expect(await stateOf()).toBe('sent');
  // Neither in an address, nor as a form that a browser would send by itself.
  for (const request of [
    { method: 'GET' as const, url: `/api/guest/enter?secret=${secret}&code=${link.code}` },
    {
      method: 'POST' as const,
      url: '/api/guest/enter',
      headers: { origin: 'http://localhost:3000', 'content-type': 'application/x-www-form-urlencoded' },
      payload: `secret=${secret}&code=${link.code}`,
    },
  ])
    expect((await world.app.inject(request)).statusCode).toBeGreaterThanOrEqual(400);
  expect((await tryToEnter(world, secret, link.code)).statusCode).toBe(200);
});

test('while somebody else is signed in in the browser nobody comes in over them, and the link still holds', async () => {
  const link = await inviteNow();
  const over = await tryToEnter(world, secretIn(link), link.code, { cookie: leena.cookie });
  expect([over.statusCode, over.json().detail?.reason]).toEqual([403, 'other-session']);
  expect((await leena.do(getSession)).personId).toBe(leena.id);
  const { guest } = await enter(world, link);
  // The session is a new one, with a token of its own, for this person alone.
  expect(guest.cookie).not.toContain(leena.cookie);
  const fresh = await renew(link.id);
  expect((await tryToEnter(world, secretIn(fresh), fresh.code, { cookie: guest.cookie })).statusCode).toBe(
    200,
  );
});

test('the team sees what became of a link: sent, opened, used, expired, revoked', async () => {
  const link = await inviteNow();
  expect(await stateOf()).toBe('sent');
  expect((await look(world, secretIn(link))).statusCode).toBe(200);
  expect(await stateOf()).toBe('opened');
  await enter(world, link);
  expect(await stateOf()).toBe('used');
  const second = await renew(link.id);
  expect((await revoke(second.linkId)).status).toBe(200);
  expect(await stateOf()).toBe('revoked');
  expect((await revoke(second.linkId)).error?.error).toBe('already-done');
  await renew(link.id);
  clock.advance(8 * 24 * hour);
  leena = await world.signIn(leena.signInName);
  expect(await stateOf()).toBe('expired');
  clock.advance(-8 * 24 * hour);
});

test('the code is shown again to who made the link, and to nobody else, while the link holds', async () => {
  const petri = await world.professional(`Petri Vainio ${count}`, home, 'social-counsellor');
  await inviteColleague(leena, place.caseId, petri);
  const link = await inviteNow();
  const given = { params: { caseId: place.caseId, linkId: link.linkId } };
  expect((await leena.do(getGuestCode, given)).code).toBe(link.code);
  expect((await petri.try(getGuestCode, given)).status).toBe(404);
  await revoke(link.linkId);
  expect((await leena.try(getGuestCode, given)).status).toBe(404);
  const { rows } = await world.superuser(
    `select count(*)::int as n from access_log where kind = 'guest-code'`,
  );
  expect(Number(rows[0]?.['n'])).toBe(1);
});

test('two new links at once leave one that holds', async () => {
  const link = await inviteNow();
  const both = await Promise.all([renew(link.id), renew(link.id)]);
  const held = await Promise.all(both.map((one) => look(world, secretIn(one))));
  expect(held.map((a) => a.statusCode).sort()).toEqual([200, 404]);
});

test('the mail carries stage, number, deadline and link; no name, no agency, no code', async () => {
  const smtp = await openMailServer();
  const sender = senderTo(smtp.url, { world, clock });
  await world.superuser('delete from mails');
  const link = await inviteNow({ language: 'sv' });
  const { number } = (await see(leena, place.caseId)).case;
  expect(await sender.sendWaiting()).toBe(1);
  const [mail] = smtp.received;
  expect(mail?.subject).toBe(`Rinki: ärende ${number}`);
  expect(mail?.text).toContain(`https://rinki.example.fi/link#sv.${secretIn(link)}`);
  expect(mail?.text).toContain('14 november 2026');
  expect(mail?.headers.get('content-language')).toBe('sv');
  const raw = `${mail?.subject} ${mail?.text} ${mail?.html}`;
  for (const word of [
    link.code,
    'Aino',
    'Virtanen',
    'Leena',
    'Maija',
    'koulu',
    'skola',
    'barnskydd',
    'speciallärare',
  ])
    expect(raw).not.toContain(word);

  // A second link within the hour goes out too; one that ended before it was sent does not.
  await renew(link.id);
  const last = await renew(link.id);
  expect(await sender.sendWaiting()).toBe(1);
  expect(smtp.received[1]?.text).toContain(secretIn(last));
  const { rows } = await world.superuser(`select skipped_why from mails where skipped_at is not null`);
  expect(rows).toEqual([{ skipped_why: 'link-ended' }]);
  sender.close();
  await smtp.close();
});

test('no secret and no code came into the server’s log', async () => {
  const link = await inviteNow();
  await look(world, secretIn(link));
  await tryToEnter(world, secretIn(link), wrongCode(link.code));
  await enter(world, link);
  const log = lines.join('');
  expect(log).toContain('/api/guest/enter');
  for (const word of [secretIn(link), link.code, wrongCode(link.code), name]) expect(log).not.toContain(word);
});
