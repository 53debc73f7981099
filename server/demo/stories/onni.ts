// Onni, 6, under turvakielto: where he lives is the own agency's alone. The assessment is close to its last day.
import { inviteOwn, invitePartners } from '../invitations.ts';
import { ask, beginAssessment, contribute, openChild, share, write } from '../scenes.ts';
import type { Storyteller } from '../storyteller.ts';

export const tellOnni = async (teller: Storyteller): Promise<void> => {
  const worker = 'social-worker';
  teller.on(86, '11:00');
  const caseId = await openChild(teller, worker, {
    name: 'Onni Heikkilä',
    birthDate: '2020-06-30',
    languages: ['fi'],
    nonDisclosure: true,
    address: 'Kuusikuja 8 B 12',
    municipality: 'Lillby',
    school: 'Lillbyn koulu, esiopetus',
    relations: [
      { kind: 'guardian', name: 'Henna Heikkilä', relation: 'äiti', custody: 'joint' },
      {
        kind: 'guardian',
        name: 'Jani Korhonen',
        relation: 'isä',
        custody: 'limited',
        powerClasses: ['education'],
      },
    ],
  });
  await inviteOwn(teller, caseId, worker, {
    'social-counsellor': 'working-pair',
    'family-therapist': 'team',
  });
  const assessmentId = await beginAssessment(teller, caseId, worker, 'child-welfare-notification', 86, 84);
  await invitePartners(teller, caseId, worker, {
    evidence: 'Äiti suostui tapaamisessa 3.9. Isältä suostumusta ei pyydetä turvallisuussyistä.',
    partners: [
      {
        who: 'psychiatrist',
        known: 'home',
        purpose:
          'Onni säikkyy ja nukkuu huonosti. Tarvitsemme arviosi siitä, millaista apua hän tarvitsee nyt.',
        unanswered: true,
      },
    ],
    to: ['coordination', 'social'],
  });
  const safety = await ask(teller, caseId, assessmentId, worker, worker, 'safety-and-violence', -30);
  await ask(teller, caseId, assessmentId, worker, 'psychiatrist', 'mental-health', -6);
  const parenting = await ask(teller, caseId, assessmentId, worker, 'family-therapist', 'parenting', -20);
  teller.on(40, '10:30');
  const safetyText = await contribute(teller, caseId, safety, worker, {
    narrative:
      'Äiti ja Onni muuttivat kesäkuussa. Sovitut turvatoimet ovat voimassa, ja niistä on oma suunnitelma. Onni ei ole ollut yhteydessä isään kesän jälkeen. Äidin mielestä tilanne on rauhoittunut, mutta iltaisin häntä pelottaa.',
    strengths: 'Äiti tunnistaa merkit ja toimii sovitusti.',
    worries: 'Onni säikkyy kovia ääniä.',
    scale: '5',
  });
  await share(teller, caseId, worker, safetyText, { scope: 'team' });
  teller.on(21, '13:00');
  await share(
    teller,
    caseId,
    'family-therapist',
    await contribute(teller, caseId, parenting, 'family-therapist', {
      narrative:
        'Äiti on lempeä ja johdonmukainen. Voimavarat ovat vähissä: hän nukkuu huonosti ja jännittää hakutilanteita. Yhteinen leikki Onnin kanssa onnistuu ja on molemmille hyvää.',
      strengths: 'Leikki, iltarutiinit, avun pyytäminen.',
      worries: 'Äidin uni ja yksinäisyys.',
      scale: '6',
    }),
  );
  teller.on(12, '09:40');
  const view = await write(teller, 'social-counsellor', 'child-view', {
    caseId,
    assessmentId,
    fields: {
      verbatim: 'Mä tykkään kun äiti lukee. Täällä ei kukaan huuda.',
      how: 'Piirtäen kotona, äiti viereisessä huoneessa.',
      heardOn: teller.date(-12),
      where: 'Kotona',
      asked: 'Onni on kuusivuotias. Hänelle kerrottiin, että nämä sanat kirjoitetaan Leenalle.',
      'scale.safety-and-violence': '7',
    },
  });
  await share(teller, caseId, 'social-counsellor', view);
};
