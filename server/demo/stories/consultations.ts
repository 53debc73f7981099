// Five requests for advice in different stages: one that helped, one that waits for the asker while two write an answer, one that nobody has taken yet, one
// that is being passed on, and one that was just taken.
import { type DraftFields, supports } from '../../../shared/consultation.ts';
import { followUp, recordOutcome } from '../../../shared/consultation-outcomes.ts';
import {
  answerConsultation,
  askMore,
  beginTriage,
  claimConsultation,
  sendConsultation,
  startConsultationDraft,
  tellMore,
} from '../../../shared/consultations.ts';
import { passOn } from '../../../shared/consultations-together.ts';
import { beginJointAnswer } from '../../../shared/joint-answers.ts';
import type { SignInName } from '../region.ts';
import { openServices } from '../services.ts';
import type { Storyteller } from '../storyteller.ts';
import { tellNotifications } from './welfare-notifications.ts';

const anonymous: DraftFields = {
  question: '',
  area: null,
  urgency: 'ordinary',
  language: 'fi',
  ageBand: null,
  grade: null,
  supports: [],
  absenceHours: [],
  consent: '',
  serviceId: null,
  deputyAffiliationId: null,
  anonymous: true,
  child: null,
};

const send = async (teller: Storyteller, who: SignInName, fields: Partial<DraftFields>): Promise<string> => {
  const { id, rev } = await teller.as(who, startConsultationDraft, {
    body: { fields: { ...anonymous, ...fields } },
  });
  const sent = await teller.as(who, sendConsultation, {
    params: { draftId: id },
    body: { rev, checked: true },
  });
  return sent.id;
};
const to = (consultationId: string) => ({ params: { consultationId }, body: {} });
const say = (consultationId: string, text: string) => ({
  params: { consultationId },
  body: { text, checked: true },
});

const tellOfOneThatHelped = async (teller: Storyteller, serviceId: string): Promise<void> => {
  teller.on(16, '14:20');
  const id = await send(teller, 'special-teacher', {
    serviceId,
    question:
      'Oppilas on tullut kouluun väsyneenä koko syksyn. Hän on kertonut valvovansa, kun kotona riidellään. Vanhempi sanoo, että kaikki on hyvin. Miten otan asian puheeksi, ja milloin minun pitää tehdä ilmoitus?',
    area: 'worry-about-home',
    ageBand: '10-12',
    grade: '5',
    deputyAffiliationId: teller.people['school-social-worker'].affiliationId,
  });
  teller.on(15, '08:40');
  await teller.as('social-counsellor', claimConsultation, to(id));
  teller.on(14, '11:05');
  await teller.as(
    'social-counsellor',
    answerConsultation,
    say(
      id,
      'Kerro vanhemmalle, mitä olet itse nähnyt: väsymyksen ja sen, mitä oppilas on sanonut. Kysy, mitä vanhempi siitä ajattelee. Jos lapsi kertoo pelkäävänsä kotona tai riidat jatkuvat, tee ilmoitus samana päivänä. Ilmoitus on sinun tehtäväsi, mutta voit soittaa meille ennen sitä.',
    ),
  );
  teller.on(13, '13:10');
  await teller.as('special-teacher', recordOutcome, {
    params: { consultationId: id },
    body: { kinds: ['advice-was-enough'], words: 'Juttelin vanhemman kanssa koulussa.', checked: true },
  });
  teller.on(6, '12:00');
  await teller.as('special-teacher', followUp, {
    params: { consultationId: id },
    body: {
      helped: 'much',
      words: 'Valmiit sanat auttoivat. Vanhempi otti itse yhteyttä perheneuvolaan.',
      checked: true,
    },
  });
};

