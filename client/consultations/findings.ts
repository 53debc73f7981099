// What tells who the child is, in a text that goes on being typed: each finding keeps to its words, and goes with them.
import type { FindingKind } from '../../shared/identifying.ts';
import { caretAfter } from '../writing/caret.ts';

/** As the server answers it, for one path. */
export type Place = {
  readonly path: string;
  readonly from: number;
  readonly to: number;
  readonly kind: FindingKind;
  readonly certain: boolean;
};
export type Found = Place & { readonly words: string };

/** The places with the words that stand there. A place outside the text is of another text. */
export const foundIn = (places: readonly Place[], textAt: (path: string) => string): Found[] =>
  places.flatMap((place) => {
    const words = textAt(place.path).slice(place.from, place.to);
    return words === '' ? [] : [{ ...place, words }];
  });

/** Where they stand after somebody typed on; what was changed is a finding no more. */
export const movedWith = (found: readonly Found[], path: string, before: string, after: string): Found[] =>
  found.flatMap((one) => {
    if (one.path !== path) return [one];
    const from = caretAfter(before, after, one.from);
    const to = from + one.words.length;
    return after.slice(from, to) === one.words ? [{ ...one, from, to }] : [];
  });

export const certainOnes = (found: readonly Found[]): Found[] => found.filter((one) => one.certain);
export const likelyOnes = (found: readonly Found[]): Found[] => found.filter((one) => !one.certain);

/** What was looked at and left is not asked about again. */
export const foundKey = (one: Found): string => `${one.path} ${one.kind} ${one.words}`;
