// What a named request says, taken into a case by whoever reads it and is responsible there: its text for the team, the case's log,
// and nothing for anybody else, the asker among them. Real: app, database.
import { expect, test, vi } from 'vitest';
import { takeIntoCase } from '../../shared/consultation-naming.ts';
import { answerConsultation, claimConsultation } from '../../shared/consultations.ts';
import { advise, answerExpertInvitation, inviteExpert } from '../../shared/consultations-together.ts';
import { saveField, shareEntry, startEntry } from '../../shared/entries.ts';
import { listLog } from '../../shared/sharing.ts';
import { ground, invite, inviteColleague, openACase, see } from '../testing/case-parts.ts';
import {
  about,
  named,
  newService,
  opened,
  putIn,
  saying,
  schoolGround,
  sent,
} from '../testing/consultation-parts.ts';
import { type Person, testWorld } from '../testing/world.ts';

vi.setConfig({ testTimeout: 60_000 });

const world = await testWorld();
const protection = await world.agency('child-protection', 'Rannikon lastensuojelu');
const school = await world.agency('education', 'Meriniemen koulu');
const clinic = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
const maria = await world.professional('Maria Lind', school, 'special-teacher');
const mikko = await world.professional('Mikko Rantanen', school, 'special-teacher');
const leena = await world.professional('Leena Kallio', protection, 'social-worker');
const petri = await world.professional('Petri Aalto', protection, 'social-counsellor');
const oskar = await world.professional('Oskar Nyström', protection, 'social-worker');
const sari = await world.professional('Sari Niskanen', clinic, 'psychiatric-nurse');
const arja = await world.professional('Arja Hallinto', protection, 'administrator');
const helka = await world.professional('Helka Hallinto', clinic, 'administrator');
const advice = await newService(arja);
await putIn(arja, advice, leena, 'expert');
await putIn(arja, advice, oskar, 'lead');
const psychiatry = await newService(helka, { kind: 'psychiatry' });
await putIn(helka, psychiatry, sari, 'expert');
const caseId = await openACase(leena);
await inviteColleague(leena, caseId, petri, 'working-pair');
await invite(leena, caseId, mikko, {
  toThem: ground(['coordination', 'social']),
  fromThem: ground(['coordination', 'education']),
});

const taking = (consultationId: string, to = caseId) => ({
  params: { consultationId },
  body: { caseId: to },
});
const takenSeenBy = async (who: Person) =>
  (await see(who, caseId)).entries.filter(({ kind }) => kind === 'consultation');

/** Asked without a name, then with one, and answered; an expert of the clinic has advised. */
const ofAino = async (): Promise<string> => {
  const anonymous = await sent(maria, advice, { question: 'Nimetön sanamuoto, joka ei saa näkyä.' });
  const id = await named(maria, anonymous, {
    question: 'Aino on ollut poissa koulusta.',
    absenceHours: [{ reason: 'unknown', hours: 61 }],
    supports: [{ support: 'assistant', tried: 'tried', note: 'Auttoi hetken' }],
  });
  await leena.do(claimConsultation, about(id));
  await leena.do(inviteExpert, {
    params: { consultationId: id },
    body: {
      affiliationId: sari.affiliationId ?? '',
      words: 'Näkemyksesi?',
      ground: { ...schoolGround, covers: ['education'] },
    },
  });
  await sari.do(answerExpertInvitation, {
    params: { consultationId: id },
    body: { accept: true, reason: '' },
  });
  await sari.do(advise, saying(id, 'Klinikan oma neuvo.'));
  await leena.do(answerConsultation, saying(id, 'Tavataan maanantaina.'));
  return id;
};

