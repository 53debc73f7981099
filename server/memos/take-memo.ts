// A copy of a memo for the own records of whoever reads it: as text, or rendered as a PDF after the reading transaction, which wrote its
// row of the access log.
import { Language } from '../../shared/vocabulary.ts';
import type { Actor } from '../access/actor.ts';
import { read } from '../access/reading.ts';
import { readActingNames } from '../people/index.ts';
import { notFound } from '../platform/http/refusal.ts';
import { documentPdf, documentText, type WrittenDocument } from '../platform/pdf/document.ts';
import type { Server } from '../server.ts';
import { memoDocument } from './memo-document.ts';
import { presentMemo } from './read-memo.ts';

type Taken = { readonly document: WrittenDocument; readonly number: string; readonly at: Date };
type File = { readonly fileName: string; readonly bytes: Buffer };

const take = (
  server: Server,
  actor: Actor,
  itemId: string,
  chosen: Language | undefined,
  kind: 'memo-text' | 'memo-pdf',
): Promise<Taken> =>
  read(server.context, actor, async (tx, at) => {
    const memo = await presentMemo(tx, server, actor, at, itemId, kind);
    const affiliationId = actor.affiliation?.id ?? null;
    const [names, person] = await Promise.all([
      readActingNames(tx, [affiliationId]),
      tx
        .selectFrom('people')
        .select(['name', 'language'])
        .where('id', '=', actor.personId)
        .executeTakeFirst(),
    ]);
    if (!person) throw notFound();
    const recipient = names.get(affiliationId ?? '') ?? {
      name: person.name,
      profession: null,
      agencyNameFi: null,
      agencyNameSv: null,
    };
    const language = chosen ?? Language.parse(person.language);
    return { document: memoDocument(memo, recipient, language, at), number: memo.caseNumber, at };
  });

/** The name of the file says nothing but the case's number. @throws Refusal `not-found` */
export const takeMemoText = async (
  server: Server,
  actor: Actor,
  itemId: string,
  language: Language | undefined,
): Promise<File> => {
  const { document, number } = await take(server, actor, itemId, language, 'memo-text');
  return { fileName: `${number}.txt`, bytes: Buffer.from(documentText(document), 'utf8') };
};

/** @throws Refusal `not-found` */
export const takeMemoPdf = async (
  server: Server,
  actor: Actor,
  itemId: string,
  language: Language | undefined,
): Promise<File> => {
  const { document, number, at } = await take(server, actor, itemId, language, 'memo-pdf');
  return { fileName: `${number}.pdf`, bytes: await documentPdf(document, at) };
};
