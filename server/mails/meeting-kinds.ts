// What a kind of meeting is called, by language.
import type { MeetingKind } from '../../shared/meeting.ts';
import type { Language } from '../../shared/vocabulary.ts';
import { meetingKind as english } from '../../shared/words/en.ts';
import { meetingKind as finnish } from '../../shared/words/fi.ts';
import { meetingKind as swedish } from '../../shared/words/sv.ts';

const names = { fi: finnish, sv: swedish, en: english };

/** As within a sentence, with a small letter. */
export const meetingKindIn = (language: Language, kind: MeetingKind): string => names[language][kind];
