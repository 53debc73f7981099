// What a team plans stands in the calendars of those in it: as a mail program has it that read all the mails, against what stands in the
// tables. Real: app, PostgreSQL with its jobs' role, a mail server, another parser of calendars. The clock is moved.
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { changeTeam, endAffiliation } from '../../../shared/agencies.ts';
import { endMembership } from '../../../shared/cases.ts';
import { beginSeries, changeMeeting, conveneMeeting, endSeries } from '../../../shared/meetings.ts';
import { settableClock } from '../../platform/clock/clock.ts';
import { openDatabase } from '../../platform/db/pool.ts';
import { inviteColleague, openACase, see } from '../../testing/case-parts.ts';
import { type HeldCalendar, holdCalendar } from '../../testing/held-calendar.ts';
import { openMailServer, senderTo } from '../../testing/mail-server.ts';
import { moved, newTeam, proposed, roomOf } from '../../testing/meeting-parts.ts';
import { type Person, testWorld } from '../../testing/world.ts';
import { sayInCalendars } from './say-in-calendars.ts';
import { occurrencesOf } from './weekly-series.ts';

vi.setConfig({ testTimeout: 60_000 });

const monday = new Date('2026-11-30T07:00:00Z');
const clock = settableClock(monday);
const world = await testWorld({ clock });
const jobs = openDatabase(world.pools.jobs);
const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
let arja = await world.professional('Arja Hallinto', home, 'administrator');
const smtp = await openMailServer();
afterAll(() => smtp.close());

let count = 0;
let kaisa: Person;
let leena: Person;
let oskar: Person;
let teamId: string;
let calendars: Map<string, HeldCalendar>;
beforeEach(async () => {
  count += 1;
  clock.set(monday);
  arja = await world.signIn(arja.signInName);
  await world.superuser('update meeting_series set ended_at = $1 where ended_at is null', [clock.now()]);
  await world.superuser(`update meetings set state = 'cancelled' where state <> 'cancelled'`);
  await world.superuser('delete from mails');
  await world.superuser('delete from calendar_occasions');
  await world.superuser('delete from calendar_entries');
  kaisa = await world.professional(`Kaisa Salo ${count}`, home, 'consultant-social-worker');
  leena = await world.professional(`Leena Kallio ${count}`, home, 'social-worker');
  oskar = await world.professional(`Oskar Nyström ${count}`, home, 'social-worker');
  teamId = await newTeam(arja, home, kaisa, leena);
  calendars = new Map();
});

const addressOf = (who: Person) => `${who.signInName}@example.org`;
const calendarOf = (who: Person): HeldCalendar => {
  const found = calendars.get(addressOf(who)) ?? holdCalendar();
  calendars.set(addressOf(who), found);
  return found;
};
const toOf = (mail: (typeof smtp.received)[number]): string => [mail.to ?? []].flat()[0]?.text ?? '';

/** A round of the server, then one of the post. Every mail is put into the calendar of whoever gets it. */
const post = async () => {
  const from = smtp.received.length;
  while ((await sayInCalendars({ jobs, clock })) > 0);
  const sender = senderTo(smtp.url, { world, clock });
  await sender.sendWaiting();
  sender.close();
  const mails = smtp.received.slice(from);
  for (const mail of mails) {
    const address = toOf(mail);
    const calendar = calendars.get(address) ?? holdCalendar();
    calendars.set(address, calendar);
    calendar.take(mail.attachments[0]?.content.toString() ?? '');
  }
  return mails.map((mail) => ({ to: toOf(mail), subject: mail.subject, text: mail.text ?? '', mail }));
};

const weekly = {
  weekday: 3,
  time: '09:00',
  minutes: 180,
  everyWeeks: 1,
  fromOn: '2026-12-01',
  untilOn: null as string | null,
  place: 'Kokoushuone Meri',
  link: null,
};
const begun = async (changes: Partial<typeof weekly> = {}): Promise<string> =>
  (await kaisa.do(beginSeries, { params: { teamId }, body: { ...weekly, ...changes } })).id;
const planned = async (seriesId: string): Promise<{ id: string; startsAt: string; endsAt: string }[]> =>
  (
    await world.superuser(
      `select id, starts_at, ends_at from meetings where series_id = $1 and state <> 'cancelled' and ends_at > $2 order by starts_at`,
      [seriesId, clock.now()],
    )
  ).rows.map((row) => ({
    id: String(row['id']),
    startsAt: (row['starts_at'] as Date).toISOString(),
    endsAt: (row['ends_at'] as Date).toISOString(),
  }));
