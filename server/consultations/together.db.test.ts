// Others who come into a request: passed on to another service, an expert of another agency, a time for a talk; named requests
// with the ground that carries them. Real: app, database.
import { expect, test, vi } from 'vitest';
import type { DraftFields } from '../../shared/consultation.ts';
import {
  answerConsultation,
  claimConsultation,
  sendConsultation,
  withdrawConsultation,
} from '../../shared/consultations.ts';
import {
  acceptPassed,
  advise,
  answerExpertInvitation,
  chooseTime,
  declinePassed,
  inviteExpert,
  listExperts,
  noteTalk,
  passOn,
  proposeTimes,
  takeBackPassing,
} from '../../shared/consultations-together.ts';
import {
  about,
  because,
  claimed,
  newService,
  opened,
  putIn,
  saying,
  sent,
  startedDraft,
  statusOf,
} from '../testing/consultation-parts.ts';
import { testWorld } from '../testing/world.ts';

vi.setConfig({ testTimeout: 60_000 });

const world = await testWorld();
const protection = await world.agency('child-protection', 'Rannikon lastensuojelu');
const school = await world.agency('education', 'Meriniemen koulu');
const clinic = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
const maria = await world.professional('Maria Lind', school, 'special-teacher');
const leena = await world.professional('Leena Kallio', protection, 'social-worker');
const oskar = await world.professional('Oskar Nyström', protection, 'social-worker');
const arja = await world.professional('Arja Hallinto', protection, 'administrator');
const helka = await world.professional('Helka Hallinto', clinic, 'administrator');
const sari = await world.professional('Sari Niskanen', clinic, 'psychiatric-nurse');
const jonna = await world.professional('Jonna Berg', clinic, 'psychiatric-nurse');
const advice = await newService(arja);
const psychiatry = await newService(helka, { kind: 'psychiatry', nameFi: 'Psykiatrian konsultaatio' });
await putIn(arja, advice, leena, 'expert');
await putIn(arja, advice, oskar, 'lead');
await putIn(helka, psychiatry, sari, 'expert');
await putIn(helka, psychiatry, jonna, 'expert');

const ground = {
  kind: 'guardian-consent' as const,
  statute: null,
  evidence: 'Huoltajat antoivat suostumuksen palaverissa',
  covers: ['education' as const],
};
const named: Partial<DraftFields> = {
  anonymous: false,
  child: { name: 'Aino Virtanen', birthDate: '2015-04-02', ground },
};
const on = (id: string, serviceId: string, withGround: typeof ground | null = null) => ({
  params: { consultationId: id },
  body: { serviceId, reason: 'Kuuluu teille', ground: withGround },
});
const disclosed = async (id: string) =>
  (
    await world.superuser(
      `select to_agency_id as to, from_agency_id as from, data_class as class, case_id as case, cardinality(ground_ids) as grounds
       from disclosure_log where object_id = $1 order by id`,
      [id],
    )
  ).rows;

test('passed on, it stays with the old service until the new one accepts; then somebody there has it', async () => {
  const id = await claimed(maria, advice, leena);
  expect(await statusOf(sari, id)).toBe(404);
  await leena.do(passOn, on(id, psychiatry));
  expect(await opened(maria, id)).toMatchObject({
    state: 'claimed',
    holder: { name: 'Leena Kallio' },
    passing: { nameFi: 'Psykiatrian konsultaatio', reason: 'Kuuluu teille' },
  });
  expect((await opened(sari, id)).sides).toEqual(['offered']);
  expect((await sari.try(answerConsultation, saying(id, 'Ei vielä'))).status).toBe(403);
  expect((await leena.try(passOn, on(id, psychiatry))).error?.error).toBe('consultation-state');
  await sari.do(acceptPassed, about(id));
  expect(await opened(maria, id)).toMatchObject({
    state: 'claimed',
    holder: { name: 'Sari Niskanen' },
    service: { nameFi: 'Psykiatrian konsultaatio' },
    passing: null,
  });
  for (const old of [leena, oskar]) expect(await statusOf(old, id)).toBe(404);
  await sari.do(answerConsultation, saying(id, 'Vastaus.'));
});

