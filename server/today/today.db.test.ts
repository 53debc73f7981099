// Today, by role, over the real interface. Requests for contributions are put in place directly.
import { expect, test } from 'vitest';
import { openAssessment } from '../../shared/assessments.ts';
import { endMembership, getWorkspace } from '../../shared/cases.ts';
import { moveStep, type StepAct, writeStep } from '../../shared/steps.ts';
import { getToday, readNotice } from '../../shared/today.ts';
import {
  draftOf,
  ground,
  invite,
  inviteColleague,
  inviteFamily,
  openACase,
  see,
} from '../testing/case-parts.ts';
import { type Person, testWorld } from '../testing/world.ts';

const world = await testWorld();
const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
const school = await world.agency('education', 'Meriniemen koulu');
const clinic = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
let count = 0;
const people = async () => {
  count += 1;
  return {
    leena: await world.professional(`Leena Kallio ${count}`, home, 'social-worker'),
    maria: await world.professional(`Maria Lind ${count}`, school, 'special-teacher'),
    jonna: await world.professional(`Jonna Berg ${count}`, clinic, 'psychiatric-nurse'),
    minna: await world.family(`Minna Virtanen ${count}`),
  };
};

const openOne = (by: Person, caseId: string) =>
  by.do(openAssessment, {
    params: { caseId },
    body: { trigger: 'child-welfare-notification', beganOn: '2026-11-03', decidedOn: null },
  });
const ask = async (
  by: Person,
  who: Person,
  caseId: string,
  assessmentId: string,
  area: string,
  dueOn: string | null,
) => {
  const { rows } = await world.superuser(
    `insert into contributions (case_id, assessment_id, acl_key, area, contributor_ids, affiliation_id, question, due_on, asked_by, asked_at)
     select $1, $2, m.acl_key, $3, array[$4::uuid], $5, 'Miten koulussa menee?', $6, $7, now()
     from memberships m where m.case_id = $1 and m.person_id = $4 returning id`,
    [caseId, assessmentId, area, who.id, who.affiliationId, dueOn, by.affiliationId],
  );
  return String(rows[0]?.id);
};

test('the teacher finds what is asked of her, by due date, and nothing of what is asked of the nurse', async () => {
  const { leena, maria, jonna } = await people();
  const caseId = await openACase(leena);
  await invite(leena, caseId, maria);
  await invite(leena, caseId, jonna, { fromThem: ground(['health']) });
  const { id } = await openOne(leena, caseId);
  await ask(leena, maria, caseId, id, 'friends', null);
  await ask(leena, maria, caseId, id, 'school-and-learning', '2026-12-01');
  await ask(leena, jonna, caseId, id, 'mental-health', '2026-11-28');
  const today = await maria.do(getToday);
  expect(today.asked.map((a) => [a.area, a.dueOn])).toEqual([
    ['school-and-learning', '2026-12-01'],
    ['friends', null],
  ]);
  expect(today.asked[0]).toMatchObject({
    askedByName: leena.session.name,
    childGivenName: 'Aino',
    entryId: null,
  });
  expect(today.assessments).toEqual([]);
  expect(JSON.stringify(today)).not.toContain(jonna.session.name);
  expect((await jonna.do(getToday)).asked.map((a) => a.area)).toEqual(['mental-health']);
});

