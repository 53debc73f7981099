// Which documents this page has open, each with whoever shows it: frames go to them, and word of a connection that comes and
// goes. Small: what a document is, is loaded with the editor.
import type { DocumentFrame } from '../../shared/documents.ts';
import type { ClientFrame } from '../../shared/live.ts';

export type DocumentListener = {
  readonly hear: (frame: DocumentFrame) => void;
  /** There is a connection, or another one than before. */
  readonly connected: () => void;
  readonly disconnected: () => void;
  /** Where nothing stays connected: what opens it, from what the page has, in each request. */
  readonly opening: () => ClientFrame;
};
/** False where there is no connection. */
export type SendFrame = (frame: ClientFrame) => boolean;

export const createDocuments = () => {
  const open = new Map<string, DocumentListener>();
  let there = false;
  return {
    hear: (frame: DocumentFrame): void => open.get(frame.documentId)?.hear(frame),
    carrying: (now: boolean): void => {
      there = now;
      for (const listener of open.values()) now ? listener.connected() : listener.disconnected();
    },
    openings: (): ClientFrame[] => [...open.values()].map((listener) => listener.opening()),
    /** Returns how to close it again. */
    open: (documentId: string, listener: DocumentListener): (() => void) => {
      open.set(documentId, listener);
      if (there) listener.connected();
      return () => {
        if (open.get(documentId) === listener) open.delete(documentId);
      };
    },
  };
};
