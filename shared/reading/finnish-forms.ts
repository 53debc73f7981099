// From a form of a Finnish noun back to what it may be a form of: endings, consonant gradation and changes of the stem. Gives
// too many candidates rather than too few; a list of names decides.

// Endings of the cases behind a vowel stem, the longest first, and the little words that are written together with a noun.
const particle = /(?:kin|kaan|kään|kohan|köhän|ko|kö|han|hän|pa|pä)$/u;
const endings =
  'seen ssa ssä sta stä lla llä lta ltä lle ksi tta ttä na nä ta tä han hen hin hon hun hyn hän hön an en in on un yn än ön ien n t a ä'.split(
    ' ',
  );
const weakToStrong: readonly (readonly [RegExp, string])[] = [
  [/([^kptaeiouyäö])?([kpt])([aeiouyäö]{1,2})$/u, '$1$2$2$3'],
  [/ll([aeiouyäö])$/u, 'lt$1'],
  [/nn([aeiouyäö])$/u, 'nt$1'],
  [/rr([aeiouyäö])$/u, 'rt$1'],
  [/mm([aeiouyäö])$/u, 'mp$1'],
  [/ng([aeiouyäö])$/u, 'nk$1'],
  [/d([aeiouyäö])$/u, 't$1'],
  [/v([aeiouyäö])$/u, 'p$1'],
  [/([lr])j?e$/u, '$1ke'],
];
// The stem of a word in -e is strong and long: rinne, rinteen; laine, laineen.
const strongToWeak: readonly (readonly [RegExp, string])[] = [
  [/nte$/u, 'nne'],
  [/lte$/u, 'lle'],
  [/mpe$/u, 'mme'],
  [/([kpt])\1e$/u, '$1e'],
  [/te$/u, 'de'],
];
// So is that of one in -as: Kangas, Kankaan; rikas, rikkaan.
const strongInside: readonly (readonly [RegExp, string])[] = [
  [/nk([aä])$/u, 'ng$1'],
  [/nt([aä])$/u, 'nn$1'],
  [/lt([aä])$/u, 'll$1'],
  [/([kpt])\1([aä])$/u, '$1$2'],
];

const fromStem = (stem: string): string[] => {
  const found = [stem];
  for (const [weak, strong] of weakToStrong) if (weak.test(stem)) found.push(stem.replace(weak, strong));
  for (const one of [...found]) if (one.endsWith('e')) found.push(`${one.slice(0, -1)}i`);
  if (/[äo]e$/u.test(stem)) found.push(`${stem.slice(0, -1)}ki`);
  if (stem.endsWith('se')) found.push(`${stem.slice(0, -2)}nen`);
  if (stem.endsWith('s')) found.push(`${stem.slice(0, -1)}nen`);
  if (stem.endsWith('kse')) found.push(`${stem.slice(0, -3)}s`);
  // A name that ends in a consonant takes an -i: Kevin, Kevinille.
  if (/[^aeiouyäö]i$/u.test(stem)) found.push(stem.slice(0, -1));
  if (/aa$|ää$/u.test(stem)) {
    const short = stem.slice(0, -1);
    found.push(`${short}s`);
    for (const [strong, weak] of strongInside)
      if (strong.test(short)) found.push(`${short.replace(strong, weak)}s`);
  }
  if (stem.endsWith('ee')) {
    const short = stem.slice(0, -1);
    found.push(short);
    for (const [strong, weak] of strongToWeak)
      if (strong.test(short)) found.push(short.replace(strong, weak));
  }
  return found;
};

/** What a word may be a form of, with the ending that it then has: '' for the nominative. */
export type FinnishReading = { readonly base: string; readonly ending: string };

const fromForm = (form: string): FinnishReading[] => [
  { base: form, ending: '' },
  ...endings
    .filter((ending) => form.endsWith(ending) && form.length - ending.length >= 2)
    .flatMap((ending) => fromStem(form.slice(0, -ending.length)).map((base) => ({ base, ending }))),
];

/**
 * What a word in lower case may be a form of: itself first. Behind a colon stands the ending ("K:lle"). Bounded: a few dozen
 * readings for any word.
 */
export const finnishReadings = (word: string): FinnishReading[] => {
  const [parted = '', behindColon = ''] = word.split(':');
  const without = parted.replace(particle, '');
  const readings = [
    ...fromForm(parted),
    ...(without !== parted && without.length > 2 ? fromForm(without) : []),
  ];
  return behindColon === '' ? readings : readings.map(({ base }) => ({ base, ending: behindColon }));
};

/** The words of `finnishReadings` alone, each once. */
export const finnishBases = (word: string): string[] => [
  ...new Set(finnishReadings(word).map(({ base }) => base)),
];

/** What a word may be a form of in Swedish or English: itself, or with the -s of the genitive. */
export const genitiveBases = (word: string): string[] => {
  const bare = word.replace(/['’:]s?$/u, '');
  return [word, bare, ...(bare.endsWith('s') ? [bare.slice(0, -1)] : [])];
};
