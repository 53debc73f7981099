// Bytes by name in this browser: IndexedDB, or localStorage where that is blocked.
import type { ByteStore } from './local-store.ts';

const databaseName = 'rinki';
const tableName = 'unsent';
const localPrefix = 'rinki.unsent.';

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const openDatabase = (): Promise<IDBDatabase> => {
  const request = indexedDB.open(databaseName, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(tableName);
  return done(request);
};

const inDatabase = (database: IDBDatabase): ByteStore => {
  const table = (mode: IDBTransactionMode) =>
    database.transaction(tableName, mode, { durability: 'strict' }).objectStore(tableName);
  /** Committed in the same breath: a tab that dies before the answer takes an open transaction with it. */
  const write = async (work: (store: IDBObjectStore) => IDBRequest): Promise<void> => {
    const store = table('readwrite');
    const request = work(store);
    store.transaction.commit();
    await done(request);
  };
  return {
    put: (name, bytes) => write((store) => store.put(bytes, name)),
    remove: (name) => write((store) => store.delete(name)),
    list: async (prefix) => {
      const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
      const store = table('readonly');
      const [names, values] = await Promise.all([done(store.getAllKeys(range)), done(store.getAll(range))]);
      return names.map((name, i) => ({ name: String(name), bytes: values[i] as Uint8Array }));
    },
  };
};

const toText = (bytes: Uint8Array): string => btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join(''));
const fromText = (text: string): Uint8Array => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

/** Exported for its test: any storage of strings will do. */
export const inStrings = (storage: Storage): ByteStore => ({
  put: async (name, bytes) => storage.setItem(localPrefix + name, toText(bytes)),
  remove: async (name) => storage.removeItem(localPrefix + name),
  list: async (prefix) => {
    const names = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '');
    return names
      .filter((name) => name.startsWith(localPrefix + prefix))
      .map((name) => ({
        name: name.slice(localPrefix.length),
        bytes: fromText(storage.getItem(name) ?? ''),
      }));
  },
});

/** Null where the browser keeps nothing at all: text then lives in the page alone until it is sent. */
export const browserStore = async (): Promise<ByteStore | null> => {
  try {
    return inDatabase(await openDatabase());
  } catch {
    try {
      return inStrings(localStorage);
    } catch {
      return null;
    }
  }
};
