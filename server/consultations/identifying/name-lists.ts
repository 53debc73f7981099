// The general lists, ready to be asked. Nothing here comes from the children, the families or the workers that Rinki knows.

import { finnishBases, genitiveBases } from '../../../shared/reading/finnish-forms.ts';
import { finnishGivenNames } from './data/given-names-finnish.ts';
import { swedishGivenNames } from './data/given-names-swedish.ts';
import { worldGivenNames } from './data/given-names-world.ts';
import { namedTales, namedThings, placesThatAreNames } from './data/not-persons.ts';
import { namesThatAreWords, surnamesThatAreWords, wordsAtTheBeginning } from './data/ordinary-words.ts';
import { sentenceOpeners } from './data/sentence-openers.ts';
import { surnames } from './data/surnames.ts';

const low = (names: readonly string[]): string[] => names.map((name) => name.toLowerCase());
const given = new Set(low([...finnishGivenNames, ...swedishGivenNames, ...worldGivenNames]));
const family = new Set(low(surnames));

/**
 * How surely a word is a name: `given` and `surname` are nothing else; `word` is a name that is an ordinary word too, `landscape`
 * a surname that is one, `place` a surname that is a place too; `thing` is capitalised but nobody's name.
 */
export type NameKind = 'given' | 'surname' | 'word' | 'landscape' | 'place' | 'thing';

// Surnames tell themselves by how they end: -nen, and the words of which Swedish ones are put together.
const finnishSurname =
  /^\p{Lu}\p{Ll}{2,20}(?:nen|se(?:n|lla|llä|lle|lta|ltä|ssa|ssä|sta|stä|na|nä|en|ksi|t)|sta|stä)$/u;
const longNen = /(?:[lknrtpsm][aä]?inen|[^aeiouyäö][aeiouyäö]nen)$/u;
const swedishSurname =
  /^\p{Lu}\p{Ll}{2,14}(?:ström|qvist|kvist|sson|lund|berg|gren|roos|bäck|stedt|strand|blom|holm|felt|feldt|hjelm|löf)s?(?:in|ille|illa|ilta|ia)?$/u;
const otherSurname =
  /^\p{Lu}\p{Ll}{2,14}(?:ov|ova|ev|eva|enko|skij|skaja|ović|dze|shvili|oğlu|zadeh|pour|yan)(?:in|ille|illa|ia|n|s)?$/u;

/** Whether a capitalised word has the form of a surname that need not be in a list. */
export const looksLikeSurname = (word: string): boolean =>
  (finnishSurname.test(word) &&
    finnishBases(word.toLowerCase()).some((base) => longNen.test(base) && base.endsWith('nen'))) ||
  swedishSurname.test(word) ||
  otherSurname.test(word);

/** The endings of being in a place, coming from it and going into it. */
export const caseOfPlace = /(?:ss[aä]|st[aä]|aan|oon|een|iin|uun|ään|öön|yyn|h[aeiouyäö]n)$/u;

const kindOfBases = (bases: readonly string[]): NameKind | undefined => {
  const some = (names: ReadonlySet<string>): boolean => bases.some((base) => names.has(base));
  if (some(namedThings)) return some(given) || some(family) || some(surnamesThatAreWords) ? 'place' : 'thing';
  if (some(namesThatAreWords)) return 'word';
  if (some(given)) return 'given';
  if (some(surnamesThatAreWords)) return 'landscape';
  return some(family) ? 'surname' : undefined;
};

/** What kind of name a word is in any of its forms; undefined when no list knows it. */
export const nameKind = (word: string): NameKind | undefined => {
  const written = word.toLowerCase();
  if (namedThings.has(written)) return kindOfBases([written]);
  const bases = [...genitiveBases(written), ...finnishBases(written)];
  if (caseOfPlace.test(written) && bases.some((base) => placesThatAreNames.has(base))) return 'thing';
  return kindOfBases(bases);
};

/** Whether a word so often begins a sentence that its capital says nothing there, although a name could look like that. */
export const mayBegin = (word: string): boolean => sentenceOpeners.has(word) || wordsAtTheBeginning.has(word);

/** Whether a word as it stands is a name that is an ordinary word too; "veli" and "sisko" mostly are a brother and a sister. */
export const isNameAndNoKin = (word: string): boolean =>
  namesThatAreWords.has(word) && word !== 'veli' && word !== 'sisko';

/** How many of the words from here on are a tale's, a placeholder's or an institution's name: 0 when none. */
export const taleAt = (words: readonly { readonly low: string }[], at: number): number => {
  const tale = namedTales.find((pieces) =>
    pieces.every((piece, index) => words[at + index]?.low.startsWith(piece)),
  );
  return tale?.length ?? 0;
};
