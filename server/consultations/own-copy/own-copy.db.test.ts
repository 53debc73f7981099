// Copies for the own records of each side, over the real interface: as text and as a tagged PDF, read back; and the mark that it was
// taken over, which the other side does not see.
import { beforeAll, expect, test, vi } from 'vitest';
import {
  getConsultationPdf,
  getConsultationText,
  markTransferred,
} from '../../../shared/consultation-records.ts';
import {
  answerConsultation,
  claimConsultation,
  closeConsultation,
  setConsultationDeputy,
  tellMore,
} from '../../../shared/consultations.ts';
import { answerExpertInvitation, inviteExpert } from '../../../shared/consultations-together.ts';
import {
  answered,
  because,
  claimed,
  newService,
  opened,
  putIn,
  saying,
  sent,
} from '../../testing/consultation-parts.ts';
import { pdfText } from '../../testing/pdf-text.ts';
import { type Person, testWorld } from '../../testing/world.ts';

vi.setConfig({ testTimeout: 60_000 });

const world = await testWorld();
const protection = await world.agency('child-protection', 'Rannikon lastensuojelu');
const clinic = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
const school = await world.agency('education', 'Meriniemen koulu');
const maria = await world.professional('Maria Lind', school, 'special-teacher');
const kaisa = await world.professional('Kaisa Sijainen', school, 'school-social-worker');
const niina = await world.professional('Niina Naapuri', school, 'special-teacher');
const leena = await world.professional('Leena Kallio', protection, 'social-worker');
const oskar = await world.professional('Oskar Nyström', protection, 'social-worker');
const sari = await world.professional('Sari Niskanen', clinic, 'psychiatric-nurse');
const arja = await world.professional('Arja Hallinto', protection, 'administrator');
const helka = await world.professional('Helka Hallinto', clinic, 'administrator');

const bare = (words: string) => words.replace(/\s/g, '');
const markup = '#panic("x") *ei lihavoitu* $x$ <nimi> @viite \\ [sulku] // ei kommentti';
const at = (consultationId: string) => ({ params: { consultationId } });
let advice: string;
let id: string;
beforeAll(async () => {
  advice = await newService(arja);
  await putIn(arja, advice, leena, 'expert');
  await putIn(arja, advice, oskar, 'lead');
  await putIn(helka, await newService(helka, { kind: 'psychiatry' }), sari, 'expert');
  id = await sent(maria, advice, {
    question: `Miten otan asian puheeksi?\n\nOppilas on väsynyt. ${markup}`,
    supports: [{ support: 'remedial-teaching', tried: 'tried', note: 'Kahdesti viikossa' }],
    absenceHours: [{ reason: 'unknown', hours: 12 }],
  });
  await leena.do(claimConsultation, { ...at(id), body: {} });
  await maria.do(tellMore, saying(id, 'Hän nukahti tänään tunnilla.'));
  await leena.do(answerConsultation, saying(id, 'Kysy suoraan ja kerro, mitä olet huomannut.'));
});

const textFor = async (who: Person, of = id, language?: 'fi' | 'sv' | 'en') => {
  const answer = await who.try(getConsultationText, { ...at(of), query: language ? { language } : {} });
  expect(answer.status).toBe(200);
  return String(answer.body);
};
const pdfFor = async (who: Person, language?: 'fi' | 'sv' | 'en') => {
  const answer = await who.try(getConsultationPdf, { ...at(id), query: language ? { language } : {} });
  expect(answer.status).toBe(200);
  return answer.body as Buffer;
};

