// E-mail addresses: as they are written, certain; as they are written so that machines shall not read them, likely.
import type { Span } from './spans.ts';
import { likely } from './spans.ts';

const ends =
  '(?:fi|com|net|org|se|no|dk|de|ee|ru|uk|eu|me|io|ai|info|edu|gov|ua|so|tr|ax|example|invalid|test)(?![\\p{L}\\d])';
// Lengths as RFC 5321 bounds them. With spaces about the sign only where the end is one that addresses have.
const address = /(?<![\p{L}\d._%+-])[\p{L}\d._%+'-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,6}/gu;
const spaced = new RegExp(
  String.raw`(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{2,64} ?[([{<]?@[)\]}>]? ?(?:[\p{L}\d-]{1,63}\.){1,6}${ends}`,
  'giu',
);
const point = String.raw`(?:\.| ?[([{](?:piste|punkt|dot|\.)[)\]}] ?| (?:piste|punkt|dot) )`;
const hidden = new RegExp(
  String.raw`(?<![\p{L}\d._-])[\p{L}\d._-]{2,64}(?: ?[([{<] ?(?:at|a|ät|ät-merkki|miukumauku|snabel-?a|@) ?[)\]}>] ?| (?:at|ät|ät-merkki|miukumauku|snabel-?a) )(?:[\p{L}\d-]{1,40}${point}){1,4}${ends}`,
  'giu',
);

export const emails = (text: string): Span[] => [
  ...(text.includes('@')
    ? [...likely(text, address), ...likely(text, spaced)].map((span) => ({ ...span, certain: true }))
    : []),
  ...likely(text, hidden),
];
