// What a page has open of a text that it may not read any more.
import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { documentRoot } from '../../shared/document-limits.ts';
import type { DocumentListener } from '../live/documents.ts';
import { toText } from './bytes.ts';
import { openDocument } from './open-document.ts';

const documentId = '01990000-0000-7000-8000-000000000001';

const write = (doc: Y.Doc | null, words: string): void => {
  const paragraph = new Y.XmlElement('paragraph');
  doc?.getXmlFragment(documentRoot).insert(0, [paragraph]);
  paragraph.insert(0, [new Y.XmlText(words)]);
};

test('when the right to read ends the text is gone at once, however long its own words take to be kept', async () => {
  let listener: DocumentListener | undefined;
  const keeping = Promise.withResolvers<void>();
  const keepLate = vi.fn(() => keeping.promise);
  const document = openDocument(documentId, {
    open: (_, given) => {
      listener = given;
      return () => undefined;
    },
    send: () => true,
    kept: async () => ({ keep: () => undefined, takeUp: async () => [] }),
    keepLate,
  });
  await document.begun;
  listener?.connected();
  const theirs = new Y.Doc();
  write(theirs, 'Muiden sanoja');
  listener?.hear({
    t: 'document-state',
    documentId,
    update: toText(Y.encodeStateAsUpdate(theirs)),
    vector: '',
    writes: true,
    frozen: false,
    at: null,
    authors: [],
  });
  expect(document.doc()?.getXmlFragment(documentRoot).toString()).toContain('Muiden sanoja');
  write(document.doc(), 'Omia sanoja');
  listener?.hear({ t: 'document-gone', documentId, noteId: null });
  expect(document.doc()).toBeNull();
  await vi.waitFor(() => expect(keepLate).toHaveBeenCalledWith(null, 'Omia sanoja'));
  keeping.reject(new Error('no network'));
  await vi.waitFor(() => expect(document.word()).toBe('not-kept'));
  expect(document.doc()).toBeNull();
  document.close();
});
