// Barnskyddsanmälan: making one, its receipt, and what the receiving service does with it.
export const welfare = {
  title: 'Barnskyddsanmälan',
  new: 'Gör en barnskyddsanmälan',
  numbered: 'Barnskyddsanmälan {number}',
  lead: 'Du gör anmälan själv, i ditt eget namn. Oron räcker: du behöver inte utreda saken först.',
  onlyYou: 'Utkast, bara du ser det här.',
  // The form
  urgencyLabel: 'Hur snart behöver barnet hjälp?',
  dangerTitle: 'Ring först 112 eller socialjouren',
  danger: 'Ett samtal ger hjälp genast, det gör inte den här blanketten. Gör anmälan när du har ringt.',
  call: 'Ring 112',
  childTitle: 'Barnet',
  childName: 'Barnets namn',
  childNameHint: 'Om du inte vet namnet, beskriv barnet.',
  identityCode: 'Personbeteckning',
  birthDate: 'Födelsedatum',
  whereabouts: 'Adress, eller var barnet är nu',
  guardians: 'Vårdnadshavare',
  guardiansHint: 'Namn och telefonnummer om du vet dem.',
  happenedTitle: 'Vad har hänt',
  observed: 'Vad såg och hörde du?',
  observedHint: 'Berätta var för sig vad du själv märkte, vad barnet sade och vad andra har berättat.',
  observedWhen: 'När?',
  worry: 'Vad oroar dig?',
  worryHint: 'Med egna ord.',
  familyLabel: 'Vet familjen om anmälan?',
  familyWords: 'Vad har ni talat om med familjen?',
  whomLabel: 'Till vem anmäler du?',
  whomNone:
    'I Rinki finns ingen barnskyddstjänst som tar emot anmälningar. Ring barnskyddet i ditt område eller socialjouren.',
  fromTitle: 'Anmälare',
  fromWords:
    'Ditt namn syns i anmälan. Du kan inte anmäla anonymt, eftersom ditt arbete ger dig anmälningsplikt (barnskyddslagen 25 §).',
  phone: 'Ditt telefonnummer',
  phoneHint: 'Socialarbetaren kan ringa och fråga mer.',
  apart:
    'Mottagaren ser inte att anmälan hör ihop med din konsultation. Ditt namn finns ändå i båda: den som läser båda kan gissa det.',
  takeQuestion: 'Kopiera min fråga hit',
  send: 'Skicka anmälan',
  sendNext: 'Du får genast en kvittens. En skickad anmälan kan inte ändras, men du kan göra en ny.',
  sent: 'Anmälan är skickad.',
  missing: { one: 'En punkt saknas ännu.', other: '{count} punkter saknas ännu.' },
  needUrgency: 'Välj hur snart.',
  needName: 'Skriv namnet eller beskriv barnet.',
  needCode: 'Personbeteckningen stämmer inte. Kontrollera den, eller lämna tomt.',
  needBirthDate: 'Födelsedatumet kan inte ligga i framtiden.',
  needObserved: 'Berätta vad du såg och hörde.',
  needWorry: 'Berätta vad som oroar dig.',
  needFamily: 'Välj ett alternativ.',
  needService: 'Välj till vem du anmäler.',
  needChoice: 'Välj först vilken av texterna som ska stå kvar.',
  discard: 'Ta bort utkastet',
  discardTitle: 'Ska utkastet tas bort?',
  discardWords: 'Utkastet och allt som har sparats av det tas bort. Det går inte att ångra.',
  discarded: 'Utkastet är borttaget.',
  // The receipt
  sentTitle: 'Din anmälan har kommit fram',
  receipt: 'Kvittens: {number}, {date}',
  progress: 'Vad händer med anmälan',
  reached: 'Framme: {service}',
  readByPerson: 'En anställd har tagit emot anmälan',
  notReadYet: 'Ingen anställd har tagit emot anmälan ännu',
  began: 'Handläggningen har börjat',
  notBegun: 'Handläggningen har inte börjat ännu',
  urgencyAtOnce: 'Hur brådskande det är bedöms genast.',
  decisionBy: 'Om en bedömning av servicebehovet inleds avgörs senast {date}.',
  whatNot:
    'Du ser inte här vad anmälan leder till. Sekretessen skyddar barnet och familjen. Om oron består, gör en ny anmälan.',
  fromConsultation: 'Öppna konsultationen som anmälan växte ur',
  written: 'Anmälans innehåll',
  notTold: 'Ingen uppgift',
  born: 'född {date}',
  // The receiving service
  handling: 'Handläggning',
  urgencyClock: 'Bedömning av brådska',
  urgencyNow: 'genast',
  urgencyDone: 'bedömd {date}',
  decisionClock: 'Beslut om bedömning av servicebehovet',
  markReceived: 'Jag tar emot',
  markReceivedLead: 'Anmälaren ser att en anställd har anmälan. Bedöm genast hur brådskande det är.',
  judge: 'Anteckna hur brådskande det är',
  judgeAgain: 'Bedöm brådskan på nytt',
  judgeTitle: 'Behöver barnet hjälp brådskande?',
  judgeLead: 'Anmälaren ser bara att handläggningen har börjat.',
  judgeWords: 'Vad grundar sig bedömningen på?',
  needVerdict: 'Välj ett alternativ.',
  conclude: 'Anteckna vad anmälan ledde till',
  concludeAgain: 'Ändra anteckningen',
  concludeTitle: 'Vad ledde anmälan till?',
  concludeLead: 'Anmälaren ser inte det här.',
  concludeWords: 'Motivering',
  needReason: 'Skriv en motivering.',
  record: 'Anteckna',
  recorded: 'Antecknat.',
  openCase: 'Öppna barnets ärende med de här uppgifterna',
  toChildren: 'Sök barnets ärende',
  prefilled: 'Namn, födelsedatum och adress kom från anmälan {number}. Kontrollera dem.',
  stepReceived: 'tog emot anmälan',
  ownNotification: 'Du gjorde anmälan själv. Någon annan handlägger den.',
  // Lists
  queue: 'Barnskyddsanmälningar',
  made: 'Barnskyddsanmälningar som jag har gjort',
  closedCount: { one: '{count} handlagd anmälan', other: '{count} handlagda anmälningar' },
  closed: 'Handlagda anmälningar',
  newArrived: 'En ny barnskyddsanmälan',
  madeMoved: 'Handläggningen av anmälan {number} gick framåt',
  notifier: 'Anmälare',
  gone: 'Anmälan finns inte, eller du får inte se den',
  goneDetail: 'Bara den som gjorde anmälan och tjänsten som fick den ser den.',
} as const;

export const welfareUrgency = {
  danger: 'Genast, barnet är i fara',
  soon: 'I dag eller de närmaste dagarna',
  ordinary: 'Det är inte bråttom, men jag är orolig',
} as const;

/** The same beside a name in a list. */
export const welfareUrgencyShort = {
  danger: 'i fara nu',
  soon: 'de närmaste dagarna',
  ordinary: 'inte bråttom',
} as const;

export const familyKnows = {
  yes: 'Ja, jag har berättat',
  no: 'Inte ännu',
  'no-for-safety': 'Nej, det kunde utsätta barnet för fara',
} as const;

export const welfareState = {
  new: 'Ny',
  received: 'Bedöm brådskan',
  'urgency-judged': 'Handläggs',
  concluded: 'Handlagd',
} as const;

export const urgencyVerdict = {
  urgent: 'Brådskande behov av hjälp',
  'not-urgent': 'Inget brådskande behov av hjälp',
} as const;

export const welfareConclusion = {
  'assessment-opened': 'En bedömning av servicebehovet inleddes',
  'joined-case': 'Fogades till barnets pågående ärende',
  'no-measures': 'Inga åtgärder',
} as const;
