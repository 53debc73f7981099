// A request with its answer in the own records of each side: taken as text and as PDF, and marked as taken over into the own
// system, which the other side does not see.
import { z } from 'zod';
import { consultationParams } from './consultations.ts';
import { route } from './route.ts';
import { Id, Language, Line } from './vocabulary.ts';

const copyQuery = z.strictObject({ language: Language.optional() });

export const getConsultationText = route({
  id: 'get-consultation-text',
  method: 'GET',
  path: '/api/consultations/:consultationId/text',
  summary: 'The request and its turns as plain text, as far as the reader’s side reads them',
  who: 'side',
  params: consultationParams,
  query: copyQuery,
  response: z.unknown(),
  file: 'text/plain',
  errors: ['not-found'],
});
export const getConsultationPdf = route({
  id: 'get-consultation-pdf',
  method: 'GET',
  path: '/api/consultations/:consultationId/pdf',
  summary: 'The same as a tagged PDF, with recipient and date',
  who: 'side',
  params: consultationParams,
  query: copyQuery,
  response: z.unknown(),
  file: 'application/pdf',
  errors: ['not-found'],
});
export const markTransferred = route({
  id: 'mark-transferred',
  method: 'POST',
  path: '/api/consultations/:consultationId/transferred',
  summary: 'It is in the own system now; only the own side sees that',
  who: 'side',
  params: consultationParams,
  body: z.strictObject({ system: Line }),
  response: z.strictObject({ id: Id }),
  errors: ['not-found', 'not-allowed', 'consultation-state'],
});
