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
    asked: 'Sinua pyydetään kirjoittamaan oma osuutesi.',
    'to-sign': 'Asiakirja odottaa allekirjoitustasi.',
    'texts-to-read': 'Sinulle on luettavaa.',
    due: (day) => `Määräpäivä: ${day}`,
    open: 'Kirjaudu sisään ja avaa:',
    why: 'Tämä on automaattinen viesti, johon ei voi vastata. Asian sisältö näkyy vain, kun kirjaudut sisään.',
  },
  sv: {
    subject: (number) => `Rinki: ärende ${number}`,
    invited: 'Du är inbjuden att delta.',
    asked: 'Du blir ombedd att skriva din del.',
    'to-sign': 'Ett dokument väntar på din underskrift.',
    'texts-to-read': 'Det finns något för dig att läsa.',
    due: (day) => `Sista dag: ${day}`,
    open: 'Logga in och öppna:',
    why: 'Det här är ett automatiskt meddelande som inte kan besvaras. Ärendets innehåll syns bara när du loggar in.',
  },
  en: {
    subject: (number) => `Rinki: case ${number}`,
    invited: 'You have been invited to take part.',
    asked: 'You have been asked to write your contribution.',
    'to-sign': 'A document is waiting for your signature.',
    'texts-to-read': 'There is something for you to read.',
    due: (day) => `Due: ${day}`,
    open: 'Sign in and open:',
    why: 'This is an automatic message and cannot be answered. What the case is about is shown only after you sign in.',
  },
};
