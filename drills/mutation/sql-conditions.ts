// Where the conditions stand in the text of an SQL function: what is joined by "and", and what follows "where". Knows words
// and parentheses, no more of SQL; what does not parse with a condition taken away, the database itself refuses.
export type Condition = { readonly from: number; readonly to: number; readonly text: string };

/** Words between which a condition lies, when they stand at its own depth of parentheses. */
const bounds = new Set(
  (
    'and or where on when if then else elsif end case not select from join left inner cross lateral union group order limit offset ' +
    'for returning having window as with is return raise exception perform update insert into set values using'
  ).split(' '),
);
/** After these a condition may stand even where no "and" follows. */
const openers = new Set(['and', 'where']);
/** `is not null`, `is distinct from`, `a between b and c`, `within group`, `for update` belong to what they stand in. */
const pattern =
  /--[^\n]*|'(?:[^']|'')*'|\bis (?:not )?(?:null|true|false|(?:not )?distinct from)\b|\bnot (?:exists|in)\b|\bbetween\b|[a-z_][a-z0-9_.]*|[();,]|\$\$|:=/gi;

type Token = { readonly word: string; readonly at: number; readonly end: number };

const tokensOf = (sql: string): Token[] => {
  const tokens: Token[] = [];
  let ofBetween = false;
  for (const { 0: text, index } of sql.matchAll(pattern)) {
    const word = text.toLowerCase();
    if (text.startsWith("'") || /^(is|not) /.test(word)) continue;
    if (word === 'between') ofBetween = true;
    else if (word === 'and' && ofBetween) ofBetween = false;
    else if (bounds.has(word) || /^(--.*|[();,]|\$\$|:=)$/.test(text))
      tokens.push({ word, at: index, end: index + text.length });
  }
  return tokens;
};

/** Of a refusal with several reasons (`if a or b then raise exception`) each reason, at whatever depth it is not. */
export const refusalsOf = (sql: string): Condition[] =>
  [
    ...sql.matchAll(
      /\bif ((?:(?!\b(?:if|then|end)\b)[\s\S])*?(?:case[\s\S]*?end\))?) then\s+raise exception/g,
    ),
  ].flatMap((refusal) => {
    const [, raw = ''] = refusal;
    const begins = refusal.index + 3;
    const cuts: { at: number; end: number }[] = [];
    let depth = 0;
    for (const { word, at, end } of tokensOf(raw)) {
      if (word === '(') depth += 1;
      if (word === ')') depth -= 1;
      if (word === 'or' && depth === 0) cuts.push({ at, end });
    }
    if (cuts.length === 0) return [];
    return [...cuts, { at: raw.length, end: raw.length }].map(({ at }, n) => {
      const start = cuts[n - 1]?.end ?? 0;
      const text = raw.slice(start, at).trim();
      const from = begins + start + raw.slice(start, at).indexOf(text);
      return { from, to: from + text.length, text };
    });
  });

/** Every condition of the text, once, in the order in which they begin. */
export const conditionsOf = (sql: string): Condition[] => {
  const found: Condition[] = [];
  const tokens = tokensOf(sql);
  tokens.forEach((opener, index) => {
    // From this word to the next one at the same depth.
    let depth = 0;
    const closer = tokens.slice(index + 1).find(({ word }) => {
      if (word === '(') depth += 1;
      if (word === ')') depth -= 1;
      return depth < 0 || (depth === 0 && word !== '(' && word !== ')');
    });
    if (!closer || opener.word === ')') return;
    if (!openers.has(opener.word) && closer.word !== 'and') return;
    const raw = sql.slice(opener.end, closer.at);
    const text = raw.trim();
    if (text === '' || /^(true|exists)$/i.test(text)) return;
    const from = opener.end + raw.indexOf(text);
    found.push({ from, to: from + text.length, text });
  });
  return found;
};
