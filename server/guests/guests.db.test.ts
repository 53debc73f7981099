// Somebody without an account, from the invitation to the shared answer and back again, over the real interface and
// database, on a clock that the test moves.
import { beforeEach, expect, test } from 'vitest';
import { endPerson, getAdministration, resetSignIn } from '../../shared/agencies.ts';
import { openContribution } from '../../shared/assessments.ts';
import { endMembership } from '../../shared/cases.ts';
import { getDefaultAudience, saveField, shareEntry } from '../../shared/entries.ts';
import {
  inviteGuest,
  listGuestAgencies,
  listGuestLinks,
  makeGuestLink,
  takeFirstPassword,
} from '../../shared/guests.ts';
import { changePassword, getSession } from '../../shared/sessions.ts';
import { getToday } from '../../shared/today.ts';
import { settableClock } from '../platform/clock/clock.ts';
import { inviteColleague, openACase, see, statusFor } from '../testing/case-parts.ts';
import {
  caseWithAssessment,
  enter,
  guestOf,
  type Place,
  secretIn,
  tryToEnter,
} from '../testing/guest-parts.ts';
import { testWorld } from '../testing/world.ts';

const clock = settableClock(new Date('2026-11-10T08:00:00Z'));
const world = await testWorld({ clock });
const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
const school = await world.agency('education', 'Meriniemen koulu');
const clinic = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
const day = 24 * 3_600_000;
let count = 0;
const newName = () => `Maija Opettaja ${++count}`;
const newWorker = () => world.professional(`Leena Kallio ${++count}`, home, 'social-worker');

let leena: Awaited<ReturnType<typeof newWorker>>;
let place: Place;
beforeEach(async () => {
  leena = await newWorker();
  place = await caseWithAssessment(leena);
});
const inviteAs = (name: string, changes: Record<string, unknown> = {}) =>
  leena.do(inviteGuest, { params: { caseId: place.caseId }, body: guestOf(school, place, name, changes) });
const tryInviting = (changes: Record<string, unknown>, name = newName()) =>
  leena.try(inviteGuest, { params: { caseId: place.caseId }, body: guestOf(school, place, name, changes) });
const linksOf = async () => (await leena.do(listGuestLinks, { params: { caseId: place.caseId } })).links;

test('one command makes person, affiliation, membership, request and link; link and code sign in once', async () => {
  const name = newName();
  const link = await inviteAs(name);
  expect(link.code).toMatch(/^\d{6}$/);
  expect(Date.parse(link.expiresAt)).toBe(Date.parse('2026-11-14T22:00:00Z'));
  const { guest, caseId, contributionId } = await enter(world, link);
  expect(guest.session).toMatchObject({ name, family: false, ownPassword: false, mustChangePassword: false });
  expect(guest.session.affiliation).toMatchObject({ agencyId: school, profession: 'special-teacher' });
  expect(caseId).toBe(place.caseId);
  const { asked } = await guest.do(getToday);
  expect(asked).toEqual([expect.objectContaining({ contributionId, question: 'Miten koulupäivä sujuu?' })]);
});

test('the guest writes and shares, and the asker reads it', async () => {
  const { guest, caseId, contributionId } = await enter(world, await inviteAs(newName()));
  const { entryId } = await guest.do(openContribution, { params: { caseId, contributionId }, body: {} });
  await guest.do(saveField, {
    params: { entryId, field: 'narrative' },
    body: { base: 0, text: 'Siirtymissä auttaa ennakointi.', device: 'guest0001' },
  });
  const audience = await guest.do(getDefaultAudience, { params: { entryId } });
  const { version } = (await see(guest, caseId)).entries.find((e) => e.id === entryId) ?? { version: 0 };
  await guest.do(shareEntry, { params: { entryId }, body: { version, audience } });
  const read = (await see(leena, caseId)).entries.find((e) => e.id === entryId);
  expect(read?.fields['narrative']?.text).toBe('Siirtymissä auttaa ennakointi.');
});

test('the same request sent again shows the same code and makes nobody twice', async () => {
  const name = newName();
  const given = {
    params: { caseId: place.caseId },
    body: guestOf(school, place, name),
    key: crypto.randomUUID(),
  };
  const first = await leena.do(inviteGuest, given);
  expect(await leena.do(inviteGuest, given)).toEqual(first);
  const { rows } = await world.superuser('select count(*)::int as n from people where name = $1', [name]);
  expect(rows[0]?.['n']).toBe(1);
});

test('of link and code the database holds nothing that opens anything', async () => {
  const link = await inviteAs(newName());
  const secret = secretIn(link);
  const { rows } = await world.superuser(
    `select (select json_agg(l) from guest_links l)::text || (select json_agg(m) from mails m)::text
       || (select json_agg(k) from idempotency_keys k)::text || (select json_agg(c) from command_log c)::text as all`,
  );
  const stored = String(rows[0]?.['all']);
  expect(stored).not.toContain(secret);
  expect(stored).not.toContain(`"${link.code}"`);
  for (const column of ['secret_hash', 'code_hash'])
    await expect(world.write(leena.id, `select ${column} from guest_links`)).rejects.toMatchObject({
      code: '42501',
    });
});

