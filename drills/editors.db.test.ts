// The page's own synchronisation over real sockets to two server processes on one real PostgreSQL, one of which is killed in
// the middle of its writing, again and again. Real timers; connections are cut while people type.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { createSync, type Sync } from '../client/together/sync.ts';
import type { Unsent } from '../client/together/unsent.ts';
import { documentWords } from '../server/documents/index.ts';
import { openDatabase } from '../server/platform/db/pool.ts';
import { circleKind, makeCircles, openCircle } from '../server/testing/circle.ts';
import { eventually, liveOrigin, openSocket } from '../server/testing/live-client.ts';
import { type Person, testWorld } from '../server/testing/world.ts';
import { documentRoot } from '../shared/document-limits.ts';
import { wordsOf } from '../shared/document-words.ts';
import type { DocumentFrame } from '../shared/documents.ts';

const world = await testWorld({ documentKinds: [circleKind] });
await makeCircles(world);
const here = await world.listen();
const clinic = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
const people = await Promise.all(
  ['Anna', 'Bert', 'Carla', 'Dina'].map((name) =>
    world.professional(`${name} Kirjoittaja`, clinic, 'psychiatrist'),
  ),
);
const [anna, bert] = people as [Person, Person];

let child: ChildProcess | null = null;
const spawnServer = async (): Promise<string> => {
  const env = {
    ...process.env,
    DATABASE_URL: world.database.url,
    SECRET: world.secretKey.toString('base64'),
  };
  const script = new URL('../server/testing/live-server-process.ts', import.meta.url).pathname;
  child = spawn(process.execPath, [script], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  if (!child.stdout) throw new Error('the process has no output');
  for await (const line of createInterface(child.stdout))
    return (JSON.parse(line) as { address: string }).address;
  throw new Error('the process has ended');
};
afterAll(() => void child?.kill('SIGKILL'));

/** A page: comes back whenever its connection is gone, to whichever server `where` names. */
const openPage = (person: Person, documentId: string, where: () => string, kept: readonly Unsent[] = []) => {
  const doc = new Y.Doc();
  let socket: WebSocket | null = null;
  let unsent: readonly Unsent[] = kept;
  let closed = false;
  const sync: Sync = createSync({
    documentId,
    doc,
    send: (frame) => {
      if (socket?.readyState !== WebSocket.OPEN) return false;
      socket.send(JSON.stringify(frame));
      return true;
    },
    later: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    keep: (now) => {
      unsent = now;
    },
    onState: () => undefined,
    onAuthors: () => undefined,
    onCarets: () => undefined,
    onEnded: (why) => {
      throw new Error(`${person.signInName} was ended: ${why}`);
    },
  });
  if (kept.length > 0) sync.restore(kept);
  const connect = (): void => {
    if (closed) return;
    const opening = openSocket(where(), { cookie: person.cookie, origin: liveOrigin });
    socket = opening;
    opening.on('error', () => undefined);
    opening.on('message', (data) => {
      const frame = JSON.parse(String(data)) as { t: string };
      if (frame.t === 'hello') sync.connected();
      else if (frame.t.startsWith('document-')) sync.hear(frame as DocumentFrame);
    });
    opening.on('close', () => {
      sync.disconnected();
      setTimeout(connect, 60);
    });
  };
  connect();
  const root = doc.getXmlFragment(documentRoot);
  let words = 0;
  return {
    sync,
    unsent: () => unsent,
    words: () => wordsOf(doc),
    type: (): void => {
      words += 1;
      const block = new Y.XmlElement('paragraph');
      block.insert(0, [new Y.XmlText(`${person.signInName} ${words}`)]);
      root.insert(words % 3 === 0 ? 0 : root.length, [block]);
    },
    typed: () => words,
    cut: (): void => socket?.terminate(),
    isOpen: () => sync.state().kind === 'open',
    isSaved: () => sync.state().kind === 'open' && sync.state().saved,
    close: (): void => {
      closed = true;
      sync.stop();
      socket?.close();
    },
  };
};
const inTable = async (documentId: string): Promise<string> =>
  (await documentWords(openDatabase(world.pools.gateway), documentId)) ?? '';

test('two processes, one of them killed in the middle of it, connections cut: one text, every word once', {
  timeout: 240_000,
}, async () => {
  const { documentId } = await openCircle(world, ...(people as [Person, ...Person[]]));
  let there = await spawnServer();
  const pages = people.map((person, i) => openPage(person, documentId, () => (i % 2 === 0 ? there : here)));
  await eventually(() => pages.every((page) => page.isOpen()), 'everybody to be in');
  for (let round = 0; round < 3; round += 1) {
    const typing = setInterval(() => {
      for (const page of pages) page.type();
    }, 30);
    await new Promise((resolve) => setTimeout(resolve, 500));
    pages[round]?.cut();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const killed = child;
    killed?.kill('SIGKILL');
    if (killed) await once(killed, 'exit');
    await new Promise((resolve) => setTimeout(resolve, 200));
    clearInterval(typing);
    there = await spawnServer();
  }
  await eventually(() => pages.every((page) => page.isSaved()), 'everything to be saved', 60_000);
  const text = await eventually(async () => {
    const found = await inTable(documentId);
    return pages.every((page) => page.words() === found) && found;
  }, 'one text');
  const lines = text.split('\n').filter(Boolean);
  expect(lines.toSorted()).toEqual(
    people
      .flatMap(({ signInName }, i) =>
        Array.from({ length: pages[i]?.typed() ?? 0 }, (_, n) => `${signInName} ${n + 1}`),
      )
      .toSorted(),
  );
  expect(lines.length).toBeGreaterThan(100);
  for (const page of pages) page.close();
});

test('what was unsent when the page died is sent by the next page of the same person, as the same words', {
  timeout: 60_000,
}, async () => {
  const { documentId } = await openCircle(world, anna, bert);
  const other = openPage(bert, documentId, () => here);
  const first = openPage(anna, documentId, () => here);
  await eventually(() => first.isOpen() && other.isOpen(), 'both to be in');
  first.type();
  await eventually(() => first.isSaved(), 'it to be saved');
  // No network any more: the socket is there, and nothing gets through.
  first.sync.disconnected();
  first.type();
  first.type();
  const kept = first.unsent().map(({ clientId, update }) => ({ clientId, update: Uint8Array.from(update) }));
  expect(kept).toHaveLength(2);
  first.close();
  other.type();
  await eventually(() => other.isSaved(), 'the other to be saved');
  const next = openPage(anna, documentId, () => here, kept);
  await eventually(() => next.isSaved(), 'it to be saved');
  const text = await inTable(documentId);
  expect(text.split('\n').filter(Boolean).toSorted()).toEqual([
    'anna.kirjoittaja 1',
    'anna.kirjoittaja 2',
    'anna.kirjoittaja 3',
    'bert.kirjoittaja 1',
  ]);
  await eventually(() => other.words() === text && next.words() === text, 'one text');
  next.close();
  other.close();
});
