// What lies on a shared laptop: unreadable to anybody but its writer, and gone when the server has it. Real WebCrypto;
// the browser's storage is a map.
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { inStrings } from './browser-store.ts';
import { type ByteStore, openLocalStore } from './local-store.ts';

const inMap = () => {
  const map = new Map<string, Uint8Array>();
  const store: ByteStore = {
    put: async (name, bytes) => void map.set(name, bytes),
    remove: async (name) => void map.delete(name),
    list: async (prefix) =>
      [...map].filter(([name]) => name.startsWith(prefix)).map(([name, bytes]) => ({ name, bytes })),
  };
  return { map, store };
};
const key = () => randomBytes(32).toString('base64');
type Kept = { text: string };

describe('text kept on this device', () => {
  test('can be read again by the same person in another session', async () => {
    const { store } = inMap();
    const same = key();
    await (await openLocalStore<Kept>(store, 'leena', same)).keep('entry/narrative', { text: 'Aamut' });
    expect(await (await openLocalStore<Kept>(store, 'leena', same)).all()).toEqual([{ text: 'Aamut' }]);
  });
  test('shows nothing to the next user: not the text, not where it belongs, not whose it is', async () => {
    const { map, store } = inMap();
    const mine = await openLocalStore<Kept>(store, 'leena', key());
    await mine.keep('entry-1/narrative', { text: 'Aamut ovat vaikeita' });
    const lying = [...map].map(([name, bytes]) => name + new TextDecoder('latin1').decode(bytes)).join();
    for (const word of ['Aamut', 'entry-1', 'narrative', 'leena', 'text']) expect(lying).not.toContain(word);
    expect(await (await openLocalStore<Kept>(store, 'mikko', key())).all()).toEqual([]);
    expect(await (await openLocalStore<Kept>(store, 'leena', key())).all()).toEqual([]);
    expect(map.size).toBe(1);
  });
  test('is wiped when it is confirmed, even if an older write is still under way', async () => {
    const { map, store } = inMap();
    const mine = await openLocalStore<Kept>(store, 'leena', key());
    const slow = mine.keep('f', { text: 'a' });
    void mine.keep('f', { text: 'ab' });
    await Promise.all([slow, mine.forget('f')]);
    expect(map.size).toBe(0);
    await mine.keep('f', { text: 'abc' });
    expect(await mine.all()).toEqual([{ text: 'abc' }]);
  });
  test('is not believed when somebody changed it', async () => {
    const { map, store } = inMap();
    const mine = await openLocalStore<Kept>(store, 'leena', key());
    await mine.keep('f', { text: 'a' });
    for (const bytes of map.values()) bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(await mine.all()).toEqual([]);
  });
  test('fits a storage of strings where the browser has nothing better', async () => {
    const strings = new Map<string, string>();
    const storage = {
      get length() {
        return strings.size;
      },
      key: (i: number) => [...strings.keys()][i] ?? null,
      getItem: (name: string) => strings.get(name) ?? null,
      setItem: (name: string, value: string) => void strings.set(name, value),
      removeItem: (name: string) => void strings.delete(name),
      clear: () => strings.clear(),
    };
    const mine = await openLocalStore<Kept>(inStrings(storage), 'leena', key());
    await mine.keep('f', { text: 'Åsa' });
    expect(await mine.all()).toEqual([{ text: 'Åsa' }]);
    await mine.forget('f');
    expect(strings.size).toBe(0);
  });
});
