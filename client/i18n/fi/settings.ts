// The own settings: the password, the sessions, and the post in which one acts.
export const settings = {
  passwordTitle: 'Vaihda salasana',
  mustChange: 'Valitse oma salasana',
  mustChangeDetail: 'Kirjauduit kertakäyttöisellä salasanalla. Valitse oma, ennen kuin jatkat.',
  current: 'Nykyinen salasana',
  oneTime: 'Saamasi kertakäyttöinen salasana',
  next: 'Uusi salasana',
  nextHint: 'Vähintään 15 merkkiä. Muutama sana peräkkäin on hyvä salasana.',
  again: 'Uusi salasana uudelleen',
  change: 'Vaihda salasana',
  changed: 'Salasana on vaihdettu. Sinut on kirjattu ulos muilta laitteilta.',
  different: 'Salasanat eivät ole samat. Kirjoita sama salasana kahdesti.',
  everywhere: 'Kirjaudu ulos kaikkialta',
  everywhereDetail: 'Kirjaa sinut ulos kaikilta laitteilta, myös tältä.',
  actingTitle: 'Missä tehtävässä toimit',
  actingLead:
    'Näet ja kirjoitat kerrallaan vain yhden tehtävän asioita. Muualla auki olevat sivusi sulkeutuvat, kun vaihdat.',
  actingNow: 'Toimit nyt tässä',
  act: 'Siirry tähän',
} as const;
