// Two things that y-prosemirror leaves open, without which two people who write at one place get into each other's words:
// a caret keeps to the letter before it, which one has just typed; and every paragraph has one text from its beginning, so that
// nobody makes a second one beside it.
import type { EditorView } from 'prosemirror-view';
import { ySyncPluginKey } from 'y-prosemirror';
import * as Y from 'yjs';

type Selected = {
  readonly type: string;
  readonly anchor: Y.RelativePosition;
  readonly head: Y.RelativePosition;
};
type Binding = { beforeTransactionSelection: Selected | null };

/** The same place, held by what stands before it. Where no text is, it stays as it was. */
export const heldByLetterBefore = (doc: Y.Doc, place: Y.RelativePosition): Y.RelativePosition => {
  const found = Y.createAbsolutePositionFromRelativePosition(place, doc);
  if (!found || !(found.type instanceof Y.XmlText)) return place;
  return Y.createRelativePositionFromTypeIndex(found.type, found.index, -1);
};

/** Returns how to let go. */
export const keepCaret = (doc: Y.Doc, view: EditorView): (() => void) => {
  const hold = (): void => {
    const binding = ySyncPluginKey.getState(view.state)?.binding as Binding | undefined;
    const selected = binding?.beforeTransactionSelection;
    if (!binding || selected?.type !== 'text' || !selected.anchor || !selected.head) return;
    binding.beforeTransactionSelection = {
      ...selected,
      anchor: heldByLetterBefore(doc, selected.anchor),
      head: heldByLetterBefore(doc, selected.head),
    };
  };
  // Behind y-prosemirror's own, which finds the place.
  doc.on('beforeAllTransactions', hold);
  return () => doc.off('beforeAllTransactions', hold);
};

const withoutText = (root: Y.XmlFragment, clientId: number): Y.XmlElement[] =>
  root
    .toArray()
    .filter(
      (child): child is Y.XmlElement =>
        child instanceof Y.XmlElement && child.length === 0 && child._item?.id.client === clientId,
    );

/** Gives each paragraph that is made here its text at once. Returns how to stop. */
export const fillParagraphs = (doc: Y.Doc, root: Y.XmlFragment): (() => void) => {
  const fill = (transaction: Y.Transaction): void => {
    if (!transaction.local || ![...transaction.changed.keys()].some((type) => (type as unknown) === root))
      return;
    for (const paragraph of withoutText(root, doc.clientID))
      doc.transact(() => paragraph.insert(0, [new Y.XmlText()]), transaction.origin);
  };
  doc.on('beforeObserverCalls', fill);
  return () => doc.off('beforeObserverCalls', fill);
};
