// Who is expected in a planned meeting and cannot come, who is away, who has not answered, and what one presents: told to those who may
// know, live. Real: app, sockets, PostgreSQL with both rings.
import { expect, test, vi } from 'vitest';
import { endAbsence, recordAbsence } from '../../shared/absences.ts';
import { changeTeam } from '../../shared/agencies.ts';
import { answerVisit, changeItem, conveneMeeting, listMeetings, sayComing } from '../../shared/meetings.ts';
import { inviteColleague, see } from '../testing/case-parts.ts';
import { connectLive } from '../testing/live-client.ts';
import { convened, itemsOf, moved, proposed, roomOf, visitsOf } from '../testing/meeting-parts.ts';
import { openTwoCaseMeeting } from '../testing/two-case-meeting.ts';
import { type Person, testWorld } from '../testing/world.ts';

vi.setConfig({ testTimeout: 60_000 });

const world = await testWorld();
const address = await world.listen();
const house = await openTwoCaseMeeting(world);
const { arja, kaisa, leena, oskar, maria, team, protection, withTwoCases, teacherComes, nurseComes } = house;
const outi = await world.professional('Outi Ulkona', protection, 'social-worker');
const terhi = await world.professional('Terhi Perheterapeutti', protection, 'family-therapist');
const koorti = await world.professional('Koorti Nator', protection, 'coordinator');

const say = (who: Person, meetingId: string, comes: boolean, note: string | null = null) =>
  who.try(sayComing, { params: { meetingId }, body: { comes, note } });
const of = async (who: Person, meetingId: string, whom: Person) =>
  (await roomOf(who, meetingId)).expected.find(({ person }) => person.personId === whom.id);
const headOf = async (who: Person, meetingId: string) =>
  (await who.do(listMeetings)).meetings.find(({ id }) => id === meetingId);
const setMembers = (...people: Person[]) =>
  arja.do(changeTeam, {
    params: { teamId: team },
    body: { name: 'Tiimi Itä', ended: false, affiliationIds: people.map((one) => one.affiliationId ?? '') },
  });
const hint = async (live: Awaited<ReturnType<typeof connectLive>>, from: number) =>
  live.next('meetings', () => true, from);

