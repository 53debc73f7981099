// Nobody's inbox is silent: an urgent request that nobody takes is told on, and whoever is away is stood in for. Real: app,
// database, sockets; the clock is moved.
import { expect, test, vi } from 'vitest';
import { endAbsence, recordAbsence } from '../../shared/absences.ts';
import {
  answerConsultation,
  askMore,
  beginTriage,
  claimConsultation,
  listConsultations,
  releaseConsultation,
  tellMore,
  withdrawConsultation,
} from '../../shared/consultations.ts';
import { settableClock } from '../platform/clock/clock.ts';
import { openDatabase } from '../platform/db/pool.ts';
import {
  about,
  because,
  claimed,
  newService,
  opened,
  putIn,
  queueOf,
  saying,
  sent,
  statusOf,
} from '../testing/consultation-parts.ts';
import { connectLive } from '../testing/live-client.ts';
import { type Person, testWorld } from '../testing/world.ts';
import { escalate } from './escalate.ts';

vi.setConfig({ testTimeout: 60_000 });

const clock = settableClock(new Date('2026-12-03T12:30:00Z'));
const world = await testWorld({ clock });
const address = await world.listen();
const jobs = openDatabase(world.pools.jobs);
const protection = await world.agency('child-protection', 'Rannikon lastensuojelu');
const school = await world.agency('education', 'Meriniemen koulu');
const maria = await world.professional('Maria Lind', school, 'special-teacher');
const kaisa = await world.professional('Kaisa Koulu', school, 'school-social-worker');
const leena = await world.professional('Leena Kallio', protection, 'social-worker');
const oskar = await world.professional('Oskar Nyström', protection, 'social-worker');
const pia = await world.professional('Pia Johtava', protection, 'consultant-social-worker');
const paavo = await world.professional('Paavo Päivystäjä', protection, 'social-worker');
const outsider = await world.professional('Ulla Ulkona', protection, 'social-worker');
const arja = await world.professional('Arja Hallinto', protection, 'administrator');

const aTeam = async () => {
  const service = await newService(arja, { escalation: { leadMinutes: 30, onCallMinutes: 60 } });
  await putIn(arja, service, leena, 'expert');
  await putIn(arja, service, pia, 'lead');
  await putIn(arja, service, paavo, 'on-call');
  return service;
};
/** Nobody is signed out for having done nothing meanwhile. */
const pass = async (minutes: number): Promise<void> => {
  clock.advance(minutes * 60_000);
  await world.superuser('update sessions set active_at = $1 where ended_at is null', [clock.now()]);
};
const round = () => escalate({ jobs, clock });
const mailedTo = async (id: string): Promise<string[]> =>
  (
    await world.superuser(
      `select p.name from mails m join people p on p.id = m.person_id where m.path = $1 and m.stage = 'urgent-request' order by m.at, p.name`,
      [`/consultations/${id}`],
    )
  ).rows.map((row) => String(row['name']));
const away = (who: Person, substitute: Person, minutes: number) =>
  who.do(recordAbsence, {
    body: {
      affiliationId: who.affiliationId ?? '',
      substituteAffiliationId: substitute.affiliationId ?? '',
      from: clock.now().toISOString(),
      until: new Date(clock.now().getTime() + minutes * 60_000).toISOString(),
    },
  });

test('an urgent request that nobody takes goes to the lead, then to whoever is on call, once each, and the asker sees it', async () => {
  const id = await sent(maria, await aTeam(), { urgency: 'urgent' });
  await pass(29);
  expect(await round()).not.toContain(pia.id);
  expect((await opened(maria, id)).escalated).toBeNull();
  // Read is not taken.
  await leena.do(beginTriage, about(id));
  const watching = await connectLive(address, maria);
  await pass(1);
  await Promise.all([round(), round()]);
  await watching.close();
  expect(await mailedTo(id)).toEqual(['Pia Johtava']);
  expect((await opened(maria, id)).escalated).toEqual({ told: 'lead', at: clock.now().toISOString() });
  expect((await pia.do(listConsultations)).queue.find((one) => one.id === id)?.escalated?.told).toBe('lead');
  await pass(59);
  await round();
  expect(await mailedTo(id)).toEqual(['Pia Johtava']);
  await pass(1);
  await round();
  await round();
  expect(await mailedTo(id)).toEqual(['Pia Johtava', 'Paavo Päivystäjä']);
  await leena.do(claimConsultation, about(id));
  expect((await opened(maria, id)).escalated).toBeNull();
});

test('everybody beside it gets a hint, without words, and looks again', async () => {
  const id = await sent(maria, await aTeam(), { urgency: 'urgent' });
  const { id: absence } = await away(maria, kaisa, 600);
  await pass(30);
  const told = await round();
  // Whoever stands in for the asker is beside it as well.
  expect(new Set(told)).toEqual(new Set([maria.id, kaisa.id, leena.id, pia.id, paavo.id]));
  const { rows } = await world.superuser(
    `select payload from events where stream_id = $1 order by seq desc limit 1`,
    [pia.id],
  );
  expect(rows[0]?.['payload']).toEqual({
    kind: 'consultation.changed',
    consultationId: id,
    affiliationId: pia.affiliationId,
  });
  await maria.do(endAbsence, { params: { absenceId: absence }, body: {} });
});

