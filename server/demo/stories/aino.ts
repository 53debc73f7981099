// Aino, 13: mornings at home instead of school. An assessment in the middle of its work, with the family taking part.
import { inviteOwn, invitePartners } from '../invitations.ts';
import { ask, beginAssessment, contribute, openChild, share, write } from '../scenes.ts';
import type { Storyteller } from '../storyteller.ts';

const schoolText = {
  narrative:
    'Poissaoloja syksyllä 62 tuntia, lähes kaikki aamutunteja. Iltapäivän pienryhmässä Aino työskentelee keskittyneesti ja auttaa muita. Matematiikassa hän on luokkansa tasolla, ruotsissa jäänyt jälkeen poissaolojen vuoksi. Kotiin soitettaessa äiti on ollut yhteistyöhaluinen ja huolissaan.',
  strengths: 'Auttaa muita, pitää lupauksensa pienryhmässä. Kertoo itse, jos jokin on liikaa.',
  worries: 'Aamut. Kaksi viikkoa ilman yhtään ensimmäistä tuntia.',
  'evidence.abs.text': '62 poissaolotuntia 12.8.–13.11., niistä 54 ennen kello kymmentä.',
  'evidence.abs.source': 'Koulun poissaoloseuranta',
  scale: '4',
};
const familyText = {
  narrative:
    'Äiti ja Aino ovat arjessa kahdestaan, kun isä on merillä kolme viikkoa kerrallaan. Kotikäynnillä 10.11. äiti kertoi herättävänsä Ainon kolmesti ennen töihin lähtöä. Äiti lähtee kuudelta, ja Aino jää yksin päättämään, nouseeko. Keskustelu kotona on lämmintä, riitoja on vähän. Mummo asuu samassa pihapiirissä ja on ollut tärkeä lapsesta asti.',
  strengths: 'Äiti puhuu Ainosta ylpeänä. Mummo on arjessa mukana ja valmis auttamaan enemmän.',
  worries:
    'Kukaan aikuinen ei ole paikalla, kun päivä alkaa. Ainolla on isää ikävä, mutta siitä ei ole puhuttu.',
  'evidence.visit.text': 'Äiti kertoi aamuista ja työvuoroistaan, Aino oli mukana keskustelussa.',
  'evidence.visit.source': 'Kotikäynti 10.11., Leena ja Petri',
  scale: '6',
};

