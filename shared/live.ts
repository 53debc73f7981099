// The live protocol: events of a case, frames both ways, close codes. Declared once, strict, joined in discriminated
// unions; server and client tables are mapped types over them, so a missing handler does not compile.
import { z } from 'zod';
import { Assessment, Contribution, Signature, VersionHead } from './assessments.ts';
import { Activity, Agency, CaseHead, Ground, Member, Relation, Whereabouts } from './cases.ts';
import { documentClientFrames, documentServerFrames } from './documents.ts';
import { Alternative, Entry, FieldName } from './entries.ts';
import { mostHinted } from './live-codes.ts';
import { Handover, Invitation } from './members.ts';
import { Step } from './steps.ts';
import { Id, Instant } from './vocabulary.ts';

const event = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.strictObject({ kind: z.literal(kind), ...shape });

export const CaseEvent = z.discriminatedUnion('kind', [
  /** Goes before an event that names agencies. Made at delivery, never stored. */
  event('agencies.known', { agencies: z.array(Agency) }),
  event('case.changed', { case: CaseHead }),
  event('member.joined', { member: Member }),
  event('member.changed', { member: Member }),
  event('invitation.changed', { invitation: Invitation }),
  event('handover.offered', { handover: Handover }),
  event('handover.closed', { handoverId: Id }),
  event('relation.changed', { relation: Relation }),
  event('whereabouts.changed', { whereabouts: Whereabouts }),
  event('ground.recorded', { ground: Ground }),
  event('ground.withdrawn', { ground: Ground }),
  event('assessment.opened', { assessment: Assessment }),
  event('assessment.changed', { assessment: Assessment }),
  event('contribution.asked', { contribution: Contribution }),
  event('contribution.changed', { contribution: Contribution }),
  event('entry.started', { entry: Entry }),
  /** A few times a second while somebody types: characters `from`..`from+removed` give way to `inserted`. */
  event('entry.text-changed', {
    entryId: Id,
    field: z.string(),
    rev: z.int(),
    from: z.int(),
    removed: z.int(),
    inserted: z.string(),
    at: Instant,
    device: z.string(),
  }),
  event('entry.shared', { entry: Entry }),
  event('entry.changed', { entry: Entry }),
  event('entry.removed', { entryId: Id }),
  event('alternative.kept', { alternative: Alternative }),
  event('alternative.resolved', { alternativeId: Id }),
  event('version.signed', { version: VersionHead }),
  event('signature.added', { signature: Signature }),
  event('step.changed', { step: Step }),
  event('activity.added', { activity: Activity }),
]);
export type CaseEvent = z.infer<typeof CaseEvent>;
export type CaseEventOf<K extends CaseEvent['kind']> = Extract<CaseEvent, { kind: K }>;

export const PersonEvent = z.discriminatedUnion('kind', [
  /** First invitation to a case, an ask, a notice: Today is read again. */
  event('today.changed', {}),
  /** A request moved on whose sides the person stands, acting in this affiliation: whoever acts in another is not told. */
  event('consultation.changed', { consultationId: Id, affiliationId: Id }),
  /** What the person reads of consultations is another, no one request being meant: a draft, a place in a service. */
  event('consultations.changed', {}),
  /** A meeting moved that the person sees, acting in this affiliation (none: of the family). */
  event('meeting.changed', { meetingId: Id, affiliationId: Id.nullable() }),
  /** What the person sees of meetings is another, no one meeting being meant. */
  event('meetings.changed', {}),
  event('session.ended', { sessionId: Id }),
  /** It goes on in another affiliation. */
  event('session.changed', { sessionId: Id }),
]);
export type PersonEvent = z.infer<typeof PersonEvent>;

/** Events that stay on the server: they tell the delivery itself what to do. */
export const InternalEvent = z.discriminatedUnion('kind', [
  /** Who may see what changed here; `rights: false` when only a new audience was made. */
  event('access.changed', { rights: z.boolean() }),
  /** Something changed that no event describes: holders of the key read the snapshot anew. */
  event('snapshot.stale', {}),
]);
export type InternalEvent = z.infer<typeof InternalEvent>;

/** A closed list: a free text here would tell others where somebody is that they may not know of. */
export const placeViews = [
  'case',
  'people',
  'grounds',
  'assessment',
  'version',
  'log',
  'meeting',
  'other',
] as const;

