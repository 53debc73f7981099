// Everything people write: entries with fields that are saved as one types, shared with an audience, taken back.
import { z } from 'zod';
import { route } from './route.ts';
import { DataClass, EntryKind, FamilyScope, Id, Instant, Line, LongText, Scope } from './vocabulary.ts';

/** `narrative`, `strengths`, `scale`, `evidence.k3x9.text`, `scale.friends` … ; what an entry's kind allows is in server/entries. */
export const FieldName = z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]{0,39}(\.[a-zA-Z0-9-]{1,40}){0,2}$/);
/** A browser tab: two devices on one field never overwrite each other. */
export const Device = z.string().regex(/^[a-z0-9]{8,32}$/);

export const Field = z.strictObject({
  text: LongText,
  rev: z.int(),
  at: Instant,
  device: z.string().optional(),
});
export const Audience = z.strictObject({
  dataClass: DataClass,
  scope: Scope,
  agencyIds: z.array(Id).max(20),
  familyScope: FamilyScope,
  familyIds: z.array(Id).max(20),
});
export type Audience = z.infer<typeof Audience>;

export const EntryAbility = z.enum(['write', 'share', 'take-back', 'discard', 'comment']);
export type EntryAbility = z.infer<typeof EntryAbility>;
export const Entry = z.strictObject({
  id: Id,
  caseId: Id.nullable(),
  kind: EntryKind,
  state: z.enum(['draft', 'shared', 'frozen']),
  ownerAgencyId: Id.nullable(),
  authorIds: z.array(Id),
  assessmentId: Id.nullable(),
  parentId: Id.nullable(),
  about: z.string().nullable(),
  /** What was written for a meeting or in it names its item on the agenda. */
  agendaItemId: Id.nullable(),
  /** When it ends by itself: a hypothesis that was not taken into the record. */
  expiresAt: Instant.nullable(),
  fields: z.record(z.string(), Field),
  audience: Audience,
  createdAt: Instant,
  updatedAt: Instant,
  sharedAt: Instant.nullable(),
  /** For its authors; 0 for everybody else, who do not learn how often its audience has changed. */
  version: z.int(),
  can: z.array(EntryAbility),
});
export type Entry = z.infer<typeof Entry>;

export const Alternative = z.strictObject({
  id: Id,
  entryId: Id,
  field: z.string(),
  device: z.string(),
  text: LongText,
  updatedAt: Instant,
});
export type Alternative = z.infer<typeof Alternative>;

/** Answer of every write: ids and versions, never content. Content comes by event or by reading. */
export const Ref = z.strictObject({ id: Id, version: z.int().optional() });

const entryParams = z.strictObject({ entryId: Id });

