// What was typed and never taken: its words are found also where the text that they belong to was never got.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createUnsent } from './unsent.ts';

/** A text of somebody else, and what is typed into it here, update by update. */
const typedInto = (theirs: string, type: (text: Y.XmlText, doc: Y.Doc) => void) => {
  const other = new Y.Doc();
  const paragraph = new Y.XmlElement('paragraph');
  const text = new Y.XmlText();
  other.getXmlFragment('text').insert(0, [paragraph]);
  paragraph.insert(0, [text]);
  text.insert(0, theirs);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  const unsent = createUnsent();
  doc.on('update', (update: Uint8Array) => unsent.add({ clientId: doc.clientID, update }));
  type((doc.getXmlFragment('text').get(0) as Y.XmlElement).get(0) as Y.XmlText, doc);
  return { doc, unsent };
};

const type = (text: Y.XmlText): void => {
  text.insert(4, ' Oma');
  text.insert(8, 'x');
  text.delete(8, 1);
  text.insert(8, ' lause.');
};

test('in the text: as they stand there', () => {
  const { doc, unsent } = typedInto('Uni.', type);
  expect(unsent.words(doc)).toBe(' Oma lause.');
});

test('after a reload, when the text is gone: its letters, without what was taken away again', () => {
  const { unsent } = typedInto('Uni.', type);
  const fresh = new Y.Doc();
  const again = createUnsent();
  for (const one of unsent.all()) {
    Y.applyUpdate(fresh, one.update);
    again.add(one);
  }
  expect(again.words(fresh)).toBe('Oma lause.');
});

test('deletions alone have no words', () => {
  const { doc, unsent } = typedInto('Uni.', (text) => text.delete(0, 2));
  expect(unsent.words(doc)).toBe('');
  expect(createUnsent().words(doc)).toBe('');
});
