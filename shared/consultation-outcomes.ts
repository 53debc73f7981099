// What came of a request, what helped, and what a service sees of its own work.
import { z } from 'zod';
import { followUpAnswers, outcomeKinds } from './consultation.ts';
import { consultationParams } from './consultations.ts';
import { route } from './route.ts';
import { QuestionArea } from './services.ts';
import { Id } from './vocabulary.ts';

const Ref = z.strictObject({ id: Id });
const refusals = [
  'not-found',
  'not-allowed',
  'consultation-state',
  'identifying',
  'perhaps-identifying',
] as const;
const Words = z.string().trim().max(2_000);

export const recordOutcome = route({
  id: 'record-outcome',
  method: 'POST',
  path: '/api/consultations/:consultationId/outcome',
  summary: 'What came of it; a notification and a report to the police are the asker’s own to make',
  who: 'side',
  params: consultationParams,
  body: z.strictObject({
    kinds: z.array(z.enum(outcomeKinds)).min(1).max(outcomeKinds.length),
    words: Words,
    checked: z.boolean(),
  }),
  response: Ref,
  errors: refusals,
});
export const followUp = route({
  id: 'follow-up',
  method: 'POST',
  path: '/api/consultations/:consultationId/follow-up',
  summary: 'Did it help, and what did? One question, to who asked',
  who: 'side',
  params: consultationParams,
  body: z.strictObject({ helped: z.enum(followUpAnswers), words: Words, checked: z.boolean() }),
  response: Ref,
  errors: refusals,
});
export const getServiceFigures = route({
  id: 'get-service-figures',
  method: 'GET',
  path: '/api/services/:serviceId/figures',
  summary: 'The own service’s year in numbers; none that fewer than five requests stand behind',
  who: 'service-member',
  params: z.strictObject({ serviceId: Id }),
  response: z.strictObject({
    requests: z.int().nullable(),
    /** Medians, in hours from the receipt: until somebody looked, until the first word, until the answer. */
    seenHours: z.int().nullable(),
    firstReplyHours: z.int().nullable(),
    answerHours: z.int().nullable(),
    /** Of those with an outcome: advice was enough. */
    adviceAlonePercent: z.int().nullable(),
    byArea: z.array(z.strictObject({ area: QuestionArea, requests: z.int() })),
  }),
  errors: ['not-found'],
});
