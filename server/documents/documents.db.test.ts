// Several people write one text: what is taken, what is refused, what is given to whom, and what happens when a right ends
// in the middle. Real: app, sockets, PostgreSQL with both rings. The kind of the document is the test's own.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { listNotes } from '../../shared/entries.ts';
import { closeCodes } from '../../shared/live-codes.ts';
import { openDatabase } from '../platform/db/pool.ts';
import { asPerson } from '../platform/db/transaction.ts';
import { circleKind, makeCircles, openCircle, tellAccessChanged } from '../testing/circle.ts';
import { eventually } from '../testing/live-client.ts';
import { testWorld } from '../testing/world.ts';
import { decoded, openWriter } from '../testing/writer.ts';
import { documentWords, freezeDocument } from './index.ts';

const world = await testWorld({ documentKinds: [circleKind] });
const address = await world.listen();
await makeCircles(world);
const clinic = await world.agency('psychiatry', 'Rannikon nuorisopsykiatria');
const school = await world.agency('education', 'Meriniemen koulu');
const anna = await world.professional('Anna Asiantuntija', clinic, 'psychiatrist');
const bert = await world.professional('Bert Berg', school, 'special-teacher');
const carla = await world.professional('Carla Vieras', school, 'principal');

const inTable = async (documentId: string): Promise<{ person: string; bytes: Buffer }[]> =>
  (
    await world.superuser(
      `select person_id as person, bytes from document_updates where document_id = $1 order by seq`,
      [documentId],
    )
  ).rows as { person: string; bytes: Buffer }[];

const both = async () => {
  const circle = await openCircle(world, anna, bert);
  const a = await openWriter(address, anna, circle.documentId);
  const b = await openWriter(address, bert, circle.documentId);
  await a.opened();
  await b.opened();
  const close = async () => {
    await a.close();
    await b.close();
  };
  return { ...circle, a, b, close };
};

test('what one types is in the table when it is acknowledged, and on the other’s screen, with who wrote it', async () => {
  const { documentId, a, b, close } = await both();
  a.paragraph('Kuormitus näkyy unessa.');
  await a.acknowledged();
  expect((await inTable(documentId)).map((row) => row.person)).toEqual([anna.id]);
  await eventually(() => b.words() === 'Kuormitus näkyy unessa.', 'the words');
  const { authors } = await b.next('document-authors');
  expect(authors).toEqual([
    { clientId: a.doc.clientID, personId: anna.id, name: 'Anna Asiantuntija', agencyKind: 'psychiatry' },
  ]);
  b.paragraph('Koulussa samaa.', 0);
  await eventually(() => a.words() === 'Koulussa samaa.\nKuormitus näkyy unessa.', 'the words');
  expect(a.faults).toEqual([]);
  expect(b.faults).toEqual([]);
  await close();
});

test('who has no part in it is told what is told of a document that never was', async () => {
  const { documentId, close } = await both();
  for (const id of [documentId, crypto.randomUUID()]) {
    const stranger = await openWriter(address, carla, id);
    stranger.open();
    const gone = await stranger.next('document-gone');
    expect(gone).toEqual({ t: 'document-gone', documentId: id, noteId: null });
    stranger.paragraph('Ei saisi näkyä.');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(stranger.frames.filter((f) => f.t.startsWith('document-'))).toEqual([gone]);
    await stranger.close();
  }
  expect(await inTable(documentId)).toEqual([]);
  await close();
});

test('words in the name of somebody else’s client are refused, whether that client has written or not', async () => {
  const { documentId, a, b, close } = await both();
  b.paragraph('Minun.');
  await b.acknowledged();
  await eventually(() => a.words() === 'Minun.', 'the words');
  for (const clientId of [b.doc.clientID, 77]) {
    const forged = new Y.Doc();
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(b.doc));
    forged.clientID = clientId;
    const updates: Uint8Array[] = [];
    forged.once('update', (update: Uint8Array) => updates.push(update));
    (forged.getXmlFragment('text').get(1) as Y.XmlElement).insert(0, [new Y.XmlText('Bert sanoi niin. ')]);
    const n = a.sendUpdate(updates[0] ?? new Uint8Array());
    expect((await a.refused(n)).why).toBe('forged');
  }
  expect(await inTable(documentId)).toHaveLength(1);
  // Nor may anybody open it under a client of somebody else.
  const thief = await openWriter(
    address,
    anna,
    documentId,
    Object.assign(new Y.Doc(), { clientID: b.doc.clientID }),
  );
  thief.open();
  expect((await thief.refused(0)).why).toBe('forged');
  await thief.close();
  await close();
});

