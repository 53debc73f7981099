// One text on somebody's page: a document of the page's own, the real synchronisation of the page, and hands that type, delete,
// bold and divide without looking. Remembers every word, so that none can go missing unnoticed.
import * as Y from 'yjs';
import { createSync, type Ended, type Sync, type SyncParts } from '../../client/together/sync.ts';
import type { Unsent } from '../../client/together/unsent.ts';
import { documentRoot } from '../../shared/document-limits.ts';
import type { VirtualTime } from './virtual-time.ts';

type Parts = {
  readonly documentId: string;
  /** What each word begins with. */
  readonly mark: string;
  readonly time: VirtualTime;
  readonly draw: () => number;
  readonly send: SyncParts['send'];
};

export const createSheet = ({ documentId, mark, time, draw, send }: Parts) => {
  const doc = new Y.Doc();
  doc.clientID = Math.floor(draw() * 4_294_967_295);
  const taken = new Set<Uint8Array>();
  let unsent: readonly Unsent[] = [];
  let words = 0;
  let ended: { readonly why: Ended; readonly words: string } | null = null;
  const sync: Sync = createSync({
    documentId,
    doc,
    later: time.later,
    send,
    keep: (now) => {
      const left = new Set(now.map(({ update }) => update));
      for (const { update } of unsent) if (!left.has(update) && !ended) taken.add(update);
      unsent = now;
    },
    onState: () => undefined,
    onAuthors: () => undefined,
    onCarets: () => undefined,
    onEnded: (why, left) => {
      ended = { why, words: left };
    },
  });
  const root = doc.getXmlFragment(documentRoot);
  const pick = (most: number): number => Math.floor(draw() * most);

  const textSomewhere = (): Y.XmlText | null => {
    const block = root.length > 0 ? root.get(pick(root.length)) : null;
    const child = block instanceof Y.XmlElement && block.length > 0 ? block.get(0) : null;
    return child instanceof Y.XmlText ? child : null;
  };
  const divide = (): void => {
    const block = new Y.XmlElement('paragraph');
    block.insert(0, [new Y.XmlText()]);
    root.insert(draw() < 0.4 ? 0 : pick(root.length + 1), [block]);
  };
  const type = (): void => {
    const text = textSomewhere();
    if (!text) {
      divide();
      return;
    }
    words += 1;
    // At the very beginning as often as anywhere else.
    text.insert(draw() < 0.3 ? 0 : pick(text.length + 1), `${mark}.${words} `);
  };
  const remove = (): void => {
    const text = textSomewhere();
    if (!text || text.length === 0) return;
    const from = pick(text.length);
    text.delete(from, 1 + pick(Math.min(8, text.length - from)));
  };
  const removeBlock = (): void => {
    if (root.length > 3) root.delete(pick(root.length), 1);
  };
  const embolden = (): void => {
    const text = textSomewhere();
    if (!text || text.length < 2) return;
    const from = pick(text.length - 1);
    text.format(from, 1 + pick(text.length - from - 1), draw() < 0.7 ? { strong: {} } : { strong: null });
  };

  return {
    documentId,
    doc,
    sync,
    act: (): void => {
      if (ended) return;
      const hand = draw();
      if (hand < 0.62) type();
      else if (hand < 0.78) remove();
      else if (hand < 0.9) divide();
      else if (hand < 0.97) embolden();
      else removeBlock();
    },
    /** What the server has said that it took. */
    taken: taken as ReadonlySet<Uint8Array>,
    ended: () => ended,
  };
};
export type Sheet = ReturnType<typeof createSheet>;