export const tellAino = async (teller: Storyteller): Promise<void> => {
  const worker = 'social-worker';
  teller.on(19, '09:10');
  const caseId = await openChild(teller, worker, {
    name: 'Aino Virtanen',
    birthDate: '2013-05-02',
    languages: ['fi'],
    address: 'Rantakatu 4 B 12',
    municipality: 'Meriniemi',
    school: 'Meriniemen koulu, 7B',
    relations: [
      { kind: 'guardian', name: 'Minna Virtanen', relation: 'äiti', custody: 'joint' },
      { kind: 'guardian', name: 'Teemu Virtanen', relation: 'isä', custody: 'joint' },
      { kind: 'close', name: 'Kerttu Virtanen', relation: 'mummo' },
    ],
  });
  await inviteOwn(teller, caseId, worker, {
    'social-counsellor': 'working-pair',
    'consultant-social-worker': 'team',
  });
  teller.on(17, '10:00');
  const assessmentId = await beginAssessment(teller, caseId, worker, 'child-welfare-notification', 19, 17);
  const situation = await write(teller, worker, 'situation', {
    caseId,
    assessmentId,
    fields: {
      narrative:
        'Koulu teki lastensuojeluilmoituksen, koska Ainon poissaolot ovat kasvaneet elokuusta lähtien. Aino itse sanoo, ettei pääse aamulla ylös. Perhe on toivonut apua ja suostunut siihen, että ne, jotka Ainon tuntevat, kirjoittavat arviointia yhdessä.',
    },
  });
  await share(teller, caseId, worker, situation, { familyScope: 'all' });
  await inviteOwn(teller, caseId, worker, { guardian: 'guardian', child: 'child' });
  await invitePartners(teller, caseId, worker, {
    evidence: 'Äiti ja Aino antoivat suostumuksen yhteisessä tapaamisessa, kirjattu samana päivänä.',
    partners: [
      { who: 'special-teacher', known: 'everyone' },
      { who: 'principal', known: 'everyone' },
      { who: 'psychiatric-nurse', known: 'home' },
    ],
  });
  teller.on(16, '09:30');
  const question = 'Miten aamut näkyvät koulussa, ja milloin Aino jaksaa parhaiten?';
  const school = await ask(
    teller,
    caseId,
    assessmentId,
    worker,
    'special-teacher',
    'school-and-learning',
    -4,
    question,
  );
  await ask(
    teller,
    caseId,
    assessmentId,
    worker,
    'psychiatric-nurse',
    'mental-health',
    3,
    'Mitä tiedämme unesta ja mielialasta? Mitä Aino itse toivoo teiltä?',
  );
  const family = await ask(teller, caseId, assessmentId, worker, worker, 'family-relations', 1);
  const growth = await ask(
    teller,
    caseId,
    assessmentId,
    worker,
    'social-counsellor',
    'growth-and-development',
    -2,
  );
  const everyday = await ask(
    teller,
    caseId,
    assessmentId,
    worker,
    'social-counsellor',
    'everyday-life-and-livelihood',
    2,
  );
  await ask(teller, caseId, assessmentId, worker, worker, 'free-time', 6);

  teller.on(10, '13:20');
  const heard = await write(teller, 'social-counsellor', 'child-view', {
    caseId,
    assessmentId,
    fields: {
      verbatim:
        'Aamulla ei vaan pääse ylös. Koulussa on ok sitten kun on siellä, varsinkin jos Mikon ryhmä. En mä tahallani.',
      how: 'Kahden kesken koululla, kävelyllä. Aino sai itse valita paikan.',
      heardOn: teller.date(-10),
      where: 'Koululla, sitten pihalla',
      asked: 'Saa näyttää Mikolle ja äidille. Isälle Aino haluaa kertoa itse.',
      mayRead: 'both',
      safetyCheck: 'Keskusteltu Petrin ja Leenan kesken 11.11.: äiti voi lukea, estettä ei ole.',
      'scale.school-and-learning': '5',
      'scale.everyday-life-and-livelihood': '3',
      'scale.family-relations': '7',
    },
  });
  await share(teller, caseId, 'social-counsellor', heard, {
    scope: 'everyone',
    familyScope: 'chosen',
    familyIds: [teller.people.guardian.id, teller.people.child.id],
  });
  teller.on(6, '11:05');
  await share(
    teller,
    caseId,
    'social-counsellor',
    await contribute(teller, caseId, growth, 'social-counsellor', {
      narrative:
        'Aino on kehittynyt ikätasoisesti. Neuvolasta ja alakoulusta ei ole ollut huolta. Murrosikä on alkanut, ja unirytmi on siirtynyt selvästi myöhemmäksi kesän jälkeen.',
      strengths: 'Sanallisesti taitava, osaa kuvata oloaan tarkasti.',
      worries: 'Nukahtaa arkisin vasta kahden jälkeen.',
      scale: '7',
    }),
  );
  teller.on(4, '08:40');
  const mother = await write(teller, 'guardian', 'parent-view', {
    caseId,
    assessmentId,
    about: teller.people.guardian.id,
    fields: {
      narrative:
        'Olen yrittänyt kaikkea: herätyskellot, puhelin pois, rauhalliset illat. Kun lähden töihin, en enää tiedä mitä kotona tapahtuu. Aino on hyvä tyttö. Toivon, että joku auttaisi juuri niinä aamuina.',
      'scale.school-and-learning': '3',
      'scale.everyday-life-and-livelihood': '4',
      'scale.family-relations': '8',
    },
  });
  await share(teller, caseId, 'guardian', mother);
  teller.on(3, '15:30');
  const teacherText = await contribute(teller, caseId, school, 'special-teacher', schoolText);
  await share(teller, caseId, 'special-teacher', teacherText, { familyScope: 'all' });
  teller.on(1, '16:10');
  await share(teller, caseId, worker, await contribute(teller, caseId, family, worker, familyText));
  const words = await write(teller, 'guardian', 'comment', {
    caseId,
    assessmentId,
    parentId: teacherText,
    fields: { narrative: 'Kiitos Mikolle, että tämäkin näkyy: Aino todella auttaa muita.' },
  });
  await share(teller, caseId, 'guardian', words);
  teller.on(0, '08:15');
  await contribute(teller, caseId, everyday, 'social-counsellor', {
    narrative:
      'Arki rakentuu äidin kolmivuorotyön ympärille. Iltavuoroviikoilla Aino syö mummolla ja tekee läksyt siellä. Aamuvuoroviikoilla',
  });
};
