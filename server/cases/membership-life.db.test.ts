// The life of a membership, over the real interface: asked, accepted by opening, declined with a reason, given another
// end, ended by the clock. Real: app, database, sockets; the clock is moved.
import { expect, test, vi } from 'vitest';
import { endMembership, inviteMember } from '../../shared/cases.ts';
import {
  acceptMembership,
  changeMembership,
  declineMembership,
  leaveMembership,
} from '../../shared/members.ts';
import { getToday } from '../../shared/today.ts';
import { settableClock } from '../platform/clock/clock.ts';
import {
  draftOf,
  ground,
  invitation,
  inviteColleague,
  inviteFamily,
  openACase,
  see,
  statusFor,
} from '../testing/case-parts.ts';
import { connectLive } from '../testing/live-client.ts';
import { expectSameAsFresh } from '../testing/same-as-fresh.ts';
import { type Person, testWorld } from '../testing/world.ts';

vi.setConfig({ testTimeout: 60_000 });

const clock = settableClock(new Date());
const world = await testWorld({ clock });
const address = await world.listen();
const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
const school = await world.agency('education', 'Meriniemen koulu');
const leena = await world.professional('Leena Kallio', home, 'social-worker');
const petri = await world.professional('Petri Aalto', home, 'social-counsellor');
const maria = await world.professional('Maria Lind', school, 'special-teacher');
const kari = await world.professional('Kari Niemi', school, 'principal');
const minna = await world.family('Minna Virtanen');
const days = (n: number): Date => new Date(clock.now().getTime() + n * 24 * 3_600_000);

const purpose = 'Miten koulupäivät sujuvat, ja mikä niissä auttaa?';
const askMaria = async (changes: Record<string, unknown> = {}) => {
  const caseId = await openACase(leena);
  await inviteColleague(leena, caseId, petri);
  const { id: memberId } = await leena.do(inviteMember, {
    params: { caseId },
    body: invitation(maria, { purpose, ...changes }),
  });
  return { caseId, memberId };
};
const memberSeenBy = async (who: Person, caseId: string, memberId: string) =>
  (await see(who, caseId)).members.find((m) => m.id === memberId);
const invitationsOf = async (who: Person, caseId: string) =>
  (await who.do(getToday)).invitations.filter((one) => one.caseId === caseId);

test('who is invited reads on Today who asks, why, on what ground and until when; opening accepts', async () => {
  const { caseId, memberId } = await askMaria({ endsOn: '2027-06-04' });
  const [asked] = await invitationsOf(maria, caseId);
  expect(asked).toMatchObject({
    memberId,
    invitedByName: 'Leena Kallio',
    agencyNameFi: 'Rannikon lastensuojelu',
    purpose,
    grounds: [{ kind: 'disclosure-permission', statute: null }],
    endsAt: '2027-06-04T21:00:00.000Z',
  });
  expect((await memberSeenBy(leena, caseId, memberId))?.acceptedAt).toBeNull();
  // Rights exist from the invitation; reading alone answers nothing.
  expect(await statusFor(maria, caseId)).toBe(200);
  const mine = await memberSeenBy(maria, caseId, memberId);
  expect(mine?.can).toContain('accept');
  await maria.do(acceptMembership, { params: { caseId, memberId }, body: {} });
  await maria.do(acceptMembership, { params: { caseId, memberId }, body: {} });
  expect((await memberSeenBy(leena, caseId, memberId))?.acceptedAt).toBe(clock.now().toISOString());
  expect(await invitationsOf(maria, caseId)).toEqual([]);
  const answer = await maria.try(declineMembership, {
    params: { caseId, memberId },
    body: { reason: 'Liian myöhään' },
  });
  expect(answer.error?.error).toBe('already-done');
});

test('why somebody was asked is known to the home team and to them, and to nobody else', async () => {
  const { caseId } = await askMaria();
  await leena.do(inviteMember, { params: { caseId }, body: invitation(kari) });
  await inviteFamily(leena, caseId, minna, 'guardian');
  for (const who of [leena, petri, maria])
    expect((await see(who, caseId)).invitations.map((i) => i.purpose)).toContain(purpose);
  for (const who of [kari, minna]) expect(JSON.stringify(await see(who, caseId))).not.toContain(purpose);
});

