// Members by name: given name, surname or both, in any form of Finnish, with the genitive of Swedish and English.
import { finnishReadings } from '../../reading/finnish-forms.ts';
import type { Word } from '../../reading/words.ts';
import { clearer, type Form, formOf, type Mention, type StepPerson } from './mention.ts';

/** How surely a part of a name names somebody: the name used, the surname; the rest, such as a second given name. */
type Part = { readonly id: string; readonly place: number; readonly rank: number };
type PartInForm = Part & { readonly form: Form };
export type KnownNames = {
  readonly parts: ReadonlyMap<string, readonly Part[]>;
  readonly beginnings: ReadonlySet<string>;
  readonly initials: ReadonlyMap<string, string>;
};

const beginningOf = (word: string): string => word.slice(0, 2);
const low = (text: string): string => text.normalize('NFKC').toLowerCase();

export const knownNames = (people: readonly StepPerson[]): KnownNames => {
  const parts = new Map<string, Part[]>();
  const initials = new Map<string, string>();
  const add = (word: string, part: Part): void => {
    if (word.length > 1) parts.set(word, [...(parts.get(word) ?? []), part]);
  };
  for (const { id, name } of people) {
    const pieces = low(name).split(/\s+/u).filter(Boolean);
    for (const [place, piece] of pieces.entries()) {
      const rank = place === 0 || place === pieces.length - 1 ? 2 : 1;
      add(piece, { id, place, rank });
      // Anna-Liisa may be called Anna, and somebody with two surnames by one of them.
      if (piece.includes('-')) for (const half of piece.split('-')) add(half, { id, place, rank: 1 });
    }
    if (pieces.length > 1) initials.set(id, pieces.at(-1)?.slice(0, 1) ?? '');
  }
  return { parts, beginnings: new Set([...parts.keys()].map(beginningOf)), initials };
};

const longest = 60;
// Names in small letters that are words of every other line.
const ordinary = new Set(['will', 'may', 'mark', 'bill', 'rose', 'van', 'de', 'la', 'von']);

const partsIn = (word: Word, known: KnownNames): PartInForm[] => {
  if (word.text.length > longest || !known.beginnings.has(beginningOf(word.low))) return [];
  const found = new Map<string, PartInForm>();
  const add = (parts: readonly Part[] | undefined, form: Form): void => {
    for (const part of parts ?? []) {
      const key = `${part.id} ${part.place}`;
      const before = found.get(key);
      found.set(key, { ...part, form: clearer(before?.form, form) });
    }
  };
  add(known.parts.get(word.low), 'bare');
  const apostrophe = /['’]s?$/u.exec(word.low);
  if (apostrophe) add(known.parts.get(word.low.slice(0, apostrophe.index)), 'genitive');
  if (word.low.endsWith('s')) add(known.parts.get(word.low.slice(0, -1)), 'genitive');
  for (const { base, ending } of finnishReadings(word.low)) add(known.parts.get(base), formOf(ending));
  return [...found.values()];
};

/** "Anna K." and "Anna K:lle": the form, when the word is that letter. */
const initialForm = (word: Word, initial: string | undefined): Form | undefined => {
  const [letter = '', ending = ''] = word.low.split(':');
  return word.capital && letter === initial ? formOf(ending) : undefined;
};

type Reading = { readonly id: string; readonly last: number; readonly rank: number; readonly form: Form };

/** How far somebody's name goes that begins with this part. */
const readOn = (words: readonly Word[], at: number, start: PartInForm, known: KnownNames): Reading => {
  const seen = new Set([start.place]);
  let { form } = start;
  let last = at;
  while (form === 'bare' && words[last + 1]?.joined) {
    const next = words[last + 1];
    if (!next) break;
    const part = partsIn(next, known).find(({ id, place }) => id === start.id && !seen.has(place));
    const initial = seen.size === 1 ? initialForm(next, known.initials.get(start.id)) : undefined;
    const nextForm = part?.form ?? initial;
    if (nextForm === undefined) break;
    seen.add(part?.place ?? -1);
    form = nextForm;
    last++;
  }
  return { id: start.id, last, rank: start.rank, form };
};

/** Those who are named with the most words; of these, by the part of the name that names most surely. */
const likeliest = (readings: readonly Reading[]): Reading[] => {
  const last = Math.max(...readings.map((one) => one.last));
  const farthest = readings.filter((one) => one.last === last);
  const rank = Math.max(...farthest.map((one) => one.rank));
  return farthest.filter((one) => one.rank === rank);
};

export const namesIn = (words: readonly Word[], known: KnownNames): Mention[] => {
  // Whoever writes without capitals writes names so too.
  const small = !words.some(({ capital }) => capital);
  const mentions: Mention[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word || !(word.capital || small)) continue;
    const readings = partsIn(word, known).map((part) => readOn(words, at, part, known));
    if (readings.length === 0) continue;
    const best = likeliest(readings);
    const last = best[0]?.last ?? at;
    if (small && last === at && ordinary.has(word.low)) continue;
    mentions.push({ first: at, last, forms: new Map(best.map(({ id, form }) => [id, form])) });
    at = last;
  }
  return mentions;
};
