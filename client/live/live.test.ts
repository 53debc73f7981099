// Frames into the query cache: what a page shows of a case is its snapshot with every event since.
import { QueryClient } from '@tanstack/solid-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Workspace } from '../../shared/cases.ts';
import type { ServerFrame } from '../../shared/live.ts';
import { protocolVersion } from '../../shared/live-codes.ts';
import type { SocketLike } from './link.ts';
import { caseKey, createLive, type Live, todayKey } from './live.ts';

const caseId = '00000000-0000-7000-8000-000000000001';
const somebody = '00000000-0000-7000-8000-00000000000a';
const snapshot = (live: string): Workspace =>
  ({
    live,
    whereabouts: {
      nonDisclosure: false,
      address: 'Rantakatu 4',
      municipality: null,
      school: null,
      version: 1,
    },
    entries: [],
  }) as unknown as Workspace;

let sent: { t: string; token?: string }[];
let socket: SocketLike;
let queryClient: QueryClient;
let live: Live;
const receive = (frame: ServerFrame): void =>
  socket.onmessage?.call(socket as WebSocket, { data: JSON.stringify(frame) } as MessageEvent);

beforeEach(() => {
  sent = [];
  queryClient = new QueryClient();
  live = createLive({
    queryClient,
    openSocket: () => {
      socket = {
        readyState: 1,
        send: (text: string) => sent.push(JSON.parse(text)),
        close: () => undefined,
        onmessage: null,
        onclose: null,
      } as unknown as SocketLike;
      return socket;
    },
    poll: async () => ({ frames: [], again: 60_000 }),
    onSignedOut: () => undefined,
    onOutdated: () => undefined,
  });
  live.start();
  receive({ t: 'hello', protocol: protocolVersion, connection: 'c' });
});
afterEach(() => live.end());

const readOverHttp = (token: string) =>
  queryClient.fetchQuery({ queryKey: caseKey(caseId), queryFn: async () => snapshot(token) });

test('a snapshot read over HTTP begins the stream at its own place; an event changes the cached snapshot', async () => {
  const unfollow = live.followCase(caseId);
  await readOverHttp('token 0');
  expect(sent.at(-1)).toMatchObject({ t: 'watch-case', token: 'token 0' });
  receive({ t: 'watching', caseId, token: 'token 0' });
  const whereabouts = { ...snapshot('').whereabouts, address: 'Uusikatu 1', version: 2 } as NonNullable<
    Workspace['whereabouts']
  >;
  const event = { kind: 'whereabouts.changed' as const, whereabouts };
  receive({ t: 'event', n: 1, caseId, event, token: 'token 1' });
  expect(queryClient.getQueryData<Workspace>(caseKey(caseId))).toMatchObject({
    whereabouts,
    live: 'token 1',
  });
  await readOverHttp('token 2');
  expect(sent.at(-1)).toMatchObject({ t: 'watch-case', token: 'token 2' });
  unfollow();
  expect(sent.at(-1)).toMatchObject({ t: 'unwatch-case' });
});

test('refetch reads the snapshot again; an event that does not fit does the same', async () => {
  live.followCase(caseId);
  const invalidate = vi.spyOn(queryClient, 'invalidateQueries');
  await readOverHttp('token 0');
  receive({ t: 'watching', caseId, token: 'token 0' });
  receive({
    t: 'event',
    n: 1,
    caseId,
    event: {
      kind: 'entry.text-changed',
      entryId: somebody,
      field: 'narrative',
      rev: 2,
      from: 0,
      removed: 0,
      inserted: 'x',
      at: '2026-03-02T08:00:00.000Z',
      device: 'aaaaaaaa',
    },
    token: 'token 1',
  });
  expect(invalidate).toHaveBeenCalledWith({ queryKey: caseKey(caseId) });
  invalidate.mockClear();
  await queryClient.refetchQueries({ queryKey: caseKey(caseId) });
  await readOverHttp('token 2');
  receive({ t: 'watching', caseId, token: 'token 2' });
  receive({ t: 'refetch', caseId });
  expect(invalidate).toHaveBeenCalledWith({ queryKey: caseKey(caseId) });
});

test('a case that is gone leaves the cache and says so, until it is read again', async () => {
  live.followCase(caseId);
  await readOverHttp('token 0');
  receive({ t: 'watching', caseId, token: 'token 0' });
  receive({ t: 'gone', caseId });
  expect([live.gone(caseId), queryClient.getQueryData(caseKey(caseId))]).toEqual([true, undefined]);
  await readOverHttp('token 5');
  expect(live.gone(caseId)).toBe(false);
});

test('presence is kept by person, all at once and by changes', async () => {
  live.followCase(caseId);
  await readOverHttp('token 0');
  receive({ t: 'watching', caseId, token: 'token 0' });
  const place = { view: 'case' as const, entryId: null, field: null, writing: false };
  receive({ t: 'presence', caseId, all: true, people: [{ personId: somebody, places: [place] }] });
  expect([...live.people(caseId).keys()]).toEqual([somebody]);
  receive({ t: 'presence', caseId, all: false, people: [{ personId: somebody, places: [] }] });
  expect(live.people(caseId).size).toBe(0);
});

test('a hint of consultations that names some has those pages read again and their heads; one that names none, everything', () => {
  const invalidate = vi.spyOn(queryClient, 'invalidateQueries');
  const heads: (readonly string[])[] = [];
  receive({ t: 'consultations', ids: [somebody] });
  live.readHeadsBy((ids) => void heads.push(ids));
  receive({ t: 'consultations', ids: [somebody, caseId] });
  expect(invalidate.mock.calls.map(([given]) => given?.queryKey)).toEqual([
    ['consultations', somebody],
    ['consultations', somebody],
    ['consultations', caseId],
  ]);
  expect(heads).toEqual([[somebody, caseId]]);
  receive({ t: 'consultations', ids: null });
  expect(invalidate).toHaveBeenLastCalledWith({ queryKey: ['consultations'] });
  expect(heads).toHaveLength(1);
});

test('Today is read again when it is hinted', () => {
  const invalidate = vi.spyOn(queryClient, 'invalidateQueries');
  live.followToday();
  expect(sent.at(-1)).toEqual({ t: 'watch-today' });
  receive({ t: 'today' });
  expect(invalidate).toHaveBeenCalledWith({ queryKey: todayKey });
});

test('whatever was hinted while there was no connection is read when there is one again', () => {
  const invalidate = vi.spyOn(queryClient, 'invalidateQueries');
  receive({ t: 'hello', protocol: protocolVersion, connection: 'd' });
  expect(invalidate.mock.calls.map(([given]) => given?.queryKey)).toEqual([['consultations'], ['meetings']]);
});
