// Small agreed steps of a case: who does what by when, and what became of it.
import { z } from 'zod';
import { Audience, Ref } from './entries.ts';
import { route } from './route.ts';
import { DateOnly, Id, Instant, Line } from './vocabulary.ts';

export const StepState = z.enum(['open', 'done', 'dropped']);
export const stepActs = [
  'done',
  'reopen',
  'postpone',
  'offer',
  'accept',
  'decline',
  'take-back',
  'drop',
] as const;
export const StepAct = z.enum(stepActs);
export type StepAct = z.infer<typeof StepAct>;

const StepText = z.string().trim().min(1).max(400);

export const Step = z.strictObject({
  id: Id,
  caseId: Id,
  /** As it was written. */
  text: z.string(),
  /** Who does it; null where the reader may not know of them. */
  doerId: Id.nullable(),
  /** In which affiliation; of the family none. */
  doerAffiliationId: Id.nullable(),
  dueOn: DateOnly.nullable(),
  state: StepState,
  /** The item on an agenda in which it was agreed. */
  agendaItemId: Id.nullable(),
  /** To whom it is offered and who has not answered; null also where the reader may not know of them. */
  offeredToId: Id.nullable(),
  offeredToAffiliationId: Id.nullable(),
  writtenById: Id.nullable(),
  writtenAt: Instant,
  changedAt: Instant,
  audience: Audience,
  version: z.int(),
  can: z.array(StepAct),
});
export type Step = z.infer<typeof Step>;

export const writeStep = route({
  id: 'write-step',
  method: 'POST',
  path: '/api/cases/:caseId/steps',
  summary: 'Write a step: who does it, by when, for whom to see. Visible to all entitled from that moment',
  who: 'professional-member',
  params: z.strictObject({ caseId: Id }),
  body: z.strictObject({
    text: StepText,
    /** The membership of whoever does it. */
    doerMemberId: Id,
    dueOn: DateOnly.nullable(),
    audience: Audience,
    agendaItemId: Id.nullable(),
  }),
  response: Ref,
  errors: ['not-found', 'not-allowed', 'case-closed', 'ground-missing', 'doer-hidden'],
});
export const moveStep = route({
  id: 'move-step',
  method: 'POST',
  path: '/api/steps/:stepId/moves',
  summary:
    'It is done, put off with a reason, handed on to somebody who accepts, dropped with a reason, or begun again',
  who: 'member',
  params: z.strictObject({ stepId: Id }),
  body: z.strictObject({
    act: StepAct,
    version: z.int(),
    reason: Line.nullable(),
    dueOn: DateOnly.nullable(),
    /** Of handing on: the membership of whom it is offered to. */
    toMemberId: Id.nullable(),
  }),
  response: Ref,
  errors: ['not-found', 'not-allowed', 'version-conflict', 'case-closed', 'ground-missing', 'doer-hidden'],
});
