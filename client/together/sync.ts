// One document between this page and the server, over a connection that comes and goes: what is typed here goes there until
// it is known to be in the table; what others wrote comes here. Knows nothing of editors or sockets.
import * as Y from 'yjs';
import { documentLimits } from '../../shared/document-limits.ts';
import type { Author, Caret, DocumentFrame } from '../../shared/documents.ts';
import type { ClientFrame } from '../../shared/live.ts';
import { fromText, toText } from './bytes.ts';
import { createUnsent, type Unsent } from './unsent.ts';

export type SyncState = {
  /** `open`: what is typed gets there. */
  readonly kind: 'away' | 'opening' | 'open' | 'ended';
  readonly writes: boolean;
  readonly frozen: boolean;
  /** False while something typed here is not known to be in the table. */
  readonly saved: boolean;
  /** When the server last took or told something; null for an empty text. */
  readonly at: string | null;
};
/** Why this copy of the text is of no use any more. */
export type Ended =
  /** It is not this person's to read. */
  | 'gone'
  /** Read-only from now on: open it afresh, without what was not taken. */
  | 'read-only'
  /** The server did not take what was written: open it afresh. */
  | 'refused'
  /** The drawn number is somebody else's: draw another. */
  | 'collided';

export type SyncParts = {
  readonly documentId: string;
  readonly doc: Y.Doc;
  /** False while there is no connection. */
  readonly send: (frame: ClientFrame) => boolean;
  readonly later: (milliseconds: number, run: () => void) => () => void;
  /** All that is unsent, whenever it changes; for this device to keep. */
  readonly keep: (unsent: readonly Unsent[]) => void;
  readonly onState: (state: SyncState) => void;
  readonly onAuthors: (authors: readonly Author[]) => void;
  readonly onCarets: (carets: readonly { author: Author; caret: Caret | null }[]) => void;
  /**
   * Nothing is sent after this. `words`: what was typed and not taken; `noteId`: where the server has kept what of it had
   * reached it.
   */
  readonly onEnded: (why: Ended, words: string, noteId: string | null) => void;
};

/** Milliseconds. */
export const syncPatience = {
  /** From one sending to the next. */
  pause: 60,
  /** From one drawing of what others do to the next: a page that many write in has time for its own keys. */
  gather: 150,
  /** For an answer, while there is a connection. */
  answer: 10_000,
  tooFast: 1_500,
} as const;
type OfOthers = Extract<DocumentFrame, { t: 'document-update' | 'document-carets' | 'document-authors' }>;
const isOfOthers = (frame: DocumentFrame): frame is OfOthers =>
  frame.t === 'document-update' || frame.t === 'document-carets' || frame.t === 'document-authors';

/** Openings one after the other without anything taken, until what is unsent counts as refused. */
const mostOutOfStep = 4;