const timesIn = (meetings: { startsAt: string; endsAt: string }[]) =>
  meetings.map(({ startsAt, endsAt }) => ({ startsAt, endsAt }));
const inDays = (days: number) => new Date(clock.now().getTime() + days * 86_400_000);
/** For as long as meetings are planned, the calendar has just those. */
const expectAsPlanned = async (who: Person, seriesId: string) => {
  const all = timesIn(await planned(seriesId));
  expect(calendarOf(who).between(clock.now(), inDays(170))).toEqual(
    all.filter(({ startsAt }) => startsAt < inDays(170).toISOString()),
  );
};
const moveTo = async (meetingId: string, startsAt: string, endsAt: string) => {
  const { version, place, link } = (await roomOf(leena, meetingId)).meeting;
  await leena.do(changeMeeting, {
    params: { meetingId },
    body: { version, startsAt, endsAt, place, link },
  });
};
const setMembers = (...people: Person[]) => {
  clock.advance(60_000);
  return arja.do(changeTeam, {
    params: { teamId },
    body: { name: 'Tiimi Itä', ended: false, affiliationIds: people.map((one) => one.affiliationId ?? '') },
  });
};

test('a series is one mail to each of the team, and its entry is what occurrencesOf has, over Christmas, summer time and three years', async () => {
  const seriesId = await begun();
  const mails = await post();
  expect(mails.map(({ to, subject }) => [to, subject]).toSorted()).toEqual(
    [kaisa, leena].map((one) => [addressOf(one), 'Rinki: tiimin viikkokokous']).toSorted(),
  );
  expect(mails[0]?.text.split('\n').slice(0, 6)).toEqual([
    'Olet mukana tässä kokouksessa. Lisää se kalenteriisi.',
    'Tiimin viikkokokous: keskiviikko 2. joulukuuta 2026 klo 9.00–12.00',
    'Joka viikko, pyhäpäivinä kokousta ei ole.',
    '',
    'Jos et pääse, kirjaudu sisään ja kerro se:',
    'https://rinki.example.fi/meetings',
  ]);
  const rule = { ...weekly, from: weekly.fromOn, until: null };
  const expected = occurrencesOf(rule, '2026-12-01', '2029-11-20').map(({ startsAt, endsAt }) => ({
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  }));
  expect(expected.length).toBeGreaterThan(145);
  for (const who of [kaisa, leena]) {
    expect(calendarOf(who).between(clock.now(), new Date('2029-11-20T22:00:00Z'))).toEqual(expected);
    await expectAsPlanned(who, seriesId);
  }
  expect(calendarOf(leena).between(new Date('2027-01-06'), new Date('2027-01-07'))).toEqual([]);
  expect(await post()).toEqual([]);
});

test('nobody else, no child, place or number stands in the mail as it arrives, and nobody’s uid is another’s', async () => {
  const caseId = await openACase(leena, { childGivenName: 'Aino' });
  await inviteColleague(leena, caseId, kaisa);
  const seriesId = await begun();
  const [first] = await planned(seriesId);
  await proposed(leena, first?.id ?? '', caseId);
  const from = smtp.received.length;
  await post();
  await moveTo(first?.id ?? '', '2026-12-03T08:00:00.000Z', '2026-12-03T09:00:00.000Z');
  await post();
  const number = (await see(leena, caseId)).case.number;
  const raws = smtp.received
    .slice(from)
    .map((mail, n) =>
      [
        smtp.sources[from + n],
        mail.subject,
        mail.text,
        ...mail.attachments.map((a) => a.content.toString().replaceAll('\r\n ', '')),
      ].join('\n'),
    );
  expect(raws).toHaveLength(4);
  for (const raw of raws)
    for (const word of [
      'Aino',
      number,
      'Meri',
      'Salo',
      'Tiimi Itä',
      'Rannikon',
      'lastensuojelu',
      '\nLOCATION',
    ])
      expect(raw).not.toContain(word);
  const other = (to: string) => [kaisa, leena].filter((one) => addressOf(one) !== to).map(addressOf);
  smtp.received.slice(from).forEach((mail, n) => {
    for (const address of other(toOf(mail))) expect(raws[n]).not.toContain(address);
  });
  const uids = new Set(raws.map((raw) => /UID:(.*)/.exec(raw)?.[1]));
  expect(uids.size).toBe(2);
});

