// The child's workspace: people around the child, grounds, and one snapshot that live events keep fresh.
import { z } from 'zod';
import { Assessment, Contribution, Signature, VersionHead } from './assessments.ts';
import { Custody, limitedNamesClasses } from './custody.ts';
import { Alternative, Entry, Ref } from './entries.ts';
import { Handover, Invitation, MemberAbility } from './members.ts';
import { route } from './route.ts';
import { Step } from './steps.ts';
import {
  AgencyKind,
  Capacity,
  DataClass,
  DateOnly,
  FamilyScope,
  GroundKind,
  Id,
  Instant,
  Line,
  MemberRole,
  OptionalLine,
  Paragraph,
  Profession,
  Scope,
} from './vocabulary.ts';

export const CaseAbility = z.enum([
  'invite',
  'end-membership',
  'record-ground',
  'open-assessment',
  'edit',
  'write',
  'view-log',
  /** What was recorded of a guardian's custody: also when the case is closed. */
  'read-custody',
]);
export type CaseAbility = z.infer<typeof CaseAbility>;
export const CaseHead = z.strictObject({
  id: Id,
  number: z.string(),
  childName: z.string(),
  childGivenName: z.string(),
  birthDate: DateOnly,
  languages: z.array(z.string()),
  interpreter: z.string().nullable(),
  ownerAgencyId: Id,
  openedAt: Instant,
  closedAt: Instant.nullable(),
  version: z.int(),
  can: z.array(CaseAbility),
});
export const Member = z.strictObject({
  id: Id,
  personId: Id,
  name: z.string(),
  givenName: z.string(),
  role: MemberRole,
  profession: Profession.nullable(),
  agencyId: Id.nullable(),
  agencyKind: AgencyKind.nullable(),
  agencyNameFi: z.string().nullable(),
  agencyNameSv: z.string().nullable(),
  startsAt: Instant,
  endsAt: Instant.nullable(),
  /** Null while what was asked is not answered yet. */
  acceptedAt: Instant.nullable(),
  /** The membership in whose place a substitute stands. */
  substitutesFor: Id.nullable(),
  can: z.array(MemberAbility),
});
export type Member = z.infer<typeof Member>;
export const Relation = z.strictObject({
  id: Id,
  kind: z.enum(['guardian', 'sibling', 'close']),
  name: z.string(),
  relation: z.string(),
  personId: Id.nullable(),
  custody: Custody.nullable(),
  custodyFrom: DateOnly.nullable(),
  custodyUntil: DateOnly.nullable(),
  /** With limited custody: the classes for which this guardian consents. */
  powerClasses: z.array(DataClass),
  /** The last day of the relation itself. */
  endedOn: DateOnly.nullable(),
  language: z.string().nullable(),
  phone: z.string().nullable(),
  version: z.int(),
});
export const Whereabouts = z.strictObject({
  nonDisclosure: z.boolean(),
  address: z.string().nullable(),
  municipality: z.string().nullable(),
  school: z.string().nullable(),
  version: z.int(),
});
export const Ground = z.strictObject({
  id: Id,
  kind: GroundKind,
  effect: z.enum(['allow', 'prohibit']),
  beatsProhibition: z.boolean(),
  statute: z.string().nullable(),
  givenBy: Id.nullable(),
  /** The guardian, or another person around the child, by their relation. */
  givenByRelation: Id.nullable(),
  /** Of a child's consent or prohibition. The reason is the home team's to read; null for everybody else. */
  capacity: Capacity.nullable(),
  capacityReason: z.string().nullable(),
  fromAgencyId: Id.nullable(),
  toAgencyId: Id.nullable(),
  dataClasses: z.array(DataClass),
  evidence: z.string(),
  startsAt: Instant,
  endsAt: Instant.nullable(),
  withdrawnAt: Instant.nullable(),
  recordedBy: Id,
});
export const Agency = z.strictObject({
  id: Id,
  kind: AgencyKind,
  nameFi: z.string(),
  nameSv: z.string(),
  municipality: z.string(),
});
export const Activity = z.strictObject({
  id: Id,
  at: Instant,
  personId: Id,
  kind: z.string(),
  objectId: Id.nullable(),
  detail: z.record(z.string(), z.string()),
});
export const Workspace = z.strictObject({
  /** Where the live stream goes on from this snapshot: opaque, of fixed length. */
  live: z.string(),
  case: CaseHead,
  agencies: z.array(Agency),
  members: z.array(Member),
  /** Only for the home team, and the own. */
  invitations: z.array(Invitation),
  /** At most one: what is offered and not answered yet. */
  handovers: z.array(Handover),
  relations: z.array(Relation),
  whereabouts: Whereabouts.nullable(),
  grounds: z.array(Ground),
  assessments: z.array(Assessment),
  contributions: z.array(Contribution),
  entries: z.array(Entry),
  alternatives: z.array(Alternative),
  versions: z.array(VersionHead),
  signatures: z.array(Signature),
  steps: z.array(Step),
  activities: z.array(Activity),
  lastVisitAt: Instant.nullable(),
});
export type Workspace = z.infer<typeof Workspace>;

