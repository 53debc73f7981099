// Somebody who writes in a document over a real socket, frame by frame: as honest or as forged as the test wants it.
import * as Y from 'yjs';
import { documentRoot } from '../../shared/document-limits.ts';
import { wordsOf } from '../../shared/document-words.ts';
import type { ServerFrame } from '../../shared/live.ts';
import { connectLive } from './live-client.ts';
import type { Person } from './open-world.ts';

export const encoded = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
export const decoded = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'));

export const openWriter = async (address: string, person: Person, documentId: string, doc = new Y.Doc()) => {
  const client = await connectLive(address, person);
  let n = 0;
  client.socket.on('message', (data) => {
    const frame = JSON.parse(String(data)) as ServerFrame;
    if (frame.t === 'document-state' || frame.t === 'document-update')
      if (frame.documentId === documentId) Y.applyUpdate(doc, decoded(frame.update), 'server');
  });
  const open = () =>
    client.send({
      t: 'open-document',
      documentId,
      clientId: doc.clientID,
      vector: encoded(Y.encodeStateVector(doc)),
    });
  const sendUpdate = (update: Uint8Array): number => {
    n += 1;
    client.send({ t: 'document-update', documentId, n, update: encoded(update) });
    return n;
  };
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === null) sendUpdate(update);
  });
  const root = doc.getXmlFragment(documentRoot);
  return {
    ...client,
    doc,
    open,
    sendUpdate,
    sent: (): number => n,
    opened: async () => {
      const from = client.frames.length;
      open();
      return client.next('document-state', (f) => f.documentId === documentId, from);
    },
    /** A new paragraph at the end, or before another one. */
    paragraph: (text: string, at = root.length): void => {
      const block = new Y.XmlElement('paragraph');
      const words = new Y.XmlText();
      words.insert(0, text);
      block.insert(0, [words]);
      root.insert(at, [block]);
    },
    /** Everything of a paragraph. */
    remove: (at: number): void => root.delete(at, 1),
    /** Without the empty lines. */
    words: (): string => wordsOf(doc).split('\n').filter(Boolean).join('\n'),
    acknowledged: (upTo = n) => client.next('document-acknowledged', (f) => f.n >= upTo),
    refused: (of = n) => client.next('document-refused', (f) => f.n === of),
  };
};
