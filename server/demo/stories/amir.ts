// Amir, 14, with an interpreter: the synthesis is being written, and one difference of view stands as it is.
import { inviteOwn, invitePartners } from '../invitations.ts';
import { ask, beginAssessment, contribute, openChild, share, write } from '../scenes.ts';
import type { Storyteller } from '../storyteller.ts';

export const tellAmir = async (teller: Storyteller): Promise<void> => {
  const worker = 'social-worker';
  teller.on(62, '09:20');
  const caseId = await openChild(teller, worker, {
    name: 'Amir Haddad',
    birthDate: '2012-01-15',
    languages: ['ar', 'fi'],
    interpreter: 'arabia; sama tulkki kuin aiemmin, jos mahdollista',
    address: 'Satamakatu 20 A 5',
    municipality: 'Meriniemi',
    school: 'Meriniemen koulu, 8C',
    relations: [
      { kind: 'guardian', name: 'Layla Haddad', relation: 'äiti', custody: 'joint', language: 'ar' },
      { kind: 'guardian', name: 'Omar Haddad', relation: 'isä', custody: 'joint', language: 'ar' },
      { kind: 'sibling', name: 'Nour Haddad', relation: 'isosisko, 19 v' },
    ],
  });
  await inviteOwn(teller, caseId, worker, { 'consultant-social-worker': 'team' });
  const assessmentId = await beginAssessment(teller, caseId, worker, 'contact', 62, 58);
  await invitePartners(teller, caseId, worker, {
    evidence: 'Vanhemmat ja Amir suostuivat tulkin välityksellä, kirjattu samana päivänä.',
    partners: [
      { who: 'special-teacher', known: 'everyone' },
      { who: 'psychiatric-nurse', known: 'everyone' },
    ],
  });
  const school = await ask(
    teller,
    caseId,
    assessmentId,
    worker,
    'special-teacher',
    'school-and-learning',
    -30,
  );
  const mind = await ask(teller, caseId, assessmentId, worker, 'psychiatric-nurse', 'mental-health', -28);
  const friends = await ask(teller, caseId, assessmentId, worker, worker, 'friends', -25);
  teller.on(38, '14:20');
  const schoolText = await contribute(teller, caseId, school, 'special-teacher', {
    narrative:
      'Amir on oppinut suomen nopeasti ja selviää tunneilla hyvin. Välitunneilla hän jää yksin. Kokeista hän ahdistuu niin, että on jättänyt kaksi kertaa vastaamatta kokonaan.',
    strengths: 'Matematiikka ja kuvataide. Kysyy, jos ei ymmärrä.',
    worries: 'Yksinäisyys välitunneilla, koetilanteet.',
    scale: '6',
  });
  await share(teller, caseId, 'special-teacher', schoolText);
  teller.on(33, '10:10');
  const mindText = await contribute(teller, caseId, mind, 'psychiatric-nurse', {
    narrative:
      'Tapaamisia on ollut kolme. Amir nukkuu katkonaisesti ja näkee painajaisia matkasta. Mieliala on ikään nähden matala, itsetuhoisia ajatuksia hän ei ole tuonut esiin. Hän hyötyy siitä, että sama aikuinen tulee kouluun.',
    strengths: 'Puhuu mielellään, kun tulkki on tuttu.',
    worries: 'Uni. Väsymys kertyy loppuviikkoa kohti.',
    scale: '4',
  });
  await share(teller, caseId, 'psychiatric-nurse', mindText);
  await share(
    teller,
    caseId,
    worker,
    await contribute(teller, caseId, friends, worker, {
      narrative:
        'Amirilla on yksi hyvä ystävä entisessä asuinpaikassa. Täällä hän käy kirjastolla piirtämässä.',
      strengths: 'Isosisko tuo mukaan omiin menoihinsa.',
      worries: 'Ei ikäistä seuraa arkipäivisin.',
      scale: '3',
    }),
  );
  teller.on(20, '15:00');
  const view = await write(teller, worker, 'child-view', {
    caseId,
    assessmentId,
    fields: {
      verbatim:
        'En halua että kaikki päättävät ensin ja kysyvät sitten. Haluan kokeilla sitä piirustuskerhoa.',
      how: 'Tulkin kanssa kirjastossa, Amirin valitsemassa paikassa.',
      heardOn: teller.date(-20),
      where: 'Kirjasto',
      asked: 'Opettaja ja hoitaja saavat lukea. Vanhemmille Amir kertoo itse.',
      mayRead: 'professionals',
      'scale.school-and-learning': '7',
      'scale.mental-health': '6',
      'scale.friends': '2',
    },
  });
  await share(teller, caseId, worker, view, { scope: 'everyone' });
  teller.on(5, '11:30');
  const synthesis = await write(teller, worker, 'synthesis', {
    caseId,
    assessmentId,
    fields: {
      synthesis:
        'Amirin arki on turvallista ja perhe pitää huolta. Kuormitus näkyy unessa ja yksinäisyydessä, ei käytöksessä, ja siksi se on jäänyt huomaamatta.',
      agreement: 'Koulu ja nuorisopsykiatria ovat eri mieltä siitä, riittääkö koulun tuki kokeisiin.',
    },
  });
  await share(teller, caseId, worker, synthesis);
  teller.on(2, '12:15');
  const dissent = await write(teller, 'psychiatric-nurse', 'dissent', {
    caseId,
    assessmentId,
    fields: {
      narrative:
        'Koulun järjestämä koetila ei mielestäni riitä. Ahdistus alkaa jo edellisenä iltana, ja siihen tarvitaan sama aikuinen aamulla.',
    },
  });
  await share(teller, caseId, 'psychiatric-nurse', dissent);
};
