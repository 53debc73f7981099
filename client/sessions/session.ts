// Who is signed in, as one signal for the whole client. Read once at the start, set by signing in and out.
import { createSignal } from 'solid-js';
import { getSession, type Session, signIn, signOut } from '../../shared/sessions.ts';
import { CallError, call, onSignedOut, useToken } from '../api/call.ts';
import { setLocale } from '../i18n/index.ts';

const [current, setCurrent] = createSignal<Session | null>(null);
/** True after a session ended by itself: the door then says that every word is kept. */
const [ended, setEnded] = createSignal(false);

export const session = current;
export const sessionEnded = ended;

const begin = async (next: Session | null): Promise<void> => {
  useToken(next?.csrfToken ?? null);
  if (next) {
    setEnded(false);
    await setLocale(next.language);
  }
  setCurrent(next);
};

onSignedOut((id) => {
  if (!current()) return;
  setEnded(id === 'session-ended');
  void begin(null);
});

/** To be awaited before the first render. Without an answer from the server the door is shown. */
export const resumeSession = async (): Promise<void> => {
  try {
    await begin(await call(getSession));
  } catch (error) {
    if (!(error instanceof CallError)) throw error;
    setEnded(error.id === 'session-ended');
  }
};

/** @throws CallError */
export const enter = async (name: string, password: string): Promise<void> =>
  begin(await call(signIn, { body: { name, password } }));

/** Asks whether the session still holds; when it does not, the answer shows the door. */
export const confirmSession = async (): Promise<void> => {
  await call(getSession).catch(() => undefined);
};

/** Replaces what is known of the session after a choice of affiliation. */
export const renew = begin;

/** @throws CallError when the server could not be told */
export const leave = async (everywhere: boolean): Promise<void> => {
  await call(signOut, { body: { everywhere } });
  await begin(null);
};
