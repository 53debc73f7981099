// A team's meeting with two cases and a visitor for one of them: what each sees before, during and after. Real: app, PostgreSQL with
// both rings.
import { expect, test } from 'vitest';
import { saveField } from '../../shared/entries.ts';
import { answerVisit, beginSection, moveMeeting, orderAgenda, writeInRoom } from '../../shared/meetings.ts';
import { see } from '../testing/case-parts.ts';
import { act, cameIn, itemsOf, moved, roomOf, roomStatus, visitsOf } from '../testing/meeting-parts.ts';
import { openTwoCaseMeeting } from '../testing/two-case-meeting.ts';
import { testWorld } from '../testing/world.ts';

const world = await testWorld();
const { kaisa, leena, oskar, maria, withTwoCases, teacherComes, childSays } = await openTwoCaseMeeting(world);

test('the team sees the order of all, and of a case only those who are in it', async () => {
  const { meeting, first, second, aino } = await withTwoCases();
  const seenBy = async (who: typeof leena) =>
    (await roomOf(who, meeting)).items.map((item) => (item.restricted ? 'restricted' : item.childGivenName));
  expect(await seenBy(kaisa)).toEqual(['Elsa', 'Aino']);
  expect(await seenBy(leena)).toEqual(['restricted', 'Aino']);
  expect(await seenBy(oskar)).toEqual(['Elsa', 'restricted']);
  expect(await roomStatus(maria, meeting)).toBe(404);
  const items = [
    { id: second, minutes: 30 },
    { id: first, minutes: 45 },
  ];
  await leena.do(orderAgenda, { params: { meetingId: meeting }, body: { items } });
  expect(await seenBy(leena)).toEqual(['Aino', 'restricted']);
  const question = (await see(kaisa, aino)).entries.find((one) => one.agendaItemId === second);
  expect(question).toMatchObject({ kind: 'presenter-question', audience: { scope: 'team' } });
});

test('a visitor is in the room while their item is discussed, and learns nothing of the meeting before or after', async () => {
  const both = await withTwoCases();
  const { meeting, first, second } = both;
  const visit = await teacherComes(both);
  expect(await visitsOf(maria)).toMatchObject([
    { id: visit, now: false, been: false, childGivenName: 'Aino' },
  ]);
  await maria.do(answerVisit, { params: { visitId: visit }, body: { answer: 'comes' } });
  expect((await itemsOf(leena, meeting))[0]?.visits).toMatchObject([{ answer: 'comes' }]);
  await moved(kaisa, meeting, 'open');
  await cameIn(kaisa, meeting);
  await moved(kaisa, meeting, 'begin-item', { itemId: first });
  expect(await roomStatus(maria, meeting)).toBe(404);
  expect((await visitsOf(maria))[0]?.now).toBe(false);
  const heard = await oskar.do(writeInRoom, { params: { itemId: first }, body: { kind: 'child-view' } });
  await oskar.do(saveField, {
    params: { entryId: heard.id, field: 'absence' },
    body: { base: 0, text: 'Lapsi on sairaalassa.', device: 'aaaaaaaa' },
  });
  await moved(kaisa, meeting, 'close-item', { itemId: first });
  await moved(kaisa, meeting, 'begin-item', { itemId: second });
  expect((await visitsOf(maria))[0]?.now).toBe(true);
  await cameIn(maria, meeting);
  const room = await roomOf(maria, meeting);
  expect(room).toMatchObject({ as: 'visitor', can: [] });
  expect(room.items).toMatchObject([{ id: second, place: 1, state: 'current', familyStance: null, can: [] }]);
  expect(JSON.stringify(room)).not.toContain('Elsa');
  expect(room.present.map(({ person }) => person.name)).toEqual(['Kaisa Salo', 'Maria Lind']);
  await childSays(leena, second, 'Isä nukkuu hyvin, jos mä oon hiljaa.');
  await moved(kaisa, meeting, 'close-item', { itemId: second });
  expect((await visitsOf(maria))[0]).toMatchObject({ now: false, been: true });
  expect(await roomStatus(maria, meeting)).toBe(404);
  expect((await roomOf(kaisa, meeting)).present.map(({ person }) => person.name)).toEqual(['Kaisa Salo']);
  await moved(kaisa, meeting, 'end');
  expect(await roomStatus(maria, meeting)).toBe(404);
  expect((await roomOf(leena, meeting)).meeting.state).toBe('ended');
});

test('the child’s voice is not passed over in silence; only the chair moves the phases, and whoever is there can take the chair', async () => {
  const { meeting, second } = await withTwoCases();
  await moved(kaisa, meeting, 'open');
  await moved(kaisa, meeting, 'begin-item', { itemId: second });
  const toSteps = act(meeting, 'set-phase', { itemId: second, phase: 7 });
  expect(await leena.try(moveMeeting, toSteps)).toMatchObject({ status: 403 });
  expect(await kaisa.try(moveMeeting, toSteps)).toMatchObject({
    status: 409,
    error: { error: 'child-view-missing' },
  });
  await moved(kaisa, meeting, 'set-phase', { itemId: second, phase: 5 });
  await childSays(leena, second, 'Haluan mummolaan.');
  expect((await itemsOf(leena, meeting))[0]?.childHeard).toBe(true);
  await moved(leena, meeting, 'take-chair');
  expect((await roomOf(kaisa, meeting)).meeting.chair?.name).toBe('Leena Kallio');
  expect(await kaisa.try(moveMeeting, toSteps)).toMatchObject({ status: 403 });
  await moved(leena, meeting, 'set-phase', { itemId: second, phase: 7 });
  expect((await itemsOf(kaisa, meeting)).find((i) => i.id === second)?.phase).toBe(7);
});

test('the memo has sections by phase and audience; a visitor gets what is shared with their agency, and their own part stays theirs', async () => {
  const both = await withTwoCases();
  const { meeting, second } = both;
  await teacherComes(both);
  await moved(kaisa, meeting, 'open');
  await moved(kaisa, meeting, 'begin-item', { itemId: second });
  const begin = (who: typeof leena, phase: string | null) =>
    who.do(beginSection, { params: { itemId: second }, body: { phase } });
  const shared = await begin(leena, 'curious');
  expect((await begin(kaisa, 'curious')).documentId).toBe(shared.documentId);
  const own = await begin(leena, 'safety');
  const teachers = await begin(maria, null);
  const sectionsOf = async (who: typeof leena) =>
    ((await itemsOf(who, meeting)).find((i) => i.id === second)?.sections ?? []).map((s) => s.documentId);
  expect(await sectionsOf(maria)).toEqual([shared.documentId, teachers.documentId]);
  expect(await sectionsOf(leena)).toEqual([shared.documentId, own.documentId]);
  expect(
    (await maria.try(beginSection, { params: { itemId: second }, body: { phase: 'safety' } })).status,
  ).toBe(404);
});

test('a hypothesis is the team’s, and ends by itself', async () => {
  const { meeting, second, aino } = await withTwoCases();
  await moved(kaisa, meeting, 'open');
  await moved(kaisa, meeting, 'begin-item', { itemId: second });
  const { id } = await kaisa.do(writeInRoom, { params: { itemId: second }, body: { kind: 'hypothesis' } });
  const seen = async (who: typeof leena) => (await see(who, aino)).entries.find((one) => one.id === id);
  expect(await seen(leena)).toMatchObject({ audience: { dataClass: 'hypothesis', scope: 'team' } });
  expect(await seen(maria)).toBeUndefined();
  await world.superuser(`update entries set expires_at = now() - interval '1 second' where id = $1`, [id]);
  expect(await seen(leena)).toBeUndefined();
});
