// Telephone numbers, Finnish and of other countries, however they are spaced. Whether digits make a number is asked of
// libphonenumber; what has the shape of a Finnish mobile number counts even where no operator has the range yet.
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Span } from './spans.ts';

const runOfDigits = /[+(]{0,2}\d(?:[\d+() ./-]*\d)?/gu;
const groupOf = /[+(]{0,2}\d+\)?/gu;
const spokenNumber =
  /(?<!\p{L})(?:puh(?:elin\p{L}{0,12}|nro|\.)?|gsm|kännykkä\p{L}{0,6}|tel(?:efon\p{L}{0,10}|\.)?|mobil\p{L}{0,8}|phone|numero\p{L}{0,4}|nummer)[:.]? {0,2}(?:on |är |is |number )?(\d[\d -]{4,14}\d)(?![\d\p{L}.%])/giu;
const digitWord =
  '(?:nolla|yksi|kaksi|kolme|neljä|viisi|kuusi|seitsemän|kahdeksan|yhdeksän|noll|ett|två|tre|fyra|fem|sex|sju|åtta|nio|zero|one|two|three|four|five|six|seven|eight|nine)';
const inWords = new RegExp(`(?<!\\p{L})${digitWord}(?:[ ,-]{1,3}${digitWord}){5,14}(?!\\p{L})`, 'giu');

const longest = 15;
// Of Finland and Sweden, also in areas whose numbers nobody has yet: one too many is left out rather than one let through.
const nationalShape = /^0(?:[2-9]\d{6,9}|1[3-9]\d{5,8}|[45]\d{6,9})$/;
const dateOrTime =
  /^(?:\d{1,2}[ ./-]\d{1,2}[ ./-]\d{2}(?:\d{2})?|\d{2}[. ]\d{2} ?- ?\d{2}[. ]\d{2}|\d{5} ?- ?\d{5}|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2} ?- ?\d{4})$/;

// Written without the plus, or as within Russia.
const plusLeftOut = /^(?:358(?:4\d|50)\d{5,8}|89\d{9})$/;

// The business identity code of a firm or an agency, which may begin with a nought too.
const businessCode = /^\d{7}-\d(?!\d)/;

const isNumber = (written: string): boolean => {
  const bare = written.replace(/\(0\)/, '');
  const digits = bare.replace(/\D/g, '');
  if (digits.length < 7 || digits.length > longest || dateOrTime.test(written.trim())) return false;
  // Points part the groups of a number only where nothing else does and none is as short as in a date.
  if (bare.includes('.') && !/^\+?\d{2,4}(?:\.\d{2,4}){2,4}$/.test(bare)) return false;
  if ((bare.includes('/') && !/^\(?0\d{1,3}\)?\/\d[\d ]{5,9}$/.test(bare)) || /\d[ (-]*\+/.test(bare))
    return false;
  const abroad = bare.includes('+') || digits.startsWith('00');
  if (plusLeftOut.test(digits)) return true;
  if (nationalShape.test(digits) && !abroad) return true;
  const asked = abroad ? `+${digits.replace(/^00/, '')}` : digits;
  if (abroad && /^\+358(?:4\d|50)\d{5,8}$/.test(asked)) return true;
  if (!abroad && !/^0[1-9]/.test(digits)) return false;
  const valid = (country: 'FI' | 'SE') => parsePhoneNumberFromString(asked, country)?.isValid() ?? false;
  return abroad ? (parsePhoneNumberFromString(asked)?.isPossible() ?? false) : valid('FI') || valid('SE');
};

const beginsNumber = (group: string): boolean => /^(?:[+(]|0\d|358\d|8$|89\d)/.test(group);
// In the middle of a run only what can be nothing else begins a number: an account number has groups with a nought too.
const beginsWithin = (group: string): boolean => /^\(?(?:\+|0(?:4\d|50))/.test(group);

/** A mobile number digit by digit, or with its nought standing alone: "0 5 0 1 2 …", "0 50 123 …". */
const beginsSpelled = (rest: string): boolean => /^0 (?:4 ?\d|5 ?0)(?: | ?- ?)\d/.test(rest);

const inRun = (run: string, offset: number): Span[] => {
  const groups = [...run.matchAll(groupOf)].map((match) => ({
    text: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }));
  const found: Span[] = [];
  for (let first = 0; first < groups.length; first++) {
    const start = groups[first];
    if (!start) continue;
    const begins = (first === 0 ? beginsNumber : beginsWithin)(start.text);
    if (!begins && !beginsSpelled(run.slice(start.from))) continue;
    if (businessCode.test(run.slice(start.from))) continue;
    let digits = 0;
    let last = first;
    while (last < groups.length && digits + (groups[last]?.text.length ?? 0) <= longest + 3)
      digits += groups[last++]?.text.length ?? 0;
    for (let end = last - 1; end >= first; end--) {
      const to = groups[end]?.to ?? start.to;
      if (!isNumber(run.slice(start.from, to))) continue;
      found.push({ from: offset + start.from, to: offset + to, certain: true });
      first = end;
      break;
    }
  }
  return found;
};

/** All of them certain: also those whose nought was left out where the text says that they are numbers, and those in words. */
export const phones = (text: string): Span[] => {
  const runs = [...text.matchAll(runOfDigits)]
    .filter(
      (match) =>
        !/[\p{L}\d]/u.test(text[match.index - 1] ?? ' ') &&
        !/^-?\p{L}(?!\p{L})/u.test(
          text.slice(match.index + match[0].length, match.index + match[0].length + 3),
        ),
    )
    .flatMap((match) => inRun(match[0], match.index));
  const spoken = [...text.matchAll(spokenNumber)].flatMap((match): Span[] => {
    const digits = match[1] ?? '';
    const to = match.index + match[0].length;
    const long = digits.replace(/\D/g, '').length >= 6;
    return long && !dateOrTime.test(digits) ? [{ from: to - digits.length, to, certain: true }] : [];
  });
  const words = [...text.matchAll(inWords)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    certain: true,
  }));
  return [...runs, ...spoken, ...words];
};
