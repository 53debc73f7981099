// Whose consent it is: each guardian with their own dated powers, and the child by what they understand. Over the real
// interface, with both rings in force and on open pages.
import { beforeEach, expect, test } from 'vitest';
import { addRelation, inviteMember, openCase, recordGround } from '../../shared/cases.ts';
import { changeRelation, listCustodyChanges, previewCustody } from '../../shared/custody.ts';
import type { DataClass } from '../../shared/vocabulary.ts';
import { settableClock } from '../platform/clock/clock.ts';
import {
  aChild,
  ground,
  invitation,
  invite,
  namesSeenBy,
  openACase,
  see,
  statusFor,
} from '../testing/case-parts.ts';
import { connectLive, eventually } from '../testing/live-client.ts';
import { type Person, testWorld } from '../testing/world.ts';

const clock = settableClock(new Date('2026-06-10T20:50:00Z'));
const world = await testWorld({ clock });
const address = await world.listen();
const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
const school = await world.agency('education', 'Meriniemen koulu');
const clinic = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
const leena = await world.professional('Leena Kallio', home, 'social-worker');
const maria = await world.professional('Maria Lind', school, 'special-teacher');
const jonna = await world.professional('Jonna Berg', clinic, 'psychiatric-nurse');

const [mother] = aChild.relations;
if (!mother) throw new Error('the child has no mother');
const guardians = [mother, { ...mother, name: 'Teemu Virtanen', relation: 'father' }];

let caseId: string;
let minna: string;
let teemu: string;
beforeEach(async () => {
  caseId = await openACase(leena, { relations: guardians as typeof aChild.relations });
  const { relations } = await see(leena, caseId);
  minna = relations.find((r) => r.relation === 'mother')?.id ?? '';
  teemu = relations.find((r) => r.relation === 'father')?.id ?? '';
});

const consent = (givenByRelations: string[], changes: Record<string, unknown> = {}) =>
  ground(['health'], { kind: 'guardian-consent', givenByRelations, ...changes });
const record = (given: ReturnType<typeof ground>, by: Person = leena) =>
  by.try(recordGround, {
    params: { caseId },
    body: { fromAgencyId: clinic, toAgencyId: school, ground: given },
  });
const custody = async (relationId: string, changes: Record<string, unknown>) => {
  const version = (await see(leena, caseId)).relations.find((r) => r.id === relationId)?.version ?? 0;
  return leena.try(changeRelation, {
    params: { caseId, relationId },
    body: {
      version,
      custody: 'joint',
      custodyFrom: null,
      custodyUntil: null,
      powerClasses: [],
      endedOn: null,
      ...changes,
    },
  });
};
const bothTakePart = async () => {
  await invite(leena, caseId, maria);
  await invite(leena, caseId, jonna, { fromThem: ground(['health']) });
};
const teacherSeesNurse = async () => (await namesSeenBy(maria, caseId)).includes('Jonna Berg');

test('the consent of both guardians opens, that of one does not', async () => {
  await bothTakePart();
  expect((await record(consent([minna]))).status).toBe(200);
  expect(await teacherSeesNurse()).toBe(false);
  expect((await record(consent([teemu]))).status).toBe(200);
  expect(await teacherSeesNurse()).toBe(true);
});

test('one paper with two names is two consents, each of which names its giver', async () => {
  await bothTakePart();
  await record(consent([minna, teemu]));
  expect(await teacherSeesNurse()).toBe(true);
  const given = (await see(leena, caseId)).grounds.filter((g) => g.kind === 'guardian-consent');
  expect(given.map((g) => g.givenByRelation).sort()).toEqual([minna, teemu].sort());
});

