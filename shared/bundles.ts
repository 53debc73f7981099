// What goes along from a case to a demanding-support centre, with a named request: each text as it was when it was sent, for some
// days, then gone for its receiver.
import { z } from 'zod';
import { consultationParams } from './consultations.ts';
import { route } from './route.ts';
import { DataClass, DateOnly, EntryKind, Id, Instant, Profession } from './vocabulary.ts';

/** Days for which a bundle can be read. */
export const bundleDays = { least: 1, most: 90 } as const;
/** Kinds of services to which something goes along. */
export const bundleServiceKinds = ['hospital-school', 'standing-team'] as const;

const kinds = ['child', 'entry', 'part'] as const;
/** Of a text in a signed version: who wrote it as what, when it was signed, and the version’s hash, as its PDF has it. */
const SignedVersion = z.strictObject({
  number: z.int(),
  signedAt: Instant,
  hash: z.string(),
  authors: z.array(z.strictObject({ name: z.string(), profession: Profession.nullable() })),
});
/** What a text is, without its words. */
const Label = z.strictObject({
  kind: z.enum(kinds),
  entryKind: EntryKind.nullable(),
  /** The life area of a contribution. */
  about: z.string().nullable(),
  signed: z.boolean(),
  writtenOn: DateOnly.nullable(),
  authors: z.array(z.string()),
  version: SignedVersion.nullable().default(null),
});
export type BundleLabel = z.infer<typeof Label>;
/** A text as its receiver reads it. */
export const BundleContent = z.strictObject({
  ...Label.shape,
  fields: z.array(z.strictObject({ name: z.string(), text: z.string() })),
});
export type BundleContent = z.infer<typeof BundleContent>;

/** Why something cannot go along: `kept-within`: its authors keep it in the agency; `tells-where`: under turvakielto. */
export const notAlong = [
  'no-ground',
  'not-enough',
  'prohibited',
  'kept-within',
  'child-has-not-allowed',
  'tells-where',
] as const;

const Source = z.strictObject({ kind: z.enum(kinds), sourceId: Id.nullable() });
const NamedAgency = z.strictObject({ id: Id, nameFi: z.string(), nameSv: z.string() });

export const BundleChoice = z.strictObject({
  ...Label.shape,
  sourceId: Id.nullable(),
  dataClass: DataClass,
  fields: z.array(z.strictObject({ name: z.string(), text: z.string(), rev: z.int() })),
  /** Null: it can go along. */
  why: z.enum(notAlong).nullable(),
  /** Agencies of the service to which no ground carries it: their people do not read it. */
  withoutAgencyIds: z.array(Id),
  /** When the ground ends by itself, where it does. */
  groundUntil: Instant.nullable(),
});
export type BundleChoice = z.infer<typeof BundleChoice>;

const bundleParams = z.strictObject({ consultationId: Id, bundleId: Id });

export const getBundleChoices = route({
  id: 'get-bundle-choices',
  method: 'GET',
  path: '/api/consultations/:consultationId/bundle-choices',
  summary:
    'What of a case could go along with one’s own named request, each field as it would be read, and why something cannot',
  who: 'side',
  params: consultationParams,
  query: z.strictObject({ caseId: Id }),
  response: z.strictObject({
    /** `agencyId`: whose service it is; without a ground to that one nothing goes. */
    service: z.strictObject({ serviceId: Id, agencyId: Id, nameFi: z.string(), nameSv: z.string() }),
    agencies: z.array(NamedAgency),
    choices: z.array(BundleChoice),
  }),
  errors: ['not-found', 'not-allowed', 'consultation-state', 'service-refuses'],
});
export const sendBundle = route({
  id: 'send-bundle',
  method: 'POST',
  path: '/api/consultations/:consultationId/bundles',
  summary:
    'Send it, as it was looked at, for so many days; each text is in the disclosure log with its ground',
  who: 'side',
  params: consultationParams,
  body: z.strictObject({
    caseId: Id,
    days: z.int().min(bundleDays.least).max(bundleDays.most),
    items: z
      .array(
        z.strictObject({
          ...Source.shape,
          /** Of an entry, with the revision that was looked at, of a part of a version 0; of the child’s head none. */
          fields: z.array(z.strictObject({ name: z.string().max(130), rev: z.int().min(0) })).max(300),
        }),
      )
      .min(1)
      .max(100),
    /** Agencies that its sender has seen are in the service. */
    agencyIds: z.array(Id).min(1).max(30),
  }),
  response: z.strictObject({ id: Id }),
  errors: [
    'not-found',
    'not-allowed',
    'consultation-state',
    'service-refuses',
    'ground-missing',
    'child-has-not-allowed',
    'version-conflict',
    'readers-changed',
    'case-closed',
  ],
});

export const BundleHead = z.strictObject({
  id: Id,
  sentAt: Instant,
  until: Instant,
  /** For its receiver there is only what can be read. */
  state: z.enum(['readable', 'over', 'withdrawn']),
  labels: z.array(Label),
  can: z.array(z.enum(['read', 'withdraw'])),
});
export type BundleHead = z.infer<typeof BundleHead>;

export const listBundles = route({
  id: 'list-bundles',
  method: 'GET',
  path: '/api/consultations/:consultationId/bundles',
  summary: 'What has gone along: for its sender all of it, for its receiver what can be read now',
  who: 'side',
  params: consultationParams,
  response: z.strictObject({ bundles: z.array(BundleHead) }),
  errors: ['not-found'],
});
export const getBundle = route({
  id: 'get-bundle',
  method: 'GET',
  path: '/api/consultations/:consultationId/bundles/:bundleId',
  summary: 'The texts themselves, for the service to which they went, until their day; each look is logged',
  who: 'side',
  params: bundleParams,
  response: z.strictObject({
    until: Instant,
    items: z.array(z.strictObject({ id: Id, until: Instant, content: BundleContent })),
  }),
  errors: ['not-found'],
});
export const withdrawBundle = route({
  id: 'withdraw-bundle',
  method: 'POST',
  path: '/api/consultations/:consultationId/bundles/:bundleId/withdraw',
  summary: 'Take it back: gone for its receiver at once, also from an open page',
  who: 'side',
  params: bundleParams,
  body: z.strictObject({}),
  response: z.strictObject({ id: Id }),
  errors: ['not-found', 'already-done'],
});
