// Those who write one text and those who read it, over sockets: how long from a keystroke until it stands on another's screen. Every
// reader gets every update; some of them take it into a text of their own, as a page does, and tell when it is there.
import { performance } from 'node:perf_hooks';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { documentRoot } from '../shared/document-limits.ts';

/** How somebody speaks with the server that is measured. */
export type Line = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What is sent when the socket is open; null where the state comes by itself. */
  readonly hello: (doc: Y.Doc) => string | null;
  readonly frame: (update: Uint8Array, n: number) => string | Uint8Array;
  /** The update in a message; null where there is none. */
  readonly updateIn: (message: Buffer, binary: boolean) => Uint8Array | null;
};

type Pending = { readonly clock: number; readonly at: number };

const opened = (socket: WebSocket): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });

/** @param heard each update, from the first on: some come with the opening itself */
const connect = async (line: Line, doc: Y.Doc, heard: (update: Uint8Array) => void): Promise<WebSocket> => {
  const socket = new WebSocket(line.url, { headers: line.headers, perMessageDeflate: false });
  socket.on('message', (data: Buffer, binary: boolean) => {
    const update = line.updateIn(data, binary);
    if (update) heard(update);
  });
  // A line that is cut measures nothing: the run ends, and says why.
  socket.once('close', (code: number) => {
    if (code !== 1006) throw new Error(`the server closed a line with ${code}`);
  });
  await opened(socket);
  const first = line.hello(doc);
  if (first !== null) socket.send(first);
  return socket;
};

const openWriter = async (line: Line) => {
  const doc = new Y.Doc();
  let ready: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    ready = resolve;
  });
  let n = 0;
  const socket = await connect(line, doc, (update) => {
    Y.applyUpdate(doc, update, 'server');
    ready();
  });
  const pending: Pending[] = [];
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === 'server') return;
    n += 1;
    pending.push({ clock: Y.getState(doc.store, doc.clientID), at: performance.now() });
    socket.send(line.frame(update, n));
  });
  await begun;
  const block = new Y.XmlElement('paragraph');
  const words = new Y.XmlText();
  block.insert(0, [words]);
  const root = doc.getXmlFragment(documentRoot);
  root.insert(root.length, [block]);
  return {
    clientId: doc.clientID,
    pending,
    type: () => words.insert(words.length, 'sana '),
    text: () => root.toString(),
    close: () => socket.terminate(),
  };
};

type Writer = Awaited<ReturnType<typeof openWriter>>;

/** A reader that takes what comes into a text, and notes how long each keystroke took. */
const openPage = async (line: Line, writers: readonly Writer[], taken: number[]) => {
  const doc = new Y.Doc();
  const seen = new Map<number, number>();
  const socket = await connect(line, doc, (update) => {
    Y.applyUpdate(doc, update, 'server');
    const now = performance.now();
    for (const { clientId, pending } of writers) {
      const clock = Y.getState(doc.store, clientId);
      let at = seen.get(clientId) ?? 0;
      for (let next = pending[at]; next !== undefined && next.clock <= clock; next = pending[at]) {
        taken.push(now - next.at);
        at += 1;
      }
      seen.set(clientId, at);
    }
  });
  return { text: () => doc.getXmlFragment(documentRoot).toString(), close: () => socket.terminate() };
};

export type Typed = {
  readonly taken: Float64Array;
  readonly edits: number;
  /** How many pages hold another text at the end than the first writer. */
  readonly diverged: number;
};

const pages = 4;

/** @param lines for the writers, then the readers @param rate edits a second of each writer */
export const typeTogether = async (
  writerLines: readonly Line[],
  readerLines: readonly Line[],
  { rate, seconds }: { rate: number; seconds: number },
): Promise<Typed> => {
  const writers: Writer[] = [];
  for (const line of writerLines) writers.push(await openWriter(line));
  const taken: number[] = [];
  const shown = await Promise.all(readerLines.slice(0, pages).map((line) => openPage(line, writers, taken)));
  // The others are sent everything, too; what a page does with it is its own machine's work.
  const others = await Promise.all(
    readerLines.slice(pages).map((line) => connect(line, new Y.Doc(), () => undefined)),
  );
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  taken.length = 0;
  const before = writers.reduce((sum, { pending }) => sum + pending.length, 0);
  const timers = writers.map(({ type }, n) => {
    let timer: ReturnType<typeof setInterval> | undefined;
    const start = setTimeout(
      () => {
        timer = setInterval(type, 1_000 / rate);
      },
      (n * 1_000) / rate / writers.length,
    );
    return () => {
      clearTimeout(start);
      clearInterval(timer);
    };
  });
  await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
  for (const stop of timers) stop();
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const whole = writers[0]?.text();
  const diverged = [...writers, ...shown].filter((one) => one.text() !== whole).length;
  for (const one of [...writers, ...shown]) one.close();
  for (const socket of others) socket.terminate();
  const edits = writers.reduce((sum, { pending }) => sum + pending.length, 0) - before;
  return { taken: Float64Array.from(taken).sort(), edits, diverged };
};
