// The shapes of a child welfare notification: what its notifier writes, what both sides know of its handling, and what the
// receiving service did with it.
import { z } from 'zod';
import { Clock } from './assessments.ts';
import { NamedService, Somebody } from './consultation.ts';
import { DateOnly, Id, Instant, Line, OptionalLine } from './vocabulary.ts';

/** `danger`: at once, which the form answers by sending them to the telephone first. */
export const welfareUrgencies = ['danger', 'soon', 'ordinary'] as const;
/** Does the family know that it is made? `no-for-safety`: telling them could put the child in danger. */
export const familyKnows = ['yes', 'no', 'no-for-safety'] as const;
export const urgencyVerdicts = ['urgent', 'not-urgent'] as const;
export const welfareConclusions = ['assessment-opened', 'joined-case', 'no-measures'] as const;

export const WelfareFields = z.strictObject({
  /** How the service reaches the notifier. */
  phone: z.string().trim().max(60),
  /** The name, or what is known instead of it. */
  childName: Line,
  identityCode: OptionalLine.nullable(),
  birthDate: DateOnly.nullable(),
  /** The address, or where the child is now. */
  whereabouts: z.string().trim().max(500),
  guardians: z.string().trim().max(1_000),
  /** What was seen and heard, by whom. */
  observed: z.string().trim().min(1).max(8_000),
  observedWhen: z.string().trim().max(500),
  /** The worry, in own words. */
  worry: z.string().trim().min(1).max(8_000),
  urgency: z.enum(welfareUrgencies),
  familyKnows: z.enum(familyKnows),
  familyWords: z.string().trim().max(2_000),
});
export type WelfareFields = z.infer<typeof WelfareFields>;

export const WelfareStep = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('received'), id: Id, by: Somebody, at: Instant }),
  z.strictObject({
    kind: z.literal('urgency-judged'),
    id: Id,
    by: Somebody,
    at: Instant,
    verdict: z.enum(urgencyVerdicts),
    words: z.string(),
  }),
  z.strictObject({
    kind: z.literal('concluded'),
    id: Id,
    by: Somebody,
    at: Instant,
    verdict: z.enum(welfareConclusions),
    words: z.string(),
  }),
]);
export type WelfareStep = z.infer<typeof WelfareStep>;

export const WelfareHead = z.strictObject({
  id: Id,
  /** Drawn, not counted. */
  number: z.string(),
  service: NamedService,
  notifier: Somebody,
  childName: z.string(),
  urgency: z.enum(welfareUrgencies),
  /** When it reached the service: the receipt. */
  receivedAt: Instant,
  /** Since when a person of the service has it; and since when it is handled. All that the notifier learns of it. */
  readByPersonAt: Instant.nullable(),
  handlingBeganAt: Instant.nullable(),
  /** By when it is decided whether a service-need assessment is opened. */
  decisionDueOn: DateOnly,
  /** Where the receiving service is with it; null for the notifier. */
  state: z.enum(['new', 'received', 'urgency-judged', 'concluded']).nullable(),
});
export type WelfareHead = z.infer<typeof WelfareHead>;

export const WelfareNotification = z.strictObject({
  ...WelfareHead.shape,
  ...WelfareFields.shape,
  /** The statutory clock of the decision. Whether it was met is for the receiving service alone. */
  decision: Clock,
  /** Of the receiving service; empty for the notifier. */
  steps: z.array(WelfareStep),
  /** The consultation it grew from: for the notifier alone. */
  consultationId: Id.nullable(),
  can: z.array(z.enum(['mark-received', 'judge-urgency', 'conclude'])),
});
export type WelfareNotification = z.infer<typeof WelfareNotification>;
