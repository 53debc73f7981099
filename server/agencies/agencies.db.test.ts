// What an administrator does, over the real interface: never a case, never a family member.
import { beforeEach, expect, test } from 'vitest';
import {
  addAffiliation,
  addAgency,
  addPerson,
  addTeam,
  changeTeam,
  endAffiliation,
  endAgency,
  endPerson,
  getAdministration,
  resetSignIn,
} from '../../shared/agencies.ts';
import { getWorkspace, inviteMember, listCases, openCase } from '../../shared/cases.ts';
import { changePassword, getSession } from '../../shared/sessions.ts';
import { aChild, draftOf, invitation, invite, openACase, see, statusFor } from '../testing/case-parts.ts';
import { testWorld } from '../testing/world.ts';

const world = await testWorld();
const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
const school = await world.agency('education', 'Meriniemen koulu');
const arja = await world.professional('Arja Hallinto', home, 'administrator');
const leena = await world.professional('Leena Kallio', home, 'social-worker');
const minna = await world.family('Minna Virtanen');
let names = 0;
const newTeacher = () => {
  names += 1;
  return world.professional(`Maria Lind ${names}`, school, 'special-teacher');
};
const newPerson = (signInName: string) => ({
  signInName,
  name: 'Kaisa Uusi',
  givenName: 'Kaisa',
  language: 'sv' as const,
  email: 'kaisa@example.org',
  agencyId: school,
  profession: 'school-psychologist' as const,
});

let maria: Awaited<ReturnType<typeof newTeacher>>;
beforeEach(async () => {
  maria = await newTeacher();
});

test('an administrator sees agencies and professionals, no case and no family member', async () => {
  const caseId = await openACase(leena);
  const { agencies, people } = await arja.do(getAdministration);
  expect(agencies.map((a) => a.nameFi)).toEqual(['Meriniemen koulu', 'Rannikon lastensuojelu']);
  expect(people.map((p) => p.name)).not.toContain('Minna Virtanen');
  expect((await arja.do(listCases)).cases).toEqual([]);
  expect((await arja.try(getWorkspace, { params: { caseId } })).status).toBe(404);
  expect((await arja.try(openCase, { body: aChild })).status).toBe(403);
});

test('nobody else comes near the administration', async () => {
  for (const who of [leena, minna]) {
    expect((await who.try(getAdministration)).status).toBe(403);
    expect((await who.try(addPerson, { body: newPerson('x.y') })).status).toBe(403);
    expect((await who.try(endAgency, { params: { agencyId: school }, body: {} })).status).toBe(403);
  }
});

test('a new person signs in with the one-time password, and must change it before anything else', async () => {
  const key = crypto.randomUUID();
  const first = await arja.do(addPerson, { body: newPerson('kaisa.uusi'), key });
  const again = await arja.do(addPerson, { body: newPerson('kaisa.uusi'), key });
  expect(again).toEqual(first);
  const { rows } = await world.superuser('select result::text as kept from idempotency_keys where key = $1', [
    key,
  ]);
  expect(rows[0]?.kept).not.toContain(first.oneTimePassword);
  const kaisa = await world.signIn('kaisa.uusi', first.oneTimePassword);
  expect((await kaisa.do(getSession)).mustChangePassword).toBe(true);
  expect((await kaisa.try(listCases)).error).toMatchObject({
    error: 'not-allowed',
    detail: { reason: 'must-change-password' },
  });
  await kaisa.do(changePassword, {
    body: { current: first.oneTimePassword, next: 'seitsemän sinistä venettä' },
  });
  expect((await kaisa.do(listCases)).cases).toEqual([]);
});

test('a sign-in name is given once, also against a family member whom no administrator sees', async () => {
  for (const taken of [minna.session.name.toLowerCase().replace(' ', '.'), 'leena.kallio']) {
    const answer = await arja.try(addPerson, { body: newPerson(taken) });
    expect(answer.error?.error).toBe('name-taken');
  }
});

test('an ended affiliation ends its rights and its memberships, leaves the session without a case, and keeps what was being written', async () => {
  const caseId = await openACase(leena);
  await invite(leena, caseId, maria);
  await draftOf(world, maria, caseId, school, 'Kesken');
  await arja.do(endAffiliation, { params: { affiliationId: maria.affiliationId ?? '' }, body: {} });
  expect((await maria.do(getSession)).affiliation).toBeNull();
  expect(await statusFor(maria, caseId)).toBe(404);
  expect((await maria.do(listCases)).cases).toEqual([]);
  const member = (await see(leena, caseId)).members.find((m) => m.personId === maria.id);
  expect(member?.endsAt).not.toBeNull();
  const { rows: notes } = await world.superuser('select kind from entries where author_ids = $1', [
    [maria.id],
  ]);
  expect(notes).toEqual([{ kind: 'private-note' }]);
  const { rows: keys } = await world.superuser(
    `select 1 from acl_members m join audiences a using (acl_key) where a.case_id = $1 and m.person_id = $2 and m.valid @> now()`,
    [caseId, maria.id],
  );
  expect(keys).toEqual([]);
});

test('the cases concerned learn of it in their own streams, in order; the person in theirs', async () => {
  const caseId = await openACase(leena);
  await invite(leena, caseId, maria);
  const epoch = async () =>
    (await world.superuser('select access_epoch from streams where id = $1', [caseId])).rows[0]?.access_epoch;
  const before = Number(await epoch());
  await arja.do(endAffiliation, { params: { affiliationId: maria.affiliationId ?? '' }, body: {} });
  expect(Number(await epoch())).toBe(before + 1);
  const { rows } = await world.superuser(
    'select kind from events where stream_id = $1 order by seq desc limit 2',
    [caseId],
  );
  expect(rows.map((r) => r.kind)).toEqual(['member.changed', 'access.changed']);
  const { rows: told } = await world.superuser(
    `select kind from events where stream_id = $1 and kind = 'session.changed'`,
    [maria.id],
  );
  expect(told).toHaveLength(1);
});

