// Files that somebody has chosen and the server has not taken yet. Each stays, by its name, until it is kept or taken away: through a
// lost network, another page and back. Only a reload loses them, since a browser gives no file twice: it asks before.
import { createSignal } from 'solid-js';
import { attachmentLimits } from '../../shared/attachment.ts';
import { CallError } from '../api/call.ts';
import { retryDelay } from '../writing/saving.ts';

/** `waiting`: it did not get there, and goes again by itself. `refused`: it does not. */
export type UnkeptState =
  | { readonly is: 'sending'; readonly part: number }
  | { readonly is: 'waiting' }
  | { readonly is: 'refused'; readonly error: unknown };
export type Unkept = { readonly key: string; readonly name: string; readonly state: () => UnkeptState };
export type UnkeptFiles = {
  readonly files: () => readonly Unkept[];
  readonly add: (file: File) => void;
  readonly again: (key: string) => void;
  readonly forget: (key: string) => void;
};

/** Why it is not even tried. */
export class Unfit extends Error {
  override name = 'Unfit';
  readonly why: 'empty' | 'too-large' | 'unreadable';
  constructor(why: 'empty' | 'too-large' | 'unreadable') {
    super(why);
    this.why = why;
  }
}

/** A file that was changed or taken away since it was chosen cannot be read; the network looks alike. */
const isReadable = (file: File): Promise<boolean> =>
  file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );

type Send = (given: {
  file: File;
  key: string;
  onProgress: (part: number) => void;
  signal: AbortSignal;
}) => Promise<void>;

const all = new Set<string>();
const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
const count = (key: string, there: boolean): void => {
  if (there) all.add(key);
  else all.delete(key);
  // A page that always listens is kept ready for going back to by no browser.
  if (all.size > 0) window.addEventListener('beforeunload', warn);
  else window.removeEventListener('beforeunload', warn);
};

/** @param onKept it is the server's now, and read from there */
const createUnkept = (send: Send, onKept: (name: string) => Promise<unknown>): UnkeptFiles => {
  const [files, setFiles] = createSignal<readonly Unkept[]>([]);
  const tries = new Map<string, () => void>();
  const stops = new Map<string, AbortController>();
  const forget = (key: string): void => {
    stops.get(key)?.abort();
    for (const map of [tries, stops]) map.delete(key);
    count(key, false);
    setFiles((now) => now.filter((one) => one.key !== key));
  };
  const add = (file: File): void => {
    const key = crypto.randomUUID();
    const [state, setState] = createSignal<UnkeptState>({ is: 'sending', part: 0 });
    const stop = new AbortController();
    let failures = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let running = false;
    const refuse = (error: unknown) => setState({ is: 'refused', error });
    const attempt = async (): Promise<void> => {
      if (running || stop.signal.aborted) return;
      running = true;
      clearTimeout(timer);
      window.removeEventListener('online', attempt);
      setState({ is: 'sending', part: 0 });
      try {
        await send({
          file,
          key,
          onProgress: (part) => setState({ is: 'sending', part }),
          signal: stop.signal,
        });
        await onKept(file.name);
        forget(key);
      } catch (error) {
        if (stop.signal.aborted) return;
        if (!(await isReadable(file))) return void refuse(new Unfit('unreadable'));
        if (!(error instanceof CallError && error.passing)) return void refuse(error);
        failures += 1;
        setState({ is: 'waiting' });
        timer = setTimeout(attempt, retryDelay(failures, Math.random()));
        window.addEventListener('online', attempt);
      } finally {
        running = false;
      }
    };
    stop.signal.addEventListener('abort', () => {
      clearTimeout(timer);
      window.removeEventListener('online', attempt);
    });
    stops.set(key, stop);
    tries.set(key, () => void attempt());
    count(key, true);
    setFiles((now) => [...now, { key, name: file.name, state }]);
    if (file.size === 0) return void refuse(new Unfit('empty'));
    if (file.size > attachmentLimits.bytes) return void refuse(new Unfit('too-large'));
    void attempt();
  };
  return { files, add, again: (key) => tries.get(key)?.(), forget };
};

const places = new Map<object | string, UnkeptFiles>();

/** Those of one draft or request, the same ones each time that its page is opened. */
export const unkeptBeside = (
  place: object | string,
  send: Send,
  onKept: (name: string) => Promise<unknown>,
): UnkeptFiles => {
  const known = places.get(place);
  if (known) return known;
  const made = createUnkept(send, onKept);
  places.set(place, made);
  return made;
};
/** From now on they are found under another name as well: a draft has an id from its first save on. */
export const alsoBeside = (place: object | string, files: UnkeptFiles): void => void places.set(place, files);
