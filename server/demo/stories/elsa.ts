// Elsa, 15, in Swedish: a signed assessment, released to her mother, waiting for the school's countersignature.
import { countersignAssessment, signAssessment } from '../../../shared/assessments.ts';
import { getWorkspace } from '../../../shared/cases.ts';
import { inviteOwn, invitePartners } from '../invitations.ts';
import { ask, beginAssessment, contribute, openChild, share, write } from '../scenes.ts';
import type { Storyteller } from '../storyteller.ts';

const worker = 'oskar.nystrom';
const everyone = { familyScope: 'all' as const };

const listen = async (teller: Storyteller, caseId: string, assessmentId: string): Promise<void> => {
  teller.on(58, '14:30');
  const view = await write(teller, worker, 'child-view', {
    caseId,
    assessmentId,
    fields: {
      verbatim:
        'Jag vill bo kvar hos mamma, men inte vakta lillebror varje kväll. Och jag vill tillbaka till handbollen.',
      how: 'På tu man hand hemma hos Elsa, i hennes rum.',
      heardOn: teller.date(-58),
      where: 'Hemma',
      asked: 'Elsa vill att mamma läser. Skolan får också läsa.',
      mayRead: 'both',
      safetyCheck: 'Inget hindrar att mamma läser. Bedömt av Oskar och Kaisa.',
      'scale.friends': '4',
      'scale.family-relations': '6',
      'scale.free-time': '2',
    },
  });
  await share(teller, caseId, worker, view, {
    scope: 'everyone',
    familyScope: 'chosen',
    familyIds: [teller.people['camilla.sjoberg'].id],
  });
};

export const tellElsa = async (teller: Storyteller): Promise<void> => {
  teller.on(76, '09:00');
  const caseId = await openChild(teller, worker, {
    name: 'Elsa Sjöberg',
    birthDate: '2011-09-23',
    languages: ['sv', 'fi'],
    address: 'Skolvägen 12',
    municipality: 'Lillby',
    school: 'Lillby skola, 9A',
    relations: [
      { kind: 'guardian', name: 'Camilla Sjöberg', relation: 'mamma', custody: 'sole', language: 'sv' },
      { kind: 'sibling', name: 'Liam Sjöberg', relation: 'lillebror, 5 år' },
    ],
  });
  await inviteOwn(teller, caseId, worker, {
    'consultant-social-worker': 'team',
    'camilla.sjoberg': 'guardian',
  });
  const assessmentId = await beginAssessment(teller, caseId, worker, 'contact', 76, 72);
  await invitePartners(teller, caseId, worker, {
    evidence: 'Camilla och Elsa gav sitt samtycke vid hembesöket.',
    partners: [{ who: 'annika.holm', known: 'everyone' }],
  });
  const school = await ask(
    teller,
    caseId,
    assessmentId,
    worker,
    'annika.holm',
    'school-and-learning',
    -50,
    'Hur orkar Elsa i skolan, och vad har fungerat?',
  );
  const free = await ask(teller, caseId, assessmentId, worker, worker, 'free-time', -48);
  await listen(teller, caseId, assessmentId);
  teller.on(52, '15:10');
  const schoolText = await contribute(teller, caseId, school, 'annika.holm', {
    narrative:
      'Elsa klarar sina ämnen, men hon somnar på eftermiddagarna. Hon har slutat stanna kvar efter skolan. När hon fick komma till läxverkstaden på torsdagar blev det snabbt bättre.',
    strengths: 'Ansvarsfull, omtyckt, skriver fint.',
    worries: 'Trött. Bär mer ansvar hemma än hon borde.',
    scale: '6',
  });
  await share(teller, caseId, 'annika.holm', schoolText, everyone);
  const freeText = await contribute(teller, caseId, free, worker, {
    narrative:
      'Elsa spelade handboll i fem år och slutade i våras, när mammas kvällsskift började. Hon saknar laget.',
    strengths: 'Tränaren vill gärna ha henne tillbaka.',
    worries: 'Ingen fritid på vardagskvällar.',
    scale: '3',
  });
  await share(teller, caseId, worker, freeText, everyone);
  teller.on(45, '10:00');
  const synthesis = await write(teller, worker, 'synthesis', {
    caseId,
    assessmentId,
    fields: {
      synthesis:
        'Elsa har det tryggt hemma, men bär ett ansvar för sin lillebror som tar hennes kvällar och hennes sömn. Elsa, mamma och skolan beskriver saken på samma sätt.',
      agreement: 'Alla är överens. Mamma har varit orolig för detsamma men inte sett någon utväg.',
      conclusions:
        'Behov av barnskydd finns inte. Familjen behöver hjälp med kvällarna så att Elsa får vara femton.',
      proposals:
        'En familjearbetare två kvällar i veckan i tre månader. Handbollen från och med nästa vecka, skjuts ordnas. Läxverkstaden på torsdagar fortsätter.',
    },
  });
  await share(teller, caseId, worker, synthesis, everyone);
  teller.on(44, '09:15');
  await teller.as(worker, signAssessment, { params: { caseId, assessmentId }, body: { version: 1 } });
  const workspace = await teller.as('annika.holm', getWorkspace, { params: { caseId } });
  const version = workspace.versions[0];
  if (!version) throw new Error('the signed version is not there');
  teller.on(43, '12:40');
  await teller.as('annika.holm', countersignAssessment, {
    params: { caseId, versionId: version.id },
    body: { hash: version.hash },
  });
};
