// Inviting and ending memberships, over the real interface and with row-level security in force.
import { expect, test } from 'vitest';
import {
  endMembership,
  inviteMember,
  listCases,
  listInvitable,
  openCase,
  recordGround,
} from '../../shared/cases.ts';
import {
  aChild,
  draftOf,
  ground,
  invitation,
  invite,
  inviteColleague,
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
const outi = await world.professional('Outi Salo', home, 'social-counsellor');
const maria = await world.professional('Maria Lind', school, 'special-teacher');
const rehtori = await world.professional('Kari Niemi', school, 'principal');
const jonna = await world.professional('Jonna Berg', clinic, 'psychiatric-nurse');
const admin = await world.professional('Arja Hallinto', home, 'administrator');
const officer = await world.professional('Timo Tieto', home, 'data-protection-officer');
const minna = await world.family('Minna Virtanen');
const petri = await world.family('Petri Laine');

const rows = async (query: string, values: unknown[] = []) => (await world.superuser(query, values)).rows;

test('the responsible worker invites a teacher on recorded grounds, and each learns of the other', async () => {
  const caseId = await openACase(leena);
  expect(await statusFor(maria, caseId)).toBe(404);
  await invite(leena, caseId, maria);
  expect(await namesSeenBy(maria, caseId)).toEqual(['Leena Kallio', 'Maria Lind']);
  expect(await namesSeenBy(leena, caseId)).toEqual(['Leena Kallio', 'Maria Lind']);
  const workspace = await see(leena, caseId);
  expect(workspace.grounds.map((g) => [g.fromAgencyId, g.toAgencyId])).toEqual([
    [home, school],
    [school, home],
  ]);
  expect(workspace.activities.map((a) => a.kind).sort()).toEqual([
    'ground-recorded',
    'ground-recorded',
    'member-joined',
  ]);
  expect((await maria.do(listCases)).cases.map((c) => c.id)).toContain(caseId);
});

test('a curious colleague of the invited teacher sees nothing', async () => {
  const caseId = await openACase(leena);
  await invite(leena, caseId, maria);
  expect(await statusFor(rehtori, caseId)).toBe(404);
  expect((await rehtori.do(listCases)).cases).toEqual([]);
});

test('another agency is not invited without a ground to it and a ground from it', async () => {
  const caseId = await openACase(leena);
  for (const missing of [{ toThem: null }, { fromThem: null }, { toThem: ground(['education']) }]) {
    const answer = await leena.try(inviteMember, { params: { caseId }, body: invitation(maria, missing) });
    expect([answer.status, answer.error?.error]).toEqual([409, 'ground-missing']);
  }
  expect((await see(leena, caseId)).grounds).toEqual([]);
  expect(await statusFor(maria, caseId)).toBe(404);
});

test('a second person of the same agency comes on the grounds that stand', async () => {
  const caseId = await openACase(leena);
  await invite(leena, caseId, maria);
  await invite(leena, caseId, rehtori, { toThem: null, fromThem: null });
  expect(await namesSeenBy(rehtori, caseId)).toContain('Maria Lind');
});

test('the invited teacher does not see that psychiatry takes part without a ground; the home agency does', async () => {
  const caseId = await openACase(leena);
  await invite(leena, caseId, maria);
  await invite(leena, caseId, jonna, { toThem: ground(['coordination']), fromThem: ground(['health']) });
  expect(await namesSeenBy(leena, caseId)).toContain('Jonna Berg');
  const teachers = await see(maria, caseId);
  expect(teachers.members.map((m) => m.name)).not.toContain('Jonna Berg');
  expect(JSON.stringify(teachers)).not.toContain('psykiatria');
  expect(JSON.stringify(teachers)).not.toContain(clinic);
  expect(await namesSeenBy(jonna, caseId)).toContain('Leena Kallio');
});

test('with a health ground from psychiatry to school the teacher sees the nurse', async () => {
  const caseId = await openACase(leena);
  await invite(leena, caseId, maria);
  await invite(leena, caseId, jonna, { fromThem: ground(['health']) });
  await leena.do(recordGround, {
    params: { caseId },
    body: { fromAgencyId: clinic, toAgencyId: school, ground: ground(['health']) },
  });
  expect(await namesSeenBy(maria, caseId)).toContain('Jonna Berg');
});

test('nobody is invited twice', async () => {
  const caseId = await openACase(leena);
  await invite(leena, caseId, maria);
  const again = await leena.try(inviteMember, { params: { caseId }, body: invitation(maria) });
  expect(again.error?.error).toBe('already-done');
});

test('a visiting member invites nobody, and cannot even search for people', async () => {
  const caseId = await openACase(leena);
  await invite(leena, caseId, maria);
  expect((await maria.try(inviteMember, { params: { caseId }, body: invitation(rehtori) })).status).toBe(403);
  expect((await maria.try(listInvitable, { params: { caseId }, query: { q: '' } })).status).toBe(403);
  expect((await rehtori.try(listInvitable, { params: { caseId }, query: { q: '' } })).status).toBe(404);
});

test('administrators and data protection officers are neither found nor invited', async () => {
  const caseId = await openACase(leena);
  const found = (await leena.do(listInvitable, { params: { caseId }, query: { q: '' } })).people.map(
    (p) => p.name,
  );
  expect(found).toEqual(expect.arrayContaining(['Outi Salo', 'Maria Lind', 'Jonna Berg']));
  for (const watcher of [admin, officer]) {
    expect(found).not.toContain(watcher.session.name);
    const answer = await leena.try(inviteMember, {
      params: { caseId },
      body: invitation(watcher, { role: 'team', toThem: null, fromThem: null }),
    });
    expect(answer.status).toBe(404);
  }
});

test('people are found by name, profession or agency; members and other cases’ families are not', async () => {
  const caseId = await openACase(leena);
  await invite(leena, caseId, maria);
  const find = async (q: string) =>
    (await leena.do(listInvitable, { params: { caseId }, query: { q } })).people.map((p) => p.name);
  expect(await find('jonna')).toEqual(['Jonna Berg']);
  expect(await find('psychiatric nurse')).toEqual(['Jonna Berg']);
  expect(await find('meriniemen koulu')).toEqual(['Kari Niemi']);
  expect(await find('100%')).toEqual([]);
  expect(await find('minna')).toEqual([]);
});

test('only the home agency’s own people get its roles, and only family members the family’s', async () => {
  const caseId = await openACase(leena);
  const roleOf = async (role: string, who: typeof maria) =>
    (await leena.try(inviteMember, { params: { caseId }, body: invitation(who, { role }) })).error?.error;
  expect(await roleOf('responsible', maria)).toBe('invalid-input');
  expect(await roleOf('guardian', maria)).toBe('invalid-input');
  expect(await roleOf('team', minna)).toBe('invalid-input');
  const asProfessional = invitation(outi, {
    affiliationId: null,
    role: 'close',
    toThem: null,
    fromThem: null,
  });
  expect((await leena.try(inviteMember, { params: { caseId }, body: asProfessional })).status).toBe(404);
});

test('a guardian joins as the relation that names her, and may be found again afterwards', async () => {
  const caseId = await openACase(leena);
  await inviteFamily(leena, caseId, minna, 'guardian');
  const workspace = await see(minna, caseId);
  expect(workspace.relations.find((r) => r.name === 'Minna Virtanen')?.personId).toBe(minna.id);
  expect(workspace.case.can).toEqual([]);
  const member = workspace.members.find((m) => m.personId === minna.id);
  await leena.do(endMembership, {
    params: { caseId, memberId: member?.id ?? '' },
    body: { reason: 'Huoltajuus päättyi' },
  });
  expect(await statusFor(minna, caseId)).toBe(404);
  expect(
    (await leena.do(listInvitable, { params: { caseId }, query: { q: 'minna' } })).people.map((p) => p.name),
  ).toEqual(['Minna Virtanen']);
});

test('a guardian without custody is not invited as a guardian, but may be as a close person', async () => {
  const caseId = await openACase(leena);
  const refused = await leena.try(inviteMember, {
    params: { caseId },
    body: invitation(petri, { role: 'guardian', toThem: null, fromThem: null }),
  });
  expect(refused.error).toMatchObject({ error: 'ground-missing', detail: { reason: 'no-custody' } });
  await inviteFamily(leena, caseId, petri, 'close');
  expect(await statusFor(petri, caseId)).toBe(200);
});

test('an ended membership ends every way in, and what was being written becomes a private note of its author', async () => {
  const caseId = await openACase(leena);
  const { id: memberId } = await invite(leena, caseId, maria);
  await draftOf(world, maria, caseId, school, 'Kesken jäänyt lause');
  expect((await see(maria, caseId)).entries).toHaveLength(1);
  await leena.do(endMembership, { params: { caseId, memberId }, body: { reason: 'Työ päättyi' } });
  expect(await statusFor(maria, caseId)).toBe(404);
  expect((await maria.do(listCases)).cases.map((c) => c.id)).not.toContain(caseId);
  const [note] = await rows('select kind, case_id, fields from entries where author_ids = $1', [[maria.id]]);
  expect(note).toMatchObject({
    kind: 'private-note',
    case_id: null,
    fields: { narrative: { text: 'Kesken jäänyt lause' } },
  });
  const ended = (await see(leena, caseId)).members.find((m) => m.id === memberId);
  expect(ended?.endsAt).not.toBeNull();
  const again = await leena.try(endMembership, {
    params: { caseId, memberId },
    body: { reason: 'Työ päättyi' },
  });
  expect(again.error?.error).toBe('already-done');
});

test('the last responsible worker stays until another one is there', async () => {
  const caseId = await openACase(leena);
  const mine = (await see(leena, caseId)).members[0]?.id ?? '';
  const refused = await leena.try(endMembership, {
    params: { caseId, memberId: mine },
    body: { reason: 'Siirto' },
  });
  expect(refused.error).toMatchObject({ error: 'not-allowed', detail: { reason: 'last-responsible' } });
  await inviteColleague(leena, caseId, outi, 'responsible');
  await leena.do(endMembership, { params: { caseId, memberId: mine }, body: { reason: 'Siirto' } });
  expect(await statusFor(leena, caseId)).toBe(404);
  expect(await statusFor(outi, caseId)).toBe(200);
});

test('a membership of another case, or one that is hidden, looks as if it were not', async () => {
  const [one, other] = [await openACase(leena), await openACase(leena)];
  const { id: memberId } = await invite(leena, other, maria);
  const answer = await leena.try(endMembership, { params: { caseId: one, memberId }, body: { reason: 'x' } });
  expect(answer.status).toBe(404);
});

test('what an invitation discloses is in the disclosure log, with its ground', async () => {
  const caseId = await openACase(leena);
  await invite(leena, caseId, maria);
  const log = await rows(
    'select object_kind, to_agency_id, ground_id from disclosure_log where case_id = $1 order by object_kind',
    [caseId],
  );
  const to = (agencyId: string) =>
    log.filter((r) => r.to_agency_id === agencyId && r.ground_id !== null).map((r) => r.object_kind);
  // What was told of the two grounds, and of the invitation; the grounds, the child, and who takes part.
  expect(to(school)).toEqual([
    'activity',
    'activity',
    'case',
    'ground',
    'ground',
    'membership',
    'relation',
    'relation',
  ]);
  expect(to(home)).toEqual(['activity', 'membership']);
  expect(log).toHaveLength(10);
});

test('a retried invitation invites once', async () => {
  const caseId = await openACase(leena);
  const key = crypto.randomUUID();
  const first = await leena.do(inviteMember, { params: { caseId }, body: invitation(maria), key });
  expect(await leena.do(inviteMember, { params: { caseId }, body: invitation(maria), key })).toEqual(first);
  expect(await namesSeenBy(leena, caseId)).toEqual(['Leena Kallio', 'Maria Lind']);
});

test('two who invite the same person at once invite her once', async () => {
  const caseId = await openACase(leena);
  await inviteColleague(leena, caseId, outi);
  const answers = await Promise.all(
    [leena, outi].map((by) => by.try(inviteMember, { params: { caseId }, body: invitation(maria) })),
  );
  expect(answers.map((a) => a.status).sort()).toEqual([200, 409]);
  expect(await namesSeenBy(leena, caseId)).toEqual(['Leena Kallio', 'Maria Lind', 'Outi Salo']);
});

test('events go under keys that the rows carry, after the change of access', async () => {
  const caseId = await openACase(leena);
  await invite(leena, caseId, maria);
  const events = await rows('select kind, acl_key from events where stream_id = $1 order by seq', [caseId]);
  expect(events.map((e) => e.kind)).toEqual([
    'access.changed',
    'access.changed',
    'invitation.changed',
    'access.changed',
    'ground.recorded',
    'ground.recorded',
    'member.joined',
    'activity.added',
    'activity.added',
    'activity.added',
  ]);
  const [membership] = await rows('select acl_key from memberships where case_id = $1 and person_id = $2', [
    caseId,
    maria.id,
  ]);
  expect(events.find((e) => e.kind === 'member.joined')?.acl_key).toBe(membership?.acl_key);
  const told = await rows('select kind from events where stream_id = $1', [maria.id]);
  expect(told.map((e) => e.kind)).toContain('today.changed');
});

test('an invitation whose last day has passed is refused', async () => {
  const caseId = await openACase(leena);
  const answer = await leena.try(inviteMember, {
    params: { caseId },
    body: invitation(maria, { endsOn: '2020-01-01' }),
  });
  expect(answer.error?.error).toBe('invalid-input');
});

test('a new case of somebody else stays closed to those invited to another', async () => {
  const caseId = await openACase(leena);
  await invite(leena, caseId, maria);
  const { id: other } = await outi.try(openCase, { body: aChild }).then((a) => ({ id: a.status }));
  expect(other).toBe(403);
});
