// Where the child is, with and without turvakielto, and the people of the ring.
import { expect, test } from 'vitest';
import { addRelation, changeWhereabouts, recordGround } from '../../shared/cases.ts';
import { ground, invite, inviteColleague, inviteFamily, openACase, see } from '../testing/case-parts.ts';
import { testWorld } from '../testing/world.ts';

const world = await testWorld();
const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
const school = await world.agency('education', 'Meriniemen koulu');
const leena = await world.professional('Leena Kallio', home, 'social-worker');
const outi = await world.professional('Outi Salo', home, 'social-counsellor');
const maria = await world.professional('Maria Lind', school, 'special-teacher');
const minna = await world.family('Minna Virtanen');

const aCase = async (nonDisclosure: boolean) => {
  const caseId = await openACase(leena, { nonDisclosure });
  await inviteColleague(leena, caseId, outi);
  await invite(leena, caseId, maria);
  await inviteFamily(leena, caseId, minna, 'guardian');
  return caseId;
};
const change = (caseId: string, version: number, nonDisclosure: boolean, by = leena) =>
  by.try(changeWhereabouts, {
    params: { caseId },
    body: {
      version,
      nonDisclosure,
      address: 'Uusikatu 1',
      municipality: 'Kalliola',
      school: 'Kalliolan koulu',
    },
  });

test.each([true, false])(
  'turvakielto %s: the home agency sees where the child is, school and guardian do not, nor whether there is turvakielto',
  async (nonDisclosure) => {
    const caseId = await aCase(nonDisclosure);
    for (const who of [maria, minna]) {
      const workspace = await see(who, caseId);
      expect(workspace.whereabouts).toBeNull();
      expect(JSON.stringify(workspace)).not.toMatch(/Rantakatu/);
    }
    expect((await see(outi, caseId)).whereabouts).toMatchObject({ address: 'Rantakatu 4', nonDisclosure });
  },
);

test('a change of it is told to nobody else', async () => {
  const caseId = await aCase(false);
  expect((await change(caseId, 1, true)).status).toBe(200);
  expect((await see(leena, caseId)).whereabouts).toMatchObject({
    address: 'Uusikatu 1',
    nonDisclosure: true,
    version: 2,
  });
  for (const who of [maria, minna])
    expect(JSON.stringify((await see(who, caseId)).activities)).not.toContain('whereabouts');
});

test('a ground for `safety` opens it to another agency, and is in the log', async () => {
  const caseId = await aCase(true);
  const body = { fromAgencyId: home, toAgencyId: school, ground: ground(['safety']) };
  const { id } = await leena.do(recordGround, { params: { caseId }, body });
  expect((await see(maria, caseId)).whereabouts).toMatchObject({
    address: 'Rantakatu 4',
    nonDisclosure: true,
  });
  const { rows } = await world.superuser(
    `select to_agency_id, to_person_id, ground_id from disclosure_log where case_id = $1 and object_kind = 'whereabouts'`,
    [caseId],
  );
  expect(rows).toEqual([{ to_agency_id: school, to_person_id: null, ground_id: id }]);
});

test('of two changes at once one is told of the other', async () => {
  const caseId = await aCase(false);
  const answers = await Promise.all([change(caseId, 1, false), change(caseId, 1, true, outi)]);
  expect(answers.map((a) => a.status).sort()).toEqual([200, 409]);
  expect(answers.find((a) => a.status === 409)?.error).toMatchObject({
    error: 'version-conflict',
    detail: { version: 2 },
  });
});

test('a visiting member changes neither the whereabouts nor the ring', async () => {
  const caseId = await aCase(false);
  expect((await change(caseId, 1, false, maria)).status).toBe(403);
  const sister = {
    kind: 'sibling' as const,
    name: 'Eevi Virtanen',
    relation: 'sister',
    custody: null,
    custodyUntil: null,
    language: null,
    phone: null,
  };
  expect((await maria.try(addRelation, { params: { caseId }, body: sister })).status).toBe(403);
  expect((await minna.try(addRelation, { params: { caseId }, body: sister })).status).toBe(403);
  await outi.do(addRelation, { params: { caseId }, body: sister });
  expect((await see(maria, caseId)).relations.map((r) => r.name)).toContain('Eevi Virtanen');
});
