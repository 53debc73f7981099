// Words written together that the server has not confirmed, on this device: encrypted like all unsent text
// (client/writing/local-store.ts), by document and tab.
import { session } from '../sessions/session.ts';
import { browserStore } from '../writing/browser-store.ts';
import { isAlive, thisDevice } from '../writing/device.ts';
import { type LocalStore, openLocalStore } from '../writing/local-store.ts';
import { fromText, toText } from './bytes.ts';
import type { Unsent } from './unsent.ts';

type Kept = {
  readonly documentId: string;
  readonly device: string;
  readonly updates: readonly { readonly clientId: number; readonly update: string }[];
};
export type KeptWords = {
  readonly keep: (unsent: readonly Unsent[]) => void;
  /** What earlier pages of this person left of the document; it is this page's from now on. */
  readonly takeUp: () => Promise<readonly Unsent[]>;
};

const nothing: KeptWords = { keep: () => undefined, takeUp: async () => [] };

const openStore = async (): Promise<LocalStore<Kept> | null> => {
  const who = session();
  const bytes = crypto.subtle === undefined ? null : await browserStore();
  if (!who || !bytes) return null;
  // A room of its own beside the fields that one person writes alone.
  return openLocalStore<Kept>(bytes, `${who.personId} together`, who.localKey);
};

/** A browser that keeps nothing: the words are in the page alone until they are sent. */
export const keptWords = async (documentId: string): Promise<KeptWords> => {
  const [store, device] = await Promise.all([openStore().catch(() => null), thisDevice()]);
  if (!store) return nothing;
  const name = `${device} ${documentId}`;
  return {
    keep: (unsent) => {
      const updates = unsent.map(({ clientId, update }) => ({ clientId, update: toText(update) }));
      const work =
        updates.length === 0 ? store.forget(name) : store.keep(name, { documentId, device, updates });
      work.catch(() => undefined);
    },
    takeUp: async () => {
      const found: Unsent[] = [];
      for (const record of await store.all().catch(() => [])) {
        if (record.documentId !== documentId) continue;
        if (record.device !== device && (await isAlive(record.device))) continue;
        for (const { clientId, update } of record.updates) found.push({ clientId, update: fromText(update) });
        if (record.device !== device) await store.forget(`${record.device} ${documentId}`);
      }
      return found;
    },
  };
};

/** Documents of which this person has unsent words on this device that no other living page has. */
export const documentsWithKeptWords = async (): Promise<readonly string[]> => {
  const [store, device] = await Promise.all([openStore().catch(() => null), thisDevice()]);
  const ids = new Set<string>();
  for (const record of (await store?.all().catch(() => [])) ?? [])
    if (record.device === device || !(await isAlive(record.device))) ids.add(record.documentId);
  return [...ids];
};
