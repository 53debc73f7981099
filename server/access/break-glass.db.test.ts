// Break-glass past the server's own rules and over the real interface: who may, where, how far, and who sees it.
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { listCases, recordGround } from '../../shared/cases.ts';
import { startEntry } from '../../shared/entries.ts';
import { assessmentOfAino } from '../testing/assessment-of-aino.ts';
import { type CaseOfAino, caseOfAino } from '../testing/case-of-aino.ts';
import { ground, see, statusFor } from '../testing/case-parts.ts';
import { type Person, testWorld } from '../testing/world.ts';

const world = await testWorld();
const aino: CaseOfAino = await caseOfAino(world);
const { caseId, home, psychiatry, school, leena, mikko } = aino;
const onCall = await world.professional('Olli Päivystäjä', home, 'social-worker');
const doctor = await world.professional('Liisa Lääkäri', psychiatry, 'psychiatrist');
const teacher = await world.professional('Tiina Toinen', school, 'special-teacher');
const officer = await world.professional('Outi Osaaja', home, 'data-protection-officer');
const admin = await world.professional('Arja Hallinto', home, 'administrator');
const elsewhere = await world.agency('child-protection', 'Toinen lastensuojelu');
const stranger = await world.professional('Veikko Vieras', elsewhere, 'social-worker');
const reason = 'Lapsi on päivystyksessä, työntekijää ei tavoiteta.';

let situation: string;
let nurses: string;
beforeAll(async () => {
  const { contribution, start, write, share } = await assessmentOfAino(aino);
  situation = await start(leena, 'situation');
  await write(leena, situation, { narrative: 'Tilanne kotona on kireä.' });
  await share(leena, situation);
  ({ entryId: nurses } = await contribution(aino.sari, 'mental-health', 'Uni on huonoa.'));
  await share(aino.sari, nurses);
});

const breakGlass = async (by: Person, minutes = 60) =>
  (
    await world.write(by.id, `select * from access.break_glass($1, $2, $3, $4)`, [
      caseId,
      by.affiliationId,
      reason,
      minutes,
    ])
  )[0];
const find = async (by: Person, number: string | null, name: string | null, born: string | null) =>
  (
    await world.write(by.id, `select * from access.find_for_break_glass($1, $2, $3)`, [number, name, born])
  )[0];
const refused = (work: Promise<unknown>) => expect(work).rejects.toMatchObject({ code: '42501' });
beforeEach(async () => {
  await world.superuser(
    `update memberships set starts_at = starts_at - interval '2 hours', ends_at = ends_at - interval '2 hours' where role = 'break-glass'`,
  );
  await world.superuser(`select access.derive_case($1)`, [caseId]);
  await world.superuser(`update streams set access_epoch = access_epoch + 1 where id = $1`, [caseId]);
  await world.superuser(`delete from break_glass_attempts`);
});
const opened = async (by: Person) => {
  const use = await breakGlass(by);
  await world.superuser(`update streams set access_epoch = access_epoch + 1 where id = $1`, [caseId]);
  return use;
};

test('a social worker of the own agency reads the own register for an hour, and writes nothing', async () => {
  expect(await statusFor(onCall, caseId)).toBe(404);
  const use = await opened(onCall);
  expect(Number(use?.['until']) - Number(use?.['at'])).toBe(3_600_000);
  const seen = await see(onCall, caseId);
  expect(seen.entries.map((e) => e.id)).toContain(situation);
  expect(seen.case.can).toEqual([]);
  expect(seen.entries.flatMap((e) => e.can)).toEqual([]);
  const comment = {
    kind: 'comment' as const,
    caseId,
    assessmentId: null,
    parentId: situation,
    about: null,
    pairId: null,
  };
  expect((await onCall.try(startEntry, { body: comment })).status).toBe(403);
  const body = { fromAgencyId: home, toAgencyId: school, ground: ground(['social']) };
  expect((await onCall.try(recordGround, { params: { caseId }, body })).status).toBe(403);
  await refused(
    world.write(
      onCall.id,
      `select access.record_ground($1, $2, 'statute', 'allow', false, '1 §', null, $3, $4, '{social}', 'x', null)`,
      [caseId, onCall.affiliationId, home, school],
    ),
  );
});

test('another agency’s entries stay closed, until a ground of vital interest covers them', async () => {
  await opened(onCall);
  const reads = async () => (await see(onCall, caseId)).entries.some((e) => e.id === nurses);
  expect(await reads()).toBe(false);
  await aino.allow(psychiatry, home, ['health']);
  expect(await reads()).toBe(false);
  const vital = ground(['health'], { kind: 'vital-interest' });
  await leena.do(recordGround, {
    params: { caseId },
    body: { fromAgencyId: psychiatry, toAgencyId: home, ground: vital },
  });
  expect(await reads()).toBe(true);
});