test('an invitation on half a consent is refused and says which guardian’s is missing, by the relation alone', async () => {
  const half = { toThem: { ...consent([minna]), dataClasses: ['coordination'] } };
  const refused = await leena.try(inviteMember, { params: { caseId }, body: invitation(maria, half) });
  expect(refused.error).toMatchObject({
    error: 'ground-missing',
    detail: { direction: 'to-them', guardians: teemu },
  });
  expect(JSON.stringify(refused.error)).not.toContain('Teemu');
  const whole = { toThem: { ...consent([minna, teemu]), dataClasses: ['coordination'] } };
  await invite(leena, caseId, maria, whole);
  expect(await statusFor(maria, caseId)).toBe(200);
});

test('custody that ends leaves the other guardian’s consent enough, at once on an open page', async () => {
  await bothTakePart();
  await record(consent([minna]));
  const page = await connectLive(address, maria);
  await page.follow(caseId);
  const seen = () => page.workspace(caseId)?.members.some((m) => m.name === 'Jonna Berg');
  expect(seen()).toBe(false);
  expect((await custody(teemu, { custody: 'none' })).status).toBe(200);
  await eventually(() => seen() === true, 'the nurse to appear');
  expect((await custody(teemu, { custody: 'joint' })).status).toBe(200);
  await eventually(() => seen() === false, 'the nurse to be gone');
  await page.close();
});

test('custody until a day ends at that midnight in Helsinki, by the clock alone', async () => {
  await bothTakePart();
  await record(consent([minna]));
  await custody(teemu, { custodyUntil: '2026-06-10' });
  const page = await connectLive(address, maria);
  await page.follow(caseId);
  const seen = () => page.workspace(caseId)?.members.some((m) => m.name === 'Jonna Berg');
  clock.set(new Date('2026-06-10T20:59:59Z'));
  expect(await teacherSeesNurse()).toBe(false);
  clock.set(new Date('2026-06-10T21:00:00Z'));
  await eventually(() => seen() === true, 'the nurse to appear at midnight');
  expect(await teacherSeesNurse()).toBe(true);
  await page.close();
  clock.set(new Date('2026-06-10T21:01:00Z'));
});

test('limited custody consents for its own classes only', async () => {
  await bothTakePart();
  await custody(teemu, { custody: 'limited', powerClasses: ['education'] });
  const refused = await record(consent([teemu]));
  expect(refused.error).toMatchObject({ error: 'ground-missing', detail: { reason: 'may-not-consent' } });
  await record(consent([minna]));
  expect(await teacherSeesNurse()).toBe(true);
});

test('a child’s word is recorded with what the child understands of it, and why', async () => {
  await bothTakePart();
  const childs = (changes: Record<string, unknown>) =>
    ground(['health'], { kind: 'child-consent', ...changes });
  for (const wrong of [{ capacity: null, capacityReason: null }, { capacityReason: '  ' }])
    expect((await record(childs(wrong))).error?.error).toBe('invalid-input');
  expect(
    (await record(ground(['health'], { capacity: 'understands', capacityReason: 'x' }))).error?.error,
  ).toBe('invalid-input');
  await record(childs({ capacity: 'does-not-understand' }));
  expect(await teacherSeesNurse()).toBe(false);
  await record(consent([teemu], { effect: 'prohibit' }));
  await record(childs({}));
  expect(await teacherSeesNurse()).toBe(true);
});

test('how a child’s capacity was judged is the home team’s to read', async () => {
  await bothTakePart();
  const { body } = await record(ground(['health'], { kind: 'child-consent' }), jonna);
  const seenBy = async (who: Person) => (await see(who, caseId)).grounds.find((g) => g.id === body.id);
  expect((await seenBy(leena))?.capacityReason).toMatch(/omin sanoin/);
  expect(await seenBy(maria)).toMatchObject({ capacity: 'understands', capacityReason: null });
});

test('a ground may begin on a later day, and begins with it', async () => {
  await bothTakePart();
  const answer = await record(ground(['health'], { from: '2026-07-01' }));
  expect(await teacherSeesNurse()).toBe(false);
  expect((await see(leena, caseId)).grounds.find((g) => g.id === answer.body.id)?.startsAt).toBe(
    '2026-06-30T21:00:00.000Z',
  );
  expect((await record(ground(['health'], { from: '2026-07-01', until: '2026-06-30' }))).error?.error).toBe(
    'invalid-input',
  );
});

