// Rights come from affiliations, never from the person: somebody who works in two agencies acts in one at a time, over
// every way in. Real: app, database, both rings, sockets.
import { beforeAll, expect, test } from 'vitest';
import { endMembership, listCases, recordGround } from '../../shared/cases.ts';
import { getForm, listNotes, saveField, startEntry } from '../../shared/entries.ts';
import { closeCodes } from '../../shared/live-codes.ts';
import { getSession } from '../../shared/sessions.ts';
import { getToday } from '../../shared/today.ts';
import { caseOfAino } from '../testing/case-of-aino.ts';
import { ground, see, statusFor } from '../testing/case-parts.ts';
import { connectLive } from '../testing/live-client.ts';
import { type Person, testWorld } from '../testing/world.ts';

const world = await testWorld();
const address = await world.listen();
const aino = await caseOfAino(world);
const { caseId, leena, mikko, minna, school, psychiatry } = aino;

/** Mikko at his school, and as a psychiatric nurse of the clinic that takes part in the same case by somebody else. */
let nurse: string;
let atSchool: Person;
beforeAll(async () => {
  nurse = await world.alsoIn(mikko.id, psychiatry, 'psychiatric-nurse');
  atSchool = await world.signIn(mikko.signInName);
});

const keysOf = async (affiliationId: string): Promise<unknown[]> =>
  (
    await world.superuser(
      `select 1 from acl_members m join audiences d using (acl_key) where d.case_id = $1 and m.person_id = $2 and m.affiliation_id = $3`,
      [caseId, mikko.id, affiliationId],
    )
  ).rows;

test('acting for the clinic, the teacher sees nothing of the case he takes part in for the school', async () => {
  expect(await statusFor(atSchool, caseId)).toBe(200);
  const atClinic = await atSchool.actIn(nurse);
  expect(await statusFor(atClinic, caseId)).toBe(404);
  expect((await atClinic.do(listCases)).cases).toEqual([]);
  expect((await atClinic.do(getToday)).cases).toBe(0);
  const body = { fromAgencyId: school, toAgencyId: aino.home, ground: ground(['education']) };
  expect((await atClinic.try(recordGround, { params: { caseId }, body })).status).toBe(404);
  expect(await keysOf(nurse)).toEqual([]);
  expect((await keysOf(mikko.affiliationId ?? '')).length).toBeGreaterThan(0);
  // And back: the same session sees what its affiliation may see.
  atSchool = await atClinic.actIn(mikko.affiliationId ?? '');
  expect(await statusFor(atSchool, caseId)).toBe(200);
});

test('the database itself gives him no row of the case in the other affiliation, and no door', async () => {
  const inClinic = async (query: string) => {
    const client = await world.pools.app.connect();
    try {
      await client.query('begin');
      await client.query(
        `select set_config('app.person', $1, true), set_config('app.affiliation', $2, true)`,
        [mikko.id, nurse],
      );
      return (await client.query(query, [caseId])).rows;
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  expect(await inClinic('select id from cases where id = $1')).toEqual([]);
  expect(await inClinic('select id from memberships where case_id = $1')).toEqual([]);
  expect(await inClinic('select id from streams where id = $1')).toEqual([]);
  expect(await inClinic('select access.case_facts($1) as facts')).toEqual([{ facts: null }]);
  expect(await inClinic(`select access.holds($1, 'member') as holds`)).toEqual([{ holds: false }]);
});

test('what was written for the school alone is not read while acting for the clinic', async () => {
  const started = await atSchool.do(startEntry, {
    body: {
      kind: 'private-note',
      caseId: null,
      assessmentId: null,
      parentId: null,
      about: null,
      pairId: null,
    },
  });
  const typed = { base: 0, text: 'Koulun oma muistiinpano.', device: 'laptop0001' };
  await atSchool.do(saveField, { params: { entryId: started.id, field: 'narrative' }, body: typed });
  const form = {
    kind: 'form' as const,
    caseId: null,
    assessmentId: null,
    parentId: null,
    about: 'x',
    pairId: null,
  };
  const atSchoolForm = await atSchool.do(startEntry, { body: form });
  const atClinic = await atSchool.actIn(nurse);
  expect((await atClinic.do(listNotes)).notes).toEqual([]);
  expect((await atClinic.do(getForm, { params: { name: 'x' } })).entry).toBeNull();
  // A form of the same name is another one.
  expect((await atClinic.do(startEntry, { body: form })).id).not.toBe(atSchoolForm.id);
  const answer = await atClinic.try(saveField, {
    params: { entryId: started.id, field: 'narrative' },
    body: { ...typed, base: 1, text: 'Muutettu' },
  });
  expect(answer.body).toMatchObject({ kept: 'note' });
  atSchool = await atClinic.actIn(mikko.affiliationId ?? '');
  const { notes } = await atSchool.do(listNotes);
  expect(notes.find((n) => n.id === started.id)?.fields['narrative']?.text).toBe('Koulun oma muistiinpano.');
});

test('switching closes the open pages of the session at once, and a token of before resumes nothing', async () => {
  const page = await connectLive(address, atSchool);
  await page.follow(caseId);
  const token = (await see(atSchool, caseId)).live;
  const began = Date.now();
  const atClinic = await atSchool.actIn(nurse);
  expect(await page.closed).toBe(closeCodes.resume);
  console.log(`switched → the open page is closed: ${Date.now() - began} ms`);
  const again = await connectLive(address, atClinic);
  again.send({ t: 'watch-case', caseId, token });
  await again.next('gone');
  await again.close();
  atSchool = await atClinic.actIn(mikko.affiliationId ?? '');
});

test('an affiliation that ends leaves the session in another one; the last leaves it without a case', async () => {
  const end = (id: string | null) =>
    world.superuser(`update affiliations set ends_at = now() where id = $1`, [id]);
  await end(mikko.affiliationId);
  expect((await atSchool.do(getSession)).affiliation?.id).toBe(nurse);
  expect(await statusFor(atSchool, caseId)).toBe(404);
  await end(nurse);
  expect((await atSchool.do(getSession)).affiliation).toBeNull();
  expect((await atSchool.do(listCases)).cases).toEqual([]);
});

test('a guardian who works in the field too is a guardian only outside the work', async () => {
  expect(await statusFor(minna, caseId)).toBe(200);
  const work = await world.alsoIn(minna.id, school, 'principal');
  const atWork = await minna.actIn(work);
  expect(await statusFor(atWork, caseId)).toBe(404);
  expect((await atWork.do(listCases)).cases).toEqual([]);
});

test('who ends a membership does so in the affiliation that may', async () => {
  const elsewhere = await world.alsoIn(leena.id, school, 'principal');
  const { members } = await see(leena, caseId);
  const memberId = members.find((m) => m.personId === aino.petri.id)?.id ?? '';
  const atSchoolToo = await leena.actIn(elsewhere);
  const end = await atSchoolToo.try(endMembership, { params: { caseId, memberId }, body: { reason: 'x' } });
  expect(end.status).toBe(404);
});
