// The own settings: password, sessions, and the clock of the session.
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
  absoluteWords: {
    one: 'Sessionens längsta tid går ut om en minut. Logga sedan in igen: allt du skrivit finns kvar.',
    other:
      'Sessionens längsta tid går ut om {count} minuter. Logga sedan in igen: allt du skrivit finns kvar.',
  },
  settings: 'Lösenord och sessioner',
} as const;
