// From an anonymous request to a named one, which is another request: what would be seen, and by whom; sending it; and taking
// what a named request says into a case.
import { z } from 'zod';
import { NamingGround, RequestFields } from './consultation.ts';
import { consultationParams } from './consultations.ts';
import { route } from './route.ts';
import { DateOnly, Id, OptionalLine, Profession } from './vocabulary.ts';

/** What goes into the named request: each text as its asker leaves it, and whom it is about. */
export const NamingFields = z.strictObject({
  ...RequestFields.shape,
  serviceId: Id,
  deputyAffiliationId: Id.nullable(),
  child: z.strictObject({
    name: OptionalLine,
    birthDate: DateOnly.nullable(),
    ground: NamingGround.nullable(),
  }),
});
export type NamingFields = z.infer<typeof NamingFields>;

/** Parts that tie the two together for whoever reads both, since they are alike to the letter. */
export const linkingParts = ['question', 'consent', 'supports', 'absence'] as const;
/** What is missing before it can go. `ground-class`: it covers something else; `ground-over`: its last day is behind. */
export const namingMissing = [
  'question',
  'area',
  'child',
  'ground',
  'ground-class',
  'ground-over',
  'supports',
  'age',
  'absence',
  'service-refuses',
] as const;

const NamedAgency = z.strictObject({ id: Id, nameFi: z.string(), nameSv: z.string() });
const Reader = z.strictObject({
  personId: Id,
  name: z.string(),
  profession: Profession,
  agencyNameFi: z.string(),
  agencyNameSv: z.string(),
});

export const NamingPreview = z.strictObject({
  service: z.strictObject({ serviceId: Id, nameFi: z.string(), nameSv: z.string() }),
  /** Everybody in the service reads it: these are their agencies, as it stands now. */
  agencies: z.array(NamedAgency),
  /** Of them, those who have shown themselves to the asker. */
  people: z.array(Reader),
  /** The request exactly as they will read it. */
  shown: z.strictObject({
    ...RequestFields.shape,
    asker: Reader,
    deputy: Reader.nullable(),
    child: z.strictObject({
      name: z.string(),
      birthDate: DateOnly.nullable(),
      ground: NamingGround.nullable(),
    }),
  }),
  same: z.array(z.enum(linkingParts)),
  /** Whoever receives it reads the anonymous one too. */
  readsBoth: z.boolean(),
  missing: z.array(z.enum(namingMissing)),
});
export type NamingPreview = z.infer<typeof NamingPreview>;

export const previewNaming = route({
  id: 'preview-naming',
  method: 'POST',
  path: '/api/consultations/:consultationId/naming/preview',
  summary:
    'Before an anonymous request goes with a name: each field as it will be read, and who will read it',
  who: 'side',
  params: consultationParams,
  body: z.strictObject({ fields: NamingFields }),
  response: NamingPreview,
  errors: ['not-found', 'not-allowed', 'consultation-state'],
});
export const nameConsultation = route({
  id: 'name-consultation',
  method: 'POST',
  path: '/api/consultations/:consultationId/naming',
  summary:
    'A named request of its own, on a ground. The anonymous one stays as it is, for everybody who reads it',
  who: 'side',
  params: consultationParams,
  body: z.strictObject({
    fields: NamingFields,
    /** Agencies that its asker has seen will read it. */
    agencyIds: z.array(Id).min(1).max(30),
    /** What is alike in both was looked at and stays. */
    sameKept: z.boolean(),
  }),
  response: z.strictObject({ id: Id }),
  errors: [
    'not-found',
    'not-allowed',
    'consultation-state',
    'already-done',
    'draft-incomplete',
    'service-refuses',
    'ground-missing',
    'readers-changed',
    'same-words',
  ],
});
export const takeIntoCase = route({
  id: 'take-into-case',
  method: 'POST',
  path: '/api/consultations/:consultationId/case',
  summary:
    'What a named request says goes into a case for which one is responsible; the asker does not learn of it here',
  who: 'side',
  params: consultationParams,
  body: z.strictObject({ caseId: Id }),
  response: z.strictObject({ id: Id }),
  errors: ['not-found', 'not-allowed', 'consultation-state', 'already-done', 'case-closed'],
});
