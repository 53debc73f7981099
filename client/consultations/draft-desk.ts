// The drafts of requests in this tab: opened, begun, and taken up again where an earlier page could not save them. What
// is unsaved stands on this device encrypted, on a shelf of its own beside the entries' texts.
import { createEffect, createRoot, on } from 'solid-js';
import type { DraftFields } from '../../shared/consultation.ts';
import {
  getConsultationDraft,
  saveConsultationDraft,
  startConsultationDraft,
} from '../../shared/consultations.ts';
import { CallError, call } from '../api/call.ts';
import { session } from '../sessions/session.ts';
import { isAlive, thisDevice } from '../writing/device.ts';
import type { LocalStore } from '../writing/local-store.ts';
import { alsoFinish, openStore } from '../writing/start.ts';
import { createDraft, type Draft, type KeptDraft, type KnownDraft, type Trouble } from './draft-saving.ts';

/** What outlives its page may be 64 KiB for all requests together; a longer draft goes the ordinary way. */
const longestKeepalive = 8_000;

type Shelf = {
  readonly device: string;
  readonly store: LocalStore<KeptDraft> | null;
  /** By the name under which each is kept. */
  readonly open: Map<string, Draft>;
};

let shelf: Promise<Shelf> | null = null;
let shelfOwner: string | null = null;

const troubleOf = (error: unknown): Trouble => {
  if (!(error instanceof CallError)) return 'passing';
  if (error.passing || ['session-ended', 'not-signed-in', 'cross-site'].includes(error.id)) return 'passing';
  if (error.id === 'version-conflict') return 'conflict';
  return error.id === 'not-found' ? 'gone' : 'refused';
};

/** @throws CallError */
const read = async (draftId: string): Promise<KnownDraft> => {
  const { draft } = await call(getConsultationDraft, { params: { draftId } });
  return { fields: draft.fields, rev: draft.rev, at: draft.savedAt };
};

const openShelf = (): Promise<Shelf> => {
  const who = session();
  if (who === null) throw new Error('Nobody is signed in');
  if (shelf === null || shelfOwner !== who.personId) {
    shelfOwner = who.personId;
    shelf = Promise.all([thisDevice(), openStore<KeptDraft>(who, ' consultation drafts')]).then(
      ([device, store]) => ({ device, store, open: new Map<string, Draft>() }),
    );
  }
  return shelf;
};

const stopAll = async (): Promise<void> => {
  const closing = shelf;
  shelf = null;
  shelfOwner = null;
  for (const draft of (await closing)?.open.values() ?? []) draft.stop();
};

createRoot(() =>
  createEffect(
    on(session, (now) => {
      if (shelfOwner !== null && now?.personId !== shelfOwner) void stopAll();
    }),
  ),
);

const everyOpen = async (): Promise<Draft[]> => [...((await shelf)?.open.values() ?? [])];
alsoFinish(async () => Promise.all((await everyOpen()).map((draft) => draft.settle())));
const flushAll = async () => {
  for (const draft of await everyOpen()) draft.flush(true);
};
// The page may never come back from being hidden: a phone ends it without another word.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') void flushAll();
});
addEventListener('pagehide', () => void flushAll());
addEventListener('online', () => void flushAll());

const make = (on: Shelf, begun: Parameters<typeof createDraft>[0], name: string): Draft => {
  const draft = createDraft(begun, {
    start: (fields, key) => call(startConsultationDraft, { body: { fields }, key }),
    save: (draftId, rev, fields, key, last) =>
      call(saveConsultationDraft, {
        params: { draftId },
        body: { rev, fields },
        key,
        keepalive: last || fields.question.length < longestKeepalive,
      }),
    read,
    troubleOf,
    keep: (unsaved) => {
      const work =
        unsaved === null
          ? on.store?.forget(name)
          : on.store?.keep(name, { ...unsaved, name, device: on.device });
      // A browser that keeps nothing: the text is in the page and goes to the server as usual.
      work?.catch(() => undefined);
    },
    later: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    newKey: () => crypto.randomUUID(),
    now: () => new Date().toISOString(),
  });
  on.open.set(name, draft);
  return draft;
};

const keptFree = async (on: Shelf): Promise<KeptDraft[]> => {
  const all = (await on.store?.all().catch(() => [])) ?? [];
  const free: KeptDraft[] = [];
  for (const record of all) {
    if (on.open.has(record.name)) continue;
    if (record.device === on.device || !(await isAlive(record.device))) free.push(record);
  }
  return free;
};

const putAway = async (draft: Draft): Promise<void> => {
  const open = (await shelf)?.open;
  for (const [name, one] of open ?? []) if (one === draft) open?.delete(name);
};

/** A draft that nobody has begun; it exists from its first change on. */
export const newDraft = async (fields: DraftFields): Promise<Draft> => {
  const on = await openShelf();
  return make(on, { id: null, fields, known: null }, crypto.randomUUID());
};

/** The draft as the server has it, with what this device could not save on top. @throws CallError */
export const openDraft = async (draftId: string): Promise<Draft> => {
  const on = await openShelf();
  for (const draft of on.open.values()) if (draft.state().id === draftId) return draft;
  const kept = (await keptFree(on)).find((record) => record.id === draftId);
  const known = await read(draftId);
  if (kept === undefined) return make(on, { id: draftId, fields: known.fields, known }, crypto.randomUUID());
  return make(on, { ...kept, known: kept.known ?? known }, kept.name);
};

/** What an earlier page could not save goes now; true where there was any. */
export const saveKept = async (): Promise<boolean> => {
  const on = await openShelf();
  const kept = await keptFree(on);
  const done = await Promise.all(
    kept.map(async (record) => {
      const draft = make(on, record, record.name);
      if (await draft.settle()) closeDraft(draft);
    }),
  );
  return done.length > 0;
};

/** The page was left: what is unsaved goes now, and is tried again until it is taken. */
export const closeDraft = (draft: Draft): void => {
  void draft.settle().then(async (saved) => {
    const untouched = draft.state().known === null && draft.state().kind === 'clean';
    if (!saved && !untouched) return;
    draft.stop();
    await putAway(draft);
  });
};

/** It was sent or thrown away: nothing of it is kept or tried any more. */
export const dropDraft = async (draft: Draft): Promise<void> => {
  draft.forget();
  await putAway(draft);
};
