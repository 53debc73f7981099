// How what went along comes to an end, over the real interface: by its day, its sender, its ground, its request; and what had ended
// before it went does not go. Real: app, database, sockets; the clock is moved.
import { expect, test, vi } from 'vitest';
import { withdrawBundle } from '../../shared/bundles.ts';
import { recordGround, withdrawGround } from '../../shared/cases.ts';
import { claimConsultation, withdrawConsultation } from '../../shared/consultations.ts';
import { acceptPassed, passOn } from '../../shared/consultations-together.ts';
import { takeBackEntry } from '../../shared/entries.ts';
import { settableClock } from '../platform/clock/clock.ts';
import {
  askedAbout,
  bundlesSeenBy,
  centreOf,
  choicesFor,
  openBundle,
  openWay,
  preparedCase,
  sendAll,
  trySending,
} from '../testing/bundle-parts.ts';
import { casesOfAino } from '../testing/case-of-aino.ts';
import { ground } from '../testing/case-parts.ts';
import { about, because, newService, putIn, schoolGround } from '../testing/consultation-parts.ts';
import { connectLive } from '../testing/live-client.ts';
import { type Person, testWorld } from '../testing/world.ts';

vi.setConfig({ testTimeout: 60_000 });

const begin = new Date('2026-12-03T12:30:00Z');
const clock = settableClock(begin);
const world = await testWorld({ clock });
const address = await world.listen();
const newCase = await casesOfAino(world);
const { hospital, aija, heli, centre } = await centreOf(world);
const again = (who: Person): Promise<Person> => world.signIn(who.signInName);

const prepared = async () => preparedCase(await newCase(), { hospital, centre });

test('until its second and not one longer; days are one to ninety', async () => {
  clock.set(begin);
  const { id, caseId, leena, way } = await prepared();
  await way();
  for (const days of [0, 91]) expect((await trySending(leena, id, caseId, { days })).status).toBe(400);
  const bundleId = await sendAll(leena, id, caseId, { days: 1 });
  const end = begin.getTime() + 24 * 3_600_000;
  clock.set(new Date(end - 1_000));
  const reader = await again(heli);
  expect((await openBundle(reader, id, bundleId)).status).toBe(200);
  clock.set(new Date(end));
  expect((await openBundle(reader, id, bundleId)).status).toBe(404);
  expect(await bundlesSeenBy(reader, id)).toEqual([]);
  const sender = await again(leena);
  expect((await bundlesSeenBy(sender, id))[0]).toMatchObject({ state: 'over', can: [] });
  expect(
    (await sender.try(withdrawBundle, { params: { consultationId: id, bundleId }, body: {} })).error?.error,
  ).toBe('already-done');
});

test('taken back with one press: gone at once, with its words, and an open page is told', async () => {
  clock.set(begin);
  const { id, caseId, leena, petri, way } = await prepared();
  await way();
  const bundleId = await sendAll(leena, id, caseId);
  const params = { consultationId: id, bundleId };
  for (const who of [heli, petri])
    expect((await who.try(withdrawBundle, { params, body: {} })).status).toBe(404);
  const page = await connectLive(address, heli);
  await leena.do(withdrawBundle, { params, body: {} });
  await page.next('consultations');
  expect((await openBundle(heli, id, bundleId)).status).toBe(404);
  expect(await bundlesSeenBy(heli, id)).toEqual([]);
  expect((await bundlesSeenBy(leena, id))[0]).toMatchObject({ state: 'withdrawn', can: [] });
  const left = await world.superuser('select 1 from bundle_items where bundle_id = $1', [bundleId]);
  expect(left.rows).toEqual([]);
  await page.close();
});

test('a ground that is withdrawn afterwards, or a prohibition, takes it away at once; other changes in the case tell nobody', async () => {
  clock.set(begin);
  for (const how of ['withdrawn', 'prohibited'] as const) {
    const { id, caseId, home, psychiatry, leena, way } = await prepared();
    const groundId = await way();
    const bundleId = await sendAll(leena, id, caseId);
    const page = await connectLive(address, heli);
    await openWay(leena, { caseId }, [psychiatry, home], ['substance']);
    await new Promise((done) => setTimeout(done, 700));
    expect(page.frames.filter(({ t }) => t === 'consultations')).toEqual([]);
    clock.advance(1_000);
    if (how === 'withdrawn') await leena.do(withdrawGround, { params: { caseId, groundId }, body: {} });
    else
      await leena.do(recordGround, {
        params: { caseId },
        body: {
          fromAgencyId: home,
          toAgencyId: hospital,
          ground: ground(['coordination', 'social'], { effect: 'prohibit' }),
        },
      });
    await page.next('consultations');
    expect((await openBundle(heli, id, bundleId)).status).toBe(404);
    expect(await bundlesSeenBy(heli, id)).toEqual([]);
    await page.close();
  }
});

