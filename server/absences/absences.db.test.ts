// Absences and substitutes, over the real interface: in all the cases of the absent one, in the same role, for that time
// only. Real: app, database, sockets; the clock is moved.
import { expect, test, vi } from 'vitest';
import { endAbsence, listAbsences, listColleagues, recordAbsence } from '../../shared/absences.ts';
import { endAffiliation } from '../../shared/agencies.ts';
import { openAssessment } from '../../shared/assessments.ts';
import { endMembership, listCases } from '../../shared/cases.ts';
import { changeMembership, offerHandover } from '../../shared/members.ts';
import { getToday } from '../../shared/today.ts';
import { settableClock } from '../platform/clock/clock.ts';
import { draftOf, invite, inviteColleague, openACase, see, statusFor } from '../testing/case-parts.ts';
import { connectLive } from '../testing/live-client.ts';
import { expectSameAsFresh } from '../testing/same-as-fresh.ts';
import { type Person, testWorld } from '../testing/world.ts';

vi.setConfig({ testTimeout: 120_000 });

const clock = settableClock(new Date());
const world = await testWorld({ clock });
const address = await world.listen();
const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
const school = await world.agency('education', 'Meriniemen koulu');
const anu = await world.professional('Anu Nieminen', home, 'coordinator');
const petri = await world.professional('Petri Aalto', home, 'social-counsellor');
const admin = await world.professional('Arja Hallinto', home, 'administrator');
const maria = await world.professional('Maria Lind', school, 'special-teacher');
let count = 0;
const pair = async () => {
  count += 1;
  return {
    leena: await world.professional(`Leena Kallio ${count}`, home, 'social-worker'),
    oskar: await world.professional(`Oskar Nyström ${count}`, home, 'social-worker'),
  };
};
const later = (minutes: number): string => new Date(clock.now().getTime() + minutes * 60_000).toISOString();
const away = (by: Person, absent: Person, substitute: Person, until: string, from = later(0)) =>
  by.try(recordAbsence, {
    body: {
      affiliationId: absent.affiliationId ?? '',
      substituteAffiliationId: substitute.affiliationId ?? '',
      from,
      until,
    },
  });
const rolesOf = async (who: Person, caseId: string, person: Person) =>
  (await see(who, caseId)).members
    .filter((m) => m.personId === person.id && (m.endsAt ?? '9') > clock.now().toISOString())
    .map((m) => [m.role, m.substitutesFor !== null]);

test('the substitute is in every case of the absent one, in the same role, marked, and out again to the second', async () => {
  const { leena, oskar } = await pair();
  const [first, second] = [await openACase(leena), await openACase(leena, { childGivenName: 'Elias' })];
  await invite(leena, first, maria);
  const page = await connectLive(address, leena);
  await page.follow(first);
  expect((await away(leena, leena, oskar, later(20))).status).toBe(200);
  await expectSameAsFresh(page, first);
  for (const caseId of [first, second])
    expect(await rolesOf(oskar, caseId, oskar)).toEqual([['responsible', true]]);
  // Known where the absent one is known, as a substitute.
  expect(await rolesOf(maria, first, oskar)).toEqual([['responsible', true]]);
  expect((await oskar.do(getToday)).absences).toMatchObject([
    { mine: false, personName: leena.session.name, cases: 2 },
  ]);
  expect((await oskar.do(getToday)).load).toMatchObject({ children: 0, asSubstitute: 2 });
  expect((await oskar.do(listCases)).cases).toHaveLength(2);
  const standIn = await connectLive(address, oskar);
  await standIn.follow(second);
  clock.advance(20 * 60_000);
  await standIn.next('gone');
  for (const caseId of [first, second]) expect(await statusFor(oskar, caseId)).toBe(404);
  expect(await statusFor(await world.signIn(leena.signInName), first)).toBe(200);
  await standIn.close();
  await page.close();
});

test('what comes to the absent one meanwhile comes to the substitute, too', async () => {
  const { leena, oskar } = await pair();
  await away(leena, leena, oskar, later(60));
  const own = await openACase(leena, { childGivenName: 'Sofia' });
  expect(await rolesOf(oskar, own, oskar)).toEqual([['responsible', true]]);
  const { leena: other } = await pair();
  const theirs = await openACase(other);
  const page = await connectLive(address, other);
  await page.follow(theirs);
  await inviteColleague(other, theirs, leena, 'working-pair');
  await expectSameAsFresh(page, theirs);
  expect(await rolesOf(other, theirs, oskar)).toEqual([['working-pair', true]]);
  await page.close();
});