test('an hour is the most, whatever is asked for, and then it has ended', async () => {
  const use = await breakGlass(onCall, 600);
  expect(Number(use?.['until']) - Number(use?.['at'])).toBe(3_600_000);
  await world.superuser(`select access.derive_case($1)`, [caseId]);
  await expect(
    world.superuser(`update memberships set ends_at = ends_at + interval '1 minute' where id = $1`, [
      use?.['membership_id'],
    ]),
  ).rejects.toThrow();
});

test('neither school, nor administration, nor another agency of the same kind, nor a member breaks it', async () => {
  for (const nobody of [teacher, admin, officer, stranger, leena]) await refused(breakGlass(nobody));
  await refused(
    world.write(onCall.id, `select access.break_glass($1, $2, $3)`, [caseId, leena.affiliationId, reason]),
  );
});

test('an invited agency’s doctor reads what is the clinic’s, and not the home agency’s texts', async () => {
  await opened(doctor);
  const ids = (await see(doctor, caseId)).entries.map((e) => e.id);
  expect(ids).toContain(nurses);
  expect(ids).not.toContain(situation);
  expect((await doctor.do(listCases)).cases.map((c) => c.id)).toEqual([caseId]);
});

test('that somebody has broken the glass is known to their own agency and the home agency', async () => {
  await opened(doctor);
  const knows = async (who: Person) => (await see(who, caseId)).members.some((m) => m.personId === doctor.id);
  expect([await knows(leena), await knows(aino.sari), await knows(mikko)]).toEqual([true, true, false]);
});

test('the case is found by its exact number, or by exact name and day of birth, in the own register alone', async () => {
  const { number } = (await see(leena, caseId)).case;
  expect(await find(onCall, number, null, null)).toEqual({ outcome: 'found', case_id: caseId, number });
  expect(await find(onCall, null, 'aino virtanen', '2013-05-02')).toMatchObject({ outcome: 'found' });
  expect(await find(onCall, null, 'Aino', '2013-05-02')).toEqual({
    outcome: 'none',
    case_id: null,
    number: null,
  });
  expect(await find(stranger, number, null, null)).toEqual({ outcome: 'none', case_id: null, number: null });
  await refused(find(teacher, number, null, null));
});

test('after five looks that found nothing there is none for an hour, and every look is kept', async () => {
  const { number } = (await see(leena, caseId)).case;
  for (let n = 0; n < 5; n += 1) await find(onCall, `R-2026-00000${n}`, null, null);
  expect(await find(onCall, number, null, null)).toEqual({ outcome: 'limited', case_id: null, number: null });
  const kept = await world.write(officer.id, `select outcome from break_glass_attempts`);
  expect(kept.map((row) => row['outcome']).sort()).toEqual(['limited', ...Array(5).fill('none')]);
  expect(await world.write(mikko.id, `select outcome from break_glass_attempts`)).toEqual([]);
  await world.superuser(`update break_glass_attempts set at = at - interval '61 minutes'`);
  expect(await find(onCall, number, null, null)).toMatchObject({ outcome: 'found' });
});

test('it is seen by the user, the responsible worker and the agency’s reviewers, and reviewed once by another', async () => {
  const use = await opened(onCall);
  const seenBy = async (who: Person) =>
    (await world.write(who.id, `select id from break_glass_uses where id = $1`, [use?.['id']])).length;
  expect([await seenBy(onCall), await seenBy(leena), await seenBy(officer)]).toEqual([1, 1, 1]);
  expect([await seenBy(mikko), await seenBy(aino.minna), await seenBy(admin)]).toEqual([0, 0, 0]);
  const review = (who: Person) =>
    world.write(who.id, `select * from access.review_break_glass($1, 'justified', 'Kiire oli todellinen.')`, [
      use?.['id'],
    ]);
  await refused(review(onCall));
  await refused(review(leena));
  expect((await review(officer))[0]).toMatchObject({ finding: 'justified' });
  await refused(review(officer));
});

test('whoever stands in for an absent colleague does not break the glass by the colleague’s doing', async () => {
  await world.superuser(
    `insert into absences (person_id, affiliation_id, substitute_id, substitute_affiliation_id, starts_at, ends_at, recorded_by, recorded_at)
     values ($1, $2, $3, $4, now() - interval '1 hour', now() + interval '1 day', $2, now())`,
    [onCall.id, onCall.affiliationId, aino.petri.id, aino.petri.affiliationId],
  );
  await opened(onCall);
  const { rows } = await world.superuser(
    `select person_id from memberships where case_id = $1 and role = 'break-glass' and ends_at > now()`,
    [caseId],
  );
  expect(rows).toEqual([{ person_id: onCall.id }]);
});
