// Consultations: asking another agency for advice, and answering. Drafts are their asker's alone; a request is for those who
// stand on one of its sides, and for nobody else.
import { z } from 'zod';
import {
  Consultation,
  ConsultationDraft,
  ConsultationHead,
  ConsultationText,
  DraftFields,
  Finding,
} from './consultation.ts';
import { mostHinted } from './live-codes.ts';
import { route } from './route.ts';
import { Id, Instant, Line } from './vocabulary.ts';

const draftParams = z.strictObject({ draftId: Id });
export const consultationParams = z.strictObject({ consultationId: Id });
const Ref = z.strictObject({ id: Id });
const Written = ConsultationText.min(1);
/**
 * In an anonymous request: somebody has looked at what may tell who the child is, and leaves it. What is certain to tell
 * is refused all the same.
 */
const Checked = z.boolean();

export const startConsultationDraft = route({
  id: 'start-consultation-draft',
  method: 'POST',
  path: '/api/consultation-drafts',
  summary: 'Begin to ask: a draft that nobody else can see',
  who: 'professional',
  body: z.strictObject({ fields: DraftFields }),
  response: z.strictObject({ id: Id, rev: z.int() }),
  errors: ['too-many-drafts'],
});
export const getConsultationDraft = route({
  id: 'get-consultation-draft',
  method: 'GET',
  path: '/api/consultation-drafts/:draftId',
  summary: 'A draft of one’s own',
  who: 'professional',
  params: draftParams,
  response: z.strictObject({ draft: ConsultationDraft }),
  errors: ['not-found'],
});
export const saveConsultationDraft = route({
  id: 'save-consultation-draft',
  method: 'PUT',
  path: '/api/consultation-drafts/:draftId',
  summary: 'Save a draft as it is typed; where another device saved meanwhile, neither text is lost',
  who: 'professional',
  params: draftParams,
  body: z.strictObject({ rev: z.int().min(0), fields: DraftFields }),
  response: z.strictObject({ id: Id, rev: z.int(), savedAt: Instant }),
  errors: ['not-found', 'version-conflict'],
});
export const discardConsultationDraft = route({
  id: 'discard-consultation-draft',
  method: 'POST',
  path: '/api/consultation-drafts/:draftId/discard',
  summary: 'Throw a draft away, with everything that was saved of it',
  who: 'professional',
  params: draftParams,
  body: z.strictObject({}),
  response: Ref,
  errors: ['not-found'],
});
export const checkConsultationDraft = route({
  id: 'check-consultation-draft',
  method: 'GET',
  path: '/api/consultation-drafts/:draftId/check',
  summary: 'What in the draft tells who the child is, and what the service still needs',
  who: 'professional',
  params: draftParams,
  response: z.strictObject({
    rev: z.int(),
    findings: z.array(Finding),
    /** Parts that must be filled before this service takes it. */
    missing: z.array(
      z.enum(['question', 'area', 'service', 'child', 'ground', 'supports', 'age', 'absence']),
    ),
  }),
  errors: ['not-found'],
});
export const sendConsultation = route({
  id: 'send-consultation',
  method: 'POST',
  path: '/api/consultation-drafts/:draftId/send',
  summary:
    'Send it: received at once, with a day by which it is answered; the draft is gone with its history',
  who: 'professional',
  params: draftParams,
  body: z.strictObject({ rev: z.int().min(0), checked: Checked }),
  response: Ref,
  errors: [
    'not-found',
    'version-conflict',
    'draft-incomplete',
    'service-refuses',
    'identifying',
    'perhaps-identifying',
    'ground-missing',
    'attachments-named-only',
  ],
});

/** Each list: what waits for an answer first, then by urgency, then by the day on which the answer is due. */
const Heads = z.strictObject({
  /** Asked by me, or by somebody whose deputy I am. */
  asked: z.array(ConsultationHead),
  /** Of my services. */
  queue: z.array(ConsultationHead),
  /** Passed on to one of my services, or an invitation to me, not yet answered or under way. */
  invited: z.array(ConsultationHead),
});

export const listConsultations = route({
  id: 'list-consultations',
  method: 'GET',
  path: '/api/consultations',
  summary: 'What I have asked, what my services have in their queue, what waits for me; and my drafts',
  who: 'professional',
  response: z.strictObject({
    ...Heads.shape,
    /** False where there are more requests than are shown: those that have their answer are left out first. */
    whole: z.boolean(),
    drafts: z.array(
      z.strictObject({ id: Id, savedAt: Instant, excerpt: z.string(), serviceId: Id.nullable() }),
    ),
  }),
});
export const readHeads = route({
  id: 'read-consultation-heads',
  method: 'GET',
  path: '/api/consultations/heads',
  summary:
    'Of my lists these requests alone: what moved since a page read them; what is in no list is left out',
  who: 'professional',
  /** Ids, with commas between them. */
  query: z.strictObject({
    ids: z
      .string()
      .max(37 * mostHinted)
      .transform((text) => text.split(','))
      .pipe(z.array(Id).min(1).max(mostHinted)),
  }),
  response: Heads,
});
export const getConsultation = route({
  id: 'get-consultation',
  method: 'GET',
  path: '/api/consultations/:consultationId',
  summary: 'A request, its turns and its history, for those on one of its sides',
  who: 'side',
  params: consultationParams,
  response: z.strictObject({ consultation: Consultation }),
  errors: ['not-found'],
});

