// A team's weekly meeting: planned half a year ahead, holidays passed over, each occasion one that can be moved; gone on with when one is
// held; ended. Real: app, PostgreSQL with both rings.
import { expect, test } from 'vitest';
import { beginSeries, changeMeeting, endSeries, listMeetings } from '../../shared/meetings.ts';
import { settableClock } from '../platform/clock/clock.ts';
import { inviteColleague, openACase } from '../testing/case-parts.ts';
import { moved, newTeam, proposed, roomOf } from '../testing/meeting-parts.ts';
import { testWorld } from '../testing/world.ts';

// A Monday; the Tuesdays of Epiphany (6 January 2027 is a Wednesday) and of Christmas are looked at below.
const clock = settableClock(new Date('2026-11-30T07:00:00Z'));
const world = await testWorld({ clock });
const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
const arja = await world.professional('Arja Hallinto', home, 'administrator');
const kaisa = await world.professional('Kaisa Salo', home, 'consultant-social-worker');
const leena = await world.professional('Leena Kallio', home, 'social-worker');
const outi = await world.professional('Outi Ulkona', home, 'social-worker');
const teamId = await newTeam(arja, home, kaisa, leena);

const weekly = {
  weekday: 3,
  time: '09:00',
  minutes: 180,
  everyWeeks: 1,
  fromOn: '2026-12-01',
  untilOn: null,
  place: 'Kokoushuone Meri',
  link: null,
};
const begun = async (changes: Partial<typeof weekly> = {}): Promise<string> =>
  (await kaisa.do(beginSeries, { params: { teamId }, body: { ...weekly, ...changes } })).id;
const startsOf = async (who = leena) => (await who.do(listMeetings)).meetings.map(({ startsAt }) => startsAt);

test('every Wednesday at nine, by the clock on the wall, without Epiphany; outsiders see none of it', async () => {
  const seriesId = await begun();
  const starts = await startsOf();
  expect(starts.slice(0, 2)).toEqual(['2026-12-02T07:00:00.000Z', '2026-12-09T07:00:00.000Z']);
  expect(starts).not.toContain('2027-01-06T07:00:00.000Z');
  expect(starts).toContain('2027-01-13T07:00:00.000Z');
  const all = (
    await world.superuser('select starts_at from meetings where series_id = $1 order by 1', [seriesId])
  ).rows;
  expect(all.length).toBeGreaterThan(20);
  // Summer time begins on 28 March: nine on the wall is six by the sun of Greenwich.
  expect(all.map((row) => (row['starts_at'] as Date).toISOString())).toContain('2027-03-31T06:00:00.000Z');
  expect(await startsOf(outi)).toEqual([]);
  expect((await leena.do(listMeetings)).series).toMatchObject([{ id: seriesId, weekday: 3, time: '09:00' }]);
  expect((await outi.try(endSeries, { params: { seriesId }, body: {} })).status).toBe(404);
  await kaisa.do(endSeries, { params: { seriesId }, body: {} });
});

test('one that was moved or cancelled stays so when the series goes on; ended, what has a case on its agenda is held all the same', async () => {
  const seriesId = await begun({ weekday: 4 });
  const listed = async () =>
    (await leena.do(listMeetings)).meetings.filter(({ state }) => state !== 'cancelled');
  const [first, second, third] = (await listed()).map(({ id }) => id);
  const { meeting } = await roomOf(leena, second ?? '');
  await leena.do(changeMeeting, {
    params: { meetingId: second ?? '' },
    body: {
      version: meeting.version,
      startsAt: '2026-12-11T10:00:00.000Z',
      endsAt: '2026-12-11T12:00:00.000Z',
      place: null,
      link: null,
    },
  });
  await moved(kaisa, third ?? '', 'cancel', { reason: 'Koulutuspäivä.' });
  const before = (await listed()).length;
  await moved(kaisa, first ?? '', 'open');
  const now = await listed();
  expect(now.length).toBe(before);
  expect(now.map(({ startsAt }) => startsAt)).toContain('2026-12-11T10:00:00.000Z');
  const caseId = await openACase(leena);
  await inviteColleague(leena, caseId, kaisa);
  const kept = now.at(-1)?.id ?? '';
  await proposed(leena, kept, caseId);
  await kaisa.do(endSeries, { params: { seriesId }, body: {} });
  const left = (await listed()).filter(({ state }) => state === 'planned').map(({ id }) => id);
  expect(left).toEqual([kept]);
  expect((await kaisa.try(endSeries, { params: { seriesId }, body: {} })).status).toBe(409);
});
