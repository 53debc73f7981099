// A socket's life as a union of states, each with the time after which it is given up. What a state means for frames is
// decided here; what a frame means is the connection's.
import type { RawData, WebSocket } from 'ws';
import { ClientFrame } from '../../shared/live.ts';
import { closeCodes, protocolVersion } from '../../shared/live-codes.ts';
import { createTurns } from '../platform/live/in-turn.ts';
import type { LiveMetrics } from '../platform/live/metrics.ts';
import type { Connection } from './connection.ts';
import { frameText, type Outlet } from './outlet.ts';

/** Milliseconds. */
export const patience = {
  /** From the upgrade until the session was looked at. */
  opening: 5_000,
  /** From one heartbeat to the next; a client that does not answer before then is gone. */
  heartbeat: 25_000,
  /** For the other side to answer a close. */
  closing: 2_000,
  /** For a slow client's buffer to empty while it catches up. */
  draining: 10_000,
} as const;

/** Bytes that may wait for a client before it counts as too slow, and before catching up pauses for it. */
export const tooMuchWaiting = 1_048_576;
const pauseAbove = 131_072;
/** Frames from a client: so many at once, and so many a second. A frame that carries a text counts for its length. */
const frameBurst = 60;
const framesPerSecond = 20;
const mostFramesWaiting = 80;
/** Bytes of a frame, of one that carries a text and of any other. */
export const mostFrame = 98_304;
const mostPlainFrame = 4_096;
const carriesText = /^\{"t":"(document-update|open-document)"/;

type State =
  | { readonly name: 'opening'; readonly since: number }
  | { readonly name: 'open'; readonly connection: Connection; beatAt: number; answered: boolean }
  | { readonly name: 'closing'; readonly since: number }
  | { readonly name: 'closed' };

export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes];

const lengthOf = (data: RawData): number =>
  Array.isArray(data) ? data.reduce((sum, part) => sum + part.length, 0) : data.byteLength;

const parseFrame = (data: unknown, binary: boolean): ClientFrame | null => {
  if (binary) return null;
  const text = String(data);
  if (text.length > mostPlainFrame && !carriesText.test(text)) return null;
  try {
    const parsed = ClientFrame.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};

/** Attaches every handler at once: a frame that comes before the session was looked at waits its turn. */
export const createSocketSession = (socket: WebSocket, metrics: LiveMetrics, onClosed: () => void) => {
  let state: State = { name: 'opening', since: Date.now() };
  const turns = createTurns();
  let waiting = 0;
  let allowance = frameBurst;
  let allowanceAt = Date.now();
  let ready: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    ready = resolve;
  });

  const leaveConnection = (): void => {
    if (state.name === 'open') state.connection.end();
    ready();
  };
  const close = (code: CloseCode): void => {
    if (state.name === 'closing' || state.name === 'closed') return;
    leaveConnection();
    state = { name: 'closing', since: Date.now() };
    socket.close(code);
  };
  const allowed = (bytes: number): boolean => {
    const now = Date.now();
    allowance = Math.min(frameBurst, allowance + ((now - allowanceAt) / 1_000) * framesPerSecond);
    allowanceAt = now;
    allowance -= Math.max(1, bytes / mostPlainFrame);
    return allowance >= 0;
  };

  socket.on('message', (data, binary) => {
    if (state.name === 'closing' || state.name === 'closed') return;
    const frame = parseFrame(data, binary);
    if (!frame) {
      metrics.badFrames += 1;
      return close(closeCodes.badFrame);
    }
    if (!allowed(lengthOf(data)) || waiting >= mostFramesWaiting) return close(closeCodes.tooMany);
    waiting += 1;
    void turns(async () => {
      await opened;
      waiting -= 1;
      if (state.name === 'open' && !(await state.connection.handle(frame))) close(closeCodes.resume);
    });
  });
  socket.on('pong', () => {
    if (state.name === 'open') state.answered = true;
  });
  socket.on('close', () => {
    leaveConnection();
    state = { name: 'closed' };
    onClosed();
  });

  const outlet: Outlet = {
    send: (frame) => {
      if (socket.readyState !== socket.OPEN || state.name === 'closing') return;
      socket.send(frame);
      if (socket.bufferedAmount <= tooMuchWaiting) return;
      metrics.tooSlow += 1;
      close(closeCodes.tooSlow);
    },
    drained: async () => {
      for (
        const began = Date.now();
        socket.bufferedAmount > pauseAbove && socket.readyState === socket.OPEN;
      ) {
        if (Date.now() - began > patience.draining) return close(closeCodes.tooSlow);
        await new Promise((resolve) => setTimeout(resolve, 20).unref());
      }
    },
  };

  const timeouts: {
    readonly [N in State['name']]: (state: Extract<State, { name: N }>, at: number) => void;
  } = {
    opening: ({ since }, at) => {
      if (at - since > patience.opening) close(closeCodes.resume);
    },
    open: (open, at) => {
      if (at < open.beatAt) return;
      if (!open.answered) return socket.terminate();
      open.answered = false;
      open.beatAt = at + patience.heartbeat;
      socket.ping();
      open.connection.beat();
    },
    closing: ({ since }, at) => {
      if (at - since > patience.closing) socket.terminate();
    },
    closed: () => undefined,
  };

  return {
    outlet,
    close,
    terminate: (): void => socket.terminate(),
    isClosed: (): boolean => state.name === 'closed',
    /** The session holds: frames are heard from now on. False when the client has gone in the meantime. */
    open: (connection: Connection): boolean => {
      if (state.name !== 'opening') return false;
      state = { name: 'open', connection, beatAt: Date.now() + patience.heartbeat, answered: true };
      outlet.send(frameText({ t: 'hello', protocol: protocolVersion, connection: connection.id }));
      ready();
      return true;
    },
    tick: (at: number): void => (timeouts[state.name] as (state: State, at: number) => void)(state, at),
  };
};
export type SocketSession = ReturnType<typeof createSocketSession>;
