// A text as the rules read it: one kind of dash and of space, plain digits and letters, nothing invisible; and where each of
// its characters stands in the text as it was given.

export type PlainText = {
  readonly text: string;
  /** Where the place `index` of the plain text stands in the given one. */
  readonly placeOf: (index: number) => number;
};

const dash = /^[\u00AD\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]$/u;
const invisible = /^[\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]$/u;
const plainLatin = /^[\x20-\x7E\n\tÄÖÅäöå]$/u;

const plainly = (cluster: string): string => {
  if (plainLatin.test(cluster)) return cluster;
  // A soft hyphen is seen only where a line ends, so it parts nothing.
  if (cluster === '\u00AD' || invisible.test(cluster)) return '';
  if (dash.test(cluster)) return '-';
  if (/^[^\S\n]$/u.test(cluster)) return ' ';
  return cluster.normalize('NFKC').replace(/[\u200B-\u200F\u2060-\u2064\uFEFF]/gu, '');
};

/** Makes a text plain; a letter and the marks upon it count as one. Takes time in proportion to the text. */
export const plainText = (given: string): PlainText => {
  const places: number[] = [];
  let text = '';
  let at = 0;
  for (const [cluster] of given.matchAll(/\P{M}\p{M}{0,8}|\p{M}/gu)) {
    const plain = plainly(cluster);
    for (let unit = 0; unit < plain.length; unit++) places.push(at);
    text += plain;
    at += cluster.length;
  }
  places.push(at);
  return { text, placeOf: (index) => places[index] ?? at };
};
