// The connection's life against a made-up network: coming back, polling where sockets are blocked, and never believing a
// frame that belongs to an older watch.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ClientFrame, PollRequest, PollResponse, ServerFrame } from '../../shared/live.ts';
import { closeCodes, protocolVersion } from '../../shared/live-codes.ts';
import { createLink, type LinkState, linkPatience, type SocketLike } from './link.ts';

const caseId = '00000000-0000-7000-8000-000000000001';
const hello: ServerFrame = { t: 'hello', protocol: protocolVersion, connection: 'c' };

class FakeSocket {
  readyState = 1;
  onmessage: ((event: MessageEvent) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;
  readonly sent: ClientFrame[] = [];
  send(text: string): void {
    this.sent.push(JSON.parse(text) as ClientFrame);
  }
  close(): void {
    this.readyState = 3;
  }
  receive(frame: ServerFrame): void {
    this.onmessage?.({ data: JSON.stringify(frame) } as MessageEvent);
  }
  lose(code = 1006): void {
    this.readyState = 3;
    this.onclose?.({ code } as CloseEvent);
  }
}

let sockets: FakeSocket[];
let frames: ServerFrame[];
let states: LinkState[];
let polls: PollRequest[];
let answer: () => Promise<PollResponse>;
let carried: boolean[];
let openings: ClientFrame[];
const said = { signedOut: 0, outdated: 0 };
const aLink = () =>
  createLink({
    openSocket: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket as unknown as SocketLike;
    },
    poll: (request) => {
      polls.push(request);
      return answer();
    },
    onFrame: (frame) => frames.push(frame),
    onState: (state) => states.push(state),
    onSignedOut: () => {
      said.signedOut += 1;
    },
    onOutdated: () => {
      said.outdated += 1;
    },
    onCarrying: (carrying) => void carried.push(carrying),
    openings: () => openings,
    random: () => 1,
  });
const last = (): FakeSocket => {
  const socket = sockets.at(-1);
  if (!socket) throw new Error('no socket was opened');
  return socket;
};
const removed = (n: number): ServerFrame => ({
  t: 'event',
  n,
  caseId,
  event: { kind: 'entry.removed', entryId: caseId },
  token: `token ${n}`,
});

