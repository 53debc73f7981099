// The words of mails and calendar entries about meetings, in three languages. Neutral: a kind of meeting, a time, a link.
import type { Language } from '../../shared/vocabulary.ts';
import type { MeetingGuest, MeetingMethod } from './meeting-stages.ts';

const sayings = ['new', 'updated', 'cancelled'] as const;
export type MeetingSaying = (typeof sayings)[number];

type GuestWords = { readonly [S in MeetingSaying]: string } & {
  /** Over the link of the mail, and under it. */
  readonly answer: string;
  readonly why: string;
  /** Over the link in the calendar entry. */
  readonly entry: { readonly [M in MeetingMethod]: string };
};
type Words = { readonly [G in MeetingGuest]: GuestWords } & {
  readonly subject: { readonly [S in MeetingSaying]: (kind: string) => string };
  readonly when: (day: string, hours: string) => string;
  readonly repeats: (everyWeeks: number) => string;
  readonly until: (day: string) => string;
  /** Of one occasion that is elsewhere than the series has it. */
  readonly planned: (day: string) => string;
  readonly whyCancelled: string;
};

export const meetingWords: { readonly [L in Language]: Words } = {
  fi: {
    subject: {
      new: (kind) => `Rinki: ${kind}`,
      updated: (kind) => `Rinki: ${kind} (muutos)`,
      cancelled: (kind) => `Rinki: ${kind} (peruttu)`,
    },
    when: (day, hours) => `${day} klo ${hours}`,
    repeats: (weeks) =>
      `${weeks === 1 ? 'Joka viikko' : `Joka ${weeks}. viikko`}, pyhäpäivinä kokousta ei ole.`,
    until: (day) => `Viimeinen kerta: ${day}.`,
    planned: (day) => `Alun perin: ${day}.`,
    whyCancelled: 'Tämä on automaattinen viesti, johon ei voi vastata.',
    visitor: {
      new: 'Sinut on kutsuttu kokoukseen.',
      updated: 'Kokoukseen, johon sinut on kutsuttu, on tullut muutos.',
      cancelled: 'Kokous, johon sinut oli kutsuttu, on peruttu.',
      answer: 'Kirjaudu sisään ja kerro, pääsetkö mukaan:',
      why: 'Tämä on automaattinen viesti. Kutsuun vastataan Ringissä: sähköpostin tai kalenterin painike ei vie vastaustasi perille. Ringissä näet myös paikan ja asiat.',
      entry: {
        request: 'Vastaa kutsuun ja katso paikka ja asiat Ringissä:',
        cancel: 'Kokous on peruttu.',
      },
    },
    team: {
      new: 'Olet mukana tässä kokouksessa. Lisää se kalenteriisi.',
      updated: 'Kokoukseen, jossa olet mukana, on tullut muutos.',
      cancelled: 'Kokous poistuu kalenteristasi: se on peruttu, tai et ole enää siinä mukana.',
      answer: 'Jos et pääse, kirjaudu sisään ja kerro se:',
      why: 'Tämä on automaattinen viesti. Poissaolo kerrotaan Ringissä: sähköpostin tai kalenterin painike ei vie vastaustasi perille. Ringissä näet myös paikan ja esityslistan.',
      entry: {
        request: 'Jos et pääse, kerro se Ringissä. Siellä näet myös paikan ja esityslistan:',
        cancel: 'Kokous on poistettu kalenteristasi.',
      },
    },
  },
  sv: {
    subject: {
      new: (kind) => `Rinki: ${kind}`,
      updated: (kind) => `Rinki: ${kind} (ändring)`,
      cancelled: (kind) => `Rinki: ${kind} (har ställts in)`,
    },
    when: (day, hours) => `${day} kl. ${hours}`,
    repeats: (weeks) =>
      `${weeks === 1 ? 'Varje vecka' : weeks === 2 ? 'Varannan vecka' : `Var ${weeks}:e vecka`}, inte på helgdagar.`,
    until: (day) => `Sista gången: ${day}.`,
    planned: (day) => `Ursprungligen: ${day}.`,
    whyCancelled: 'Det här är ett automatiskt meddelande som inte kan besvaras.',
    visitor: {
      new: 'Du är inbjuden till ett möte.',
      updated: 'Ett möte som du är inbjuden till har ändrats.',
      cancelled: 'Ett möte som du var inbjuden till har ställts in.',
      answer: 'Logga in och berätta om du kan delta:',
      why: 'Det här är ett automatiskt meddelande. Inbjudan besvaras i Rinki: knappen i e-posten eller kalendern för inte fram ditt svar. I Rinki ser du också platsen och ärendena.',
      entry: {
        request: 'Svara på inbjudan och se plats och ärenden i Rinki:',
        cancel: 'Mötet har ställts in.',
      },
    },
    team: {
      new: 'Du deltar i det här mötet. Lägg in det i din kalender.',
      updated: 'Ett möte som du deltar i har ändrats.',
      cancelled: 'Mötet tas bort ur din kalender: det har ställts in, eller så deltar du inte längre.',
      answer: 'Om du får förhinder, logga in och meddela det:',
      why: 'Det här är ett automatiskt meddelande. Förhinder meddelas i Rinki: knappen i e-posten eller kalendern för inte fram ditt svar. I Rinki ser du också platsen och föredragningslistan.',
      entry: {
        request: 'Meddela förhinder i Rinki. Där ser du också plats och föredragningslista:',
        cancel: 'Mötet har tagits bort ur din kalender.',
      },
    },
  },
  en: {
    subject: {
      new: (kind) => `Rinki: ${kind}`,
      updated: (kind) => `Rinki: ${kind} (changed)`,
      cancelled: (kind) => `Rinki: ${kind} (cancelled)`,
    },
    when: (day, hours) => `${day}, ${hours}`,
    repeats: (weeks) => `${weeks === 1 ? 'Every week' : `Every ${weeks} weeks`}, not on public holidays.`,
    until: (day) => `For the last time: ${day}.`,
    planned: (day) => `Originally: ${day}.`,
    whyCancelled: 'This is an automatic message and cannot be answered.',
    visitor: {
      new: 'You have been invited to a meeting.',
      updated: 'A meeting that you have been invited to has been changed.',
      cancelled: 'A meeting that you had been invited to has been cancelled.',
      answer: 'Sign in and say whether you can take part:',
      why: 'This is an automatic message. Invitations are answered in Rinki: the button in your mail or calendar does not carry your answer. In Rinki you also see the place and the agenda.',
      entry: {
        request: 'Answer the invitation and see place and agenda in Rinki:',
        cancel: 'The meeting has been cancelled.',
      },
    },
    team: {
      new: 'You take part in this meeting. Add it to your calendar.',
      updated: 'A meeting that you take part in has been changed.',
      cancelled: 'The meeting leaves your calendar: it has been cancelled, or you no longer take part in it.',
      answer: 'If you cannot come, sign in and say so:',
      why: 'This is an automatic message. Say in Rinki that you cannot come: the button in your mail or calendar does not carry your answer. In Rinki you also see the place and the agenda.',
      entry: {
        request: 'If you cannot come, say so in Rinki. There you also see place and agenda:',
        cancel: 'The meeting has been taken out of your calendar.',
      },
    },
  },
};
