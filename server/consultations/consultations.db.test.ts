// A question to another agency, over the real interface: asked, received, taken, answered, closed; and who never sees it.
// Real: app, database, sockets; the clock is moved.
import { expect, test, vi } from 'vitest';
import {
  answerConsultation,
  askMore,
  beginTriage,
  claimConsultation,
  closeConsultation,
  getConsultation,
  handOnConsultation,
  listConsultations,
  releaseConsultation,
  reopenConsultation,
  setConsultationDeputy,
  tellMore,
  withdrawConsultation,
} from '../../shared/consultations.ts';
import { endService, endServiceMember, listServiceMembers } from '../../shared/services.ts';
import { settableClock } from '../platform/clock/clock.ts';
import { invite, openACase } from '../testing/case-parts.ts';
import {
  about,
  answered,
  askedMore,
  because,
  claimed,
  newService,
  opened,
  putIn,
  queueOf,
  saying,
  sent,
  startedDraft,
  statusOf,
} from '../testing/consultation-parts.ts';
import { connectLive } from '../testing/live-client.ts';
import { testWorld } from '../testing/world.ts';

vi.setConfig({ testTimeout: 60_000 });

// A Thursday afternoon.
const clock = settableClock(new Date('2026-12-03T12:30:00Z'));
const world = await testWorld({ clock });
const address = await world.listen();
const protection = await world.agency('child-protection', 'Rannikon lastensuojelu');
const school = await world.agency('education', 'Meriniemen koulu');
const clinic = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
const maria = await world.professional('Maria Lind', school, 'special-teacher');
const kaisa = await world.professional('Kaisa Koulu', school, 'school-social-worker');
const kari = await world.professional('Kari Rehtori', school, 'principal');
const leena = await world.professional('Leena Kallio', protection, 'social-worker');
const oskar = await world.professional('Oskar Nyström', protection, 'social-worker');
const pia = await world.professional('Pia Johtava', protection, 'consultant-social-worker');
const arja = await world.professional('Arja Hallinto', protection, 'administrator');
const sari = await world.professional('Sari Niskanen', clinic, 'psychiatric-nurse');
const minna = await world.family('Minna Virtanen');
const advice = await newService(arja);
await putIn(arja, advice, leena, 'expert');
await putIn(arja, advice, oskar, 'expert');
await putIn(arja, advice, pia, 'lead');

test('asked on a Thursday afternoon: received at once, with a day, taken, asked more, answered, closed', async () => {
  const id = await sent(maria, advice);
  const received = await opened(maria, id);
  expect(received).toMatchObject({
    state: 'sent',
    sides: ['asking'],
    holder: null,
    // Five working days from a Thursday, Independence Day on a Sunday in between.
    dueOn: '2026-12-10',
    waitsFor: 'answering',
    service: { nameFi: 'Lastensuojelun neuvonta' },
  });
  expect(received.can).toEqual(expect.arrayContaining(['tell-more', 'withdraw', 'set-deputy']));
  expect(received.number).toMatch(/^K-2026-\d{6}$/);
  await oskar.do(beginTriage, about(id));
  expect((await opened(maria, id)).state).toBe('triage');
  await leena.do(claimConsultation, about(id));
  expect(await opened(maria, id)).toMatchObject({ state: 'claimed', holder: { name: 'Leena Kallio' } });
  await leena.do(askMore, saying(id, 'Kuinka kauan?'));
  expect((await opened(maria, id)).waitsFor).toBe('asking');
  await maria.do(tellMore, saying(id, 'Syksystä asti.'));
  await leena.do(answerConsultation, saying(id, 'Kysy suoraan.'));
  const done = await opened(maria, id);
  expect(done).toMatchObject({ state: 'answered', answeredAt: clock.now().toISOString() });
  expect(done.messages.map(({ kind, side, text }) => [kind, side, text])).toEqual([
    ['asked-more', 'answering', 'Kuinka kauan?'],
    ['told-more', 'asking', 'Syksystä asti.'],
    ['answer', 'answering', 'Kysy suoraan.'],
  ]);
  await maria.do(closeConsultation, because(id, 'Sain avun'));
  const { history } = await opened(maria, id);
  expect(history.map(({ act, from, to }) => [act, from, to])).toEqual([
    ['send', null, 'sent'],
    ['begin-triage', 'sent', 'triage'],
    ['claim', 'triage', 'claimed'],
    ['ask-more', 'claimed', 'more-information'],
    ['tell-more', 'more-information', 'claimed'],
    ['answer', 'claimed', 'answered'],
    ['close', 'answered', 'closed'],
  ]);
});

test('nobody else ever sees it: not the principal, not another agency, not the administration, not the family', async () => {
  const id = await sent(maria, advice);
  for (const who of [kari, kaisa, sari, arja]) {
    expect(await statusOf(who, id)).toBe(404);
    const lists = await who.do(listConsultations);
    expect([...lists.asked, ...lists.queue, ...lists.invited].map((one) => one.id)).not.toContain(id);
    expect((await who.try(claimConsultation, about(id))).status).toBe(404);
  }
  expect(await statusOf(minna, id)).toBe(404);
  expect((await minna.try(claimConsultation, about(id))).status).toBe(404);
  expect((await minna.try(listConsultations)).status).toBe(403);
});

