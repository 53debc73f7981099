// One mail as it leaves: plain text, in the person's language, with nothing in it that tells of a child.
import type { Language } from '../../shared/vocabulary.ts';
import { linkAddress } from './link-secret.ts';
import { type MailStage, mailWords } from './texts.ts';

const locales: { readonly [L in Language]: string } = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' };

const dayIn = (language: Language, day: string): string =>
  new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  );

export type Letter = {
  readonly id: string;
  readonly to: string;
  readonly language: Language;
  readonly stage: MailStage;
  readonly caseNumber: string;
  readonly dueOn: string | null;
  readonly path: string;
  /** A one-time link, which takes the place of the path. */
  readonly link: { readonly secret: string; readonly until: Date } | null;
};

const momentIn = (language: Language, at: Date): string =>
  new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Helsinki',
  }).format(at);

/** Where the mail leads, and what is to be known of the way. */
const wayIn = ({ link, language, path }: Letter, origin: string): string[] => {
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

/** What nodemailer sends. The message id is the row's: a mail sent twice after a crash is one mail to its reader. */
export const compose = (letter: Letter, origin: string, from: string) => {
  const words = mailWords[letter.language];
  const lines = [
    words[letter.stage],
    ...(letter.dueOn === null ? [] : [words.due(dayIn(letter.language, letter.dueOn))]),
    '',
    ...wayIn(letter, origin),
    '',
  ];
  return {
    from,
    to: letter.to,
    subject: words.subject(letter.caseNumber),
    text: lines.join('\n'),
    messageId: `<${letter.id}@${new URL(origin).hostname}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': letter.language,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
};
