// Today: what each role opens on. One shape for all; a role's list is empty where it has no such work.
import { z } from 'zod';
import { Absence } from './absences.ts';
import { Clock } from './assessments.ts';
import { Activity } from './cases.ts';
import { GiverBecomes, Load } from './members.ts';
import { route } from './route.ts';
import { StepAct } from './steps.ts';
import { DateOnly, GroundKind, Id, Instant, LifeArea, MemberRole } from './vocabulary.ts';

const CaseName = z.strictObject({ caseId: Id, number: z.string(), childGivenName: z.string() });

export const Today = z.strictObject({
  /** Cases to which I am invited and have not answered. */
  invitations: z.array(
    z.strictObject({
      ...CaseName.shape,
      memberId: Id,
      role: MemberRole,
      /** Null where I may not know of them. */
      invitedByName: z.string().nullable(),
      agencyNameFi: z.string(),
      agencyNameSv: z.string(),
      purpose: z.string(),
      /** What may come to my agency, and on what. */
      grounds: z.array(z.strictObject({ kind: GroundKind, statute: z.string().nullable() })),
      invitedAt: Instant,
      endsAt: Instant.nullable(),
    }),
  ),
  /** Responsibility that is offered to me, or that I have offered. */
  handovers: z.array(
    z.strictObject({
      ...CaseName.shape,
      handoverId: Id,
      direction: z.enum(['to-me', 'from-me']),
      name: z.string(),
      message: z.string(),
      giverBecomes: GiverBecomes,
      offeredAt: Instant,
    }),
  ),
  /** Cases that I have open by break-glass. */
  openGlass: z.array(z.strictObject({ ...CaseName.shape, until: Instant })),
  /** What was opened so and waits for my review. */
  glassToReview: z.array(z.strictObject({ useId: Id, number: z.string(), name: z.string(), at: Instant })),
  /** Memberships that end within seven days: my own, and those in the cases I am responsible for. */
  ending: z.array(
    z.strictObject({ ...CaseName.shape, memberId: Id, name: z.string(), mine: z.boolean(), endsAt: Instant }),
  ),
  /** Under way or to come: mine, and those of the colleagues I stand in for. */
  absences: z.array(z.strictObject({ ...Absence.shape, mine: z.boolean(), cases: z.int() })),
  /** My children against the limit; null for whoever is responsible for none. */
  load: z.strictObject({ ...Load.shape, source: z.string() }).nullable(),
  /** For the consultant social worker. */
  teamLoads: z.array(z.strictObject({ affiliationId: Id, name: z.string(), load: Load })),
  /** Life areas asked of me, by due date. */
  asked: z.array(
    z.strictObject({
      ...CaseName.shape,
      contributionId: Id,
      assessmentId: Id,
      entryId: Id.nullable(),
      area: LifeArea,
      dueOn: DateOnly.nullable(),
      askedByName: z.string(),
      askedAt: Instant,
      question: z.string().nullable(),
    }),
  ),
  /** My open steps, and those offered to me, by due date. */
  steps: z.array(
    z.strictObject({
      ...CaseName.shape,
      id: Id,
      text: z.string(),
      dueOn: DateOnly.nullable(),
      direction: z.enum(['mine', 'to-me']),
      /** Of mine: to whom it is offered. Of one offered to me: whose it still is. Null where nobody, or where I may not know of them. */
      name: z.string().nullable(),
      version: z.int(),
      can: z.array(StepAct),
    }),
  ),
  /** Versions that wait for my signature. */
  toSign: z.array(z.strictObject({ ...CaseName.shape, assessmentId: Id, versionId: Id, signedAt: Instant })),
  /** My children with an open assessment: clocks and what is missing. */
  assessments: z.array(
    z.strictObject({
      ...CaseName.shape,
      assessmentId: Id,
      decision: Clock,
      ready: Clock,
      missing: z.array(z.strictObject({ area: LifeArea, name: z.string(), dueOn: DateOnly.nullable() })),
      shared: z.int(),
      childHeard: z.boolean(),
      mine: z.boolean(),
    }),
  ),
  /** What changed in my cases since my last visit to each. */
  changed: z.array(z.strictObject({ ...CaseName.shape, activity: Activity, personName: z.string() })),
  /** For the family: who does what next, and what was released to me. */
  next: z.array(
    z.strictObject({
      ...CaseName.shape,
      kind: z.enum(['assessment-ready', 'texts-to-read', 'being-written', 'signed']),
      on: DateOnly.nullable(),
      count: z.int(),
    }),
  ),
  notices: z.array(
    z.strictObject({
      id: Id,
      kind: z.string(),
      ...CaseName.partial().shape,
      fromName: z.string().nullable(),
      /** A reason, or a case's number. */
      words: z.string().nullable(),
      at: Instant,
    }),
  ),
  notes: z.int(),
  cases: z.int(),
});
export type Today = z.infer<typeof Today>;

export const getToday = route({
  id: 'get-today',
  method: 'GET',
  path: '/api/today',
  summary: 'What is due, what waits, what changed',
  who: 'signed-in',
  response: Today,
});
export const readNotice = route({
  id: 'read-notice',
  method: 'POST',
  path: '/api/notices/:noticeId/read',
  summary: 'A notice was read',
  who: 'signed-in',
  params: z.strictObject({ noticeId: Id }),
  body: z.strictObject({}),
  response: z.strictObject({ id: Id }),
  errors: ['not-found'],
});
