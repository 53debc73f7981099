// Whoever writes, speaking of themselves: a pronoun or a Finnish verb.
import type { Word } from '../../reading/words.ts';
import type { Form, Mention } from './mention.ts';

const pronouns = new Map<string, Form>([
  ...['minä', 'mä', 'mää', 'mie', 'jag'].map((word) => [word, 'bare'] as const),
  ...['minun', 'mun', 'min', 'mitt', 'my'].map((word) => [word, 'genitive'] as const),
  ...['minulla', 'mulla'].map((word) => [word, 'adessive'] as const),
  ...['minulle', 'mulle'].map((word) => [word, 'allative'] as const),
]);

// Verbs of steps. Those of the second list are nouns too, and count where a clause begins.
const verbs = new Set(
  `soitan soittelen kysyn kysäisen selvitän varaan ilmoitan sovin järjestän lähetän tapaan käyn kerron pyydän varmistan
tarkistan muistutan toimitan valmistelen keskustelen juttelen jatkan seuraan katson mietin kokoan kirjoitan hoidan otan
laitan teen olen aion lupaan pidän luen tilaan haen vien palaan välitän huolehdin kartoitan ohjaan puhun tiedustelen
täytän allekirjoitan konsultoin hankin autan koetan yritän ehdin tulen menen voin`.split(/\s+/u),
);
const nounsToo = new Set([
  'kirjaan',
  'kutsun',
  'tuon',
  'saan',
  'arvioin',
  'annan',
  'kuulen',
  'merkitsen',
  'vastaan',
]);

const swedishLine =
  /(?<!\p{L})(?:och|att|med|till|på|från|för|ska|ringer|den|det|av|om|vi|skolan|möte|nästa|senast|hos|är|som)(?!\p{L})/iu;

/** English "I", not the "I" with which a Swedish sentence begins ("I skolan"). */
const isI = (word: Word, line: string): boolean =>
  /^I(?:['’](?:ll|m|d|ve))?$/u.test(word.text) && !swedishLine.test(line);

/** Mentions of the writer. */
export const firstPersonIn = (words: readonly Word[], line: string, writer: string): Mention[] =>
  words.flatMap((word, at): Mention[] => {
    const here = (form: Form, by: 'pronoun' | 'verb'): Mention[] => [
      { first: at, last: at, forms: new Map([[writer, form]]), self: by },
    ];
    const pronoun = pronouns.get(word.low);
    if (pronoun) return here(pronoun, 'pronoun');
    if (isI(word, line)) return here('bare', 'pronoun');
    const begins = word.begins || /[,;] $/u.test(line.slice(word.from - 2, word.from));
    return verbs.has(word.low) || (begins && nounsToo.has(word.low)) ? here('bare', 'verb') : [];
  });
