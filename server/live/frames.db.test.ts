// What a socket takes and what it refuses: other sites, strangers, malformed, oversized and too many frames, slow readers.
import { expect, test } from 'vitest';
import type WebSocket from 'ws';
import { closeCodes } from '../../shared/live-codes.ts';
import { caseOfAino } from '../testing/case-of-aino.ts';
import { connectLive, eventually, liveOrigin, openSocket } from '../testing/live-client.ts';
import { testWorld } from '../testing/world.ts';

const world = await testWorld();
const address = await world.listen();
const { caseId, leena, petri } = await caseOfAino(world);

/** The status with which an upgrade is refused; 101 when it is not. */
const knock = (headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = openSocket(address, headers);
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
    socket.on('open', () => {
      resolve(101);
      socket.terminate();
    });
    socket.on('error', reject);
  });
const closeCodeAfter = async (say: (socket: WebSocket) => void): Promise<number> => {
  const client = await connectLive(address, leena);
  say(client.socket);
  return client.closed;
};

test.each([
  ['another site', { origin: 'https://evil.example' }, 403],
  ['no origin at all', {}, 403],
  ['a look-alike origin', { origin: `${liveOrigin}.evil.example` }, 403],
  ['a page of another site by fetch metadata', { origin: liveOrigin, 'sec-fetch-site': 'cross-site' }, 403],
])('an upgrade from %s is refused, cookie or not', async (_who, headers, status) => {
  expect(await knock({ ...headers, cookie: leena.cookie } as Record<string, string>)).toBe(status);
});

test('an upgrade without a session, or with one that is none, is refused', async () => {
  expect(await knock({ origin: liveOrigin })).toBe(401);
  expect(await knock({ origin: liveOrigin, cookie: 'rinki=nonsense' })).toBe(401);
  expect(await knock({ origin: liveOrigin, cookie: leena.cookie })).toBe(101);
});

test.each([
  ['no JSON', 'hello'],
  ['no frame', '[]'],
  ['an unknown kind', '{"t":"drop-tables"}'],
  ['an unknown field', `{"t":"unwatch-case","caseId":"${crypto.randomUUID()}","extra":1}`],
  ['a wrong id', '{"t":"unwatch-case","caseId":"1"}'],
  [
    'a place with a free text',
    `{"t":"at","caseId":"${crypto.randomUUID()}","place":{"view":"the nurse is here","entryId":null,"field":null,"writing":false}}`,
  ],
])('a frame that is %s closes the socket', async (_what, text) => {
  expect(await closeCodeAfter((socket) => socket.send(text))).toBe(closeCodes.badFrame);
});

test('a binary frame closes the socket', async () => {
  expect(await closeCodeAfter((socket) => socket.send(Buffer.from('{"t":"beat"}')))).toBe(
    closeCodes.badFrame,
  );
});

test.each([
  ['nothing', `"${'x'.repeat(5_000)}"`],
  ['a place', `{"t":"beat"${' '.repeat(5_000)}}`],
  ['a text, further behind', `{"x":"${'x'.repeat(5_000)}","t":"document-update"}`],
])('a frame of more than 4 096 bytes that carries %s closes the socket', async (_what, text) => {
  expect(await closeCodeAfter((socket) => socket.send(text))).toBe(closeCodes.badFrame);
});

test('a frame of more than 96 KiB closes the socket, whatever it carries', async () => {
  const text = `{"t":"document-update","update":"${'A'.repeat(98_304)}"}`;
  expect(await closeCodeAfter((socket) => socket.send(text))).toBe(1009);
});

test('a flood of frames closes the socket', async () => {
  const code = await closeCodeAfter((socket) => {
    for (let n = 0; n < 200; n += 1) socket.send('{"t":"beat"}');
  });
  expect(code).toBe(closeCodes.tooMany);
});

test('one session cannot hold any number of sockets', async () => {
  const someone = await world.signIn('petri.aalto');
  const clients = [];
  for (let n = 0; n < 12; n += 1) clients.push(await connectLive(address, someone));
  const socket = openSocket(address, { cookie: someone.cookie, origin: liveOrigin });
  expect(await new Promise((resolve) => socket.on('close', resolve))).toBe(closeCodes.tooMany);
  for (const client of clients) await client.close();
});

test('frames sent in the very moment of the upgrade are heard', async () => {
  const socket = openSocket(address, { cookie: petri.cookie, origin: liveOrigin });
  const texts: string[] = [];
  socket.on('message', (data) => texts.push(String(data)));
  socket.on('open', () => socket.send('{"t":"beat"}'));
  await eventually(() => texts.some((text) => text === '{"t":"beat"}'), 'an answer');
  expect(texts[0]).toContain('"hello"');
  socket.terminate();
});

test('who does not read what is sent is closed, and can come back with the last token', async () => {
  const slow = await connectLive(address, petri);
  await slow.follow(caseId);
  slow.socket.pause();
  const text = 'Ainon koulupäivä. '.repeat(1_500);
  const big = { kind: 'case.changed', case: { ...slow.workspace(caseId)?.case, childName: text } };
  const { rows } = await world.superuser('select acl_key from cases where id = $1', [caseId]);
  const key = rows[0]?.acl_key;
  // Straight into the stream: no command of this room makes events as big as these.
  await world.superuser(
    `with s as (update streams set head_seq = head_seq + 300 where id = $1 returning head_seq)
     insert into events (stream_id, seq, kind, acl_key, payload, at)
     select $1, s.head_seq - 300 + n, 'case.changed', $2, $3, now() from s, generate_series(1, 300) n`,
    [caseId, key, JSON.stringify(big)],
  );
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  slow.socket.resume();
  expect([closeCodes.tooSlow, 1006]).toContain(await slow.closed);
  const again = await connectLive(address, petri);
  again.resume(caseId, slow.token(caseId));
  await again.next('watching');
  await eventually(
    () => slow.kinds().length + again.kinds().length === 300,
    'the rest of the events',
    15_000,
  );
  await again.close();
});

test('a server that stops tells every socket to come back', async () => {
  const other = await world.anotherServer();
  const client = await connectLive(other.address, leena);
  await client.follow(caseId);
  await other.stop();
  expect(await client.closed).toBe(closeCodes.resume);
  const { rows } = await world.superuser(
    `select kind, detail from access_log where person_id = $1 and kind like 'live-%' order by at desc, id desc limit 1`,
    [leena.id],
  );
  expect(rows[0]).toMatchObject({ kind: 'live-closed', detail: { events: 0 } });
});
