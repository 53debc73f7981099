// A document of the page's own live room, kept on this device while the network is away.
import { onCleanup } from 'solid-js';
import { useLive } from '../live/index.ts';
import { keptWords } from './kept.ts';
import { keepLateWords } from './late-words.ts';
import { type OpenDocument, openDocument } from './open-document.ts';

/** Open for as long as the component lives. */
export const useDocument = (documentId: string): OpenDocument => {
  const live = useLive();
  const document = openDocument(documentId, {
    open: live.openDocument,
    send: live.sendFrame,
    kept: () => keptWords(documentId),
    keepLate: keepLateWords,
  });
  onCleanup(document.close);
  return document;
};