test('too much at once, what is no text, and what builds on nothing are refused; the rest goes on', async () => {
  const { documentId, a, close } = await both();
  const updateOf = (change: (doc: Y.Doc) => void): Uint8Array => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(a.doc));
    doc.clientID = a.doc.clientID;
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    change(doc);
    return updates.at(-1) ?? new Uint8Array();
  };
  const refusals: [string, Uint8Array, string][] = [
    [
      'another root',
      updateOf((doc) => doc.getXmlFragment('hidden').insert(0, [new Y.XmlText('x')])),
      'malformed',
    ],
    ['a map', updateOf((doc) => doc.getMap('text').set('a', 1)), 'malformed'],
    [
      'an unknown part',
      updateOf((doc) => doc.getXmlFragment('text').insert(0, [new Y.XmlElement('script')])),
      'malformed',
    ],
    ['bytes', new Uint8Array([1, 2, 3, 250, 250]), 'malformed'],
    [
      'what builds on nothing',
      updateOf((doc) => {
        doc.getXmlFragment('text').insert(0, [new Y.XmlElement('paragraph')]);
        doc.getXmlFragment('text').insert(1, [new Y.XmlElement('paragraph')]);
      }),
      'out-of-step',
    ],
  ];
  for (const [what, update, why] of refusals)
    expect((await a.refused(a.sendUpdate(update))).why, what).toBe(why);
  const much = updateOf((doc) => doc.getXmlFragment('text').insert(0, [new Y.XmlText('x'.repeat(66_000))]));
  expect((await a.refused(a.sendUpdate(much))).why).toBe('too-large');
  const tooMuch = await openWriter(address, anna, documentId);
  await tooMuch.opened();
  tooMuch.sendUpdate(new Uint8Array(71_000));
  expect(await tooMuch.closed).toBe(closeCodes.badFrame);
  a.paragraph('Tämä kelpaa.');
  await a.acknowledged();
  expect(await inTable(documentId)).toHaveLength(1);
  await close();
});

test('a text has an end: what would make it too large is refused, deleting is not', async () => {
  const { documentId, a, close } = await both();
  await world.superuser(
    `insert into document_snapshots (document_id, seq, bytes, at) select $1, 0, $2, now()`,
    [documentId, Buffer.from(Y.encodeStateAsUpdate(new Y.Doc()))],
  );
  for (let i = 0; i < 7; i += 1) {
    a.paragraph('y'.repeat(40_000));
    await eventually(
      () =>
        a.frames.some(
          (f) => (f.t === 'document-acknowledged' || f.t === 'document-refused') && f.n === a.sent(),
        ),
      'an answer',
    );
    // So much is more than anybody types: the connection lets it through slowly.
    await new Promise((resolve) => setTimeout(resolve, 1_300));
  }
  expect((await a.refused()).why).toBe('document-full');
  a.doc.getXmlFragment('text').delete(7, 1);
  a.remove(1);
  await a.acknowledged();
  await close();
});

