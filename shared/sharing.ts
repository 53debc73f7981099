// Who can see what and why, what was looked at and given to whom, and the case as somebody else would see it.
import { z } from 'zod';
import { Workspace } from './cases.ts';
import { Ref } from './entries.ts';
import { route } from './route.ts';
import { AgencyKind, DataClass, EntryKind, Id, Instant, MemberRole, Profession } from './vocabulary.ts';

/** `not-enough`: a consent is given, but not by everybody whose it needs, or not by a child who understands. */
export const CoverageWhy = z.enum(['ground', 'no-ground', 'prohibited', 'not-enough']);
export type CoverageWhy = z.infer<typeof CoverageWhy>;

export const CoverageOfClass = z.strictObject({
  dataClass: DataClass,
  sees: z.boolean(),
  why: CoverageWhy,
  /** Those of the deciding grounds that the viewer may read. */
  groundIds: z.array(Id),
  until: Instant.nullable(),
});
export type CoverageOfClass = z.infer<typeof CoverageOfClass>;
const NamedAgency = z.strictObject({ id: Id, kind: AgencyKind, nameFi: z.string(), nameSv: z.string() });
export type NamedAgency = z.infer<typeof NamedAgency>;
export const Sharing = z.strictObject({
  /** Agencies that take part, each with what it sees of the others', as far as the viewer may know. */
  agencies: z.array(
    NamedAgency.extend({
      of: z.array(z.strictObject({ fromAgencyId: Id, classes: z.array(CoverageOfClass) })),
    }),
  ),
  /** Members of the family: how many of the texts that the viewer reads each of them reads too. */
  family: z.array(
    z.strictObject({
      personId: Id,
      name: z.string(),
      role: MemberRole,
      texts: z.array(z.strictObject({ dataClass: DataClass, count: z.int() })),
    }),
  ),
  /** Grounds that the viewer may end; `own`: consents that they gave themselves. */
  withdrawable: z.array(Id),
  own: z.array(Id),
});
export type Sharing = z.infer<typeof Sharing>;

const caseParams = z.strictObject({ caseId: Id });

export const getSharing = route({
  id: 'get-sharing',
  method: 'GET',
  path: '/api/cases/:caseId/sharing',
  summary: 'Who sees what of whom, why and until when, of those whom one may know of',
  who: 'member',
  params: caseParams,
  response: Sharing,
  errors: ['not-found'],
});

/** Where a page of the log ended: a moment of the database, to the microsecond, and a row. Empty: from the newest. */
export const LogCursor = z
  .string()
  .regex(/^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/);
const Actor = z.strictObject({
  /** Null for the family, who reads of professionals by agency and profession. */
  personId: Id.nullable(),
  name: z.string().nullable(),
  profession: Profession.nullable(),
  role: MemberRole,
  agency: NamedAgency.nullable(),
});
export const LogRow = z.strictObject({
  id: Id,
  at: Instant,
  what: z.enum(['view', 'disclosure']),
  /** What was opened, or what kind of thing was given. */
  kind: z.string(),
  /** Null where time itself opened it: a ground or a membership that began. */
  by: Actor.nullable(),
  /** Of a disclosure. */
  given: z
    .strictObject({
      entryKind: EntryKind.nullable(),
      about: z.string().nullable(),
      dataClass: DataClass,
      from: NamedAgency,
      toAgency: NamedAgency.nullable(),
      toPerson: z.string().nullable(),
      /** By grounds, of which those that the reader may read are named; since who invites and who is invited know of each other; released to the family. */
      basis: z.enum(['ground', 'participation', 'release']),
      groundIds: z.array(Id),
    })
    .nullable(),
});
export type LogRow = z.infer<typeof LogRow>;
export const listLog = route({
  id: 'list-log',
  method: 'GET',
  path: '/api/cases/:caseId/log',
  summary: 'What was looked at and given to whom, newest first, as far as one may know',
  who: 'member',
  params: caseParams,
  query: z.strictObject({ before: LogCursor }),
  response: z.strictObject({ rows: z.array(LogRow), next: LogCursor }),
  errors: ['not-found'],
});

/** `opens` is false where they would not even find the case. Nothing in it can be done: every list of abilities is empty. */
export const SeenAs = z.strictObject({
  opens: z.boolean(),
  /** False for an agency that takes no part: as if it were invited, with the grounds recorded now. */
  takesPart: z.boolean(),
  as: z.strictObject({ agency: NamedAgency.nullable(), name: z.string().nullable(), role: MemberRole }),
  workspace: Workspace.omit({ live: true }).nullable(),
});
export type SeenAs = z.infer<typeof SeenAs>;
export const viewAsAgency = route({
  id: 'view-as-agency',
  method: 'GET',
  path: '/api/cases/:caseId/as/agencies/:agencyId',
  summary: 'Of what one may see, the part that an agency would see',
  who: 'professional-member',
  params: z.strictObject({ caseId: Id, agencyId: Id }),
  response: SeenAs,
  errors: ['not-found'],
});
export const viewAsPerson = route({
  id: 'view-as-person',
  method: 'GET',
  path: '/api/cases/:caseId/as/people/:personId',
  summary: 'Of what one may see, the part that a member of the family sees',
  who: 'professional-member',
  params: z.strictObject({ caseId: Id, personId: Id }),
  response: SeenAs,
  errors: ['not-found'],
});
export const listViewable = route({
  id: 'list-viewable',
  method: 'GET',
  path: '/api/cases/:caseId/as',
  summary: 'As whom one may look at the case: those who take part, and agencies found by name',
  who: 'professional-member',
  params: caseParams,
  query: z.strictObject({ q: z.string().max(100) }),
  response: z.strictObject({
    people: z.array(z.strictObject({ personId: Id, name: z.string(), role: MemberRole })),
    agencies: z.array(NamedAgency.extend({ takesPart: z.boolean() })),
  }),
  errors: ['not-found'],
});
export const withdrawOwnConsent = route({
  id: 'withdraw-own-consent',
  method: 'POST',
  path: '/api/cases/:caseId/grounds/:groundId/withdraw-own',
  summary: 'Withdraw a consent that one gave oneself; what stood on it leaves open screens at once',
  who: 'member',
  params: z.strictObject({ caseId: Id, groundId: Id }),
  body: z.strictObject({}),
  response: Ref,
  errors: ['not-found', 'already-done', 'not-allowed'],
});