const caseParams = z.strictObject({ caseId: Id });

export const NewRelation = z
  .strictObject({
    kind: z.enum(['guardian', 'sibling', 'close']),
    name: Line,
    relation: Line,
    custody: Custody.nullable(),
    custodyFrom: DateOnly.nullable().default(null),
    custodyUntil: DateOnly.nullable(),
    powerClasses: z.array(DataClass).max(9).default([]),
    language: OptionalLine.nullable(),
    phone: OptionalLine.nullable(),
  })
  .check(limitedNamesClasses);
export const openCase = route({
  id: 'open-case',
  method: 'POST',
  path: '/api/cases',
  summary:
    'Open the case of a new child. A likely duplicate is told to its responsible worker, never to the opener',
  who: 'opens-cases',
  body: z.strictObject({
    childName: Line,
    childGivenName: Line,
    birthDate: DateOnly,
    languages: z.array(Line).min(1).max(6),
    interpreter: OptionalLine.nullable(),
    nonDisclosure: z.boolean(),
    address: OptionalLine.nullable(),
    municipality: OptionalLine.nullable(),
    school: OptionalLine.nullable(),
    relations: z.array(NewRelation).max(20),
    formId: Id.nullable(),
  }),
  response: Ref,
  errors: ['not-allowed'],
});
export const listLikeCases = route({
  id: 'list-like-cases',
  method: 'GET',
  path: '/api/cases/like',
  summary: 'Of the cases one may already read, those that may be the same child',
  who: 'opens-cases',
  query: z.strictObject({ name: Line, birthDate: DateOnly }),
  response: z.strictObject({
    cases: z.array(
      z.strictObject({ id: Id, number: z.string(), childName: z.string(), birthDate: DateOnly }),
    ),
  }),
});
export const CaseRow = z.strictObject({
  id: Id,
  number: z.string(),
  childName: z.string(),
  childGivenName: z.string(),
  birthDate: DateOnly,
  role: MemberRole,
  openedAt: Instant,
  readyDueOn: DateOnly.nullable(),
  waiting: z.int(),
});
export const listCases = route({
  id: 'list-cases',
  method: 'GET',
  path: '/api/cases',
  summary: 'The children whose case one is a member of',
  who: 'signed-in',
  response: z.strictObject({ cases: z.array(CaseRow) }),
});
export const getWorkspace = route({
  id: 'get-workspace',
  method: 'GET',
  path: '/api/cases/:caseId',
  summary: 'Everything of the case that one may read, as of one moment',
  who: 'member',
  params: caseParams,
  response: Workspace,
  errors: ['not-found'],
});
export const ParticipationAudience = z.strictObject({
  scope: Scope,
  agencyIds: z.array(Id).max(20),
  familyScope: FamilyScope,
});
export const GroundInput = z.strictObject({
  kind: GroundKind,
  effect: z.enum(['allow', 'prohibit']),
  beatsProhibition: z.boolean(),
  statute: OptionalLine.nullable(),
  givenBy: Id.nullable(),
  /** Who gave it, by their relations to the child: a ground is recorded for each. */
  givenByRelations: z.array(Id).max(6).default([]),
  /** Whether the child understands, and how that was judged: required of a child's consent or prohibition. */
  capacity: Capacity.nullable().default(null),
  capacityReason: Paragraph.nullable().default(null),
  dataClasses: z.array(DataClass).min(1).max(9),
  evidence: Paragraph.min(1),
  /** The first day; null: from now on. */
  from: DateOnly.nullable().default(null),
  until: DateOnly.nullable(),
});
export const inviteMember = route({
  id: 'invite-member',
  method: 'POST',
  path: '/api/cases/:caseId/members',
  summary: 'Invite somebody, on a recorded ground when they are of another agency',
  who: 'home-member',
  params: caseParams,
  body: z.strictObject({
    affiliationId: Id.nullable(),
    personId: Id,
    role: MemberRole,
    endsOn: DateOnly.nullable(),
    participation: ParticipationAudience,
    /** Why they are asked: they read it before they answer. */
    purpose: Paragraph.default(''),
    /** What may go to the invited agency, and what from it. Required for another agency. */
    toThem: GroundInput.nullable(),
    fromThem: GroundInput.nullable(),
  }),
  response: Ref,
  errors: ['not-found', 'ground-missing', 'already-done'],
});
export const listInvitable = route({
  id: 'list-invitable',
  method: 'GET',
  path: '/api/cases/:caseId/invitable',
  summary: 'Professionals one can invite, and family members known to the case who have a sign-in',
  who: 'home-member',
  params: caseParams,
  query: z.strictObject({ q: z.string().max(100) }),
  response: z.strictObject({
    people: z.array(
      z.strictObject({
        personId: Id,
        affiliationId: Id.nullable(),
        name: z.string(),
        profession: Profession.nullable(),
        agencyId: Id.nullable(),
        agencyKind: AgencyKind.nullable(),
        agencyNameFi: z.string().nullable(),
        agencyNameSv: z.string().nullable(),
      }),
    ),
  }),
});
export const endMembership = route({
  id: 'end-membership',
  method: 'POST',
  path: '/api/cases/:caseId/members/:memberId/end',
  summary: 'End a membership, at once. What its holder was typing becomes a private note in their own agency',
  who: 'home-member',
  params: z.strictObject({ caseId: Id, memberId: Id }),
  body: z.strictObject({ reason: Line }),
  response: Ref,
  errors: ['not-found', 'already-done', 'not-allowed', 'case-closed'],
});
export const recordGround = route({
  id: 'record-ground',
  method: 'POST',
  path: '/api/cases/:caseId/grounds',
  summary: 'Record a ground, a refusal or a prohibition',
  who: 'professional-member',
  params: caseParams,
  body: z.strictObject({ fromAgencyId: Id.nullable(), toAgencyId: Id.nullable(), ground: GroundInput }),
  response: Ref,
  errors: ['not-found', 'ground-missing'],
});
export const withdrawGround = route({
  id: 'withdraw-ground',
  method: 'POST',
  path: '/api/cases/:caseId/grounds/:groundId/withdraw',
  summary: 'Withdraw a ground; what stood on it leaves open screens at once',
  who: 'professional-member',
  params: z.strictObject({ caseId: Id, groundId: Id }),
  body: z.strictObject({}),
  response: Ref,
  errors: ['not-found', 'already-done'],
});
export const addRelation = route({
  id: 'add-relation',
  method: 'POST',
  path: '/api/cases/:caseId/relations',
  summary: 'Add a guardian, sibling or close person to the ring',
  who: 'home-member',
  params: caseParams,
  body: NewRelation,
  response: Ref,
  errors: ['not-found'],
});
export const changeWhereabouts = route({
  id: 'change-whereabouts',
  method: 'PUT',
  path: '/api/cases/:caseId/whereabouts',
  summary: 'Address, municipality, school; under turvakielto of class `safety`',
  who: 'home-member',
  params: caseParams,
  body: z.strictObject({
    version: z.int(),
    nonDisclosure: z.boolean(),
    address: OptionalLine.nullable(),
    municipality: OptionalLine.nullable(),
    school: OptionalLine.nullable(),
  }),
  response: Ref,
  errors: ['not-found', 'version-conflict'],
});
