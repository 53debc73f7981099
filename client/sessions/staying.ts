// Keeps a session alive while a person does something, in all tabs together, and says when it is about to end.
import { createSignal, onCleanup } from 'solid-js';
import { extendSession, getSession, type Session } from '../../shared/sessions.ts';
import { call } from '../api/call.ts';
import { mayExtend, type SessionEnd, type Standing, standingAt } from './idle-clock.ts';

const lookEveryMs = 5_000;

export type Staying = {
  readonly standing: () => Standing;
  /** A press on "go on". */
  readonly stay: () => Promise<void>;
};

export const createStaying = (session: Session): Staying => {
  let end: SessionEnd = {
    extendedAt: Date.now(),
    idleMinutes: session.idleMinutes,
    expiresAt: Date.parse(session.expiresAt),
  };
  const [standing, setStanding] = createSignal<Standing>({ kind: 'calm' });
  const channel = new BroadcastChannel(`rinki-session-${session.personId}`);
  let asking = false;

  const extend = async (): Promise<void> => {
    const before = end;
    end = { ...end, extendedAt: Date.now() };
    try {
      const answer = await call(extendSession, { body: {} });
      end = { ...end, idleMinutes: answer.idleMinutes, expiresAt: Date.parse(answer.expiresAt) };
      channel.postMessage(end.extendedAt);
      look();
    } catch {
      // A session that is over has told so by itself; without a network the clock goes on as it stood.
      end = before;
    }
  };
  const look = (): void => {
    const now = standingAt(end, Date.now());
    setStanding(now);
    if (now.kind !== 'over' || asking) return;
    // The server decides: its answer shows the door, or that another device kept the session.
    asking = true;
    void call(getSession)
      .then(() => {
        end = { ...end, extendedAt: Date.now() - (end.idleMinutes - 1) * 60_000 };
      })
      .catch(() => undefined)
      .finally(() => {
        asking = false;
      });
  };
  const onInput = (): void => {
    if (mayExtend(end, Date.now()) && standing().kind !== 'over') void extend();
  };
  channel.onmessage = ({ data }) => {
    if (typeof data === 'number' && data > end.extendedAt) end = { ...end, extendedAt: data };
    look();
  };
  const timer = setInterval(look, lookEveryMs);
  // `listening` is said by a room in which people are there without pressing anything.
  const events = ['pointerdown', 'keydown', 'listening', 'visibilitychange'] as const;
  for (const name of events) document.addEventListener(name, name === 'visibilitychange' ? look : onInput);
  onCleanup(() => {
    clearInterval(timer);
    channel.close();
    for (const name of events)
      document.removeEventListener(name, name === 'visibilitychange' ? look : onInput);
  });
  // Opening the page is something a person did.
  void extend();
  return { standing, stay: extend };
};
