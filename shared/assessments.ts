// Multi-agency assessment: clocks, what is asked of whom, signing, versions.
import { z } from 'zod';
import { Ref } from './entries.ts';
import { route } from './route.ts';
import {
  AssessmentTrigger,
  DateOnly,
  Id,
  Instant,
  LifeArea,
  OptionalLine,
  Paragraph,
  Profession,
} from './vocabulary.ts';

/** A statutory clock: its date and the reason for that date, as parts the client puts into words. */
export const Clock = z.strictObject({
  dueOn: DateOnly,
  from: DateOnly,
  /** Working days or months counted from the day after `from`. */
  amount: z.int(),
  unit: z.enum(['working-days', 'months']),
  /** Public holidays on weekdays that were passed over. */
  holidays: z.array(z.strictObject({ on: DateOnly, nameFi: z.string(), nameSv: z.string() })),
  source: z.string(),
  metOn: DateOnly.nullable(),
});
export type Clock = z.infer<typeof Clock>;
export const AssessmentAbility = z.enum([
  'ask',
  'write',
  'synthesize',
  'sign',
  'countersign',
  'correct',
  'comment',
  'dissent',
  'record-view',
]);
export type AssessmentAbility = z.infer<typeof AssessmentAbility>;
export const Assessment = z.strictObject({
  id: Id,
  caseId: Id,
  trigger: AssessmentTrigger,
  beganOn: DateOnly,
  decision: Clock,
  ready: Clock,
  areas: z.array(LifeArea),
  status: z.enum(['open', 'signed']),
  /** The version being written, or the last one signed. */
  version: z.int(),
  openedAt: Instant,
  can: z.array(AssessmentAbility),
});
export type Assessment = z.infer<typeof Assessment>;

export const Contribution = z.strictObject({
  id: Id,
  assessmentId: Id,
  area: LifeArea,
  contributorIds: z.array(Id),
  agencyId: Id,
  question: z.string().nullable(),
  dueOn: DateOnly.nullable(),
  askedAt: Instant,
  openedAt: Instant.nullable(),
  status: z.enum(['asked', 'shared', 'withdrawn']),
  entryId: Id.nullable(),
  version: z.int(),
});
export type Contribution = z.infer<typeof Contribution>;
export const VersionHead = z.strictObject({
  id: Id,
  assessmentId: Id,
  version: z.int(),
  reason: z.string().nullable(),
  hash: z.string(),
  signedAt: Instant,
});
export const Signature = z.strictObject({
  id: Id,
  versionId: Id,
  personId: Id,
  name: z.string(),
  profession: Profession,
  /** The name of whom the signer stood in for. */
  substituteOf: z.string().nullable(),
  signedAt: Instant,
});
export const VersionPart = z.strictObject({
  kind: z.string(),
  area: LifeArea.nullable(),
  /** What may be read; absent where the part is withheld. */
  content: z.record(z.string(), z.unknown()).nullable(),
  authors: z.array(
    z.strictObject({
      name: z.string(),
      profession: z.string().nullable(),
      agencyFi: z.string().nullable(),
      agencySv: z.string().nullable(),
    }),
  ),
  hash: z.string().nullable(),
});
export const Version = z.strictObject({
  head: VersionHead,
  signatures: z.array(Signature),
  parts: z.array(VersionPart),
  withheld: z.int(),
});

const inCase = z.strictObject({ caseId: Id });
const inAssessment = z.strictObject({ caseId: Id, assessmentId: Id });

