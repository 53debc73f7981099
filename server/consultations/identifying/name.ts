// Names of persons: words of the general lists in any form, words that look like surnames, and words that the text itself
// makes names of ("oppilas Xx", "Xx:n äiti"). All of them likely: a name alone may be anybody's.
import { finnishBases, genitiveBases } from '../../../shared/reading/finnish-forms.ts';
import { type Word, wordsOf } from '../../../shared/reading/words.ts';
import {
  ageBehind,
  belongsToThing,
  doesNext,
  isMonth,
  isNoOtherSubject,
  isParent,
  isSubject,
  isToldBehind,
  namedNext,
  namesCourse,
  personBehind,
  spokenOf,
} from './name-context.ts';
import {
  caseOfPlace,
  isNameAndNoKin,
  looksLikeSurname,
  mayBegin,
  type NameKind,
  nameKind,
  taleAt,
} from './name-lists.ts';
import { likely, type Span } from './spans.ts';

type Judged = {
  readonly word: Word;
  readonly kind: NameKind | undefined;
  readonly surname: boolean;
  readonly skipped: boolean;
};

/** The word without what hangs on it: "Aino-niminen" is Aino, "Wilma-viesti" is a thing. */
const core = (word: Word): string | undefined => {
  const [first = '', ...rest] = word.text.split('-');
  if (rest.length === 0) return first;
  if (rest.every((part) => /^\p{Lu}/u.test(part))) return word.text;
  return /^(?:nimi|poi[kj]|tyt|vauva|äiti|isä|mumm|ukki|vaari|papp?a|tä[td]i|set[äi]|sed[äi]|opettaj|ohjaaj|oppila|lapsi|parka|kulta)/u.test(
    rest[0] ?? '',
  )
    ? first
    : undefined;
};

const kindOf = (word: Word): NameKind | undefined => {
  const bare = core(word);
  if (bare === undefined) return undefined;
  const whole = nameKind(bare);
  if (whole || !bare.includes('-')) return whole;
  const parts = bare.split('-').map(nameKind);
  return (['given', 'surname', 'word'] as const).find((kind) => parts.includes(kind));
};

const judge = (words: readonly Word[]): Judged[] => {
  let taleEnd = 0;
  return words.map((word, at) => {
    if (word.capital) taleEnd = Math.max(taleEnd, at + taleAt(words, at));
    const skipped = !word.capital || at < taleEnd;
    const kind = skipped ? undefined : kindOf(word);
    return { word, kind, surname: !skipped && kind !== 'thing' && looksLikeSurname(word.text), skipped };
  });
};

const mayBeName = (one: Judged | undefined): boolean => !!one && !one.skipped && one.kind !== 'thing';
const isGiven = (one: Judged | undefined): boolean =>
  mayBeName(one) && (one?.kind === 'given' || (one?.kind === 'word' && !mayBegin(one.word.low)));
const isFamily = (one: Judged | undefined): boolean =>
  mayBeName(one) && (one?.surname === true || ['surname', 'landscape', 'place'].includes(one?.kind ?? ''));

// Nouns for a child, or what ends like them: their genitive before "äiti" is no name.
const childNoun =
  /(?:lapse|poja|tytö|oppilaa|nuore|velje|sisko|l[aä]ise|luoka|tyttäre|koulu|kaveri|ystävä|vauva|kaksos\p{L}*|sisaru\p{L}*|p(?:ari|ere)|vanhe\p{L}*|nais?e|miehe|iso|pikku\p{L}*|ensimmäi\p{L}*|toi\p{L}*)n$/u;

/** A word that no list knows, at the beginning of a sentence: a name before "äiti" and the like, or a surname by its form. */
const unknownAtTheBeginning = (
  one: Judged,
  before: Judged | undefined,
  next: Judged | undefined,
): boolean => {
  const { word, surname } = one;
  if (mayBegin(word.low) || !/^\p{Lu}\p{Ll}/u.test(word.text)) return false;
  if (surname && isGiven(before)) return true;
  if (/ll[eaä]$/u.test(word.low) && isToldBehind(next?.word)) return true;
  return (
    /[ns]$/u.test(word.low) && !/nen$/u.test(word.low) && !childNoun.test(word.low) && isParent(next?.word)
  );
};

/** A word that no list knows, with a capital in the middle of a sentence: a name where the text says so. */
const unknownInTheMiddle = (
  one: Judged,
  before: Judged | undefined,
  next: Judged | undefined,
  evident: boolean,
): boolean => {
  const { word, surname } = one;
  if (!/^\p{Lu}\p{Ll}/u.test(word.text)) return false;
  if (surname || isGiven(before)) return true;
  return !caseOfPlace.test(word.low) && (evident || /lle$/u.test(word.low) || next?.word.low === 'kanssa');
};

