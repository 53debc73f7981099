// The screen on the wall: what it shows while one or another is in the room, and who gets one there at all. Real: app, PostgreSQL with
// both rings.
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { endMembership } from '../../../shared/cases.ts';
import { saveField } from '../../../shared/entries.ts';
import { beginSection, goOut, writeInRoom } from '../../../shared/meetings.ts';
import { writeStep } from '../../../shared/steps.ts';
import { endWallScreen, pairWallScreen, type WallView } from '../../../shared/wall.ts';
import { openDatabase } from '../../platform/db/pool.ts';
import { asPerson } from '../../platform/db/transaction.ts';
import { see } from '../../testing/case-parts.ts';
import { cameIn, moved, roomOf } from '../../testing/meeting-parts.ts';
import { openTwoCaseMeeting } from '../../testing/two-case-meeting.ts';
import { newScreen, onWall } from '../../testing/wall-parts.ts';
import { type Person, testWorld } from '../../testing/world.ts';
import { openWriter } from '../../testing/writer.ts';

const world = await testWorld();
const address = await world.listen();
const parts = await openTwoCaseMeeting(world);
const { kaisa, leena, oskar, maria, sari, withTwoCases, childSays, teacherComes } = parts;

const out = (who: Person, meetingId: string) => who.do(goOut, { params: { meetingId } });
const shown = (view: WallView) => {
  if (view.state !== 'shown') throw new Error(`the wall is ${view.state}`);
  return view;
};
const wallFor = async (who: Person, meetingId: string) => (await roomOf(who, meetingId)).wall;
const hypothesis = async (by: Person, itemId: string, text: string): Promise<string> => {
  const { id } = await by.do(writeInRoom, { params: { itemId }, body: { kind: 'hypothesis' } });
  const body = { base: 0, text, device: 'aaaaaaaa' };
  await by.do(saveField, { params: { entryId: id, field: 'hypothesis' }, body });
  return id;
};

/** Kaisa, who is in both cases, leads; Aino's case is being discussed, with a hypothesis and the child's words. */
const discussed = async () => {
  const both = await withTwoCases();
  const { meeting, second } = both;
  await teacherComes(both);
  await moved(kaisa, meeting, 'open');
  await cameIn(kaisa, meeting);
  const screen = await onWall(world, kaisa, meeting);
  await moved(kaisa, meeting, 'begin-item', { itemId: second });
  await hypothesis(kaisa, second, 'Aamut kuormittavat molempia.');
  await childSays(leena, second, 'Haluan mummolaan.');
  return { ...both, screen };
};

test('the team alone: the agenda, and all of the case that its team reads', async () => {
  const { meeting, screen } = await discussed();
  const view = shown(await screen.look());
  expect(view).toMatchObject({ language: 'fi', kind: 'weekly', teamName: 'Tiimi Itä' });
  expect(view.agenda).toEqual([
    { name: 'Elsa', state: 'planned' },
    { name: 'Aino', state: 'current' },
  ]);
  expect(view.item).toMatchObject({
    childGivenName: 'Aino',
    phase: { key: 'question' },
    question: 'Miten saamme aamut sellaisiksi, että molemmat jaksavat?',
    hypotheses: ['Aamut kuormittavat molempia.'],
    childVoice: ['Haluan mummolaan.'],
  });
  expect(await wallFor(kaisa, meeting)).toEqual({ narrowed: false });
});

test('somebody of the team who is in one case alone narrows it: "restricted" without a word of the case', async () => {
  const { meeting, screen } = await discussed();
  await cameIn(oskar, meeting);
  const view = shown(await screen.look());
  expect(view.item).toBeNull();
  expect(view.agenda).toEqual([
    { name: 'Elsa', state: 'planned' },
    { name: null, state: 'current' },
  ]);
  expect(JSON.stringify(view)).not.toMatch(/Aino|mummolaan|aamut/i);
  expect(await wallFor(kaisa, meeting)).toEqual({ narrowed: true });
  // To Oskar himself the item is restricted: he learns nothing of who else may not see it.
  expect(await wallFor(oskar, meeting)).toEqual({ narrowed: false });
  await out(oskar, meeting);
  expect(shown(await screen.look()).item?.childGivenName).toBe('Aino');
  expect(await wallFor(kaisa, meeting)).toEqual({ narrowed: false });
});

test('a visitor narrows it, everything else that is taken up leaves it, and it widens when they go', async () => {
  const { meeting, screen } = await discussed();
  await cameIn(maria, meeting);
  const view = shown(await screen.look());
  expect(view.agenda).toBeNull();
  expect(view.item).toMatchObject({ childGivenName: 'Aino', question: null, hypotheses: [] });
  expect(await screen.bytes()).not.toMatch(/Elsa|kuormittavat/);
  expect(await wallFor(kaisa, meeting)).toEqual({ narrowed: true });
  expect(await wallFor(maria, meeting)).toBeNull();
  await out(maria, meeting);
  const wide = shown(await screen.look());
  expect(wide.agenda).toHaveLength(2);
  expect(wide.item?.hypotheses).toEqual(['Aamut kuormittavat molempia.']);
});

