// The interface's own words, so that a journey says what a person reads and presses, in any of the three languages.
import type { Catalogue, MessageArgs, MessageKey } from '../../client/i18n/catalogue.ts';
import { en } from '../../client/i18n/en/index.ts';
import { fi } from '../../client/i18n/fi/index.ts';
import type { Locale } from '../../client/i18n/locale.ts';
import { fill } from '../../client/i18n/message.ts';
import { sv } from '../../client/i18n/sv/index.ts';

const catalogues: Record<Locale, Catalogue> = { fi, sv, en };

export type Words = <K extends MessageKey>(key: K, ...args: MessageArgs<K>) => string;

export const wordsIn =
  (locale: Locale): Words =>
  (key, ...args) => {
    const [area = '', name = ''] = key.split(/\.(.*)/s);
    const areas: Readonly<Record<string, Readonly<Record<string, string | { one: string; other: string }>>>> =
      catalogues[locale];
    const message = areas[area]?.[name];
    if (message === undefined) throw new Error(`No words for ${key}`);
    return fill(locale, message, args[0]);
  };

/** The demo region's people mostly read Finnish. */
export const t = wordsIn('fi');
