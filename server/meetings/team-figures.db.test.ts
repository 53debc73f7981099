// How a team's meetings have gone, in numbers: a month made by hand, what is too few to be told, and the months as Helsinki has them.
// Real: app, PostgreSQL with both rings. By ring 1 alone: drills/matrix/team-meetings.db.test.ts.
import { expect, test } from 'vitest';
import { saveField } from '../../shared/entries.ts';
import { writeInRoom } from '../../shared/meetings.ts';
import { moveStep } from '../../shared/steps.ts';
import { getTeamFigures } from '../../shared/team-figures.ts';
import { settableClock } from '../platform/clock/clock.ts';
import { inviteColleague, openACase, see } from '../testing/case-parts.ts';
import { cameIn, convened, moved, newTeam, proposed } from '../testing/meeting-parts.ts';
import { ownStep } from '../testing/step-parts.ts';
import { type Person, testWorld } from '../testing/world.ts';

const clock = settableClock(new Date('2026-11-20T10:00:00Z'));
const world = await testWorld({ clock });
const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
const arja = await world.professional('Arja Hallinto', home, 'administrator');
const kaisa = await world.professional('Kaisa Salo', home, 'consultant-social-worker');
const leena = await world.professional('Leena Kallio', home, 'social-worker');
const jukka = await world.professional('Jukka Peltonen', home, 'family-therapist');
const outi = await world.professional('Outi Ulkona', home, 'social-worker');
const team = await newTeam(arja, home, kaisa, leena, jukka);
const other = await newTeam(arja, home, outi);
const aino = await openACase(leena);
await inviteColleague(leena, aino, kaisa);

const typed = (entryId: string, field: string, text: string) =>
  leena.do(saveField, { params: { entryId, field }, body: { base: 0, text, device: 'aaaaaaaa' } });
const written = async (itemId: string, kind: 'hypothesis' | 'child-view', field: string, text: string) => {
  const { id } = await leena.do(writeInRoom, { params: { itemId }, body: { kind } });
  if (text !== '') await typed(id, field, text);
  return id;
};
/** A discussion of Aino that ended at this moment. @param more with the therapist in the room, and hypotheses */
const discussed = async (closedAt: string, more: { therapist?: boolean; hypotheses?: string[] } = {}) => {
  const meeting = await convened(kaisa, team);
  const item = await proposed(leena, meeting, aino);
  await moved(kaisa, meeting, 'open');
  if (more.therapist) await cameIn(jukka, meeting);
  await cameIn(leena, meeting);
  await moved(kaisa, meeting, 'begin-item', { itemId: item });
  for (const text of more.hypotheses ?? []) await written(item, 'hypothesis', 'hypothesis', text);
  await written(item, 'child-view', 'verbatim', 'Haluan mummolaan.');
  await moved(kaisa, meeting, 'close-item', { itemId: item });
  await moved(kaisa, meeting, 'end');
  await world.superuser(
    `update agenda_items set closed_at = $2, opened_at = $2::timestamptz - interval '30 minutes' where id = $1`,
    [item, closedAt],
  );
  await world.superuser(
    `update meetings set opened_at = $2::timestamptz - interval '1 hour', ended_at = $2 where id = $1`,
    [meeting, closedAt],
  );
  await world.superuser('update attendances set came_at = $2, left_at = $2 where meeting_id = $1', [
    meeting,
    closedAt,
  ]);
  return item;
};
const at = (itemId: string, closedAt: string) =>
  world.superuser(
    `update agenda_items set closed_at = $2, opened_at = $2::timestamptz - interval '30 minutes' where id = $1`,
    [itemId, closedAt],
  );
const months = async (who: Person = kaisa) =>
  (await who.do(getTeamFigures, { params: { teamId: team } })).months;
const month = async (name: string) => (await months()).find((one) => one.month === name);
const counts = async () =>
  Object.fromEntries((await months()).map((one) => [one.month, one.discussions?.count ?? null]));

test('a month made by hand: what was discussed, with whom, how many hypotheses, whether the child was met', async () => {
  expect((await months()).map((one) => one.month)).toEqual([
    '2026-11',
    '2026-10',
    '2026-09',
    '2026-08',
    '2026-07',
    '2026-06',
  ]);
  const first = await discussed('2026-11-02T10:00:00Z', { therapist: true, hypotheses: ['Yksi', 'Kaksi'] });
  // Thirty days before the fourth of November, and thirty-one before the fifth.
  await world.superuser(
    `update entries set fields = fields || '{"heardOn": {"text": "2026-10-05", "rev": 1, "at": "2026-11-02T10:00:00Z", "device": "aaaaaaaa"}}'
     where agenda_item_id = $1 and kind = 'child-view'`,
    [first],
  );
  await discussed('2026-11-04T10:00:00Z', { therapist: true, hypotheses: ['Kolme', ''] });
  await discussed('2026-11-05T10:00:00Z');
  await discussed('2026-11-11T10:00:00Z');
  // Four are too few to be told.
  expect(await month('2026-11')).toMatchObject({ meetings: 4, discussions: null, cases: null, steps: null });
  await discussed('2026-11-18T10:00:00Z');
  expect(await month('2026-11')).toEqual({
    month: '2026-11',
    meetings: 5,
    discussions: { count: 5, therapist: 2, hypotheses: 3, childMet: 2 },
    cases: null,
    steps: null,
  });
  // A hypothesis that has ended by itself was there all the same.
  await world.superuser(`update entries set expires_at = $1 where kind = 'hypothesis'`, [
    '2026-11-19T00:00:00Z',
  ]);
  expect((await month('2026-11'))?.discussions).toMatchObject({ hypotheses: 3 });
});