export const openAssessment = route({
  id: 'open-assessment',
  method: 'POST',
  path: '/api/cases/:caseId/assessments',
  summary: 'Open a multi-agency assessment',
  who: 'responsible',
  params: inCase,
  body: z.strictObject({ trigger: AssessmentTrigger, beganOn: DateOnly, decidedOn: DateOnly.nullable() }),
  response: Ref,
  errors: ['not-found', 'not-allowed', 'already-done', 'case-closed'],
});
export const previewClocks = route({
  id: 'preview-clocks',
  method: 'GET',
  path: '/api/clocks',
  summary: 'The two statutory clocks for a date on which the matter began',
  who: 'professional',
  query: z.strictObject({ beganOn: DateOnly }),
  response: z.strictObject({ decision: Clock, ready: Clock }),
});
export const askContribution = route({
  id: 'ask-contribution',
  method: 'POST',
  path: '/api/cases/:caseId/assessments/:assessmentId/contributions',
  summary: 'Give a life area to a contributor (or a named pair), with a due date',
  who: 'home-member',
  params: inAssessment,
  body: z.strictObject({
    area: LifeArea,
    contributorId: Id,
    pairId: Id.nullable(),
    dueOn: DateOnly.nullable(),
    question: Paragraph.nullable(),
  }),
  response: Ref,
  errors: ['not-found', 'not-allowed', 'already-done', 'assessment-signed', 'case-closed'],
});
export const openContribution = route({
  id: 'open-contribution',
  method: 'POST',
  path: '/api/cases/:caseId/contributions/:contributionId/open',
  summary: 'The contributor opens what was asked; starts the draft',
  who: 'author',
  params: z.strictObject({ caseId: Id, contributionId: Id }),
  body: z.strictObject({}),
  response: z.strictObject({ id: Id, entryId: Id }),
  errors: ['not-found', 'not-an-author', 'already-done', 'assessment-signed', 'case-closed'],
});
export const withdrawContribution = route({
  id: 'withdraw-contribution',
  method: 'POST',
  path: '/api/cases/:caseId/contributions/:contributionId/withdraw',
  summary: 'Take a request back; a draft stays with its author',
  who: 'home-member',
  params: z.strictObject({ caseId: Id, contributionId: Id }),
  body: z.strictObject({ version: z.int() }),
  response: Ref,
  errors: [
    'not-found',
    'not-allowed',
    'version-conflict',
    'already-done',
    'assessment-signed',
    'case-closed',
  ],
});
export const signAssessment = route({
  id: 'sign-assessment',
  method: 'POST',
  path: '/api/cases/:caseId/assessments/:assessmentId/sign',
  summary: 'The responsible worker signs: the version becomes immutable',
  who: 'responsible',
  params: inAssessment,
  body: z.strictObject({ version: z.int() }),
  response: Ref,
  errors: ['not-found', 'child-view-missing', 'synthesis-missing', 'assessment-signed', 'version-conflict'],
});
export const countersignAssessment = route({
  id: 'countersign-assessment',
  method: 'POST',
  path: '/api/cases/:caseId/versions/:versionId/sign',
  summary: 'A contributor signs a version',
  who: 'professional-member',
  params: z.strictObject({ caseId: Id, versionId: Id }),
  body: z.strictObject({ hash: z.string().length(64) }),
  response: Ref,
  errors: ['not-found', 'not-allowed', 'already-done', 'version-conflict', 'case-closed'],
});
export const correctAssessment = route({
  id: 'correct-assessment',
  method: 'POST',
  path: '/api/cases/:caseId/assessments/:assessmentId/correct',
  summary: 'Begin a new version, with a reason; the signed one stays readable',
  who: 'responsible',
  params: inAssessment,
  body: z.strictObject({ reason: OptionalLine.min(1) }),
  response: Ref,
  errors: ['not-found', 'not-allowed', 'already-done', 'case-closed'],
});
export const getVersion = route({
  id: 'get-version',
  method: 'GET',
  path: '/api/cases/:caseId/versions/:versionId',
  summary: 'A signed version as far as one may read it; what is withheld is marked',
  who: 'member',
  params: z.strictObject({ caseId: Id, versionId: Id }),
  response: Version,
  errors: ['not-found'],
});
export const getVersionPdf = route({
  id: 'get-version-pdf',
  method: 'GET',
  path: '/api/cases/:caseId/versions/:versionId/pdf',
  summary: 'The same as a tagged PDF, with recipient and date',
  who: 'member',
  params: z.strictObject({ caseId: Id, versionId: Id }),
  query: z.strictObject({ language: z.enum(['fi', 'sv', 'en']).optional() }),
  response: z.unknown(),
  file: 'application/pdf',
  errors: ['not-found'],
});