test('an ended person is gone everywhere at once; with another affiliation the sign-in lives on', async () => {
  const { id: second } = await arja.do(addAffiliation, {
    params: { personId: maria.id },
    body: { agencyId: home, profession: 'social-counsellor' },
  });
  const again = await arja.try(addAffiliation, {
    params: { personId: maria.id },
    body: { agencyId: home, profession: 'social-counsellor' },
  });
  expect(again.error?.error).toBe('already-done');
  await arja.do(endAffiliation, { params: { affiliationId: maria.affiliationId ?? '' }, body: {} });
  const anew = await world.signIn(maria.signInName);
  expect(anew.affiliationId).toBe(second);
  await arja.do(endPerson, { params: { personId: maria.id }, body: {} });
  expect((await anew.try(getSession)).status).toBe(401);
  await expect(world.signIn(maria.signInName)).rejects.toThrow(/wrong-credentials/);
  expect((await arja.try(endPerson, { params: { personId: maria.id }, body: {} })).error?.error).toBe(
    'already-done',
  );
});

test('an ended agency ends its affiliations', async () => {
  const { id: agencyId } = await arja.do(addAgency, {
    body: {
      kind: 'ngo',
      nameFi: 'Perhejärjestö',
      nameSv: 'Familjeföreningen',
      municipality: 'Meriniemi',
      region: 'Rannikko',
    },
  });
  const worker = await world.professional('Niina Järjestö', agencyId, 'ngo-worker');
  const caseId = await openACase(leena);
  await invite(leena, caseId, worker);
  await arja.do(endAgency, { params: { agencyId }, body: {} });
  expect(await statusFor(worker, caseId)).toBe(404);
  expect((await arja.try(endAgency, { params: { agencyId }, body: {} })).error?.error).toBe('already-done');
  expect((await arja.try(addPerson, { body: { ...newPerson('myohassa'), agencyId } })).status).toBe(404);
});

test('the last administrator cannot be ended, by affiliation, person or agency', async () => {
  const refusals = [
    await arja.try(endAffiliation, { params: { affiliationId: arja.affiliationId ?? '' }, body: {} }),
    await arja.try(endPerson, { params: { personId: arja.id }, body: {} }),
    await arja.try(endAgency, { params: { agencyId: home }, body: {} }),
  ];
  expect(refusals.map((r) => r.error?.error)).toEqual(Array(3).fill('last-administrator'));
});

test('two administrators who end each other at once leave one', async () => {
  const two = await world.professional('Toinen Hallinto', school, 'administrator');
  const three = await world.professional('Kolmas Hallinto', school, 'administrator');
  await arja.do(endAffiliation, { params: { affiliationId: three.affiliationId ?? '' }, body: {} });
  const answers = await Promise.all([
    arja.try(endAffiliation, { params: { affiliationId: two.affiliationId ?? '' }, body: {} }),
    arja.try(endAffiliation, { params: { affiliationId: two.affiliationId ?? '' }, body: {} }),
  ]);
  expect(answers.map((a) => a.status).sort()).toEqual([200, 409]);
});

test('a reset sign-in ends every session and gives a one-time password', async () => {
  const second = await world.signIn(maria.signInName);
  const { oneTimePassword } = await arja.do(resetSignIn, { params: { personId: maria.id }, body: {} });
  expect((await second.try(getSession)).status).toBe(401);
  await expect(world.signIn(maria.signInName)).rejects.toThrow();
  expect((await world.signIn(maria.signInName, oneTimePassword)).session.mustChangePassword).toBe(true);
  expect((await arja.try(resetSignIn, { params: { personId: minna.id }, body: {} })).status).toBe(404);
});

test('a team is made of people of its own agency', async () => {
  const { id: teamId } = await arja.do(addTeam, {
    params: { agencyId: school },
    body: { name: 'Tuki', affiliationIds: [maria.affiliationId ?? ''] },
  });
  const foreign = await arja.try(changeTeam, {
    params: { teamId },
    body: { name: 'Tuki', affiliationIds: [leena.affiliationId ?? ''], ended: false },
  });
  expect(foreign.status).toBe(404);
  await arja.do(changeTeam, {
    params: { teamId },
    body: { name: 'Vahva tuki', affiliationIds: [], ended: false },
  });
  const team = (await arja.do(getAdministration)).agencies
    .flatMap((a) => a.teams)
    .find((t) => t.id === teamId);
  expect(team).toMatchObject({ name: 'Vahva tuki', affiliationIds: [], endedAt: null });
});

test('an invitation and the end of the invited affiliation, at once, leave nobody with a right', async () => {
  for (let round = 0; round < 5; round += 1) {
    const someone = await newTeacher();
    const caseId = await openACase(leena);
    await Promise.all([
      leena.try(inviteMember, { params: { caseId }, body: invitation(someone) }),
      arja.try(endAffiliation, { params: { affiliationId: someone.affiliationId ?? '' }, body: {} }),
    ]);
    const { rows } = await world.superuser(
      `select 1 from acl_members m join audiences a using (acl_key) where a.case_id = $1 and m.person_id = $2 and m.valid @> now()`,
      [caseId, someone.id],
    );
    expect(rows).toEqual([]);
    const open = (await see(leena, caseId)).members.filter(
      (m) => m.personId === someone.id && m.endsAt === null,
    );
    expect(open).toEqual([]);
  }
});
