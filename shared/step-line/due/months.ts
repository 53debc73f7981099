// The names of months, as parts of expressions, and their numbers.

const names: readonly (readonly string[])[] = [
  ['tammi', 'januari', 'january', 'jan'],
  ['helmi', 'februari', 'february', 'feb'],
  ['maalis', 'mars', 'march', 'mar'],
  ['huhti', 'april', 'apr'],
  ['touko', 'maj', 'may'],
  ['kesä', 'juni', 'june', 'jun'],
  ['heinä', 'juli', 'july', 'jul'],
  ['elo', 'augusti', 'august', 'aug'],
  ['syys', 'september', 'sept', 'sep'],
  ['loka', 'oktober', 'october', 'okt', 'oct'],
  ['marras', 'november', 'nov'],
  ['joulu', 'december', 'dec'],
];

export const finnishMonths = 'tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu';
export const swedishMonths =
  'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|okt|nov|dec';
export const englishMonths =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec';

/** 1 to 12; 0 for what is no month. */
export const monthNumber = (name: string): number =>
  names.findIndex((same) => same.includes(name.toLowerCase())) + 1;
