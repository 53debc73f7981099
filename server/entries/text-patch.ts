// The smallest change between two states of a text, in UTF-16 units as the browser counts them, never through the
// middle of a character.

export type TextPatch = { readonly from: number; readonly removed: number; readonly inserted: string };

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

export const patchBetween = (before: string, after: string): TextPatch => {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from += 1;
  if (from > 0 && isHigh(before.charCodeAt(from - 1))) from -= 1;
  let tail = 0;
  while (
    tail < shorter - from &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail += 1;
  }
  if (tail > 0 && isLow(before.charCodeAt(before.length - tail))) tail -= 1;
  return { from, removed: before.length - tail - from, inserted: after.slice(from, after.length - tail) };
};

export const applyPatch = (text: string, { from, removed, inserted }: TextPatch): string =>
  text.slice(0, from) + inserted + text.slice(from + removed);
