// A document as a page has it open: its text, who writes in it, where their carets are, and what became of what was typed here.
// When one copy of the text is of no use any more (a right has ended, or something was not taken) another one is begun.
import { createSignal } from 'solid-js';
import * as Y from 'yjs';
import type { Author, Caret } from '../../shared/documents.ts';
import type { DocumentListener, SendFrame } from '../live/documents.ts';
import type { KeptWords } from './kept.ts';
import { createSync, type Ended, type SyncState } from './sync.ts';

/** What the document needs around it: the live room, this device, and a place for late words. */
export type Around = {
  readonly open: (documentId: string, listener: DocumentListener) => () => void;
  readonly send: SendFrame;
  readonly kept: () => Promise<KeptWords>;
  readonly keepLate: (noteId: string | null, words: string) => Promise<void>;
};
export type Other = { readonly author: Author; readonly caret: Caret };
/** What the page must say. */
export type Word = 'gone' | 'kept-as-note' | 'not-kept' | 'refused';

const nobody: SyncState = { kind: 'away', writes: false, frozen: false, saved: true, at: null };

export const openDocument = (documentId: string, around: Around) => {
  const [doc, setDoc] = createSignal<Y.Doc | null>(null);
  const [state, setState] = createSignal<SyncState>(nobody);
  const [authors, setAuthors] = createSignal<ReadonlyMap<number, Author>>(new Map());
  const [others, setOthers] = createSignal<ReadonlyMap<number, Other>>(new Map());
  const [word, setWord] = createSignal<Word | null>(null);
  let stop: () => void = () => undefined;
  let sendCaret: (caret: Caret | null) => void = () => undefined;
  let closed = false;
  let collisions = 0;

  const ended = async (kept: KeptWords, why: Ended, words: string, noteId: string | null): Promise<void> => {
    stop();
    setOthers(new Map());
    // Before anything is waited for.
    if (why === 'gone') setDoc(null);
    if (words.trim() !== '') {
      const done = await around.keepLate(noteId, words).then(
        () => true,
        () => false,
      );
      // What could go nowhere stays on this device, to be tried when the document is opened again.
      if (done) kept.keep([]);
      setWord(done ? 'kept-as-note' : 'not-kept');
      if (!done) return;
    } else {
      kept.keep([]);
      if (why === 'refused') setWord('refused');
    }
    if (why === 'gone') {
      if (words.trim() === '') setWord('gone');
      return;
    }
    collisions += 1;
    if (!closed && collisions < 5) await begin();
  };

  const begin = async (): Promise<void> => {
    const kept = await around.kept();
    if (closed) return;
    const next = new Y.Doc();
    const sync = createSync({
      documentId,
      doc: next,
      send: around.send,
      later: (milliseconds, run) => {
        const timer = setTimeout(run, milliseconds);
        return () => clearTimeout(timer);
      },
      keep: kept.keep,
      onState: (now) => {
        setState(now);
        // Shown once there is something to show: an empty sheet would look like an empty text.
        if (now.kind === 'open' && doc() !== next) setDoc(next);
      },
      onAuthors: (those) =>
        setAuthors((all) => new Map([...all, ...those.map((one) => [one.clientId, one] as const)])),
      onCarets: (carets) =>
        setOthers((before) => {
          const all = new Map(before);
          for (const { author, caret } of carets) {
            if (caret) all.set(author.clientId, { author, caret });
            else all.delete(author.clientId);
          }
          return all;
        }),
      onEnded: (why, words, noteId) => void ended(kept, why, words, noteId),
    });
    sync.restore(await kept.takeUp());
    if (closed) return;
    sendCaret = sync.caret;
    const leave = around.open(documentId, {
      hear: (frame) => {
        // Whose carets are still there is told after it.
        if (frame.t === 'document-state') setOthers(new Map());
        sync.hear(frame);
      },
      opening: sync.opening,
      connected: sync.connected,
      disconnected: () => {
        setOthers(new Map());
        sync.disconnected();
      },
    });
    stop = () => {
      sync.stop();
      leave();
    };
  };
  const begun = begin();

  return {
    /** Null until there is something to show, and when there is nothing any more. */
    doc,
    state,
    authors,
    others,
    word,
    caret: (caret: Caret | null): void => sendCaret(caret),
    begun,
    close: (): void => {
      closed = true;
      stop();
    },
  };
};
export type OpenDocument = ReturnType<typeof openDocument>;
