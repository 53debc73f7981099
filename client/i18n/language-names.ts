// Languages people speak: kept as codes where the typed name is known, so that each reader sees it in their own
// language; a name that is not known stays as it was typed.
import { intlTags, type Locale, locales } from './locale.ts';

/** Those that are most spoken in Finland, and sign languages. */
const codes = [
  ...[
    'fi',
    'sv',
    'en',
    'se',
    'smn',
    'sms',
    'ru',
    'et',
    'ar',
    'so',
    'ku',
    'ckb',
    'fa',
    'prs',
    'uk',
    'sq',
    'zh',
  ],
  ...[
    'vi',
    'th',
    'tr',
    'es',
    'de',
    'fr',
    'pl',
    'ro',
    'hu',
    'bn',
    'ur',
    'hi',
    'ne',
    'ta',
    'tl',
    'pt',
    'it',
    'bg',
  ],
  ...[
    'am',
    'ti',
    'sw',
    'ln',
    'rw',
    'ps',
    'az',
    'hy',
    'ka',
    'lv',
    'lt',
    'nl',
    'no',
    'da',
    'is',
    'el',
    'bs',
    'hr',
  ],
  ...['sr', 'mk', 'he', 'ja', 'ko', 'id', 'my', 'si', 'fse', 'rom'],
];

const displays = new Map<Locale, Intl.DisplayNames>();
const displayFor = (locale: Locale): Intl.DisplayNames => {
  const known = displays.get(locale) ?? new Intl.DisplayNames(intlTags[locale], { type: 'language' });
  displays.set(locale, known);
  return known;
};

/** "suomi" for fi; what is no code stays as it is. */
export const languageName = (locale: Locale, stored: string): string => {
  if (!/^[a-z]{2,3}$/.test(stored)) return stored;
  return displayFor(locale).of(stored) ?? stored;
};

let byName: Map<string, string> | undefined;

/** "Suomi", "finska" and "Finnish" give fi; what is not known stays as it was typed. */
export const languageCode = (typed: string): string => {
  byName ??= new Map(
    locales.flatMap((locale) =>
      codes.map((code): [string, string] => [languageName(locale, code).toLocaleLowerCase('fi'), code]),
    ),
  );
  return byName.get(typed.trim().toLocaleLowerCase('fi')) ?? typed.trim();
};
