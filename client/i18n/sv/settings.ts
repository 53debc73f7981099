// The own settings: the password, the sessions, and the post in which one acts.
export const settings = {
  passwordTitle: 'Byt lösenord',
  mustChange: 'Välj ett eget lösenord',
  mustChangeDetail: 'Du loggade in med ett engångslösenord. Välj ett eget innan du går vidare.',
  current: 'Nuvarande lösenord',
  oneTime: 'Engångslösenordet som du fick',
  next: 'Nytt lösenord',
  nextHint: 'Minst 15 tecken. Några ord efter varandra är ett bra lösenord.',
  again: 'Nytt lösenord igen',
  change: 'Byt lösenord',
  changed: 'Lösenordet är bytt. Du har loggats ut från dina andra enheter.',
  different: 'Lösenorden är inte lika. Skriv samma lösenord två gånger.',
  everywhere: 'Logga ut överallt',
  everywhereDetail: 'Loggar ut dig från alla enheter, också från den här.',
  actingTitle: 'I vilket uppdrag du arbetar',
  actingLead:
    'Du ser och skriver det som hör till ett uppdrag åt gången. Dina andra öppna sidor stängs när du byter.',
  actingNow: 'Du arbetar nu här',
  act: 'Byt till detta',
} as const;
