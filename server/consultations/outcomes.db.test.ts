// What came of a request, what helped, and a service's figures. Real: app, database; the clock is moved.
import { expect, test, vi } from 'vitest';
import { followUp, getServiceFigures, recordOutcome } from '../../shared/consultation-outcomes.ts';
import { answerConsultation, claimConsultation, closeConsultation } from '../../shared/consultations.ts';
import { listServices } from '../../shared/services.ts';
import { settableClock } from '../platform/clock/clock.ts';
import {
  about,
  answered,
  because,
  newService,
  opened,
  putIn,
  saying,
  sent,
} from '../testing/consultation-parts.ts';
import { testWorld } from '../testing/world.ts';

vi.setConfig({ testTimeout: 60_000 });

const clock = settableClock(new Date('2026-12-03T08:00:00Z'));
const world = await testWorld({ clock });
const protection = await world.agency('child-protection', 'Rannikon lastensuojelu');
const school = await world.agency('education', 'Meriniemen koulu');
const maria = await world.professional('Maria Lind', school, 'special-teacher');
const leena = await world.professional('Leena Kallio', protection, 'social-worker');
const oskar = await world.professional('Oskar Nyström', protection, 'social-worker');
const arja = await world.professional('Arja Hallinto', protection, 'administrator');
const advice = await newService(arja);
await putIn(arja, advice, leena, 'expert');
await putIn(arja, advice, oskar, 'expert');

const outcome = (id: string, kinds: ('advice-was-enough' | 'child-welfare-notification')[]) => ({
  params: { consultationId: id },
  body: { kinds, words: 'Teimme näin', checked: true },
});
const helped = (id: string, how: 'much' | 'some' | 'not') => ({
  params: { consultationId: id },
  body: { helped: how, words: 'Sanat', checked: true },
});

test('once answered, either side says what came of it, and the asker what helped', async () => {
  const open = await sent(maria, advice);
  expect((await maria.try(recordOutcome, outcome(open, ['advice-was-enough']))).error?.error).toBe(
    'consultation-state',
  );
  const id = await answered(maria, advice, leena);
  await leena.do(recordOutcome, outcome(id, ['advice-was-enough']));
  expect((await oskar.try(recordOutcome, outcome(id, ['advice-was-enough']))).status).toBe(403);
  expect((await leena.try(followUp, helped(id, 'much'))).status).toBe(403);
  await maria.do(followUp, helped(id, 'some'));
  const request = await opened(leena, id);
  expect(request).toMatchObject({
    state: 'followed-up',
    outcomes: [{ kind: 'advice-was-enough', by: { name: 'Leena Kallio' } }],
    followUp: { helped: 'some', words: 'Sanat' },
    // A worry about the home: the notification is called to mind, the police are not.
    duties: { notification: true, police: false },
  });
  expect((await maria.try(followUp, helped(id, 'much'))).error?.error).toBe('consultation-state');
  await maria.do(closeConsultation, because(id, 'Valmis'));
});

test('what tells who the child is does not go out with an outcome either', async () => {
  const id = await answered(maria, advice, leena);
  const { error } = await maria.try(followUp, {
    params: { consultationId: id },
    body: { helped: 'much', words: 'Kiitos, 131052-308T voi paremmin', checked: true },
  });
  expect(error).toMatchObject({
    error: 'identifying',
    places: [{ path: 'words', from: 8, to: 19, kind: 'identity-code' }],
  });
});

test('a service sees its own year, and nothing that fewer than five requests stand behind', async () => {
  const service = await newService(arja);
  await putIn(arja, service, oskar, 'expert');
  const figures = async () => oskar.do(getServiceFigures, { params: { serviceId: service } });
  const measured = async () =>
    (await maria.do(listServices)).services.find(({ id }) => id === service)?.measuredHours;
  const none = { requests: null, seenHours: null, answerHours: null, byArea: [], adviceAlonePercent: null };
  const ids: string[] = [];
  for (let n = 0; n < 4; n += 1) ids.push(await sent(maria, service));
  clock.advance(20 * 60_000);
  for (const id of ids) await oskar.do(claimConsultation, about(id));
  for (const id of ids) await oskar.do(answerConsultation, saying(id, 'Vastaus.'));
  expect(await figures()).toMatchObject(none);
  expect(await measured()).toBeNull();
  const last = await sent(maria, service);
  await oskar.do(claimConsultation, about(last));
  await oskar.do(answerConsultation, saying(last, 'Vastaus.'));
  expect(await figures()).toMatchObject({
    requests: 5,
    seenHours: 1,
    firstReplyHours: 1,
    answerHours: 1,
    byArea: [{ area: 'worry-about-home', requests: 5 }],
  });
  expect(await measured()).toBe(1);
  expect((await leena.try(getServiceFigures, { params: { serviceId: service } })).status).toBe(404);
  expect((await arja.try(getServiceFigures, { params: { serviceId: service } })).status).toBe(404);
});