test('moved, moved back and cancelled: one mail for that occasion alone, by its RECURRENCE-ID', async () => {
  const seriesId = await begun();
  await post();
  const [, second, third] = await planned(seriesId);
  await moveTo(second?.id ?? '', '2026-12-11T10:00:00.000Z', '2026-12-11T12:00:00.000Z');
  await moved(kaisa, third?.id ?? '', 'cancel', { reason: 'Koulutuspäivä.' });
  const told = await post();
  expect(told.map(({ to, subject }) => [to, subject]).toSorted()).toEqual(
    [kaisa, leena]
      .flatMap((one) => [
        [addressOf(one), 'Rinki: tiimin viikkokokous (muutos)'],
        [addressOf(one), 'Rinki: tiimin viikkokokous (peruttu)'],
      ])
      .toSorted(),
  );
  expect(told.find(({ subject }) => subject?.includes('muutos'))?.text).toContain(
    'perjantai 11. joulukuuta 2026 klo 12.00–14.00\nAlun perin: keskiviikko 9. joulukuuta 2026.\n',
  );
  await expectAsPlanned(leena, seriesId);
  await moveTo(second?.id ?? '', '2026-12-09T07:00:00.000Z', '2026-12-09T10:00:00.000Z');
  expect(await post()).toHaveLength(2);
  await expectAsPlanned(leena, seriesId);
  expect(await post()).toEqual([]);
});

test('ended before any was held it leaves the calendar; with one on whose agenda a case stands, it ends with that one', async () => {
  const gone = await begun();
  await post();
  await kaisa.do(endSeries, { params: { seriesId: gone }, body: {} });
  expect((await post()).map(({ subject }) => subject)).toEqual(
    Array(2).fill('Rinki: tiimin viikkokokous (peruttu)'),
  );
  expect(calendarOf(leena).between(clock.now(), inDays(900))).toEqual([]);
  const seriesId = await begun({ weekday: 4 });
  await post();
  const [, moving, , kept] = await planned(seriesId);
  const caseId = await openACase(leena);
  await inviteColleague(leena, caseId, kaisa);
  for (const one of [moving, kept]) await proposed(leena, one?.id ?? '', caseId);
  await moveTo(moving?.id ?? '', '2026-12-11T10:00:00.000Z', '2026-12-11T12:00:00.000Z');
  await post();
  await kaisa.do(endSeries, { params: { seriesId }, body: {} });
  // The series is said anew, and so is what was moved in it: programs forget it.
  expect((await post()).map(({ to }) => to).toSorted()).toEqual(
    [kaisa, kaisa, leena, leena].map(addressOf).toSorted(),
  );
  expect(await planned(seriesId)).toHaveLength(2);
  expect(calendarOf(leena).between(clock.now(), inDays(900))).toEqual(timesIn(await planned(seriesId)));
});

test('ended after some were held: those stay in the calendar, nothing is left to come; whoever leaves then hears nothing', async () => {
  const seriesId = await begun();
  await post();
  const [first, second] = await planned(seriesId);
  clock.set(new Date(first?.startsAt ?? ''));
  [kaisa, leena] = [await world.signIn(kaisa.signInName), await world.signIn(leena.signInName)];
  await moved(kaisa, first?.id ?? '', 'open');
  await moved(kaisa, first?.id ?? '', 'end');
  await moved(kaisa, second?.id ?? '', 'cancel', { reason: 'Koulutuspäivä.' });
  expect(await post()).toHaveLength(2);
  clock.set(new Date('2026-12-04T07:00:00Z'));
  kaisa = await world.signIn(kaisa.signInName);
  await kaisa.do(endSeries, { params: { seriesId }, body: {} });
  const told = await post();
  expect(told.map(({ subject }) => subject)).toEqual(Array(2).fill('Rinki: tiimin viikkokokous (muutos)'));
  expect(told[0]?.text).toContain('Viimeinen kerta: keskiviikko 2. joulukuuta 2026.');
  expect(calendarOf(leena).between(new Date('2026-11-30'), inDays(900))).toEqual(
    first ? [{ startsAt: first.startsAt, endsAt: first.endsAt }] : [],
  );
  arja = await world.signIn(arja.signInName);
  await setMembers(kaisa);
  expect(await post()).toEqual([]);
});

