// Others who come into a request: another service that it is passed on to, an expert of another agency; and the talk or visit
// that both sides agree on.
import { z } from 'zod';
import { ConsultationText, ProposedTime, RequestGround } from './consultation.ts';
import { consultationParams } from './consultations.ts';
import { route } from './route.ts';
import { AgencyKind, Id, Line, OptionalLine, Profession } from './vocabulary.ts';

const Ref = z.strictObject({ id: Id });
const refusals = ['not-found', 'not-allowed', 'consultation-state', 'identifying'] as const;
const Written = ConsultationText.min(1);

export const passOn = route({
  id: 'pass-on-consultation',
  method: 'POST',
  path: '/api/consultations/:consultationId/pass-on',
  summary:
    'Offer it to another service: it stays with this one until that one accepts, and the asker is told',
  who: 'side',
  params: consultationParams,
  /** The ground that carries a named request to another agency. */
  body: z.strictObject({ serviceId: Id, reason: Line, ground: RequestGround.nullable() }),
  response: Ref,
  errors: [...refusals, 'service-refuses', 'ground-missing', 'already-done'],
});
export const takeBackPassing = route({
  id: 'take-back-passing',
  method: 'POST',
  path: '/api/consultations/:consultationId/take-back',
  summary: 'Offered no longer: it stays here',
  who: 'side',
  params: consultationParams,
  body: z.strictObject({}),
  response: Ref,
  errors: refusals,
});
export const acceptPassed = route({
  id: 'accept-passed',
  method: 'POST',
  path: '/api/consultations/:consultationId/accept',
  summary: 'Our service takes it, and I have it: at no moment is it nobody’s',
  who: 'side',
  params: consultationParams,
  body: z.strictObject({}),
  response: Ref,
  errors: refusals,
});
export const declinePassed = route({
  id: 'decline-passed',
  method: 'POST',
  path: '/api/consultations/:consultationId/decline',
  summary: 'Not ours: it stays where it is, with a reason',
  who: 'side',
  params: consultationParams,
  body: z.strictObject({ reason: Line }),
  response: Ref,
  errors: refusals,
});

export const listExperts = route({
  id: 'list-experts',
  method: 'GET',
  path: '/api/consultations/:consultationId/experts',
  summary: 'Whom one could ask into it: experts of services of other agencies, for whoever has it',
  who: 'side',
  params: consultationParams,
  response: z.strictObject({
    experts: z.array(
      z.strictObject({
        affiliationId: Id,
        personId: Id,
        name: z.string(),
        profession: Profession,
        agencyId: Id,
        agencyKind: AgencyKind,
        agencyNameFi: z.string(),
        agencyNameSv: z.string(),
        serviceNameFi: z.string(),
        serviceNameSv: z.string(),
      }),
    ),
  }),
  errors: ['not-found', 'not-allowed'],
});
export const inviteExpert = route({
  id: 'invite-expert',
  method: 'POST',
  path: '/api/consultations/:consultationId/experts',
  summary:
    'Ask an expert of another agency into it: they read it from now on, and the asker sees who they are',
  who: 'side',
  params: consultationParams,
  body: z.strictObject({ affiliationId: Id, words: Line, ground: RequestGround.nullable() }),
  response: Ref,
  errors: [...refusals, 'ground-missing', 'already-done'],
});
export const answerExpertInvitation = route({
  id: 'answer-expert-invitation',
  method: 'POST',
  path: '/api/consultations/:consultationId/invitation',
  summary: 'Yes, or no: whoever says no reads it no more',
  who: 'side',
  params: consultationParams,
  body: z.strictObject({ accept: z.boolean(), reason: OptionalLine }),
  response: Ref,
  errors: refusals,
});
export const advise = route({
  id: 'advise',
  method: 'POST',
  path: '/api/consultations/:consultationId/advice',
  summary: 'The word of an invited expert, for both sides to read',
  who: 'side',
  params: consultationParams,
  body: z.strictObject({ text: Written, checked: z.boolean() }),
  response: Ref,
  errors: [...refusals, 'perhaps-identifying'],
});

export const proposeTimes = route({
  id: 'propose-times',
  method: 'POST',
  path: '/api/consultations/:consultationId/times',
  summary: 'Times for a talk by telephone or video, or for a joint visit',
  who: 'side',
  params: consultationParams,
  body: z.strictObject({
    way: z.enum(['telephone', 'video', 'joint-visit']),
    times: z.array(ProposedTime).min(1).max(6),
    text: ConsultationText,
    checked: z.boolean(),
  }),
  response: Ref,
  errors: [...refusals, 'perhaps-identifying'],
});
export const chooseTime = route({
  id: 'choose-time',
  method: 'POST',
  path: '/api/consultations/:consultationId/time',
  summary: 'One of the last proposed times suits, or none does',
  who: 'side',
  params: consultationParams,
  body: z.strictObject({
    messageId: Id,
    chosen: z.int().min(0).max(5).nullable(),
    text: ConsultationText,
    checked: z.boolean(),
  }),
  response: Ref,
  errors: [...refusals, 'perhaps-identifying', 'already-done'],
});
export const noteTalk = route({
  id: 'note-talk',
  method: 'POST',
  path: '/api/consultations/:consultationId/talk',
  summary: 'What was talked about and agreed on, for both sides to read',
  who: 'side',
  params: consultationParams,
  body: z.strictObject({ text: Written, checked: z.boolean() }),
  response: Ref,
  errors: [...refusals, 'perhaps-identifying'],
});
