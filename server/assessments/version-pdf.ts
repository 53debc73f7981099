// The same version as a PDF. Rendered after the reading transaction, whose log row is then written.
import { readFileSync } from 'node:fs';
import type { Language } from '../../shared/vocabulary.ts';
import type { Actor } from '../access/actor.ts';
import { renderPdf } from '../platform/pdf/render-pdf.ts';
import type { Server } from '../server.ts';
import { readVersion } from './read-version.ts';
import { fileNameOf, versionDocument } from './version-document.ts';

const template = readFileSync(new URL('./version.typ', import.meta.url), 'utf8');

/** @throws Refusal `not-found` */
export const versionPdf = async (
  server: Server,
  actor: Actor,
  where: { caseId: string; versionId: string },
  language: Language | undefined,
): Promise<{ fileName: string; bytes: Buffer }> => {
  const version = await readVersion(server, actor, where, 'assessment-version-pdf');
  const document = versionDocument(version, language ?? version.language);
  return { fileName: fileNameOf(version), bytes: await renderPdf(template, document, version.readAt) };
};