test('taken in time, withdrawn, or not urgent: nobody is called; given back it waits anew', async () => {
  const service = await aTeam();
  const ordinary = await sent(maria, service);
  const withdrawn = await sent(maria, service, { urgency: 'urgent' });
  await maria.do(withdrawConsultation, because(withdrawn, 'x'));
  const id = await sent(maria, service, { urgency: 'urgent' });
  await leena.do(claimConsultation, about(id));
  await pass(200);
  await round();
  for (const one of [ordinary, withdrawn, id]) expect(await mailedTo(one)).toEqual([]);
  await leena.do(releaseConsultation, because(id, 'En ehdi tänään'));
  await pass(29);
  await round();
  expect(await mailedTo(id)).toEqual([]);
  await pass(1);
  await round();
  expect(await mailedTo(id)).toEqual(['Pia Johtava']);
});

test('without a lead whoever is on call is told at once; without either, everybody', async () => {
  const onCallAlone = await newService(arja, { escalation: { leadMinutes: 30, onCallMinutes: 60 } });
  await putIn(arja, onCallAlone, leena, 'expert');
  await putIn(arja, onCallAlone, paavo, 'on-call');
  const first = await sent(maria, onCallAlone, { urgency: 'urgent' });
  const plain = await newService(arja, { escalation: { leadMinutes: 30, onCallMinutes: 60 } });
  await putIn(arja, plain, leena, 'expert');
  await putIn(arja, plain, oskar, 'expert');
  const second = await sent(maria, plain, { urgency: 'urgent' });
  await pass(30);
  await round();
  expect(await mailedTo(first)).toEqual(['Paavo Päivystäjä']);
  expect(await mailedTo(second)).toEqual(['Leena Kallio', 'Oskar Nyström']);
  await pass(60);
  await round();
  expect((await mailedTo(first)).slice(1)).toEqual(['Leena Kallio', 'Paavo Päivystäjä']);
});

test('whoever has it is away: the substitute has it, both sides see so, and it ends with the absence', async () => {
  const service = await aTeam();
  const id = await claimed(maria, service, leena);
  expect(await statusOf(outsider, id)).toBe(404);
  const { id: absence } = await away(leena, outsider, 600);
  expect(await opened(maria, id)).toMatchObject({
    holder: { name: 'Leena Kallio' },
    standIns: { holder: { name: 'Ulla Ulkona' }, asker: null },
  });
  expect(await queueOf(outsider)).toContain(id);
  await outsider.do(askMore, saying(id, 'Kuinka kauan tätä on jatkunut?'));
  await maria.do(tellMore, saying(id, 'Kaksi viikkoa.'));
  expect((await opened(outsider, id)).can).toEqual(expect.arrayContaining(['answer', 'release']));
  await leena.do(endAbsence, { params: { absenceId: absence }, body: {} });
  expect(await statusOf(outsider, id)).toBe(404);
  expect((await outsider.try(answerConsultation, saying(id, 'Myöhässä'))).status).toBe(404);
  expect((await opened(leena, id)).can).toContain('answer');
});

test('the lead is away: whoever stands in leads, and is told of what nobody takes', async () => {
  const service = await aTeam();
  const { id: absence } = await away(pia, outsider, 600);
  const id = await sent(maria, service, { urgency: 'urgent' });
  await pass(30);
  await round();
  expect(await mailedTo(id)).toEqual(['Pia Johtava', 'Ulla Ulkona']);
  expect((await opened(outsider, id)).can).toContain('hand-on');
  await pia.do(endAbsence, { params: { absenceId: absence }, body: {} });
});

test('the asker is away: whoever stands in goes on for them, until the second it ends', async () => {
  const service = await aTeam();
  const id = await claimed(maria, service, leena);
  expect(await statusOf(kaisa, id)).toBe(404);
  await away(maria, kaisa, 60);
  expect(await opened(kaisa, id)).toMatchObject({
    sides: ['asking'],
    standIns: { asker: { name: 'Kaisa Koulu' } },
  });
  await kaisa.do(tellMore, saying(id, 'Marian puolesta: tilanne on sama.'));
  expect((await opened(kaisa, id)).can).not.toContain('set-deputy');
  await pass(60);
  expect(await statusOf(kaisa, id)).toBe(404);
  expect((await kaisa.try(tellMore, saying(id, 'Myöhässä'))).status).toBe(404);
});

test('whose turn it is gets a neutral mail if they are not signed in', async () => {
  const service = await aTeam();
  const id = await claimed(maria, service, leena);
  await world.superuser('update sessions set ended_at = $2 where person_id = $1', [maria.id, clock.now()]);
  await leena.do(askMore, saying(id, 'Kuinka kauan?'));
  const { rows } = await world.superuser(
    `select m.stage, m.case_number, m.path, p.name from mails m join people p on p.id = m.person_id where m.path = $1`,
    [`/consultations/${id}`],
  );
  expect(rows).toEqual([
    {
      stage: 'request-turn',
      case_number: expect.stringMatching(/^K-2026-\d{6}$/),
      path: `/consultations/${id}`,
      name: 'Maria Lind',
    },
  ]);
});