test('with a visitor present, the bytes are the same whatever else is on the agenda', async () => {
  const { meeting, first, screen } = await discussed();
  await cameIn(maria, meeting);
  const beside = await screen.bytes();
  await moved(kaisa, meeting, 'withdraw-item', { itemId: first });
  expect(await screen.bytes()).toBe(beside);
  expect(beside).toContain('Aino');
});

test('nobody present: only what meeting it is', async () => {
  const { meeting, screen } = await discussed();
  await out(kaisa, meeting);
  expect(await screen.look()).toEqual({
    state: 'shown',
    language: 'fi',
    kind: 'weekly',
    teamName: 'Tiimi Itä',
    agenda: null,
    item: null,
  });
});

test('whose right ends while they sit there narrows it at once', async () => {
  const { aino, meeting, screen } = await discussed();
  await cameIn(maria, meeting);
  expect(shown(await screen.look()).item?.childGivenName).toBe('Aino');
  const memberId = (await see(leena, aino)).members.find((m) => m.personId === maria.id)?.id ?? '';
  await leena.do(endMembership, { params: { caseId: aino, memberId }, body: { reason: 'Ei enää mukana.' } });
  const view = shown(await screen.look());
  expect(view).toMatchObject({ agenda: null, item: null });
});

test('what is agreed and written for the visitor too stays; an agency’s own part is never on the wall', async () => {
  const { aino, meeting, screen, second } = await discussed();
  await cameIn(maria, meeting);
  const wrote = async (who: Person, phase: string | null, text: string) => {
    const { documentId } = await who.do(beginSection, { params: { itemId: second }, body: { phase } });
    const writer = await openWriter(address, who, documentId);
    await writer.opened();
    writer.paragraph(text);
    await writer.acknowledged();
    await writer.close();
  };
  await moved(kaisa, meeting, 'set-phase', { itemId: second, phase: 2 });
  await wrote(leena, 'curious', 'Milloin aamu on hyvä?');
  await wrote(maria, null, 'Koulun oma kirjaus.');
  const doerMemberId = (await see(leena, aino)).members.find((m) => m.personId === leena.id)?.id ?? '';
  const stepFor = async (text: string, scope: 'everyone' | 'team') => {
    const audience = {
      scope,
      dataClass: 'coordination' as const,
      agencyIds: [],
      familyScope: 'none' as const,
      familyIds: [],
    };
    const body = { text, doerMemberId, dueOn: '2027-01-15', audience, agendaItemId: second };
    await leena.do(writeStep, { params: { caseId: aino }, body });
  };
  await stepFor('Leena soittaa koululle.', 'everyone');
  await stepFor('Leena pohtii tiimissä.', 'team');
  const visited = shown(await screen.look()).item;
  expect(visited?.lines).toEqual(['Milloin aamu on hyvä?']);
  expect(visited?.steps).toEqual([{ text: 'Leena soittaa koululle.', dueOn: '2027-01-15' }]);
  await out(maria, meeting);
  const alone = shown(await screen.look()).item;
  expect(alone?.steps.map(({ text }) => text)).toEqual(['Leena soittaa koululle.', 'Leena pohtii tiimissä.']);
  expect(JSON.stringify(alone)).not.toContain('Koulun oma');
});

test('an answer that has not changed is not sent again', async () => {
  const { meeting, screen } = await discussed();
  const tag = await screen.tag();
  expect(await screen.status(tag)).toBe(304);
  await cameIn(maria, meeting);
  expect(await screen.status(tag)).toBe(200);
});

test('a view stands in the log once for each item, in the name of whoever paired the screen', async () => {
  const { aino, screen } = await discussed();
  await screen.look();
  await screen.look();
  const { rows } = await world.superuser(
    `select person_id from access_log where kind = 'wall-screen' and case_id = $1`,
    [aino],
  );
  expect(rows).toEqual([{ person_id: kaisa.id }]);
});

test('it ends with the meeting, by the team, and by another screen', async () => {
  const { meeting, second, screen } = await discussed();
  const other = await onWall(world, kaisa, meeting);
  expect((await screen.look()).state).toBe('over');
  expect((await other.look()).state).toBe('shown');
  await leena.do(endWallScreen, { params: { meetingId: meeting }, body: {} });
  expect((await other.look()).state).toBe('over');
  expect(await wallFor(kaisa, meeting)).toBeNull();
  expect(await leena.try(endWallScreen, { params: { meetingId: meeting }, body: {} })).toMatchObject({
    status: 409,
  });
  const third = await onWall(world, kaisa, meeting);
  await moved(kaisa, meeting, 'close-item', { itemId: second });
  await moved(kaisa, meeting, 'end');
  expect((await third.look()).state).toBe('over');
});