beforeEach(() => {
  vi.useFakeTimers();
  sockets = [];
  frames = [];
  states = [];
  polls = [];
  carried = [];
  openings = [];
  answer = async () => ({ frames: [], again: 1_500 });
  Object.assign(said, { signedOut: 0, outdated: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

test('after a loss it comes back and goes on from the last token', async () => {
  const link = aLink();
  link.start();
  last().receive(hello);
  link.watch(caseId, 'token 0');
  last().receive({ t: 'watching', caseId, token: 'token 0' });
  last().receive(removed(1));
  last().lose(closeCodes.resume);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(sockets).toHaveLength(2);
  last().receive(hello);
  expect(last().sent).toEqual([{ t: 'watch-case', caseId, token: 'token 1' }]);
  // What was hinted meanwhile is lost: whoever reads it has to know.
  expect(frames.filter(({ t }) => t === 'hello')).toHaveLength(2);
  expect(states).toEqual(['live']);
  link.stop();
});

test('a short absence is not worth a word, a longer one is', async () => {
  const link = aLink();
  link.start();
  last().receive(hello);
  last().lose();
  await vi.advanceTimersByTimeAsync(600);
  expect(states).toEqual(['live']);
  await vi.advanceTimersByTimeAsync(linkPatience.quiet);
  expect(states).toEqual(['live', 'offline']);
  last().receive(hello);
  expect(states).toEqual(['live', 'offline', 'live']);
  link.stop();
});

test('where sockets are blocked it polls, keeps its place, and goes back when they work again', async () => {
  const link = aLink();
  link.watch(caseId, 'token 0');
  answer = async () => ({ frames: [removed(1), { t: 'token', caseId, token: 'token 7' }], again: 1_500 });
  link.start();
  for (let n = 0; n < linkPatience.failures; n += 1) {
    last().lose();
    await vi.advanceTimersByTimeAsync(25_000);
  }
  expect(states.at(-1)).toBe('polling');
  expect(polls[0]?.cases).toEqual([{ caseId, token: 'token 0', place: null }]);
  expect(polls[1]?.cases[0]?.token).toBe('token 7');
  expect(frames.filter((f) => f.t === 'event').length).toBeGreaterThan(1);
  const before = sockets.length;
  while (sockets.length === before) await vi.advanceTimersByTimeAsync(1_000);
  last().receive(hello);
  expect(states.at(-1)).toBe('live');
  expect(last().sent[0]).toEqual({ t: 'watch-case', caseId, token: 'token 7' });
  const polled = polls.length;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(polls.length).toBe(polled);
  link.stop();
});

test('while it polls it carries documents: each is opened in every request, and what was typed goes once', async () => {
  const documentId = '00000000-0000-7000-8000-000000000002';
  const opening: ClientFrame = { t: 'open-document', documentId, clientId: 7, vector: '' };
  const update: ClientFrame = { t: 'document-update', documentId, n: 1, update: 'AAAA' };
  openings = [opening];
  const link = aLink();
  link.start();
  expect(link.send(update)).toBe(false);
  for (let failure = 0; failure < linkPatience.failures; failure += 1) {
    last().lose();
    await vi.advanceTimersByTimeAsync(30_000);
  }
  expect(states.at(-1)).toBe('polling');
  expect(carried).toEqual([true]);
  expect(link.send(update)).toBe(true);
  expect(link.send({ t: 'document-caret', documentId, caret: null })).toBe(true);
  await vi.advanceTimersByTimeAsync(3_000);
  const documents = polls.map((poll) => poll.documents);
  expect(documents.filter((sent) => sent?.length === 2)).toEqual([[opening, update]]);
  expect(documents.at(-1)).toEqual([opening]);
  // The network goes, and comes back.
  answer = async () => Promise.reject(new Error('away'));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(carried).toEqual([true, false]);
  expect(link.send(update)).toBe(false);
  link.stop();
});

test('offline is said when polling does not get through either', async () => {
  const link = aLink();
  answer = async () => Promise.reject(new Error('no network'));
  link.start();
  for (let n = 0; n < linkPatience.failures; n += 1) {
    last().lose();
    await vi.advanceTimersByTimeAsync(25_000);
  }
  expect(states).toEqual(['offline']);
  answer = async () => ({ frames: [], again: 1_500 });
  await vi.advanceTimersByTimeAsync(25_000);
  expect(states).toEqual(['offline', 'polling']);
  link.stop();
});

test('after an answer to a poll that was lost everything is looked at again: hints are given once', async () => {
  const link = aLink();
  answer = async () => ({ frames: [], again: 1_500 });
  link.start();
  link.watchToday(true);
  for (let n = 0; n < linkPatience.failures; n += 1) {
    last().lose();
    await vi.advanceTimersByTimeAsync(25_000);
  }
  expect(states.at(-1)).toBe('polling');
  frames = [];
  await vi.advanceTimersByTimeAsync(3_000);
  expect(frames).toEqual([]);
  answer = async () => Promise.reject(new Error('lost'));
  await vi.advanceTimersByTimeAsync(2_000);
  answer = async () => ({ frames: [], again: 1_500 });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(frames).toEqual([{ t: 'today' }, { t: 'consultations', ids: null }, { t: 'meetings', ids: null }]);
  link.stop();
});

test('events that were on their way when the case was watched anew are not believed', () => {
  const link = aLink();
  link.start();
  last().receive(hello);
  link.watch(caseId, 'old');
  last().receive({ t: 'watching', caseId, token: 'old' });
  link.watch(caseId, 'fresh snapshot');
  last().receive(removed(1));
  expect(frames.filter((f) => f.t === 'event')).toEqual([]);
  last().receive({ t: 'watching', caseId, token: 'fresh snapshot' });
  last().receive(removed(2));
  expect(frames.filter((f) => f.t === 'event')).toHaveLength(1);
  link.stop();
});

test('a poll’s answer about an older snapshot is not believed', async () => {
  const link = aLink();
  link.watch(caseId, 'old');
  let release: (response: PollResponse) => void = () => undefined;
  answer = () =>
    new Promise((resolve) => {
      release = resolve;
    });
  link.start();
  for (let n = 0; n < linkPatience.failures; n += 1) {
    last().lose();
    await vi.advanceTimersByTimeAsync(3_000);
  }
  link.watch(caseId, 'fresh snapshot');
  release({ frames: [removed(1), { t: 'token', caseId, token: 'of the old' }], again: 1_500 });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(frames).toEqual([]);
  expect(polls.at(-1)?.cases[0]?.token).toBe('fresh snapshot');
  link.stop();
});

test('a number that is missing asks for a fresh snapshot', () => {
  const link = aLink();
  link.start();
  last().receive(hello);
  link.watch(caseId, 'token 0');
  last().receive({ t: 'watching', caseId, token: 'token 0' });
  last().receive(removed(2));
  expect(frames.at(-1)).toEqual({ t: 'refetch', caseId });
  expect(link.watches(caseId)).toBe(false);
  link.stop();
});

test('signed out means no more tries; silence means one', async () => {
  const link = aLink();
  link.start();
  last().receive(hello);
  last().lose(closeCodes.signedOut);
  await vi.advanceTimersByTimeAsync(120_000);
  expect([said.signedOut, sockets.length]).toEqual([1, 1]);
  link.start();
  last().receive(hello);
  await vi.advanceTimersByTimeAsync(linkPatience.silence + 1_000);
  expect(sockets.length).toBe(3);
  link.stop();
});

test('a server that greets and then fails is not come back to at once, again and again', async () => {
  const link = aLink();
  link.start();
  for (let n = 0; n < linkPatience.failures; n += 1) {
    last().receive(hello);
    last().receive({ t: 'problem', error: 'internal' });
    last().lose(closeCodes.resume);
    await vi.advanceTimersByTimeAsync(25_000);
  }
  expect(polls.length).toBeGreaterThan(0);
  expect(sockets).toHaveLength(linkPatience.failures);
  link.stop();
});

test('a socket that never says hello is given up', async () => {
  const link = aLink();
  link.start();
  await vi.advanceTimersByTimeAsync(linkPatience.hello + 1_000);
  expect(sockets.length).toBe(2);
  link.stop();
});

test('another version of the protocol asks for the page to be loaded again', () => {
  const link = aLink();
  link.start();
  last().receive({ t: 'hello', protocol: protocolVersion + 1, connection: 'c' });
  expect(said.outdated).toBe(1);
  link.stop();
});
