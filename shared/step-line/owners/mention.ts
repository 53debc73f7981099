// A place in a line where somebody is named, and in which form for each who may be meant.
import type { Profession } from '../../vocabulary.ts';

/** Somebody to whom a step can be given. `name` is given names and surname as people write them. */
export type StepPerson = {
  readonly id: string;
  readonly name: string;
  readonly profession?: Profession | null;
};

/** What the form of a name says of its part in the sentence; `adessive` and `allative` are Finnish -lla and -lle. */
export type Form = 'bare' | 'genitive' | 'adessive' | 'allative' | 'other';

export type Mention = {
  /** Indexes of its words in the line. */
  readonly first: number;
  readonly last: number;
  /** By id of a person, the likeliest first. */
  readonly forms: ReadonlyMap<string, Form>;
  /** The writer, by a pronoun or by a verb in the first person. */
  readonly self?: 'pronoun' | 'verb';
};

export const formOf = (finnishEnding: string): Form => {
  if (finnishEnding === '') return 'bare';
  if (finnishEnding === 'n') return 'genitive';
  if (/ll[aä]$/u.test(finnishEnding)) return 'adessive';
  return finnishEnding.endsWith('lle') ? 'allative' : 'other';
};

const order: readonly Form[] = ['bare', 'genitive', 'adessive', 'allative', 'other'];

/** Of two forms that a word may be, the one that says more. */
export const clearer = (one: Form | undefined, other: Form): Form =>
  one !== undefined && order.indexOf(one) <= order.indexOf(other) ? one : other;