test('whoever declines is out at once; the inviter’s Today tells the reason, live, and the home team reads it', async () => {
  const { caseId, memberId } = await askMaria();
  await leena.do(inviteMember, { params: { caseId }, body: invitation(kari) });
  await draftOf(world, maria, caseId, school, 'Ehdin jo aloittaa');
  const worker = await connectLive(address, leena);
  await worker.follow(caseId);
  await worker.watchToday();
  const teacher = await connectLive(address, maria);
  await teacher.follow(caseId);
  const from = worker.frames.length;
  await maria.do(declineMembership, {
    params: { caseId, memberId },
    body: { reason: 'En opeta häntä enää' },
  });
  await worker.next('today', () => true, from);
  await teacher.next('gone');
  await expectSameAsFresh(worker, caseId);
  expect(await statusFor(maria, caseId)).toBe(404);
  expect((await leena.do(getToday)).notices).toContainEqual(
    expect.objectContaining({
      kind: 'invitation-declined',
      caseId,
      fromName: 'Maria Lind',
      words: 'En opeta häntä enää',
    }),
  );
  expect((await see(petri, caseId)).invitations).toContainEqual(
    expect.objectContaining({ id: memberId, reason: 'En opeta häntä enää' }),
  );
  expect(JSON.stringify(await see(kari, caseId))).not.toContain('En opeta');
  const notes = await world.superuser(
    `select fields from entries where kind = 'private-note' and author_ids = array[$1]::uuid[]`,
    [maria.id],
  );
  expect(JSON.stringify(notes.rows)).toContain('Ehdin jo aloittaa');
  await worker.close();
  await teacher.close();
});

const leave = (by: Person, caseId: string, memberId: string, reason = '') =>
  by.try(leaveMembership, { params: { caseId, memberId }, body: { reason } });

test('whoever took part leaves by themselves: out at once, drafts kept as notes, the home team reads the words', async () => {
  const { caseId, memberId } = await askMaria();
  await leena.do(inviteMember, { params: { caseId }, body: invitation(kari) });
  await maria.do(acceptMembership, { params: { caseId, memberId }, body: {} });
  expect((await memberSeenBy(maria, caseId, memberId))?.can).toContain('leave');
  expect((await memberSeenBy(leena, caseId, memberId))?.can).not.toContain('leave');
  await draftOf(world, maria, caseId, school, 'Jäi vielä kesken');
  const worker = await connectLive(address, leena);
  await worker.follow(caseId);
  const teacher = await connectLive(address, maria);
  await teacher.follow(caseId);
  expect((await leave(maria, caseId, memberId, 'Vaihdan koulua')).status).toBe(200);
  await teacher.next('gone');
  await expectSameAsFresh(worker, caseId);
  expect(await statusFor(maria, caseId)).toBe(404);
  expect((await leena.do(getToday)).notices).toContainEqual(
    expect.objectContaining({
      kind: 'member-left',
      caseId,
      fromName: 'Maria Lind',
      words: 'Vaihdan koulua',
    }),
  );
  expect((await see(petri, caseId)).invitations).toContainEqual(
    expect.objectContaining({ id: memberId, reason: 'Vaihdan koulua', leftAt: clock.now().toISOString() }),
  );
  expect(JSON.stringify(await see(kari, caseId))).not.toContain('Vaihdan');
  const notes = await world.superuser(
    `select fields from entries where kind = 'private-note' and author_ids = array[$1]::uuid[]`,
    [maria.id],
  );
  expect(JSON.stringify(notes.rows)).toContain('Jäi vielä kesken');
  await worker.close();
  await teacher.close();
});

test('words are no must; nobody leaves for another, the only responsible worker not at all, the family not by this way', async () => {
  const { caseId, memberId } = await askMaria();
  await inviteFamily(leena, caseId, minna, 'guardian');
  const placeOf = async (who: Person) =>
    (await see(leena, caseId)).members.find((m) => m.personId === who.id)?.id ?? '';
  expect((await leave(petri, caseId, memberId)).status).toBe(403);
  const mine = await placeOf(leena);
  expect((await memberSeenBy(leena, caseId, mine))?.can).not.toContain('leave');
  expect((await leave(leena, caseId, mine)).error).toMatchObject({
    error: 'not-allowed',
    detail: { reason: 'last-responsible' },
  });
  expect((await leave(minna, caseId, await placeOf(minna))).status).toBe(403);
  expect((await leave(petri, caseId, await placeOf(petri))).status).toBe(200);
  expect(await statusFor(petri, caseId)).toBe(404);
  expect((await leena.do(getToday)).notices).toContainEqual(
    expect.objectContaining({ kind: 'member-left', fromName: 'Petri Aalto', words: null }),
  );
  expect((await leave(maria, caseId, memberId)).status).toBe(200);
  expect((await leave(maria, caseId, memberId)).status).toBe(404);
});

test('nobody answers in another’s name', async () => {
  const { caseId, memberId } = await askMaria();
  for (const who of [leena, petri]) {
    expect((await who.try(acceptMembership, { params: { caseId, memberId }, body: {} })).status).toBe(403);
    expect(
      (await who.try(declineMembership, { params: { caseId, memberId }, body: { reason: 'x' } })).status,
    ).toBe(403);
  }
});

