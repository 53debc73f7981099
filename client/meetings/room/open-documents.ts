// The memo's sections that this page has open. One that is left stays open until every word of it is on the server: the meeting
// goes on, and nobody's last sentence waits for them to come back.
import {
  createEffect,
  createRoot,
  createSignal,
  getOwner,
  onCleanup,
  runWithOwner,
  type Setter,
} from 'solid-js';
import { useDocument } from '../../together/live-document.ts';
import type { OpenDocument } from '../../together/open-document.ts';

type Kept = {
  readonly document: OpenDocument;
  /** How many parts of the page show it. */
  readonly setShown: Setter<number>;
  readonly end: () => void;
};

export type OpenDocuments = {
  /** For as long as the component that asks lives, and until its words are saved. */
  readonly use: (documentId: string) => OpenDocument;
};

/** Closed with the component that makes it; what is unsent then stays on this device. */
export const createOpenDocuments = (): OpenDocuments => {
  const owner = getOwner();
  const open = new Map<string, Kept>();
  const begin = (documentId: string): Kept =>
    createRoot((end) => {
      const document = useDocument(documentId);
      const [shown, setShown] = createSignal(1);
      createEffect(() => {
        if (shown() > 0 || !document.state().saved) return;
        open.delete(documentId);
        end();
      });
      return { document, setShown, end };
    });
  onCleanup(() => {
    for (const { end } of open.values()) end();
    open.clear();
  });
  return {
    use: (documentId) => {
      const known = open.get(documentId);
      known?.setShown((n) => n + 1);
      const kept = known ?? runWithOwner(owner, () => begin(documentId));
      if (!kept) throw new Error('Documents are opened inside a room');
      open.set(documentId, kept);
      onCleanup(() => kept.setShown((n) => n - 1));
      return kept.document;
    },
  };
};
