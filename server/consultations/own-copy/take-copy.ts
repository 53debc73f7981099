// A copy for the own records of whoever reads the request: as text, or rendered as a PDF after the reading transaction, which wrote
// its row of the access log.
import { Language } from '../../../shared/vocabulary.ts';
import type { Actor } from '../../access/actor.ts';
import { read } from '../../access/reading.ts';
import { notFound } from '../../platform/http/refusal.ts';
import { documentPdf, documentText, type WrittenDocument } from '../../platform/pdf/document.ts';
import type { Server } from '../../server.ts';
import { readNames, type Somebody } from '../names.ts';
import { readConsultation } from '../read-consultation.ts';
import { consultationDocument } from './consultation-document.ts';

type Taken = { readonly document: WrittenDocument; readonly number: string; readonly at: Date };

const readRecipient = (
  server: Server,
  actor: Actor,
): Promise<{ recipient: Somebody; language: Language; at: Date }> =>
  read(server.context, actor, async (tx, at) => {
    const affiliationId = actor.affiliation?.id;
    if (affiliationId === undefined) throw notFound();
    const [names, person] = await Promise.all([
      readNames(tx, [affiliationId], []),
      tx.selectFrom('people').select('language').where('id', '=', actor.personId).executeTakeFirstOrThrow(),
    ]);
    return { recipient: names.person(affiliationId), language: Language.parse(person.language), at };
  });

const take = async (
  server: Server,
  actor: Actor,
  id: string,
  chosen: Language | undefined,
  kind: 'consultation-text' | 'consultation-pdf',
): Promise<Taken> => {
  const { consultation } = await readConsultation(server, actor, id, kind);
  const { recipient, language, at } = await readRecipient(server, actor);
  return {
    document: consultationDocument(consultation, recipient, chosen ?? language, at),
    number: consultation.number,
    at,
  };
};

type File = { readonly fileName: string; readonly bytes: Buffer };

/** The name of the file says nothing but the request's number. @throws Refusal `not-found` */
export const takeText = async (
  server: Server,
  actor: Actor,
  id: string,
  language: Language | undefined,
): Promise<File> => {
  const { document, number } = await take(server, actor, id, language, 'consultation-text');
  return { fileName: `${number}.txt`, bytes: Buffer.from(documentText(document), 'utf8') };
};

/** @throws Refusal `not-found` */
export const takePdf = async (
  server: Server,
  actor: Actor,
  id: string,
  language: Language | undefined,
): Promise<File> => {
  const { document, number, at } = await take(server, actor, id, language, 'consultation-pdf');
  return { fileName: `${number}.pdf`, bytes: await documentPdf(document, at) };
};