test('a ground that ends by itself takes it away on its day', async () => {
  clock.set(begin);
  const { id, caseId, home, leena } = await prepared();
  await openWay(leena, { caseId }, [home, hospital], ['coordination', 'social'], { until: '2026-12-05' });
  const bundleId = await sendAll(leena, id, caseId, { days: 30 });
  clock.set(new Date('2026-12-05T21:59:59Z'));
  expect((await openBundle(await again(heli), id, bundleId)).status).toBe(200);
  clock.set(new Date('2026-12-05T22:00:00Z'));
  expect((await openBundle(await again(heli), id, bundleId)).status).toBe(404);
  clock.set(begin);
});

test('what was narrowed, changed or taken back between the look and the sending does not go', async () => {
  clock.set(begin);
  const looked = async () => {
    const one = await prepared();
    const groundId = await one.way();
    return { ...one, groundId, looked: await choicesFor(one.leena, one.id, one.caseId) };
  };
  const first = await looked();
  clock.advance(1_000);
  await first.leena.do(withdrawGround, {
    params: { caseId: first.caseId, groundId: first.groundId },
    body: {},
  });
  expect((await trySending(first.leena, first.id, first.caseId, first)).error).toMatchObject({
    error: 'ground-missing',
    detail: { reason: 'no-ground' },
  });
  const second = await looked();
  await second.room.write(second.leena, second.situation, { narrative: 'Toinen teksti.' });
  expect((await trySending(second.leena, second.id, second.caseId, second)).error?.error).toBe(
    'version-conflict',
  );
  const third = await looked();
  const { version } = await third.room.entryOf(third.leena, third.situation);
  await third.leena.do(takeBackEntry, { params: { entryId: third.situation }, body: { version } });
  expect((await trySending(third.leena, third.id, third.caseId, third)).status).toBe(404);
  const fourth = await looked();
  const late = await world.professional(
    `Lotta Lisä ${fourth.id.slice(-6)}`,
    fourth.psychiatry,
    'psychiatrist',
  );
  const team = await newService(aija, { kind: 'standing-team' });
  await putIn(aija, team, heli, 'lead');
  const asked = await askedAbout(fourth.leena, team);
  const before = await choicesFor(fourth.leena, asked, fourth.caseId);
  await putIn(aija, team, late, 'expert');
  expect((await trySending(fourth.leena, asked, fourth.caseId, { looked: before })).error?.error).toBe(
    'readers-changed',
  );
});

test('passed on to another centre, or withdrawn, the request takes nothing along', async () => {
  clock.set(begin);
  const { id, caseId, leena, psychiatry, way } = await prepared();
  await way();
  const bundleId = await sendAll(leena, id, caseId);
  const helka = await world.professional(`Heta Hallinto ${id.slice(-6)}`, psychiatry, 'administrator');
  const next = await newService(helka, { kind: 'hospital-school' });
  const kerttu = await world.professional(`Kerttu Seuraava ${id.slice(-6)}`, psychiatry, 'psychiatrist');
  await putIn(helka, next, kerttu, 'lead');
  await heli.do(claimConsultation, about(id));
  await heli.do(passOn, {
    params: { consultationId: id },
    body: { serviceId: next, reason: 'Teille', ground: { ...schoolGround, covers: ['social'] } },
  });
  expect((await openBundle(kerttu, id, bundleId)).status).toBe(404);
  await kerttu.do(acceptPassed, about(id));
  for (const who of [heli, kerttu]) expect((await openBundle(who, id, bundleId)).status).toBe(404);
  expect(await bundlesSeenBy(kerttu, id)).toEqual([]);
  const other = await askedAbout(leena, centre);
  const second = await sendAll(leena, other, caseId);
  await leena.do(withdrawConsultation, because(other, 'Ei sittenkään'));
  expect((await openBundle(heli, other, second)).status).toBe(404);
});
