// A text that goes to somebody else as well, or to them no more, looks the same to whoever reads it before and after and may
// not know of them: no frame, no hint, no number, no line. Real: app, database, sockets, polling.
import { expect, test } from 'vitest';
import { getWorkspace } from '../../shared/cases.ts';
import { takeBackEntry } from '../../shared/entries.ts';
import { pollLive } from '../../shared/live-routes.ts';
import { listLog } from '../../shared/sharing.ts';
import { getToday } from '../../shared/today.ts';
import { assessmentOfAino } from '../testing/assessment-of-aino.ts';
import { caseOfAino } from '../testing/case-of-aino.ts';
import { see } from '../testing/case-parts.ts';
import { connectLive } from '../testing/live-client.ts';
import { expectSameAsFresh } from '../testing/same-as-fresh.ts';
import { type Person, testWorld } from '../testing/world.ts';

const world = await testWorld();
const address = await world.listen();
const aino = await caseOfAino(world);
const { caseId, leena, petri, mikko, sari, school, psychiatry } = aino;
const room = await assessmentOfAino(aino);

const situation = async (narrative: string) => {
  const entryId = await room.start(leena, 'situation');
  await room.write(leena, entryId, { narrative });
  return entryId;
};
const to = (...agencyIds: string[]) => ({
  scope: 'agencies' as const,
  agencyIds,
  familyScope: 'none' as const,
});

/** Everything that somebody reads of the case over HTTP, but for their own readings. */
const picture = async (who: Person): Promise<string> => {
  const {
    live: _live,
    lastVisitAt: _visit,
    ...workspace
  } = await who.do(getWorkspace, { params: { caseId } });
  const { rows } = await who.do(listLog, { params: { caseId }, query: { before: '' } });
  const today = await who.do(getToday);
  return JSON.stringify([workspace, today, rows.filter((row) => row.what === 'disclosure')]);
};
const told = (frames: readonly { t: string }[]) =>
  frames.filter(({ t }) => !['token', 'beat', 'presence'].includes(t));
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 1_500));

test('who reads a text learns nothing when psychiatry gains it, and nothing when psychiatry loses it', async () => {
  const entryId = await situation('Koulu sujuu.');
  await room.share(leena, entryId, to(school));
  const [teacher, nurse, pair] = [
    await connectLive(address, mikko),
    await connectLive(address, sari),
    await connectLive(address, petri),
  ];
  for (const page of [teacher, nurse, pair]) await page.follow(caseId);
  await teacher.watchToday();
  await aMoment();
  const before = await picture(mikko);
  await aMoment();
  const from = teacher.frames.length;
  await room.share(leena, entryId, to(school, psychiatry));
  await nurse.next('event', ({ event }) => event.kind === 'entry.shared' && event.entry.id === entryId);
  expect((await see(sari, caseId)).activities.some((one) => one.objectId === entryId)).toBe(true);
  await pair.next('event', ({ event }) => event.kind === 'entry.changed' && event.entry.id === entryId);
  for (const page of [teacher, nurse, pair]) await expectSameAsFresh(page, caseId);
  expect(await picture(mikko)).toBe(before);
  await room.share(leena, entryId, to(school));
  await nurse.next('event', ({ event }) => event.kind === 'entry.removed');
  for (const page of [teacher, nurse, pair]) await expectSameAsFresh(page, caseId);
  expect(await picture(mikko)).toBe(before);
  await aMoment();
  expect(told(teacher.frames.slice(from))).toEqual([]);
  expect((await room.entryOf(mikko, entryId)).version).toBe(0);
  // What does look different is told: the family was not among the readers, now the text is released to it.
  await room.share(leena, entryId, { ...to(school), familyScope: 'all' });
  await teacher.next(
    'event',
    ({ event }) => event.kind === 'entry.changed' && event.entry.id === entryId,
    from,
  );
  for (const page of [teacher, nurse, pair]) await page.close();
});

test('who comes back gets what was typed meanwhile and is not sent to read anew; who has lost the text gets nothing of it', async () => {
  const entryId = await situation('Ensimmäinen.');
  await room.share(leena, entryId, to(school, psychiatry));
  const [{ live: ofTeacher }, { live: ofNurse }] = [await see(mikko, caseId), await see(sari, caseId)];
  await room.write(leena, entryId, { narrative: 'Ensimmäinen ja toinen.' });
  await room.share(leena, entryId, to(school));
  await room.write(leena, entryId, { narrative: 'Ensimmäinen, toinen ja kolmas.' });
  const poll = async (who: Person, token: string) => {
    const cases = [{ caseId, token, place: null }];
    const body = { cases, today: false, connection: crypto.randomUUID() };
    return (await who.do(pollLive, { body })).frames;
  };
  const kinds = (frames: Awaited<ReturnType<typeof poll>>) =>
    told(frames).map((frame) => ('event' in frame ? (frame.event as { kind: string }).kind : frame.t));
  expect(kinds(await poll(mikko, ofTeacher))).toEqual([
    'watching',
    'entry.text-changed',
    'entry.text-changed',
  ]);
  const nurse = await poll(sari, ofNurse);
  expect(kinds(nurse)).toContain('entry.removed');
  expect(JSON.stringify(nurse)).not.toMatch(/toinen|kolmas/);
});

test('a text that is taken back leaves everybody but its author, whose own picture stays whole', async () => {
  const entryId = await situation('Palautetaan.');
  await room.share(leena, entryId, to(school));
  const [author, teacher] = [await connectLive(address, leena), await connectLive(address, mikko)];
  for (const page of [author, teacher]) await page.follow(caseId);
  const { version } = await room.entryOf(leena, entryId);
  await leena.do(takeBackEntry, { params: { entryId }, body: { version } });
  await teacher.next('event', ({ event }) => event.kind === 'entry.removed' && event.entryId === entryId);
  for (const page of [author, teacher]) await expectSameAsFresh(page, caseId);
  expect(await room.entryOf(leena, entryId)).toMatchObject({ state: 'draft', version: version + 1 });
  for (const page of [author, teacher]) await page.close();
});
