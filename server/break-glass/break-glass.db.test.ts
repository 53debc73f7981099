// Break-glass over the real interface: found, opened, told at once to those who review it, closed again, reviewed. The
// doors themselves are tested in access. Real: app, database, sockets.
import { beforeAll, expect, test, vi } from 'vitest';
import { endAffiliation } from '../../shared/agencies.ts';
import {
  breakGlass,
  endBreakGlass,
  findForBreakGlass,
  listBreakGlass,
  recordVitalInterest,
  reviewBreakGlass,
} from '../../shared/break-glass.ts';
import { endMembership, recordGround, withdrawGround } from '../../shared/cases.ts';
import { getToday } from '../../shared/today.ts';
import { assessmentOfAino } from '../testing/assessment-of-aino.ts';
import { casesOfAino } from '../testing/case-of-aino.ts';
import { ground, see, statusFor } from '../testing/case-parts.ts';
import { connectLive, eventually } from '../testing/live-client.ts';
import { expectSameAsFresh } from '../testing/same-as-fresh.ts';
import { type Person, testWorld } from '../testing/world.ts';

vi.setConfig({ testTimeout: 60_000 });

const world = await testWorld();
const address = await world.listen();
const openCase = await casesOfAino(world);
const first = await openCase();
const { home, school, psychiatry, leena, mikko, sari, minna } = first;
const officer = await world.professional('Outi Osaaja', home, 'data-protection-officer');
const clinicOfficer = await world.professional('Kirsi Klinikka', psychiatry, 'data-protection-officer');
const consultant = await world.professional('Kaisa Saarinen', home, 'consultant-social-worker');
const admin = await world.professional('Arja Hallinto', home, 'administrator');
const elsewhere = await world.agency('child-protection', 'Toinen lastensuojelu');
const stranger = await world.professional('Veikko Vieras', elsewhere, 'social-worker');
const strangeOfficer = await world.professional('Vieno Vieras', elsewhere, 'data-protection-officer');
const reason = 'Lapsi on päivystyksessä, vastuutyöntekijää ei tavoiteta.';
let count = 0;
const onCallWorker = (): Promise<Person> => {
  count += 1;
  return world.professional(`Olli Päivystäjä ${count}`, home, 'social-worker');
};

const open = (by: Person, caseId: string, minutes = 60) =>
  by.try(breakGlass, { params: { caseId }, body: { reason, minutes } });
const close = (by: Person, caseId: string) => by.try(endBreakGlass, { params: { caseId }, body: {} });
const vital = (by: Person, caseId: string, fromAgencyId: string) =>
  by.try(recordVitalInterest, {
    params: { caseId },
    body: { fromAgencyId, dataClasses: ['health'], evidence: 'Lääkitys on tiedettävä heti.' },
  });
const uses = async (who: Person) => (await who.do(listBreakGlass)).uses;
const review = (who: Person, useId: string, finding: 'justified' | 'not-justified', note = '') =>
  who.try(reviewBreakGlass, { params: { useId }, body: { finding, note } });

/** A case with a shared text of psychiatry in it, opened by somebody on call. */
const broken = async () => {
  const aino = await openCase();
  const { contribution, share } = await assessmentOfAino(aino);
  const { entryId } = await contribution(aino.sari, 'mental-health', 'Uni on huonoa.');
  await share(aino.sari, entryId);
  const onCall = await onCallWorker();
  const { body } = await open(onCall, aino.caseId);
  return { ...aino, onCall, useId: body.id, nurses: entryId };
};
const readsOf = async (who: Person, caseId: string, entryId: string) =>
  (await see(who, caseId)).entries.some((entry) => entry.id === entryId);

let number: string;
beforeAll(async () => {
  number = (await see(leena, first.caseId)).case.number;
});

test('the case is found by its number however it is typed, in the own register alone', async () => {
  const onCall = await onCallWorker();
  const find = (who: Person, body: { number: string }) => who.do(findForBreakGlass, { body });
  const found = { id: first.caseId, number, member: false };
  expect(await find(onCall, { number: ` ${number.toLowerCase()} ` })).toEqual({ outcome: 'found', found });
  expect(await find(leena, { number })).toMatchObject({ found: { member: true } });
  expect(await find(stranger, { number })).toEqual({ outcome: 'none', found: null });
  const [by, body] = [stranger, { childName: 'Aino Virtanen', birthDate: '2013-05-02' }];
  expect((await by.do(findForBreakGlass, { body })).outcome).toBe('none');
  for (const nobody of [mikko, admin, officer, minna])
    expect((await nobody.try(findForBreakGlass, { body: { number } })).status).toBe(403);
});