test('whoever joins gets what goes on, whoever leaves loses it; whoever is back gets it again', async () => {
  const seriesId = await begun({ untilOn: '2027-04-30' });
  const [first, second, third] = await planned(seriesId);
  await moveTo(second?.id ?? '', '2026-12-11T10:00:00.000Z', '2026-12-11T12:00:00.000Z');
  await moved(kaisa, third?.id ?? '', 'cancel', { reason: 'Koulutuspäivä.' });
  await post();
  expect(first?.startsAt).toBe('2026-12-02T07:00:00.000Z');
  await setMembers(kaisa, leena, oskar);
  const joined = await post();
  expect(joined.map(({ to, subject }) => [to, subject])).toEqual([
    [addressOf(oskar), 'Rinki: tiimin viikkokokous'],
    [addressOf(oskar), 'Rinki: tiimin viikkokokous (muutos)'],
  ]);
  expect(joined[0]?.text).toContain('Viimeinen kerta: keskiviikko 28. huhtikuuta 2027.');
  for (const who of [leena, oskar])
    expect(calendarOf(who).between(clock.now(), inDays(900))).toEqual(timesIn(await planned(seriesId)));
  await setMembers(kaisa, leena);
  expect((await post()).map(({ to, subject }) => [to, subject])).toEqual([
    [addressOf(oskar), 'Rinki: tiimin viikkokokous (peruttu)'],
  ]);
  expect(calendarOf(oskar).between(clock.now(), inDays(900))).toEqual([]);
  await setMembers(kaisa, leena, oskar);
  await post();
  expect(calendarOf(oskar).between(clock.now(), inDays(900))).toEqual(timesIn(await planned(seriesId)));
  await arja.do(endAffiliation, { params: { affiliationId: oskar.affiliationId ?? '' }, body: {} });
  await post();
  expect(calendarOf(oskar).between(clock.now(), inDays(900))).toEqual([]);
  // Others hear nothing of who comes and goes.
  expect(smtp.received.filter((mail) => toOf(mail) === addressOf(leena))).toHaveLength(2);
});

test('a one-off meeting of the team and one of a case: whoever is in it gets one entry, by the clock too', async () => {
  const caseId = await openACase(leena);
  await inviteColleague(leena, caseId, oskar);
  const hours = { startsAt: '2026-12-14T10:00:00.000Z', endsAt: '2026-12-14T11:00:00.000Z' };
  const convened = async (of: { kind: 'team'; teamId: string } | { kind: 'case'; caseId: string }) =>
    (
      await leena.do(conveneMeeting, {
        body: {
          of,
          meeting: of.kind === 'case' ? 'network' : 'expert-group',
          ...hours,
          place: null,
          link: null,
        },
      })
    ).id;
  await convened({ kind: 'team', teamId });
  const network = await convened({ kind: 'case', caseId });
  const told = await post();
  expect(told.map(({ to }) => to).toSorted()).toEqual([kaisa, leena, leena, oskar].map(addressOf).toSorted());
  expect(calendarOf(oskar).between(clock.now(), inDays(30))).toEqual([hours]);
  const later = { startsAt: '2026-12-15T10:00:00.000Z', endsAt: '2026-12-15T11:00:00.000Z' };
  // Finer than a calendar can say it: said once all the same.
  await moveTo(network, '2026-12-15T10:00:00.000123Z', '2026-12-15T11:00:00.000456Z');
  expect(await post()).toHaveLength(2);
  expect(await post()).toEqual([]);
  expect(calendarOf(oskar).between(clock.now(), inDays(30))).toEqual([later]);
  // Whoever will not be in the case at that time is not expected, and no mail says that they left.
  const place = (await see(leena, caseId)).members.find((one) => one.personId === oskar.id)?.id ?? '';
  await world.superuser('update memberships set ends_at = $2 where id = $1', [place, inDays(3)]);
  await post();
  expect(calendarOf(oskar).between(clock.now(), inDays(30))).toEqual([]);
  await world.superuser('update memberships set ends_at = null where id = $1', [place]);
  await post();
  expect(calendarOf(oskar).between(clock.now(), inDays(30))).toEqual([later]);
  await leena.do(endMembership, { params: { caseId, memberId: place }, body: { reason: 'x' } });
  await moved(leena, network, 'cancel', { reason: 'Sairastapauksia.' });
  await post();
  expect(calendarOf(oskar).between(clock.now(), inDays(30))).toEqual([]);
  expect(calendarOf(leena).between(clock.now(), inDays(30))).toEqual([hours]);
});

