// The own private notes.
export const notes = {
  title: 'Omat muistiinpanot',
  lead: 'Nämä näet vain sinä. Tänne siirtyy teksti, jota kirjoitit, kun oikeutesi asiaan päättyi.',
  none: 'Ei muistiinpanoja',
  noneDetail: 'Jos pääsysi johonkin asiaan päättyy kesken kirjoittamisen, teksti löytyy täältä.',
  fromCase: 'Asiasta {number}',
  unnamed: 'Muistiinpano',
  copy: 'Kopioi teksti',
  copied: 'Teksti on leikepöydällä.',
  copyFailed: 'Kopiointi ei onnistunut. Valitse teksti ja kopioi se itse.',
  other: 'Toisella laitteella kirjoitettu',
  empty: 'Tekstiä ei ole.',
  saveFailed: 'Tallennus ei onnistunut. Teksti on yhä tässä; yritä uudelleen.',
  text: 'Teksti',
} as const;

/** The own settings: password, sessions, and the clock of the session. */
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
} as const;
