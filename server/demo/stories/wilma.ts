// Wilma, 11, in Swedish: the case was opened this week; no assessment yet.
import { inviteOwn } from '../invitations.ts';
import { offerResponsibility, openChild } from '../scenes.ts';
import type { Storyteller } from '../storyteller.ts';

export const tellWilma = async (teller: Storyteller): Promise<void> => {
  teller.on(1, '13:45');
  const caseId = await openChild(teller, 'oskar.nystrom', {
    name: 'Wilma Backman',
    birthDate: '2015-04-11',
    languages: ['sv'],
    address: 'Strandvägen 3',
    municipality: 'Lillby',
    school: 'Lillby skola, 5B',
    relations: [
      { kind: 'guardian', name: 'Peter Backman', relation: 'pappa', custody: 'joint', language: 'sv' },
      { kind: 'guardian', name: 'Sofia Lund', relation: 'mamma', custody: 'joint', language: 'sv' },
    ],
  });
  await inviteOwn(teller, caseId, 'oskar.nystrom', { 'social-worker': 'working-pair' });
  teller.on(1, '15:20');
  await offerResponsibility(
    teller,
    caseId,
    'oskar.nystrom',
    'social-worker',
    'Siirryn ensi kuussa perheoikeudellisiin palveluihin. Tunnet Wilman jo, ja ensimmäinen kotikäynti on sovittu.',
  );
};