test('what was rolled back is said to nobody, what was done is said by whichever server comes next, and by one of them', async () => {
  const one = await world.pools.app.connect();
  await one.query('begin');
  await one.query(
    `select set_config('app.person', $1, true), set_config('app.affiliation', $2, true), set_config('app.now', $3, true)`,
    [kaisa.id, kaisa.affiliationId, clock.now().toISOString()],
  );
  const made = await one.query(
    `select access.convene_meeting($1, null, 'weekly', null, null, '2026-12-20T10:00:00Z', '2026-12-20T11:00:00Z', null, null) as id`,
    [teamId],
  );
  expect(made.rows[0].id).toEqual(expect.any(String));
  await one.query('rollback');
  one.release();
  expect(await post()).toEqual([]);
  await begun();
  // The server that took it died: nothing was queued yet, nothing is lost.
  const rounds = await Promise.all([1, 2, 3].map(() => sayInCalendars({ jobs, clock })));
  expect(rounds.toSorted()).toEqual([0, 0, 2]);
  expect(await post()).toHaveLength(2);
});

test('one occasion waits for its series, whose mail did not go at first', async () => {
  const seriesId = await begun();
  await sayInCalendars({ jobs, clock });
  const nowhere = senderTo('smtp://127.0.0.1:9', { world, clock });
  expect(await nowhere.sendWaiting()).toBe(0);
  nowhere.close();
  const [, second] = await planned(seriesId);
  await moveTo(second?.id ?? '', '2026-12-11T10:00:00.000Z', '2026-12-11T12:00:00.000Z');
  expect(await post()).toEqual([]);
  clock.advance(60_000);
  expect((await post()).map(({ subject }) => subject).toSorted()).toEqual([
    'Rinki: tiimin viikkokokous',
    'Rinki: tiimin viikkokokous',
    'Rinki: tiimin viikkokokous (muutos)',
    'Rinki: tiimin viikkokokous (muutos)',
  ]);
  await expectAsPlanned(leena, seriesId);
});

test('a round that fails in the middle leaves no entry that says more than was queued', async () => {
  await begun();
  await world.superuser('revoke insert on mails from rinki_jobs');
  await expect(sayInCalendars({ jobs, clock })).rejects.toThrow('permission denied');
  await world.superuser('grant insert on mails to rinki_jobs');
  expect((await world.superuser('select id from calendar_entries')).rows).toEqual([]);
  expect(await post()).toHaveLength(2);
});

test('whoever has no password or no address is told as soon as they have one', async () => {
  await world.superuser('update people set email = null where id = $1', [leena.id]);
  await begun();
  expect((await post()).map(({ to }) => to)).toEqual([addressOf(kaisa)]);
  await world.superuser('update people set email = $2 where id = $1', [leena.id, addressOf(leena)]);
  expect((await post()).map(({ to }) => to)).toEqual([addressOf(leena)]);
});

test('every other week is counted from the first; what is moved before the post goes is told as it is', async () => {
  const seriesId = await begun({ everyWeeks: 2, weekday: 4 });
  const [first] = await planned(seriesId);
  await moveTo(first?.id ?? '', '2026-12-04T10:00:00.000Z', '2026-12-04T12:00:00.000Z');
  await post();
  await expectAsPlanned(leena, seriesId);
  // Years on the rule would not know holidays any more: it is said again before that.
  clock.set(new Date('2029-07-02T07:00:00Z'));
  await world.superuser('update meetings set starts_at = $2, ends_at = $3 where id = $1', [
    first?.id,
    '2029-07-05T06:00:00Z',
    '2029-07-05T07:00:00Z',
  ]);
  expect((await post()).map(({ subject }) => subject)).toContain('Rinki: tiimin viikkokokous (muutos)');
  const rule = { ...weekly, weekday: 4, from: weekly.fromOn, until: null, everyWeeks: 2 };
  expect(
    calendarOf(leena)
      .between(new Date('2029-08-01'), new Date('2032-06-01'))
      .map(({ startsAt }) => startsAt),
  ).toEqual(occurrencesOf(rule, '2029-08-01', '2032-05-31').map(({ startsAt }) => startsAt.toISOString()));
});
