import type { Catalogue } from '../catalogue.ts';

export const family: Catalogue['family'] = {
  titleChild: 'Ditt ärende',
  titleGuardian: 'Ditt barns ärende: {name}',
  whatChild:
    'Den här sidan är för dig. Vuxna tar tillsammans reda på vad som skulle hjälpa dig. Här ser du vilka som är med och vad som händer sedan.',
  whatGuardian:
    'Barnskyddet, skolan och andra som är med tar tillsammans reda på vilken hjälp {name} och er familj behöver. Här ser du vilka som är med, vad som händer sedan och vad du har fått att läsa.',
  nextTitle: 'Vad händer sedan',
  nextOpen: 'De som arbetar med ärendet skriver en bedömning. Den ska vara klar senast {date}.',
  nextOpenChild: 'Vuxna skriver vad de har märkt. Det ska vara klart senast {date}.',
  nextRead: { one: 'Du har {count} text att läsa.', other: 'Du har {count} texter att läsa.' },
  nextOwn: 'Du kan skriva din egen syn.',
  nextSigned: 'Bedömningen undertecknades {date}. Du kan läsa den nedan.',
  nextNothing: 'Just nu behöver du inte göra något.',
  ask: 'Om du undrar över något, fråga: {name}, {role}.',
  peopleTitle: 'Vilka är med',
  peopleYou: 'du',
  textsTitle: 'För dig att läsa',
  textsNone: 'Du har inte ännu fått några texter att läsa. När det kommer texter syns de här.',
  wordsTitle: 'Dina egna ord',
  wordsChild: 'Här kan du berätta vad du själv tänker. Du kan skriva lite eller mycket.',
  wordsGuardian:
    'Skriv hur du ser på situationen. Texten är ett utkast tills du delar den. Ingen annan kan ändra den.',
  beginWords: 'Skriv din egen syn',
  moreTitle: 'Vill du säga något mer?',
  wordsLabel: 'Vad tänker du?',
  wordsWho: 'Texten är bara din tills du skickar den. Sedan kan de anställda som är med läsa den.',
  signedTitle: 'Den undertecknade bedömningen',
  signedLead:
    'Den här är klar. Ingen kan längre ändra den. Om något är fel, berätta: felet rättas i en ny version.',
  openVersion: 'Läs version {count}',
  backToMatter: 'Tillbaka',
  writtenBy: 'Skrivet av: {name}',
  signedBy: 'Undertecknad av {name}, {date}',
};
