// What was typed and is not yet known to be in the table, in the order in which it was typed.
import * as Y from 'yjs';
import { lettersIn, ownWordsOf } from '../../shared/document-words.ts';

/** An update and whose client's it is. */
export type Unsent = { readonly clientId: number; readonly update: Uint8Array };

/** Bytes that go into one frame; one update may be larger by itself. */
const mostInFrame = 40_000;

export const createUnsent = () => {
  let all: Unsent[] = [];
  return {
    add: (one: Unsent): void => void all.push(one),
    isEmpty: (): boolean => all.length === 0,
    all: (): readonly Unsent[] => all,
    /** As many from the front as go together, put into one. */
    next: (): { readonly count: number; readonly update: Uint8Array } => {
      const [first] = all;
      if (!first) throw new Error('nothing is unsent');
      let count = 0;
      let bytes = 0;
      for (const { clientId, update } of all) {
        bytes += update.length;
        if (clientId !== first.clientId || (count > 0 && bytes > mostInFrame)) break;
        count += 1;
      }
      const together = all.slice(0, count).map(({ update }) => update);
      return { count, update: count === 1 ? first.update : Y.mergeUpdates(together) };
    },
    taken: (count: number): void => {
      all = all.slice(count);
    },
    clear: (): void => {
      all = [];
    },
    /** The words among them, as they stand in the text; the letters alone where the text was never got that they belong to. */
    words: (doc: Y.Doc): string => {
      const byClient = Map.groupBy(all, ({ clientId }) => clientId);
      return [...byClient]
        .map(([clientId, own]) => {
          const updates = own.map(({ update }) => update);
          const { from, to } = Y.parseUpdateMeta(Y.mergeUpdates(updates));
          const first = from.get(clientId);
          if (first === undefined) return '';
          const isThere = Y.getState(doc.store, clientId) >= (to.get(clientId) ?? first);
          return isThere ? ownWordsOf(doc, clientId, first) : lettersIn(updates);
        })
        .filter((words) => words !== '')
        .join('\n');
    },
  };
};
