// What an agenda is built from: what is new in a case since it was last discussed, cases that propose themselves, and why something was
// put off. Real: app, PostgreSQL with both rings. By ring 1 alone: drills/matrix/agenda-news.db.test.ts.
import { expect, test } from 'vitest';
import { getAgendaNews } from '../../shared/agenda-news.ts';
import { saveField } from '../../shared/entries.ts';
import { writeInRoom } from '../../shared/meetings.ts';
import { moveStep } from '../../shared/steps.ts';
import { see } from '../testing/case-parts.ts';
import { convened, moved, proposed, roomOf } from '../testing/meeting-parts.ts';
import { ownStep } from '../testing/step-parts.ts';
import { openTwoCaseMeeting } from '../testing/two-case-meeting.ts';
import { type Person, testWorld } from '../testing/world.ts';

const world = await testWorld();
const { arja, kaisa, leena, oskar, maria, team, withTwoCases, teacherComes, childSays } =
  await openTwoCaseMeeting(world);

const newsOf = (who: Person, meetingId: string) =>
  who.do(getAgendaNews, { params: { meetingId }, query: {} });
const newsStatus = async (who: Person, meetingId: string) =>
  (await who.try(getAgendaNews, { params: { meetingId }, query: {} })).status;
const itemNews = async (who: Person, meetingId: string, itemId: string) =>
  (await newsOf(who, meetingId)).items.find((one) => one.id === itemId);
const waitingFor = async (who: Person, meetingId: string) =>
  (await newsOf(who, meetingId)).waiting.map((one) => one.childGivenName);

const isLate = (stepId: string) =>
  world.superuser(`update steps set due_on = '2026-01-15' where id = $1`, [stepId]);
const isDone = async (by: Person, caseId: string, stepId: string): Promise<void> => {
  const version = (await see(by, caseId)).steps.find(({ id }) => id === stepId)?.version ?? 0;
  const body = { act: 'done' as const, version, reason: null, dueOn: null, toMemberId: null };
  await by.do(moveStep, { params: { stepId }, body });
};
const weeksAgo = (weeks: number): string => new Date(Date.now() - weeks * 7 * 86_400_000).toISOString();
const openedAgo = (caseId: string, weeks: number) =>
  world.superuser('update cases set opened_at = $2 where id = $1', [caseId, weeksAgo(weeks)]);

test('what is new of a case is counted since it was last discussed, of what the reader may read', async () => {
  const { aino, meeting, second } = await withTwoCases();
  expect(await itemNews(leena, meeting, second)).toMatchObject({
    discussed: false,
    since: (await see(leena, aino)).case.openedAt,
    entries: 0,
    stepsDone: 0,
    stepsOpen: 0,
    stepsLate: 0,
    metOn: null,
  });
  // Neither the question nor a hypothesis is news; what the child says is.
  const heard = await leena.do(writeInRoom, { params: { itemId: second }, body: { kind: 'child-view' } });
  const saves = (field: string, text: string) =>
    leena.do(saveField, {
      params: { entryId: heard.id, field },
      body: { base: 0, text, device: 'aaaaaaaa' },
    });
  await saves('verbatim', 'Haluan mummolaan.');
  await saves('heardOn', '2026-11-18');
  await isLate(await ownStep(leena, aino));
  const done = await ownStep(kaisa, aino);
  await isDone(kaisa, aino, done);
  // Of the school alone: nobody of the team reads it, and nobody counts it.
  await ownStep(maria, aino, { scope: 'agency' });
  const first = { entries: 1, stepsDone: 1, stepsOpen: 1, stepsLate: 1, metOn: '2026-11-18' };
  for (const who of [leena, kaisa]) expect(await itemNews(who, meeting, second)).toMatchObject(first);

  await moved(kaisa, meeting, 'open');
  await moved(kaisa, meeting, 'begin-item', { itemId: second });
  expect(await itemNews(kaisa, meeting, second)).toMatchObject(first);
  await moved(kaisa, meeting, 'close-item', { itemId: second });
  expect(await itemNews(kaisa, meeting, second)).toBeUndefined();
  await moved(kaisa, meeting, 'end');

  const next = await convened(kaisa, team);
  const again = await proposed(leena, next, aino);
  const closedAt = (await roomOf(kaisa, meeting)).items.find(({ id }) => id === second);
  expect(await itemNews(leena, next, again)).toMatchObject({
    discussed: true,
    since: closedAt?.restricted === false ? closedAt.closedAt : null,
    entries: 0,
    stepsDone: 0,
    stepsOpen: 1,
    stepsLate: 1,
    metOn: '2026-11-18',
  });
  await childSays(leena, again, 'Nyt on parempi.');
  expect(await itemNews(kaisa, next, again)).toMatchObject({ entries: 1 });
});

