// The own private notes.
export const notes = {
  title: 'Egna anteckningar',
  lead: 'Bara du ser dessa. Hit flyttas text som du skrev när din rätt till ett ärende upphörde.',
  none: 'Inga anteckningar',
  noneDetail: 'Om din tillgång till ett ärende upphör medan du skriver finns texten här.',
  fromCase: 'Ur ärendet {number}',
  unnamed: 'Anteckning',
  copy: 'Kopiera texten',
  copied: 'Texten finns i urklipp.',
  copyFailed: 'Kopieringen lyckades inte. Markera texten och kopiera den själv.',
  other: 'Skrivet på en annan enhet',
  empty: 'Det finns ingen text.',
  saveFailed: 'Det gick inte att spara. Texten finns ännu här; försök igen.',
  text: 'Text',
} as const;

/** The own settings: password, sessions, and the clock of the session. */
export const own = {
  passwordTitle: 'Byt lösenord',
  mustChange: 'Välj ett eget lösenord',
  mustChangeDetail: 'Du loggade in med ett engångslösenord. Välj ett eget innan du går vidare.',
  current: 'Nuvarande lösenord',
  oneTime: 'Engångslösenordet som du fick',
  next: 'Nytt lösenord',
  nextHint: 'Minst 15 tecken. Några ord efter varandra är ett bra lösenord.',
  again: 'Nytt lösenord igen',
  change: 'Byt lösenord',
  changed: 'Lösenordet är bytt. Dina andra sessioner är avslutade.',
  different: 'Lösenorden är inte lika.',
  everywhere: 'Logga ut överallt',
  everywhereDetail: 'Avslutar sessionerna på alla enheter, också på den här.',
  idleTitle: 'Är du ännu där?',
  idleWords: {
    one: 'Sessionen tar slut om en minut. Allt du skrivit finns kvar.',
    other: 'Sessionen tar slut om {count} minuter. Allt du skrivit finns kvar.',
  },
  stay: 'Fortsätt sessionen',
} as const;
