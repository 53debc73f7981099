// Who sees what and why, as each may know it, and a consent that is ended by whoever gave it. Over the real interface, with
// both rings in force.
import { beforeEach, expect, test } from 'vitest';
import { recordGround } from '../../shared/cases.ts';
import { changeRelation } from '../../shared/custody.ts';
import { getSharing, withdrawOwnConsent } from '../../shared/sharing.ts';
import type { DataClass } from '../../shared/vocabulary.ts';
import { type CaseOfAino, casesOfAino } from '../testing/case-of-aino.ts';
import { ground, see } from '../testing/case-parts.ts';
import { type Person, testWorld } from '../testing/world.ts';

const world = await testWorld();
const newCase = await casesOfAino(world);
let aino: CaseOfAino;
beforeEach(async () => {
  aino = await newCase();
});

const sharingFor = (who: Person) => who.do(getSharing, { params: { caseId: aino.caseId } });
const coverage = async (who: Person, from: string, to: string, dataClass: DataClass) =>
  (await sharingFor(who)).agencies
    .find((one) => one.id === to)
    ?.of.find((one) => one.fromAgencyId === from)
    ?.classes.find((one) => one.dataClass === dataClass);
const record = (by: Person, from: string | null, to: string | null, given: ReturnType<typeof ground>) =>
  by.do(recordGround, {
    params: { caseId: aino.caseId },
    body: { fromAgencyId: from, toAgencyId: to, ground: given },
  });
const childs = { kind: 'child-consent', capacity: 'understands', capacityReason: 'Kertoi omin sanoin.' };

test('what is seen is said with its ground and its end, what is not with what is missing', async () => {
  const { leena, home, school } = aino;
  const { id } = await record(leena, home, school, ground(['health'], { ...childs, until: '2099-06-30' }));
  expect(await coverage(leena, home, school, 'health')).toEqual({
    dataClass: 'health',
    sees: true,
    why: 'ground',
    groundIds: [id],
    until: '2099-06-30T21:00:00.000Z',
  });
  expect(await coverage(leena, home, school, 'substance')).toMatchObject({
    sees: false,
    why: 'no-ground',
    groundIds: [],
  });
});

test('a prohibition is said as one, also where a consent stands beside it', async () => {
  const { leena, home, school } = aino;
  const { id } = await record(leena, home, school, ground(['social'], { ...childs, effect: 'prohibit' }));
  expect(await coverage(leena, home, school, 'social')).toMatchObject({
    sees: false,
    why: 'prohibited',
    groundIds: [id],
  });
});

test('a consent that is not everybody’s is said as not enough, and each that is needed is named when it is', async () => {
  const { leena, home, school, caseId } = aino;
  const guardians = (await see(leena, caseId)).relations.filter((r) => r.kind === 'guardian');
  const [first = '', second = ''] = guardians.map((r) => r.id);
  for (const { id: relationId, version } of guardians)
    await leena.do(changeRelation, {
      params: { caseId, relationId },
      body: {
        version,
        custody: 'joint',
        custodyFrom: null,
        custodyUntil: null,
        powerClasses: [],
        endedOn: null,
      },
    });
  const one = await record(
    leena,
    home,
    school,
    ground(['health'], { kind: 'guardian-consent', givenByRelations: [first] }),
  );
  expect(await coverage(leena, home, school, 'health')).toMatchObject({
    sees: false,
    why: 'not-enough',
    groundIds: [one.id],
  });
  const two = await record(
    leena,
    home,
    school,
    ground(['health'], { kind: 'guardian-consent', givenByRelations: [second] }),
  );
  const enough = await coverage(leena, home, school, 'health');
  expect(enough).toMatchObject({ sees: true, why: 'ground' });
  expect([...(enough?.groundIds ?? [])].sort()).toEqual([one.id, two.id].sort());
});

test('the teacher reads of the own agency and nothing of psychiatry; psychiatry the other way round', async () => {
  const { mikko, sari, home, school, psychiatry } = aino;
  const teachers = await sharingFor(mikko);
  expect(teachers.agencies.map((one) => one.id).sort()).toEqual([home, school].sort());
  expect(JSON.stringify(teachers)).not.toContain(psychiatry);
  const nurses = await sharingFor(sari);
  // Between child protection and the school there is nothing that psychiatry would learn here.
  expect(
    nurses.agencies.find((one) => one.id === school)?.of.map((one) => one.fromAgencyId) ?? [],
  ).not.toContain(home);
});

test('a hidden participant and their grounds change not a byte of what the teacher reads', async () => {
  const { leena, mikko, home, psychiatry } = aino;
  const before = JSON.stringify(await sharingFor(mikko));
  await record(leena, home, psychiatry, ground(['substance'], { kind: 'statute', statute: 'SHL 41 §' }));
  await record(leena, psychiatry, null, ground(['health'], { ...childs, effect: 'prohibit' }));
  expect(JSON.stringify(await sharingFor(mikko))).toBe(before);
});

test('who may end a ground is said by the server', async () => {
  const { leena, mikko, minna, home, school } = aino;
  const { id } = await record(leena, home, school, ground(['health'], { givenBy: minna.id }));
  expect((await sharingFor(leena)).withdrawable).toContain(id);
  expect((await sharingFor(mikko)).withdrawable).not.toContain(id);
  const own = await sharingFor(minna);
  expect([own.withdrawable, own.own]).toEqual([[], [id]]);
});

const end = (who: Person, groundId: string) =>
  who.try(withdrawOwnConsent, { params: { caseId: aino.caseId, groundId }, body: {} });

test('whoever gave a consent ends it; nobody else does it so, and no prohibition ends so', async () => {
  const { leena, minna, home, school } = aino;
  const given = await record(leena, home, school, ground(['health'], { givenBy: minna.id }));
  expect((await end(aino.aino, given.id)).status).toBe(403);
  expect((await end(leena, given.id)).status).toBe(403);
  expect((await coverage(leena, home, school, 'health'))?.sees).toBe(true);
  expect((await end(minna, given.id)).status).toBe(200);
  expect((await coverage(leena, home, school, 'health'))?.sees).toBe(false);
  expect((await end(minna, given.id)).error?.error).toBe('already-done');
  const no = await record(leena, home, school, ground(['health'], { givenBy: minna.id, effect: 'prohibit' }));
  expect((await end(minna, no.id)).status).toBe(403);
  expect((await end(minna, crypto.randomUUID())).status).toBe(404);
});

test('the database asks for itself who ends a consent', async () => {
  const { leena, minna, home, school } = aino;
  const { id } = await record(leena, home, school, ground(['health'], { givenBy: minna.id }));
  for (const who of [leena, aino.aino, aino.mikko])
    await expect(world.write(who.id, 'select access.withdraw_own_consent($1)', [id])).rejects.toThrow(
      'not a consent of the own',
    );
});

test('the family reads who sees what, only of agencies they may know of; and that it was read stands in the log', async () => {
  const { minna, caseId, school } = aino;
  const seen = await sharingFor(minna);
  expect(seen.agencies.map((one) => one.id)).toContain(school);
  expect(seen.family.map((one) => one.name).sort()).toEqual(['Aino Virtanen', 'Minna Virtanen']);
  const { rows } = await world.superuser(
    `select 1 from access_log where kind = 'sharing' and case_id = $1 and person_id = $2`,
    [caseId, minna.id],
  );
  expect(rows).toHaveLength(1);
});