/** Where somebody is: on a case's page, in an entry, and whether they are writing there now. */
export const Place = z.strictObject({
  view: z.enum(placeViews),
  entryId: Id.nullable(),
  field: FieldName.nullable(),
  writing: z.boolean(),
});
export type Place = z.infer<typeof Place>;
export const Presence = z.strictObject({ personId: Id, places: z.array(Place).max(8) });
export type Presence = z.infer<typeof Presence>;

/** What a client sends. Bounded: of those that carry a text a frame may have 96 KiB, of all others 4 096 bytes; a longer one
 * closes the socket. */
export const ClientFrame = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('watch-case'), caseId: Id, token: z.string().max(400) }),
  z.strictObject({ t: z.literal('unwatch-case'), caseId: Id }),
  z.strictObject({ t: z.literal('watch-today') }),
  z.strictObject({ t: z.literal('unwatch-today') }),
  z.strictObject({ t: z.literal('at'), caseId: Id, place: Place }),
  /** Are you there? Answered at once. */
  z.strictObject({ t: z.literal('beat') }),
  ...documentClientFrames,
]);
export type ClientFrame = z.infer<typeof ClientFrame>;

/** What the server sends. `n` counts per connection; the stream's own numbers are never shown. */
export const ServerFrame = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('hello'), protocol: z.int(), connection: z.string() }),
  z.strictObject({ t: z.literal('watching'), caseId: Id, token: z.string() }),
  z.strictObject({ t: z.literal('event'), n: z.int(), caseId: Id, event: CaseEvent, token: z.string() }),
  /** Renewed on a fixed beat, whether anything happened or not. */
  z.strictObject({ t: z.literal('token'), caseId: Id, token: z.string() }),
  /** Read the snapshot again: own rights changed, or too long away. */
  z.strictObject({ t: z.literal('refetch'), caseId: Id }),
  /** The case is no longer this person's to see. Same for "never was". */
  z.strictObject({ t: z.literal('gone'), caseId: Id }),
  /** `all`: everybody; else those whose places changed, without a place when they left. Never the reader. */
  z.strictObject({ t: z.literal('presence'), caseId: Id, all: z.boolean(), people: z.array(Presence) }),
  z.strictObject({ t: z.literal('today') }),
  /** These requests moved, of those that this person sees now; null: look at everything. Read over HTTP, where it is authorized. */
  z.strictObject({ t: z.literal('consultations'), ids: z.array(Id).min(1).max(mostHinted).nullable() }),
  /** These meetings moved, of those that this person sees now; null: look at whichever is open. */
  z.strictObject({ t: z.literal('meetings'), ids: z.array(Id).min(1).max(mostHinted).nullable() }),
  /** Sent on a fixed beat, so that a client notices a connection that died without a word. */
  z.strictObject({ t: z.literal('beat') }),
  z.strictObject({
    t: z.literal('problem'),
    error: z.enum(['invalid-input', 'too-many-requests', 'internal', 'database-away']),
  }),
  ...documentServerFrames,
]);
export type ServerFrame = z.infer<typeof ServerFrame>;

/** HTTP fallback where sockets are blocked: the same frames, by polling. */
export const PollRequest = z.strictObject({
  cases: z.array(z.strictObject({ caseId: Id, token: z.string().max(400), place: Place.nullable() })).max(8),
  today: z.boolean(),
  /** Whether to be told which consultations moved. */
  consultations: z.boolean().optional(),
  /** Whether to be told which meetings moved. */
  meetings: z.boolean().optional(),
  /**
   * Of texts that several write: each open one is opened in every request, from what the client has, and is left with the answer;
   * then what was typed since. Any process can give the answer.
   */
  documents: z.array(z.discriminatedUnion('t', documentClientFrames)).max(16).optional(),
  /** Chosen by the client, one for each tab. */
  connection: z.string().regex(/^[a-zA-Z0-9-]{8,60}$/),
});
export type PollRequest = z.infer<typeof PollRequest>;
/** `again`: milliseconds after which to ask again. `n` counts within one answer. */
export const PollResponse = z.strictObject({ frames: z.array(ServerFrame), again: z.int() });
export type PollResponse = z.infer<typeof PollResponse>;
