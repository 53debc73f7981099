// The language of the interface: `t('area.key', {…})` is reactive, and a language is fetched when it is chosen.
import { createSignal } from 'solid-js';
import { readSetting, writeSetting } from '../settings.ts';
import type { Catalogue, MessageArgs, MessageKey, Plural } from './catalogue.ts';
import { isLocale, type Locale, pickLocale } from './locale.ts';
import { fill } from './message.ts';

export type { MessageKey } from './catalogue.ts';
export { type Locale, localeNames, locales } from './locale.ts';

type Words = Partial<Catalogue>;

const loadFront: Record<Locale, () => Promise<Words>> = {
  fi: async () => (await import('./fi/front.ts')).front,
  sv: async () => (await import('./sv/front.ts')).front,
  en: async () => (await import('./en/front.ts')).front,
};
const loadRooms: Record<Locale, () => Promise<Words>> = {
  fi: async () => (await import('./fi/rooms.ts')).rooms,
  sv: async () => (await import('./sv/rooms.ts')).rooms,
  en: async () => (await import('./en/rooms.ts')).rooms,
};

type Loaded = { locale: Locale; catalogue: Words };
const [loaded, setLoaded] = createSignal<Loaded>();
let roomsWanted: Promise<void> | undefined;

function current(): Loaded {
  const now = loaded();
  if (!now) throw new Error('startLanguage() must be awaited before the first render');
  return now;
}

/** The language in use; reactive. */
export const locale = (): Locale => current().locale;

const read = async (language: Locale): Promise<Words> => {
  const parts = [loadFront[language](), ...(roomsWanted ? [loadRooms[language]()] : [])];
  return Object.assign({}, ...(await Promise.all(parts)));
};

/** Changes the language, remembers it on this device, and tells the browser for hyphenation and screen readers. */
export async function setLocale(next: Locale): Promise<void> {
  const catalogue = await read(next);
  setLoaded({ locale: next, catalogue });
  writeSetting('language', next);
  document.documentElement.lang = next;
}

const addRooms = async (): Promise<void> => {
  const language = locale();
  const catalogue = await read(language);
  // Meanwhile another language may have been chosen; that one was read with its rooms.
  if (locale() === language) setLoaded({ locale: language, catalogue });
};

/** To be awaited before a room other than Today is shown; `routes.tsx` does it for each. */
export function roomWords(): Promise<void> {
  roomsWanted ??= Promise.resolve().then(addRooms);
  return roomsWanted;
}

/** To be awaited before the first render: the remembered language, or the browser's. */
export async function startLanguage(): Promise<void> {
  const remembered = readSetting('language');
  await setLocale(isLocale(remembered) ? remembered : pickLocale(navigator.languages));
}

/** The text for a key in the language in use. Key and parameters are checked by the compiler. */
export function t<K extends MessageKey>(key: K, ...args: MessageArgs<K>): string {
  const { locale: language, catalogue } = current();
  const [area = '', name = ''] = key.split(/\.(.*)/s);
  const areas: Readonly<Record<string, Readonly<Record<string, string | Plural>> | undefined>> = catalogue;
  return fill(language, areas[area]?.[name] ?? key, args[0]);
}
