import type { Catalogue } from '../catalogue.ts';

export const family: Catalogue['family'] = {
  titleChild: 'Ditt ärende',
  titleGuardian: 'Ditt barns ärende: {name}',
  whatChild:
    'Den här sidan är för dig. Vuxna tar tillsammans reda på vad som skulle hjälpa dig. Här ser du vilka som är med och vad som händer härnäst.',
  whatGuardian:
    'De som arbetar med ärendet tar tillsammans reda på vilken hjälp {name} och er familj behöver. Här ser du vilka som är med, vad som händer härnäst och vad du kan läsa.',
  nextTitle: 'Vad händer härnäst',
  nextOpen: 'De som arbetar med ärendet skriver en bedömning. Den ska vara klar senast {date}.',
  nextOpenChild: 'Vuxna skriver vad de har märkt. Allt ska vara klart senast {date}.',
  nextRead: { one: 'Du har {count} text att läsa.', other: 'Du har {count} texter att läsa.' },
  nextOwn: 'Du kan skriva vad du själv tänker.',
  nextSigned: 'Bedömningen undertecknades {date}. Du kan läsa den nedan.',
  nextNothing: 'Just nu behöver du inte göra något.',
  ask: 'Om du undrar över något, fråga: {name}, {role}.',
  meetingsTitle: 'Detta kom vi överens om på möten',
  thought: 'En tanke från teamet. Den är inte säker kunskap.',
  heardTitle: 'Kände du dig hörd?',
  heardLead:
    'Svara om du vill. Ingen annan ser ditt svar. Teamet ser bara ett medeltal av många familjers svar.',
  heardOf: 'Mötet {date}',
  heardLow: 'inte alls',
  heardHigh: 'helt och hållet',
  heardSaved: 'Svaret är sparat',
  heardChange: 'Du kan ändra svaret till slutet av månaden.',
  peopleTitle: 'Vilka som är med',
  peopleYou: 'du',
  textsTitle: 'Texter till dig',
  textsNone: 'Det finns inget att läsa ännu. När det finns något syns det här.',
  wordsTitle: 'Dina egna ord',
  wordsChild: 'Här kan du berätta vad du själv tänker. Du kan skriva lite eller mycket.',
  wordsGuardian:
    'Skriv hur du ser på situationen. Texten är ett utkast tills du delar den. Ingen annan kan ändra den.',
  beginWords: 'Skriv vad du tänker',
  moreTitle: 'Vill du säga något mer?',
  wordsLabel: 'Vad tänker du?',
  wordsWho: 'Bara du ser texten tills du skickar den. Sedan kan de som arbetar med ärendet läsa den.',
  signedTitle: 'Den undertecknade bedömningen',
  signedLead:
    'Den här är klar. Ingen kan längre ändra den. Om något är fel, berätta det för någon som arbetar med ärendet. Felet rättas i en ny version.',
  openVersion: 'Läs version {count}',
  backToMatter: 'Tillbaka',
  writtenBy: 'Skrivet av: {name}',
  signedBy: 'Undertecknad av {name}, {date}',
};
