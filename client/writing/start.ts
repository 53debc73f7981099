// Opens the desk of whoever is signed in, and clears it when they go. Fetched with the first session, so that text kept
// on this device is sent even when no room with a field is opened.
import { createSignal } from 'solid-js';
import type { Session } from '../../shared/sessions.ts';
import { t } from '../i18n/index.ts';
import { announce } from '../ui/announcer.tsx';
import { browserStore } from './browser-store.ts';
import { createDesk, type Desk, type KeptText } from './desk.ts';
import { isAlive, thisDevice } from './device.ts';
import { type LocalStore, openLocalStore } from './local-store.ts';
import { begin, sendField } from './send.ts';

const [current, setCurrent] = createSignal<Desk | null>(null);
let owner: string | null = null;

/** Null until the desk is open; a few milliseconds after the session is known. */
export const desk = current;

/** Null where the browser keeps nothing. `shelf` holds another kind of thing apart from the entries' texts. */
export const openStore = async <T>(session: Session, shelf = ''): Promise<LocalStore<T> | null> => {
  const bytes = crypto.subtle === undefined ? null : await browserStore();
  if (bytes === null) return null;
  return openLocalStore<T>(bytes, session.personId + shelf, session.localKey).catch(() => null);
};

/** For the same person it does nothing; for another one, or null, the desk is cleared first. */
export const startWriting = async (session: Session | null): Promise<void> => {
  if (owner === (session?.personId ?? null)) return;
  owner = session?.personId ?? null;
  current()?.stop();
  setCurrent(null);
  if (session === null) return;
  const [device, store] = await Promise.all([thisDevice(), openStore<KeptText>(session)]);
  if (owner !== session.personId) return;
  const opened = createDesk({
    device,
    store,
    isAlive,
    send: sendField,
    begin,
    later: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    random: Math.random,
    newKey: () => crypto.randomUUID(),
  });
  const restored = await opened.restore().catch(() => 0);
  if (owner !== session.personId) return opened.stop();
  setCurrent(opened);
  if (restored > 0) announce(t('writing.restored'));
};

const patienceMs = 1_500;
const others = new Set<() => Promise<unknown>>();

/** What else is saved as it is typed and is no entry: it too gets its moment before somebody signs out. */
export const alsoFinish = (work: () => Promise<unknown>): (() => void) => {
  others.add(work);
  return () => void others.delete(work);
};

/** Before signing out: what is unsent gets a moment to go. What does not stays here, encrypted. */
export const finishWriting = async (): Promise<void> => {
  const late = new Promise((resolve) => setTimeout(resolve, patienceMs));
  const rest = Promise.all([...others].map((work) => work().catch(() => undefined)));
  await Promise.all([current()?.settle(patienceMs), others.size > 0 && Promise.race([rest, late])]);
};

// The page may never come back from being hidden: a phone ends it without another word.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') current()?.flush(true);
});
addEventListener('pagehide', () => current()?.flush(true));
addEventListener('online', () => current()?.flush());
