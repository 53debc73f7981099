// What the network has not yet taken, on this device: encrypted under a key that the server gives to the same person
// again, and wiped when the server has confirmed. Neither text nor address of it can be read by the next user.

/** Any map of bytes by name; what the browser offers is in browser-store.ts. */
export type ByteStore = {
  readonly put: (name: string, bytes: Uint8Array) => Promise<void>;
  readonly remove: (name: string) => Promise<void>;
  readonly list: (prefix: string) => Promise<{ name: string; bytes: Uint8Array }[]>;
};

export type LocalStore<T> = {
  /** Replaces what is kept under the name. Calls for one name are done in order, the newest one for all. */
  readonly keep: (name: string, value: T) => Promise<void>;
  readonly forget: (name: string) => Promise<void>;
  /** What can be read with this person's key. Anything else is left alone. */
  readonly all: () => Promise<T[]>;
};

const ivBytes = 12;
const utf8 = new TextEncoder();
const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((b) => b.toString(16).padStart(2, '0')).join('');
const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));

/** `base64Key`: 256 bits. `personId` only separates people; it is not written readably either. */
export const openLocalStore = async <T>(
  store: ByteStore,
  personId: string,
  base64Key: string,
): Promise<LocalStore<T>> => {
  const raw = bytesOf(base64Key);
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
  const naming = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  const digest = async (text: string): Promise<string> =>
    hex(await crypto.subtle.sign('HMAC', naming, utf8.encode(text))).slice(0, 32);
  const prefix = `${(await digest(`person ${personId}`)).slice(0, 16)}.`;
  const addresses = new Map<string, string>();
  const nameOf = async (name: string): Promise<string> => {
    const address = addresses.get(name) ?? prefix + (await digest(`field ${name}`));
    addresses.set(name, address);
    return address;
  };

  const seal = async (value: T): Promise<Uint8Array> => {
    const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
    const sealed = await crypto.subtle.encrypt(
      { name: 'AES-GCM', iv, additionalData: utf8.encode(prefix) },
      key,
      utf8.encode(JSON.stringify(value)),
    );
    const bytes = new Uint8Array(ivBytes + sealed.byteLength);
    bytes.set(iv);
    bytes.set(new Uint8Array(sealed), ivBytes);
    return bytes;
  };
  const open = async (bytes: Uint8Array): Promise<T | undefined> => {
    try {
      const plain = await crypto.subtle.decrypt(
        { name: 'AES-GCM', iv: bytes.slice(0, ivBytes), additionalData: utf8.encode(prefix) },
        key,
        bytes.slice(ivBytes),
      );
      return JSON.parse(new TextDecoder().decode(plain));
    } catch {
      return undefined;
    }
  };

  // One chain per name: a slow "keep" can never land after the "forget" that followed it.
  const wanted = new Map<string, T | undefined>();
  const running = new Map<string, Promise<void>>();
  const work = async (name: string): Promise<void> => {
    const address = await nameOf(name);
    while (wanted.has(name)) {
      const value = wanted.get(name);
      wanted.delete(name);
      if (value === undefined) await store.remove(address);
      else await store.put(address, await seal(value));
    }
  };
  const set = (name: string, value: T | undefined): Promise<void> => {
    wanted.set(name, value);
    const going = running.get(name);
    if (going) return going;
    const started = work(name).finally(() => running.delete(name));
    running.set(name, started);
    return started;
  };
  return {
    keep: (name, value) => set(name, value),
    forget: (name) => set(name, undefined),
    all: async () => {
      const rows = await store.list(prefix);
      const values = await Promise.all(rows.map((row) => open(row.bytes)));
      return values.filter((value) => value !== undefined);
    },
  };
};
