// What begins and ends by the clock alone reaches open pages: whoever stands in gets the queue and loses it, both sides see who goes
// on, a place in a service ends to the second. No command is given at that moment. Real: app, database, sockets; the clock is moved.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { endAbsence, recordAbsence } from '../../shared/absences.ts';
import { setServiceMember } from '../../shared/services.ts';
import { settableClock } from '../platform/clock/clock.ts';
import { openDatabase } from '../platform/db/pool.ts';
import { claimed, newService, putIn, queueOf, sent, statusOf } from '../testing/consultation-parts.ts';
import { expectListsAsFresh, type ListsPage, openLists } from '../testing/lists-page.ts';
import { eventually } from '../testing/live-client.ts';
import { type Person, testWorld } from '../testing/world.ts';
import { tellOfTime } from './by-the-clock.ts';

vi.setConfig({ testTimeout: 120_000 });

const clock = settableClock(new Date('2026-12-03T12:30:00Z'));
const world = await testWorld({ clock });
const address = await world.listen();
const other = await world.anotherServer();
const jobs = openDatabase(world.pools.jobs);
const protection = await world.agency('child-protection', 'Rannikon lastensuojelu');
const school = await world.agency('education', 'Meriniemen koulu');
const maria = await world.professional('Maria Lind', school, 'special-teacher');
const kaisa = await world.professional('Kaisa Koulu', school, 'school-social-worker');
const leena = await world.professional('Leena Kallio', protection, 'social-worker');
const oskar = await world.professional('Oskar Nyström', protection, 'social-worker');
const ulla = await world.professional('Ulla Ulkona', protection, 'social-worker');
const sivu = await world.professional('Simo Sivussa', protection, 'social-worker');
const arja = await world.professional('Arja Hallinto', protection, 'administrator');
const advice = await newService(arja);
for (const expert of [leena, oskar]) await putIn(arja, advice, expert, 'expert');

// The first round of an installation only notes from when on it tells: what turns before it is told by nobody.
await tellOfTime({ jobs, clock });

let pages: ListsPage[] = [];
const pageOf = (who: Person): ListsPage => pages.find(({ person }) => person === who) as ListsPage;
beforeEach(async () => {
  const people = [maria, kaisa, leena, oskar, ulla, sivu];
  pages = await Promise.all(
    people.map((person, n) => openLists(n % 2 === 0 ? address : other.address, person)),
  );
});
afterEach(async () => {
  for (const page of pages) await page.close();
});

/** Nobody is signed out for having done nothing meanwhile. */
const pass = async (minutes: number): Promise<void> => {
  const then = new Date(clock.now().getTime() + minutes * 60_000);
  await world.superuser('update sessions set active_at = $1 where ended_at is null', [then]);
  clock.set(then);
};
const inMinutes = (n: number): string => new Date(clock.now().getTime() + n * 60_000).toISOString();
const away = (who: Person, substitute: Person, from: number, until: number) =>
  who.do(recordAbsence, {
    body: {
      affiliationId: who.affiliationId ?? '',
      substituteAffiliationId: substitute.affiliationId ?? '',
      from: inMinutes(from),
      until: inMinutes(until),
    },
  });
const everyPageIsFresh = () => Promise.all(pages.map((page) => expectListsAsFresh(page)));
/** Nothing is asked of the server but what a hint asks for. */
const shows = (who: Person, look: (page: ListsPage) => unknown, what: string) =>
  eventually(async () => {
    await pageOf(who).catchUp();
    return look(pageOf(who)) ? true : null;
  }, what);
const inQueue = (page: ListsPage, id: string) => page.lists().queue.some((one) => one.id === id);
const standIn = (page: ListsPage, id: string) =>
  [...page.lists().asked, ...page.lists().queue].find((one) => one.id === id)?.standIns;

test('an absence begins: whoever stands in gets the queue, the asker sees who goes on; it ends: they lose it again', async () => {
  const id = await claimed(maria, advice, leena);
  await away(leena, ulla, 10, 20);
  await everyPageIsFresh();
  expect(inQueue(pageOf(ulla), id)).toBe(false);
  await pass(10);
  await shows(ulla, (page) => inQueue(page, id), 'the queue of whom she stands in for');
  await shows(maria, (page) => standIn(page, id)?.holder?.name === 'Ulla Ulkona', 'who goes on');
  await shows(oskar, (page) => standIn(page, id)?.holder?.name === 'Ulla Ulkona', 'who goes on');
  await everyPageIsFresh();
  await pass(10);
  await shows(ulla, (page) => !inQueue(page, id), 'the queue to be gone');
  await shows(maria, (page) => standIn(page, id)?.holder === null, 'nobody to go on');
  await everyPageIsFresh();
  expect(await statusOf(ulla, id)).toBe(404);
});