test('declined or taken back, it is where it was, and whoever was asked reads it no more', async () => {
  const id = await claimed(maria, advice, leena);
  await leena.do(passOn, on(id, psychiatry));
  await jonna.do(declinePassed, because(id, 'Ei meille'));
  expect(await statusOf(jonna, id)).toBe(404);
  expect(await opened(maria, id)).toMatchObject({ passing: null, holder: { name: 'Leena Kallio' } });
  expect((await opened(maria, id)).history.at(-1)).toMatchObject({
    act: 'decline-passed',
    reason: 'Ei meille',
  });
  await oskar.do(passOn, on(id, psychiatry));
  await leena.do(takeBackPassing, about(id));
  expect(await statusOf(sari, id)).toBe(404);
  expect((await leena.try(takeBackPassing, about(id))).error?.error).toBe('consultation-state');
});

test('of accepting and answering at once one comes first, and the other finds it so', async () => {
  for (let round = 0; round < 4; round += 1) {
    const id = await claimed(maria, advice, leena);
    await leena.do(passOn, on(id, psychiatry));
    const [accepts, answers] = await Promise.all([
      sari.try(acceptPassed, about(id)),
      leena.try(answerConsultation, saying(id, 'Vastaus.')),
    ]);
    expect([accepts.status, answers.status].filter((status) => status === 200)).toHaveLength(1);
    const { state, holder, passing } = await opened(maria, id);
    expect(passing).toBeNull();
    if (accepts.status === 200) expect([state, holder?.name]).toEqual(['claimed', 'Sari Niskanen']);
    else expect([state, holder?.name]).toEqual(['answered', 'Leena Kallio']);
  }
});

test('withdrawn while it is passed on, it is nobody’s but the asker’s', async () => {
  const id = await claimed(maria, advice, leena);
  await leena.do(passOn, on(id, psychiatry));
  await maria.do(withdrawConsultation, because(id, 'Ratkesi'));
  for (const who of [leena, sari]) expect(await statusOf(who, id)).toBe(404);
});

test('a service that has ended, or takes no such request, is not passed on to', async () => {
  const onlyNamed = await newService(helka, { kind: 'psychiatry', takesAnonymous: false });
  const id = await claimed(maria, advice, leena);
  expect((await leena.try(passOn, on(id, onlyNamed))).error).toMatchObject({
    error: 'service-refuses',
    detail: { reason: 'anonymous' },
  });
  expect((await leena.try(passOn, on(id, advice))).error?.error).toBe('already-done');
});

test('an expert of another agency reads it when asked, advises once they said yes, and not after they said no', async () => {
  const id = await claimed(maria, advice, leena);
  const { experts } = await leena.do(listExperts, { params: { consultationId: id } });
  expect(experts.map(({ name }) => name)).toEqual(['Jonna Berg', 'Sari Niskanen']);
  expect((await oskar.try(listExperts, { params: { consultationId: id } })).status).toBe(403);
  const asking = (who: typeof sari) => ({
    params: { consultationId: id },
    body: { affiliationId: who.affiliationId ?? '', words: 'Tarvitsen näkemyksesi', ground: null },
  });
  expect((await leena.try(inviteExpert, asking(oskar))).status).toBe(404);
  await leena.do(inviteExpert, asking(sari));
  expect((await leena.try(inviteExpert, asking(sari))).error?.error).toBe('already-done');
  expect(await statusOf(jonna, id)).toBe(404);
  expect((await opened(sari, id)).sides).toEqual(['invited']);
  expect((await sari.try(advise, saying(id, 'Liian aikaisin'))).status).toBe(403);
  const answer = (accept: boolean) => ({ params: { consultationId: id }, body: { accept, reason: '' } });
  await sari.do(answerExpertInvitation, answer(true));
  await sari.do(advise, saying(id, 'Uni ensin.'));
  expect((await opened(maria, id)).experts).toMatchObject([
    { person: { name: 'Sari Niskanen' }, accepted: true },
  ]);
  expect((await opened(maria, id)).messages.at(-1)).toMatchObject({ kind: 'advice', side: 'invited' });
  await sari.do(answerExpertInvitation, answer(false));
  expect(await statusOf(sari, id)).toBe(404);
  await leena.do(inviteExpert, asking(sari));
  expect(await statusOf(sari, id)).toBe(200);
});

