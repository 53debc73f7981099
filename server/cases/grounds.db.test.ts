// Grounds, refusals and prohibitions, over the real interface and with row-level security in force.
import { expect, test } from 'vitest';
import { inviteMember, recordGround, withdrawGround } from '../../shared/cases.ts';
import {
  ground,
  invitation,
  invite,
  inviteFamily,
  namesSeenBy,
  openACase,
  see,
  statusFor,
} from '../testing/case-parts.ts';
import { testWorld } from '../testing/world.ts';

const world = await testWorld();
const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
const school = await world.agency('education', 'Meriniemen koulu');
const clinic = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
const leena = await world.professional('Leena Kallio', home, 'social-worker');
const maria = await world.professional('Maria Lind', school, 'special-teacher');
const jonna = await world.professional('Jonna Berg', clinic, 'psychiatric-nurse');
const aino = await world.family('Aino Virtanen');
const petri = await world.family('Petri Laine');

let caseId: string;

const aCase = async () => {
  caseId = await openACase(leena);
  await invite(leena, caseId, maria);
  await invite(leena, caseId, jonna, { fromThem: ground(['health']) });
};
const record = (given: ReturnType<typeof ground>, from: string | null, to: string | null, by = leena) =>
  by.try(recordGround, { params: { caseId }, body: { fromAgencyId: from, toAgencyId: to, ground: given } });
const teacherSeesNurse = async () => (await namesSeenBy(maria, caseId)).includes('Jonna Berg');

test('a ground opens, and its withdrawal closes again', async () => {
  await aCase();
  const { body } = await record(ground(['health']), clinic, school);
  expect(await teacherSeesNurse()).toBe(true);
  await leena.do(withdrawGround, { params: { caseId, groundId: body.id }, body: {} });
  expect(await teacherSeesNurse()).toBe(false);
  const withdrawn = (await see(leena, caseId)).grounds.find((g) => g.id === body.id);
  expect(withdrawn?.withdrawnAt).not.toBeNull();
  expect(
    (await leena.try(withdrawGround, { params: { caseId, groundId: body.id }, body: {} })).error?.error,
  ).toBe('already-done');
});

test('a prohibition beats consent, whichever came first', async () => {
  await aCase();
  await record(ground(['health']), clinic, school);
  const { body } = await record(
    ground(['health'], { effect: 'prohibit', kind: 'child-consent' }),
    clinic,
    school,
  );
  expect(await teacherSeesNurse()).toBe(false);
  await record(ground(['health'], { kind: 'disclosure-permission' }), clinic, school);
  expect(await teacherSeesNurse()).toBe(false);
  await leena.do(withdrawGround, { params: { caseId, groundId: body.id }, body: {} });
  expect(await teacherSeesNurse()).toBe(true);
});

test('a statute says for itself whether a prohibition stops it', async () => {
  await aCase();
  await record(ground(['health'], { effect: 'prohibit', kind: 'child-consent' }), clinic, null);
  await record(ground(['health'], { kind: 'statute', statute: 'Lastensuojelulaki 20 §' }), clinic, school);
  expect(await teacherSeesNurse()).toBe(false);
  await record(
    ground(['health'], { kind: 'statute', statute: 'Lastensuojelulaki 25 §', beatsProhibition: true }),
    clinic,
    school,
  );
  expect(await teacherSeesNurse()).toBe(true);
});

test('a prohibition of coordination closes the case to the agency, even when that agency itself records it', async () => {
  await aCase();
  const answer = await record(
    ground(['coordination'], { effect: 'prohibit', kind: 'child-consent' }),
    null,
    school,
    maria,
  );
  expect(answer.status).toBe(200);
  expect(await statusFor(maria, caseId)).toBe(404);
  expect((await see(leena, caseId)).grounds.find((g) => g.id === answer.body.id)?.effect).toBe('prohibit');
});

test('an agency opens its own entries, not another agency’s', async () => {
  await aCase();
  expect((await record(ground(['health']), clinic, school, maria)).status).toBe(403);
  expect((await record(ground(['health']), clinic, school, jonna)).status).toBe(200);
});

test('nobody outside the case records a ground, and what they try looks like nothing', async () => {
  caseId = await openACase(leena);
  expect((await record(ground(['health']), clinic, school, maria)).status).toBe(404);
});

test('a ground between others is not seen, nor withdrawn, by a third agency', async () => {
  await aCase();
  const given = (await see(leena, caseId)).grounds.find((g) => g.fromAgencyId === clinic);
  expect((await see(maria, caseId)).grounds.every((g) => g.id !== given?.id)).toBe(true);
  expect(
    (await maria.try(withdrawGround, { params: { caseId, groundId: given?.id ?? '' }, body: {} })).status,
  ).toBe(404);
});

test('a guardian without custody consents to nothing; a child consents for themself', async () => {
  await aCase();
  await inviteFamily(leena, caseId, petri, 'close');
  await inviteFamily(leena, caseId, aino, 'child');
  const fathers = await record(
    ground(['health'], { kind: 'guardian-consent', givenBy: petri.id }),
    clinic,
    school,
  );
  expect(fathers.error).toMatchObject({ error: 'ground-missing', detail: { reason: 'may-not-consent' } });
  const own = await record(ground(['health'], { kind: 'child-consent', givenBy: aino.id }), clinic, school);
  expect(own.status).toBe(200);
  expect((await record(ground(['health'], { givenBy: crypto.randomUUID() }), clinic, school)).status).toBe(
    404,
  );
});

test.each([
  ['a permission between nobody', {}, null, null],
  ['a statute without its section', { kind: 'statute' }, 'clinic', 'school'],
  ['a consent that claims to beat a prohibition', { beatsProhibition: true }, 'clinic', 'school'],
  ['an end in the past', { until: '2020-01-01' }, 'clinic', 'school'],
  ['a ground from an agency to itself', {}, 'school', 'school'],
])('%s is refused', async (_, changes, from, to) => {
  await aCase();
  const ids: Record<string, string> = { clinic, school };
  const answer = await record(ground(['health'], changes), ids[from ?? ''] ?? null, ids[to ?? ''] ?? null);
  expect(answer.error?.error).toBe('invalid-input');
});

test('an agency that does not exist is not found', async () => {
  await aCase();
  expect((await record(ground(['health']), clinic, crypto.randomUUID())).status).toBe(404);
});

test('an invitation against a prohibition is refused, however good its consent', async () => {
  caseId = await openACase(leena);
  await record(ground(['coordination'], { effect: 'prohibit', kind: 'child-consent' }), null, school);
  const answer = await leena.try(inviteMember, { params: { caseId }, body: invitation(maria) });
  expect(answer.error).toMatchObject({ error: 'ground-missing', detail: { direction: 'to-them' } });
});

test('a ground that ends on a day ends with that day', async () => {
  await aCase();
  const { body } = await record(ground(['health'], { until: '2099-06-30' }), clinic, school);
  const recorded = (await see(leena, caseId)).grounds.find((g) => g.id === body.id);
  expect(recorded?.endsAt).toBe('2099-06-30T21:00:00.000Z');
});

test('past the server, too, a prohibition is never one that nothing stops', async () => {
  await aCase();
  const { id } = await leena.do(recordGround, {
    params: { caseId },
    body: { fromAgencyId: home, toAgencyId: clinic, ground: ground(['health'], { effect: 'prohibit' }) },
  });
  await expect(
    world.superuser('update grounds set beats_prohibition = true where id = $1', [id]),
  ).rejects.toMatchObject({ code: '23514' });
});