test('a relation is changed by the home team, on the version that was seen, and custody is a guardian’s', async () => {
  await bothTakePart();
  const body = {
    version: 1,
    custody: 'none' as const,
    custodyFrom: null,
    custodyUntil: null,
    powerClasses: [],
    endedOn: null,
  };
  const by = (who: Person, relationId: string, changes = {}) =>
    who.try(changeRelation, { params: { caseId, relationId }, body: { ...body, ...changes } });
  expect((await by(maria, teemu)).status).toBe(403);
  expect((await by(leena, crypto.randomUUID())).status).toBe(404);
  expect((await by(leena, teemu, { version: 7 })).error?.error).toBe('version-conflict');
  expect((await by(leena, teemu, { custody: null })).error?.error).toBe('invalid-input');
  expect(
    (await by(leena, teemu, { custodyFrom: '2026-06-02', custodyUntil: '2026-06-01' })).error?.error,
  ).toBe('invalid-input');
  expect((await by(leena, teemu, { endedOn: '2026-06-01' })).status).toBe(200);
});

const preview = (relationId: string, changes: Record<string, unknown>, by: Person = leena) =>
  by.try(previewCustody, {
    params: { caseId, relationId },
    body: {
      custody: 'joint',
      custodyFrom: null,
      custodyUntil: null,
      powerClasses: [],
      endedOn: null,
      ...changes,
    },
  });

test('before custody is changed it is said whose consents stop to count and who loses sight of what; then it is so', async () => {
  await bothTakePart();
  await record(consent([minna, teemu]));
  expect(await teacherSeesNurse()).toBe(true);
  // The other guardian's consent carries alone then: nothing closes.
  const alone = await preview(teemu, { custody: 'none' });
  expect(alone.body).toMatchObject({ closing: [], opening: [], hasFamilyView: false });
  expect(alone.body.consentsEnding.map((one) => one.dataClasses)).toEqual([['health']]);
  await custody(minna, { custody: 'none' });
  await custody(teemu, { custody: 'none' });
  // Nobody has the power any more, and what they once consented to does not carry: custody that ends closes at once.
  expect(await teacherSeesNurse()).toBe(false);
  // She gets it back, and her consent is there still.
  const back = await preview(minna, { custody: 'joint' });
  expect(back.body.closing).toEqual([]);
  expect(back.body.opening.length).toBeGreaterThan(0);
  await custody(minna, { custody: 'joint' });
  expect(await teacherSeesNurse()).toBe(true);
});

test('a power that begins without a consent closes at that midnight, and is told so before', async () => {
  await bothTakePart();
  await custody(teemu, { custody: 'none' });
  await record(consent([minna]));
  expect(await teacherSeesNurse()).toBe(true);
  const { body } = await preview(teemu, { custody: 'joint', custodyFrom: '2026-06-20' });
  expect(body.opening).toEqual([]);
  expect(body.closing).toEqual([
    {
      fromAgencyId: clinic,
      toAgencyId: school,
      dataClass: 'health',
      from: '2026-06-19T21:00:00.000Z',
      people: [{ personId: maria.id, name: 'Maria Lind' }],
    },
  ]);
  expect(body.leaving).toEqual([]);
});

test('whoever takes part on a consent that stops to count is told to lose the case, and loses it on the open page', async () => {
  await custody(teemu, { custody: 'none' });
  const half = { toThem: { ...consent([minna]), dataClasses: ['coordination'] } };
  await leena.do(inviteMember, { params: { caseId }, body: invitation(maria, half) });
  const page = await connectLive(address, maria);
  await page.follow(caseId);
  const { body } = await preview(teemu, { custody: 'joint' });
  expect(body.leaving).toEqual([{ personId: maria.id, name: 'Maria Lind', agencyId: school, from: null }]);
  expect((await custody(teemu, { custody: 'joint' })).status).toBe(200);
  await page.next('gone');
  expect(await statusFor(maria, caseId)).toBe(404);
  await page.close();
});