test('nothing is told of a case that is not the reader’s, and a visitor gets none of it, before, during and after', async () => {
  const both = await withTwoCases();
  const { meeting, first, second } = both;
  await teacherComes(both);
  const itemsFor = async (who: Person) => (await newsOf(who, meeting)).items.map(({ id }) => id);
  const all = async () => ({
    kaisa: (await itemsFor(kaisa)).sort(),
    leena: await itemsFor(leena),
    oskar: await itemsFor(oskar),
    visitor: await newsStatus(maria, meeting),
    outside: await newsStatus(arja, meeting),
  });
  const told = {
    kaisa: [first, second].sort(),
    leena: [second],
    oskar: [first],
    visitor: 404,
    outside: 404,
  };
  expect(await all()).toEqual(told);
  await moved(kaisa, meeting, 'open');
  await moved(kaisa, meeting, 'begin-item', { itemId: second });
  expect((await roomOf(maria, meeting)).as).toBe('visitor');
  expect(await all()).toEqual(told);
  await childSays(leena, second, 'Haluan mummolaan.');
  await moved(kaisa, meeting, 'close-item', { itemId: second });
  await moved(kaisa, meeting, 'end');
  expect(await all()).toEqual({ ...told, kaisa: [], leena: [], oskar: [] });
});

test('opening it is in the log of each case that it tells of, and of no other', async () => {
  const { meeting, second, aino, elsa } = await withTwoCases();
  const logged = async (caseId: string) =>
    (
      await world.superuser(
        `select count(*)::int as n from access_log where case_id = $1 and person_id = $2 and kind = 'agenda-item' and purpose = 'meeting'`,
        [caseId, leena.id],
      )
    ).rows[0]?.['n'];
  expect([await logged(aino), await logged(elsa)]).toEqual([0, 0]);
  await itemNews(leena, meeting, second);
  expect([await logged(aino), await logged(elsa)]).toEqual([1, 0]);
});

test('a case that was not discussed for as many weeks as is set proposes itself to those of its home team', async () => {
  const { aino, elsa } = await withTwoCases();
  await world.superuser(`update meetings set state = 'ended' where state <> 'cancelled'`);
  await world.superuser(`update agenda_items set state = 'postponed' where state = 'planned'`);
  const others = await world.superuser('update cases set opened_at = now() where id <> all ($1)', [
    [aino, elsa],
  ]);
  expect(others.rowCount).toBeGreaterThan(0);
  await openedAgo(aino, 9);
  await openedAgo(elsa, 7);
  const meeting = await convened(kaisa, team);
  expect(await newsOf(kaisa, meeting)).toMatchObject({
    items: [],
    weeks: 8,
    waiting: [{ id: aino, childGivenName: 'Aino', discussed: false }],
  });
  expect(await waitingFor(leena, meeting)).toEqual(['Aino']);
  expect(await waitingFor(oskar, meeting)).toEqual([]);
  await openedAgo(elsa, 10);
  // The longest first.
  expect(await waitingFor(kaisa, meeting)).toEqual(['Elsa', 'Aino']);

  // A dated setting: from today on it is twelve.
  await world.superuser(
    `insert into rules (key, valid_from, value, source) values ('discussion-weeks', current_date, '12', 'a test')`,
  );
  expect(await newsOf(kaisa, meeting)).toMatchObject({ waiting: [], weeks: 12 });
  await world.superuser(`delete from rules where key = 'discussion-weeks' and source = 'a test'`);

  // What is on this agenda, or on one before it, waits for nothing; off it again, it does.
  const item = await proposed(leena, meeting, aino);
  expect(await waitingFor(leena, meeting)).toEqual([]);
  const later = await convened(kaisa, team);
  await world.superuser(
    `update meetings set starts_at = starts_at + interval '7 days', ends_at = ends_at + interval '7 days' where id = $1`,
    [later],
  );
  expect(await waitingFor(leena, later)).toEqual([]);
  await moved(leena, meeting, 'withdraw-item', { itemId: item, reason: 'Liian aikaista.' });
  expect(await waitingFor(leena, meeting)).toEqual(['Aino']);
  expect(await waitingFor(leena, later)).toEqual(['Aino']);

  // Discussed, it waits from then on; closed, not at all.
  const spoken = await proposed(leena, meeting, aino);
  const discussed = (weeks: number) =>
    world.superuser(`update agenda_items set state = 'discussed', closed_at = $2 where id = $1`, [
      spoken,
      weeksAgo(weeks),
    ]);
  await discussed(1);
  expect(await waitingFor(leena, later)).toEqual([]);
  await discussed(8.1);
  expect((await newsOf(leena, later)).waiting).toMatchObject([{ id: aino, discussed: true }]);
  // On Today, where no agenda is looked at: what waits, and no item is read, nor logged as read.
  const itemViews = async () =>
    (await world.superuser(`select count(*)::int as n from access_log where kind = 'agenda-item'`)).rows[0]?.[
      'n'
    ];
  const before = await itemViews();
  const today = await leena.do(getAgendaNews, { params: { meetingId: later }, query: { only: 'waiting' } });
  expect(today).toMatchObject({ items: [], waiting: [{ id: aino }] });
  expect(await itemViews()).toBe(before);
  expect(
    (await maria.try(getAgendaNews, { params: { meetingId: later }, query: { only: 'waiting' } })).status,
  ).toBe(404);
  await world.superuser('update cases set closed_at = now() where id = $1', [aino]);
  await world.superuser(`update streams set access_epoch = access_epoch + 1 where id = $1`, [aino]);
  expect(await waitingFor(leena, later)).toEqual([]);
  // A meeting of one case, and one that has begun, ask for none.
  await moved(kaisa, later, 'open');
  expect(await waitingFor(kaisa, later)).toEqual([]);
});

