// A person's browser tab as far as the live protocol goes: a real socket, frames parsed as strictly as the server parses
// ours, snapshots kept fresh by the same reducer as in the client.
import WebSocket from 'ws';
import { getWorkspace, type Workspace } from '../../shared/cases.ts';
import { type ClientFrame, ServerFrame } from '../../shared/live.ts';
import { applyEvent } from '../../shared/workspace.ts';
import type { Person } from './open-world.ts';

type FrameOf<T extends ServerFrame['t']> = Extract<ServerFrame, { t: T }>;
export type LiveClient = Awaited<ReturnType<typeof connectLive>>;

export const liveOrigin = 'http://localhost:3000';

/** Waits until `look` gives something; fails with what was expected. */
export const eventually = async <T>(
  look: () => T | undefined | false | null | Promise<T | undefined | false | null>,
  what: string,
  patienceMs = 12_000,
): Promise<T> => {
  for (const began = Date.now(); ; ) {
    const found = await look();
    if (found !== undefined && found !== false && found !== null) return found;
    if (Date.now() - began > patienceMs) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

/** Opens a socket that has not said anything yet. */
export const openSocket = (address: string, headers: Record<string, string>): WebSocket =>
  new WebSocket(`${address.replace('http', 'ws')}/api/live`, { headers, perMessageDeflate: false });

/** Connects as this person and waits for the server's hello. */
export const connectLive = async (address: string, person: Person) => {
  // A server that a browser opens by its name is its own origin.
  const origin = new URL(address).hostname === 'localhost' ? address : liveOrigin;
  const socket = openSocket(address, { cookie: person.cookie, origin });
  const frames: ServerFrame[] = [];
  const workspaces = new Map<string, Workspace>();
  const tokens = new Map<string, string>();
  const followed = new Set<string>();
  const reading = new Set<string>();
  const faults: unknown[] = [];
  let numbered = 0;

  const places = new Map<string, ClientFrame>();
  const send = (frame: ClientFrame): void => {
    if (frame.t === 'at') places.set(frame.caseId, frame);
    socket.send(JSON.stringify(frame));
  };
  const read = async (caseId: string): Promise<void> => {
    reading.add(caseId);
    const workspace = await person.do(getWorkspace, { params: { caseId } });
    reading.delete(caseId);
    workspaces.set(caseId, workspace);
    tokens.set(caseId, workspace.live);
    if (socket.readyState !== socket.OPEN) return;
    send({ t: 'watch-case', caseId, token: workspace.live });
    // As the page does: where somebody is outlives a snapshot that is read anew.
    const place = places.get(caseId);
    if (place) send(place);
  };
  const heed = (frame: ServerFrame): void => {
    if ('token' in frame) tokens.set(frame.caseId, frame.token);
    if (frame.t === 'event') {
      numbered += 1;
      if (frame.n !== numbered) throw new Error(`frame ${frame.n} where ${numbered} was due`);
      const before = workspaces.get(frame.caseId);
      if (before && !reading.has(frame.caseId)) workspaces.set(frame.caseId, applyEvent(before, frame.event));
    }
    if (frame.t === 'refetch' && followed.has(frame.caseId)) read(frame.caseId).catch((e) => faults.push(e));
    if (frame.t === 'gone') workspaces.delete(frame.caseId);
  };
  socket.on('message', (data) => {
    try {
      const frame = ServerFrame.parse(JSON.parse(String(data)));
      frames.push(frame);
      heed(frame);
    } catch (error) {
      faults.push(error);
    }
  });
  const closed = new Promise<number>((resolve) => {
    socket.on('close', (code) => resolve(code));
  });
  socket.on('error', () => undefined);

  const find = <T extends ServerFrame['t']>(
    t: T,
    fits: (frame: FrameOf<T>) => boolean,
    from: number,
  ): FrameOf<T> | undefined =>
    frames.slice(from).find((f): f is FrameOf<T> => f.t === t && fits(f as FrameOf<T>));
  const next = <T extends ServerFrame['t']>(
    t: T,
    fits: (frame: FrameOf<T>) => boolean = () => true,
    from = 0,
    patienceMs?: number,
  ): Promise<FrameOf<T>> => eventually(() => find(t, fits, from), `a frame '${t}'`, patienceMs);
  await next('hello');

  return {
    person,
    socket,
    frames,
    faults,
    closed,
    send,
    next,
    /** The kinds of events that have come, in order. */
    kinds: (from = 0): string[] => frames.slice(from).flatMap((f) => (f.t === 'event' ? [f.event.kind] : [])),
    token: (caseId: string): string => tokens.get(caseId) ?? '',
    /** Goes on from a token without reading a snapshot. */
    resume: (caseId: string, token: string): void => send({ t: 'watch-case', caseId, token }),
    /** Opens the case like its page does: reads, watches, and reads again whenever it is asked to. */
    follow: async (caseId: string): Promise<void> => {
      followed.add(caseId);
      const from = frames.length;
      await read(caseId);
      await next('watching', (f) => f.caseId === caseId, from);
    },
    /** Answers once it is watched: every later hint is one of something that happened since. */
    watchToday: async (): Promise<void> => {
      const from = frames.length;
      send({ t: 'watch-today' });
      await next('today', () => true, from);
    },
    workspace: (caseId: string): Workspace | undefined => workspaces.get(caseId),
    /** Ends as a browser does that is closed. */
    close: async (): Promise<void> => {
      socket.close();
      await closed;
    },
  };
};
