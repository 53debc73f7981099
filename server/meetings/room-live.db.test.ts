// What an open page hears of a meeting, and what is written there while rights come and go. Real: app, sockets, PostgreSQL with both rings.
import { expect, test, vi } from 'vitest';
import { endMembership } from '../../shared/cases.ts';
import { beginSection, changeVisit } from '../../shared/meetings.ts';
import { inviteColleague, see } from '../testing/case-parts.ts';
import { connectLive, eventually } from '../testing/live-client.ts';
import { cameIn, invitedTo, itemsOf, moved, roomStatus } from '../testing/meeting-parts.ts';
import { openTwoCaseMeeting } from '../testing/two-case-meeting.ts';
import { testWorld } from '../testing/world.ts';
import { openWriter } from '../testing/writer.ts';

vi.setConfig({ testTimeout: 60_000 });

const world = await testWorld();
const address = await world.listen();
const { kaisa, leena, oskar, maria, withTwoCases, teacherComes, childSays } = await openTwoCaseMeeting(world);

const hintsIn = (frames: readonly { t: string }[]) => frames.filter(({ t }) => t === 'meetings');
/** A frame that comes after everything before it, so that silence can be seen. */
const afterAll = async (live: Awaited<ReturnType<typeof connectLive>>): Promise<void> => {
  const from = live.frames.length;
  live.send({ t: 'beat' });
  await live.next('beat', () => true, from);
};
const notes = (itemId: string, phase: string | null) => ({ params: { itemId }, body: { phase } });

test('everybody in the team hears that the meeting moved; a visitor hears of nothing before their item and after it', async () => {
  const both = await withTwoCases();
  const { meeting, first, second } = both;
  await teacherComes(both);
  const team = await connectLive(address, leena);
  const visitor = await connectLive(address, maria);
  await moved(kaisa, meeting, 'open');
  await team.next('meetings', (f) => f.ids?.includes(meeting) ?? false, 0);
  await cameIn(kaisa, meeting);
  await moved(kaisa, meeting, 'begin-item', { itemId: first });
  await childSays(oskar, first, 'En halua puhua.');
  const from = team.frames.length;
  await moved(kaisa, meeting, 'set-phase', { itemId: first, phase: 2 });
  await team.next('meetings', (f) => f.ids?.includes(meeting) ?? false, from);
  await moved(kaisa, meeting, 'close-item', { itemId: first });
  await eventually(() => hintsIn(team.frames).length > 1, 'hints to the team');
  await afterAll(visitor);
  expect(visitor.frames.map(({ t }) => t)).toEqual(['hello', 'beat']);
  await moved(kaisa, meeting, 'begin-item', { itemId: second });
  await visitor.next('meetings', (f) => f.ids?.includes(meeting) ?? false, 0);
  await childSays(leena, second, 'Haluan mummolaan.');
  const until = visitor.frames.length;
  await moved(kaisa, meeting, 'close-item', { itemId: second });
  // Something of theirs is another, and not what.
  await visitor.next('meetings', (f) => f.ids === null, until);
  const over = visitor.frames.length;
  await moved(kaisa, meeting, 'end');
  await eventually(() => team.frames.length, 'the end');
  await afterAll(visitor);
  expect(hintsIn(visitor.frames.slice(over))).toEqual([]);
  await Promise.all([team.close(), visitor.close()]);
});

