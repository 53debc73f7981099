// A file beside a named request: what is taken, how much, and how it is shown.
import { z } from 'zod';
import { ConsultationSide, Somebody } from './consultation-people.ts';
import { Id, Instant } from './vocabulary.ts';

/** What is taken, told by the content: never by the name. `endings`: of these the first is given to a name that has none of them. */
export const attachmentKinds = {
  pdf: { type: 'application/pdf', endings: ['pdf'] },
  jpeg: { type: 'image/jpeg', endings: ['jpg', 'jpeg', 'jpe'] },
  png: { type: 'image/png', endings: ['png'] },
  webp: { type: 'image/webp', endings: ['webp'] },
  heic: { type: 'image/heic', endings: ['heic', 'heif'] },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
  },
  odt: { type: 'application/vnd.oasis.opendocument.text', endings: ['odt'] },
  text: { type: 'text/plain', endings: ['txt'] },
} as const;
export type AttachmentKind = keyof typeof attachmentKinds;

/** Bytes and numbers; the database asks the same (access.add_attachment). `inDrafts`: of all drafts of one person. */
export const attachmentLimits = {
  bytes: 10 * 1024 * 1024,
  count: 10,
  together: 30 * 1024 * 1024,
  inDrafts: 120 * 1024 * 1024,
} as const;
/** Characters of a name. */
export const longestAttachmentName = 120;
/** The header with the file’s name, percent-encoded: an address would show it in logs on the way. */
export const fileNameHeader = 'x-rinki-file-name';

export const Attachment = z.strictObject({
  id: Id,
  /** Its place among the files of the request. */
  n: z.int().positive(),
  name: z.string(),
  kind: z.enum(Object.keys(attachmentKinds) as [AttachmentKind, ...AttachmentKind[]]),
  /** Bytes. */
  size: z.int().positive(),
  /** Of the content, in hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  side: ConsultationSide,
  by: Somebody,
  at: Instant,
  /**
   * `open`: the scanner found nothing. `checking`: it has not looked yet. `unchecked`: there is none here. `held`: it found something, and
   * nobody gets the file.
   */
  state: z.enum(['open', 'checking', 'unchecked', 'held']),
  can: z.array(z.enum(['download', 'remove'])),
});
export type Attachment = z.infer<typeof Attachment>;