test('looks in vain are counted before those who review, by person and without what was typed', async () => {
  const curious = await onCallWorker();
  const outcomes: string[] = [];
  for (let n = 0; n < 6; n += 1)
    outcomes.push((await curious.do(findForBreakGlass, { body: { number: `R-1999-00000${n}` } })).outcome);
  expect(outcomes).toEqual([...Array(5).fill('none'), 'limited']);
  const { vain } = await officer.do(listBreakGlass);
  expect(vain.find((one) => one.personId === curious.id)).toMatchObject({ looks: 6 });
  expect(JSON.stringify(vain)).not.toContain('R-1999');
  for (const nobody of [curious, leena, strangeOfficer])
    expect((await nobody.do(listBreakGlass)).vain.some((one) => one.personId === curious.id)).toBe(false);
});

test('whoever may not, or takes part already, or is of another register, gets the same as for no case', async () => {
  const { caseId } = first;
  for (const nobody of [stranger, leena, sari]) {
    const [there, nowhere] = [await open(nobody, caseId), await open(nobody, crypto.randomUUID())];
    expect([there.status, there.error?.error]).toEqual([404, 'not-found']);
    expect([nowhere.status, nowhere.error?.error]).toEqual([404, 'not-found']);
  }
  for (const nobody of [mikko, admin, officer]) expect((await open(nobody, caseId)).status).toBe(403);
  const short = await (await onCallWorker()).try(breakGlass, {
    params: { caseId },
    body: { reason: 'Kiire', minutes: 60 },
  });
  expect(short.status).toBe(400);
});

test('those who review it, and the responsible worker, see it at once on pages they have open', async () => {
  const { caseId } = await openCase();
  const onCall = await onCallWorker();
  const pages = await Promise.all([officer, consultant, leena].map((who) => connectLive(address, who)));
  const [atOfficer, , atLeena] = pages;
  await Promise.all(pages.map((page) => page.watchToday()));
  await atLeena?.follow(caseId);
  const from = pages.map((page) => page.frames.length);
  const { body } = await open(onCall, caseId, 20);
  for (const [n, page] of pages.entries()) await page.next('today', () => true, from[n]);
  const mine = (await officer.do(getToday)).glassToReview.find((one) => one.useId === body.id);
  expect(mine).toMatchObject({ name: onCall.session.name });
  expect((await leena.do(getToday)).notices).toContainEqual(
    expect.objectContaining({ kind: 'glass-broken', words: reason, fromName: onCall.session.name, caseId }),
  );
  expect((await onCall.do(getToday)).openGlass).toMatchObject([{ caseId, until: body.until }]);
  for (const nobody of [mikko, strangeOfficer, stranger])
    expect(JSON.stringify(await nobody.do(getToday))).not.toContain('Olli');
  if (atLeena) await expectSameAsFresh(atLeena, caseId);
  expect(atOfficer?.frames.some((frame) => frame.t === 'event')).toBe(false);
  for (const page of pages) await page.close();
});

test('who is not signed in gets one neutral mail: the officer to the review, the worker to their Today', async () => {
  const away = await world.professional('Poissa Oleva', home, 'data-protection-officer');
  await world.superuser(`update sessions set ended_at = now() where person_id = $1`, [away.id]);
  await world.superuser(`delete from mails`);
  await broken();
  const { rows } = await world.superuser(
    `select stage, path from mails where person_id = $1 and stage = 'break-glass'`,
    [away.id],
  );
  expect(rows).toEqual([{ stage: 'break-glass', path: '/break-glass/uses' }]);
});

test('two presses at once open it once', async () => {
  const { caseId } = await openCase();
  const onCall = await onCallWorker();
  const answers = await Promise.all([1, 2, 3].map(() => open(onCall, caseId)));
  expect(answers.map((one) => one.status).sort()).toEqual([200, 404, 404]);
  expect(await uses(onCall)).toHaveLength(1);
});

test('a press that began first and comes second does not open it again', async () => {
  const { caseId } = await openCase();
  const onCall = await onCallWorker();
  await world.superuser(`select pg_advisory_lock(1)`);
  const early = world.write(
    onCall.id,
    `select access.break_glass($1, app.affiliation(), $2, 60) from pg_advisory_xact_lock(1)`,
    [caseId, reason],
  );
  const refused = expect(early).rejects.toMatchObject({ code: '42501' });
  await eventually(async () => {
    const { rows } = await world.superuser(
      `select from pg_locks where locktype = 'advisory' and not granted`,
    );
    return rows.length > 0;
  }, 'the early press to wait');
  expect((await open(onCall, caseId)).status).toBe(200);
  await world.superuser(`select pg_advisory_unlock(1)`);
  await refused;
  expect(await uses(onCall)).toHaveLength(1);
});

