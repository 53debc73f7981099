// What a file is, by its content. Its name says nothing: whoever would send a program calls it a picture.
import { fileTypeFromBuffer } from 'file-type';
import type { AttachmentKind } from '../../../shared/attachment.ts';

const byType: Readonly<Record<string, AttachmentKind>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.oasis.opendocument.text': 'odt',
};

/** Control characters that no text has: everything but tab, line ends and the form feed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones looked for
const unwritten = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;

const isText = (bytes: Buffer): boolean => {
  try {
    return !unwritten.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
};

/** Undefined for everything that is not taken. Markup and scripts are text, and are given back as nothing else. */
export const fileKindOf = async (bytes: Buffer): Promise<AttachmentKind | undefined> => {
  if (bytes.length === 0) return undefined;
  // What it cannot make sense of it may also fail over.
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found) return byType[found.mime];
  return isText(bytes) ? 'text' : undefined;
};