test('a code is for the team of an open meeting, once, and for ten minutes', async () => {
  const { meeting } = await withTwoCases();
  const screen = await newScreen(world);
  expect(await screen.look()).toEqual({ state: 'code', code: screen.code });
  const pair = (who: Person, code: string) =>
    who.try(pairWallScreen, { params: { meetingId: meeting }, body: { code } });
  expect(await pair(kaisa, screen.code)).toMatchObject({ status: 409, error: { error: 'meeting-state' } });
  await moved(kaisa, meeting, 'open');
  // Of another agency, and in a case on the agenda: to them there is no such meeting.
  for (const who of [maria, sari])
    expect(await pair(who, screen.code)).toMatchObject({ status: 404, error: { error: 'not-found' } });
  expect((await pair(leena, screen.code)).status).toBe(200);
  expect(await pair(kaisa, screen.code)).toMatchObject({ status: 401, error: { error: 'wrong-code' } });
  const old = await newScreen(world);
  await world.superuser(`update wall_screens set code_until = now() where meeting_id is null`);
  expect(await pair(kaisa, old.code)).toMatchObject({ status: 401 });
  expect(await old.look()).toEqual({ state: 'none' });
});

test('nobody finds a code by trying, and one address has thirty open codes at most', async () => {
  const { meeting } = await withTwoCases();
  await moved(oskar, meeting, 'open');
  const screen = await newScreen(world);
  const pair = (code: string) =>
    oskar.try(pairWallScreen, { params: { meetingId: meeting }, body: { code } });
  const wrong = String((Number(screen.code) + 1) % 1_000_000).padStart(6, '0');
  for (let n = 0; n < 5; n += 1) expect((await pair(wrong)).status).toBe(401);
  expect(await pair(screen.code)).toMatchObject({ status: 429, error: { error: 'sign-in-delayed' } });
  expect((await screen.look()).state).toBe('code');
  for (let n = 0; n < 30; n += 1) await newScreen(world, '10.0.0.9');
  const answer = await world.app.inject({
    method: 'POST',
    url: '/api/wall',
    headers: { origin: 'http://localhost:3000' },
    payload: {},
    remoteAddress: '10.0.0.9',
  });
  expect(answer.statusCode).toBe(429);
});

test('ring 2 alone: the doors answer only whoever paired the screen, and only what all present hold', async () => {
  const { meeting, second, aino } = await discussed();
  const db = openDatabase(world.pools.app);
  const as = <T>(who: Person, query: ReturnType<typeof sql<T>>) =>
    asPerson(
      db,
      { personId: who.id, affiliationId: who.affiliationId },
      null,
      'read committed',
      async (tx) => (await query.execute(tx)).rows,
    );
  const items = (who: Person) =>
    as(who, sql<{ id: string; part: string }>`select id, part from access.wall_items(${meeting})`);
  const agenda = async (who: Person) =>
    (await as(who, sql<{ open: boolean }>`select access.wall_agenda(${meeting}) as open`))[0]?.open;
  const { rows: keys } = await world.superuser(
    `select acl_key::float8 as key, kind from entries where agenda_item_id = $1
     union all select acl_key::float8, 'case' from cases where id = $2`,
    [second, aino],
  );
  const keysFor = async (who: Person) => {
    const asked = keys.map(({ key }) => Number(key));
    const told = await as(
      who,
      sql<{ key: number }>`select k::float8 as key from access.wall_keys(${meeting}, ${asked}::bigint[]) k`,
    );
    return keys.filter(({ key }) => told.some((one) => one.key === key)).map(({ kind }) => kind);
  };
  expect((await items(kaisa)).find(({ id }) => id === second)?.part).toBe('team');
  expect(await agenda(kaisa)).toBe(true);
  expect(await keysFor(kaisa)).toContain('hypothesis');
  // Neither a colleague, nor a visitor, nor nobody.
  for (const who of [leena, maria]) {
    expect(await as(who, sql`select from access.wall_present(${meeting})`)).toEqual([]);
    expect(await items(who)).toEqual([]);
    expect(await agenda(who)).toBe(false);
    expect(await keysFor(who)).toEqual([]);
  }
  await cameIn(maria, meeting);
  expect(await items(kaisa)).toEqual([{ id: second, part: 'mixed' }]);
  expect(await agenda(kaisa)).toBe(false);
  expect(await keysFor(kaisa)).not.toContain('hypothesis');
  expect(await keysFor(kaisa)).toContain('case');
  await out(maria, meeting);
  await cameIn(oskar, meeting);
  expect((await items(kaisa)).map(({ id }) => id)).not.toContain(second);
  expect(await agenda(kaisa)).toBe(true);
  expect(await keysFor(kaisa)).toEqual([]);
});