/** What every act can be refused for. */
const refusals = ['not-found', 'not-allowed', 'consultation-state'] as const;
const writing = [...refusals, 'identifying', 'perhaps-identifying'] as const;

export const beginTriage = route({
  id: 'begin-triage',
  method: 'POST',
  path: '/api/consultations/:consultationId/triage',
  summary: 'Somebody of the service has opened it and looks who takes it: the asker sees that it was read',
  who: 'side',
  params: consultationParams,
  body: z.strictObject({}),
  response: Ref,
  errors: refusals,
});
export const claimConsultation = route({
  id: 'claim-consultation',
  method: 'POST',
  path: '/api/consultations/:consultationId/claim',
  summary: 'I take it; whoever comes second is told who has it',
  who: 'side',
  params: consultationParams,
  body: z.strictObject({}),
  response: Ref,
  errors: [...refusals, 'claimed-by-another'],
});
export const releaseConsultation = route({
  id: 'release-consultation',
  method: 'POST',
  path: '/api/consultations/:consultationId/release',
  summary: 'I cannot do it: back to the queue, with a reason',
  who: 'side',
  params: consultationParams,
  body: z.strictObject({ reason: Line }),
  response: Ref,
  errors: refusals,
});
export const handOnConsultation = route({
  id: 'hand-on-consultation',
  method: 'POST',
  path: '/api/consultations/:consultationId/hand-on',
  summary: 'To somebody else of the same service; the lead gives it to whoever takes it',
  who: 'side',
  params: consultationParams,
  body: z.strictObject({ affiliationId: Id, reason: Line.nullable() }),
  response: Ref,
  errors: [...refusals, 'already-done'],
});
export const askMore = route({
  id: 'ask-more',
  method: 'POST',
  path: '/api/consultations/:consultationId/ask-more',
  summary: 'Ask for what is missing: the turn is the asker’s until they tell',
  who: 'side',
  params: consultationParams,
  body: z.strictObject({ text: Written, checked: Checked }),
  response: Ref,
  errors: writing,
});
export const tellMore = route({
  id: 'tell-more',
  method: 'POST',
  path: '/api/consultations/:consultationId/tell-more',
  summary: 'Tell more, asked or not',
  who: 'side',
  params: consultationParams,
  body: z.strictObject({ text: Written, checked: Checked }),
  response: Ref,
  errors: writing,
});
export const answerConsultation = route({
  id: 'answer-consultation',
  method: 'POST',
  path: '/api/consultations/:consultationId/answer',
  summary: 'Answer in writing',
  who: 'side',
  params: consultationParams,
  body: z.strictObject({ text: Written, checked: Checked }),
  response: Ref,
  errors: writing,
});
export const withdrawConsultation = route({
  id: 'withdraw-consultation',
  method: 'POST',
  path: '/api/consultations/:consultationId/withdraw',
  summary: 'No longer asked: from then on only the asking side reads it',
  who: 'side',
  params: consultationParams,
  body: z.strictObject({ reason: Line }),
  response: Ref,
  errors: [...writing],
});
export const closeConsultation = route({
  id: 'close-consultation',
  method: 'POST',
  path: '/api/consultations/:consultationId/close',
  summary: 'Finished, with a reason',
  who: 'side',
  params: consultationParams,
  body: z.strictObject({ reason: Line }),
  response: Ref,
  errors: [...writing],
});
export const reopenConsultation = route({
  id: 'reopen-consultation',
  method: 'POST',
  path: '/api/consultations/:consultationId/reopen',
  summary: 'Not finished after all, with a reason: back to whoever had it, or to the queue',
  who: 'side',
  params: consultationParams,
  body: z.strictObject({ reason: Line }),
  response: Ref,
  errors: [...writing],
});
export const setConsultationDeputy = route({
  id: 'set-consultation-deputy',
  method: 'POST',
  path: '/api/consultations/:consultationId/deputy',
  summary: 'A colleague of the own agency reads it and goes on with it for me; null for nobody',
  who: 'side',
  params: consultationParams,
  body: z.strictObject({ affiliationId: Id.nullable() }),
  response: Ref,
  errors: refusals,
});
