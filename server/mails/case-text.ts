// What a mail about a case or a request says: a stage, a number, a day, a link.
import type { Language } from '../../shared/vocabulary.ts';
import { type Envelope, locales } from './envelope.ts';
import { linkAddress } from './link-secret.ts';
import { type MailStage, mailWords } from './texts.ts';

export type CaseLetter = Envelope & {
  readonly about: 'case';
  readonly stage: MailStage;
  readonly caseNumber: string;
  readonly dueOn: string | null;
  /** A one-time link, which takes the place of the path. */
  readonly link: { readonly secret: string; readonly until: Date } | null;
};

const dayIn = (language: Language, day: string): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  );

const momentIn = (language: Language, at: Date): string =>
  new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Helsinki',
  }).format(at);

/** Where the mail leads, and what is to be known of the way. */
const wayIn = ({ link, language, path }: CaseLetter, origin: string): string[] => {
  const words = mailWords[language];
  if (link === null) return [words.open, `${origin}${path}`, '', words.why];
  return [
    words.openOnce,
    linkAddress(origin, language, link.secret),
    '',
    words.once(momentIn(language, link.until)),
    words.whyGuest,
  ];
};

export const caseText = (letter: CaseLetter, origin: string): { subject: string; text: string } => {
  const words = mailWords[letter.language];
  const lines = [
    words[letter.stage],
    ...(letter.dueOn === null ? [] : [words.due(dayIn(letter.language, letter.dueOn))]),
    '',
    ...wayIn(letter, origin),
    '',
  ];
  return { subject: words.subject(letter.caseNumber), text: lines.join('\n') };
};