test('its words are in the case for the team, as they were asked; nobody else there, and not the asker, learns of it', async () => {
  const id = await ofAino();
  const before = await opened(maria, id);
  expect((await opened(leena, id)).can).toContain('take-into-case');
  expect(before.can).not.toContain('take-into-case');
  const { id: entryId } = await leena.do(takeIntoCase, taking(id));
  for (const who of [leena, petri]) {
    const [entry] = await takenSeenBy(who);
    expect(entry?.id).toBe(entryId);
    const texts = Object.fromEntries(
      Object.entries(entry?.fields ?? {}).map(([name, { text }]) => [name, text]),
    );
    expect(texts).toMatchObject({
      asker: 'Maria Lind',
      agencyFi: 'Meriniemen koulu',
      childName: 'Aino Virtanen',
      question: 'Aino on ollut poissa koulusta.',
      'absence.unknown': '61',
      'support.assistant': 'tried',
      'supportNote.assistant': 'Auttoi hetken',
      'turn.t1.kind': 'answer',
      'turn.t1.text': 'Tavataan maanantaina.',
    });
    expect(JSON.stringify(entry)).not.toMatch(/Klinikan oma|Nimetön sanamuoto/);
    expect(entry?.audience.scope).toBe('team');
  }
  expect(await takenSeenBy(mikko)).toEqual([]);
  expect(JSON.stringify(await see(mikko, caseId))).not.toContain('Aino on ollut poissa');
  // The request is as it was, for its asker and for the colleague in the service.
  expect(await opened(maria, id)).toEqual(before);
  expect(JSON.stringify(await opened(oskar, id))).not.toContain(caseId);
  const log = await world.superuser(
    `select case_id, from_agency_id, to_agency_id, cardinality(ground_ids) as grounds from disclosure_log where object_id = $1`,
    [entryId],
  );
  expect(log.rows).toEqual([
    { case_id: caseId, from_agency_id: school, to_agency_id: protection, grounds: 1 },
  ]);
  const { rows } = await petri.do(listLog, { params: { caseId }, query: { before: '' } });
  expect(rows.find(({ given }) => given?.entryKind === 'consultation')).toMatchObject({
    by: { name: 'Leena Kallio' },
    given: { from: { nameFi: 'Meriniemen koulu' }, toAgency: { nameFi: 'Rannikon lastensuojelu' } },
  });
  const ofMikko = await mikko.do(listLog, { params: { caseId }, query: { before: '' } });
  expect(JSON.stringify(ofMikko)).not.toContain('consultation');
  // Once in each case.
  expect((await leena.try(takeIntoCase, taking(id))).error?.error).toBe('already-done');
});

test('nobody changes it, and nobody writes such a text by another way', async () => {
  const id = await ofAino();
  const { id: entryId } = await leena.do(takeIntoCase, taking(id));
  const save = {
    params: { entryId, field: 'question' },
    body: { base: 1, text: 'Muutettu', device: 'laptop0001' },
  };
  expect((await leena.try(saveField, save)).status).toBe(400);
  expect((await petri.try(saveField, save)).status).toBe(403);
  const start = {
    kind: 'consultation' as const,
    caseId,
    assessmentId: null,
    parentId: null,
    about: id,
    pairId: null,
  };
  expect((await leena.try(startEntry, { body: start })).status).toBe(403);
  // What the team has is given to the family or to another agency by its author, like every text, on a ground.
  const entry = (await takenSeenBy(leena)).find((one) => one.id === entryId);
  expect(entry?.can).toEqual(['share', 'take-back']);
  await leena.do(shareEntry, {
    params: { entryId },
    body: {
      version: entry?.version ?? 0,
      audience: {
        dataClass: 'social',
        scope: 'agencies',
        agencyIds: [school],
        familyScope: 'none',
        familyIds: [],
      },
    },
  });
  expect((await takenSeenBy(mikko)).map((one) => one.id)).toEqual([entryId]);
});

test('only into a case for which one is responsible, only what has a name, only by whoever has it on the answering side', async () => {
  const id = await ofAino();
  const others = await openACase(oskar, { childName: 'Elias Saari', childGivenName: 'Elias' });
  // One is responsible there and does not read it; one reads it and takes no part there; one takes part and is not responsible.
  const pia = await world.professional('Pia Muu', protection, 'social-worker');
  const pias = await openACase(pia, { childName: 'Oona Ora', childGivenName: 'Oona' });
  expect((await pia.try(takeIntoCase, taking(id, pias))).status).toBe(404);
  expect((await leena.try(takeIntoCase, taking(id, others))).status).toBe(404);
  await inviteColleague(leena, caseId, oskar, 'team');
  expect((await oskar.try(takeIntoCase, taking(id))).error).toMatchObject({
    error: 'not-allowed',
    detail: { reason: 'not-responsible' },
  });
  expect((await maria.try(takeIntoCase, taking(id))).status).toBe(404);
  expect((await mikko.try(takeIntoCase, taking(id))).status).toBe(404);
  const anonymous = await sent(maria, advice);
  expect((await leena.try(takeIntoCase, taking(anonymous))).error?.error).toBe('consultation-state');
  await world.superuser(`update cases set closed_at = now() where id = $1`, [others]);
  expect((await oskar.try(takeIntoCase, taking(id, others))).error?.error).toBe('case-closed');
});

test('the door of the database asks for itself', async () => {
  const [id, other] = [await ofAino(), await ofAino()];
  const { id: entryId } = await leena.do(takeIntoCase, taking(id));
  const door = (who: Person, consultation: string, entry: string) =>
    world.write(who.id, 'select access.take_request_into_case($1, $2)', [consultation, entry]).then(
      () => 'done',
      (error: { code?: string }) => error.code,
    );
  for (const who of [petri, oskar, maria, mikko, sari]) expect(await door(who, id, entryId)).toBe('42501');
  expect(await door(leena, other, entryId)).toBe('42501');
  const { rows } = await world.superuser(`select id from entries where kind <> 'consultation' limit 1`);
  if (rows[0]) expect(await door(leena, id, String(rows[0]['id']))).toBe('42501');
  expect(await door(leena, id, entryId)).toBe('done');
});
