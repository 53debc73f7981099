// Files beside a request: what is taken, who gets it before and after the scanner has looked, and what is left when it is taken back.
// Real: the app, the database with both rings, clamd with a signature of the test's own.
import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { attachmentLimits } from '../../../shared/attachment.ts';
import { listDraftAttachments, removeAttachment } from '../../../shared/consultation-attachments.ts';
import {
  claimConsultation,
  discardConsultationDraft,
  getConsultationDraft,
  saveConsultationDraft,
  sendConsultation,
  withdrawConsultation,
} from '../../../shared/consultations.ts';
import { systemClock } from '../../platform/clock/clock.ts';
import { openDatabase } from '../../platform/db/pool.ts';
import { clamdAddressOf } from '../../platform/scanning/clamd.ts';
import { aPdf, aPng, aText, download, toDraft, toRequest } from '../../testing/attachment-parts.ts';
import { madeUpFinding, madeUpVirus, type RunningClamd, startClamd } from '../../testing/clamd.ts';
import {
  about,
  aQuestion,
  because,
  namedAino,
  newService,
  opened,
  putIn,
  schoolGround,
  sent,
  startedDraft,
} from '../../testing/consultation-parts.ts';
import { testWorld } from '../../testing/world.ts';
import { scanWaiting } from './scan.ts';

vi.setConfig({ hookTimeout: 180_000, testTimeout: 60_000 });

// Without a scanner of its own: the tests look with one when it is time to.
const world = await testWorld();
const school = await world.agency('education', 'Meriniemen koulu');
const protection = await world.agency('child-protection', 'Rannikon lastensuojelu');
const maria = await world.professional('Maria Lind', school, 'special-teacher');
const niina = await world.professional('Niina Naapuri', school, 'special-teacher');
const leena = await world.professional('Leena Kallio', protection, 'social-worker');
const outi = await world.professional('Outi Jäsen', protection, 'social-worker');
const arja = await world.professional('Arja Hallinto', protection, 'administrator');
let serviceId: string;
let clamd: RunningClamd;
beforeAll(async () => {
  serviceId = await newService(arja);
  await putIn(arja, serviceId, leena, 'expert');
  await putIn(arja, serviceId, outi, 'expert');
  clamd = await startClamd(afterAll, { most: 3_000_000 });
});

const child = { ...namedAino, ground: schoolGround };
const namedDraft = () => startedDraft(maria, { anonymous: false, child, serviceId });
const namedRequest = () => sent(maria, serviceId, { anonymous: false, child });
const send = async (draftId: string, rev: number) =>
  (await maria.do(sendConsultation, { params: { draftId }, body: { rev, checked: true } })).id;
const scan = async (): Promise<string[]> => {
  const address = clamdAddressOf(clamd.address);
  if (!address) throw new Error('no address');
  const woken: string[] = [];
  const quiet = { warn: () => undefined } as never;
  await scanWaiting(
    {
      jobs: openDatabase(world.pools.jobs),
      clock: systemClock,
      wake: (ids) => void woken.push(...ids),
      log: quiet,
    },
    address,
  );
  return woken;
};
const row = async (id: string) =>
  (await world.superuser('select * from consultation_attachments where id = $1', [id])).rows[0];
const bytesOf = async (id: string) =>
  (await world.superuser('select * from consultation_attachment_bytes where attachment_id = $1', [id])).rows
    .length;
const statusFor = async (who: typeof maria, id: string) => (await download(world, who, id)).statusCode;

