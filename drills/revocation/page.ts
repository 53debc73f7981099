// A page that is open somewhere: a socket or a row of polls, which notes when each frame came and where in the case's
// stream it stands. The place is read from the token that every event carries; the drill knows the installation's key.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket from 'ws';
import { deriveSecrets, type Secrets } from '../../server/platform/http/secrets.ts';
import { openPosition } from '../../server/platform/live/resume-token.ts';
import { getWorkspace } from '../../shared/cases.ts';
import { type ClientFrame, ServerFrame } from '../../shared/live.ts';
import { pollLive } from '../../shared/live-routes.ts';
import { ask, tryAsk } from './ask.ts';
import type { Session } from './people.ts';

/** `at`: milliseconds since 1970. `place`: of an event alone. */
export type Noted = { readonly at: number; readonly frame: ServerFrame; readonly place: number | null };

export const secretsOf = (secretKey: Buffer): Secrets => deriveSecrets(secretKey);

const note = (secrets: Secrets, frame: ServerFrame): Noted => ({
  at: Date.now(),
  frame,
  place: frame.t === 'event' ? (openPosition(secrets, frame.token)?.seq ?? null) : null,
});

export type Where = { readonly port: number; readonly secrets: Secrets; readonly caseId: string };

/** Opens the case as its page does: reads, watches, and reads again when it is asked to. With a token it goes on from there. */
export const openPage = ({ port, secrets, caseId }: Where, who: Session, from?: string) => {
  const noted: Noted[] = [];
  let token = from ?? '';
  let closedAt: number | null = null;
  let code: number | null = null;
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/live`, {
    headers: who.headers,
    perMessageDeflate: false,
  });
  const send = (frame: ClientFrame): void => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame));
  };
  const read = async (): Promise<void> => {
    const { status, body } = await tryAsk(port, who, getWorkspace, { params: { caseId } });
    answered = status;
    if (status !== 200) return;
    token = body.live;
    send({ t: 'watch-case', caseId, token });
  };
  let failure: unknown;
  let answered: number | null = null;
  socket.on('message', (data) => {
    const frame = ServerFrame.parse(JSON.parse(String(data)));
    noted.push(note(secrets, frame));
    if ('token' in frame) token = frame.token;
    const first = frame.t === 'hello';
    if (first && from !== undefined) send({ t: 'watch-case', caseId, token: from });
    else if (first || frame.t === 'refetch')
      read().catch((error: unknown) => {
        failure = error;
      });
  });
  const closed = new Promise<void>((resolve) => {
    socket.on('close', (given) => {
      closedAt = Date.now();
      code = given;
      resolve();
    });
  });
  // Refused at the door: closed follows.
  socket.on('error', () => undefined);
  return {
    noted,
    send,
    closedAt: (): number | null => closedAt,
    code: (): number | null => code,
    token: (): string => token,
    /** Resolves when it watches. @throws when that takes too long */
    watching: async (): Promise<void> => {
      for (const began = Date.now(); !noted.some(({ frame }) => frame.t === 'watching'); await sleep(5)) {
        if (failure !== undefined) throw failure;
        if (Date.now() - began > 15_000)
          throw new Error(
            `a page did not come to watch: snapshot ${answered}, closed ${code}, ${noted.map(({ frame }) => frame.t).join(' ')}`,
          );
      }
    },
    close: async (): Promise<void> => {
      socket.terminate();
      await closed;
    },
  };
};
export type Page = ReturnType<typeof openPage>;

const pollEveryMs = 400;

/** The same without a socket: asks again and again, from the token of the last answer, until it is refused or stopped. */
export const openPolls = async ({ port, secrets, caseId }: Where, who: Session) => {
  const noted: Noted[] = [];
  const connection = randomUUID();
  let token = (await ask(port, who, getWorkspace, { params: { caseId } })).live;
  let [stopped, refused] = [false, false];
  const once = async (): Promise<void> => {
    const body = { cases: [{ caseId, token, place: null }], today: false, connection };
    const answer = await tryAsk(port, who, pollLive, { body });
    refused = answer.status !== 200;
    if (refused) return;
    for (const frame of answer.body.frames) {
      noted.push(note(secrets, frame));
      if ('token' in frame) token = frame.token;
    }
    if (!answer.body.frames.some((f) => f.t === 'refetch')) return;
    const fresh = await tryAsk(port, who, getWorkspace, { params: { caseId } });
    if (fresh.status === 200) token = fresh.body.live;
  };
  await once();
  const run = async (): Promise<void> => {
    while (!stopped && !refused && !noted.some(({ frame }) => frame.t === 'gone')) {
      await once();
      await sleep(pollEveryMs);
    }
  };
  const ended = run();
  return {
    noted,
    stop: async (): Promise<void> => {
      stopped = true;
      await ended;
    },
  };
};