test('a month begins at midnight in Helsinki, in winter and in summer', async () => {
  const { rows } = await world.superuser(
    `select id from agenda_items where state = 'discussed' order by closed_at`,
  );
  const five = rows.map((row) => String(row['id']));
  const together = async (moment: string) => {
    for (const id of five) await at(id, moment);
    return counts();
  };
  const none = {
    '2026-11': null,
    '2026-10': null,
    '2026-09': null,
    '2026-08': null,
    '2026-07': null,
    '2026-06': null,
  };
  expect(await together('2026-10-31T22:00:00Z')).toEqual({ ...none, '2026-11': 5 });
  expect(await together('2026-10-31T21:59:59Z')).toEqual({ ...none, '2026-10': 5 });
  expect(await together('2026-08-31T21:00:00Z')).toEqual({ ...none, '2026-09': 5 });
  expect(await together('2026-08-31T20:59:59Z')).toEqual({ ...none, '2026-08': 5 });
  expect(await together('2026-05-31T20:59:59Z')).toEqual(none);
  // Split by midnight there are too few on either side.
  await together('2026-10-31T22:00:00Z');
  await at(five[0] ?? '', '2026-10-31T21:59:59Z');
  expect(await counts()).toEqual(none);
});

test('open cases that were discussed, and steps that were done by their day', async () => {
  const cases = [aino];
  for (const name of ['Elsa', 'Onni', 'Kasper', 'Leo'])
    cases.push(await openACase(leena, { childName: `${name} Niemi`, childGivenName: name }));
  await world.superuser(`update cases set opened_at = '2026-01-10T10:00:00Z' where id = any($1)`, [cases]);
  await world.superuser(`update memberships set starts_at = '2026-01-10T10:00:00Z' where case_id = any($1)`, [
    cases,
  ]);
  await world.superuser(`update team_members set starts_at = '2026-01-01T10:00:00Z' where team_id = $1`, [
    team,
  ]);
  const [item] = (await world.superuser(`select id from agenda_items where case_id = $1 limit 1`, [aino]))
    .rows;
  const cells = async () => (await months()).map((one) => one.cases?.discussed ?? null);
  await world.superuser(`update agenda_items set closed_at = '2026-08-15T10:00:00Z' where case_id = $1`, [
    aino,
  ]);
  // Eight weeks after the middle of August it is the tenth of October.
  expect(await cells()).toEqual([0, 0, 1, 1, 0, 0]);
  expect((await month('2026-11'))?.cases).toEqual({ open: 5, discussed: 0 });
  await world.superuser(`update cases set opened_at = '2026-10-10T10:00:00Z' where id = $1`, [cases[1]]);
  expect((await month('2026-11'))?.cases).toBeNull();

  const steps: string[] = [];
  for (let n = 0; n < 5; n++) steps.push(await ownStep(leena, aino));
  for (const stepId of steps.slice(0, 3)) {
    const version = (await see(leena, aino)).steps.find(({ id }) => id === stepId)?.version ?? 0;
    const body = { act: 'done' as const, version, reason: null, dueOn: null, toMemberId: null };
    await leena.do(moveStep, { params: { stepId }, body });
  }
  // Done on the twentieth: two by their day, one after it; two are late.
  await world.superuser('update steps set agenda_item_id = $1, due_on = $2 where id = any($3)', [
    item?.['id'],
    '2026-11-20',
    steps.slice(0, 2),
  ]);
  await world.superuser('update steps set agenda_item_id = $1, due_on = $2 where id = any($3)', [
    item?.['id'],
    '2026-11-19',
    steps.slice(2),
  ]);
  expect((await month('2026-11'))?.steps).toEqual({ due: 5, onTime: 2 });
  // One whose day is not over yet counts when it is over.
  await world.superuser('update steps set due_on = $1 where id = $2', ['2026-11-20', steps[4]]);
  expect((await month('2026-11'))?.steps).toBeNull();
});

test('for the team alone, by each ring; nobody is named', async () => {
  const params = { teamId: team };
  for (const who of [outi, arja]) expect((await who.try(getTeamFigures, { params })).status).toBe(404);
  await expect(world.write(outi.id, 'select access.team_figures($1)', [team])).rejects.toThrow(
    /not in the team/,
  );
  expect((await outi.do(getTeamFigures, { params: { teamId: other } })).months[0]).toMatchObject({
    meetings: 0,
  });
  const told = JSON.stringify(await jukka.do(getTeamFigures, { params }));
  for (const name of ['Aino', 'Jukka', 'Leena', jukka.id, aino]) expect(told).not.toContain(name);
});
