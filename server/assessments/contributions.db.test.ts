// Opening an assessment, and what is asked of whom in it.
import { expect, test } from 'vitest';
import {
  askContribution,
  openAssessment,
  openContribution,
  previewClocks,
  withdrawContribution,
} from '../../shared/assessments.ts';
import { saveField } from '../../shared/entries.ts';
import type { LifeArea } from '../../shared/vocabulary.ts';
import { caseOfAino } from '../testing/case-of-aino.ts';
import { invite } from '../testing/case-parts.ts';
import { type Person, testWorld } from '../testing/world.ts';

const world = await testWorld();
const aino = await caseOfAino(world);
const { caseId, leena, petri, mikko, sari, minna, seenBy } = aino;
const opening = { trigger: 'contact' as const, beganOn: '2026-11-03', decidedOn: null };
const open = (who: Person) => who.try(openAssessment, { params: { caseId }, body: opening });

test('only the responsible worker opens an assessment, and one at a time', async () => {
  expect((await open(petri)).status).toBe(403);
  expect((await open(mikko)).status).toBe(403);
  expect((await open(minna)).status).toBe(403);
  const key = crypto.randomUUID();
  const first = await leena.do(openAssessment, { params: { caseId }, body: opening, key });
  expect(await leena.do(openAssessment, { params: { caseId }, body: opening, key })).toEqual(first);
  expect((await open(leena)).error?.error).toBe('already-done');
});

test('everybody in the case sees that it is open, and both clocks with the reason for their dates', async () => {
  for (const who of [leena, petri, mikko, minna, aino.aino]) {
    const [assessment] = (await seenBy(who)).assessments;
    expect(assessment).toMatchObject({
      decision: { dueOn: '2026-11-12', from: '2026-11-03', amount: 7 },
      ready: { dueOn: '2027-02-03', amount: 3 },
    });
  }
  const clocks = await mikko.do(previewClocks, { query: { beganOn: '2026-11-03' } });
  expect(clocks.decision.dueOn).toBe('2026-11-12');
  expect((await leena.try(previewClocks, { query: { beganOn: '2026-02-30' } })).status).toBe(400);
});

const assessmentOf = async () => (await seenBy(leena)).assessments[0]?.id ?? '';
const ask = async (by: Person, of: Person, area: LifeArea, pairId: string | null = null) =>
  by.try(askContribution, {
    params: { caseId, assessmentId: await assessmentOf() },
    body: { area, contributorId: of.id, pairId, dueOn: '2026-12-01', question: 'Miten koulussa menee?' },
  });
const headersOf = async (who: Person) => (await seenBy(who)).contributions.map((c) => c.area);

test('a request is seen by the one asked and by those who may know that they take part', async () => {
  expect((await ask(leena, mikko, 'school-and-learning')).status).toBe(200);
  expect((await ask(petri, sari, 'mental-health')).status).toBe(200);
  expect(await headersOf(mikko)).toEqual(['school-and-learning']);
  expect((await headersOf(leena)).sort()).toEqual(['mental-health', 'school-and-learning']);
  expect(await headersOf(sari)).toContain('mental-health');
  const told = await world.superuser(`select 1 from events where stream_id = $1 and kind = 'today.changed'`, [
    sari.id,
  ]);
  expect(told.rows.length).toBeGreaterThan(0);
});

test('the same area is not asked of the same person twice, nor anything of somebody outside, nor by a visitor', async () => {
  expect((await ask(leena, mikko, 'school-and-learning')).error?.error).toBe('already-done');
  const stranger = await world.professional('Outi Salo', aino.school, 'special-teacher');
  expect((await ask(leena, stranger, 'friends')).status).toBe(404);
  expect((await ask(leena, minna, 'friends')).status).toBe(404);
  expect((await ask(mikko, sari, 'friends')).status).toBe(403);
});

