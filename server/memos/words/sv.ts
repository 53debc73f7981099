// The same in Swedish.
import { meetingKind, meetingPhase } from '../../../shared/words/meeting-sv.ts';
import { profession } from '../../../shared/words/sv.ts';
import type { MemoWords } from './fi.ts';

const phases: Readonly<Record<string, string>> = meetingPhase;

export const sv: MemoWords = {
  profession,
  kind: meetingKind,
  phase: (key) => phases[key ?? ''],
  title: 'Promemoria',
  number: 'Ärendenummer',
  child: 'Barn',
  meeting: 'Möte',
  discussed: 'Behandlat',
  recipient: 'Mottagare',
  printed: 'Utskrivet',
  page: 'Sida',
  shared: 'Gemensam del',
  team: 'Teamets del',
  agencyPart: (name) => `Egen del: ${name}`,
  ownText: 'Text',
  present: 'Närvarande',
  writers: 'Skribenter',
  question: 'Föredragandens fråga',
  whyNow: 'Varför nu',
  hypothesis: 'Hypotes som tagits in i dokumentet',
  speaksFor: 'Vad talar för',
  speaksAgainst: 'Vad talar emot',
  childVoice: 'Barnets röst',
  verbatim: 'Med barnets egna ord',
  absence: 'Varför det inte har gått att fråga barnet',
  heardOn: 'Träffad',
  decision: 'Beslut',
  differs: 'Varför beslutet avviker från teamets syn',
  steps: 'Överenskomna steg',
  due: (day) => `senast ${day}`,
  unsigned: 'Inte undertecknad. Detta är ett utkast.',
  notSignedYet: 'Ännu inte undertecknad.',
  version: 'Version',
  reason: 'Orsak till rättelsen',
  signatures: 'Underskrifter',
  hash: 'Kontrollsumma (SHA-256)',
  withheld: 'Begränsat. Denna del visas inte för mottagaren.',
  note: 'Delar saknas här. Orsaken anges vid varje sådan del.',
};