test('the responsible worker sees her clocks, what is missing and from whom', async () => {
  const { leena, maria } = await people();
  const caseId = await openACase(leena);
  await invite(leena, caseId, maria);
  const { id } = await openOne(leena, caseId);
  await ask(leena, maria, caseId, id, 'school-and-learning', '2026-12-01');
  const [mine] = (await leena.do(getToday)).assessments;
  expect(mine).toMatchObject({ caseId, mine: true, childHeard: false, shared: 0 });
  expect(mine?.decision.dueOn).toBe('2026-11-12');
  expect(mine?.ready.dueOn).toBe('2027-02-03');
  expect(mine?.missing).toEqual([
    { area: 'school-and-learning', name: maria.session.name, dueOn: '2026-12-01' },
  ]);
  const heard = async (field: string, text: string) => {
    await world.superuser(
      `insert into entries (case_id, assessment_id, acl_key, owner_agency_id, data_class, kind, state, author_ids, fields, created_at, updated_at)
       select $1, $2, acl_key, $3, 'coordination', 'child-view', 'shared', array[$4]::uuid[], jsonb_build_object($5::text, jsonb_build_object('text', $6::text)), now(), now()
       from cases where id = $1`,
      [caseId, id, home, leena.id, field, text],
    );
    return (await leena.do(getToday)).assessments[0]?.childHeard;
  };
  expect(await heard('how', 'Kotikäynnillä')).toBe(false);
  expect(await heard('verbatim', ' ')).toBe(false);
  expect(await heard('absence', 'Lapsi ei halunnut kertoa.')).toBe(true);
});

test('what others did since the last visit is new until the case is opened; what one did oneself is not', async () => {
  const { leena, maria } = await people();
  const caseId = await openACase(leena);
  const outi = await world.professional(`Outi Salo ${count}`, home, 'social-counsellor');
  await inviteColleague(leena, caseId, outi);
  await leena.do(getWorkspace, { params: { caseId } });
  expect((await leena.do(getToday)).changed).toEqual([]);
  await invite(outi, caseId, maria);
  expect((await outi.do(getToday)).changed.map((c) => c.activity.kind)).not.toContain('ground-recorded');
  const changed = (await leena.do(getToday)).changed;
  expect(changed.map((c) => c.activity.kind).sort()).toEqual([
    'ground-recorded',
    'ground-recorded',
    'member-joined',
  ]);
  expect(changed.every((c) => c.personName === outi.session.name && c.caseId === caseId)).toBe(true);
  await leena.do(getWorkspace, { params: { caseId } });
  expect((await leena.do(getToday)).changed).toEqual([]);
});

test('a likely duplicate reaches the responsible worker of the earlier case, until she has read it', async () => {
  const { leena } = await people();
  const name = { childName: `Onni Meri ${count}`, childGivenName: `Onni${count}` };
  const caseId = await openACase(leena, name);
  const other = await world.professional(`Pekka Toinen ${count}`, home, 'social-worker');
  await openACase(other, name);
  const [notice, ...more] = (await leena.do(getToday)).notices;
  expect(more).toEqual([]);
  expect(notice).toMatchObject({ kind: 'likely-duplicate', caseId, fromName: other.session.name });
  expect((await other.do(getToday)).notices).toEqual([]);
  const given = { params: { noticeId: notice?.id ?? '' }, body: {} };
  expect((await other.try(readNotice, given)).status).toBe(404);
  await leena.do(readNotice, given);
  expect((await leena.do(getToday)).notices).toEqual([]);
});

test('a guardian reads what happens next, and who writes only as far as she may know of them', async () => {
  const { leena, maria, jonna, minna } = await people();
  const caseId = await openACase(leena);
  await invite(leena, caseId, maria);
  await invite(leena, caseId, jonna, {
    fromThem: ground(['health']),
    participation: { scope: 'everyone', agencyIds: [], familyScope: 'none' },
  });
  await inviteFamily(leena, caseId, minna, 'guardian');
  const { id } = await openOne(leena, caseId);
  await ask(leena, maria, caseId, id, 'friends', null);
  await ask(leena, jonna, caseId, id, 'mental-health', null);
  const today = await minna.do(getToday);
  expect(today.next.map((n) => [n.kind, n.count, n.on])).toEqual([
    ['being-written', 1, null],
    ['assessment-ready', 1, '2027-02-03'],
  ]);
  expect([today.asked, today.toSign, today.assessments]).toEqual([[], [], []]);
});