test('sharing a case with the asker opens nothing of what they asked', async () => {
  const caseId = await openACase(leena);
  await invite(leena, caseId, maria);
  await invite(leena, caseId, sari);
  const id = await sent(maria, advice);
  expect(await statusOf(sari, id)).toBe(404);
});

test('of two who take it at once one has it, and the other is told who', async () => {
  for (let round = 0; round < 5; round += 1) {
    const id = await sent(maria, advice);
    const answers = await Promise.all(
      [leena, oskar, pia].map((who) => who.try(claimConsultation, about(id))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const winner = (await opened(maria, id)).holder?.name;
    for (const { error } of answers.filter(({ status }) => status === 409))
      expect(error).toMatchObject({ error: 'claimed-by-another', detail: { name: winner } });
  }
});

test('whoever has it answers; a colleague does not, the lead gives it to somebody else, whoever cannot gives it back', async () => {
  const id = await claimed(maria, advice, leena);
  const text = saying(id, 'Vastaus');
  expect((await oskar.try(answerConsultation, text)).error).toMatchObject({
    error: 'not-allowed',
    detail: { reason: 'not-yours' },
  });
  const toOskar = {
    params: { consultationId: id },
    body: { affiliationId: oskar.affiliationId ?? '', reason: 'Lomalla' },
  };
  expect((await oskar.try(handOnConsultation, toOskar)).status).toBe(403);
  expect((await opened(leena, id)).team.map(({ name }) => name)).toEqual([
    'Leena Kallio',
    'Oskar Nyström',
    'Pia Johtava',
  ]);
  expect((await opened(oskar, id)).team).toEqual([]);
  await pia.do(handOnConsultation, toOskar);
  expect((await opened(maria, id)).holder?.name).toBe('Oskar Nyström');
  expect((await pia.try(handOnConsultation, toOskar)).error?.error).toBe('already-done');
  expect((await leena.try(answerConsultation, text)).status).toBe(403);
  await oskar.do(releaseConsultation, because(id, 'Ei minun alaani'));
  expect(await opened(maria, id)).toMatchObject({ state: 'triage', holder: null });
  const outside = {
    params: { consultationId: id },
    body: { affiliationId: sari.affiliationId ?? '', reason: null },
  };
  expect((await pia.try(handOnConsultation, outside)).status).toBe(404);
});

test('whoever leaves the service has it no more: it is in the queue again, and nothing of it is left to them', async () => {
  const guest = await world.professional('Vieras Työntekijä', protection, 'social-worker');
  await putIn(arja, advice, guest, 'expert');
  const id = await claimed(maria, advice, guest);
  const { members } = await arja.do(listServiceMembers, { params: { serviceId: advice } });
  const serviceMemberId = members.find(({ personId }) => personId === guest.id)?.id ?? '';
  await arja.do(endServiceMember, { params: { serviceId: advice, serviceMemberId }, body: {} });
  expect(await statusOf(guest, id)).toBe(404);
  expect((await guest.try(answerConsultation, saying(id, 'Myöhässä'))).status).toBe(404);
  expect(await opened(maria, id)).toMatchObject({ state: 'claimed', holder: null });
  expect((await opened(oskar, id)).can).toContain('claim');
  await oskar.do(claimConsultation, about(id));
  expect((await opened(maria, id)).holder?.name).toBe('Oskar Nyström');
});

test('withdrawn before it is answered, it is the asking side’s alone; not after', async () => {
  const id = await askedMore(maria, advice, leena);
  await maria.do(withdrawConsultation, because(id, 'Asia ratkesi'));
  // A duty to notify is not withdrawn with the question.
  expect(await opened(maria, id)).toMatchObject({ state: 'withdrawn', can: ['notify'] });
  for (const who of [leena, oskar, pia]) {
    expect(await statusOf(who, id)).toBe(404);
    expect(await queueOf(who)).not.toContain(id);
  }
  const late = await answered(maria, advice, leena);
  expect((await maria.try(withdrawConsultation, because(late, 'Liian myöhään'))).error).toMatchObject({
    error: 'consultation-state',
    detail: { state: 'answered' },
  });
});

test('opened again with a reason, it is back with whoever had it', async () => {
  const id = await answered(maria, advice, leena);
  await maria.do(closeConsultation, because(id, 'Valmis'));
  expect((await maria.try(tellMore, saying(id, 'Vielä'))).error?.error).toBe('consultation-state');
  await maria.do(reopenConsultation, because(id, 'Tilanne muuttui'));
  expect(await opened(leena, id)).toMatchObject({ state: 'claimed', holder: { name: 'Leena Kallio' } });
  expect((await opened(leena, id)).history.at(-1)).toMatchObject({
    act: 'reopen',
    reason: 'Tilanne muuttui',
  });
});

test('a deputy of the own agency goes on with it, and is a side as long as they are the deputy', async () => {
  const id = await claimed(maria, advice, leena);
  const deputy = (affiliationId: string | null) =>
    maria.try(setConsultationDeputy, { params: { consultationId: id }, body: { affiliationId } });
  expect((await deputy(sari.affiliationId)).status).toBe(404);
  expect((await deputy(maria.affiliationId)).status).toBe(404);
  expect((await deputy(kaisa.affiliationId)).status).toBe(200);
  expect(await opened(leena, id)).toMatchObject({ deputy: { name: 'Kaisa Koulu' } });
  await kaisa.do(tellMore, saying(id, 'Sijaisena: hän on nyt kotona.'));
  expect((await kaisa.do(listConsultations)).asked.map((one) => one.id)).toContain(id);
  expect((await opened(kaisa, id)).can).not.toContain('notify');
  expect((await deputy(null)).status).toBe(200);
  expect(await statusOf(kaisa, id)).toBe(404);
});

test('one’s own question is answered by somebody else', async () => {
  const id = await sent(oskar, advice);
  expect((await opened(oskar, id)).sides).toEqual(['asking', 'answering']);
  expect((await oskar.try(claimConsultation, about(id))).error?.detail).toMatchObject({
    reason: 'own-question',
  });
  const toOskar = {
    params: { consultationId: id },
    body: { affiliationId: oskar.affiliationId ?? '', reason: null },
  };
  expect((await pia.try(handOnConsultation, toOskar)).error?.detail).toMatchObject({
    reason: 'own-question',
  });
  await leena.do(claimConsultation, about(id));
});

test('the queue: by urgency, then by the day; the clock in working days over Christmas', async () => {
  clock.set(new Date('2026-12-22T10:00:00Z'));
  const administrator = await world.signIn(arja.signInName);
  const service = await newService(administrator);
  const lone = await world.professional('Yksin Jonossa', protection, 'social-worker');
  await putIn(administrator, service, lone, 'expert');
  const teacher = await world.signIn(maria.signInName);
  const [plain, urgent, soon] = [
    await sent(teacher, service),
    await sent(teacher, service, { urgency: 'urgent' }),
    await sent(teacher, service, { urgency: 'soon' }),
  ];
  expect(await queueOf(lone)).toEqual([urgent, soon, plain]);
  const due = new Map((await lone.do(listConsultations)).queue.map((one) => [one.id, one.dueOn]));
  expect(due.get(urgent)).toBe('2026-12-22');
  // 23rd, then past the eve, Christmas Day, Boxing Day and the weekend.
  expect(due.get(soon)).toBe('2026-12-28');
  expect(due.get(plain)).toBe('2026-12-31');
});

test('both sides hear of it at once, and nobody else; a draft tells its owner alone', async () => {
  const teacher = await world.signIn(maria.signInName);
  const [asks, takes, beside] = [
    await connectLive(address, teacher),
    await connectLive(address, await world.signIn(oskar.signInName)),
    await connectLive(address, await world.signIn(kari.signInName)),
  ];
  const hints = (client: typeof asks) => client.frames.filter(({ t }) => t === 'consultations').length;
  await startedDraft(teacher, { serviceId: advice });
  await asks.next('consultations');
  expect(hints(takes)).toBe(0);
  await new Promise((done) => setTimeout(done, 600));
  const id = await sent(teacher, advice);
  await takes.next('consultations');
  expect(takes.frames.filter(({ t }) => t === 'consultations')).toEqual([{ t: 'consultations', ids: [id] }]);
  await new Promise((done) => setTimeout(done, 600));
  expect(hints(beside)).toBe(0);
  for (const client of [asks, takes, beside]) await client.close();
});

test('each opening is one row of the access log, and each list is one', async () => {
  const teacher = await world.signIn(maria.signInName);
  const id = await sent(teacher, advice);
  const rows = async () =>
    (
      await world.superuser(
        `select kind from access_log where person_id = $1 and (object_id = $2 or kind = 'consultations') order by at, id`,
        [leena.id, id],
      )
    ).rows.map((row) => row['kind']);
  const reader = await world.signIn(leena.signInName);
  const before = await rows();
  await reader.do(listConsultations);
  await reader.do(getConsultation, { params: { consultationId: id } });
  expect((await rows()).slice(before.length)).toEqual(['consultations', 'consultation']);
});

test('a service with requests that wait cannot be ended; answered, it can, and what it answered stays readable', async () => {
  const administrator = await world.signIn(arja.signInName);
  const service = await newService(administrator);
  const expert = await world.professional('Viimeinen Vastaaja', protection, 'social-worker');
  await putIn(administrator, service, expert, 'expert');
  const teacher = await world.signIn(maria.signInName);
  const id = await claimed(teacher, service, expert);
  const ended = () => administrator.try(endService, { params: { serviceId: service }, body: {} });
  expect((await ended()).error?.error).toBe('open-requests');
  await expert.do(answerConsultation, saying(id, 'Vastaus.'));
  expect((await ended()).status).toBe(200);
  expect(await statusOf(expert, id)).toBe(200);
});
