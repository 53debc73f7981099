// Members by profession: whoever of them has it, in the forms of the three languages.
import { finnishReadings } from '../../reading/finnish-forms.ts';
import type { Word } from '../../reading/words.ts';
import type { Profession } from '../../vocabulary.ts';
import { type Form, formOf, type Mention, type StepPerson } from './mention.ts';
import { englishProfessions, finnishProfessions, swedishProfessions } from './spoken-professions.ts';

/** The forms of a word as it may stand: with what it is in the dictionary. */
type FormsOf = (word: string) => { base: string; form: Form }[];

const finnish: FormsOf = (word) =>
  finnishReadings(word).map(({ base, ending }) => ({ base, form: formOf(ending) }));

const article = /(?:en|et|n|t)$/u;

const swedish: FormsOf = (word) => {
  const bare = [word, word.replace(article, ''), word.replace(/[nt]$/u, '')];
  const genitive = word.endsWith('s') ? swedish(word.slice(0, -1)) : [];
  return [
    ...bare.map((base) => ({ base, form: 'bare' as const })),
    ...genitive.map(({ base }) => ({ base, form: 'genitive' as const })),
  ];
};

const english: FormsOf = (word) => [
  { base: word, form: 'bare' },
  { base: word.replace(/['’]s?$/u, ''), form: /['’]/u.test(word) ? 'genitive' : 'bare' },
];

type Phrase = { readonly words: readonly string[]; readonly professions: readonly Profession[] };

/** By the first two letters, which no form changes; the longest phrase first. */
const byBeginning = (
  spoken: Readonly<Record<string, readonly Profession[]>>,
): ReadonlyMap<string, readonly Phrase[]> => {
  const phrases = new Map<string, Phrase[]>();
  for (const [said, professions] of Object.entries(spoken)) {
    const beginning = said.slice(0, 2);
    const phrase = { words: said.split(' '), professions };
    const those = [...(phrases.get(beginning) ?? []), phrase];
    phrases.set(
      beginning,
      those.sort((a, b) => b.words.length - a.words.length),
    );
  }
  return phrases;
};

const tongues = [
  { phrases: byBeginning(finnishProfessions), formsOf: finnish },
  { phrases: byBeginning(swedishProfessions), formsOf: swedish },
  { phrases: byBeginning(englishProfessions), formsOf: english },
];

const longest = 60;

/** The form of the last word when the phrase stands here. */
const formHere = (words: readonly Word[], at: number, phrase: Phrase, formsOf: FormsOf): Form | undefined => {
  let form: Form | undefined;
  for (const [index, wanted] of phrase.words.entries()) {
    const word = words[at + index];
    if (!word || word.text.length > longest || (index > 0 && !word.joined)) return undefined;
    form = formsOf(word.low).find(({ base }) => base === wanted)?.form;
    if (form === undefined) return undefined;
  }
  return form;
};

const phraseAt = (words: readonly Word[], at: number): { phrase: Phrase; form: Form } | undefined => {
  const beginning = words[at]?.low.slice(0, 2) ?? '';
  const found = tongues.flatMap(({ phrases, formsOf }) =>
    (phrases.get(beginning) ?? []).flatMap((phrase) => {
      const form = formHere(words, at, phrase, formsOf);
      return form === undefined ? [] : [{ phrase, form }];
    }),
  );
  return found.sort((a, b) => b.phrase.words.length - a.phrase.words.length)[0];
};

export const professionsIn = (words: readonly Word[], people: readonly StepPerson[]): Mention[] => {
  const mentions: Mention[] = [];
  for (let at = 0; at < words.length; at++) {
    const found = phraseAt(words, at);
    if (!found) continue;
    const last = at + found.phrase.words.length - 1;
    const meant = found.phrase.professions.flatMap((profession) =>
      people.filter((person) => person.profession === profession),
    );
    if (meant.length > 0)
      mentions.push({ first: at, last, forms: new Map(meant.map(({ id }) => [id, found.form])) });
    at = last;
  }
  return mentions;
};
