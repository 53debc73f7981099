// Places in a text that ask for another look, and the text cut at them.

/** Characters `from` up to `to`. */
export type TextMark = { readonly from: number; readonly to: number; readonly look: 'certain' | 'likely' };

export type TextPiece = { readonly words: string; readonly look: TextMark['look'] | null };

/** The text in pieces, marked and not, in order; of two marks on one place the first one counts. */
export const pieces = (text: string, marks: readonly TextMark[]): TextPiece[] => {
  const found: TextPiece[] = [];
  let at = 0;
  for (const { from, to, look } of [...marks].sort((a, b) => a.from - b.from)) {
    if (from < at || to > text.length) continue;
    found.push({ words: text.slice(at, from), look: null }, { words: text.slice(from, to), look });
    at = to;
  }
  return [...found, { words: text.slice(at), look: null }].filter((piece) => piece.words !== '');
};