/** Whether a capitalised word is somebody's name where it stands. */
const isName = (text: string, all: readonly Judged[], at: number): boolean => {
  const one = all[at];
  if (!one || !mayBeName(one)) return false;
  const { word, kind } = one;
  const next = all[at + 1]?.word.joined ? all[at + 1] : undefined;
  const before = word.joined ? all[at - 1] : undefined;
  if (namesCourse(text, word) || (next && namesCourse(text, next.word))) return false;
  if (belongsToThing(next?.word) || isMonth(text, word)) return false;
  const beside = isGiven(before) || (isFamily(next) && kind !== undefined);
  const told =
    spokenOf(word.tied ? all[at - 1]?.word : undefined, all[at - 2]?.word) || ageBehind(text, word);
  const acts = doesNext(next?.word) || personBehind(text, word);
  const evident =
    beside ||
    told ||
    namedNext(word, next?.word) ||
    (acts && (!mayBegin(word.low) || isNoOtherSubject(word) || isNameAndNoKin(word.low)));
  const inside = caseOfPlace.test(word.low);
  switch (kind) {
    case 'given':
    case 'surname':
      return !word.begins || beside || told || !mayBegin(word.low);
    case 'word':
      return !word.begins || evident || isSubject(word, next?.word);
    case 'landscape':
      return (!word.begins && !inside) || beside || isGiven(next) || told || namedNext(word, next?.word);
    case 'place':
      return isGiven(before) || isGiven(next) || (told && !inside);
    default:
      return word.begins
        ? unknownAtTheBeginning(one, before, next)
        : unknownInTheMiddle(one, before, next, evident);
  }
};

// "A.V." and "A. Virtanen": letters for names; "N.N." and a single letter stand for nobody.
const initials = /(?<![\p{L}\d.])(?!N\. ?N)(\p{Lu})\. ?\p{Lu}\.(?!\p{L}|\d)/gu;
// A nickname in quotation marks.
const nicknames = /["”“'’]\p{Lu}\p{Ll}{1,15}["”“'’](?=-nim|-niminen| -nim| nimellä| niminen)/gu;
const initialsTold =
  /(?<=(?:[Nn]imikirjaim\p{L}{1,6}|[Ii]nitial\p{L}{0,5}):? (?:ovat |on |är |are )?)\p{Lu}\.? ?\p{Lu}\.?(?!\p{L})/gu;

// In small letters a name is one where it is said to be, and in a text that knows no capitals at all.
const lowNamed =
  /(?<!\p{L})(?:nimi on|nimeltään|nimeltä|nimisestä|nimeni on|heter|vid namn|name is|named|called|oppilaani|oppilas|poikani|tyttäreni|pikku) (\p{Ll}{3,20})(?!\p{L})/gu;

const lowNames = (text: string, words: readonly Word[]): Span[] => {
  const said = [...text.matchAll(lowNamed)].flatMap((match): Span[] => {
    const name = match[1] ?? '';
    const to = match.index + match[0].length;
    return nameKind(name) === 'given' ? [{ from: to - name.length, to, certain: false }] : [];
  });
  if (/\p{Lu}/u.test(text)) return said;
  const unmistakable = words.filter(
    ({ text: written, low }) => written.length > 3 && nameKind(written) === 'given' && !mayBegin(low),
  );
  return [...said, ...unmistakable.map(({ from, to }) => ({ from, to, certain: false }))];
};

/** Where a name was recognised by what stands around it, the same name counts wherever else it stands with a capital. */
const again = (all: readonly Judged[], named: ReadonlySet<number>): number[] => {
  const bases = new Set(
    [...named].flatMap((at) => {
      const one = all[at];
      if (!one || one.kind === 'given' || one.kind === 'surname') return [];
      return [...genitiveBases(one.word.low), ...finnishBases(one.word.low)];
    }),
  );
  if (bases.size === 0) return [];
  return all.flatMap((one, at) => {
    if (named.has(at) || !mayBeName(one) || mayBegin(one.word.low)) return [];
    const own = [one.word.low, ...genitiveBases(one.word.low), ...finnishBases(one.word.low)];
    return own.some((base) => base.length > 3 && bases.has(base)) ? [at] : [];
  });
};

/** All of them likely; names that stand side by side are one finding. */
export const names = (text: string): Span[] => {
  const words = wordsOf(text);
  const all = judge(words);
  const first = new Set([...all.keys()].filter((at) => isName(text, all, at)));
  const named = new Set([...first, ...again(all, first)]);
  const spans: { from: number; to: number; certain: boolean }[] = [];
  for (const [at, { word }] of all.entries()) {
    if (!named.has(at)) continue;
    const open = spans.at(-1);
    if (open && word.joined && named.has(at - 1)) open.to = word.to;
    else spans.push({ from: word.from, to: word.to, certain: false });
  }
  return [
    ...spans,
    ...lowNames(text, words),
    ...likely(text, initials),
    ...likely(text, initialsTold),
    ...likely(text, nicknames),
  ];
};
