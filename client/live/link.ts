// The tab's one connection to the live room: a socket, or polling where a network blocks sockets, and back again. Knows
// nothing of what the frames mean; every place in a stream is resumed exactly, whatever happened in between.

import type { DocumentClientFrame } from '../../shared/documents.ts';
import type { ClientFrame, Place, PollRequest, PollResponse, ServerFrame } from '../../shared/live.ts';
import { closeCodes, protocolVersion } from '../../shared/live-codes.ts';
import { waitBefore } from './backoff.ts';
import { createInterests, type Interest } from './interests.ts';

export type LinkState = 'live' | 'polling' | 'offline';

/** The part of a socket that is used here. */
export type SocketLike = Pick<WebSocket, 'readyState' | 'send' | 'close' | 'onmessage' | 'onclose'>;

export type LinkParts = {
  readonly openSocket: () => SocketLike;
  readonly poll: (request: PollRequest) => Promise<PollResponse>;
  readonly onFrame: (frame: ServerFrame) => void;
  readonly onState: (state: LinkState) => void;
  /** Frames of documents get through, by a socket or by polling, or no more: at once, other than `onState`. */
  readonly onCarrying?: (carrying: boolean) => void;
  /** What opens each document that is open, for one poll. */
  readonly openings?: () => readonly ClientFrame[];
  readonly onSignedOut: () => void;
  /** The server speaks another version of the protocol: the page should be loaded again. */
  readonly onOutdated: () => void;
  readonly random?: () => number;
};

/** Milliseconds, or numbers of tries. */
export const linkPatience = {
  /** From opening a socket to the server's hello. */
  hello: 8_000,
  /** Without any frame; the server beats every 25 s. */
  silence: 60_000,
  /** After asking whether anybody is there: a laptop that slept has a connection that only seems to be. */
  answer: 5_000,
  /** How long a connection may be away before the page says so. */
  quiet: 2_000,
  /** Sockets that failed one after the other before polling begins. */
  failures: 3,
  /** From one try for a socket to the next while polling. */
  socketAgain: 60_000,
} as const;

type State =
  | { readonly name: 'stopped' }
  | { readonly name: 'connecting'; readonly socket: SocketLike }
  | { readonly name: 'open'; readonly socket: SocketLike; readonly giveUp: () => void }
  | { readonly name: 'waiting' }
  | { readonly name: 'polling'; readonly socketAt: number };

const openNow = 1;

