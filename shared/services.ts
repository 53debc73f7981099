// Services that can be asked for advice: what each advises on, how soon it answers, and who is in it. Whoever administers
// the owning agency looks after them and sees no request.
import { z } from 'zod';
import { route } from './route.ts';
import { AgencyKind, Id, Instant, Language, Line, Profession } from './vocabulary.ts';

export const serviceKinds = [
  'child-protection',
  'psychiatry',
  'substance',
  'hospital-school',
  'standing-team',
] as const;
/** What a question is about, as far as somebody must say it to find the right ones to ask. */
export const questionAreas = [
  'worry-about-home',
  'school-attendance',
  'learning-and-support',
  'behaviour',
  'mood-and-anxiety',
  'self-harm',
  'neuropsychiatric',
  'substances',
  'violence-and-abuse',
  'parenting',
  'peer-relations',
  'digital-life',
  'transition',
  'cooperation',
  'other',
] as const;
/** What a request must hold before it is taken: anything, an answer to each support, or all that a demanding-support team needs. */
export const checklists = ['none', 'supports', 'complete'] as const;
export const urgencies = ['ordinary', 'soon', 'urgent'] as const;
export const serviceRoles = ['expert', 'lead', 'on-call'] as const;

export const ServiceKind = z.enum(serviceKinds);
export const QuestionArea = z.enum(questionAreas);
export const Checklist = z.enum(checklists);
export const Urgency = z.enum(urgencies);
export const ServiceRole = z.enum(serviceRoles);
export type ServiceKind = z.infer<typeof ServiceKind>;
export type QuestionArea = z.infer<typeof QuestionArea>;
export type Checklist = z.infer<typeof Checklist>;
export type Urgency = z.infer<typeof Urgency>;
export type ServiceRole = z.infer<typeof ServiceRole>;

const Days = z.int().min(0).max(60);
/** Working days within which the service means to answer, by urgency; 0 is the same day. */
export const AnswerWorkingDays = z.strictObject({ ordinary: Days, soon: Days, urgent: Days });
export type AnswerWorkingDays = z.infer<typeof AnswerWorkingDays>;

const Minutes = z.int().min(5).max(1_440);
/** After how many minutes an urgent request that nobody has taken is told to the lead, and after how many more to whoever is on call. */
export const Escalation = z.strictObject({ leadMinutes: Minutes, onCallMinutes: Minutes });

const Described = z.strictObject({
  kind: ServiceKind,
  nameFi: Line,
  nameSv: Line,
  advisesFi: z.string().trim().min(1).max(1_000),
  advisesSv: z.string().trim().min(1).max(1_000),
  areas: z.array(QuestionArea).min(1).max(questionAreas.length),
  languages: z.array(Language).min(1).max(3),
  takesAnonymous: z.boolean(),
  takesNamed: z.boolean(),
  checklist: Checklist,
  answerWorkingDays: AnswerWorkingDays,
  escalation: Escalation,
});
export const ServiceInput = Described;
export type ServiceInput = z.infer<typeof ServiceInput>;

export const Service = z.strictObject({
  ...Described.shape,
  id: Id,
  agencyId: Id,
  agencyNameFi: z.string(),
  agencyNameSv: z.string(),
  agencyKind: AgencyKind,
  endedAt: Instant.nullable(),
  /** Half of the answers of the last year came within so many hours; null while there are fewer than five. */
  measuredHours: z.int().nullable(),
  /** The reader's own place in it. */
  role: ServiceRole.nullable(),
  can: z.array(z.enum(['ask', 'change', 'end', 'set-members', 'read-figures'])),
});
export type Service = z.infer<typeof Service>;

export const ServiceMember = z.strictObject({
  id: Id,
  affiliationId: Id,
  personId: Id,
  name: z.string(),
  profession: Profession,
  agencyNameFi: z.string(),
  agencyNameSv: z.string(),
  role: ServiceRole,
  startsAt: Instant,
  endsAt: Instant.nullable(),
});
export type ServiceMember = z.infer<typeof ServiceMember>;

const serviceParams = z.strictObject({ serviceId: Id });
const Ref = z.strictObject({ id: Id });

export const listServices = route({
  id: 'list-services',
  method: 'GET',
  path: '/api/services',
  summary: 'Whom one can ask: what they advise on, in which languages, how soon they have answered',
  who: 'professional',
  response: z.strictObject({ services: z.array(Service) }),
});
export const addService = route({
  id: 'add-service',
  method: 'POST',
  path: '/api/services',
  summary: 'Add a service of the own agency',
  who: 'administrator',
  body: ServiceInput,
  response: Ref,
  errors: ['not-allowed'],
});
export const changeService = route({
  id: 'change-service',
  method: 'PUT',
  path: '/api/services/:serviceId',
  summary: 'Change what a service of the own agency says of itself',
  who: 'administrator',
  params: serviceParams,
  body: ServiceInput,
  response: Ref,
  errors: ['not-found', 'not-allowed', 'already-done'],
});
export const endService = route({
  id: 'end-service',
  method: 'POST',
  path: '/api/services/:serviceId/end',
  summary: 'End a service of the own agency, once nobody waits for it any more',
  who: 'administrator',
  params: serviceParams,
  body: z.strictObject({}),
  response: Ref,
  errors: ['not-found', 'not-allowed', 'already-done', 'open-requests'],
});
export const listServiceMembers = route({
  id: 'list-service-members',
  method: 'GET',
  path: '/api/services/:serviceId/members',
  summary: 'Who is in a service: for itself, and for whoever administers the owning agency',
  who: 'service-member',
  params: serviceParams,
  response: z.strictObject({ members: z.array(ServiceMember) }),
  errors: ['not-found'],
});
export const setServiceMember = route({
  id: 'set-service-member',
  method: 'POST',
  path: '/api/services/:serviceId/members',
  summary:
    'Somebody comes into a service, or gets another role in it; a standing team takes people of any agency',
  who: 'administrator',
  params: serviceParams,
  body: z.strictObject({ affiliationId: Id, role: ServiceRole, endsAt: Instant.nullable() }),
  response: Ref,
  errors: ['not-found', 'not-allowed', 'already-done'],
});
export const endServiceMember = route({
  id: 'end-service-member',
  method: 'POST',
  path: '/api/services/:serviceId/members/:serviceMemberId/end',
  summary: 'Somebody leaves a service; what they had waits for the others',
  who: 'administrator',
  params: z.strictObject({ serviceId: Id, serviceMemberId: Id }),
  body: z.strictObject({}),
  response: Ref,
  errors: ['not-found', 'not-allowed', 'already-done'],
});
