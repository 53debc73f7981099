// How every text that several write begins: with one empty paragraph that is nobody's, and the text in it. Two who begin at the same moment write
// in the same paragraph then, instead of each in one of their own that the other has not seen.
import * as Y from 'yjs';
import { documentRoot } from './document-limits.ts';

/** The Yjs client that nobody writes by. */
export const nobodysClient = 0;

/** The same bytes always. */
export const documentBeginning = (): Uint8Array => {
  const doc = new Y.Doc();
  doc.clientID = nobodysClient;
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText()]);
  doc.getXmlFragment(documentRoot).insert(0, [paragraph]);
  return Y.encodeStateAsUpdate(doc);
};