test('it is closed by whoever opened it: the page closes, the home team’s page shows it, and once is enough', async () => {
  const { caseId, onCall } = await broken();
  const [theirs, atLeena] = [await connectLive(address, onCall), await connectLive(address, leena)];
  await theirs.follow(caseId);
  await atLeena.follow(caseId);
  expect((await close(onCall, caseId)).status).toBe(200);
  await theirs.next('gone');
  expect(await statusFor(onCall, caseId)).toBe(404);
  await expectSameAsFresh(atLeena, caseId);
  expect((await close(onCall, caseId)).status).toBe(404);
  const [use] = await uses(onCall);
  expect(use?.endedAt).not.toBeNull();
  for (const page of [theirs, atLeena]) await page.close();
});

test('another agency’s texts open on a vital interest while the glass is broken, live, and close with it', async () => {
  const { caseId, onCall, nurses, useId } = await broken();
  const [theirs, atSari] = [await connectLive(address, onCall), await connectLive(address, sari)];
  await theirs.follow(caseId);
  await atSari.follow(caseId);
  // The team's own ground is no vital interest; and without it the disclosure is a new one.
  expect(await readsOf(leena, caseId, nurses)).toBe(true);
  expect(await readsOf(onCall, caseId, nurses)).toBe(false);
  const before = (await see(leena, caseId)).grounds.filter((one) => one.fromAgencyId === psychiatry);
  for (const { id: groundId } of before)
    await leena.do(withdrawGround, { params: { caseId, groundId }, body: {} });
  const { status, body } = await vital(onCall, caseId, psychiatry);
  expect(status).toBe(200);
  await eventually(
    () => theirs.workspace(caseId)?.entries.some((entry) => entry.id === nurses),
    'the text of psychiatry',
  );
  const { rows } = await world.superuser(
    `select object_kind from disclosure_log where object_id = $1 and to_agency_id = $2 and $3 = any (ground_ids)`,
    [nurses, home, body.id],
  );
  expect(rows).toEqual([{ object_kind: 'entry' }]);
  expect((await see(sari, caseId)).grounds.find((one) => one.id === body.id)).toMatchObject({
    kind: 'vital-interest',
    evidence: 'Lääkitys on tiedettävä heti.',
  });
  // Whose register was opened reviews it too.
  expect((await uses(clinicOfficer)).map((use) => use.id)).toContain(useId);
  expect((await uses(clinicOfficer))[0]?.opened).toMatchObject([{ dataClasses: ['health'] }]);
  await close(onCall, caseId);
  const closed = (await see(leena, caseId)).grounds.find((one) => one.id === body.id);
  expect(closed?.withdrawnAt).not.toBeNull();
  await expectSameAsFresh(atSari, caseId);
  for (const page of [theirs, atSari]) await page.close();
});

test.each([
  [
    'the home team ends it',
    async (caseId: string, onCall: Person) => {
      const memberId = (await see(leena, caseId)).members.find((m) => m.personId === onCall.id)?.id ?? '';
      await leena.do(endMembership, { params: { caseId, memberId }, body: { reason: 'Olen paikalla' } });
    },
  ],
  [
    'the affiliation ends',
    async (_: string, onCall: Person) => {
      await admin.do(endAffiliation, { params: { affiliationId: onCall.affiliationId ?? '' }, body: {} });
    },
  ],
])('what it opened closes with it when %s, on open pages too', async (_, end) => {
  const { caseId, onCall } = await broken();
  const { body } = await vital(onCall, caseId, psychiatry);
  const pages = await Promise.all([leena, sari].map((who) => connectLive(address, who)));
  for (const page of pages) await page.follow(caseId);
  await end(caseId, onCall);
  expect(await statusFor(onCall, caseId)).toBe(404);
  for (const page of pages) {
    await expectSameAsFresh(page, caseId);
    const held = page.workspace(caseId)?.grounds.find((one) => one.id === body.id);
    expect(held?.withdrawnAt).not.toBeNull();
    await page.close();
  }
});

test('a vital interest stops at a prohibition, opens no hypotheses, and no agency that is not known', async () => {
  const { caseId, onCall, nurses } = await broken();
  const prohibition = ground(['health'], { effect: 'prohibit' });
  await leena.do(recordGround, {
    params: { caseId },
    body: { fromAgencyId: psychiatry, toAgencyId: home, ground: prohibition },
  });
  expect((await vital(onCall, caseId, psychiatry)).status).toBe(200);
  expect(await readsOf(onCall, caseId, nurses)).toBe(false);
  expect((await vital(onCall, caseId, elsewhere)).status).toBe(404);
  expect((await vital(onCall, caseId, home)).status).toBe(404);
  const hypotheses = await onCall.try(recordVitalInterest, {
    params: { caseId },
    body: { fromAgencyId: psychiatry, dataClasses: ['hypothesis' as never], evidence: reason },
  });
  expect(hypotheses.status).toBe(400);
  // Those who take part record grounds in their own way.
  expect((await vital(leena, caseId, psychiatry)).error?.error).toBe('not-allowed');
});

