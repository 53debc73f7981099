// Does a text name a street, a municipality or a school? By the stems of Finnish words, simply: a word counts that begins
// like the name without its end, also where the end has changed its consonant (Turku, Turussa).

/** Say of a place only what kind of place it is. */
const general = new Set(
  `koulu peruskoulu yhtenäiskoulu alakoulu yläkoulu ala-aste yläaste lukio esiopetus esikoulu päiväkoti ammattiopisto
   skola grundskola lågstadiet högstadiet gymnasium daghem förskola school kindergarten as asunto`.split(
    /\s+/,
  ),
);
const weakened: Readonly<Record<string, string>> = { k: '', t: 'd', p: 'v' };
const vowel = '[aeiouyåäö]';

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}-]{3,}/gu) ?? [];

/** How a word of this stem begins. */
const beginning = (word: string): RegExp => {
  if (word.length >= 7) return new RegExp(`^${word.slice(0, -2)}`, 'u');
  const stem = word.replace(new RegExp(`${vowel}$`, 'u'), '');
  const last = weakened[stem.at(-1) ?? ''];
  if (stem === word || last === undefined) return new RegExp(`^${stem}`, 'u');
  return new RegExp(`^(${stem}|${stem.slice(0, -1)}${last}${vowel})`, 'u');
};

/** @param name of a place, as it was recorded: `Salakylän koulu`, `Piilopolku 9` */
export const namesPlace = (text: string, name: string): boolean => {
  const telling = wordsOf(name).filter((word) => !general.has(word));
  const plain = name.trim().toLowerCase();
  if (telling.length === 0) return plain !== '' && text.toLowerCase().includes(plain);
  const words = wordsOf(text);
  return telling.some((one) => words.some((word) => beginning(one).test(word)));
};
