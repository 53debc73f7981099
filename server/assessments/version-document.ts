// A version as its reader's document: the interface's words in their language, every text as it was written.

import type { Language } from '../../shared/vocabulary.ts';
import { Profession } from '../../shared/vocabulary.ts';
import type {
  DocumentItem as Item,
  DocumentSection as Section,
  WrittenDocument,
} from '../platform/pdf/document.ts';
import type { ReadVersion } from './read-version.ts';
import { en } from './words/en.ts';
import { type DocumentWords, fi } from './words/fi.ts';
import { sv } from './words/sv.ts';

const wordsIn: Record<Language, DocumentWords> = { fi, sv, en };
const locales: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

type ReadPart = ReadVersion['parts'][number];

const lookUp = (list: Readonly<Record<string, string>>, key: string): string => list[key] ?? key;

/** In the order in which a reader expects them; whatever is not named comes after. */
const fieldOrder = [
  'verbatim',
  'absence',
  'narrative',
  'synthesis',
  'strengths',
  'worries',
  'evidence',
  'agreement',
  'conclusions',
  'proposals',
  'scale',
  'how',
  'heardOn',
  'where',
  'mayRead',
];
const rank = (field: string): number => {
  const index = fieldOrder.indexOf(field.split('.')[0] ?? '');
  return index === -1 ? fieldOrder.length : index;
};

const itemOf = (words: DocumentWords, day: (iso: string) => string, field: string, text: string): Item => {
  const [name = '', of = '', part] = field.split('.');
  if (name === 'evidence') {
    return { label: part === 'source' ? words.field.source : words.field.evidence, text, quoted: false };
  }
  if (name === 'scale') {
    const area = of === '' ? '' : `: ${lookUp(words.area, of)}`;
    return { label: `${words.field.scale}${area}`, text: `${text} ${words.outOf}`, quoted: false };
  }
  const label = lookUp(words.field, name);
  if (name === 'heardOn') return { label, text: day(text), quoted: false };
  if (name === 'mayRead') return { label, text: lookUp(words.mayRead, text), quoted: false };
  return { label, text, quoted: name === 'verbatim' };
};

const isTexts = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null;

const byline = (words: DocumentWords, language: Language, part: ReadPart): string => {
  const names = part.authors.map(({ name, profession, agencyFi, agencySv }) => {
    const agency = language === 'sv' ? agencySv : agencyFi;
    const known = Profession.safeParse(profession);
    return [name, known.success ? words.profession[known.data] : words.family, agency]
      .filter(Boolean)
      .join(', ');
  });
  return `${words.author}: ${names.join(` ${words.and} `)}`;
};

const headingOf = (words: DocumentWords, part: ReadPart): string => {
  if (part.area !== null) return words.area[part.area];
  const kind = lookUp(words.kind, part.kind);
  const name = part.content?.aboutName;
  return typeof name === 'string' ? `${kind}: ${name}` : kind;
};

/** Evidence and its source stay together, in the order of their ids. */
const inOrder = ([a]: [string, string], [b]: [string, string]): number =>
  rank(a) - rank(b) || (a.replace(/source$/, 'z') < b.replace(/source$/, 'z') ? -1 : 1);

export const versionDocument = (version: ReadVersion, language: Language): WrittenDocument => {
  const words = wordsIn[language];
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales[language], { timeZone: 'Europe/Helsinki', ...options });
  const day = (iso: string) =>
    /^\d{4}-\d\d-\d\d/.test(iso) ? format({ dateStyle: 'short' }).format(new Date(iso)) : iso;
  const moment = (at: Date) => format({ dateStyle: 'short', timeStyle: 'short' }).format(at);
  const { head, signed } = version;
  const facts = [
    [words.child, signed.childName],
    [words.born, day(signed.birthDate)],
    [words.number, signed.number],
    [words.version, String(head.version)],
    [words.trigger, lookUp(words.triggers, signed.trigger)],
    [words.began, day(signed.beganOn)],
    [words.readyDue, day(signed.readyDueOn)],
    [words.signed, moment(new Date(head.signedAt))],
    ...(head.reason === null ? [] : [[words.reason, head.reason]]),
    [words.recipient, version.recipient],
  ].map(([label = '', value = '']) => ({ label, value }));
  const sections = version.parts.map((part): Section => {
    const fields = part.content?.fields;
    const items = isTexts(fields)
      ? Object.entries(fields)
          .toSorted(inOrder)
          .map(([field, text]) => itemOf(words, day, field, text))
      : [];
    const by = byline(words, language, part);
    return {
      heading: headingOf(words, part),
      by,
      withheld: part.content === null ? words.withheld : null,
      items,
    };
  });
  return {
    language,
    title: `${words.title} ${signed.number}, ${words.version.toLowerCase()} ${head.version}`,
    facts,
    note: version.withheld > 0 ? words.withheldNote : null,
    sections,
    signatures: {
      heading: words.signatures,
      lines: version.signatures.map((s) =>
        [
          s.name,
          words.profession[s.profession],
          s.substituteOf === null ? '' : `${words.substituteOf} ${s.substituteOf}`,
          moment(new Date(s.signedAt)),
        ]
          .filter((part) => part !== '')
          .join(', '),
      ),
    },
    hash: { label: words.hash, value: head.hash },
    footer: `${words.recipient}: ${version.recipient} · ${words.printed} ${day(version.readAt.toISOString())}`,
    page: words.page,
  };
};

/** Says nothing of the child: the case's number and the version's. */
export const fileNameOf = ({ head, signed }: Pick<ReadVersion, 'head' | 'signed'>): string =>
  `${signed.number}-v${head.version}.pdf`;