test('the asker is away by the clock: their colleague has it among what is asked, until the second it ends', async () => {
  const id = await claimed(maria, advice, leena);
  await away(maria, kaisa, 5, 15);
  await pass(5);
  const has = (page: ListsPage) => page.lists().asked.some((one) => one.id === id);
  await shows(kaisa, has, 'what the absent one asked');
  await shows(leena, (page) => standIn(page, id)?.asker?.name === 'Kaisa Koulu', 'who goes on for the asker');
  await pass(10);
  await shows(kaisa, (page) => !has(page), 'it to be gone');
  await everyPageIsFresh();
});

test('a place in a service that was given for a time ends with it: the queue is gone, what they had can be taken', async () => {
  const endsAt = inMinutes(5);
  await arja.do(setServiceMember, {
    params: { serviceId: advice },
    body: { affiliationId: sivu.affiliationId ?? '', role: 'expert', endsAt },
  });
  const id = await claimed(maria, advice, sivu);
  await shows(sivu, (page) => inQueue(page, id), 'the queue');
  await pass(5);
  await shows(sivu, (page) => page.lists().queue.length === 0, 'the queue to be gone');
  await shows(
    maria,
    (page) => page.lists().asked.some((one) => one.id === id && one.holder === null),
    'nobody to have it',
  );
  await shows(
    oskar,
    (page) => page.lists().queue.some((one) => one.id === id && one.can.includes('claim')),
    'that it can be taken',
  );
  await everyPageIsFresh();
});

test('an affiliation that ends by the clock takes its holder from what both sides see', async () => {
  const ville = await world.professional('Ville Väistyvä', protection, 'social-worker');
  await putIn(arja, advice, ville, 'expert');
  const id = await claimed(maria, advice, ville);
  await world.superuser('update affiliations set ends_at = $1 where id = $2', [
    inMinutes(5),
    ville.affiliationId,
  ]);
  await pass(5);
  await shows(
    maria,
    (page) => page.lists().asked.some((one) => one.id === id && one.holder === null),
    'nobody to have it',
  );
  await everyPageIsFresh();
});

test('of any number of processes one tells of it, once; what was ended before its time is not told of at its old end', async () => {
  await sent(maria, advice);
  const { id } = await away(oskar, ulla, 1, 40);
  await pass(1);
  await shows(ulla, (page) => page.lists().queue.length > 0, 'the queue');
  await oskar.do(endAbsence, { params: { absenceId: id }, body: {} });
  await everyPageIsFresh();
  const told = async () =>
    Number(
      (
        await world.superuser(
          `select count(*) from events where kind = 'consultations.changed' and stream_id = $1`,
          [ulla.id],
        )
      ).rows[0]?.['count'],
    );
  // Until nothing is left of it.
  await eventually(async () => (await tellOfTime({ jobs, clock })).length === 0 || null, 'all to be told');
  const before = await told();
  await pass(60);
  await Promise.all(Array.from({ length: 6 }, () => tellOfTime({ jobs, clock })));
  await eventually(async () => (await tellOfTime({ jobs, clock })).length === 0 || null, 'all to be told');
  expect(await told()).toBe(before);
  await away(oskar, ulla, 5, 10);
  const recorded = await told();
  await pass(5);
  const rounds = await Promise.all(Array.from({ length: 6 }, () => tellOfTime({ jobs, clock })));
  await eventually(async () => (await told()) > recorded || null, 'it to be told');
  expect(rounds.filter((one) => one.length > 0).length).toBeLessThanOrEqual(1);
  expect(await told()).toBe(recorded + 1);
  await pass(5);
  await shows(ulla, (page) => page.lists().queue.length === 0, 'the queue to be gone');
});

test('whoever is on no side of anything hears nothing', async () => {
  const lone = await world.professional('Lasse Lukija', protection, 'social-worker');
  const page = await openLists(address, lone);
  const id = await claimed(maria, advice, leena);
  await away(leena, ulla, 3, 6);
  await pass(3);
  await shows(maria, (one) => standIn(one, id)?.holder?.name === 'Ulla Ulkona', 'who goes on');
  await pass(3);
  await shows(maria, (one) => standIn(one, id)?.holder === null, 'nobody to go on');
  await page.catchUp();
  expect([page.named, page.read]).toEqual([[], { whole: 1, heads: 0 }]);
  expect(await queueOf(lone)).toEqual([]);
  await page.close();
});
