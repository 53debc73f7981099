// The memo of a case that was discussed in a meeting: in parts, each of one audience, signed part by part (decision 31).
import { z } from 'zod';
import { blockLooks } from './document-limits.ts';
import { Ref } from './entries.ts';
import { MeetingKind, MeetingPerson, MemoPart } from './meeting.ts';
import { route } from './route.ts';
import { DateOnly, Id, Instant, Language, Line } from './vocabulary.ts';

/** Whose words a line is, as on the day of signing: a name stays what it was. */
const Writer = MeetingPerson.omit({ personId: true });
export type MemoWriter = z.infer<typeof Writer>;
const Run = z.strictObject({ text: z.string(), strong: z.boolean(), em: z.boolean() });
export const MemoLine = z.strictObject({
  look: z.enum(blockLooks),
  runs: z.array(Run),
  /** By their place in the list of writers, most letters first. */
  by: z.array(z.int()),
});
export type MemoLine = z.infer<typeof MemoLine>;
/** A text that one person wrote: what was asked, what the child said, a decision. */
const Said = z.strictObject({ text: z.string(), by: z.int(), at: Instant });

/** What a part says, as it is hashed and kept. Nothing in it is for fewer people than the part is. */
export const MemoContent = z.strictObject({
  caseNumber: z.string(),
  childGivenName: z.string(),
  kind: MeetingKind,
  fromAt: Instant,
  untilAt: Instant,
  part: MemoPart,
  agencyNameFi: z.string().nullable(),
  agencyNameSv: z.string().nullable(),
  /** Who was there, of whom every reader of the part may know. */
  present: z.array(z.int()),
  writers: z.array(Writer),
  question: Said.extend({ whyNow: z.string() }).nullable(),
  sections: z.array(
    z.strictObject({
      /** The key of its phase; of an agency's own part none. */
      phase: z.string().nullable(),
      /** A title that a team gave its phase itself. */
      title: z.string().nullable(),
      lines: z.array(MemoLine),
    }),
  ),
  childVoice: z.array(Said.extend({ kind: z.enum(['verbatim', 'absence']), heardOn: DateOnly.nullable() })),
  decisions: z.array(Said.extend({ differs: z.string() })),
  /** Those alone that were taken into the record. */
  hypotheses: z.array(Said.extend({ for: z.string(), against: z.string() })),
  steps: z.array(z.strictObject({ text: z.string(), doer: z.int().nullable(), dueOn: DateOnly.nullable() })),
});
export type MemoContent = z.infer<typeof MemoContent>;

export const MemoSignature = z.strictObject({
  id: Id,
  name: z.string(),
  profession: MeetingPerson.shape.profession,
  agencyNameFi: z.string().nullable(),
  agencyNameSv: z.string().nullable(),
  signedAt: Instant,
});
export type MemoSignature = z.infer<typeof MemoSignature>;
export const MemoVersionHead = z.strictObject({
  id: Id,
  version: z.int(),
  reason: z.string().nullable(),
  hash: z.string(),
  madeAt: Instant,
  signatures: z.array(MemoSignature),
});
export type MemoVersionHead = z.infer<typeof MemoVersionHead>;

export const memoAbilities = ['write', 'sign', 'correct', 'comment', 'transfer'] as const;
export const MemoAbility = z.enum(memoAbilities);
export type MemoAbility = z.infer<typeof MemoAbility>;

export const MemoPartShown = z.strictObject({
  id: Id,
  part: MemoPart,
  agencyNameFi: z.string().nullable(),
  agencyNameSv: z.string().nullable(),
  /** Open: written until it is signed, and while it is corrected. */
  state: z.enum(['open', 'signed']),
  /** The version being written, or the one signed last. */
  version: z.int(),
  /** Why it is being corrected. */
  reason: z.string().nullable(),
  /** As it stands. Null where one reads what was signed alone, and nothing was. */
  content: MemoContent.nullable(),
  /** Of what `content` says: what one signs is what one has read. */
  hash: z.string().nullable(),
  /** Its texts, where they may still be written. */
  documents: z.array(z.strictObject({ phase: z.string().nullable(), documentId: Id })),
  versions: z.array(MemoVersionHead),
  /** Into which system the own agency has taken it, which nobody else sees. */
  transfers: z.array(
    z.strictObject({ id: Id, version: z.int(), system: z.string(), name: z.string(), at: Instant }),
  ),
  can: z.array(MemoAbility),
});
export type MemoPartShown = z.infer<typeof MemoPartShown>;

