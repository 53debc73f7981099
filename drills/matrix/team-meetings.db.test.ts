// What is of a team, by ring 1 alone: where every row of the database is open, those outside the team find as little. Real: app,
// PostgreSQL.
import { expect, test } from 'vitest';
import { openTwoCaseMeeting } from '../../server/testing/two-case-meeting.ts';
import { testWorld } from '../../server/testing/world.ts';
import { listOwnHeard, rateHeard } from '../../shared/heard.ts';
import { listMeetingTemplates, saveMeetingTemplate } from '../../shared/meeting-templates.ts';
import { getTeamFigures } from '../../shared/team-figures.ts';
import { openRingTwo } from './open-ring-two.ts';

const world = await testWorld();
const { arja, kaisa, leena, maria, sari, protection, team, withTwoCases } = await openTwoCaseMeeting(world);
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
