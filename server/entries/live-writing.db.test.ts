// Every command of writing, watched over real sockets by people who may see different parts of it: what their pages hold
// after the events is what a reload would show, and what they may not see never travels to them.
import { expect, test } from 'vitest';
import {
  correctAssessment,
  countersignAssessment,
  openContribution,
  signAssessment,
  withdrawContribution,
} from '../../shared/assessments.ts';
import { resolveAlternative, saveField, takeBackEntry } from '../../shared/entries.ts';
import { assessmentOfAino } from '../testing/assessment-of-aino.ts';
import { caseOfAino } from '../testing/case-of-aino.ts';
import { connectLive, type LiveClient } from '../testing/live-client.ts';
import { expectSameAsFresh } from '../testing/same-as-fresh.ts';
import { testWorld } from '../testing/world.ts';

const world = await testWorld();
const address = await world.listen();
const aino = await caseOfAino(world);
const { caseId, leena, petri, mikko, sari, minna, seenBy } = aino;

const pagesOf = async () => {
  const people = { leena, petri, mikko, sari, minna };
  const pages = {} as Record<keyof typeof people, LiveClient>;
  for (const [name, person] of Object.entries(people) as [keyof typeof people, typeof leena][]) {
    pages[name] = await connectLive(address, person);
    await pages[name].follow(caseId);
  }
  return pages;
};
const pages = await pagesOf();
const allAsFresh = async () => {
  for (const page of Object.values(pages)) await expectSameAsFresh(page, caseId);
};
const travelledTo = (page: LiveClient) => JSON.stringify(page.frames);

const room = await assessmentOfAino(aino);

test('a request that is made, opened and withdrawn is news to those who may know of it, and to nobody else', async () => {
  const contributionId = await room.ask(mikko, 'school-and-learning');
  await mikko.do(openContribution, { params: { caseId, contributionId }, body: {} });
  await allAsFresh();
  const header = (await seenBy(leena)).contributions.find((c) => c.id === contributionId);
  const withdrawal = { params: { caseId, contributionId }, body: { version: header?.version ?? 0 } };
  await leena.do(withdrawContribution, withdrawal);
  await allAsFresh();
  // A request to the nurse is nothing that the teacher's page hears of.
  const before = pages.mikko.frames.length;
  await room.ask(sari, 'mental-health');
  await allAsFresh();
  expect(pages.mikko.kinds(before)).toEqual([]);
});

test('a draft travels to nobody; shared, it grows at its readers; two devices, another audience, taken back', async () => {
  const { entryId } = await room.contribution(mikko, 'friends', 'Luonnos, joka ei lähde.');
  await allAsFresh();
  for (const page of [pages.leena, pages.petri, pages.sari, pages.minna]) {
    expect(travelledTo(page)).not.toContain('joka ei lähde');
  }
  await room.share(mikko, entryId);
  const save = (base: number, text: string, device: string) =>
    mikko.do(saveField, { params: { entryId, field: 'narrative' }, body: { base, text, device } });
  await save(1, 'Jaettu 😀 teksti', 'laptop0001');
  const beside = await save(1, 'Jaettu toisaalla', 'phone00001');
  await allAsFresh();
  expect(travelledTo(pages.leena)).toContain('Jaettu');
  expect(travelledTo(pages.leena)).not.toContain('toisaalla');
  await room.share(mikko, entryId, { familyScope: 'chosen', familyIds: [minna.id] });
  await allAsFresh();
  expect(pages.mikko.workspace(caseId)?.alternatives).toHaveLength(1);
  const alternativeId = beside.alternativeId ?? '';
  await mikko.do(resolveAlternative, {
    params: { entryId, alternativeId },
    body: { base: 2, text: 'Molemmat' },
  });
  await allAsFresh();
  const { version } = await room.entryOf(mikko, entryId);
  await mikko.do(takeBackEntry, { params: { entryId }, body: { version } });
  await allAsFresh();
  await room.share(mikko, entryId);
});

test('of the child’s view, what the team checked is the team’s, also in the entry’s time', async () => {
  const view = await room.start(petri, 'child-view');
  await room.write(petri, view, {
    verbatim: 'Haluan nukkua.',
    mayRead: 'both',
    safetyCheck: 'Tarkistettu kerran.',
  });
  await room.share(petri, view, { familyScope: 'chosen', familyIds: [minna.id] });
  await allAsFresh();
  const before = pages.minna.frames.length;
  await room.write(petri, view, { safetyCheck: 'Tarkistettu kahdesti.' });
  await allAsFresh();
  expect(pages.minna.kinds(before)).toEqual([]);
  expect(travelledTo(pages.minna)).not.toContain('Tarkistettu');
  await room.write(petri, view, { mayRead: 'professionals' });
  await allAsFresh();
  expect(pages.minna.workspace(caseId)?.entries.some((e) => e.id === view)).toBe(false);
});

test('a comment, the synthesis, the signatures and the correction reach every open page', async () => {
  const parentId =
    (await seenBy(mikko)).entries.find((e) => e.kind === 'contribution' && e.state === 'shared')?.id ?? '';
  const comment = await room.start(leena, 'comment', { parentId });
  await room.write(leena, comment, { narrative: 'Kiitos.' });
  await room.share(leena, comment);
  const synthesis = await room.start(leena, 'synthesis');
  await room.write(leena, synthesis, { synthesis: 'Uni ensin.' });
  await room.share(leena, synthesis);
  const where = { caseId, assessmentId: room.assessmentId };
  const { id: versionId } = await leena.do(signAssessment, { params: where, body: { version: 1 } });
  await allAsFresh();
  const hash = (await seenBy(mikko)).versions[0]?.hash ?? '';
  await mikko.do(countersignAssessment, { params: { caseId, versionId }, body: { hash } });
  await leena.do(correctAssessment, { params: where, body: { reason: 'Puuttui tieto.' } });
  await allAsFresh();
  for (const page of Object.values(pages)) await page.close();
});
