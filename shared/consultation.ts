// The shapes of a consultation: a draft, a request as a list shows it, and a request as it is opened.
import { z } from 'zod';
import { Attachment } from './attachment.ts';
import { ConsultationAct, ConsultationState } from './consultation-moves.ts';
import { ConsultationSide, Somebody } from './consultation-people.ts';
import { blockLooks } from './document-limits.ts';
import { Finding as PlainFinding } from './identifying.ts';
import { QuestionArea, ServiceRole, Urgency } from './services.ts';
import { DataClass, DateOnly, GroundKind, Id, Instant, Language, Line, OptionalLine } from './vocabulary.ts';

export { ConsultationSide, Somebody };

export const ageBands = ['0-6', '7-9', '10-12', '13-15', '16-17', '18-20'] as const;
export const grades = [
  'none',
  'pre-primary',
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  'additional',
  'upper-secondary',
  'vocational',
] as const;
/** What has been tried, as school support is since August 2025: of the group and of the pupil, without the old tiers. */
export const supports = [
  'group-support',
  'remedial-teaching',
  'special-teacher',
  'pupil-specific-decision',
  'assistant',
  'flexible-arrangements',
  'school-social-worker',
  'school-psychologist',
  'school-health',
  'meeting-with-guardians',
  'multidisciplinary-group',
  'guided-to-service',
] as const;
export const triedness = ['tried', 'not-tried', 'not-suitable'] as const;
export const absenceReasons = ['illness', 'permitted', 'unauthorised', 'unknown'] as const;
export const messageKinds = [
  'asked-more',
  'told-more',
  'answer',
  'advice',
  'times-proposed',
  'time-chosen',
  'talk-noted',
] as const;

export const outcomeKinds = [
  'advice-was-enough',
  'joint-visit',
  'support-plan',
  'guided-to-service',
  'contact-to-social-services',
  'child-welfare-notification',
  'no-action',
] as const;
export const followUpAnswers = ['much', 'some', 'not'] as const;

export const AgeBand = z.enum(ageBands);
export const Grade = z.enum(grades);
export const Support = z.enum(supports);
export const AbsenceReason = z.enum(absenceReasons);

export const ConsultationText = z.string().trim().max(8_000);

export const SupportTried = z.strictObject({
  support: Support,
  tried: z.enum(triedness),
  note: z.string().max(500),
});
export const AbsenceHours = z.strictObject({ reason: AbsenceReason, hours: z.int().min(0).max(2_000) });

/** On what a named request goes to another agency. */
export const RequestGround = z.strictObject({
  kind: GroundKind,
  /** The section, where a statute carries it. */
  statute: OptionalLine.nullable(),
  /** Who gave it, when, how it is known. */
  evidence: z.string().trim().min(1).max(2_000),
  covers: z.array(DataClass).min(1).max(9),
});
export type RequestGround = z.infer<typeof RequestGround>;

/** The same with its last day, where it has one. */
export const NamingGround = z.strictObject({ ...RequestGround.shape, until: DateOnly.nullable() });
export type NamingGround = z.infer<typeof NamingGround>;

/** Whom a named request is about. */
export const NamedChild = z.strictObject({
  name: Line,
  birthDate: DateOnly.nullable(),
  ground: NamingGround.nullable(),
});
export type NamedChild = z.infer<typeof NamedChild>;

/** What somebody writes who asks. `child` is null in an anonymous request. */
export const RequestFields = z.strictObject({
  question: ConsultationText,
  area: QuestionArea.nullable(),
  urgency: Urgency,
  language: Language,
  ageBand: AgeBand.nullable(),
  grade: Grade.nullable(),
  supports: z.array(SupportTried).max(supports.length),
  absenceHours: z.array(AbsenceHours).max(absenceReasons.length),
  /** What was said with the family and agreed on; in an anonymous request nothing that names them. */
  consent: z.string().trim().max(2_000),
});
export type RequestFields = z.infer<typeof RequestFields>;

/** The draft, as it is saved while somebody types. */
export const DraftFields = z.strictObject({
  ...RequestFields.shape,
  serviceId: Id.nullable(),
  deputyAffiliationId: Id.nullable(),
  anonymous: z.boolean(),
  child: z
    .strictObject({ name: OptionalLine, birthDate: DateOnly.nullable(), ground: RequestGround.nullable() })
    .nullable(),
});
export type DraftFields = z.infer<typeof DraftFields>;

export const ConsultationDraft = z.strictObject({
  id: Id,
  rev: z.int(),
  savedAt: Instant,
  fields: DraftFields,
});
export type ConsultationDraft = z.infer<typeof ConsultationDraft>;

/** Something in what was written that tells who a child is. */
export const Finding = z.strictObject({
  /** `question`, `consent`, `supports.2.note`: in which part. */
  path: z.string(),
  ...PlainFinding.shape,
});
export type Finding = z.infer<typeof Finding>;

export const NamedService = z.strictObject({ serviceId: Id, nameFi: z.string(), nameSv: z.string() });

