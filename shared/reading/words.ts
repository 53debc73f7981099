// The words of a text with what is known of their place: whether one begins a sentence, and whether it begins with a capital.

export type Word = {
  readonly text: string;
  readonly low: string;
  readonly from: number;
  readonly to: number;
  readonly capital: boolean;
  /** Begins a sentence, a line, a quotation or what stands behind a colon: a capital says nothing there. */
  readonly begins: boolean;
  /** Nothing but one space stands between it and the word before. */
  readonly joined: boolean;
  /** The word before names it, with a colon, a bracket or a quotation mark between them at most. */
  readonly tied: boolean;
};

const shape = /\p{L}+(?:['’]\p{L}+)*(?:-\p{L}+(?:['’]\p{L}+)*)*(?::\p{Ll}{1,6}(?!\p{L}))?/gu;
// A point behind these ends no sentence.
const shortened =
  /(?:^|[^\p{L}])(?:esim|ns|mm|nk|os|tj|ts|vrt|ent|n|s|synt|puh|dr|prof|bl\.a|t\.ex|t\.o\.m|dvs|ca|kl|klo|mr|mrs|ms|e\.g|i\.e|nro|yms|ym|jne|toim|\p{Lu})\.$/iu;

const beginsBehind = (gap: string, before: string): boolean => {
  if (/[\n•!?:…]/u.test(gap)) return true;
  if (/["”“»«]$/u.test(gap)) return true;
  return /^["”»)\]]*\.["”»)\]]*\s/u.test(gap) && !shortened.test(`${before}.`);
};

export const wordsOf = (text: string): Word[] => {
  let end = 0;
  let before = '';
  return [...text.matchAll(shape)].map((match) => {
    const written = match[0];
    const gap = text.slice(end, match.index);
    const word = {
      text: written,
      low: written.toLowerCase(),
      from: match.index,
      to: match.index + written.length,
      capital: /^\p{Lu}/u.test(written),
      // In capitals throughout, a capital says nothing either.
      begins: end === 0 || /^\p{Lu}{2}/u.test(written) || beginsBehind(gap, before),
      joined: end > 0 && gap === ' ',
      tied: end > 0 && /^[:,]? ?["”“(]?$/u.test(gap),
    };
    end = word.to;
    before = written;
    return word;
  });
};
