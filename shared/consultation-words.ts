// What the closed lists of a consultation are called, by language: the same words on the screens and in the copies that each side
// takes into its own records.
import type { z } from 'zod';
import type {
  AbsenceReason,
  AgeBand,
  ConsultationMessage,
  ConsultationStep,
  followUpAnswers,
  Grade,
  messageKinds,
  outcomeKinds,
  Support,
} from './consultation.ts';
import type { QuestionArea, Urgency } from './services.ts';
import type { DataClass, GroundKind } from './vocabulary.ts';

type Words<K extends string> = Readonly<Record<K, string>>;

export type ConsultationWords = {
  readonly questionArea: Words<QuestionArea>;
  readonly ageBand: Words<z.infer<typeof AgeBand>>;
  readonly grade: Words<z.infer<typeof Grade>>;
  readonly support: Words<z.infer<typeof Support>>;
  readonly absenceReason: Words<z.infer<typeof AbsenceReason>>;
  readonly urgency: Words<Urgency>;
  /** What somebody did, after their name. */
  readonly consultationAct: Words<ConsultationStep['act']>;
  readonly messageKind: Words<(typeof messageKinds)[number]>;
  readonly talkWay: Words<NonNullable<ConsultationMessage['way']>>;
  readonly outcomeKind: Words<(typeof outcomeKinds)[number]>;
  readonly followUpAnswer: Words<(typeof followUpAnswers)[number]>;
  readonly groundKind: Words<GroundKind>;
  readonly dataClass: Words<DataClass>;
};