test('why an item was put off is told to its team, why a meeting was cancelled to all of its own', async () => {
  const both = await withTwoCases();
  const { meeting, first, second } = both;
  await teacherComes(both);
  await moved(leena, meeting, 'postpone-item', { itemId: second, reason: 'Äiti on matkoilla.' });
  const whyFor = async (who: Person) =>
    (await roomOf(who, meeting)).items.map((item) => (item.restricted ? 'restricted' : item.postponedWhy));
  expect(await whyFor(kaisa)).toEqual([null, 'Äiti on matkoilla.']);
  expect(await whyFor(oskar)).toEqual([null, 'restricted']);
  const { rows } = await world.superuser(
    'select reason from meeting_moves where item_id = $1 and reason is not null',
    [second],
  );
  expect(rows).toEqual([{ reason: 'Äiti on matkoilla.' }]);

  // The door: nobody but whoever did it, and only in that moment.
  const gives = (who: Person) =>
    world.write(who.id, 'select access.give_reason($1, $2)', [second, 'Toinen syy.']);
  for (const who of [leena, oskar, maria]) await expect(gives(who)).rejects.toMatchObject({ code: '42501' });
  const readMoves = (who: Person) =>
    world.write(who.id, 'select reason from meeting_moves where item_id = $1 and reason is not null', [
      second,
    ]);
  expect(await readMoves(leena)).toHaveLength(1);
  expect([...(await readMoves(oskar)), ...(await readMoves(maria))]).toEqual([]);

  await moved(oskar, meeting, 'withdraw-item', { itemId: first, reason: 'Perhe ei suostu.' });
  expect(
    (
      await world.superuser(`select reason from meeting_moves where item_id = $1 and act = 'withdraw-item'`, [
        first,
      ])
    ).rows,
  ).toEqual([{ reason: 'Perhe ei suostu.' }]);
  await moved(kaisa, meeting, 'cancel', { reason: 'Liian vähän väkeä paikalla.' });
  for (const who of [kaisa, leena, oskar])
    expect((await roomOf(who, meeting)).meeting.cancelledWhy).toBe('Liian vähän väkeä paikalla.');
});

test('ring 2 alone: what the figures are counted from is nobody else’s to read', async () => {
  const { aino, meeting, second } = await withTwoCases();
  await ownStep(leena, aino);
  await ownStep(maria, aino, { scope: 'agency' });
  await childSays(leena, second, 'Haluan mummolaan.');
  const steps = (who: Person) => world.write(who.id, 'select id from steps where case_id = $1', [aino]);
  expect(await steps(leena)).toHaveLength((await itemNews(leena, meeting, second))?.stepsOpen ?? -1);
  expect([(await steps(maria)).length, (await steps(oskar)).length]).toEqual([1, 0]);
  const items = (who: Person) =>
    world.write(who.id, 'select id from agenda_items where case_id = $1', [aino]);
  expect([(await items(leena)).length, (await items(oskar)).length, (await items(maria)).length]).toEqual([
    1, 0, 0,
  ]);
});
