// What a mail about a meeting says: a kind, a time, a link; and the entry for the calendar beside it.
import type { Language } from '../../shared/vocabulary.ts';
import { type Envelope, locales } from './envelope.ts';
import { type Invitation, invitationFor } from './invitation.ts';
import { meetingKindIn } from './meeting-kinds.ts';
import { type MeetingStage, meetingWords } from './meeting-texts.ts';
import { mailWords } from './texts.ts';

export type MeetingLetter = Envelope &
  Pick<Invitation, 'uid' | 'sequence' | 'startsAt' | 'endsAt' | 'kind' | 'saidAt'> & {
    readonly about: 'meeting';
    readonly stage: MeetingStage;
  };

const whenIn = (language: Language, startsAt: Date, endsAt: Date): string => {
  const style = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'Europe/Helsinki' });
  return meetingWords[language].when(
    style({ dateStyle: 'full' }).format(startsAt),
    style({ timeStyle: 'short' }).formatRange(startsAt, endsAt),
  );
};

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Mail programs read the entry from the mail itself, not from a file beside it: `icalEvent` puts it where they look. */
export const meetingText = (letter: MeetingLetter, origin: string, from: string) => {
  const { language, stage, startsAt, endsAt, path, to } = letter;
  const words = meetingWords[language];
  const kind = meetingKindIn(language, letter.kind);
  const link = `${origin}${path}`;
  const cancelled = stage === 'meeting-cancelled';
  const method = cancelled ? 'cancel' : 'request';
  const lines = [
    words[stage],
    `${capitalised(kind)}: ${whenIn(language, startsAt, endsAt)}`,
    '',
    cancelled ? mailWords[language].open : words.answer,
    link,
    '',
    cancelled ? words.whyCancelled : words.why,
    '',
  ];
  return {
    subject: words.subject[stage](kind),
    text: lines.join('\n'),
    icalEvent: { method, content: invitationFor({ ...letter, method, recipient: to, link }, from) },
  };
};
