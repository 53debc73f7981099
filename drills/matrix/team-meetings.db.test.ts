// What is of a team, by ring 1 alone: where every row of the database is open, those outside the team find as little. Real: app,
// PostgreSQL.
import { expect, test } from 'vitest';
import { inviteColleague } from '../../server/testing/case-parts.ts';
import { openTwoCaseMeeting } from '../../server/testing/two-case-meeting.ts';
import { type Person, testWorld } from '../../server/testing/world.ts';
import { listOwnHeard, rateHeard } from '../../shared/heard.ts';
import { listMeetingTemplates, saveMeetingTemplate } from '../../shared/meeting-templates.ts';
import { getMeetingRoom, listMeetings, sayComing } from '../../shared/meetings.ts';
import { getTeamFigures } from '../../shared/team-figures.ts';
import { openRingTwo } from './open-ring-two.ts';

const world = await testWorld();
const house = await openTwoCaseMeeting(world);
const { arja, kaisa, leena, maria, sari, nurseComes, teacherComes, protection, team, withTwoCases } = house;
const outi = await world.professional('Outi Ulkona', protection, 'social-worker');

test('every row is open, and the phases and figures of a team are its own', async () => {
  await openRingTwo(world);
  const read = { params: { teamId: team } };
  const save = {
    params: { teamId: team, kind: 'weekly' as const },
    body: { version: 0, phases: null },
  };
  for (const who of [outi, arja, maria]) {
    expect((await who.try(listMeetingTemplates, read)).status).toBe(404);
    expect((await who.try(getTeamFigures, read)).status).toBe(404);
    expect((await who.try(saveMeetingTemplate, save)).status).toBe(404);
  }
  // Of a case that they are not in nobody is asked how they were heard; in it, the family alone.
  const { aino, second } = await withTwoCases();
  for (const who of [outi, arja, sari])
    expect((await who.try(listOwnHeard, { params: { caseId: aino } })).status).toBe(404);
  for (const who of [outi, kaisa, leena, maria])
    expect((await who.try(rateHeard, { params: { itemId: second }, body: { rating: 1 } })).status).toBe(404);
  expect((await kaisa.do(listMeetingTemplates, read)).templates.length).toBe(5);
});

test('every row is open, and who comes to a meeting is told to those who are expected, who alone say that they cannot', async () => {
  const both = await withTwoCases();
  const { meeting, aino } = both;
  await teacherComes(both);
  await nurseComes(both);
  // In a case on the agenda and not in the team: the frame of the meeting is theirs, its people are not.
  await inviteColleague(leena, aino, outi);
  await openRingTwo(world);
  const params = { meetingId: meeting };
  const body = { comes: false, note: null };
  expect((await kaisa.do(getMeetingRoom, { params })).expected).toHaveLength(3);
  expect((await outi.do(getMeetingRoom, { params })).expected).toEqual([]);
  expect((await outi.try(sayComing, { params, body })).status).toBe(403);
  for (const who of [arja, maria]) expect((await who.try(sayComing, { params, body })).status).toBe(404);
  expect((await kaisa.try(sayComing, { params, body })).status).toBe(200);
  // In one of the two cases, and in both: nobody counts who comes for a case that is not theirs, nor reads what others present.
  const headOf = async (who: Person) =>
    (await who.do(listMeetings)).meetings.find(({ id }) => id === meeting);
  expect(await headOf(leena)).toMatchObject({ unanswered: 1, presents: ['Aino'] });
  expect(await headOf(kaisa)).toMatchObject({ unanswered: 2, presents: [] });
});
