// The own settings: password, sessions, and the clock of the session.
export const own = {
  passwordTitle: 'Vaihda salasana',
  mustChange: 'Valitse oma salasana',
  mustChangeDetail: 'Kirjauduit kertakäyttöisellä salasanalla. Valitse oma ennen kuin jatkat.',
  current: 'Nykyinen salasana',
  oneTime: 'Saamasi kertakäyttöinen salasana',
  next: 'Uusi salasana',
  nextHint: 'Vähintään 15 merkkiä. Muutama sana peräkkäin on hyvä salasana.',
  again: 'Uusi salasana uudelleen',
  change: 'Vaihda salasana',
  changed: 'Salasana on vaihdettu. Muut istuntosi on päätetty.',
  different: 'Salasanat eivät ole samat.',
  everywhere: 'Kirjaudu ulos kaikkialta',
  everywhereDetail: 'Päättää istunnot kaikilla laitteilla, myös tällä.',
  idleTitle: 'Oletko vielä siinä?',
  idleWords: {
    one: 'Istunto päättyy minuutin kuluttua. Kaikki kirjoittamasi on tallessa.',
    other: 'Istunto päättyy {count} minuutin kuluttua. Kaikki kirjoittamasi on tallessa.',
  },
  stay: 'Jatka istuntoa',
  absoluteWords: {
    one: 'Istunnon enimmäisaika täyttyy minuutin kuluttua. Kirjaudu sitten uudelleen: kaikki kirjoittamasi on tallessa.',
    other:
      'Istunnon enimmäisaika täyttyy {count} minuutin kuluttua. Kirjaudu sitten uudelleen: kaikki kirjoittamasi on tallessa.',
  },
  settings: 'Salasana ja istunnot',
} as const;