const tellOfOneThatWaits = async (teller: Storyteller, serviceId: string): Promise<void> => {
  teller.on(5, '09:30');
  const id = await send(teller, 'school-social-worker', {
    serviceId,
    question:
      'Oppilas on ollut poissa lähes koko lokakuun. Aamut ovat kotona vaikeita, ja koulun pihaan tultuaan hän kääntyy takaisin. Mitä voimme tehdä seuraavaksi?',
    area: 'school-attendance',
    urgency: 'soon',
    ageBand: '13-15',
    grade: '8',
    supports: supports.map((support) => ({
      support,
      tried: ['assistant', 'guided-to-service', 'remedial-teaching'].includes(support)
        ? 'not-tried'
        : 'tried',
      note: support === 'flexible-arrangements' ? 'Lyhennetty päivä kahden viikon ajan' : '',
    })),
    absenceHours: [
      { reason: 'unauthorised', hours: 74 },
      { reason: 'illness', hours: 18 },
    ],
    consent: 'Huoltajat tietävät, että kysymme neuvoa nimettömästi.',
  });
  teller.on(4, '10:15');
  await teller.as('hospital-school-teacher', beginTriage, to(id));
  await teller.as('hospital-school-teacher', claimConsultation, to(id));
  teller.on(2, '14:30');
  const { documentId } = await teller.as('hospital-school-teacher', beginJointAnswer, to(id));
  await teller.writeTogether(documentId, [
    { who: 'hospital-school-teacher', look: 'heading', text: 'Aamut ensin' },
    {
      who: 'hospital-school-teacher',
      text: 'Kääntyminen pihalta kertoo, että matka onnistuu ja ovi on se, mikä pelottaa. Siitä kannattaa aloittaa.',
    },
    {
      who: 'psychiatrist',
      look: 'bullet',
      text: 'Sopikaa yksi aikuinen, joka on vastassa pihalla samaan aikaan joka aamu.',
    },
    {
      who: 'psychiatrist',
      look: 'bullet',
      text: 'Ensimmäiset kaksi viikkoa riittää, että hän käy sisällä. Tunnit tulevat myöhemmin.',
    },
    {
      who: 'hospital-school-teacher',
      text: 'Lyhennetty päivä on hyvä alku, kun sille sovitaan heti myös loppu.',
    },
  ]);
  teller.on(1, '15:05');
  await teller.as(
    'hospital-school-teacher',
    askMore,
    say(id, 'Mitä oppilas itse sanoo aamuista? Onko joku koulun aikuinen, jonka luo hän tulee mielellään?'),
  );
};

const tellOfOneThatNobodyHas = async (teller: Storyteller, serviceId: string): Promise<void> => {
  teller.on(1, '16:10');
  await send(teller, 'residential-worker', {
    serviceId,
    anonymous: false,
    question:
      'Nuori on valvonut neljä yötä ja puhuu, ettei millään ole väliä. Hän on luvannut kertoa, jos ajatukset pahenevat. Miten tuemme häntä viikonlopun yli, ja milloin soitamme päivystykseen?',
    area: 'self-harm',
    urgency: 'urgent',
    ageBand: '13-15',
    grade: '9',
    consent: 'Nuori on itse toivonut, että kysymme teiltä.',
    child: {
      name: 'Veeti Salmela',
      birthDate: '2011-09-14',
      ground: {
        kind: 'child-consent',
        statute: null,
        evidence: 'Nuori ymmärtää asian ja antoi suostumuksen keskustelussa omaohjaajan kanssa',
        covers: ['social'],
      },
    },
  });
};

const tellOfOneThatIsPassedOn = async (
  teller: Storyteller,
  serviceId: string,
  passedTo: string,
): Promise<void> => {
  teller.on(3, '08:50');
  const id = await send(teller, 'annika.holm', {
    serviceId,
    language: 'sv',
    question:
      'En elev orkar inte längre vara i klassen hela dagar och blir arg när vi påminner om skolarbetet. Hemma fungerar det bättre. Är det här något för er, eller ska vi börja med ett annat slags stöd?',
    area: 'behaviour',
    ageBand: '7-9',
    grade: '3',
    supports: supports.map((support) => ({
      support,
      tried: ['special-teacher', 'group-support', 'meeting-with-guardians'].includes(support)
        ? 'tried'
        : 'not-tried',
      note: '',
    })),
    absenceHours: [{ reason: 'permitted', hours: 12 }],
  });
  teller.on(2, '09:20');
  await teller.as('psychiatric-nurse', claimConsultation, to(id));
  teller.on(1, '10:45');
  await teller.as('psychiatric-nurse', passOn, {
    params: { consultationId: id },
    body: {
      serviceId: passedTo,
      reason: 'Skolans stöd är den rätta början. Vi hjälper gärna om det inte räcker.',
      ground: null,
    },
  });
};

const tellOfOneThatWasTaken = async (teller: Storyteller, serviceId: string): Promise<void> => {
  teller.on(2, '13:30');
  const id = await send(teller, 'substance-worker', {
    serviceId,
    question:
      'Nuori käy meillä viikoittain. Hän kertoi nukkuvansa usein kavereiden luona, koska kotona juodaan. Hän pelkää, mitä tapahtuu, jos kerron eteenpäin. Miten toimin niin, että luottamus säilyy?',
    area: 'worry-about-home',
    urgency: 'soon',
    ageBand: '16-17',
    grade: 'vocational',
  });
  teller.on(1, '09:00');
  await teller.as('social-worker', claimConsultation, to(id));
  await teller.as('substance-worker', tellMore, say(id, 'Tapaamme seuraavan kerran tällä viikolla.'));
};

export const tellConsultations = async (teller: Storyteller): Promise<void> => {
  teller.on(40, '09:00');
  const services = await openServices(teller);
  await tellOfOneThatHelped(teller, services.protection);
  await tellOfOneThatWaits(teller, services.standing);
  await tellOfOneThatIsPassedOn(teller, services.psychiatry, services.standing);
  await tellOfOneThatWasTaken(teller, services.protection);
  await tellOfOneThatNobodyHas(teller, services.psychiatry);
  await tellNotifications(teller, services.protection);
};