export const startEntry = route({
  id: 'start-entry',
  method: 'POST',
  path: '/api/entries',
  summary: 'Start a draft: private until it is shared. A form (no case) is found again by its name',
  who: 'signed-in',
  body: z.strictObject({
    kind: EntryKind,
    caseId: Id.nullable(),
    assessmentId: Id.nullable(),
    parentId: Id.nullable(),
    about: Line.nullable(),
    pairId: Id.nullable(),
  }),
  response: Ref,
  errors: ['not-found', 'not-allowed', 'assessment-signed', 'case-closed'],
});
export const getForm = route({
  id: 'get-form',
  method: 'GET',
  path: '/api/forms/:name',
  summary: 'The own saved draft of a form, if there is one',
  who: 'signed-in',
  params: z.strictObject({ name: Line }),
  response: z.strictObject({ entry: Entry.nullable(), alternatives: z.array(Alternative) }),
});
export const listNotes = route({
  id: 'list-notes',
  method: 'GET',
  path: '/api/notes',
  summary: 'The own private notes, such as text kept when a right ended',
  who: 'signed-in',
  response: z.strictObject({ notes: z.array(Entry), alternatives: z.array(Alternative) }),
});
export const saveField = route({
  id: 'save-field',
  method: 'PUT',
  path: '/api/entries/:entryId/fields/:field',
  summary: 'Save what was typed. On a stale base both texts survive: the answer says kept `beside`',
  who: 'author',
  params: z.strictObject({ entryId: Id, field: FieldName }),
  body: z.strictObject({ base: z.int().min(0), text: LongText, device: Device }),
  response: z.strictObject({
    kept: z.enum(['here', 'beside', 'note']),
    rev: z.int(),
    savedAt: Instant,
    alternativeId: Id.nullable(),
    noteId: Id.nullable(),
  }),
  errors: ['not-found', 'not-an-author', 'assessment-signed', 'case-closed', 'too-large'],
});
export const resolveAlternative = route({
  id: 'resolve-alternative',
  method: 'POST',
  path: '/api/entries/:entryId/alternatives/:alternativeId/resolve',
  summary: 'Choose the text of a field written on two devices; what is not chosen stays in the history',
  who: 'author',
  params: z.strictObject({ entryId: Id, alternativeId: Id }),
  body: z.strictObject({ base: z.int().min(0), text: LongText }),
  response: z.strictObject({ rev: z.int() }),
  errors: ['not-found', 'not-an-author', 'version-conflict', 'assessment-signed', 'case-closed'],
});
export const previewAudience = route({
  id: 'preview-audience',
  method: 'POST',
  path: '/api/entries/:entryId/audience-preview',
  summary:
    'Who would see the entry, of those its author may know of: who of them gains it, who loses it, and which grounds are missing',
  who: 'author',
  params: entryParams,
  body: Audience,
  response: z.strictObject({
    people: z.array(
      z.strictObject({
        personId: Id,
        name: z.string(),
        agencyId: Id.nullable(),
        role: z.string(),
        /** Does not see it now. */
        gains: z.boolean(),
      }),
    ),
    agencies: z.int(),
    /** Those who see it now and would not any more; `hasRead`: it has been on their screen since it was shared. */
    losing: z.array(
      z.strictObject({
        personId: Id,
        name: z.string(),
        agencyId: Id.nullable(),
        role: z.string(),
        hasRead: z.boolean(),
      }),
    ),
    missing: z.array(
      z.strictObject({
        fromAgencyId: Id,
        toAgencyId: Id,
        agencyNameFi: z.string(),
        agencyNameSv: z.string(),
        dataClass: DataClass,
        why: z.enum(['no-ground', 'prohibited', 'not-enough']),
        /** Where some guardians have consented: those whose consent is still missing, by name. */
        guardians: z.array(z.string()),
      }),
    ),
    /** Under turvakielto: what the text seems to tell of where the child is. Empty for whoever may not read that. */
    tellsWhere: z.array(z.enum(['address', 'municipality', 'school'])),
  }),
});
export const listTellingTexts = route({
  id: 'list-telling-texts',
  method: 'GET',
  path: '/api/cases/:caseId/telling-texts',
  summary:
    'Under turvakielto: texts that others can read and that seem to tell where the child is, of those one reads oneself',
  who: 'home-member',
  params: z.strictObject({ caseId: Id }),
  response: z.strictObject({
    texts: z.array(
      z.strictObject({
        entryId: Id,
        kind: EntryKind,
        about: z.string().nullable(),
        tells: z.array(z.enum(['address', 'municipality', 'school'])),
      }),
    ),
  }),
  errors: ['not-found', 'not-allowed'],
});
export const getDefaultAudience = route({
  id: 'get-default-audience',
  method: 'GET',
  path: '/api/entries/:entryId/default-audience',
  summary: 'The lawful default, from agency and data class',
  who: 'author',
  params: entryParams,
  response: Audience,
});
export const shareEntry = route({
  id: 'share-entry',
  method: 'POST',
  path: '/api/entries/:entryId/share',
  summary: 'Share a draft with an audience, or change the audience of what is shared',
  who: 'author',
  params: entryParams,
  body: z.strictObject({ version: z.int(), audience: Audience }),
  response: Ref,
  errors: [
    'not-found',
    'version-conflict',
    'nothing-written',
    'child-has-not-allowed',
    'safety-check-missing',
    'assessment-signed',
  ],
});
export const takeBackEntry = route({
  id: 'take-back-entry',
  method: 'POST',
  path: '/api/entries/:entryId/take-back',
  summary: 'Make a shared text a private draft again; who has read it stays in the log',
  who: 'author',
  params: entryParams,
  body: z.strictObject({ version: z.int() }),
  response: Ref,
  errors: [
    'not-found',
    'not-an-author',
    'version-conflict',
    'already-done',
    'assessment-signed',
    'case-closed',
  ],
});
export const discardForm = route({
  id: 'discard-form',
  method: 'DELETE',
  path: '/api/entries/:entryId',
  summary: 'Throw away a form that was used, or a private draft of a form',
  who: 'author',
  params: entryParams,
  response: z.strictObject({ id: Id }),
  errors: ['not-found', 'not-allowed'],
});