test('a file goes with its draft, is quarantined, looked at, and then read by both sides, each download logged', async () => {
  const draft = await namedDraft();
  const { id } = await toDraft(world, maria, draft.id, aPdf, { name: 'Lausunto.pdf' });
  expect(await statusFor(maria, id)).toBe(200);
  expect(await statusFor(niina, id)).toBe(404);
  const consultationId = await send(draft.id, draft.rev);
  // Before the scanner: the receiver sees that it is there and does not get it.
  const [line] = (await opened(leena, consultationId)).attachments;
  expect(line).toMatchObject({
    id,
    n: 1,
    name: 'Lausunto.pdf',
    kind: 'pdf',
    size: aPdf.length,
    state: 'unchecked',
    can: [],
  });
  expect(line?.sha256).toBe(createHash('sha256').update(aPdf).digest('hex'));
  const early = await download(world, leena, id);
  expect([early.statusCode, early.json().error]).toEqual([409, 'attachment-not-open']);
  expect(early.rawPayload.includes(aPdf)).toBe(false);
  expect(await statusFor(maria, id)).toBe(200);
  expect(await scan()).toEqual(expect.arrayContaining([maria.id, leena.id, outi.id]));
  const got = await download(world, leena, id);
  expect(got.statusCode).toBe(200);
  expect(got.rawPayload.equals(aPdf)).toBe(true);
  const { number } = await opened(leena, consultationId);
  expect(got.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${number}-1.pdf"`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'no-store',
  });
  const { rows } = await world.superuser(
    `select person_id from access_log where kind = 'consultation-attachment' and object_id = $1 order by at`,
    [id],
  );
  // The refused ones have got nothing.
  expect(rows.map((one) => one['person_id'])).toEqual([maria.id, maria.id, leena.id]);
  expect(await statusFor(niina, id)).toBe(404);
  expect(await statusFor(arja, id)).toBe(404);
});

test('what the scanner finds something in nobody gets, whoever added it is told, and nothing calls it clean later', async () => {
  const consultationId = await namedRequest();
  const { id } = await toRequest(world, maria, consultationId, `Hei.\n${madeUpVirus}\n`, {
    name: 'muistio.txt',
  });
  const clean = await toRequest(world, maria, consultationId, aText, { name: 'muu.txt' });
  await scan();
  expect(await row(id)).toMatchObject({ scan: 'infected', finding: madeUpFinding });
  expect(await row(clean.id)).toMatchObject({ scan: 'clean', finding: null });
  for (const who of [maria, leena, outi]) {
    const answer = await download(world, who, id);
    expect([answer.statusCode, answer.json().detail]).toEqual([409, { reason: 'held' }]);
  }
  const [held] = (await opened(leena, consultationId)).attachments;
  expect(held).toMatchObject({ state: 'held', can: [] });
  const { rows } = await world.superuser(`select person_id, path from mails where stage = 'attachment-held'`);
  expect(rows).toEqual([{ person_id: maria.id, path: `/consultations/${consultationId}` }]);
  // Past the server's own rule ring 2 gives the bytes to nobody either; of the clean one it does.
  for (const [which, count] of [
    [id, 0],
    [clean.id, 1],
  ] as const)
    expect(
      await world.write(leena.id, 'select 1 from consultation_attachment_bytes where attachment_id = $1', [
        which,
      ]),
    ).toHaveLength(count);
  expect(
    await world.write(maria.id, 'select 1 from consultation_attachment_bytes where attachment_id = $1', [id]),
  ).toEqual([]);
  await scan();
  expect(await row(id)).toMatchObject({ scan: 'infected' });
});

test('without a scanner it waits, and goes on when it is back; what it cannot read keeps nobody else waiting', async () => {
  const consultationId = await namedRequest();
  await clamd.stop();
  const tooLarge = await toRequest(
    world,
    maria,
    consultationId,
    Buffer.concat([aPdf, Buffer.alloc(5_000_000, 'x')]),
  );
  const { id } = await toRequest(world, maria, consultationId, aText);
  await expect(scan()).rejects.toMatchObject({ name: 'ScannerAway' });
  expect(await row(tooLarge.id)).toMatchObject({ scan: 'waiting', scan_begun_at: null });
  expect(await statusFor(leena, id)).toBe(409);
  await clamd.start();
  await scan();
  expect(await row(id)).toMatchObject({ scan: 'clean' });
  expect(await statusFor(leena, id)).toBe(200);
  // It is not called clean for that, and is tried again after its minute.
  expect(await row(tooLarge.id)).toMatchObject({ scan: 'waiting', scan_begun_at: expect.any(Date) });
  expect(await statusFor(leena, tooLarge.id)).toBe(409);
  const next = () => world.pools.jobs.query('select attachment_id from access.begin_scan()');
  expect((await next()).rows).toEqual([]);
  await world.superuser(
    `update consultation_attachments set scan_begun_at = now() - interval '2 minutes' where id = $1`,
    [tooLarge.id],
  );
  expect((await next()).rows).toEqual([{ attachment_id: tooLarge.id }]);
});