const head = {
  itemId: Id,
  meetingId: Id,
  caseId: Id,
  caseNumber: z.string(),
  childGivenName: z.string(),
  kind: MeetingKind,
  fromAt: Instant,
  untilAt: Instant,
};
export const Memo = z.strictObject({
  ...head,
  parts: z.array(MemoPartShown),
  /** That the team has a part of its own is known of every memo; what stands there is not. */
  teamWithheld: z.boolean(),
});
export type Memo = z.infer<typeof Memo>;
export const MemoHead = z.strictObject({
  ...head,
  /** How many of its parts wait for the reader's signature. */
  toSign: z.int(),
  /** Whether every part that the reader reads was signed by somebody. */
  signed: z.boolean(),
});
export type MemoHead = z.infer<typeof MemoHead>;

const memoParams = z.strictObject({ itemId: Id });
const partParams = z.strictObject({ memoPartId: Id });
const versionParams = z.strictObject({ memoVersionId: Id });
const copyQuery = z.strictObject({ language: Language.optional() });

export const listMemos = route({
  id: 'list-memos',
  method: 'GET',
  path: '/api/memos',
  summary:
    'The memos that wait for one’s signature; of a case, all that one may read; or those that one’s agency keeps of cases that are closed to one',
  who: 'signed-in',
  query: z.strictObject({ caseId: Id.optional(), kept: z.literal('true').optional() }),
  response: z.strictObject({ memos: z.array(MemoHead) }),
});
export const getMemo = route({
  id: 'get-memo',
  method: 'GET',
  path: '/api/memos/:itemId',
  summary: 'The memo of a case discussed in a meeting, as far as one may read it',
  who: 'team',
  params: memoParams,
  response: Memo,
  errors: ['not-found'],
});
export const getMemoVersion = route({
  id: 'get-memo-version',
  method: 'GET',
  path: '/api/memo-versions/:memoVersionId',
  summary: 'One signed version of a part, as it was',
  who: 'team',
  params: versionParams,
  response: z.strictObject({ head: MemoVersionHead, content: MemoContent }),
  errors: ['not-found'],
});
export const signMemo = route({
  id: 'sign-memo',
  method: 'POST',
  path: '/api/memo-parts/:memoPartId/signatures',
  summary:
    'Sign a part that one has read: the first signature makes a version of it that nothing changes any more',
  who: 'team',
  params: partParams,
  body: z.strictObject({ version: z.int(), hash: z.string().length(64) }),
  response: Ref,
  errors: ['not-found', 'not-allowed', 'already-done', 'version-conflict', 'nothing-written', 'case-closed'],
});
export const correctMemo = route({
  id: 'correct-memo',
  method: 'POST',
  path: '/api/memo-parts/:memoPartId/corrections',
  summary: 'Begin a new version of a signed part, with a reason; the signed one stays readable',
  who: 'team',
  params: partParams,
  body: z.strictObject({ version: z.int(), reason: Line }),
  response: Ref,
  errors: ['not-found', 'not-allowed', 'version-conflict', 'case-closed'],
});
export const memoTextKinds = ['memo-comment', 'family-summary'] as const;
export const writeInMemo = route({
  id: 'write-in-memo',
  method: 'POST',
  path: '/api/memo-parts/:memoPartId/texts',
  summary:
    'Begin a comment of one’s own on a part, or the summary for the family; it is saved as it is typed',
  who: 'team',
  params: partParams,
  body: z.strictObject({ kind: z.enum(memoTextKinds) }),
  response: Ref,
  errors: ['not-found', 'not-allowed', 'case-closed'],
});
export const transferMemo = route({
  id: 'transfer-memo',
  method: 'POST',
  path: '/api/memo-versions/:memoVersionId/transfers',
  summary: 'It is in the own agency’s system now; only the own agency sees that',
  who: 'team',
  params: versionParams,
  body: z.strictObject({ system: Line }),
  response: Ref,
  errors: ['not-found', 'not-allowed'],
});
export const getMemoText = route({
  id: 'get-memo-text',
  method: 'GET',
  path: '/api/memos/:itemId/text',
  summary: 'The memo as plain text, as far as one may read it; what is not signed is marked',
  who: 'team',
  params: memoParams,
  query: copyQuery,
  response: z.unknown(),
  file: 'text/plain',
  errors: ['not-found'],
});
export const getMemoPdf = route({
  id: 'get-memo-pdf',
  method: 'GET',
  path: '/api/memos/:itemId/pdf',
  summary: 'The same as a tagged PDF, with recipient and date',
  who: 'team',
  params: memoParams,
  query: copyQuery,
  response: z.unknown(),
  file: 'application/pdf',
  errors: ['not-found'],
});
