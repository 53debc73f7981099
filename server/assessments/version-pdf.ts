// The same version as a PDF. Rendered after the reading transaction, whose log row is then written.
import type { Language } from '../../shared/vocabulary.ts';
import type { Actor } from '../access/actor.ts';
import { documentPdf } from '../platform/pdf/document.ts';
import type { Server } from '../server.ts';
import { readVersion } from './read-version.ts';
import { fileNameOf, versionDocument } from './version-document.ts';

/** @throws Refusal `not-found` */
export const versionPdf = async (
  server: Server,
  actor: Actor,
  where: { caseId: string; versionId: string },
  language: Language | undefined,
): Promise<{ fileName: string; bytes: Buffer }> => {
  const version = await readVersion(server, actor, where, 'assessment-version-pdf');
  const document = versionDocument(version, language ?? version.language);
  return { fileName: fileNameOf(version), bytes: await documentPdf(document, version.readAt) };
};
