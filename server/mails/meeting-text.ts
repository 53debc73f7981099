// What a mail about a meeting says: a kind, a time, a link; and the entry for the calendar beside it.
import type { Language } from '../../shared/vocabulary.ts';
import { type Envelope, locales } from './envelope.ts';
import { type Invitation, invitationFor } from './invitation.ts';
import { meetingKindIn } from './meeting-kinds.ts';
import type { MeetingGuest } from './meeting-stages.ts';
import { type MeetingSaying, meetingWords } from './meeting-texts.ts';
import type { Repeats } from './repeats.ts';
import { mailWords } from './texts.ts';

export type MeetingLetter = Envelope &
  Pick<Invitation, 'uid' | 'sequence' | 'startsAt' | 'endsAt' | 'kind' | 'saidAt'> & {
    readonly about: 'meeting';
    readonly as: MeetingGuest;
    readonly says: MeetingSaying;
    readonly repeats: Repeats | null;
    readonly occasionAt: Date | null;
  };

const styleIn = (language: Language, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'Europe/Helsinki' });
const dayIn = (language: Language, at: Date): string => styleIn(language, { dateStyle: 'full' }).format(at);
const whenIn = (language: Language, startsAt: Date, endsAt: Date): string =>
  meetingWords[language].when(
    dayIn(language, startsAt),
    styleIn(language, { timeStyle: 'short' }).formatRange(startsAt, endsAt),
  );

/** Under the time: how it repeats, or when an occasion that is moved was to be. */
const besideTime = ({ language, says, startsAt, repeats, occasionAt }: MeetingLetter): string[] => {
  const words = meetingWords[language];
  if (says === 'cancelled') return [];
  if (repeats)
    return [
      words.repeats(repeats.everyWeeks),
      ...(repeats.lastAt === null ? [] : [words.until(dayIn(language, new Date(repeats.lastAt)))]),
    ];
  const isElsewhere = occasionAt !== null && occasionAt.getTime() !== startsAt.getTime();
  return isElsewhere ? [words.planned(dayIn(language, occasionAt))] : [];
};

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Mail programs read the entry from the mail itself, not from a file beside it: `icalEvent` puts it where they look. */
export const meetingText = (letter: MeetingLetter, origin: string, from: string) => {
  const { language, as, says, startsAt, endsAt, path, to } = letter;
  const words = meetingWords[language];
  const kind = meetingKindIn(language, letter.kind);
  const link = `${origin}${path}`;
  const cancelled = says === 'cancelled';
  const method = cancelled ? 'cancel' : 'request';
  const lines = [
    words[as][says],
    `${capitalised(kind)}: ${whenIn(language, startsAt, endsAt)}`,
    ...besideTime(letter),
    '',
    cancelled ? mailWords[language].open : words[as].answer,
    link,
    '',
    cancelled ? words.whyCancelled : words[as].why,
    '',
  ];
  return {
    subject: words.subject[says](kind),
    text: lines.join('\n'),
    icalEvent: { method, content: invitationFor({ ...letter, method, recipient: to, link }, from) },
  };
};
