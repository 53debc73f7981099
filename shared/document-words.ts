// A text that several write, as plain words: all of it, or only what one client wrote from some moment on. Loaded with the
// editor, never before.
import * as Y from 'yjs';
import { documentRoot } from './document-limits.ts';

type Take = (item: Y.Item, letters: string) => string;

/** Letters of the block's own text. */
const lettersOf = (text: Y.XmlText, take: Take): string => {
  let found = '';
  for (let item = text._start; item !== null; item = item.right) {
    if (!item.deleted && item.content instanceof Y.ContentString) found += take(item, item.content.str);
  }
  return found;
};

const blocksIn = (parent: Y.XmlFragment | Y.XmlElement, take: Take): string[] =>
  parent.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return [lettersOf(child, take)];
    if (!(child instanceof Y.XmlElement)) return [];
    const inside = blocksIn(child, take);
    return [inside.join('')];
  });

/** One line for each block. */
export const wordsOf = (doc: Y.Doc): string =>
  blocksIn(doc.getXmlFragment(documentRoot), (_item, letters) => letters).join('\n');

/** What this client wrote from a clock on and nobody deleted, block by block. */
export const ownWordsOf = (doc: Y.Doc, clientId: number, from: number): string =>
  blocksIn(doc.getXmlFragment(documentRoot), ({ id }, letters) =>
    id.client === clientId ? letters.slice(Math.max(0, from - id.clock)) : '',
  )
    .filter((line) => line !== '')
    .join('\n');

/** The words in updates that were not taken, as they would stand in the text; the letters alone where they fit nowhere. */
export const wordsIn = (doc: Y.Doc, clientId: number, updates: readonly Uint8Array[]): string => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const from = Y.getState(copy.store, clientId);
  for (const update of updates) Y.applyUpdate(copy, update);
  const words = ownWordsOf(copy, clientId, from);
  copy.destroy();
  return words;
};

/** The letters that updates bring and do not take away again, in the order in which they were typed, where they fit nowhere. */
export const lettersIn = (updates: readonly Uint8Array[]): string => {
  const { structs, ds } = Y.decodeUpdate(Y.mergeUpdates([...updates]));
  return structs
    .map((struct) => {
      if (!(struct instanceof Y.Item)) return '';
      if (struct.content instanceof Y.ContentType) return '\n';
      if (!(struct.content instanceof Y.ContentString)) return '';
      const { client, clock } = struct.id;
      return [...struct.content.str.split('')]
        .filter((_, at) => !Y.isDeleted(ds, Y.createID(client, clock + at)))
        .join('');
    })
    .join('')
    .replaceAll(/\n+/g, '\n')
    .trim();
};
