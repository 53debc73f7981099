// Så håller teamet sina möten.
import type { Catalogue } from '../catalogue.ts';

export const phasePart: Catalogue['phasePart'] = {
  shared: 'I gemensamma delen, inbjudna ser',
  team: 'I teamets del, bara teamet ser',
  none: 'Ingenstans, här samtalar man',
};

export const phasePartShort: Catalogue['phasePartShort'] = {
  shared: 'skrivs i den gemensamma delen',
  team: 'skrivs i teamets del',
  none: 'samtal',
};

export const teamMeetings: Catalogue['teamMeetings'] = {
  title: 'Teamets arbete',
  phases: 'Mötenas faser',
  phasesLead: 'Teamet bestämmer självt i vilken ordning ett ärende behandlas.',
  asShipped: 'De färdiga faserna används.',
  version: 'Teamets egen version {version}, i bruk från {date}',
  shippedAgain: 'De färdiga faserna, i bruk från {date} (version {version})',
  total: 'Sammanlagt {minutes} min',
  ownPhase: 'Egen fas',
  edit: 'Ändra fasen',
  name: 'Fasens namn',
  part: 'Var man skriver i fasen',
  questionsHint: 'En fråga per rad, högst 10.',
  questionCount: { one: '{count} fråga som stöd', other: '{count} frågor som stöd' },
  needName: 'Skriv ett namn på fasen.',
  manyQuestions: 'Det kan finnas högst 10 frågor.',
  longQuestion: 'En fråga kan vara högst 200 tecken.',
  voiceStays:
    'Barnets röst hör till varje behandling. Fasen kan flyttas och få ett annat namn, men den kan inte tas bort.',
  remove: 'Ta bort fasen',
  removed: 'Fasen {name} är borttagen',
  moved: '{name} är nu fas {place}',
  orderHint: 'Ordningen ändras med pilknapparna, eller med Alt och pil vid fasen.',
  addWhich: 'Vilken fas läggs till',
  add: 'Lägg till en fas',
  publish: 'Ta i bruk',
  published: 'Faserna är nu i bruk.',
  next: 'En ändring gäller möten som sammankallas efter den. I redan avtalade möten är faserna oförändrade.',
  notYet:
    'Dina ändringar syns bara för dig tills du tar dem i bruk. Därefter gäller de möten som sammankallas. I redan avtalade möten är faserna oförändrade.',
  discard: 'Förkasta ändringarna',
  discarded: 'Ändringarna är förkastade.',
  goBack: 'Gå tillbaka till de färdiga faserna',
  goBackLead:
    'Teamets egna faser används inte i nya möten. Dina oavslutade ändringar förkastas. I redan avtalade möten är faserna oförändrade.',
  wentBack: 'De färdiga faserna är i bruk igen.',
  overtaken: 'Någon i ditt team har tagit nya faser i bruk efter att du började ändra.',
  takeNew: 'Förkasta mina och visa de nya',
  keepOwn: 'Fortsätt med mina',
};