test('back early with one press: the substitute’s open page closes, and their draft is a private note', async () => {
  const { leena, oskar } = await pair();
  const caseId = await openACase(leena);
  const { body } = await away(leena, leena, oskar, later(600));
  await draftOf(world, oskar, caseId, home, 'Sijaisena kirjoitettu').catch(() => undefined);
  const [worker, standIn] = [await connectLive(address, leena), await connectLive(address, oskar)];
  await worker.follow(caseId);
  await standIn.follow(caseId);
  expect((await oskar.try(endAbsence, { params: { absenceId: body.id }, body: {} })).status).toBe(403);
  await leena.do(endAbsence, { params: { absenceId: body.id }, body: {} });
  await standIn.next('gone');
  await expectSameAsFresh(worker, caseId);
  expect((await oskar.do(getToday)).absences).toEqual([]);
  expect((await leena.try(endAbsence, { params: { absenceId: body.id }, body: {} })).status).toBe(404);
  await worker.close();
  await standIn.close();
});

test('an absence to come begins by itself; called off before, it leaves nothing', async () => {
  const { leena, oskar } = await pair();
  const caseId = await openACase(leena);
  await away(leena, leena, oskar, later(60), later(30));
  expect(await statusFor(oskar, caseId)).toBe(404);
  clock.advance(30 * 60_000);
  const back = await world.signIn(oskar.signInName);
  expect(await statusFor(back, caseId)).toBe(200);
  clock.advance(30 * 60_000);
  expect(await statusFor(await world.signIn(oskar.signInName), caseId)).toBe(404);
  const worker = await world.signIn(leena.signInName);
  const { body } = await away(worker, worker, oskar, later(60), later(30));
  await worker.do(endAbsence, { params: { absenceId: body.id }, body: {} });
  expect((await away(worker, worker, oskar, later(70), later(40))).status).toBe(200);
  clock.advance(31 * 60_000);
  expect(await statusFor(await world.signIn(oskar.signInName), caseId)).toBe(404);
  clock.advance(10 * 60_000);
  expect(await statusFor(await world.signIn(oskar.signInName), caseId)).toBe(200);
});

test('the coordinator records it for somebody, in cases that stay unseen to her; a colleague does not', async () => {
  const coordinator = await world.signIn(anu.signInName);
  const { leena, oskar } = await pair();
  const caseId = await openACase(leena);
  const { oskar: colleague } = await pair();
  expect((await away(colleague, leena, oskar, later(60))).status).toBe(403);
  expect((await away(coordinator, leena, oskar, later(60))).status).toBe(200);
  expect(await rolesOf(leena, caseId, oskar)).toEqual([['responsible', true]]);
  expect(await statusFor(coordinator, caseId)).toBe(404);
  const seen = (await coordinator.do(listAbsences)).absences.filter((one) => one.personId === leena.id);
  expect(seen).toMatchObject([{ substituteName: oskar.session.name, can: ['end'] }]);
  expect((await coordinator.do(listColleagues)).leads).toBe(true);
  expect((await colleague.do(listAbsences)).absences).toEqual([]);
});

test('not somebody of another agency, not oneself, nobody who is away, not twice', async () => {
  const { leena, oskar } = await pair();
  const teacher = await world.signIn(maria.signInName);
  expect((await away(leena, leena, teacher, later(60))).status).toBe(404);
  expect((await away(teacher, leena, oskar, later(60))).status).toBe(404);
  expect((await away(leena, leena, leena, later(60))).status).toBe(400);
  expect((await away(leena, leena, oskar, later(-1))).status).toBe(400);
  expect((await away(leena, leena, oskar, later(60))).status).toBe(200);
  expect((await away(leena, leena, oskar, later(90))).error?.error).toBe('already-done');
  const { leena: third } = await pair();
  expect((await away(third, third, leena, later(30))).error?.error).toBe('already-done');
});