test('whose membership has ended sees nothing of the case on Today, but for the own note', async () => {
  const { leena, maria } = await people();
  const caseId = await openACase(leena);
  const { id: memberId } = await invite(leena, caseId, maria);
  await draftOf(world, maria, caseId, school, 'Kesken');
  expect(await maria.do(getToday)).toMatchObject({ cases: 1, notes: 0 });
  await leena.do(endMembership, { params: { caseId, memberId }, body: { reason: 'Työ päättyi' } });
  const today = await maria.do(getToday);
  expect(today).toMatchObject({ cases: 0, notes: 1, asked: [], changed: [] });
});

test('thirty cases are read at once, and leave one row in the access log', async () => {
  const { leena } = await people();
  for (let i = 0; i < 30; i += 1) await openOne(leena, await openACase(leena));
  await leena.do(getToday);
  const began = performance.now();
  const today = await leena.do(getToday);
  const took = performance.now() - began;
  expect(today.assessments).toHaveLength(30);
  expect(took).toBeLessThan(5_000); // generous: a machine that does other things too
  const { rows } = await world.superuser(
    `select count(*)::int as n from access_log where person_id = $1 and kind = 'today'`,
    [leena.id],
  );
  expect(rows[0]?.n).toBe(2);
});

test('own steps stand by due date, in the affiliation in which they were given; what is offered says whose it is', async () => {
  const { leena, maria, jonna } = await people();
  const caseId = await openACase(leena);
  const goals = ground(['coordination', 'shared-goal']);
  await invite(leena, caseId, maria, { toThem: goals, fromThem: goals });
  await invite(leena, caseId, jonna, { fromThem: ground(['health']) });
  const memberOf = async (who: Person) =>
    (await see(leena, caseId)).members.find((m) => m.personId === who.id)?.id ?? '';
  const write = async (text: string, doer: Person, dueOn: string | null) =>
    leena.do(writeStep, {
      params: { caseId },
      body: {
        text,
        doerMemberId: await memberOf(doer),
        dueOn,
        audience: {
          dataClass: 'shared-goal',
          scope: 'agencies',
          agencyIds: [school],
          familyScope: 'none',
          familyIds: [],
        },
        agendaItemId: null,
      },
    });
  await write('Joskus.', maria, null);
  await write('Myöhemmin.', maria, '2027-02-01');
  const { id } = await write('Ensin.', maria, '2027-01-15');
  const { id: hers } = await write('Leenan oma.', leena, '2027-01-20');
  const steps = async (who: Person) => (await who.do(getToday)).steps;
  expect((await steps(maria)).map((s) => [s.text, s.direction, s.name])).toEqual([
    ['Ensin.', 'mine', null],
    ['Myöhemmin.', 'mine', null],
    ['Joskus.', 'mine', null],
  ]);
  expect(await steps(jonna)).toEqual([]);
  const move = (
    who: Person,
    stepId: string,
    version: number,
    act: StepAct,
    toMemberId: string | null = null,
  ) =>
    who.do(moveStep, { params: { stepId }, body: { act, version, reason: null, dueOn: null, toMemberId } });
  await move(leena, hers, 1, 'offer', await memberOf(maria));
  expect((await steps(maria))[1]).toMatchObject({
    caseId,
    childGivenName: 'Aino',
    direction: 'to-me',
    name: leena.session.name,
    can: ['accept', 'decline'],
  });
  expect(await steps(leena)).toMatchObject([{ direction: 'mine', name: maria.session.name, version: 2 }]);
  await move(maria, id, 1, 'done');
  await move(maria, hers, 2, 'accept');
  expect((await steps(maria)).map((s) => s.text)).toEqual(['Leenan oma.', 'Myöhemmin.', 'Joskus.']);
  expect(await steps(leena)).toEqual([]);
  // In another affiliation the steps of this one are not there, nor when the case no longer is.
  await world.superuser('update steps set doer_affiliation_id = $1 where id = $2', [
    leena.affiliationId,
    hers,
  ]);
  expect((await steps(maria)).map((s) => s.text)).toEqual(['Myöhemmin.', 'Joskus.']);
  await leena.do(endMembership, {
    params: { caseId, memberId: await memberOf(maria) },
    body: { reason: 'Päättyi.' },
  });
  expect(await steps(maria)).toEqual([]);
});
