// A request as the document of whoever takes it: the words around the texts in their language, every text as it was written. Made
// from what they read on their page, and from nothing else; whose side has taken copies is no part of it. Pure.
import type { Consultation, ConsultationMessage } from '../../../shared/consultation.ts';
import type { Language } from '../../../shared/vocabulary.ts';
import type { DocumentItem, DocumentSection, WrittenDocument } from '../../platform/pdf/document.ts';
import type { Somebody } from '../names.ts';
import { en } from './words/en.ts';
import { type CopyWords, fi } from './words/fi.ts';
import { sv } from './words/sv.ts';

const wordsIn: Record<Language, CopyWords> = { fi, sv, en };
const locales: Record<Language, string> = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

/** What the document is made in: words, names and days as its recipient's language has them. */
type In = {
  readonly words: CopyWords;
  readonly post: (one: Somebody) => string;
  readonly named: (one: { nameFi: string; nameSv: string }) => string;
  readonly day: (iso: string) => string;
  readonly moment: (iso: string) => string;
};

const inLanguage = (language: Language): In => {
  const words = wordsIn[language];
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales[language], { timeZone: 'Europe/Helsinki', ...options });
  const [days, moments] = [
    format({ dateStyle: 'short' }),
    format({ dateStyle: 'short', timeStyle: 'short' }),
  ];
  const swedish = language === 'sv';
  return {
    words,
    post: ({ name, profession, agencyNameFi, agencyNameSv }) =>
      `${name}, ${words.profession[profession]}, ${swedish ? agencyNameSv : agencyNameFi}`,
    named: ({ nameFi, nameSv }) => (swedish ? nameSv : nameFi),
    day: (iso) => days.format(new Date(iso)),
    moment: (iso) => moments.format(new Date(iso)),
  };
};

const plain = (text: string): DocumentItem => ({ label: '', text, quoted: false });
const under = (label: string, text: string): DocumentItem[] =>
  text === '' ? [] : [{ label, text, quoted: false }];
const section = (heading: string, by: string, items: readonly DocumentItem[]): DocumentSection[] =>
  items.length === 0 ? [] : [{ heading, by, withheld: null, items }];

const childOf = ({ child, anonymous }: Consultation, { words, day }: In): DocumentSection[] => {
  if (anonymous || child === null)
    return [{ heading: words.child, by: '', withheld: words.notNamed, items: [] }];
  const { ground } = child;
  return section(words.child, '', [
    ...under(words.childName, child.name),
    ...under(words.born, child.birthDate === null ? '' : day(child.birthDate)),
    ...(ground === null
      ? []
      : [
          ...under(
            words.ground,
            [ground.statute || words.groundKind[ground.kind], ground.evidence].join('\n'),
          ),
          ...under(words.covers, ground.covers.map((one) => words.dataClass[one]).join(', ')),
        ]),
  ]);
};

const backgroundOf = (of: Consultation, { words }: In): DocumentSection[] => {
  const supports = (tried: Consultation['supports'][number]['tried']) =>
    of.supports
      .filter((one) => one.tried === tried)
      .map((one) => [words.support[one.support], one.note].filter(Boolean).join(': '))
      .join('\n');
  return section(words.background, '', [
    ...under(words.age, of.ageBand === null ? '' : words.ageBand[of.ageBand]),
    ...under(words.gradeLabel, of.grade === null ? '' : words.grade[of.grade]),
    ...under(words.tried, supports('tried')),
    ...under(words.notTried, supports('not-tried')),
    ...under(words.notSuitable, supports('not-suitable')),
    ...under(
      words.absences,
      of.absenceHours.map(({ reason, hours }) => `${words.absenceReason[reason]}: ${hours}`).join('\n'),
    ),
    ...under(words.consent, of.consent),
  ]);
};

const timesOf = (
  message: ConsultationMessage,
  all: readonly ConsultationMessage[],
  of: In,
): DocumentItem[] => {
  const { words, moment } = of;
  const line = ({ from, to }: ConsultationMessage['times'][number]) => `${moment(from)} – ${moment(to)}`;
  const way = message.way === null ? '' : words.talkWay[message.way];
  if (message.kind === 'times-proposed')
    return under(words.times, [way, ...message.times.map(line)].filter((text) => text !== '').join('\n'));
  if (message.kind !== 'time-chosen') return [];
  const time = all.find(({ id }) => id === message.about)?.times[message.chosen ?? -1];
  return time ? under(words.chosen, [way, line(time)].filter(Boolean).join('\n')) : [plain(words.noneFits)];
};