test('a process that dies at the scanner leaves the file to another, and two never look at one at once', async () => {
  const consultationId = await namedRequest();
  const { id } = await toRequest(world, maria, consultationId, aText);
  const begin = () => world.pools.jobs.query('select attachment_id from access.begin_scan()');
  const both = await Promise.all([begin(), begin()]);
  expect(both.flatMap(({ rows }) => rows)).toEqual([{ attachment_id: id }]);
  // That one dies here. Its minute goes by.
  await world.superuser(
    `update consultation_attachments set scan_begun_at = now() - interval '61 seconds' where id = $1`,
    [id],
  );
  await scan();
  expect(await row(id)).toMatchObject({ scan: 'clean' });
});

test('by content, not by name: a program is refused whatever it is called, a page becomes text', async () => {
  const draft = await namedDraft();
  const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 7), Buffer.from('PE\0\0')]);
  const zip = Buffer.from(
    '504b03040a0000000000000000000000000000000000000000000500000061616161612e746578',
    'hex',
  );
  for (const [bytes, name] of [
    [program, 'kuva.png'],
    [zip, 'asiakirja.docx'],
    [Buffer.from('GIF89a\u0001\0\u0001\0\0\0\0;'), 'kuva.jpg'],
    [Buffer.from([0xff, 0xfe, 0, 1, 2]), 'teksti.txt'],
    [Buffer.alloc(0), 'tyhjä.txt'],
  ] as const) {
    const { status, error } = await toDraft(world, maria, draft.id, bytes, { name });
    expect([name, status, error]).toEqual([name, 415, 'unsupported-media']);
  }
  const page = '<!doctype html><script>alert(1)</script>';
  const { id } = await toDraft(world, maria, draft.id, page, { name: 'sivu.html' });
  expect(await row(id)).toMatchObject({ kind: 'text', name: 'sivu.html.txt' });
  expect((await download(world, maria, id)).headers['content-type']).toBe('text/plain');
  const picture = await toDraft(world, maria, draft.id, aPng, { name: 'ohjelma.exe' });
  expect(await row(picture.id)).toMatchObject({ kind: 'png', name: 'ohjelma.exe.png' });
  // Only as bytes: JSON is no file, and bytes are no JSON.
  expect(await toDraft(world, maria, draft.id, '{"a":1}', { type: 'application/json' })).toMatchObject({
    status: 415,
  });
  const elsewhere = await world.app.inject({
    method: 'POST',
    url: '/api/consultation-drafts',
    payload: aText,
    headers: {
      origin: 'http://localhost:3000',
      cookie: maria.cookie,
      'x-rinki-token': maria.session.csrfToken,
      'content-type': 'application/octet-stream',
    },
  });
  expect(elsewhere.statusCode).toBe(415);
});

test('a body is read to its limit: packed small it is no larger for that, and no session sends many at once', async () => {
  const draft = await namedDraft();
  const headers = {
    origin: 'http://localhost:3000',
    cookie: maria.cookie,
    'x-rinki-token': maria.session.csrfToken,
    'content-type': 'application/octet-stream',
  };
  const url = `/api/consultation-drafts/${draft.id}/attachments`;
  const send = (payload: Buffer, more: Record<string, string> = {}) =>
    world.app.inject({
      method: 'POST',
      url,
      payload,
      headers: { ...headers, 'idempotency-key': crypto.randomUUID(), ...more },
    });
  const bomb = gzipSync(Buffer.alloc(60_000_000));
  expect(bomb.length).toBeLessThan(100_000);
  const packed = await send(bomb, { 'content-encoding': 'gzip' });
  expect(packed.statusCode).toBe(413);
  // Over real sockets that stay open in the middle of a file: the fourth is told to wait, others are not, and places come back.
  const address = new URL(await world.listen());
  const begin = (cookie: string, token: string) => {
    const socket = connect(Number(address.port), address.hostname);
    socket.on('error', () => undefined);
    socket.write(
      `POST ${url} HTTP/1.1\r\nhost: x\r\norigin: http://localhost:3000\r\ncookie: ${cookie}\r\nx-rinki-token: ${token}\r\n` +
        `idempotency-key: ${crypto.randomUUID()}\r\ncontent-type: application/octet-stream\r\ncontent-length: 1000\r\n\r\nabc`,
    );
    return socket;
  };
  const held = [1, 2, 3, 4].map(() => begin(maria.cookie, maria.session.csrfToken));
  const answers = held.map(() => '');
  for (const [n, socket] of held.entries())
    socket.setEncoding('utf8').on('data', (text) => {
      answers[n] = `${answers[n]}${text}`;
    });
  // One of them is told to wait, so the others have their places; whoever asked before would have one of these for a moment.
  const waiting = () => answers.filter((answer) => answer.startsWith('HTTP/1.1 429')).length;
  await expect.poll(waiting, { timeout: 30_000 }).toBe(1);
  // What is no file of these kinds adds nothing, however often it is asked.
  const asked = async () => (await send(Buffer.from([0, 1, 2]))).statusCode;
  const patience = { timeout: 30_000 };
  expect(await asked()).toBe(429);
  expect((await toDraft(world, niina, draft.id, aText)).status).toBe(404);
  for (const socket of held) socket.destroy();
  await expect.poll(asked, patience).toBe(415);
  expect((await send(aText)).statusCode).toBe(200);
});

