// Files beside a named request: the bytes go up and come down as they are, apart from everything that is JSON.
import { z } from 'zod';
import { Attachment, attachmentLimits } from './attachment.ts';
import { consultationParams } from './consultations.ts';
import { route } from './route.ts';
import { Id } from './vocabulary.ts';

const Ref = z.strictObject({ id: Id });
const fileErrors = [
  'not-found',
  'unsupported-media',
  'too-large',
  'attachments-full',
  'attachments-named-only',
] as const;

export const attachToDraft = route({
  id: 'attach-to-draft',
  method: 'POST',
  path: '/api/consultation-drafts/:draftId/attachments',
  summary:
    'A file beside a draft of a named request, as bytes; its name stands in the header X-Rinki-File-Name',
  who: 'professional',
  params: z.strictObject({ draftId: Id }),
  upload: attachmentLimits.bytes,
  response: Ref,
  errors: fileErrors,
});
export const listDraftAttachments = route({
  id: 'list-draft-attachments',
  method: 'GET',
  path: '/api/consultation-drafts/:draftId/attachments',
  summary: 'The files beside a draft of one’s own',
  who: 'professional',
  params: z.strictObject({ draftId: Id }),
  response: z.strictObject({ attachments: z.array(Attachment) }),
  errors: ['not-found'],
});
export const attachToConsultation = route({
  id: 'attach-to-consultation',
  method: 'POST',
  path: '/api/consultations/:consultationId/attachments',
  summary:
    'A file beside a named request while it is to be answered: by its asker, by whoever has it, by an invited expert',
  who: 'side',
  params: consultationParams,
  upload: attachmentLimits.bytes,
  response: Ref,
  errors: [...fileErrors, 'not-allowed', 'consultation-state'],
});
const attachmentParams = z.strictObject({ attachmentId: Id });
export const getAttachmentFile = route({
  id: 'get-attachment-file',
  method: 'GET',
  path: '/api/consultation-attachments/:attachmentId/file',
  summary: 'The file itself, to be saved and never shown by the browser; each download is logged',
  who: 'professional',
  params: attachmentParams,
  response: z.unknown(),
  file: 'application/octet-stream',
  errors: ['not-found', 'attachment-not-open'],
});
export const removeAttachment = route({
  id: 'remove-attachment',
  method: 'POST',
  path: '/api/consultation-attachments/:attachmentId/remove',
  summary:
    'Take back a file that one has added: its content is destroyed; of a sent request the history keeps that there was one',
  who: 'professional',
  params: attachmentParams,
  body: z.strictObject({}),
  response: Ref,
  errors: ['not-found', 'already-done'],
});
