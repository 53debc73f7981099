// Where a caret belongs when the letter that held it was taken away by somebody else and written anew elsewhere: whoever divides
// or joins paragraphs does that. Then the words around it say where it was.
import type { Node } from 'prosemirror-model';
import { Plugin, TextSelection } from 'prosemirror-state';
import { ySyncPluginKey } from 'y-prosemirror';
import * as Y from 'yjs';
import { caretAfter } from '../writing/caret.ts';

type Binding = {
  readonly doc: Y.Doc;
  readonly beforeTransactionSelection: {
    readonly type: string;
    readonly anchor: Y.RelativePosition | null;
    readonly head: Y.RelativePosition | null;
  } | null;
};

/** The whole text, paragraph by paragraph. */
export const linesOf = (doc: Node): string[] =>
  Array.from({ length: doc.childCount }, (_, index) => doc.child(index).textContent);

/**
 * A place in the editor as a number of letters from the beginning, where the end of a paragraph is one of them. To the editor it
 * is two: out of one paragraph, into the next.
 */
export const placeToOffset = (doc: Node, position: number): number =>
  position - 1 - doc.resolve(position).index(0);
export const offsetToPlace = (lines: readonly string[], offset: number): number => {
  let left = offset;
  let line = 0;
  while (line < lines.length - 1 && left > (lines[line]?.length ?? 0)) {
    left -= (lines[line]?.length ?? 0) + 1;
    line += 1;
  }
  return offset + line + 1;
};

/** Is the letter gone that held the place, or the paragraph around it? */
const isGone = (doc: Y.Doc, { item, type }: Y.RelativePosition): boolean => {
  const id = item ?? type;
  if (!id || id.clock >= Y.getState(doc.store, id.client)) return false;
  // What was taken away may be no item any more.
  const first: unknown = Y.getItem(doc.store, id);
  if (!(first instanceof Y.Item)) return true;
  for (let item: Y.Item | null = first; item; ) {
    if (item.deleted) return true;
    const around: unknown = item.parent;
    item = around instanceof Y.AbstractType ? around._item : null;
  }
  return false;
};

export const caretByText = (): Plugin =>
  new Plugin({
    appendTransaction: (transactions, before, now) => {
      const theirs = transactions.some(
        (transaction) => transaction.docChanged && transaction.getMeta(ySyncPluginKey)?.isChangeOrigin,
      );
      const binding = ySyncPluginKey.getState(now)?.binding as Binding | undefined;
      const held = binding?.beforeTransactionSelection;
      if (!theirs || !binding || held?.type !== 'text' || !held.anchor || !held.head) return null;
      const gone = [held.anchor, held.head].map((place) => isGone(binding.doc, place));
      if (!gone.includes(true)) return null;
      const lines = linesOf(now.doc);
      const [was, is] = [linesOf(before.doc).join('\n'), lines.join('\n')];
      const moved = (position: number): number =>
        offsetToPlace(lines, caretAfter(was, is, placeToOffset(before.doc, position)));
      const anchor = gone[0] ? moved(before.selection.anchor) : now.selection.anchor;
      const head = gone[1] ? moved(before.selection.head) : now.selection.head;
      return now.tr.setSelection(TextSelection.create(now.doc, anchor, head)).setMeta('addToHistory', false);
    },
  });
