// One mail as it leaves: plain text, in the person's language, with nothing in it that tells of a child.
import { type CaseLetter, caseText } from './case-text.ts';
import { type MeetingLetter, meetingText } from './meeting-text.ts';

export type Letter = CaseLetter | MeetingLetter;

const contentOf = (letter: Letter, origin: string, from: string) =>
  letter.about === 'case' ? caseText(letter, origin) : meetingText(letter, origin, from);

/** What nodemailer sends. The message id is the row's: a mail sent twice after a crash is one mail to its reader. */
export const compose = (letter: Letter, origin: string, from: string) => ({
  from,
  to: letter.to,
  ...contentOf(letter, origin, from),
  messageId: `<${letter.id}@${new URL(origin).hostname}>`,
  headers: {
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    'Content-Language': letter.language,
  },
  disableFileAccess: true,
  disableUrlAccess: true,
});
