// The laws that Rinki's own settings cite, by their names in the reader's language. What somebody wrote is never
// translated: this is for the sources of clocks and limits only.
import type { Locale } from './locale.ts';

const laws: readonly Readonly<Record<Locale, string>>[] = [
  { fi: 'lastensuojelulaki', sv: 'barnskyddslagen', en: 'Child Welfare Act' },
  { fi: 'sosiaalihuoltolaki', sv: 'socialvårdslagen', en: 'Social Welfare Act' },
];

const capital = (word: string): string => word.charAt(0).toLocaleUpperCase() + word.slice(1);

/** "Lastensuojelulaki 417/2007, 26 §" → "Barnskyddslagen 417/2007, 26 §"; a law that is not known here keeps its name. */
export const lawIn = (locale: Locale, source: string): string =>
  laws.reduce(
    (text, law) => text.replaceAll(capital(law.fi), capital(law[locale])).replaceAll(law.fi, law[locale]),
    source,
  );
