// One mail as it leaves: plain text, in the person's language, with nothing in it that tells of a child.
import type { Language } from '../../shared/vocabulary.ts';
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
};

/** What nodemailer sends. The message id is the row's: a mail sent twice after a crash is one mail to its reader. */
export const compose = (letter: Letter, origin: string, from: string) => {
  const words = mailWords[letter.language];
  const lines = [
    words[letter.stage],
    ...(letter.dueOn === null ? [] : [words.due(dayIn(letter.language, letter.dueOn))]),
    '',
    words.open,
    `${origin}${letter.path}`,
    '',
    words.why,
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