test.each([
  ['an end that has passed', { endsOn: '2026-11-09' }, 'invalid-input'],
  ['an end beyond a year', { endsOn: '2028-01-01' }, 'invalid-input'],
  ['the own agency', { agencyId: home }, 'invalid-input'],
  ['an agency that does not exist', { agencyId: crypto.randomUUID() }, 'not-found'],
  ['a profession that sees no case', { profession: 'administrator' }, 'invalid-input'],
  ['no ground for what goes to them', { toThem: null }, 'ground-missing'],
  ['no ground for what comes from them', { fromThem: null }, 'ground-missing'],
])('%s is refused, and leaves nobody behind', async (_, changes, error) => {
  const name = newName();
  expect((await tryInviting(changes, name)).error?.error).toBe(error);
  const { rows } = await world.superuser('select id from people where name = $1', [name]);
  expect(rows).toEqual([]);
});

test('a due date that has passed, no question, or somebody else’s assessment is refused', async () => {
  const asking = (changes: Record<string, unknown>) =>
    tryInviting({ ask: { ...guestOf(school, place, 'X').ask, ...changes } });
  expect((await asking({ dueOn: '2026-11-09' })).error?.error).toBe('invalid-input');
  expect((await asking({ question: '  ' })).error?.error).toBe('invalid-input');
  expect((await asking({ assessmentId: crypto.randomUUID() })).status).toBe(404);
});

test('only the team of the agency whose case it is invites, and lists agencies and links', async () => {
  const { guest, caseId } = await enter(world, await inviteAs(newName()));
  const stranger = await newWorker();
  const minna = await world.family(`Minna Virtanen ${++count}`);
  for (const [who, status] of [
    [guest, 403],
    [stranger, 404],
    [minna, 403],
  ] as const) {
    const body = guestOf(school, place, newName());
    expect((await who.try(inviteGuest, { params: { caseId }, body })).status).toBe(status);
    expect((await who.try(listGuestAgencies, { params: { caseId } })).status).toBe(status);
    expect((await who.try(listGuestLinks, { params: { caseId } })).status).toBe(status);
  }
  const { agencies } = await leena.do(listGuestAgencies, { params: { caseId } });
  expect(agencies.map((a) => a.id).sort()).toEqual([school, clinic].sort());
});

test('a name that the directory knows is pointed out; an address alone never is', async () => {
  const known = await world.professional(`Sari Niskanen ${++count}`, clinic, 'psychiatric-nurse');
  const { rows } = await world.superuser('select name, email from people where id = $1', [known.id]);
  const { name, email } = rows[0] as { name: string; email: string };
  expect((await tryInviting({}, name.toUpperCase())).error?.error).toBe('name-in-directory');
  expect((await tryInviting({ nobodyKnown: true }, name)).status).toBe(200);
  // Of the address of somebody in another agency nothing is told: the same answer as for any other.
  const taken = await tryInviting({ email });
  const free = await tryInviting({});
  expect(Object.keys(taken.body).sort()).toEqual(Object.keys(free.body).sort());
  expect([taken.status, free.status]).toEqual([200, 200]);
  const both = await world.superuser('select id from people where email = $1', [email]);
  expect(both.rows).toHaveLength(2);
});

test('the own agency’s earlier guest is the same person again; another agency’s is not looked for', async () => {
  const name = newName();
  const first = await enter(world, await inviteAs(name, { endsOn: '2026-11-12' }));
  clock.advance(5 * day);
  leena = await world.signIn(leena.signInName);
  place = await caseWithAssessment(leena);
  const later = { ask: { ...guestOf(school, place, name).ask, dueOn: null } };
  const again = await enter(world, await inviteAs(name, later));
  expect(again.guest.id).toBe(first.guest.id);
  expect(again.guest.session.affiliation?.id).not.toBe(first.guest.session.affiliation?.id);
  const elsewhere = await world.agency('child-protection', `Toinen lastensuojelu ${++count}`);
  const other = await world.professional(`Outi Muu ${count}`, elsewhere, 'social-worker');
  const theirs = await caseWithAssessment(other);
  const body = guestOf(school, theirs, name, {
    ...later,
    ask: { ...later.ask, assessmentId: theirs.assessmentId },
  });
  expect((await other.try(inviteGuest, { params: { caseId: theirs.caseId }, body })).error?.error).toBe(
    'name-in-directory',
  );
  const made = await other.do(inviteGuest, {
    params: { caseId: theirs.caseId },
    body: { ...body, nobodyKnown: true },
  });
  expect((await enter(world, made)).guest.id).not.toBe(first.guest.id);
  clock.advance(-5 * day);
});

