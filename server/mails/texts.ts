// The words of the few mails there are, in three languages. Neutral: a stage, a number, a date, a link.
import type { Language } from '../../shared/vocabulary.ts';

const stages = ['invited', 'asked', 'to-sign', 'texts-to-read'] as const;
export type MailStage = (typeof stages)[number];
export const isMailStage = (text: string): text is MailStage => stages.some((stage) => stage === text);

type Words = { readonly [S in MailStage]: string } & {
  readonly subject: (number: string) => string;
  readonly due: (day: string) => string;
  readonly open: string;
  readonly why: string;
};

export const mailWords: { readonly [L in Language]: Words } = {
  fi: {
    subject: (number) => `Rinki: asia ${number}`,
    invited: 'Sinut on kutsuttu mukaan.',
    asked: 'Sinulta pyydetään osuutta.',
    'to-sign': 'Asiakirja odottaa allekirjoitustasi.',
    'texts-to-read': 'Sinulle on luettavaa.',
    due: (day) => `Määräpäivä: ${day}`,
    open: 'Kirjaudu sisään ja avaa:',
    why: 'Tämä viesti on lähetetty automaattisesti. Siihen ei voi vastata. Asian sisältö näkyy vain kirjautuneena.',
  },
  sv: {
    subject: (number) => `Rinki: ärende ${number}`,
    invited: 'Du har blivit inbjuden att delta.',
    asked: 'Du ombeds skriva din del.',
    'to-sign': 'Ett dokument väntar på din underskrift.',
    'texts-to-read': 'Det finns något för dig att läsa.',
    due: (day) => `Sista dag: ${day}`,
    open: 'Logga in och öppna:',
    why: 'Det här meddelandet skickades automatiskt och kan inte besvaras. Ärendets innehåll syns endast för den som är inloggad.',
  },
  en: {
    subject: (number) => `Rinki: matter ${number}`,
    invited: 'You have been invited to take part.',
    asked: 'Your contribution has been asked for.',
    'to-sign': 'A document awaits your signature.',
    'texts-to-read': 'There is something for you to read.',
    due: (day) => `Due: ${day}`,
    open: 'Sign in and open:',
    why: 'This message was sent automatically and cannot be answered. What the matter is about is shown only after signing in.',
  },
};