test('no more than fits: of one file, of one request in number and in bytes, and of all drafts', async () => {
  const draft = await namedDraft();
  const text = (bytes: number) => Buffer.alloc(bytes, 'a');
  const over = await toDraft(world, maria, draft.id, text(attachmentLimits.bytes + 1));
  expect([over.status, over.error]).toEqual([413, 'too-large']);
  for (let n = 0; n < 3; n += 1)
    expect((await toDraft(world, maria, draft.id, text(attachmentLimits.bytes))).status).toBe(200);
  expect(await toDraft(world, maria, draft.id, 'yksi')).toMatchObject({
    status: 409,
    error: 'attachments-full',
    detail: { reason: 'together' },
  });
  const many = await namedDraft();
  for (let n = 0; n < attachmentLimits.count; n += 1) await toDraft(world, maria, many.id, `tiedosto ${n}`);
  expect(await toDraft(world, maria, many.id, 'vielä')).toMatchObject({
    error: 'attachments-full',
    detail: { reason: 'count' },
  });
  // The database asks the same.
  await expect(
    world.write(maria.id, `select access.add_attachment($1, null, 'x.txt', 'text', 'x')`, [many.id]),
  ).rejects.toMatchObject({ code: '42501' });
  await world.superuser(`update consultation_attachments set size = 10485760 where draft_id = $1`, [many.id]);
  const third = await namedDraft();
  expect(await toDraft(world, maria, third.id, 'x')).toMatchObject({ detail: { reason: 'drafts' } });
  for (const { id } of [draft, many, third])
    await maria.do(discardConsultationDraft, { params: { draftId: id }, body: {} });
});

test('a retry after a lost answer adds nothing twice', async () => {
  const draft = await namedDraft();
  const key = crypto.randomUUID();
  const first = await toDraft(world, maria, draft.id, aText, { key });
  const again = await toDraft(world, maria, draft.id, aText, { key });
  expect(again).toEqual(first);
  const { attachments } = await maria.do(listDraftAttachments, { params: { draftId: draft.id } });
  expect(attachments.map(({ id }) => id)).toEqual([first.id]);
});

test('none in an anonymous request: not when it is added, not when it is sent, not past the server', async () => {
  const anonymous = await startedDraft(maria, { serviceId });
  expect(await toDraft(world, maria, anonymous.id, aText)).toMatchObject({
    status: 409,
    error: 'attachments-named-only',
  });
  const request = await sent(maria, serviceId);
  expect(await toRequest(world, maria, request, aText)).toMatchObject({ error: 'attachments-named-only' });
  for (const [draftId, id] of [
    [anonymous.id, null],
    [null, request],
  ])
    await expect(
      world.write(maria.id, `select access.add_attachment($1, $2, 'x.txt', 'text', 'x')`, [draftId, id]),
    ).rejects.toMatchObject({ code: '42501' });
  // Named while the file came, anonymous when it is sent.
  const draft = await namedDraft();
  const { id } = await toDraft(world, maria, draft.id, aText);
  const { rev } = await maria.do(saveConsultationDraft, {
    params: { draftId: draft.id },
    body: { rev: draft.rev, fields: { ...aQuestion, serviceId } },
  });
  const refused = await maria.try(sendConsultation, {
    params: { draftId: draft.id },
    body: { rev, checked: true },
  });
  expect([refused.status, refused.error?.error]).toEqual([409, 'attachments-named-only']);
  await expect(
    world.write(maria.id, `select access.send_consultation($1, $2, 'K-1', current_date)`, [draft.id, rev]),
  ).rejects.toMatchObject({ code: '42501' });
  expect((await maria.try(getConsultationDraft, { params: { draftId: draft.id } })).status).toBe(200);
  await maria.do(removeAttachment, { params: { attachmentId: id }, body: {} });
  await maria.do(sendConsultation, { params: { draftId: draft.id }, body: { rev, checked: true } });
});