test('whoever joins later gets nothing of what was deleted, not even from the table in their own name', async () => {
  const { documentId, a, close } = await both();
  const secret = 'Naapurin nimi oli Virtanen';
  a.paragraph('Alku.');
  a.paragraph(secret);
  await a.acknowledged();
  a.remove(2);
  a.paragraph('Loppu.');
  await a.acknowledged();
  const late = await openWriter(address, bert, documentId);
  const state = await late.opened();
  expect(late.words()).toBe('Alku.\nLoppu.');
  expect(Buffer.from(decoded(state.update)).includes('Virtanen')).toBe(false);
  expect(JSON.stringify(late.frames)).not.toContain(
    Buffer.from('Virtanen').toString('base64url').slice(0, 8),
  );
  // It is in the log still, which nobody reads in their own name.
  expect((await inTable(documentId)).some(({ bytes }) => bytes.includes('Virtanen'))).toBe(true);
  for (const table of ['document_updates', 'document_snapshots'])
    await expect(world.write(bert.id, `select * from ${table}`)).rejects.toMatchObject({ code: '42501' });
  // Nor from what is kept of it once everybody has left.
  await late.close();
  await close();
  const kept = await eventually(
    async () =>
      (await world.superuser(`select bytes from document_snapshots where document_id = $1`, [documentId]))
        .rows[0],
    'the state to be kept together',
  );
  expect((kept['bytes'] as Buffer).includes('Alku.')).toBe(true);
  expect((kept['bytes'] as Buffer).includes('Virtanen')).toBe(false);
});

test('a right that ends in the middle of a sentence: it is shown out at once, and what was not taken is its writer’s note', async () => {
  const { documentId, scopeId, a, b, close } = await both();
  b.paragraph('Tämä ehti.');
  await b.acknowledged();
  // The revocation is under way, and the words come before it is committed.
  const { Client } = (await import('pg')).default;
  const other = new Client({ connectionString: world.database.superuserUrl });
  await other.connect();
  await other.query('begin');
  await other.query(`delete from test_circle where scope_id = $1 and person_id = $2`, [scopeId, bert.id]);
  await other.query(`select access.document_access_changed('test-circle', array[$1]::uuid[])`, [scopeId]);
  b.paragraph('Tämä ei ehtinyt.');
  await eventually(
    async () => (await other.query(`select from pg_locks where not granted`)).rowCount,
    'the writing to wait for the revocation',
  );
  await other.query('commit');
  await other.end();
  const gone = await b.next('document-gone');
  expect(gone.noteId).not.toBeNull();
  expect((await inTable(documentId)).map((row) => row.person)).toEqual([bert.id]);
  expect(b.frames.some((f) => f.t === 'document-acknowledged' && f.n === b.sent())).toBe(false);
  const { notes } = await bert.do(listNotes);
  expect(notes.find((note) => note.id === gone.noteId)?.fields['narrative']?.text).toBe('Tämä ei ehtinyt.');
  // Nothing of what comes after reaches them, and they write nothing any more.
  const before = b.frames.length;
  a.paragraph('Vain meille.');
  await a.acknowledged();
  b.paragraph('Vieläkin.');
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(b.frames.slice(before).filter((f) => f.t.startsWith('document-'))).toEqual([]);
  expect(a.words()).toBe('Tämä ehti.\nVain meille.');
  await close();
});

test('an affiliation that ends while something is being written in it: one waits for the other', async () => {
  const temp = await world.professional('Tuula Sijainen', school, 'school-psychologist');
  const circle = await openCircle(world, anna, temp);
  const t = await openWriter(address, temp, circle.documentId);
  await t.opened();
  const { Client } = (await import('pg')).default;
  const other = new Client({ connectionString: world.database.superuserUrl });
  await other.connect();
  await other.query('begin');
  await other.query(`update affiliations set ends_at = now() where id = $1`, [temp.affiliationId]);
  t.paragraph('Liian myöhään.');
  await eventually(
    async () =>
      (await other.query(`select from pg_locks where locktype = 'advisory' and not granted`)).rowCount,
    'the writing to wait for the end',
  );
  await other.query('commit');
  await other.end();
  await eventually(
    () => t.frames.some((f) => f.t === 'document-gone') || t.socket.readyState === 3,
    'the end',
  );
  expect(await inTable(circle.documentId)).toEqual([]);
});

