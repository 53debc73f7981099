// The text of an open document in this process: its state as of a number of the log, without what was deleted by then.
import * as Y from 'yjs';
import { documentLimits } from '../../shared/document-limits.ts';
import type { DocumentStore, Loaded, Writer, Written } from './store.ts';

/** So many updates are read again at the next opening at most. */
const snapshotEvery = 500;

export const createTextState = (documentId: string, loaded: Loaded) => {
  const doc = new Y.Doc();
  const writers = new Map(loaded.writers.map((writer) => [writer.clientId, writer]));
  if (loaded.snapshot) Y.applyUpdate(doc, loaded.snapshot);
  let seq = loaded.snapshotSeq;
  let keptSeq = loaded.snapshotSeq;
  let at = loaded.at;
  let size = loaded.snapshot?.length ?? 0;
  let sinceMeasured = 0;

  return {
    doc,
    writers: writers as ReadonlyMap<number, Writer>,
    seq: (): number => seq,
    /** ISO 8601 of the last thing written; null for an empty text. */
    at: (): string | null => at,
    apply: (written: Written): void => {
      Y.applyUpdate(doc, written.bytes);
      writers.set(written.writer.clientId, written.writer);
      seq = written.seq;
      at = written.at;
      size += written.bytes.length;
      sinceMeasured += written.bytes.length;
    },
    /** Is there room for so many bytes more? Measured only when it may not be so. */
    hasRoom: (bytes: number): boolean => {
      if (size + bytes <= documentLimits.document) return true;
      if (sinceMeasured > 0) size = Y.encodeStateAsUpdate(doc).length;
      sinceMeasured = 0;
      return size + bytes <= documentLimits.document;
    },
    /** Keeps the state together where much was written since it was kept, or `always` where anything was. */
    keep: async (store: DocumentStore, always = false): Promise<void> => {
      if (seq === keptSeq || (!always && seq - keptSeq < snapshotEvery)) return;
      const upTo = seq;
      await store.keepSnapshot(documentId, upTo, Y.encodeStateAsUpdate(doc));
      keptSeq = upTo;
    },
  };
};
export type TextState = ReturnType<typeof createTextState>;