export const createSync = (parts: SyncParts) => {
  const { documentId, doc, send, later } = parts;
  const unsent = createUnsent();
  let state: SyncState = { kind: 'away', writes: false, frozen: false, saved: true, at: null };
  let inFlight: { readonly n: number; readonly count: number } | null = null;
  let n = 0;
  let counted = 0;
  let outOfStep = 0;
  let pausing = false;
  let stopTimer: () => void = () => undefined;
  let stopWaiting: () => void = () => undefined;
  let gathered: OfOthers[] = [];
  let resting = false;
  let stopResting: () => void = () => undefined;

  const become = (change: Partial<SyncState>): void => {
    state = { ...state, ...change, saved: unsent.isEmpty() };
    parts.onState(state);
  };
  const end = (why: Ended, noteId: string | null = null): void => {
    if (state.kind === 'ended') return;
    stopTimer();
    stopWaiting();
    stopResting();
    doc.off('update', typed);
    const words = why === 'collided' ? '' : unsent.words(doc);
    become({ kind: 'ended' });
    parts.onEnded(why, words, noteId);
  };

  const opening = (): ClientFrame => {
    draw();
    const vector = Y.encodeStateVector(doc);
    const text = vector.length > 24_000 ? '' : toText(vector);
    return { t: 'open-document', documentId, clientId: doc.clientID, vector: text };
  };
  const open = (): void => {
    if (state.kind === 'ended') return;
    stopWaiting();
    inFlight = null;
    if (!send(opening())) return;
    become({ kind: 'opening' });
    stopWaiting = later(syncPatience.answer, open);
  };

  const pump = (): void => {
    if (state.kind !== 'open' || !state.writes || inFlight || pausing || unsent.isEmpty()) return;
    const { count, update } = unsent.next();
    if (update.length > documentLimits.update) {
      end('refused');
      return;
    }
    n += 1;
    if (!send({ t: 'document-update', documentId, n, update: toText(update) })) return;
    inFlight = { n, count };
    stopWaiting();
    stopWaiting = later(syncPatience.answer, open);
    // A large one takes its time, so that the server does not find it too much.
    pauseFor(Math.max(syncPatience.pause, update.length / 32));
  };
  const pauseFor = (milliseconds: number): void => {
    pausing = true;
    stopTimer();
    stopTimer = later(milliseconds, () => {
      pausing = false;
      pump();
    });
  };

  const typed = (update: Uint8Array, origin: unknown): void => {
    if (origin === sync) return;
    unsent.add({ clientId: doc.clientID, update });
    parts.keep(unsent.all());
    become({});
    // What belongs together goes together.
    queueMicrotask(pump);
  };

  /** What others have done since it was last drawn, their letters as one change. */
  const draw = (): void => {
    const frames = gathered;
    gathered = [];
    // Nobody is named twice: whatever comes of the rest.
    for (const frame of frames) if (frame.t === 'document-authors') parts.onAuthors(frame.authors);
    const updates = frames.filter((frame) => frame.t === 'document-update');
    const last = updates.at(-1);
    if (last) {
      Y.applyUpdate(doc, Y.mergeUpdates(updates.map(({ update }) => fromText(update))), sync);
      // What was written here may have been taken since.
      become({ at: state.at !== null && state.at > last.at ? state.at : last.at });
    }
    for (const frame of frames) if (frame.t === 'document-carets') parts.onCarets(frame.carets);
  };
  /** At once where nothing was drawn just now. */
  const drawSoon = (): void => {
    if (resting || gathered.length === 0) return;
    draw();
    resting = true;
    stopResting = later(syncPatience.gather, () => {
      resting = false;
      drawSoon();
    });
  };
  /** The carets that are there are told anew with the text. */
  const forgetCarets = (): void => {
    gathered = gathered.filter(({ t }) => t !== 'document-carets');
  };
  const hearOthers = (frame: OfOthers): void => {
    if (frame.t === 'document-update') {
      if (state.kind !== 'open') return;
      if (frame.n !== counted + 1) {
        open();
        return;
      }
      counted = frame.n;
    }
    gathered.push(frame);
    drawSoon();
  };

  const handlers: {
    readonly [T in Exclude<DocumentFrame, OfOthers>['t']]: (frame: Extract<DocumentFrame, { t: T }>) => void;
  } = {
    'document-state': ({ update, writes, frozen, at, authors }) => {
      if (state.kind === 'away') return;
      // Where each answer begins it anew, what is under way may still be answered.
      if (!inFlight) stopWaiting();
      counted = 0;
      parts.onAuthors(authors);
      Y.applyUpdate(doc, fromText(update), sync);
      if (!writes && !unsent.isEmpty()) {
        become({ writes, frozen, at });
        end('read-only');
        return;
      }
      become({ kind: 'open', writes, frozen, at });
      pump();
    },
    'document-acknowledged': ({ n: number, at }) => {
      if (inFlight?.n !== number) return;
      stopWaiting();
      outOfStep = 0;
      unsent.taken(inFlight.count);
      inFlight = null;
      parts.keep(unsent.all());
      become({ at });
      pump();
    },
    'document-refused': ({ n: number, why, noteId }) => {
      if (number === 0 && why === 'forged') return end(unsent.isEmpty() ? 'collided' : 'refused');
      if (inFlight?.n !== number) return;
      stopWaiting();
      inFlight = null;
      if (why === 'too-fast') return pauseFor(syncPatience.tooFast);
      if (why === 'out-of-step') {
        outOfStep += 1;
        if (outOfStep <= mostOutOfStep) return open();
      }
      end(why === 'not-a-writer' || why === 'frozen' ? 'read-only' : 'refused', noteId);
    },
    'document-standing': ({ writes, frozen }) => {
      if (state.kind !== 'open') return;
      become({ writes, frozen });
      if (!writes && !unsent.isEmpty()) end('read-only');
      else pump();
    },
    'document-gone': ({ noteId }) => {
      become({ writes: false });
      end('gone', noteId);
    },
  };
  doc.on('update', typed);

  const sync = {
    state: (): SyncState => state,
    /** There is a connection, or another one. */
    connected: open,
    opening,
    disconnected: (): void => {
      if (state.kind === 'ended') return;
      stopWaiting();
      inFlight = null;
      forgetCarets();
      become({ kind: 'away' });
    },
    hear: (frame: DocumentFrame): void => {
      if (state.kind === 'ended') return;
      if (isOfOthers(frame)) {
        hearOthers(frame);
        return;
      }
      if (frame.t === 'document-state') forgetCarets();
      // What may not be read any more is not drawn any more.
      if (frame.t === 'document-gone') gathered = [];
      // An acknowledgement is about what was written here; everything else is about the text as it stands by now.
      if (frame.t !== 'document-acknowledged') draw();
      (handlers[frame.t] as (frame: DocumentFrame) => void)(frame);
    },
    /** What an earlier page typed and could not send: of the same person, by clients of its own. */
    restore: (kept: readonly Unsent[]): void => {
      for (const one of kept) {
        Y.applyUpdate(doc, one.update, sync);
        unsent.add(one);
      }
      parts.keep(unsent.all());
      become({});
      pump();
    },
    caret: (caret: Caret | null): void => {
      if (state.kind === 'open' && state.writes) send({ t: 'document-caret', documentId, caret });
    },
    /** Leaves the document; what is unsent stays kept. */
    stop: (): void => {
      if (state.kind === 'ended') return;
      stopTimer();
      stopWaiting();
      stopResting();
      doc.off('update', typed);
      if (state.kind !== 'away') send({ t: 'close-document', documentId });
      state = { ...state, kind: 'ended' };
    },
  };
  return sync;
};
export type Sync = ReturnType<typeof createSync>;