test('what was recorded of custody stays readable for the home team, with its days and what it rests on', async () => {
  await bothTakePart();
  const list = (by: Person) => by.try(listCustodyChanges, { params: { caseId, relationId: teemu } });
  const before = await list(leena);
  expect(before.body.changes).toMatchObject([{ custody: 'joint', basis: '', recordedByName: null }]);
  await custody(teemu, {
    custody: 'limited',
    powerClasses: ['education'],
    custodyFrom: '2026-03-12',
    custodyUntil: '2027-03-11',
    basis: 'Käräjäoikeuden päätös 12.3.2026',
  });
  await custody(teemu, { custody: 'none' });
  expect((await list(leena)).body.changes).toMatchObject([
    { custody: 'none', basis: '', recordedByName: 'Leena Kallio' },
    {
      custody: 'limited',
      powerClasses: ['education'],
      custodyFrom: '2026-03-12',
      custodyUntil: '2027-03-11',
      basis: 'Käräjäoikeuden päätös 12.3.2026',
    },
    { custody: 'joint', recordedByName: null },
  ]);
  for (const other of [maria, jonna]) {
    expect((await list(other)).status).toBe(403);
    expect((await preview(teemu, {}, other)).status).toBe(403);
    expect(JSON.stringify(await see(other, caseId))).not.toContain('Käräjäoikeuden');
    expect(await world.write(other.id, 'select from custody_changes')).toEqual([]);
  }
});

test('in a closed case it is read by the same people, and changed by nobody', async () => {
  await bothTakePart();
  await custody(teemu, { custody: 'none', basis: 'Käräjäoikeuden päätös 12.3.2026' });
  await world.superuser('update cases set closed_at = $2 where id = $1', [caseId, clock.now()]);
  await world.superuser('update streams set access_epoch = access_epoch + 1 where id = $1', [caseId]);
  expect((await see(leena, caseId)).case.can).toEqual(['read-custody']);
  expect((await see(maria, caseId)).case.can).toEqual([]);
  const list = (by: Person) => by.try(listCustodyChanges, { params: { caseId, relationId: teemu } });
  expect((await list(leena)).body.changes).toMatchObject([
    { custody: 'none', basis: 'Käräjäoikeuden päätös 12.3.2026' },
    { custody: 'joint' },
  ]);
  expect((await list(maria)).status).toBe(403);
  expect((await custody(teemu, { custody: 'joint' })).error?.error).toBe('case-closed');
});

test('a preview names nobody of whom the asker may not know, and takes no custody of who is no guardian', async () => {
  await bothTakePart();
  expect((await preview(teemu, { custody: null })).error?.error).toBe('invalid-input');
  expect((await preview(crypto.randomUUID(), {})).status).toBe(404);
  expect((await preview(teemu, { custodyFrom: '2026-06-02', custodyUntil: '2026-06-01' })).status).toBe(400);
});

test('limited custody names what it is limited to, wherever it is recorded', async () => {
  const limited = { ...mother, custody: 'limited' as const, powerClasses: [] as DataClass[] };
  const refusals = [
    await leena.try(addRelation, { params: { caseId }, body: limited }),
    await leena.try(openCase, { body: { ...aChild, relations: [mother, limited] } }),
    await custody(teemu, { custody: 'limited' }),
    await preview(teemu, { custody: 'limited' }),
  ];
  const where = ['/powerClasses', '/relations/1/powerClasses', '/powerClasses', '/powerClasses'];
  for (const [n, { status, error }] of refusals.entries()) {
    expect(status).toBe(400);
    expect(error).toMatchObject({
      error: 'invalid-input',
      fields: [{ path: where[n], problem: 'too_small' }],
    });
  }
  limited.powerClasses = ['education'];
  expect((await leena.try(addRelation, { params: { caseId }, body: limited })).status).toBe(200);
});
