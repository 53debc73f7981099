// Texts that several people write at the same time: what of them travels over the live socket. Updates and states are Yjs's
// own encoding (version 1) in base64url; who wrote them, the server says.
import { z } from 'zod';
import { documentLimits } from './document-limits.ts';
import { AgencyKind, Id, Instant } from './vocabulary.ts';

const bytes = (most: number) =>
  z
    .string()
    .max(Math.ceil((most * 4) / 3))
    .regex(/^[A-Za-z0-9_-]*$/);
/** Zero is nobody's: the beginning of every text. */
const ClientId = z.int().min(1).max(4_294_967_295);
const Counter = z.int().min(0).max(Number.MAX_SAFE_INTEGER);

/** A place in the text, as Yjs encodes it: it stays between the same letters while others write. */
const Spot = bytes(120);
/** Where somebody's caret is; both the same where nothing is selected. */
export const Caret = z.strictObject({ anchor: Spot, head: Spot });
export type Caret = z.infer<typeof Caret>;

/** Whose the words of a client are. All who may read a document may know who wrote it. */
export const Author = z.strictObject({
  clientId: ClientId,
  personId: Id,
  name: z.string(),
  /** Null for a member of the family. */
  agencyKind: AgencyKind.nullable(),
});
export type Author = z.infer<typeof Author>;

export const refusals = [
  /** Words in the name of a client that is another person's. */
  'forged',
  'malformed',
  'too-large',
  'document-full',
  /** Send it again in a moment. */
  'too-fast',
  /** It builds on what the server does not have: open the document again. */
  'out-of-step',
  /** The right to write has ended. */
  'not-a-writer',
  'frozen',
] as const;
export type RefusedFor = (typeof refusals)[number];

export const documentClientFrames = [
  /** `vector`: what this client has already, as a Yjs state vector; empty for nothing. Opens it again when it is open. */
  z.strictObject({
    t: z.literal('open-document'),
    documentId: Id,
    clientId: ClientId,
    vector: bytes(documentLimits.vector),
  }),
  z.strictObject({ t: z.literal('close-document'), documentId: Id }),
  /** `n`: counted by the client, to be told what of it was taken. */
  z.strictObject({
    t: z.literal('document-update'),
    documentId: Id,
    n: Counter,
    // A little more than is taken, so that too much is answered.
    update: bytes(documentLimits.update + 4_096),
  }),
  /** Null: the caret is not in the text. */
  z.strictObject({ t: z.literal('document-caret'), documentId: Id, caret: Caret.nullable() }),
] as const;

export type DocumentClientFrame = z.infer<(typeof documentClientFrames)[number]>;

export const documentServerFrames = [
  /** Answers the opening: what the client lacks, what the server has, and who wrote. `at`: the last thing written. */
  z.strictObject({
    t: z.literal('document-state'),
    documentId: Id,
    update: z.string(),
    vector: z.string(),
    writes: z.boolean(),
    frozen: z.boolean(),
    at: Instant.nullable(),
    authors: z.array(Author),
  }),
  /** `n` counts what this connection was given of the document since its state: a gap means to open it again. */
  z.strictObject({
    t: z.literal('document-update'),
    documentId: Id,
    n: z.int(),
    update: z.string(),
    at: Instant,
  }),
  /** Before the first words of a client that was not named yet. */
  z.strictObject({ t: z.literal('document-authors'), documentId: Id, authors: z.array(Author) }),
  /** It is in the table, and so is everything sent before it. */
  z.strictObject({ t: z.literal('document-acknowledged'), documentId: Id, n: Counter, at: Instant }),
  z.strictObject({
    t: z.literal('document-carets'),
    documentId: Id,
    carets: z.array(z.strictObject({ author: Author, caret: Caret.nullable() })),
  }),
  /** `noteId`: where the words are now that the right to write them here has ended. */
  z.strictObject({
    t: z.literal('document-refused'),
    documentId: Id,
    n: Counter,
    why: z.enum(refusals),
    noteId: Id.nullable(),
  }),
  /** What one may do here has changed. */
  z.strictObject({
    t: z.literal('document-standing'),
    documentId: Id,
    writes: z.boolean(),
    frozen: z.boolean(),
  }),
  /** It is no longer this person's to read. Same for "never was". */
  z.strictObject({ t: z.literal('document-gone'), documentId: Id, noteId: Id.nullable() }),
] as const;

type DocumentServerFrame = z.infer<(typeof documentServerFrames)[number]>;
export type DocumentFrame = DocumentServerFrame;