test('somebody who takes part already is not invited twice', async () => {
  const name = newName();
  await inviteAs(name);
  expect((await tryInviting({}, name)).error?.error).toBe('already-done');
});

test('a password of the own: the door opens by it, links end, and no first one is taken twice', async () => {
  const link = await inviteAs(newName());
  const { guest } = await enter(world, link);
  const fresh = await leena.do(makeGuestLink, {
    params: { caseId: place.caseId, memberId: link.id },
    body: {},
  });
  const signInName = `maija.${count}@koulu.example`;
  const take = (body: { signInName: string; password: string }) => guest.try(takeFirstPassword, { body });
  expect((await take({ signInName, password: 'lyhyt' })).error?.error).toBe('password-too-weak');
  expect(
    (await take({ signInName: leena.signInName, password: 'kolme sinistä haikaraa' })).error?.error,
  ).toBe('name-taken');
  // A refusal took nothing: the password is still to be chosen.
  expect((await guest.do(getSession)).ownPassword).toBe(false);
  expect(
    (await guest.try(changePassword, { body: { current: 'x', next: 'kolme sinistä haikaraa' } })).status,
  ).toBe(401);
  expect((await take({ signInName, password: 'kolme sinistä haikaraa' })).status).toBe(200);
  expect((await take({ signInName, password: 'neljä sinistä haikaraa' })).error?.error).toBe('already-done');
  expect((await world.signIn(signInName, 'kolme sinistä haikaraa')).session).toMatchObject({
    ownPassword: true,
    personId: guest.id,
  });
  expect((await tryToEnter(world, secretIn(fresh), fresh.code)).json().error).toBe('link-not-valid');
  expect(
    (await leena.try(makeGuestLink, { params: { caseId: place.caseId, memberId: link.id }, body: {} })).error
      ?.error,
  ).toBe('already-done');
  expect(await linksOf()).toEqual([]);
  expect(
    (await leena.try(takeFirstPassword, { body: { signInName: 'x.y', password: 'kolme sinistä haikaraa' } }))
      .error?.error,
  ).toBe('already-done');
});

test('an administrator sees the guest among the people of that agency, can end them, and can give them a password', async () => {
  const arja = await world.professional(`Arja Hallinto ${++count}`, home, 'administrator');
  const name = newName();
  const link = await inviteAs(name);
  const { guest } = await enter(world, link);
  const row = (await arja.do(getAdministration)).people.find((p) => p.id === guest.id);
  expect(row?.ownPassword).toBe(false);
  expect(row?.affiliations).toEqual([expect.objectContaining({ agencyId: school })]);
  const { oneTimePassword } = await arja.do(resetSignIn, { params: { personId: guest.id }, body: {} });
  const back = await world.signIn(row?.signInName ?? '', oneTimePassword);
  expect(back.session.mustChangePassword).toBe(true);
  await arja.do(endPerson, { params: { personId: guest.id }, body: {} });
  expect((await back.try(getSession)).status).toBe(401);
  expect(
    (await see(leena, place.caseId)).members.find((m) => m.personId === guest.id)?.endsAt,
  ).not.toBeNull();
});

test('when the membership ends, the open session sees the case no more and a new link leads nowhere', async () => {
  const link = await inviteAs(newName());
  const { guest, caseId } = await enter(world, link);
  const fresh = await leena.do(makeGuestLink, { params: { caseId, memberId: link.id }, body: {} });
  await leena.do(endMembership, { params: { caseId, memberId: link.id }, body: { reason: 'Koulu vaihtui' } });
  expect(await statusFor(guest, caseId)).toBe(404);
  expect((await tryToEnter(world, secretIn(fresh), fresh.code)).json().error).toBe('link-not-valid');
  expect(await linksOf()).toEqual([]);
});

test('a colleague of the team sends a new link, but sees no other’s code', async () => {
  const petri = await world.professional(`Petri Vainio ${++count}`, home, 'social-counsellor');
  await inviteColleague(leena, place.caseId, petri);
  const link = await inviteAs(newName());
  const seen = (await petri.do(listGuestLinks, { params: { caseId: place.caseId } })).links;
  expect(seen).toEqual([expect.objectContaining({ linkId: link.linkId, state: 'sent', mine: false })]);
  expect(JSON.stringify(seen)).not.toContain(link.code);
  const fresh = await petri.do(makeGuestLink, {
    params: { caseId: place.caseId, memberId: link.id },
    body: {},
  });
  expect(fresh.linkId).not.toBe(link.linkId);
  expect((await tryToEnter(world, secretIn(link), link.code)).json().error).toBe('link-not-valid');
  expect((await tryToEnter(world, secretIn(fresh), fresh.code)).statusCode).toBe(200);
});

test('a case without an open question has no link to send', async () => {
  const caseId = await openACase(leena);
  const other = await inviteAs(newName());
  expect((await leena.try(makeGuestLink, { params: { caseId, memberId: other.id }, body: {} })).status).toBe(
    404,
  );
});