test('a doctor of an invited agency is seen by the home agency’s reviewers, and opens nothing of the school unknown to them', async () => {
  const { caseId } = await openCase();
  count += 1;
  const doctor = await world.professional(`Liisa Lääkäri ${count}`, psychiatry, 'psychiatrist');
  const { body } = await open(doctor, caseId);
  for (const who of [officer, clinicOfficer, leena, doctor])
    expect((await uses(who)).map((use) => use.id)).toContain(body.id);
  for (const who of [mikko, sari, stranger, strangeOfficer])
    expect((await uses(who)).map((use) => use.id)).not.toContain(body.id);
  expect((await vital(doctor, caseId, school)).status).toBe(404);
});

test('the review says what was looked at, in numbers, and is made once, by somebody else, with a reason where it is needed', async () => {
  const { caseId, onCall, useId } = await broken();
  await see(onCall, caseId);
  const use = (await uses(officer)).find((one) => one.id === useId);
  expect(use).toMatchObject({ reason, can: ['review'], review: null, number: expect.stringMatching(/^R-/) });
  expect(use?.looked).toMatchObject([{ kind: 'case', objects: 1 }]);
  expect(JSON.stringify(use)).not.toContain('Uni on huonoa');
  for (const who of [onCall, leena]) {
    expect((await uses(who)).find((one) => one.id === useId)?.can).toEqual([]);
    expect((await review(who, useId, 'justified')).status).toBe(403);
  }
  for (const who of [mikko, strangeOfficer])
    expect((await review(who, useId, 'justified')).error?.error).toBe('not-found');
  expect((await review(officer, useId, 'not-justified')).status).toBe(400);
  const answers = await Promise.all([
    review(officer, useId, 'justified', 'Kiire oli todellinen.'),
    review(consultant, useId, 'not-justified', 'Olisi voinut soittaa.'),
  ]);
  expect(answers.map((one) => one.status).sort()).toEqual([200, 409]);
  expect((await uses(onCall))[0]?.review?.finding).toMatch(/justified/);
  expect((await officer.do(getToday)).glassToReview.map((one) => one.useId)).not.toContain(useId);
});

test('who breaks the glass and reviews by profession does not review their own', async () => {
  const { caseId } = await openCase();
  const { body } = await open(consultant, caseId);
  expect((await review(consultant, body.id, 'justified')).status).toBe(403);
  expect((await review(officer, body.id, 'justified')).status).toBe(200);
});

test('what nobody has reviewed yet stays on Today, in the list and to be reviewed, however much has happened since', async () => {
  const { onCall, useId } = await broken();
  // Opened two days ago; since then two hundred others for a minute each, all of them reviewed.
  await world.superuser(
    `with old as (update break_glass_uses set at = at - interval '2 days', until = until - interval '2 days' where id = $1 returning *),
       places as (insert into memberships (case_id, acl_key, person_id, affiliation_id, role, starts_at, ends_at)
         select m.case_id, m.acl_key, m.person_id, m.affiliation_id, m.role,
           m.starts_at - interval '1 day' + n * interval '1 minute', m.starts_at - interval '1 day' + (n + 1) * interval '1 minute'
         from old join memberships m on m.id = old.membership_id, generate_series(1, 200) n returning *)
     insert into break_glass_uses (case_id, membership_id, person_id, affiliation_id, agency_id, reason, at, until, reviewed_by, reviewed_at, finding)
     select p.case_id, p.id, p.person_id, p.affiliation_id, old.agency_id, old.reason, p.starts_at, p.ends_at, $2, now(), 'justified' from places p, old`,
    [useId, officer.affiliationId],
  );
  expect((await uses(officer)).filter((one) => one.name === onCall.session.name).length).toBeGreaterThan(150);
  expect((await officer.do(getToday)).glassToReview).toContainEqual(
    expect.objectContaining({ useId, name: onCall.session.name }),
  );
  expect((await consultant.do(getToday)).glassToReview.map((one) => one.useId)).toContain(useId);
  for (const nobody of [onCall, leena, clinicOfficer, strangeOfficer])
    expect((await nobody.do(getToday)).glassToReview.map((one) => one.useId)).not.toContain(useId);
  expect((await uses(officer)).find((one) => one.id === useId)?.can).toEqual(['review']);
  expect((await review(officer, useId, 'justified')).status).toBe(200);
  expect((await officer.do(getToday)).glassToReview.map((one) => one.useId)).not.toContain(useId);
});
