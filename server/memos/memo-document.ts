// A memo as the document of whoever takes it: the words around the texts in their language, every text as it was written. Made from what
// they read on their page, and from nothing else. Pure.
import type { Memo, MemoContent, MemoPartShown, MemoVersionHead } from '../../shared/memo.ts';
import type { Language } from '../../shared/vocabulary.ts';
import type { DocumentItem, DocumentSection, WrittenDocument } from '../platform/pdf/document.ts';
import { en } from './words/en.ts';
import { fi, type MemoWords } from './words/fi.ts';
import { sv } from './words/sv.ts';

const wordsIn: Record<Language, MemoWords> = { fi, sv, en };
const locales: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

type Post = Omit<MemoVersionHead['signatures'][number], 'id' | 'signedAt'>;
type In = {
  readonly words: MemoWords;
  readonly post: (one: Post) => string;
  readonly day: (iso: string) => string;
  readonly moment: (iso: string) => string;
  readonly agency: (one: { agencyNameFi: string | null; agencyNameSv: string | null }) => string;
};

const inLanguage = (language: Language): In => {
  const words = wordsIn[language];
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales[language], { timeZone: 'Europe/Helsinki', ...options });
  const [days, moments] = [
    format({ dateStyle: 'short' }),
    format({ dateStyle: 'short', timeStyle: 'short' }),
  ];
  const agency: In['agency'] = (one) => (language === 'sv' ? one.agencyNameSv : one.agencyNameFi) ?? '';
  return {
    words,
    agency,
    post: (one) =>
      [one.name, one.profession === null ? '' : words.profession[one.profession], agency(one)]
        .filter((part) => part !== '')
        .join(', '),
    day: (iso) => days.format(new Date(iso)),
    moment: (iso) => moments.format(new Date(iso)),
  };
};

const item = (label: string, text: string, quoted = false): DocumentItem[] =>
  text.trim() === '' ? [] : [{ label, text, quoted }];
const section = (heading: string, by: string, items: readonly DocumentItem[]): DocumentSection[] =>
  items.length === 0 ? [] : [{ heading, by, withheld: null, items }];
const at = (content: MemoContent, { post }: In, index: number): string => {
  const writer = content.writers[index];
  return writer ? post(writer) : '';
};

/** The mark of a list before its line; the letters stay as they were written. */
const marks = { paragraph: '', heading: '', bullet: '• ', number: '– ' } as const;

const textsOf = (content: MemoContent, inside: In): DocumentSection[] =>
  content.sections.flatMap(({ phase, title, lines }) => {
    const writers = [...new Set(lines.flatMap(({ by }) => by))].map((one) => at(content, inside, one));
    const text = lines.map(({ look, runs }) => marks[look] + runs.map((run) => run.text).join('')).join('\n');
    const heading = title ?? inside.words.phase(phase) ?? inside.words.ownText;
    return section(
      heading,
      writers.length === 0 ? '' : `${inside.words.writers}: ${writers.join('; ')}`,
      item('', text),
    );
  });

const caughtOf = (content: MemoContent, inside: In): DocumentSection[] => {
  const { words, day, moment } = inside;
  const { question } = content;
  const by = (one: { by: number; at: string }) => `${at(content, inside, one.by)}, ${moment(one.at)}`;
  return [
    ...(question === null
      ? []
      : section(words.question, by(question), [
          ...item('', question.text),
          ...item(words.whyNow, question.whyNow),
        ])),
    ...content.hypotheses.flatMap((one) =>
      section(words.hypothesis, by(one), [
        ...item('', one.text),
        ...item(words.speaksFor, one.for),
        ...item(words.speaksAgainst, one.against),
      ]),
    ),
    ...content.childVoice.flatMap((one) =>
      section(words.childVoice, by(one), [
        ...item(words[one.kind], one.text, one.kind === 'verbatim'),
        ...item(words.heardOn, one.heardOn === null ? '' : day(one.heardOn)),
      ]),
    ),
    ...content.decisions.flatMap((one) =>
      section(words.decision, by(one), [...item('', one.text), ...item(words.differs, one.differs)]),
    ),
  ];
};

const stepsOf = (content: MemoContent, inside: In): DocumentSection[] =>
  section(
    inside.words.steps,
    '',
    content.steps.map(({ text, doer, dueOn }) => ({
      label: '',
      quoted: false,
      text: [
        text,
        doer === null ? '' : at(content, inside, doer),
        dueOn === null ? '' : inside.words.due(inside.day(dueOn)),
      ]
        .filter((part) => part !== '')
        .join(' · '),
    })),
  );

const nameOf = (
  part: Pick<MemoPartShown, 'part' | 'agencyNameFi' | 'agencyNameSv'>,
  { words, agency }: In,
): string => (part.part === 'agency' ? words.agencyPart(agency(part)) : words[part.part]);

/** Where a part stands: signed by whom, or not. */
const standing = (part: MemoPartShown, { words, post, moment }: In): DocumentItem[] => {
  const last = part.versions.at(-1);
  if (part.state === 'open' || !last) return item('', words.unsigned);
  return [
    ...item(words.version, String(last.version)),
    ...item(words.reason, last.reason ?? ''),
    ...item(
      words.signatures,
      last.signatures.map((one) => `${post(one)}, ${moment(one.signedAt)}`).join('\n'),
    ),
    ...item(words.hash, last.hash),
  ];
};

const partOf = (part: MemoPartShown, inside: In): DocumentSection[] => {
  const { content } = part;
  const { words } = inside;
  const name = nameOf(part, inside);
  if (content === null) return [{ heading: name, by: '', withheld: words.notSignedYet, items: [] }];
  const present = content.present.map((one) => at(content, inside, one)).join('\n');
  return [
    {
      heading: name,
      by: '',
      withheld: null,
      items: [...standing(part, inside), ...item(words.present, present)],
    },
    ...caughtOf(content, inside),
    ...textsOf(content, inside),
    ...stepsOf(content, inside),
  ];
};

/** @param recipient whoever takes it, in the affiliation in which they do */
export const memoDocument = (
  memo: Memo,
  recipient: Post,
  language: Language,
  readAt: Date,
): WrittenDocument => {
  const inside = inLanguage(language);
  const { words, post, day, moment } = inside;
  const withheld: DocumentSection[] = memo.teamWithheld
    ? [{ heading: words.team, by: '', withheld: words.withheld, items: [] }]
    : [];
  const sections = [...memo.parts.flatMap((part) => partOf(part, inside)), ...withheld];
  return {
    language,
    title: `${words.title} ${memo.caseNumber}`,
    facts: [
      { label: words.child, value: memo.childGivenName },
      { label: words.number, value: memo.caseNumber },
      { label: words.meeting, value: words.kind[memo.kind] },
      { label: words.discussed, value: `${moment(memo.fromAt)} – ${moment(memo.untilAt)}` },
      { label: words.recipient, value: post(recipient) },
    ],
    note: sections.some((one) => one.withheld !== null) ? words.note : null,
    sections,
    footer: `${words.recipient}: ${recipient.name} · ${words.printed} ${day(readAt.toISOString())}`,
    page: words.page,
  };
};