export const createLink = (parts: LinkParts) => {
  const interests = createInterests();
  const random = parts.random ?? Math.random;
  const connection = crypto.randomUUID();
  let state: State = { name: 'stopped' };
  let failures = 0;
  let number = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saying: ReturnType<typeof setTimeout> | undefined;
  let said: LinkState | undefined;
  let carrying = false;
  /** An answer was lost on its way, and with it perhaps a hint: those are given once. */
  let missed = false;
  /** Typed while polling, for the next request. */
  let typed: DocumentClientFrame[] = [];

  const carry = (now: boolean): void => {
    typed = [];
    // Another connection than before is told of, too.
    if (now || carrying) parts.onCarrying?.(now);
    carrying = now;
  };
  const say = (next: LinkState): void => {
    clearTimeout(saying);
    saying = undefined;
    if (said === next) return;
    said = next;
    parts.onState(next);
  };
  /** A connection that is back in a moment is not worth a word. */
  const sayOfflineSoon = (): void => {
    saying ??= setTimeout(() => say('offline'), linkPatience.quiet);
  };
  const after = (milliseconds: number, work: () => void): void => {
    clearTimeout(timer);
    timer = setTimeout(work, milliseconds);
  };
  /** False where nothing carries it. */
  const send = (frame: ClientFrame): boolean => {
    if (state.name === 'polling' && carrying && 'documentId' in frame) {
      // Opened anew with each request; carets are not worth one.
      if (frame.t === 'document-update') typed.push(frame);
      return true;
    }
    if (state.name !== 'open' || state.socket.readyState !== openNow) return false;
    state.socket.send(JSON.stringify(frame));
    return true;
  };

  const askFor = (interest: Interest): void => {
    if (state.name !== 'open') return;
    interest.unanswered += 1;
    send({ t: 'watch-case', caseId: interest.caseId, token: interest.token });
    if (interest.place) send({ t: 'at', caseId: interest.caseId, place: interest.place });
  };

  /** Keeps the place in the stream. False for a frame that belongs to an older watch. */
  const account = (frame: ServerFrame): boolean => {
    if (!('caseId' in frame)) return true;
    const interest = interests.cases.get(frame.caseId);
    if (!interest) return false;
    const answers = frame.t === 'watching' || frame.t === 'refetch' || frame.t === 'gone';
    if (answers && interest.unanswered > 0) interest.unanswered -= 1;
    if (interest.unanswered > 0) return false;
    if ('token' in frame) interest.token = frame.token;
    if (frame.t === 'gone' || frame.t === 'refetch') interests.drop(frame.caseId);
    return true;
  };
  const pass = (frame: ServerFrame): void => {
    if (frame.t === 'event') {
      number += 1;
      if (frame.n !== number) {
        // Cannot happen on a connection that keeps order; if it does, a fresh snapshot mends it.
        number = frame.n;
        if (account(frame)) parts.onFrame({ t: 'refetch', caseId: frame.caseId });
        interests.drop(frame.caseId);
        return;
      }
    }
    if (account(frame)) parts.onFrame(frame);
  };

  const connect = (): void => {
    const socket = parts.openSocket();
    const polling = state.name === 'polling' ? state : null;
    number = 0;
    if (!polling) state = { name: 'connecting', socket };
    const giveUp = (): void => {
      socket.onmessage = null;
      socket.onclose = null;
      socket.close();
      lost(polling, 0);
    };
    if (polling) setTimeout(() => state.name === 'polling' && giveUp(), linkPatience.hello);
    else after(linkPatience.hello, giveUp);
    socket.onmessage = ({ data }) => {
      const frame = JSON.parse(String(data)) as ServerFrame;
      if (state.name === 'open' || frame.t !== 'hello') {
        after(linkPatience.silence, giveUp);
        // A server that greets and then fails is not come back to at once, again and again.
        if (frame.t !== 'problem') failures = 0;
        pass(frame);
        return;
      }
      if (frame.protocol !== protocolVersion) parts.onOutdated();
      clearTimeout(timer);
      state = { name: 'open', socket, giveUp };
      after(linkPatience.silence, giveUp);
      interests.startAnew();
      for (const interest of interests.cases.values()) askFor(interest);
      if (interests.today()) send({ t: 'watch-today' });
      say('live');
      // Hints are given once: what happened before it was there is read.
      parts.onFrame(frame);
      carry(true);
    };
    socket.onclose = ({ code }) => lost(polling, code);
  };

  const lost = (polling: Extract<State, { name: 'polling' }> | null, code: number): void => {
    if (state.name === 'stopped') return;
    if (state.name === 'open') carry(false);
    if (code === closeCodes.signedOut) {
      stop();
      parts.onSignedOut();
      return;
    }
    if (polling && state.name === 'polling') {
      state = { name: 'polling', socketAt: Date.now() + linkPatience.socketAgain };
      return;
    }
    failures += 1;
    sayOfflineSoon();
    if (failures >= linkPatience.failures) {
      beginPolling();
      return;
    }
    state = { name: 'waiting' };
    // Told to go away because of too many frames: not at once again.
    after(waitBefore(code === closeCodes.tooMany ? 6 : failures - 1, random), connect);
  };

  const hintAnew = (): void => {
    if (interests.today()) parts.onFrame({ t: 'today' });
    parts.onFrame({ t: 'consultations', ids: null });
    parts.onFrame({ t: 'meetings', ids: null });
  };
  const beginPolling = (): void => {
    state = { name: 'polling', socketAt: Date.now() + linkPatience.socketAgain };
    interests.startAnew();
    after(0, () => void pollOnce());
  };
  const pollOnce = async (): Promise<void> => {
    if (state.name !== 'polling') return;
    const asked = new Map([...interests.cases.values()].slice(0, 8).map((i) => [i.caseId, i.round]));
    const cases = [...interests.cases.values()]
      .filter((i) => asked.has(i.caseId))
      .map(({ caseId, token, place }) => ({ caseId, token, place }));
    const openings = parts.openings?.() ?? [];
    const documents = [...openings, ...typed] as DocumentClientFrame[];
    typed = [];
    let again = 0;
    try {
      const asking = { cases, today: interests.today(), consultations: true, meetings: true, connection };
      const answer = await parts.poll(documents.length === 0 ? asking : { ...asking, documents });
      if (state.name !== 'polling') {
        missed = true;
        return;
      }
      failures = 0;
      say('polling');
      if (!carrying) carry(true);
      number = 0;
      if (missed) hintAnew();
      missed = false;
      for (const frame of answer.frames) {
        // Watched anew while the answer was on its way: it is about an older snapshot.
        if ('caseId' in frame && interests.cases.get(frame.caseId)?.round !== asked.get(frame.caseId))
          continue;
        pass(frame);
      }
      again = answer.again;
    } catch {
      missed = true;
      if (state.name !== 'polling') return;
      failures += 1;
      carry(false);
      sayOfflineSoon();
      again = waitBefore(failures, random);
    }
    if (state.name !== 'polling') return;
    if (Date.now() >= state.socketAt) {
      state = { name: 'polling', socketAt: Number.POSITIVE_INFINITY };
      connect();
    }
    after(again, () => void pollOnce());
  };

  const stop = (): void => {
    clearTimeout(timer);
    clearTimeout(saying);
    saying = undefined;
    carry(false);
    if (state.name === 'open' || state.name === 'connecting') {
      state.socket.onclose = null;
      state.socket.onmessage = null;
      state.socket.close(1000);
    }
    state = { name: 'stopped' };
  };

  return {
    start: (): void => {
      if (state.name !== 'stopped') return;
      failures = 0;
      connect();
    },
    /** Closes the connection and keeps every place in its stream, for a later start. */
    stop,
    /** The network is back, or the tab is looked at again: no need to wait any longer. */
    hurry: (): void => {
      if (state.name === 'waiting') after(0, connect);
      else if (state.name === 'open') {
        send({ t: 'beat' });
        after(linkPatience.answer, state.giveUp);
      } else if (state.name === 'polling') after(0, () => void pollOnce());
    },
    watch: (caseId: string, token: string): void => askFor(interests.watch(caseId, token)),
    /** A frame of a document. False where nothing carries it. */
    send,
    watches: (caseId: string): boolean => interests.cases.has(caseId),
    unwatch: (caseId: string): void => {
      interests.drop(caseId);
      send({ t: 'unwatch-case', caseId });
    },
    at: (caseId: string, place: Place): void => {
      const interest = interests.cases.get(caseId);
      if (!interest) return;
      interest.place = place;
      send({ t: 'at', caseId, place });
    },
    watchToday: (wanted: boolean): void => {
      interests.wantToday(wanted);
      send(wanted ? { t: 'watch-today' } : { t: 'unwatch-today' });
    },
  };
};