test('times are proposed, one is chosen once, and the talk is noted for both', async () => {
  const id = await claimed(maria, advice, leena);
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const propose = (from: number) =>
    leena.try(proposeTimes, {
      params: { consultationId: id },
      body: {
        way: 'video',
        times: [
          { from: at(from), to: at(from + 1) },
          { from: at(from + 2), to: at(from + 3) },
        ],
        text: 'Puoli tuntia riittää',
        checked: true,
      },
    });
  expect((await propose(-1)).status).toBe(400);
  await propose(24);
  const proposal = async () =>
    (await opened(maria, id)).messages.findLast(({ kind }) => kind === 'times-proposed')?.id ?? '';
  const first = await proposal();
  await propose(48);
  const choose = (messageId: string, chosen: number | null) =>
    maria.try(chooseTime, {
      params: { consultationId: id },
      body: { messageId, chosen, text: '', checked: true },
    });
  expect((await choose(first, 0)).error?.error).toBe('consultation-state');
  expect((await choose(await proposal(), 5)).status).toBe(400);
  expect((await choose(await proposal(), 1)).status).toBe(200);
  expect((await choose(await proposal(), 0)).error?.error).toBe('already-done');
  expect((await opened(leena, id)).messages.at(-1)).toMatchObject({
    kind: 'time-chosen',
    way: 'video',
    chosen: 1,
  });
  await leena.do(noteTalk, saying(id, 'Sovittiin, että koulu kysyy.'));
});

test('a named request needs a ground, and each agency that reads it is in the disclosure log in the same moment', async () => {
  const { id: draftId, rev } = await startedDraft(maria, {
    ...named,
    serviceId: advice,
    child: { name: 'Aino Virtanen', birthDate: null, ground: null },
  });
  const without = await maria.try(sendConsultation, { params: { draftId }, body: { rev, checked: true } });
  expect(without.error?.error).toBe('ground-missing');
  const id = await sent(maria, advice, named);
  await leena.do(claimConsultation, about(id));
  expect((await opened(leena, id)).child).toMatchObject({
    name: 'Aino Virtanen',
    ground: { kind: 'guardian-consent' },
  });
  const row = { from: school, class: 'education', case: null, grounds: 1 };
  expect(await disclosed(id)).toEqual([{ ...row, to: protection }]);
  expect((await leena.try(passOn, on(id, psychiatry))).error?.error).toBe('ground-missing');
  await leena.do(passOn, on(id, psychiatry, ground));
  expect(await disclosed(id)).toEqual([
    { ...row, to: protection },
    { ...row, to: clinic },
  ]);
  await sari.do(declinePassed, because(id, 'Ei meille'));
  // An anonymous one discloses nothing of anybody.
  expect(await disclosed(await sent(maria, advice))).toEqual([]);
});

test('somebody of another agency who joins a standing team reads its named requests from then on, and that is disclosed', async () => {
  const team = await newService(arja, { kind: 'standing-team', nameFi: 'Konsultaatiotiimi' });
  await putIn(arja, team, leena, 'lead');
  const id = await sent(maria, team, named);
  expect((await disclosed(id)).map(({ to }) => to)).toEqual([protection]);
  await putIn(arja, team, sari, 'expert');
  expect(await statusOf(sari, id)).toBe(200);
  expect((await disclosed(id)).map(({ to }) => to)).toEqual([protection, clinic]);
});
