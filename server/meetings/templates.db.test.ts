// The phases of a team's meetings: versions, the shipped ones again, the child's voice in each of them, and the meetings that keep what
// they were convened with. Real: app, PostgreSQL with both rings; ring 1 alone is asked in drills/matrix.
import { expect, test } from 'vitest';
import type { Phase } from '../../shared/meeting.ts';
import { listMeetingTemplates, saveMeetingTemplate } from '../../shared/meeting-templates.ts';
import { convened, moved, newTeam, roomOf } from '../testing/meeting-parts.ts';
import { openTwoCaseMeeting } from '../testing/two-case-meeting.ts';
import { type Person, testWorld } from '../testing/world.ts';

const world = await testWorld();
const { arja, kaisa, leena, oskar, maria, protection, withTwoCases, teacherComes, team } =
  await openTwoCaseMeeting(world);
const outi = await world.professional('Outi Ulkona', protection, 'social-worker');

const own = (key: string, title: string): Phase => ({
  key,
  minutes: 7,
  part: 'team',
  title,
  questions: ['Mitä toivomme?'],
});
const params = (teamId: string) => ({ teamId, kind: 'weekly' as const });
const weekly = async (who: Person, teamId: string) => {
  const { templates } = await who.do(listMeetingTemplates, { params: { teamId } });
  const found = templates.find(({ kind }) => kind === 'weekly');
  if (!found) throw new Error('no weekly meeting');
  return found;
};
const tried = (who: Person, teamId: string, version: number, phases: Phase[] | null) =>
  who.try(saveMeetingTemplate, { params: params(teamId), body: { version, phases } });
const status = async (...given: Parameters<typeof tried>) => (await tried(...given)).status;
const keysOf = async (who: Person, meetingId: string) =>
  (await roomOf(who, meetingId)).meeting.phases.map(({ key }) => key);

test('a team changes the phases of its meetings, another one keeps the shipped ones, and goes back to them', async () => {
  const east = await newTeam(arja, protection, kaisa, leena);
  const west = await newTeam(arja, protection, oskar);
  const shipped = await weekly(kaisa, east);
  expect(shipped).toMatchObject({ version: 0, since: null, asShipped: true });
  expect(shipped.phases).toEqual(shipped.shipped);
  const before = await convened(kaisa, east);
  const phases = [own('own-1', 'Alkukierros'), ...shipped.phases.filter(({ key }) => key !== 'picture')];
  expect(
    await kaisa.do(saveMeetingTemplate, { params: params(east), body: { version: 0, phases } }),
  ).toMatchObject({
    version: 1,
  });
  expect(await weekly(leena, east)).toMatchObject({ version: 1, asShipped: false, phases });
  expect(await weekly(oskar, west)).toMatchObject({ version: 0, phases: shipped.phases });

  // What was convened keeps its version, also while it is under way and when it is ended.
  const after = await convened(leena, east);
  const [old, now] = [shipped.phases.map(({ key }) => key), phases.map(({ key }) => key)];
  expect([await keysOf(leena, before), await keysOf(leena, after)]).toEqual([old, now]);
  await moved(kaisa, before, 'open');
  // Of two who had read the same version the second is told.
  expect((await tried(leena, east, 0, phases)).status).toBe(409);
  await leena.do(saveMeetingTemplate, { params: params(east), body: { version: 1, phases: null } });
  expect(await weekly(kaisa, east)).toMatchObject({ version: 2, asShipped: true, phases: shipped.phases });
  expect([await keysOf(leena, before), await keysOf(leena, after)]).toEqual([old, now]);
  await moved(kaisa, before, 'end');
  expect(await keysOf(leena, before)).toEqual(old);
  expect(await keysOf(leena, await convened(kaisa, east))).toEqual(old);
});

test('of two who save at the same moment one is first', async () => {
  const teamId = await newTeam(arja, protection, kaisa, leena);
  const { shipped } = await weekly(kaisa, teamId);
  const answers = await Promise.all([kaisa, leena].map((who) => status(who, teamId, 0, shipped)));
  expect(answers.sort()).toEqual([200, 409]);
});

test('the child’s voice stays in it; no phase stands twice or without a name', async () => {
  const teamId = await newTeam(arja, protection, kaisa);
  const { shipped } = await weekly(kaisa, teamId);
  const refused = async (phases: Phase[]) => {
    const answer = await tried(kaisa, teamId, 0, phases);
    return [answer.status, (answer.body as { error?: string }).error];
  };
  const [first] = shipped;
  if (!first) throw new Error('nothing shipped');
  expect(await refused(shipped.filter(({ key }) => key !== 'child-voice'))).toEqual([
    409,
    'child-view-missing',
  ]);
  expect((await refused([]))[0]).toBe(400);
  expect((await refused([...shipped, first]))[0]).toBe(400);
  expect((await refused([...shipped, { key: 'own-1', minutes: 5, part: 'none' }]))[0]).toBe(400);
  expect((await weekly(kaisa, teamId)).version).toBe(0);
  // A shipped one is called what the team calls it, or nothing of its own.
  const renamed = shipped.map((one) =>
    one.key === 'safety' ? { ...one, title: 'Onko kaikki turvassa?' } : one,
  );
  expect(await status(kaisa, teamId, 0, renamed)).toBe(200);
  expect((await weekly(kaisa, teamId)).phases).toEqual(renamed);
});

test('the team alone: not a colleague outside it, and no visitor, also not in the room', async () => {
  const both = await withTwoCases();
  await teacherComes(both);
  const { shipped } = await weekly(kaisa, team);
  const answers = async (who: Person) => [
    (await who.try(listMeetingTemplates, { params: { teamId: team } })).status,
    await status(who, team, 0, shipped),
  ];
  for (const who of [outi, arja, maria]) expect(await answers(who)).toEqual([404, 404]);
  await moved(kaisa, both.meeting, 'open');
  await moved(kaisa, both.meeting, 'begin-item', { itemId: both.second });
  expect((await roomOf(maria, both.meeting)).as).toBe('visitor');
  expect(await answers(maria)).toEqual([404, 404]);
});

test('the database asks the same, alone', async () => {
  const teamId = await newTeam(arja, protection, kaisa);
  const written = async (who: Person, phases: unknown, more: { version?: number; madeAt?: string } = {}) => {
    const values = [teamId, more.version ?? 1, JSON.stringify(phases), who.affiliationId];
    const insert = `insert into meeting_templates (kind, team_id, version, phases, made_by, made_at)
      values ('weekly', $1, $2, $3, $4, ${more.madeAt ?? 'app.now()'})`;
    try {
      await world.write(who.id, insert, values);
      return 'done';
    } catch (problem) {
      return problem instanceof Error ? problem.message : '';
    }
  };
  const voice = { key: 'child-voice', minutes: 5, part: 'none' };
  const other = { ...voice, key: 'question' };
  expect(await written(outi, [voice])).toMatch(/row-level security/);
  expect(await written(kaisa, [voice], { madeAt: `app.now() - interval '1 day'` })).toMatch(
    /row-level security/,
  );
  expect(await written(kaisa, [other])).toMatch(/voice/);
  expect(await written(kaisa, [voice, other, other])).toMatch(/twice/);
  expect(await written(kaisa, [voice], { version: 3 })).toMatch(/next version/);
  expect(await written(kaisa, [voice])).toBe('done');
});
