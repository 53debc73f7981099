// The words of mails and calendar entries about meetings, in three languages. Neutral: a kind of meeting, a time, a link.
import type { Language } from '../../shared/vocabulary.ts';

const meetingStages = ['meeting-invitation', 'meeting-updated', 'meeting-cancelled'] as const;
export type MeetingStage = (typeof meetingStages)[number];
/** What is queued: whether a request is an invitation or a change is known when it is sent. */
export const queuedMeetingStages = ['meeting-invitation', 'meeting-cancelled'] as const;

type Words = { readonly [S in MeetingStage]: string } & {
  readonly subject: { readonly [S in MeetingStage]: (kind: string) => string };
  readonly when: (day: string, hours: string) => string;
  readonly answer: string;
  readonly why: string;
  readonly whyCancelled: string;
  /** Over the link in the calendar entry. */
  readonly entry: { readonly request: string; readonly cancel: string };
};

export const meetingWords: { readonly [L in Language]: Words } = {
  fi: {
    subject: {
      'meeting-invitation': (kind) => `Rinki: ${kind}`,
      'meeting-updated': (kind) => `Rinki: ${kind} (muutos)`,
      'meeting-cancelled': (kind) => `Rinki: ${kind} (peruttu)`,
    },
    'meeting-invitation': 'Sinut on kutsuttu kokoukseen.',
    'meeting-updated': 'Kokoukseen, johon sinut on kutsuttu, on tullut muutos.',
    'meeting-cancelled': 'Kokous, johon sinut oli kutsuttu, on peruttu.',
    when: (day, hours) => `${day} klo ${hours}`,
    answer: 'Kirjaudu sisään ja kerro, pääsetkö mukaan:',
    why: 'Tämä on automaattinen viesti. Kutsuun vastataan Ringissä: sähköpostin tai kalenterin painike ei vie vastaustasi perille. Ringissä näet myös paikan ja asiat.',
    whyCancelled: 'Tämä on automaattinen viesti, johon ei voi vastata.',
    entry: {
      request: 'Vastaa kutsuun ja katso paikka ja asiat Ringissä:',
      cancel: 'Kokous on peruttu.',
    },
  },
  sv: {
    subject: {
      'meeting-invitation': (kind) => `Rinki: ${kind}`,
      'meeting-updated': (kind) => `Rinki: ${kind} (ändring)`,
      'meeting-cancelled': (kind) => `Rinki: ${kind} (har ställts in)`,
    },
    'meeting-invitation': 'Du är inbjuden till ett möte.',
    'meeting-updated': 'Ett möte som du är inbjuden till har ändrats.',
    'meeting-cancelled': 'Ett möte som du var inbjuden till har ställts in.',
    when: (day, hours) => `${day} kl. ${hours}`,
    answer: 'Logga in och berätta om du kan delta:',
    why: 'Det här är ett automatiskt meddelande. Inbjudan besvaras i Rinki: knappen i e-posten eller kalendern för inte fram ditt svar. I Rinki ser du också platsen och ärendena.',
    whyCancelled: 'Det här är ett automatiskt meddelande som inte kan besvaras.',
    entry: {
      request: 'Svara på inbjudan och se plats och ärenden i Rinki:',
      cancel: 'Mötet har ställts in.',
    },
  },
  en: {
    subject: {
      'meeting-invitation': (kind) => `Rinki: ${kind}`,
      'meeting-updated': (kind) => `Rinki: ${kind} (changed)`,
      'meeting-cancelled': (kind) => `Rinki: ${kind} (cancelled)`,
    },
    'meeting-invitation': 'You have been invited to a meeting.',
    'meeting-updated': 'A meeting that you have been invited to has been changed.',
    'meeting-cancelled': 'A meeting that you had been invited to has been cancelled.',
    when: (day, hours) => `${day}, ${hours}`,
    answer: 'Sign in and say whether you can take part:',
    why: 'This is an automatic message. Invitations are answered in Rinki: the button in your mail or calendar does not carry your answer. In Rinki you also see the place and the agenda.',
    whyCancelled: 'This is an automatic message and cannot be answered.',
    entry: {
      request: 'Answer the invitation and see place and agenda in Rinki:',
      cancel: 'The meeting has been cancelled.',
    },
  },
};