export const ConsultationHead = z.strictObject({
  id: Id,
  /** Drawn, not counted: tells of no other request. */
  number: z.string(),
  state: ConsultationState,
  anonymous: z.boolean(),
  urgency: Urgency,
  language: Language,
  area: QuestionArea,
  /** The first words of the question. */
  excerpt: z.string(),
  /** Where the reader stands in it. */
  sides: z.array(ConsultationSide),
  service: NamedService,
  asker: Somebody,
  deputy: Somebody.nullable(),
  /** Who has it; null while nobody does. */
  holder: Somebody.nullable(),
  /** Who goes on with it while the asker is away, or whoever has it. */
  standIns: z.strictObject({ asker: Somebody.nullable(), holder: Somebody.nullable() }),
  /** Urgent, and had by nobody for longer than the service says: to whom that was told last. */
  escalated: z.strictObject({ told: z.enum(['lead', 'on-call', 'everybody']), at: Instant }).nullable(),
  receivedAt: Instant,
  /** By when it is to be answered: that many working days of the receiving service after its receipt. */
  dueOn: DateOnly,
  answeredAt: Instant.nullable(),
  changedAt: Instant,
  /** Whose turn it is. */
  waitsFor: z.enum(['asking', 'answering', 'nobody']),
  /** Where it is being passed on to, until that is answered. */
  passing: z.strictObject({ ...NamedService.shape, offeredAt: Instant, reason: z.string() }).nullable(),
  can: z.array(ConsultationAct),
});
export type ConsultationHead = z.infer<typeof ConsultationHead>;

/** One block of an answer that several wrote, as it looks; nothing else can stand in one. */
export const AnswerBlock = z.strictObject({
  look: z.enum(blockLooks),
  runs: z.array(z.strictObject({ text: z.string(), strong: z.boolean(), em: z.boolean() })),
});
export type AnswerBlock = z.infer<typeof AnswerBlock>;

export const ProposedTime = z.strictObject({ from: Instant, to: Instant });
export const ConsultationMessage = z.strictObject({
  id: Id,
  kind: z.enum(messageKinds),
  side: ConsultationSide,
  author: Somebody,
  at: Instant,
  text: z.string(),
  /** Of a proposal: how and when one could meet. */
  way: z.enum(['telephone', 'video', 'joint-visit']).nullable(),
  times: z.array(ProposedTime),
  /** Of an answer to a proposal: which proposal, and which of its times; null where none suits. */
  about: Id.nullable(),
  chosen: z.int().nullable(),
  /** Of an answer that several wrote: how its text looks, and everybody who wrote in it. Of every other turn empty. */
  blocks: z.array(AnswerBlock),
  writers: z.array(Somebody),
});
export type ConsultationMessage = z.infer<typeof ConsultationMessage>;

export const ConsultationStep = z.strictObject({
  id: Id,
  act: z.union([ConsultationAct, z.enum(['send', 'take-back-attachment'])]),
  from: ConsultationState.nullable(),
  to: ConsultationState,
  by: Somebody,
  at: Instant,
  reason: z.string().nullable(),
});
export type ConsultationStep = z.infer<typeof ConsultationStep>;

/** Somebody of another agency who was asked into this one request. */
export const ConsultationExpert = z.strictObject({
  id: Id,
  person: Somebody,
  invitedAt: Instant,
  /** Null while they have not said yes or no. */
  answeredAt: Instant.nullable(),
  accepted: z.boolean().nullable(),
  words: z.string(),
});
export type ConsultationExpert = z.infer<typeof ConsultationExpert>;

export const Consultation = z.strictObject({
  ...ConsultationHead.shape,
  /** Public holidays on weekdays between its receipt and the day on which an answer is due: they do not count. */
  holidays: z.array(DateOnly),
  question: z.string(),
  ageBand: AgeBand.nullable(),
  grade: Grade.nullable(),
  supports: z.array(SupportTried),
  absenceHours: z.array(AbsenceHours),
  consent: z.string(),
  /** Null in an anonymous request. */
  child: NamedChild.nullable(),
  messages: z.array(ConsultationMessage),
  /** Without those that were taken back. */
  attachments: z.array(Attachment),
  /**
   * The answer that several write, for those who may read it: the one that is being written, or the last one that was sent. Null
   * for everybody else, and where none was begun.
   */
  jointAnswer: z.strictObject({ documentId: Id, sent: z.boolean() }).nullable(),
  history: z.array(ConsultationStep),
  experts: z.array(ConsultationExpert),
  outcomes: z.array(
    z.strictObject({ id: Id, kind: z.enum(outcomeKinds), words: z.string(), by: Somebody, at: Instant }),
  ),
  /** What helped, as the asking side said last. */
  followUp: z.strictObject({ helped: z.enum(followUpAnswers), words: z.string(), at: Instant }).nullable(),
  /** Duties that what was written calls to mind: the asker's own, in person. Rinki decides nothing. */
  duties: z.strictObject({ notification: z.boolean(), police: z.boolean() }),
  /**
   * For its asker alone: the anonymous request from which this one was made, or the named one that was made of this. Null for
   * everybody else, whatever there is.
   */
  naming: z.strictObject({ is: z.enum(['from', 'to']), id: Id, number: z.string() }).nullable(),
  /** That it was taken into an own system: of the reader's own side alone. */
  transfers: z.array(z.strictObject({ id: Id, system: z.string(), by: Somebody, at: Instant })),
  /** Whom one can hand it on to: for whoever has it, and for the lead. */
  team: z.array(
    z.strictObject({
      affiliationId: Id,
      personId: Id,
      name: z.string(),
      role: ServiceRole,
    }),
  ),
});
export type Consultation = z.infer<typeof Consultation>;