const turnOf = (
  message: ConsultationMessage,
  all: readonly ConsultationMessage[],
  of: In,
): DocumentSection => ({
  heading: `${message.author.name} ${of.words.messageKind[message.kind]}`,
  by: `${of.post(message.author)}, ${of.moment(message.at)}`,
  withheld: null,
  items: [
    ...(message.text === '' ? [] : [plain(message.text)]),
    ...timesOf(message, all, of),
    ...under(of.words.writers, message.writers.map(of.post).join('\n')),
  ],
});

const attachmentsOf = (of: Consultation, { words, post, moment }: In): DocumentSection[] =>
  section(words.attachments, words.attachmentsApart, [
    ...of.attachments.map(({ n, name, size, sha256, by, at, state }) =>
      plain(
        [
          `${n}. ${name}, ${size} ${words.bytes}`,
          `${post(by)}, ${moment(at)}`,
          `${words.hash}: ${sha256}`,
          ...(state === 'open' ? [] : [state === 'held' ? words.held : words.unchecked]),
        ].join('\n'),
      ),
    ),
  ]);

const endOf = (of: Consultation, { words, post, moment }: In): DocumentSection[] => [
  ...section(
    words.outcomes,
    '',
    of.outcomes.map((one) =>
      plain(
        [words.outcomeKind[one.kind], one.words, `${post(one.by)}, ${moment(one.at)}`]
          .filter(Boolean)
          .join('\n'),
      ),
    ),
  ),
  ...(of.followUp === null
    ? []
    : section(words.followUp, moment(of.followUp.at), [
        plain([words.followUpAnswer[of.followUp.helped], of.followUp.words].filter(Boolean).join('\n')),
      ])),
  ...section(words.history, '', [
    plain(
      of.history
        .map(({ by, act, at, reason }) =>
          [
            `${moment(at)} ${by.name} ${words.consultationAct[act]}`,
            reason === null ? '' : `${words.reason}: ${reason}`,
          ]
            .filter(Boolean)
            .join('. '),
        )
        .join('\n'),
    ),
  ]),
];

/** @param recipient whoever takes it, in the affiliation in which they do */
export const consultationDocument = (
  of: Consultation,
  recipient: Somebody,
  language: Language,
  at: Date,
): WrittenDocument => {
  const inside = inLanguage(language);
  const { words, post, named, day, moment } = inside;
  const fact = (label: string, value: string | null) => (value === null ? [] : [{ label, value }]);
  const experts = of.experts.filter(({ accepted }) => accepted === true).map(({ person }) => post(person));
  const sections: DocumentSection[] = [
    ...childOf(of, inside),
    {
      heading: words.question,
      by: `${post(of.asker)}, ${moment(of.receivedAt)}`,
      withheld: null,
      items: [plain(of.question)],
    },
    ...backgroundOf(of, inside),
    ...of.messages.map((message) => turnOf(message, of.messages, inside)),
    ...attachmentsOf(of, inside),
    ...endOf(of, inside),
  ];
  return {
    language,
    title: `${words.title} ${of.number}`,
    facts: [
      ...fact(words.number, of.number),
      ...fact(words.area, words.questionArea[of.area]),
      ...fact(words.urgencyLabel, words.urgency[of.urgency]),
      ...fact(words.asker, post(of.asker)),
      ...fact(words.deputy, of.deputy && post(of.deputy)),
      ...fact(words.service, named(of.service)),
      ...fact(words.holder, of.holder && post(of.holder)),
      ...fact(words.experts, experts.length === 0 ? null : experts.join('; ')),
      ...fact(words.received, moment(of.receivedAt)),
      ...fact(words.answered, of.answeredAt && moment(of.answeredAt)),
      ...fact(words.recipient, post(recipient)),
    ],
    note: sections.some(({ withheld }) => withheld !== null) ? words.note : null,
    sections,
    footer: `${words.recipient}: ${recipient.name} · ${words.printed} ${day(at.toISOString())}`,
    page: words.page,
  };
};
