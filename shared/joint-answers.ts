// The answer to a request that several experts write together, live. Its words go over the socket (shared/documents.ts); here it
// is begun and sent.
import { z } from 'zod';
import { consultationParams } from './consultations.ts';
import { longestJointAnswer } from './document-limits.ts';
import { route } from './route.ts';
import { Id } from './vocabulary.ts';

const refusals = ['not-found', 'not-allowed', 'consultation-state'] as const;

export const beginJointAnswer = route({
  id: 'begin-joint-answer',
  method: 'POST',
  path: '/api/consultations/:consultationId/joint-answer',
  summary: 'Begin an answer that several write; whoever comes second lands in the first one’s',
  who: 'side',
  params: consultationParams,
  body: z.strictObject({}),
  response: z.strictObject({ id: Id, documentId: Id }),
  errors: refusals,
});

export const sendJointAnswer = route({
  id: 'send-joint-answer',
  method: 'POST',
  path: '/api/consultations/:consultationId/joint-answer/send',
  summary:
    'Send what was written together as the answer, by whoever has the request; from then on it is read-only',
  who: 'side',
  params: consultationParams,
  body: z.strictObject({
    /** As the sender has read it: should somebody have written on meanwhile, nothing is sent, and all write on. */
    words: z.string().max(longestJointAnswer),
    checked: z.boolean(),
  }),
  response: z.strictObject({ id: Id }),
  errors: [...refusals, 'nothing-written', 'version-conflict', 'identifying', 'perhaps-identifying'],
});