test('a draft that is thrown away takes its files with it, every byte', async () => {
  const draft = await namedDraft();
  const { id } = await toDraft(world, maria, draft.id, aText);
  expect(await bytesOf(id)).toBe(1);
  await maria.do(discardConsultationDraft, { params: { draftId: draft.id }, body: {} });
  expect([await row(id), await bytesOf(id)]).toEqual([undefined, 0]);
});

test('a file that comes while the draft is being sent is in the request or refused, never lost', async () => {
  for (let n = 0; n < 6; n += 1) {
    const draft = await namedDraft();
    const [added, gone] = await Promise.all([
      toDraft(world, maria, draft.id, aText),
      send(draft.id, draft.rev),
    ]);
    const there = (await opened(maria, gone)).attachments.map(({ id }) => id);
    expect(there).toEqual(added.status === 200 ? [added.id] : []);
    if (added.status !== 200) expect(added.error).toBe('not-found');
  }
});

test('taken back by whoever added it and nobody else: its bytes are gone, its line too, and the history keeps that it was', async () => {
  const consultationId = await namedRequest();
  const { id } = await toRequest(world, maria, consultationId, aText, { name: 'väärä lapsi.txt' });
  await scan();
  const remove = (who: typeof maria) => who.try(removeAttachment, { params: { attachmentId: id }, body: {} });
  expect((await remove(leena)).status).toBe(404);
  expect((await remove(niina)).status).toBe(404);
  await expect(world.write(leena.id, 'select access.remove_attachment($1)', [id])).rejects.toMatchObject({
    code: '42501',
  });
  expect((await remove(maria)).status).toBe(200);
  expect(await bytesOf(id)).toBe(0);
  for (const who of [maria, leena]) {
    const { attachments, history } = await opened(who, consultationId);
    expect(attachments).toEqual([]);
    expect(history.map(({ act }) => act)).toEqual(['send', 'attach', 'take-back-attachment']);
    expect(await statusFor(who, id)).toBe(404);
  }
  expect((await remove(maria)).status).toBe(404);
  // The next one does not take its place.
  const next = await toRequest(world, maria, consultationId, aText);
  expect(await row(next.id)).toMatchObject({ n: 2 });
});

test('whoever has it adds too; a colleague of the team does not; after the request is withdrawn only the asking side reads', async () => {
  const consultationId = await namedRequest();
  expect((await toRequest(world, leena, consultationId, aText)).status).toBe(403);
  await leena.do(claimConsultation, about(consultationId));
  const { id } = await toRequest(world, leena, consultationId, aPdf, { name: 'Ohje.pdf' });
  expect((await toRequest(world, outi, consultationId, aText)).status).toBe(403);
  expect((await toRequest(world, niina, consultationId, aText)).status).toBe(404);
  expect(await statusFor(maria, id)).toBe(409);
  await scan();
  expect(await statusFor(maria, id)).toBe(200);
  expect((await opened(maria, consultationId)).attachments[0]).toMatchObject({
    side: 'answering',
    state: 'open',
  });
  await maria.do(withdrawConsultation, because(consultationId, 'Ei enää tarpeen'));
  expect(await statusFor(leena, id)).toBe(404);
  expect(await statusFor(outi, id)).toBe(404);
  expect(await statusFor(maria, id)).toBe(200);
  expect((await toRequest(world, maria, consultationId, aText)).error).toBe('consultation-state');
});