test('one press says that one cannot come, another that one can after all; the team hears it at once', async () => {
  const { meeting } = await withTwoCases();
  expect((await roomOf(kaisa, meeting)).expected.map(({ person, me }) => [person.name, me])).toEqual([
    ['Kaisa Salo', true],
    ['Leena Kallio', false],
    ['Oskar Nyström', false],
  ]);
  const page = await connectLive(address, kaisa);
  let from = page.frames.length;
  expect((await say(leena, meeting, false, 'Käräjillä.')).status).toBe(200);
  await hint(page, from);
  expect(await of(kaisa, meeting, leena)).toMatchObject({ regrets: { note: 'Käräjillä.' }, away: null });
  // A press that comes twice, also at once, is one.
  const both = await Promise.all([say(leena, meeting, false, 'Käräjillä.'), say(leena, meeting, false)]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  const rows = await world.superuser('select taken_back_at from meeting_regrets where meeting_id = $1', [
    meeting,
  ]);
  expect(rows.rows).toEqual([{ taken_back_at: null }]);
  from = page.frames.length;
  expect((await say(leena, meeting, true)).status).toBe(200);
  await hint(page, from);
  expect(await of(oskar, meeting, leena)).toMatchObject({ regrets: null });
  await say(leena, meeting, false);
  await moved(kaisa, meeting, 'open');
  const late = await say(oskar, meeting, false);
  expect([late.status, late.error?.error]).toEqual([409, 'meeting-state']);
  expect((await roomOf(kaisa, meeting)).expected).toEqual([]);
  await page.close();
});

test('a visitor answers their invitation; whoever only has a case on the agenda reads nothing of the team, and strangers find no meeting', async () => {
  const both = await withTwoCases();
  const { meeting, aino } = both;
  await teacherComes(both);
  await inviteColleague(leena, aino, outi);
  await say(leena, meeting, false, 'Käräjillä.');
  expect((await roomOf(outi, meeting)).expected).toEqual([]);
  expect((await say(outi, meeting, false)).status).toBe(403);
  for (const who of [maria, terhi, arja]) expect((await say(who, meeting, false)).status).toBe(404);
  const asked = (who: Person) => world.write(who.id, 'select note from access.who_comes($1)', [meeting]);
  expect(await asked(kaisa)).toHaveLength(3);
  for (const who of [outi, maria, terhi]) {
    expect(await asked(who)).toEqual([]);
    const said = world.write(who.id, 'select access.say_coming($1, false, null)', [meeting]);
    await expect(said).rejects.toThrow(/not expected|no such meeting/);
  }
});

test('in a meeting of one case its home team is expected', async () => {
  const { aino } = await withTwoCases();
  const { id } = await leena.do(conveneMeeting, {
    body: {
      of: { kind: 'case', caseId: aino },
      meeting: 'network',
      startsAt: new Date(Date.now() + 86_400_000).toISOString(),
      endsAt: new Date(Date.now() + 90_000_000).toISOString(),
      place: null,
      link: null,
    },
  });
  expect((await say(kaisa, id, false)).status).toBe(200);
  const { expected } = await roomOf(leena, id);
  expect(expected.map(({ person, regrets }) => [person.name, regrets])).toEqual([
    ['Kaisa Salo', { note: null }],
    ['Leena Kallio', null],
  ]);
  expect((await say(oskar, id, false)).status).toBe(404);
});

test('whoever is away at that time is shown so by themselves, and an open page hears when that begins to hold and when it does not', async () => {
  const meeting = await convened(kaisa, team);
  const page = await connectLive(address, kaisa);
  const stranger = await connectLive(address, outi);
  let from = page.frames.length;
  const until = new Date(Date.now() + 7_200_000).toISOString();
  const { id } = await oskar.do(recordAbsence, {
    body: {
      affiliationId: oskar.affiliationId ?? '',
      substituteAffiliationId: leena.affiliationId ?? '',
      from: new Date().toISOString(),
      until,
    },
  });
  await hint(page, from);
  expect(await of(kaisa, meeting, oskar)).toMatchObject({ regrets: null, away: { until } });
  from = page.frames.length;
  await oskar.do(endAbsence, { params: { absenceId: id }, body: {} });
  await hint(page, from);
  expect(await of(kaisa, meeting, oskar)).toMatchObject({ away: null });
  expect(stranger.frames.some(({ t }) => t === 'meetings')).toBe(false);
  await Promise.all([page.close(), stranger.close()]);
});

test('whoever joins the team hears of its meetings, and is expected', async () => {
  const meeting = await convened(kaisa, team);
  const [page, comer] = [await connectLive(address, kaisa), await connectLive(address, terhi)];
  let [from, own] = [page.frames.length, comer.frames.length];
  await setMembers(kaisa, leena, oskar, terhi);
  await Promise.all([hint(page, from), hint(comer, own)]);
  expect((await of(terhi, meeting, terhi))?.me).toBe(true);
  [from, own] = [page.frames.length, comer.frames.length];
  await setMembers(kaisa, leena, oskar);
  await Promise.all([hint(page, from), hint(comer, own)]);
  expect(await headOf(terhi, meeting)).toBeUndefined();
  await Promise.all([page.close(), comer.close()]);
});

test('unanswered invitations are counted in the cases of whose home team one is, and of no other', async () => {
  await setMembers(kaisa, leena, oskar, koorti);
  const both = await withTwoCases();
  const { meeting } = both;
  const visitId = await teacherComes(both);
  await nurseComes(both);
  const counts = async () =>
    Promise.all([kaisa, leena, oskar, koorti].map(async (who) => (await headOf(who, meeting))?.unanswered));
  // The coordinator is in neither case: whether anybody comes from outside is nothing to know by a number.
  expect(await counts()).toEqual([2, 1, 1, 0]);
  const page = await connectLive(address, kaisa);
  const from = page.frames.length;
  await maria.do(answerVisit, { params: { visitId }, body: { answer: 'comes' } });
  await hint(page, from);
  expect(await counts()).toEqual([1, 0, 1, 0]);
  expect((await visitsOf(maria)).find(({ id }) => id === visitId)?.answer).toBe('comes');
  await moved(kaisa, meeting, 'cancel', { reason: 'Sairastapauksia.' });
  expect(await counts()).toEqual([0, 0, 0, 0]);
  await page.close();
});

test('what one presents stands in the list by the child’s name, for oneself alone, until it was discussed', async () => {
  const both = await withTwoCases();
  const { meeting, aino, second } = both;
  const presents = async () =>
    Promise.all([kaisa, leena, oskar].map(async (who) => (await headOf(who, meeting))?.presents));
  expect(await presents()).toEqual([[], ['Aino'], ['Elsa']]);
  const page = await connectLive(address, kaisa);
  const from = page.frames.length;
  const item = (await itemsOf(leena, meeting)).find(({ id }) => id === second);
  const place = (await see(leena, aino)).members.find(({ personId }) => personId === kaisa.id)?.id ?? '';
  await leena.do(changeItem, {
    params: { itemId: second },
    body: {
      version: item?.version ?? 0,
      presenterMembershipId: place,
      familyStance: 'knows',
      familyNote: null,
    },
  });
  await hint(page, from);
  expect(await presents()).toEqual([['Aino'], [], ['Elsa']]);
  const other = await convened(kaisa, team);
  await proposed(leena, other, aino);
  expect((await headOf(leena, other))?.presents).toEqual(['Aino']);
  await moved(leena, other, 'cancel', { reason: 'x' });
  await page.close();
});
