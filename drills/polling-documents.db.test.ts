// A text that several write, by polling: behind a network that blocks sockets one writes with those who have one, whichever
// process answers; a right that ends is told with the next answer. Real: app, sockets, PostgreSQL with both rings.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createSync, type Sync } from '../client/together/sync.ts';
import { circleKind, makeCircles, openCircle } from '../server/testing/circle.ts';
import { eventually } from '../server/testing/live-client.ts';
import { type Person, testWorld } from '../server/testing/world.ts';
import { openWriter } from '../server/testing/writer.ts';
import { wordsOf } from '../shared/document-words.ts';
import type { DocumentClientFrame, DocumentFrame } from '../shared/documents.ts';
import { pollLive } from '../shared/live-routes.ts';

const world = await testWorld({ documentKinds: [circleKind] });
const address = await world.listen();
await makeCircles(world);
const clinic = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
const school = await world.agency('education', 'Meriniemen koulu');
const anna = await world.professional('Anna Asiantuntija', clinic, 'psychiatrist');
const bert = await world.professional('Bert Berg', school, 'special-teacher');

/** A tab behind a network that blocks sockets, with the client's own way of keeping a document in step. */
const pollerOf = (person: Person, documentId: string) => {
  const connection = crypto.randomUUID();
  const doc = new Y.Doc();
  const ended: { why: string; words: string; noteId: string | null }[] = [];
  let typed: DocumentClientFrame[] = [];
  const sync: Sync = createSync({
    documentId,
    doc,
    send: (frame) => {
      if (frame.t === 'document-update') typed.push(frame);
      return true;
    },
    later: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    keep: () => undefined,
    onState: () => undefined,
    onAuthors: () => undefined,
    onCarets: () => undefined,
    onEnded: (why, words, noteId) => void ended.push({ why, words, noteId }),
  });
  const poll = async (): Promise<DocumentFrame[]> => {
    const documents = [sync.opening() as DocumentClientFrame, ...typed];
    typed = [];
    const { frames } = await person.do(pollLive, {
      body: { cases: [], today: false, connection, documents },
    });
    const own = frames.filter((frame): frame is DocumentFrame => 'documentId' in frame);
    for (const frame of own) sync.hear(frame);
    return own;
  };
  return {
    doc,
    sync,
    ended,
    poll,
    begin: async () => {
      sync.connected();
      await poll();
    },
    type: (words: string): void => {
      const block = new Y.XmlElement('paragraph');
      block.insert(0, [new Y.XmlText(words)]);
      doc.getXmlFragment('text').push([block]);
    },
    words: () => wordsOf(doc).split('\n').filter(Boolean).join('\n'),
    until: (what: () => boolean) =>
      eventually(async () => {
        await poll();
        return what();
      }, 'polling to get there'),
  };
};

test('over a socket and by polling the same text: what one types the other gets, and it is in the table when it counts as saved', async () => {
  const { documentId } = await openCircle(world, anna, bert);
  const a = await openWriter(address, anna, documentId);
  await a.opened();
  const b = pollerOf(bert, documentId);
  await b.begin();
  a.paragraph('Kuormitus näkyy unessa.');
  await a.acknowledged();
  await b.until(() => b.words() === 'Kuormitus näkyy unessa.');
  b.type('Koulussa samaa.');
  expect(b.sync.state().saved).toBe(false);
  await b.until(() => b.sync.state().saved);
  await eventually(() => a.words().includes('Koulussa samaa.'), 'the words');
  const { rows } = await world.superuser(
    `select person_id from document_updates where document_id = $1 order by seq`,
    [documentId],
  );
  expect(rows.map((row) => row['person_id'])).toEqual([anna.id, bert.id]);
  // Both at once.
  a.paragraph('Ensin.');
  b.type('Sitten.');
  await b.until(() => b.sync.state().saved && a.words() === b.words());
  expect(a.words()).toContain('Ensin.');
  expect(a.words()).toContain('Sitten.');
  // Nobody stays in the room between two answers, and the log has one row for each who opened it.
  const log = await world.superuser(
    `select person_id from access_log where object_id = $1 and kind = 'document-opened'`,
    [documentId],
  );
  expect(log.rows.map((row) => row['person_id']).toSorted()).toEqual([anna.id, bert.id].toSorted());
  await a.close();
});

test('a right that ends between two answers: the words that came too late are told back, and no more comes', async () => {
  const { documentId, remove } = await openCircle(world, anna, bert);
  const b = pollerOf(bert, documentId);
  await b.begin();
  b.type('Tämä ehti.');
  await b.until(() => b.sync.state().saved);
  await remove(bert);
  b.type('Tämä ei ehtinyt.');
  await b.until(() => b.ended.length > 0);
  expect(b.ended).toEqual([{ why: 'gone', words: 'Tämä ei ehtinyt.', noteId: null }]);
  const a = await openWriter(address, anna, documentId);
  await a.opened();
  expect(a.words()).toBe('Tämä ehti.');
  await a.close();
});

test('somebody with no part in it is told by polling what is told of a document that never was', async () => {
  const { documentId } = await openCircle(world, anna);
  for (const id of [documentId, crypto.randomUUID()]) {
    const b = pollerOf(bert, id);
    b.sync.connected();
    expect(await b.poll()).toEqual([{ t: 'document-gone', documentId: id, noteId: null }]);
  }
});
