// Dates that single a child out: days of birth, and full dates with a year unless a law, a term or a deadline is spoken of.
import type { Span } from './spans.ts';
import { likely } from './spans.ts';

const finnishMonth =
  '(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuu(?:ta|n|ssa)?';
const otherMonth =
  '(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|January|February|March|April|May|June|July|August|October|November|December)';
const year = '(?:19[5-9]\\d|20[0-4]\\d)';
const full = `(?:\\d{1,2}\\. ?\\d{1,2}\\. ?${year}|\\d{1,2}[-/]\\d{1,2}[-/]${year}|${year}-\\d{2}-\\d{2}|\\d{1,2}\\. ?${finnishMonth} ${year}|(?:den )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${otherMonth},? ${year}|${otherMonth} \\d{1,2}(?:st|nd|rd|th)?,? ${year})`;
const short = `(?:\\d{1,2}\\. ?\\d{1,2}\\.(?: ?\\d{2,4})?|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|\\d{1,2}\\. ?${finnishMonth}(?: ${year})?|\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${otherMonth}(?: ${year})?|${otherMonth} (?:\\d{1,2}(?:st|nd|rd|th)?(?:,? ${year})?|${year})|${finnishMonth} ${year}|${year})`;
const birth =
  '(?:synty(?:nyt|nyttä|neen|mäaika\\p{L}{0,4}|mäpäivä\\p{L}{0,6}|i|si|nyt\\p{L}{0,3})|synt\\.|s\\.|synttäri\\p{L}{0,5}|född|föddes|f\\.|födelsedag\\p{L}{0,4}|födelsetid|born|birthday|date of birth|dob|d\\.o\\.b\\.)';

const dates = new RegExp(`(?<![\\p{L}\\d./-])${full}(?![\\d/-]|\\.\\d)`, 'gu');
const births = new RegExp(
  `(?<!\\p{L})${birth}[: ]{1,2}(?:(?:on|is|är|oli|was|den|in|i|the|vuonna|år|päivä|hän|hon|han|en|un) ){0,3}(?<date>${short})(?![\\d]|\\.\\d|/)`,
  'giu',
);

// A term, a law or a decision's deadline, before or behind the date.
const ofMany =
  /(?:lain?|laki|laissa|asetu\p{L}{0,5}|voimaan\p{L}{0,4}|alkaen|lähtien|asti|saakka|mennessä|uudistu\p{L}{0,5}|astui|tulee|tuli|lukuvuo\p{L}{0,5}|ohje\p{L}{0,6}|suositu\p{L}{0,6}|opetussuunnitelm\p{L}{0,5}|viimeistään|määräaika|päivitetty|trädde|träder|kraft|lag(?:en)?|lagändring\p{L}{0,3}|senast|från och med|fr\.o\.m\.?|läsår\p{L}{0,3}|force|Act|since|deadline|by|amended|from|until|reform\p{L}{0,2}|guideline\p{L}{0,1}|valtakunnallis\p{L}{0,5}|hallituksen|julkai\p{L}{0,5}|koulutu\p{L}{0,5}|webinaari\p{L}{0,3}|wilma\p{L}{0,3})/iu;
const sentenceAround = (text: string, from: number, to: number): string => {
  const before = text.slice(Math.max(0, from - 50), from);
  return `${before.slice(before.search(/[^.!?\n]*$/u))} ${/^[^.!?\n]{0,30}/u.exec(text.slice(to, to + 30))?.[0] ?? ''}`;
};
const toldOf = (around: string): boolean =>
  around
    .split(/[^\p{L}.]+/u)
    .some((word) => new RegExp(`^(?:${ofMany.source})$`, 'iu').test(word.replace(/\.$/, '')));

export const exactDates = (text: string): Span[] => [
  ...likely(text, dates).filter(({ from, to }) => !toldOf(sentenceAround(text, from, to))),
  ...[...text.matchAll(births)].map((match) => ({
    from: match.index + match[0].length - (match.groups?.date?.length ?? 0),
    to: match.index + match[0].length,
    certain: false,
  })),
];
