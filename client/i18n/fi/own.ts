// The own settings: password, sessions, and the clock of the session.
export const own = {
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
  idleTitle: 'Oletko vielä siinä?',
  idleWords: {
    one: 'Sinut kirjataan ulos minuutin kuluttua. Kaikki kirjoittamasi on tallessa.',
    other: 'Sinut kirjataan ulos {count} minuutin kuluttua. Kaikki kirjoittamasi on tallessa.',
  },
  stay: 'Jatka',
  absoluteWords: {
    one: 'Olet ollut kirjautuneena pitkään, ja sinut kirjataan ulos minuutin kuluttua. Kirjaudu sitten uudelleen: kaikki kirjoittamasi on tallessa.',
    other:
      'Olet ollut kirjautuneena pitkään, ja sinut kirjataan ulos {count} minuutin kuluttua. Kirjaudu sitten uudelleen: kaikki kirjoittamasi on tallessa.',
  },
  actingTitle: 'Missä tehtävässä toimit',
  actingLead:
    'Näet ja kirjoitat kerrallaan vain yhden tehtävän asioita. Muualla auki olevat sivusi sulkeutuvat, kun vaihdat.',
  actingNow: 'Toimit nyt tässä',
  act: 'Siirry tähän',
  settings: 'Salasana ja kirjautuminen',
} as const;