test('who is signed in gets no mail, who is not gets one that names nobody', async () => {
  expect(
    (await world.superuser('select 1 from mails where person_id = $1 and stage = $2', [mikko.id, 'asked']))
      .rows,
  ).toEqual([]);
  const kaisa = await world.professional('Kaisa Wik', aino.school, 'school-psychologist');
  await invite(leena, caseId, kaisa);
  await world.superuser('update sessions set ended_at = now() where person_id = $1', [kaisa.id]);
  await ask(leena, kaisa, 'growth-and-development');
  const { rows } = await world.superuser(
    `select case_number, due_on::text, path from mails where person_id = $1 and stage = 'asked'`,
    [kaisa.id],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ due_on: '2026-12-01', case_number: expect.stringMatching(/^R-/) });
  expect(JSON.stringify(rows)).not.toMatch(/Aino|Kaisa/);
});

const contributionOf = async (who: Person, area: LifeArea) => {
  const found = (await seenBy(who)).contributions.find((c) => c.area === area && c.status !== 'withdrawn');
  if (!found) throw new Error('nothing asked');
  return found;
};
const openAs = async (who: Person, area: LifeArea) =>
  who.try(openContribution, {
    params: { caseId, contributionId: (await contributionOf(leena, area)).id },
    body: {},
  });

test('the contributor opens it with one press: the same draft each time, private, of the own register', async () => {
  const first = await openAs(sari, 'mental-health');
  expect((await openAs(sari, 'mental-health')).body).toEqual(first.body);
  const entry = (await seenBy(sari)).entries.find((e) => e.id === first.body.entryId);
  expect(entry).toMatchObject({ state: 'draft', about: 'mental-health', ownerAgencyId: aino.psychiatry });
  expect(entry?.audience).toMatchObject({ dataClass: 'health', scope: 'private' });
  expect((await contributionOf(leena, 'mental-health')).openedAt).not.toBeNull();
  expect((await seenBy(leena)).entries.some((e) => e.id === first.body.entryId)).toBe(false);
  expect((await openAs(leena, 'mental-health')).error?.error).toBe('not-an-author');
  expect((await openAs(mikko, 'mental-health')).status).toBe(404);
});

test('two tabs open it at once: one draft', async () => {
  const tabs = await Promise.all([
    openAs(mikko, 'school-and-learning'),
    openAs(mikko, 'school-and-learning'),
  ]);
  expect(tabs[0]?.body.entryId).toBe(tabs[1]?.body.entryId);
});

test('a request taken back leaves its draft with the author, and can be made anew', async () => {
  const { id, version } = await contributionOf(leena, 'mental-health');
  const { entryId } = (await openAs(sari, 'mental-health')).body;
  const withdraw = (who: Person, at: number) =>
    who.try(withdrawContribution, { params: { caseId, contributionId: id }, body: { version: at } });
  expect((await withdraw(mikko, version)).status).toBe(403);
  expect((await withdraw(leena, version + 1)).error?.error).toBe('version-conflict');
  expect((await withdraw(leena, version)).status).toBe(200);
  expect((await withdraw(leena, version + 1)).error?.error).toBe('already-done');
  const save = await sari.do(saveField, {
    params: { entryId, field: 'narrative' },
    body: { base: 0, text: 'Jää minulle', device: 'laptop0001' },
  });
  expect(save.kept).toBe('here');
  expect((await ask(leena, sari, 'mental-health')).status).toBe(200);
});

test('wrong input is refused and named', async () => {
  const params = { caseId, assessmentId: await assessmentOf() };
  const body = {
    area: 'friends' as const,
    contributorId: mikko.id,
    pairId: null,
    dueOn: '2026-12-01',
    question: null,
  };
  expect((await leena.try(askContribution, { params, body: { ...body, dueOn: '1.12.2026' } })).status).toBe(
    400,
  );
  expect((await leena.try(askContribution, { params, body: { ...body, pairId: mikko.id } })).status).toBe(
    400,
  );
  expect((await leena.try(askContribution, { params, body: { ...body, pairId: sari.id } })).status).toBe(404);
  expect(
    (await leena.try(askContribution, { params: { ...params, assessmentId: crypto.randomUUID() }, body }))
      .status,
  ).toBe(404);
  expect(
    (await leena.try(openContribution, { params: { caseId, contributionId: crypto.randomUUID() }, body: {} }))
      .status,
  ).toBe(404);
  const backwards = { ...opening, decidedOn: '2026-11-02' };
  expect((await leena.try(openAssessment, { params: { caseId }, body: backwards })).status).toBe(400);
});