test('two write one section; a visitor whose time is over writes no more, and their last words become a note of their own', async () => {
  const both = await withTwoCases();
  const { meeting, second } = both;
  const visitId = await teacherComes(both);
  await moved(kaisa, meeting, 'open');
  await moved(kaisa, meeting, 'begin-item', { itemId: second });
  const { documentId } = await leena.do(beginSection, notes(second, 'curious'));
  const worker = await openWriter(address, leena, documentId);
  const teacher = await openWriter(address, maria, documentId);
  await worker.opened();
  await teacher.opened();
  worker.paragraph('Aamut ovat raskaita.');
  teacher.paragraph('Koulussa maanantait ovat vaikeimpia.');
  await Promise.all([worker.acknowledged(), teacher.acknowledged()]);
  await eventually(
    () => worker.words() === teacher.words() && worker.words().includes('maanantait'),
    'the same',
  );
  const past = { fromAt: '2026-01-01T10:00:00Z', untilAt: '2026-01-01T11:00:00Z', withdraw: false };
  await leena.do(changeVisit, { params: { visitId }, body: past });
  await teacher.next('document-gone', (f) => f.documentId === documentId, 0);
  expect(await roomStatus(maria, meeting)).toBe(404);
  worker.paragraph('Tämän opettaja ei enää näe.');
  await worker.acknowledged();
  await afterAll(teacher);
  expect(teacher.words()).not.toContain('ei enää');
  await Promise.all([worker.close(), teacher.close()]);
});

test('a membership that ends in the middle of a sentence shows its member out of the memo at once', async () => {
  const both = await withTwoCases();
  const { aino, meeting, second } = both;
  await invitedTo(leena, aino, second, maria);
  await moved(kaisa, meeting, 'open');
  await moved(kaisa, meeting, 'begin-item', { itemId: second });
  const { documentId } = await leena.do(beginSection, notes(second, 'steps'));
  const teacher = await openWriter(address, maria, documentId);
  await teacher.opened();
  teacher.paragraph('Ehdin kirjoittaa tämän.');
  await teacher.acknowledged();
  const member = (await see(leena, aino)).members.find((m) => m.personId === maria.id);
  await leena.do(endMembership, {
    params: { caseId: aino, memberId: member?.id ?? '' },
    body: { reason: 'Siirtyi toiseen kouluun.' },
  });
  await teacher.next('document-gone', (f) => f.documentId === documentId, 0);
  expect((await itemsOf(leena, meeting)).find((i) => i.id === second)?.sections).toHaveLength(1);
  await teacher.close();
});

test('whose place in a case begins or ends has their meetings read again; of a visit that is not theirs any more they hear nothing', async () => {
  const both = await withTwoCases();
  const { aino } = both;
  const visitId = await teacherComes(both);
  const teacher = await connectLive(address, maria);
  const colleague = await connectLive(address, oskar);
  for (const live of [teacher, colleague]) await live.watchToday();
  for (const live of [teacher, colleague]) await afterAll(live);
  const all = (f: { ids: string[] | null }) => f.ids === null;
  await inviteColleague(leena, aino, oskar);
  await colleague.next('meetings', all, 0);
  const memberId = (await see(leena, aino)).members.find((m) => m.personId === maria.id)?.id ?? '';
  await leena.do(endMembership, { params: { caseId: aino, memberId }, body: { reason: 'Osuus on tehty.' } });
  await teacher.next('meetings', all, 0);
  // What the end itself told may still be on its way, at most twice a second.
  await new Promise((resolve) => setTimeout(resolve, 700));
  const from = teacher.frames.length;
  const mails = async () =>
    Number((await world.superuser('select count(*) as n from mails')).rows[0]?.['n'] ?? 0);
  const before = await mails();
  const later = new Date(Date.now() + 3_600_000);
  const window = { fromAt: later.toISOString(), untilAt: new Date(later.getTime() + 1_000).toISOString() };
  await leena.do(changeVisit, { params: { visitId }, body: { ...window, withdraw: false } });
  expect(await mails()).toBe(before);
  // Their calendar alone is told when it is off.
  await leena.do(changeVisit, { params: { visitId }, body: { ...window, withdraw: true } });
  expect(await mails()).toBe(before + 1);
  await new Promise((resolve) => setTimeout(resolve, 700));
  await afterAll(teacher);
  expect(hintsIn(teacher.frames.slice(from))).toEqual([]);
  await Promise.all([teacher.close(), colleague.close()]);
});
