// Kasper, 9: the matter began three days ago; areas are given and nobody has answered yet.
import { inviteOwn, invitePartners } from '../invitations.ts';
import { ask, beginAssessment, openChild } from '../scenes.ts';
import type { Storyteller } from '../storyteller.ts';

export const tellKasper = async (teller: Storyteller): Promise<void> => {
  const worker = 'social-worker';
  teller.on(3, '10:20');
  const caseId = await openChild(teller, worker, {
    name: 'Kasper Lahtinen',
    birthDate: '2017-02-18',
    languages: ['fi'],
    address: 'Myllytie 9',
    municipality: 'Meriniemi',
    school: 'Meriniemen koulu, 3A',
    relations: [
      { kind: 'guardian', name: 'Jari Lahtinen', relation: 'isä', custody: 'sole' },
      { kind: 'sibling', name: 'Venla Lahtinen', relation: 'sisko, 6 v' },
      { kind: 'close', name: 'Raija Lahtinen', relation: 'mummo' },
    ],
  });
  await inviteOwn(teller, caseId, worker, {
    'social-counsellor': 'working-pair',
    'family-therapist': 'team',
  });
  const assessmentId = await beginAssessment(teller, caseId, worker, 'request-of-family', 3, 2);
  await invitePartners(teller, caseId, worker, {
    evidence: 'Isä pyysi itse koulua mukaan puhelussa tänään klo 9.40.',
    partners: [{ who: 'special-teacher', known: 'everyone' }],
    to: ['coordination', 'shared-goal'],
  });
  teller.on(2, '14:05');
  await ask(
    teller,
    caseId,
    assessmentId,
    worker,
    'special-teacher',
    'school-and-learning',
    9,
    'Mikä siirtymissä on vaikeaa, ja mikä niissä on jo onnistunut?',
  );
  await ask(teller, caseId, assessmentId, worker, 'social-counsellor', 'family-relations', 8);
  await ask(teller, caseId, assessmentId, worker, worker, 'parenting', 10);
};