test('both sides take the whole of it as a tagged PDF: question, every turn, who wrote it, who received it, the page', async () => {
  for (const [who, post] of [
    [maria, 'Maria Lind, erityisopettaja, Meriniemen koulu'],
    [leena, 'Leena Kallio, sosiaalityöntekijä, Rannikon lastensuojelu'],
  ] as const) {
    const pdf = await pdfFor(who);
    const raw = pdf.toString('latin1');
    expect(raw.slice(0, 5)).toBe('%PDF-');
    for (const mark of ['/StructTreeRoot', '/MarkInfo', '/Lang (fi)', 'pdfuaid']) expect(raw).toContain(mark);
    const text = pdfText(pdf);
    const { number } = await opened(who, id);
    for (const words of [
      number,
      'Miten otan asian puheeksi?',
      markup,
      'Hän nukahti tänään tunnilla.',
      'Kysy suoraan ja kerro, mitä olet huomannut.',
      'Tukiopetus: Kahdesti viikossa',
      'Syy ei tiedossa: 12',
      'Leena Kallio vastasi',
      `Vastaanottaja ${post}`,
      `Vastaanottaja: ${who === maria ? 'Maria Lind' : 'Leena Kallio'} · Tulostettu`,
    ])
      expect(text).toContain(bare(words));
    expect(text).toMatch(/Sivu1\/[12]/);
  }
});

test('what was not told is marked: of an anonymous request the child’s name, of a named one nothing', async () => {
  expect(pdfText(await pdfFor(leena))).toContain(
    bare('Rajoitettu. Kysymys on nimetön: lapsen nimeä ei ole kerrottu.'),
  );
  const named = await sent(maria, advice, {
    anonymous: false,
    child: {
      name: 'Aino Virtanen',
      birthDate: '2013-04-05',
      ground: {
        kind: 'guardian-consent',
        statute: null,
        evidence: 'Äiti suostui puhelimessa',
        covers: ['education'],
      },
    },
  });
  const text = await textFor(leena, named);
  expect(text).toContain('Nimi:\nAino Virtanen');
  expect(text).toContain('Syntymäaika:\n5.4.2013');
  expect(text).toContain('Peruste:\nHuoltajan suostumus\nÄiti suostui puhelimessa');
  expect(text).not.toContain('Rajoitettu.');
});

test('as text it is ready to be pasted: every line as it was written, under headings, with its recipient', async () => {
  const text = await textFor(maria);
  const { number } = await opened(maria, id);
  expect(
    text.startsWith(
      `Konsultaatio ${number}\n${'='.repeat(`Konsultaatio ${number}`.length)}\n\nNumero: ${number}\n`,
    ),
  ).toBe(true);
  expect(text).toContain(`Miten otan asian puheeksi?\n\nOppilas on väsynyt. ${markup}\n`);
  expect(text).toContain(
    `Maria Lind kertoi lisää\n${'-'.repeat(23)}\n\nMaria Lind, erityisopettaja, Meriniemen koulu, `,
  );
  expect(text).toMatch(/Vastaanottaja: Maria Lind · Tulostettu \d+\.\d+\.\d{4}\n$/);
});

test('each takes it in their own language, the texts as they were written', async () => {
  await world.superuser(`update people set language = 'sv' where id = $1`, [oskar.id]);
  const swedish = await textFor(oskar);
  expect(swedish).toContain('Mottagare: Oskar Nyström, socialarbetare, Rannikon lastensuojelu');
  expect(swedish).toContain('Kysy suoraan ja kerro');
  expect((await pdfFor(oskar)).toString('latin1')).toContain('/Lang (sv)');
  expect(pdfText(await pdfFor(oskar, 'en'))).toContain(bare('Recipient: Oskar Nyström'));
  const wrong = await oskar.try(getConsultationText, { ...at(id), query: { language: 'de' as 'fi' } });
  expect(wrong.status).toBe(400);
});

test('the file’s name is neutral, no cache keeps it, each copy is logged, and outside its sides there is none', async () => {
  for (const [way, type, kind] of [
    ['text', 'text/plain; charset=utf-8', 'txt'],
    ['pdf', 'application/pdf', 'pdf'],
  ]) {
    const answer = await world.app.inject({
      url: `/api/consultations/${id}/${way}`,
      headers: { cookie: leena.cookie },
    });
    expect(answer.headers['content-type']).toBe(type);
    expect(answer.headers['content-disposition']).toMatch(
      new RegExp(`^attachment; filename="K-\\d{4}-\\d{6}\\.${kind}"$`),
    );
    expect(answer.headers['cache-control']).toBe('no-store');
    const logged = await world.superuser(
      `select count(*)::int as n from access_log where kind = $1 and object_id = $2 and person_id = $3`,
      [`consultation-${way}`, id, leena.id],
    );
    expect(Number(logged.rows[0]?.['n'])).toBeGreaterThan(0);
  }
  for (const outsider of [niina, arja, sari]) {
    expect((await outsider.try(getConsultationText, { ...at(id), query: {} })).status).toBe(404);
    expect((await outsider.try(getConsultationPdf, { ...at(id), query: {} })).status).toBe(404);
    expect((await outsider.try(markTransferred, { ...at(id), body: { system: 'Wilma' } })).status).toBe(404);
  }
});

