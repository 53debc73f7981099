// The three languages of the interface and the formatting rules each one uses.

export const locales = ['fi', 'sv', 'en'] as const;
export type Locale = (typeof locales)[number];

/** Each language by its own name, as the language choice shows it. */
export const localeNames: Record<Locale, string> = { fi: 'Suomi', sv: 'Svenska', en: 'English' };

/** Swedish as in Finland; English with day before month, since the dates are read in Finland. */
export const intlTags: Record<Locale, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** The first language a person's browser asks for that Rinki speaks; Finnish when none. */
export function pickLocale(wanted: readonly string[]): Locale {
  for (const tag of wanted) {
    const language = tag.slice(0, 2).toLowerCase();
    if (isLocale(language)) return language;
  }
  return 'fi';
}
