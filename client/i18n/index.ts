// The language of the interface: `t('area.key', {…})` is reactive, and a language is fetched when it is chosen.
import { createSignal } from 'solid-js';
import { readSetting, writeSetting } from '../settings.ts';
import type { Catalogue, MessageArgs, MessageKey, Plural } from './catalogue.ts';
import { isLocale, type Locale, pickLocale } from './locale.ts';
import { fill } from './message.ts';

export type { MessageKey } from './catalogue.ts';
export { type Locale, localeNames, locales } from './locale.ts';

const load: Record<Locale, () => Promise<Catalogue>> = {
  fi: async () => (await import('./fi/index.ts')).fi,
  sv: async () => (await import('./sv/index.ts')).sv,
  en: async () => (await import('./en/index.ts')).en,
};

type Loaded = { locale: Locale; catalogue: Catalogue };
const [loaded, setLoaded] = createSignal<Loaded>();

function current(): Loaded {
  const now = loaded();
  if (!now) throw new Error('startLanguage() must be awaited before the first render');
  return now;
}

/** The language in use; reactive. */
export const locale = (): Locale => current().locale;

/** Changes the language, remembers it on this device, and tells the browser for hyphenation and screen readers. */
export async function setLocale(next: Locale): Promise<void> {
  const catalogue = await load[next]();
  setLoaded({ locale: next, catalogue });
  writeSetting('language', next);
  document.documentElement.lang = next;
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
  const areas: Readonly<Record<string, Readonly<Record<string, string | Plural>>>> = catalogue;
  return fill(language, areas[area]?.[name] ?? key, args[0]);
}