test('that it was taken over is seen by the own side alone: not in the request, not in its steps, not by a hint', async () => {
  const mine = await answered(maria, advice, leena);
  await maria.do(setConsultationDeputy, { ...at(mine), body: { affiliationId: kaisa.affiliationId ?? '' } });
  const heard = async (person: Person) =>
    (await world.superuser('select count(*)::int as n from events where stream_id = $1', [person.id]))
      .rows[0]?.['n'];
  const [before, others] = [await opened(leena, mine), await heard(leena)];
  await maria.do(markTransferred, { ...at(mine), body: { system: 'Wilma' } });
  expect(await opened(leena, mine)).toEqual(before);
  expect(await heard(leena)).toBe(others);
  for (const ofAsking of [maria, kaisa])
    expect((await opened(ofAsking, mine)).transfers).toMatchObject([
      { system: 'Wilma', by: { name: 'Maria Lind' } },
    ]);
  const asking = await opened(maria, mine);
  await oskar.do(markTransferred, { ...at(mine), body: { system: 'Sosiaalihuollon järjestelmä' } });
  expect(await opened(maria, mine)).toEqual(asking);
  for (const ofService of [leena, oskar])
    expect((await opened(ofService, mine)).transfers.map(({ system }) => system)).toEqual([
      'Sosiaalihuollon järjestelmä',
    ]);
  // Past the interface: each side's rows alone, and none to be written.
  const rowsOf = async (person: Person) =>
    (
      await world.write(person.id, 'select system from consultation_transfers where consultation_id = $1', [
        mine,
      ])
    ).map((row) => row['system']);
  expect(await rowsOf(kaisa)).toEqual(['Wilma']);
  expect(await rowsOf(leena)).toEqual(['Sosiaalihuollon järjestelmä']);
  expect(await rowsOf(niina)).toEqual([]);
  await expect(
    world.write(niina.id, `select access.mark_consultation_transferred($1, 'x')`, [mine]),
  ).rejects.toMatchObject({ code: '42501' });
  // No copy tells of it either.
  expect(await textFor(leena, mine)).not.toMatch(/Wilma|järjestelmä/);
  await maria.do(closeConsultation, because(mine, 'Valmis'));
  await leena.do(markTransferred, { ...at(mine), body: { system: 'Toinen järjestelmä' } });
});

test('not before it is answered; an expert of another agency takes and marks a copy of their own, while they take part', async () => {
  const open = await claimed(maria, advice, leena);
  expect((await maria.try(markTransferred, { ...at(open), body: { system: 'Wilma' } })).error?.error).toBe(
    'consultation-state',
  );
  await leena.do(inviteExpert, {
    ...at(open),
    body: { affiliationId: sari.affiliationId ?? '', words: 'Uni', ground: null },
  });
  // Asked in and not come yet: reads it, and has nothing to take over.
  expect((await sari.try(markTransferred, { ...at(open), body: { system: 'x' } })).status).toBe(403);
  await sari.do(answerExpertInvitation, { ...at(open), body: { accept: true, reason: '' } });
  await leena.do(answerConsultation, saying(open, 'Näin.'));
  expect(await textFor(sari, open)).toContain('Vastaanottaja: Sari Niskanen, psykiatrinen sairaanhoitaja');
  await sari.do(markTransferred, { ...at(open), body: { system: 'Potilastietojärjestelmä' } });
  expect((await opened(sari, open)).transfers).toHaveLength(1);
  expect((await opened(leena, open)).transfers).toEqual([]);
  expect((await opened(maria, open)).transfers).toEqual([]);
});
