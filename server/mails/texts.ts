// The words of the few mails about cases and requests, in three languages. Neutral: a stage, a number, a date, a link.
import type { Language } from '../../shared/vocabulary.ts';

export const mailStages = [
  'invited',
  'asked',
  'to-sign',
  'texts-to-read',
  'guest-link',
  'break-glass',
  'urgent-request',
  'request-turn',
  'request-answered',
  'welfare-notification',
  'attachment-held',
] as const;
export type MailStage = (typeof mailStages)[number];

type Words = { readonly [S in MailStage]: string } & {
  readonly subject: (number: string) => string;
  readonly due: (day: string) => string;
  readonly open: string;
  readonly why: string;
  /** Over a link for one time, and under it. */
  readonly openOnce: string;
  readonly once: (until: string) => string;
  readonly whyGuest: string;
};

export const mailWords: { readonly [L in Language]: Words } = {
  fi: {
    subject: (number) => `Rinki: asia ${number}`,
    invited: 'Sinut on kutsuttu mukaan.',
    asked: 'Sinua pyydetään kirjoittamaan oma osuutesi.',
    'to-sign': 'Asiakirja odottaa allekirjoitustasi.',
    'texts-to-read': 'Sinulle on luettavaa.',
    'guest-link': 'Sinulta pyydetään vastausta yhteen kysymykseen. Vastaaminen vie pari minuuttia.',
    'break-glass': 'Asia on avattu hätäkatseluun. Katso, kuka sen avasi ja miksi.',
    'urgent-request': 'Kiireellinen konsultaatiopyyntö odottaa ottajaa. Kukaan ei ole vielä ottanut sitä.',
    'request-turn': 'Konsultaatiopyyntö odottaa sinua.',
    'request-answered': 'Konsultaatiopyyntöösi on vastattu.',
    'welfare-notification': 'Palveluusi on tullut lastensuojeluilmoitus. Arvioi sen kiireellisyys heti.',
    'attachment-held': 'Lisäämästäsi liitteestä löytyi virus. Liitettä ei voi avata.',
    due: (day) => `Määräpäivä: ${day}`,
    open: 'Kirjaudu sisään ja avaa:',
    why: 'Tämä on automaattinen viesti, johon ei voi vastata. Asian sisältö näkyy vain, kun kirjaudut sisään.',
    openOnce: 'Avaa kysymys tästä:',
    once: (until) =>
      `Linkki toimii kerran, ${until} asti. Lisäksi tarvitset koodin, jonka pyytäjä kertoo sinulle puhelimessa.`,
    whyGuest:
      'Tämä on automaattinen viesti, johon ei voi vastata. Jos et odota tällaista pyyntöä, älä avaa linkkiä.',
  },
  sv: {
    subject: (number) => `Rinki: ärende ${number}`,
    invited: 'Du är inbjuden att delta.',
    asked: 'Du blir ombedd att skriva din del.',
    'to-sign': 'Ett dokument väntar på din underskrift.',
    'texts-to-read': 'Det finns något för dig att läsa.',
    'guest-link': 'Du blir ombedd att svara på en fråga. Det tar ett par minuter.',
    'break-glass': 'Ärendet har öppnats med nödåtkomst. Se vem som öppnade det och varför.',
    'urgent-request': 'En brådskande konsultationsbegäran väntar. Ingen har tagit den ännu.',
    'request-turn': 'En konsultationsbegäran väntar på dig.',
    'request-answered': 'Din konsultationsbegäran har besvarats.',
    'welfare-notification':
      'En barnskyddsanmälan har kommit till din tjänst. Bedöm genast hur brådskande den är.',
    'attachment-held': 'Ett virus hittades i en bilaga som du lade till. Bilagan kan inte öppnas.',
    due: (day) => `Sista dag: ${day}`,
    open: 'Logga in och öppna:',
    why: 'Det här är ett automatiskt meddelande som inte kan besvaras. Ärendets innehåll syns bara när du loggar in.',
    openOnce: 'Öppna frågan här:',
    once: (until) =>
      `Länken fungerar en gång, fram till ${until}. Du behöver också en kod, som du får per telefon av den som frågar.`,
    whyGuest:
      'Det här är ett automatiskt meddelande som inte kan besvaras. Om du inte väntar dig en sådan fråga, öppna inte länken.',
  },
  en: {
    subject: (number) => `Rinki: case ${number}`,
    invited: 'You have been invited to take part.',
    asked: 'You have been asked to write your contribution.',
    'to-sign': 'A document is waiting for your signature.',
    'texts-to-read': 'There is something for you to read.',
    'guest-link': 'You have been asked to answer one question. It takes a couple of minutes.',
    'break-glass': 'The case has been opened by emergency access. See who opened it, and why.',
    'urgent-request': 'An urgent request for consultation is waiting. Nobody has taken it yet.',
    'request-turn': 'A request for consultation is waiting for you.',
    'request-answered': 'Your request for consultation has been answered.',
    'welfare-notification':
      'A child welfare notification has come to your service. Judge at once how urgent it is.',
    'attachment-held': 'A virus was found in an attachment that you added. It cannot be opened.',
    due: (day) => `Due: ${day}`,
    open: 'Sign in and open:',
    why: 'This is an automatic message and cannot be answered. What the case is about is shown only after you sign in.',
    openOnce: 'Open the question here:',
    once: (until) =>
      `The link works once, until ${until}. You also need a code, which the person who asks tells you by telephone.`,
    whyGuest:
      'This is an automatic message and cannot be answered. If you do not expect such a question, do not open the link.',
  },
};