test('of what changes without a command the room learns by the clock', async () => {
  const { scopeId, a, b, close } = await both();
  await world.superuser(
    `update test_circle set ends_at = now() + interval '1.2 seconds' where scope_id = $1 and person_id = $2`,
    [scopeId, bert.id],
  );
  // A command elsewhere makes the room ask again, and so learn until when it holds.
  expect(await tellAccessChanged(world, anna, scopeId)).toHaveLength(1);
  await b.next('document-gone');
  a.paragraph('Jatkuu.');
  await a.acknowledged();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(b.words()).toBe('');
  await close();
});

test('a reader who may not write sees it grow, and what they send is refused', async () => {
  const { add, documentId, a, close } = await both();
  await add(carla, false);
  const reader = await openWriter(address, carla, documentId);
  expect((await reader.opened()).writes).toBe(false);
  a.paragraph('Kaikille.');
  await eventually(() => reader.words() === 'Kaikille.', 'the words');
  reader.paragraph('Ei minulta.');
  expect((await reader.refused()).why).toBe('not-a-writer');
  await reader.close();
  await close();
});

test('a frozen text is the one that stands in the table at its number, whoever was writing, and stays so', async () => {
  const { documentId, a, b, close } = await both();
  const db = openDatabase(world.pools.app);
  const gateway = openDatabase(world.pools.gateway);
  const who = { personId: anna.id, affiliationId: anna.affiliationId };
  a.paragraph('Yhteinen vastaus.');
  await a.acknowledged();
  const writing = setInterval(() => b.paragraph('ja'), 5);
  await eventually(() => a.words().split('\n').length > 3, 'the other to be writing');
  const signed = await asPerson(db, who, null, 'read committed', async (tx, at) => {
    const seq = await freezeDocument({ tx, at, alsoWake: () => undefined }, documentId);
    // Nobody writes any more, although this is not committed: the text can be kept in the same transaction.
    return { seq, words: (await documentWords(gateway, documentId))?.trim() };
  });
  clearInterval(writing);
  expect((await b.refused(b.frames.findLast((f) => f.t === 'document-refused')?.n)).why).toBe('frozen');
  expect(await b.next('document-standing')).toMatchObject({ writes: false, frozen: true });
  expect(await inTable(documentId)).toHaveLength(signed.seq ?? -1);
  expect((await documentWords(gateway, documentId))?.trim()).toBe(signed.words);
  expect(signed.words).toMatch(/^Yhteinen vastaus\.\nja/);
  const late = await openWriter(address, anna, documentId);
  expect(await late.opened()).toMatchObject({ writes: false, frozen: true });
  expect(late.words()).toBe(signed.words);
  await late.close();
  await close();
});

test('two tabs of one person are two clients; carets come with names and go with their tabs', async () => {
  const { documentId, a, b, close } = await both();
  const tab = await openWriter(address, anna, documentId);
  await tab.opened();
  a.paragraph('Ensimmäinen.');
  await a.acknowledged();
  tab.paragraph('Toinen.');
  await tab.acknowledged();
  await eventually(() => a.words() === b.words() && a.words().includes('Toinen.'), 'both');
  const spot = Buffer.from(
    Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(tab.doc.getXmlFragment('text'), 0)),
  ).toString('base64url');
  tab.send({ t: 'document-caret', documentId, caret: { anchor: spot, head: spot } });
  const seen = await b.next('document-carets', (f) => f.carets.some((c) => c.caret !== null));
  expect(seen.carets).toEqual([
    {
      author: {
        clientId: tab.doc.clientID,
        personId: anna.id,
        name: 'Anna Asiantuntija',
        agencyKind: 'psychiatry',
      },
      caret: { anchor: spot, head: spot },
    },
  ]);
  await tab.close();
  await b.next('document-carets', (f) => f.carets.some((c) => c.caret === null));
  await close();
});

test('who opened it is in the access log, once for each opening', async () => {
  const { documentId, close } = await both();
  const { rows } = await world.superuser(
    `select person_id, kind, purpose from access_log where object_id = $1 order by at`,
    [documentId],
  );
  expect(rows).toEqual(
    [anna, bert].map(({ id }) => ({ person_id: id, kind: 'document-opened', purpose: 'writing-together' })),
  );
  await close();
});