test('of two absences recorded at once for one person, one is', async () => {
  const { leena, oskar } = await pair();
  await openACase(leena);
  const answers = await Promise.all([1, 2, 3].map((n) => away(leena, leena, oskar, later(60 + n))));
  expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409]);
});

test('a substitute who is in the case anyway acts there as whom they stand in for, and stays afterwards', async () => {
  const { leena, oskar } = await pair();
  const caseId = await openACase(leena);
  await inviteColleague(leena, caseId, oskar, 'team');
  const { body } = await away(leena, leena, oskar, later(60));
  expect((await oskar.do(listCases)).cases.map((c) => c.role)).toEqual(['responsible']);
  const assessment = { trigger: 'contact' as const, beganOn: '2026-01-07', decidedOn: null };
  expect((await oskar.try(openAssessment, { params: { caseId }, body: assessment })).status).toBe(200);
  await leena.do(endAbsence, { params: { absenceId: body.id }, body: {} });
  expect(await rolesOf(oskar, caseId, oskar)).toEqual([['team', false]]);
});

test('a substitute’s place follows the one it stands for, is changed there alone, and does not make a case theirs', async () => {
  const { leena, oskar } = await pair();
  const caseId = await openACase(leena);
  const worker = await world.signIn(petri.signInName);
  await inviteColleague(leena, caseId, worker, 'team');
  await away(worker, worker, oskar, later(60));
  const members = (await see(leena, caseId)).members;
  const own = members.find((m) => m.personId === worker.id)?.id ?? '';
  const place = members.find((m) => m.personId === oskar.id)?.id ?? '';
  const change = (memberId: string, role: 'working-pair') =>
    leena.try(changeMembership, { params: { caseId, memberId }, body: { until: null, role } });
  expect((await change(place, 'working-pair')).error?.detail).toMatchObject({ reason: 'substitute' });
  expect((await change(own, 'working-pair')).status).toBe(200);
  expect(await rolesOf(leena, caseId, oskar)).toEqual([['working-pair', true]]);
  await leena.do(endMembership, { params: { caseId, memberId: own }, body: { reason: 'x' } });
  expect(await statusFor(oskar, caseId)).toBe(404);
  // The responsible worker's substitute hands nothing over, and is no reason to let the responsible worker go.
  await away(leena, leena, oskar, later(60));
  const body = { affiliationId: leena.affiliationId ?? '', message: 'x', giverBecomes: 'team' as const };
  expect((await oskar.try(offerHandover, { params: { caseId }, body })).status).toBe(403);
  const mine = (await see(leena, caseId)).members.find((m) => m.personId === leena.id)?.id ?? '';
  const ended = await oskar.try(endMembership, { params: { caseId, memberId: mine }, body: { reason: 'x' } });
  expect(ended.error?.detail).toMatchObject({ reason: 'last-responsible' });
});

test('the end of the absent one’s affiliation takes the substitute along', async () => {
  const administrator = await world.signIn(admin.signInName);
  const { leena, oskar } = await pair();
  const caseId = await openACase(leena);
  const { leena: third } = await pair();
  await inviteColleague(leena, caseId, third, 'team');
  await away(leena, leena, oskar, later(60));
  const page = await connectLive(address, third);
  await page.follow(caseId);
  await administrator.do(endAffiliation, { params: { affiliationId: leena.affiliationId ?? '' }, body: {} });
  expect(await statusFor(oskar, caseId)).toBe(404);
  await expectSameAsFresh(page, caseId);
  await page.close();
});

test('an absence recorded while cases come: sixteen at once, and the substitute is in every one of them', async () => {
  const { leena, oskar } = await pair();
  const { leena: other } = await pair();
  const theirs = await Promise.all([1, 2, 3].map((n) => openACase(other, { childGivenName: `Lapsi ${n}` })));
  const opened: string[] = [];
  await Promise.all([
    ...Array.from({ length: 6 }, async (_, n) => {
      opened.push(await openACase(leena, { childGivenName: `Uusi ${n}` }));
    }),
    away(leena, leena, oskar, later(60)).then((answer) => expect(answer.status).toBe(200)),
    ...theirs.map((caseId) => inviteColleague(other, caseId, leena, 'team')),
  ]);
  for (const caseId of [...opened, ...theirs]) expect(await statusFor(oskar, caseId)).toBe(200);
});