test('the home team moves the end, further away and nearer; everybody concerned sees it', async () => {
  const { caseId, memberId } = await askMaria({ endsOn: '2027-06-04' });
  const change = (by: Person, body: { until: string | null; role: null }) =>
    by.try(changeMembership, { params: { caseId, memberId }, body });
  await change(petri, { until: '2027-12-31', role: null });
  expect((await memberSeenBy(maria, caseId, memberId))?.endsAt).toBe('2027-12-31T22:00:00.000Z');
  await change(petri, { until: null, role: null });
  expect((await memberSeenBy(maria, caseId, memberId))?.endsAt).toBeNull();
  expect((await change(leena, { until: '2020-01-01', role: null })).error).toMatchObject({
    error: 'invalid-input',
    detail: { field: 'until' },
  });
  expect((await change(maria, { until: null, role: null })).status).toBe(403);
});

test('to the second: an open page closes when its end has come, and the reminder stood on both Todays before', async () => {
  const { caseId, memberId } = await askMaria();
  const page = await connectLive(address, maria);
  await page.follow(caseId);
  await leena.do(changeMembership, {
    params: { caseId, memberId },
    body: { until: days(3).toISOString(), role: null },
  });
  const reminders = async (who: Person) =>
    (await who.do(getToday)).ending.filter((one) => one.caseId === caseId).map((one) => one.mine);
  expect(await reminders(maria)).toEqual([true]);
  expect(await reminders(leena)).toEqual([false]);
  expect(await reminders(petri)).toEqual([]);
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  expect(page.frames.some((f) => f.t === 'gone')).toBe(false);
  await leena.do(changeMembership, {
    params: { caseId, memberId },
    body: { until: new Date(Date.now() + 2_000).toISOString(), role: null },
  });
  clock.set(new Date(Date.now() + 2_000));
  await page.next('gone');
  expect(await statusFor(maria, caseId)).toBe(404);
  await page.close();
});

test('a working pair becomes team and the other way; no other role is changed into them', async () => {
  const { caseId, memberId } = await askMaria();
  const paired = (await see(leena, caseId)).members.find((m) => m.personId === petri.id);
  const change = (id: string, role: 'working-pair' | 'team' | 'responsible') =>
    leena.try(changeMembership, {
      params: { caseId, memberId: id },
      body: { until: null, role },
    });
  expect((await change(paired?.id ?? '', 'working-pair')).status).toBe(200);
  expect((await memberSeenBy(leena, caseId, paired?.id ?? ''))?.role).toBe('working-pair');
  expect((await change(paired?.id ?? '', 'team')).status).toBe(200);
  expect((await change(paired?.id ?? '', 'responsible')).status).toBe(400);
  expect((await change(memberId, 'team')).status).toBe(400);
});

test('the only responsible worker gets no end', async () => {
  const { caseId } = await askMaria();
  const mine = (await see(leena, caseId)).members.find((m) => m.role === 'responsible');
  const answer = await petri.try(changeMembership, {
    params: { caseId, memberId: mine?.id ?? '' },
    body: { until: days(10).toISOString(), role: null },
  });
  expect(answer.error).toMatchObject({ error: 'not-allowed', detail: { reason: 'last-responsible' } });
});

test('an invitation to one post is not answered in another', async () => {
  const ngo = await world.agency('ngo', 'Nuorten tupa');
  const other = await world.alsoIn(maria.id, ngo, 'ngo-worker');
  const { caseId, memberId } = await askMaria();
  const elsewhere = await (await world.signIn(maria.signInName)).actIn(other);
  expect(await invitationsOf(elsewhere, caseId)).toEqual([]);
  const params = { caseId, memberId };
  expect((await elsewhere.try(acceptMembership, { params, body: {} })).status).toBe(404);
  expect((await elsewhere.try(declineMembership, { params, body: { reason: 'x' } })).status).toBe(404);
  expect((await invitationsOf(maria, caseId)).map((one) => one.memberId)).toEqual([memberId]);
});

test('two who end and change at once leave one outcome', async () => {
  const { caseId, memberId } = await askMaria();
  await Promise.all([
    leena.try(endMembership, { params: { caseId, memberId }, body: { reason: 'Koulu vaihtui' } }),
    petri.try(changeMembership, { params: { caseId, memberId }, body: { until: '2027-12-31', role: null } }),
    maria.try(acceptMembership, { params: { caseId, memberId }, body: {} }),
  ]);
  expect(await statusFor(maria, caseId)).toBe(404);
  expect((await memberSeenBy(leena, caseId, memberId))?.endsAt).toBe(clock.now().toISOString());
  expect(ground(['coordination']).effect).toBe('allow');
});
